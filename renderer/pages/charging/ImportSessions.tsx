import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionMapping } from '../../../shared/domain/charging-columns.ts';
import type { CallInput, Output } from '../../../shared/contract/index.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { call, useCommand } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { ProgressBar, RefusalNote } from '../../components/states.tsx';
import { goTo } from '../../route.ts';
import { dateTime, money } from '../../text/formats.ts';
import { ImportAnswer } from './ImportAnswer.tsx';
import { MappingForm, type HowRead } from './MappingForm.tsx';

type Answer = Output<'charging.importSessions'>;
type Shown = { answer: Answer; /** The name it was read under. */ platform: string; done: boolean };

/** Importing a platform's file: name the platform, choose the file, see what it comes to and what its columns are taken for, and book it. */
export function ImportSessions() {
  const { t } = useTranslation(['charging', 'common']);
  const [platform, setPlatform] = useState('');
  const [file, setFile] = useState<string | undefined>();
  const [mapping, setMapping] = useState<SessionMapping | undefined>();
  const [touched, setTouched] = useState(false);
  const { reading, shown, how, refusal, committing, run } = useReading();
  const name = platform.trim();
  const begin = (picked: string) => { setMapping(undefined); setTouched(false); void run({ file: picked, platform: name, commit: false }); };
  const pick = async () => {
    const reply = await call('files.pickToOpen', { kind: 'barrier' });
    if (!reply.ok) return reading.refuse(reply);
    if (reply.value.file === null) return;
    setFile(reply.value.file);
    begin(reply.value.file);
  };
  const confirm = (next: SessionMapping) => { setMapping(next); setTouched(false); void run({ file: file ?? '', platform: name, mapping: next, commit: false }); };
  const commit = () => void run({ file: file ?? '', platform: name, commit: true, ...(mapping && { mapping }) });
  const renamed = shown !== undefined && !shown.done && shown.platform !== name;
  const stands = shown !== undefined && !reading.running && (shown.done || (!touched && !renamed));
  return (
    <div className="charging-scroll">
      <section className="card charging-import">
        <div className="sec"><h2>{t('import.title')}</h2><span className="muted small">{file?.split(/[\\/]/).at(-1)}</span><span className="hint"><Button onClick={() => goTo('charging', { tab: 'sessions' })}>{t('common:back')}</Button></span></div>
        <p className="muted">{t('import.start')}</p>
        <div className="charging-form">
          <Field label={t('import.platform')} placeholder={t('import.platformHint')} value={platform} autoFocus maxLength={40} onChange={setPlatform} />
          <Button look={file === undefined ? 'main' : 'plain'} disabled={name === '' || reading.running} title={name === '' ? t('import.needPlatform') : undefined} onClick={() => void pick()}>{t(file === undefined ? 'import.pick' : 'import.another')}</Button>
          {renamed && file !== undefined && <Button look="main" disabled={name === '' || reading.running} onClick={() => begin(file)}>{t('import.check')}</Button>}
        </div>
        {reading.running && <ProgressBar progress={reading.progress} label={t(committing ? 'import.importing' : 'import.checking')} onCancel={reading.cancel} />}
        <RefusalNote refusal={refusal} />
        {how && !shown?.done && <MappingForm platform={name} read={how} running={reading.running} onTouch={() => setTouched(true)} onConfirm={confirm} />}
        {touched && !reading.running && <p className="muted">{t('sheet.touched')}</p>}
        {stands && <ImportAnswer answer={shown.answer} />}
        {stands && (shown.done ? <Done answer={shown.answer} /> : <Preview answer={shown.answer} onCommit={commit} />)}
      </section>
    </div>
  );
}

/** Reads a file and keeps what came of it. Without a mapping the form of its columns begins anew. */
function useReading() {
  const { run: call_, running, progress, cancel } = useCommand('charging.importSessions');
  const [shown, setShown] = useState<Shown | undefined>();
  const [how, setHow] = useState<HowRead | undefined>();
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const [committing, setCommitting] = useState(false);
  const run = async (input: CallInput<'charging.importSessions'>) => {
    setRefusal(undefined);
    setCommitting(input.commit);
    if (!input.commit) setShown(undefined);
    if (!input.mapping && !input.commit) setHow(undefined);
    const reply = await call_(input);
    if (reply.ok) setShown({ answer: reply.value, platform: input.platform, done: input.commit });
    const read = reply.ok ? reply.value : reply.code === 'CHARGING_COLUMNS_MISSING' && reply.details.headers.length > 0 ? { ...reply.details, energyUnit: 'kWh' as const, utc: false, readBy: 'nothing' as const } : undefined;
    if (read && !input.mapping) setHow(read);
    // The form says itself what is missing.
    if (!reply.ok && !(read && !input.mapping)) setRefusal(reply);
  };
  return { reading: { running, progress, cancel, refuse: setRefusal }, shown, how, refusal, committing, run };
}

function Preview({ answer, onCommit }: { answer: Answer; onCommit: () => void }) {
  const { t } = useTranslation('charging');
  const { seen, accepted, needsReview, conflicts } = answer;
  const nothing = accepted === 0 && needsReview.length + conflicts.length === 0;
  return (
    <div className="charging-acts">
      <span className="muted small">{seen ? t('import.seen', { file: seen.file, at: dateTime(seen.at) }) : nothing ? t('import.nothing') : t('import.preview')}</span>
      {!seen && <Button look="main" onClick={onCommit}>{t('import.commit', { count: accepted })}</Button>}
    </div>
  );
}

function Done({ answer }: { answer: Answer }) {
  const { t } = useTranslation('charging');
  return (
    <div className="charging-acts">
      <span className="good" role="status">{t('import.done', { count: answer.accepted, amount: money(answer.energyFen + answer.serviceFen + answer.extraFen) })}</span>
      {answer.needsReview.length + answer.conflicts.length > 0 && <Button onClick={() => goTo('charging', { tab: 'review' })}>{t('import.seeReview')}</Button>}
      <Button look="main" onClick={() => goTo('charging', { tab: 'sessions' })}>{t('import.seeSessions')}</Button>
    </div>
  );
}
