import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reloadQueries, useCommand } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { ProgressBar, RefusalNote } from '../../components/states.tsx';

/** Asks in words before a backup takes the place of the books; afterwards everyone signs in again. */
export function RestoreAsk({ file, onClose }: { file: string; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const { run, running, refusal, progress, cancel } = useCommand('backup.restore', { reloads: false });
  const [keptAs, setKeptAs] = useState<string | undefined>();
  const restore = async () => {
    const reply = await run({ file });
    if (reply.ok) setKeptAs(reply.value.keptAs);
  };
  if (keptAs !== undefined) {
    return (
      <div className="restore-ask done" role="status">
        <b>{t('restored', { file: keptAs })}</b>
        <Button onClick={reloadQueries}>{t('common:ok')}</Button>
      </div>
    );
  }
  return (
    <div className="restore-ask" role="alertdialog" aria-label={t('restore')}>
      <b>{t('restoreAsk', { file: file.split(/[\\/]/).at(-1) })}</b>
      <p>{t('restoreNote')}</p>
      <RefusalNote refusal={refusal} />
      {running ? (
        <ProgressBar progress={progress && { ...progress, label: '' }} label={t('restoring')} onCancel={cancel} />
      ) : (
        <div className="restore-acts">
          <Button onClick={() => void restore()}>{t('restoreYes')}</Button>
          <Button look="link" onClick={onClose} autoFocus>
            {t('common:cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}
