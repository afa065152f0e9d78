import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NEEDED, sessionColumns, type SessionColumn, type SessionMapping } from '../../../shared/domain/charging-columns.ts';
import type { CallInput, Output } from '../../../shared/contract/index.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { call, useCommand } from '../../api.ts';
import { ColumnPicks } from '../../components/ColumnPicks.tsx';
import { Button, Segments } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { ProgressBar, RefusalNote } from '../../components/states.tsx';
import { goTo } from '../../route.ts';
import { dateTime, money } from '../../text/formats.ts';
import { Labelled } from '../ledger/book/Labelled.tsx';
import { ImportAnswer } from './ImportAnswer.tsx';

type Answer = Output<'charging.importSessions'>;

/** Importing a platform's file: name the platform, choose the file, see what it comes to, and book it. */
export function ImportSessions() {
  const { t } = useTranslation(['charging', 'common']);
  const [platform, setPlatform] = useState('');
  const [file, setFile] = useState<string | undefined>();
  const [mapping, setMapping] = useState<SessionMapping | undefined>();
  const [shown, setShown] = useState<{ answer: Answer; done: boolean } | undefined>();
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const { run, running, progress, cancel } = useCommand('charging.importSessions');
  const [committing, setCommitting] = useState(false);
  const read = async (picked: string, columns: SessionMapping | undefined, commit: boolean) => {
    setRefusal(undefined);
    setCommitting(commit);
    const input: CallInput<'charging.importSessions'> = { file: picked, platform: platform.trim(), commit, ...(columns && { mapping: columns }) };
    const reply = await run(input);
    if (reply.ok) setShown({ answer: reply.value, done: commit });
    else setRefusal(reply);
  };
  const pick = async () => {
    setRefusal(undefined);
    const reply = await call('files.pickToOpen', { kind: 'barrier' });
    if (!reply.ok) return setRefusal(reply);
    if (reply.value.file === null) return;
    setFile(reply.value.file);
    setMapping(undefined);
    setShown(undefined);
    await read(reply.value.file, undefined, false);
  };
  const unknown = refusal?.code === 'CHARGING_COLUMNS_MISSING' && refusal.details.headers.length > 0 ? refusal.details : undefined;
  return (
    <div className="charging-scroll">
      <section className="card charging-import">
        <div className="sec"><h2>{t('import.title')}</h2><span className="muted small">{file?.split(/[\\/]/).at(-1)}</span><span className="hint"><Button onClick={() => goTo('charging', { tab: 'sessions' })}>{t('common:back')}</Button></span></div>
        <p className="muted">{t('import.start')}</p>
        <div className="charging-form">
          <Field label={t('import.platform')} placeholder={t('import.platformHint')} value={platform} autoFocus maxLength={40} onChange={setPlatform} />
          <Button look={file === undefined ? 'main' : 'plain'} disabled={platform.trim() === '' || running} title={platform.trim() === '' ? t('import.needPlatform') : undefined} onClick={() => void pick()}>{t(file === undefined ? 'import.pick' : 'import.another')}</Button>
        </div>
        {running && <ProgressBar progress={progress} label={t(committing ? 'import.importing' : 'import.checking')} onCancel={cancel} />}
        <RefusalNote refusal={unknown ? undefined : refusal} />
        {file !== undefined && unknown && <MappingForm key={file} headers={unknown.headers} missing={unknown.missing} running={running} onConfirm={(next) => { setMapping(next); void read(file, next, false); }} />}
        {shown && !running && <ImportAnswer {...shown} />}
        {shown && !shown.done && !running && (
          <div className="charging-acts">
            <span className="muted small">{shown.answer.seen ? t('import.seen', { file: shown.answer.seen.file, at: dateTime(shown.answer.seen.at) }) : shown.answer.accepted === 0 ? t('import.nothing') : t('import.preview')}</span>
            {!shown.answer.seen && <Button look="main" onClick={() => void read(file ?? '', mapping, true)}>{t('import.commit', { count: shown.answer.accepted })}</Button>}
          </div>
        )}
        {shown?.done && !running && (
          <div className="charging-acts">
            <span className="good" role="status">{t('import.done', { count: shown.answer.accepted, amount: money(shown.answer.energyFen + shown.answer.serviceFen + shown.answer.extraFen) })}</span>
            {shown.answer.needsReview.length + shown.answer.conflicts.length > 0 && <Button onClick={() => goTo('charging', { tab: 'review' })}>{t('import.seeReview')}</Button>}
            <Button look="main" onClick={() => goTo('charging', { tab: 'sessions' })}>{t('import.seeSessions')}</Button>
          </div>
        )}
      </section>
    </div>
  );
}

type MappingFormProps = { headers: string[]; missing: string[]; running: boolean; onConfirm: (mapping: SessionMapping) => void };

/** Names the columns of a file that were not recognised, each by one of its heads. */
function MappingForm({ headers, missing, running, onConfirm }: MappingFormProps) {
  const { t } = useTranslation('charging');
  const [columns, setColumns] = useState<Partial<Record<SessionColumn, string | undefined>>>({});
  const [energyUnit, setUnit] = useState<'kWh' | 'Wh'>('kWh');
  const ready = NEEDED.every((column) => columns[column] !== undefined);
  return (
    <>
      <h3>{t('import.mapping')}</h3>
      <p className="red">{t('import.missing', { columns: sessionColumns.filter((column) => missing.includes(column)).map((column) => t(`column.${column}`)).join('、') })}</p>
      <div className="charging-form">
        <ColumnPicks columns={sessionColumns} labelOf={(column) => t(`column.${column}`)} headers={headers} value={columns} onChange={setColumns} />
        <Labelled label={t('import.unit')}><Segments label={t('import.unit')} value={energyUnit} choices={[{ value: 'kWh', label: 'kWh' }, { value: 'Wh', label: 'Wh' }]} onChange={setUnit} /></Labelled>
        <Button look="main" disabled={!ready || running} onClick={() => onConfirm({ columns, energyUnit })}>{t('import.check')}</Button>
      </div>
    </>
  );
}
