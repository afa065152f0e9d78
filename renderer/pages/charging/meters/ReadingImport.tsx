import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import type { Refusal } from '../../../../shared/errors.ts';
import { call, useCommand } from '../../../api.ts';
import { RefusalNote } from '../../../components/states.tsx';

type Issues = Output<'charging.importReadings'>['issues'];
export type ReadingImport = { start: () => Promise<void>; running: boolean; /** How it ended well. */ said: string; refusal: Refusal | undefined; issues: Issues };

/** Lets somebody pick a file of readings and takes it in. */
export function useReadingImport(): ReadingImport {
  const { t } = useTranslation('charging');
  const { run, running, refusal } = useCommand('charging.importReadings');
  const [pickRefusal, setPickRefusal] = useState<Refusal | undefined>();
  const [said, setSaid] = useState('');
  const [issues, setIssues] = useState<Issues>([]);
  const start = async () => {
    const picked = await call('files.pickToOpen', { kind: 'roster' });
    setSaid('');
    setPickRefusal(picked.ok ? undefined : picked);
    if (!picked.ok || picked.value.file === null) return;
    const reply = await run({ file: picked.value.file, commit: true });
    setIssues(reply.ok ? reply.value.issues : []);
    if (reply.ok && reply.value.written) setSaid(t('readings.done', { count: reply.value.added, unchanged: reply.value.unchanged }));
  };
  return { start, running, said, refusal: pickRefusal ?? refusal, issues };
}

const SHOWN = 100;

/** Why a file was not taken, row by row. */
export function ReadingIssues({ reading: { refusal, issues } }: { reading: ReadingImport }) {
  const { t } = useTranslation('charging');
  return (
    <>
      <RefusalNote refusal={refusal} />
      {issues.length > 0 && (
        <section className="card refusal" role="alert">
          <div>
            <p>{t('readings.note')}</p>
            <ul className="meter-alarms">{issues.slice(0, SHOWN).map(({ row, field, reason, value }, index) => <li key={index}>{t('readings.issue', { row, field: t(`readings.field.${field}`), reason: t(`readings.reason.${reason}`), value })}</li>)}</ul>
          </div>
        </section>
      )}
    </>
  );
}
