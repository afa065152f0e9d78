import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { ProgressBar, RefusalNote } from '../../components/states.tsx';
import { useMay } from '../../session.ts';
import { useSave } from './book/use-save.ts';

/** All entries as an hledger journal, so that an independent program can add the books up. */
export function HledgerExport() {
  const { t } = useTranslation('ledger');
  const may = useMay('manager', 'office', 'auditor');
  const saving = useSave();
  const { run, running, progress, cancel } = useCommand('ledger.exportHledger', { reloads: false });
  const [written, setWritten] = useState<{ entries: number; postings: number } | undefined>();
  const start = () =>
    saving.save('mingbai', 'journal', async (file) => {
      setWritten(undefined);
      const reply = await run({ file });
      if (reply.ok) setWritten(reply.value);
      return reply;
    });
  if (!may) return null;
  return (
    <>
      {running && <ProgressBar progress={progress && { ...progress, label: '' }} label={t('exporting')} onCancel={cancel} />}
      {written && saving.savedTo !== undefined && (
        <span className="good small selectable hledger-done" role="status" title={saving.savedTo}>
          {t('exported', { ...written, file: saving.savedTo })}
        </span>
      )}
      <RefusalNote refusal={saving.refusal} />
      <Button disabled={running} onClick={() => void start()}>
        {t('exportHledger')}
      </Button>
    </>
  );
}
