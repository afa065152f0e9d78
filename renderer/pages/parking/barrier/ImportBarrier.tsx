import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BarrierMapping } from '../../../../shared/domain/barrier-types.ts';
import type { CallInput, Output } from '../../../../shared/contract/index.ts';
import type { Refusal } from '../../../../shared/errors.ts';
import { call, useCommand } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { ProgressBar, RefusalNote } from '../../../components/states.tsx';
import { BarrierMappingForm } from './BarrierMappingForm.tsx';
import type { BarrierRoute } from './barrier-route.ts';
import { ImportDone, ImportResult } from './ImportResult.tsx';

type Answer = Output<'barrier.import'>;

/** Importing a barrier's file: choose it, see what it brings (naming columns where they are not recognised), and import. */
export function ImportBarrier({ onLeave }: { onLeave: (changes: Partial<BarrierRoute>) => void }) {
  const { t } = useTranslation(['barrier', 'common']);
  const [file, setFile] = useState<string | undefined>();
  const [mapping, setMapping] = useState<BarrierMapping | undefined>();
  const [shown, setShown] = useState<Answer | undefined>();
  const [done, setDone] = useState<Answer | undefined>();
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const preview = useCommand('barrier.import', { reloads: false });
  const importing = useCommand('barrier.import');
  const check = async (picked: string, columns: BarrierMapping | undefined) => {
    setShown(undefined);
    setDone(undefined);
    importing.clear();
    const reply = await preview.run(inputOf(picked, columns, false));
    if (reply.ok) setShown(reply.value);
  };
  const pick = async () => {
    setRefusal(undefined);
    const reply = await call('files.pickToOpen', { kind: 'barrier' });
    if (!reply.ok) return setRefusal(reply);
    if (reply.value.file === null) return;
    setFile(reply.value.file);
    setMapping(undefined);
    void check(reply.value.file, undefined);
  };
  const commit = async () => {
    const reply = await importing.run(inputOf(file ?? '', mapping, true));
    if (reply.ok) setDone(reply.value);
  };
  const name = file?.split(/[\\/]/).at(-1) ?? '';
  const unknown = preview.refusal?.code === 'BARRIER_COLUMNS_MISSING' ? preview.refusal.details : undefined;
  return (
    <div className="barrier-scroll barrier-import">
      <div className="barrier-import-head">
        <h2>{t('import.title')}</h2>
        <span className="muted small">{name}</span>
        {file !== undefined && <Button onClick={() => void pick()}>{t('import.another')}</Button>}
        <Button onClick={() => onLeave({})}>{t('common:back')}</Button>
      </div>
      <RefusalNote refusal={refusal ?? (unknown && unknown.headers.length > 0 ? undefined : preview.refusal) ?? importing.refusal} />
      {file === undefined && <ImportStart onPick={() => void pick()} />}
      {preview.running && <ProgressBar progress={preview.progress} label={t('import.checking')} onCancel={preview.cancel} />}
      {importing.running && <ProgressBar progress={importing.progress} label={t('import.importing')} onCancel={importing.cancel} />}
      {file !== undefined && unknown && unknown.headers.length > 0 && (
        <BarrierMappingForm
          key={file} headers={unknown.headers} missing={unknown.missing} running={preview.running}
          onConfirm={(columns) => {
            setMapping(columns);
            void check(file, columns);
          }}
        />
      )}
      {done && <ImportDone file={name} answer={done} onLeave={onLeave} />}
      {shown && !done && <ImportResult answer={shown} running={importing.running} onCommit={() => void commit()} />}
    </div>
  );
}

function inputOf(file: string, mapping: BarrierMapping | undefined, commit: boolean): CallInput<'barrier.import'> {
  return { file, commit, ...(mapping?.plate !== undefined && { mapping: { ...mapping, plate: mapping.plate } }) };
}

function ImportStart({ onPick }: { onPick: () => void }) {
  const { t } = useTranslation('barrier');
  return (
    <section className="card barrier-import-first">
      <h3>{t('import.start')}</h3>
      <p>{t('import.startNote')}</p>
      <p className="muted">{t('import.startRules')}</p>
      <Button look="main" onClick={onPick} autoFocus>
        {t('import.pick')}
      </Button>
    </section>
  );
}
