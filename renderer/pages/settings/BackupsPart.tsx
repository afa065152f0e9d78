import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../../shared/errors.ts';
import { call, useCommand, useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { EmptyNote, ProgressBar, RefusalNote, Skeleton } from '../../components/states.tsx';
import { useMay, useSession } from '../../session.ts';
import { dateTime, megabytes } from '../../text/formats.ts';
import { pickToSave } from '../ledger/book/use-save.ts';
import { RestoreAsk } from './RestoreAsk.tsx';

/** Backups: made now, listed, restored. */
export function BackupsPart() {
  const { t } = useTranslation('settings');
  const mayRestore = useMay('manager');
  const mayBackUp = useMay('manager', 'office');
  const list = useQuery('backup.list', {});
  const [asking, setAsking] = useState<string | undefined>();
  const [pickRefusal, setPickRefusal] = useState<Refusal | undefined>();
  const items = list.value?.items;
  const pickFile = async () => {
    setPickRefusal(undefined);
    const reply = await call('files.pickToOpen', { kind: 'backup' });
    if (!reply.ok) setPickRefusal(reply);
    else if (reply.value.file !== null) setAsking(reply.value.file);
  };
  return (
    <section className="card backups">
      <div className="settings-bar">
        <BackUpNow />
        {mayRestore ? <Button onClick={() => void pickFile()}>{t('restoreFile')}</Button> : <span className="muted small">{t('restoreOnlyManager')}</span>}
      </div>
      <div className="settings-notes">
        <RefusalNote refusal={list.refusal} onRetry={list.reload} />
        <RefusalNote refusal={pickRefusal} />
      </div>
      {asking !== undefined && <RestoreAsk key={asking} file={asking} onClose={() => setAsking(undefined)} />}
      {!items && list.state === 'loading' && <Skeleton rows={5} />}
      {items?.length === 0 && <EmptyNote title={t('noBackups')}>{mayBackUp ? t('noBackupsNote') : undefined}</EmptyNote>}
      {items && items.length > 0 && (
        <table className="book">
          <thead>
            <tr>
              <th>{t('backupAt')}</th>
              <th>{t('backupFile')}</th>
              <th className="num">{t('backupSize')}</th>
              {mayRestore && <th className="num">{t('restore')}</th>}
            </tr>
          </thead>
          <tbody>
            {items.map((backup) => (
              <tr key={backup.file} className={backup.file === asking ? 'chosen' : ''}>
                <td>{dateTime(backup.at)}</td>
                <td>{backup.file.split(/[\\/]/).at(-1)}</td>
                <td className="num">{megabytes(backup.bytes)}</td>
                {mayRestore && (
                  <td className="num">
                    <Button look="link" onClick={() => setAsking(backup.file)}>
                      {t('restore')}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.value && <p className="muted small selectable backups-folder">{t('folder', { folder: list.value.folder })}</p>}
    </section>
  );
}

function BackUpNow() {
  const { t } = useTranslation('settings');
  const may = useMay('manager', 'office');
  const { today } = useSession();
  const { run, running, refusal, progress, cancel } = useCommand('backup.create');
  const [made, setMade] = useState<{ file: string; bytes: number } | undefined>();
  const [pickRefusal, setPickRefusal] = useState<Refusal | undefined>();
  const backUp = async (file?: string) => {
    setMade(undefined);
    const reply = await run(file === undefined ? {} : { file });
    if (reply.ok) setMade(reply.value);
  };
  const backUpTo = async () => {
    setPickRefusal(undefined);
    const picked = await pickToSave(`mingbai-${today}`, 'sqlite');
    if (typeof picked === 'string') await backUp(picked);
    else if (picked !== null) setPickRefusal(picked);
  };
  if (!may) return null;
  return (
    <>
      <Button look="main" disabled={running} onClick={() => void backUp()}>
        {t('backupNow')}
      </Button>
      <Button disabled={running} onClick={() => void backUpTo()}>
        {t('backupTo')}
      </Button>
      {running && <ProgressBar progress={progress && { ...progress, label: '' }} label={t('backingUp')} onCancel={cancel} />}
      <RefusalNote refusal={refusal ?? pickRefusal} />
      {made && (
        <span className="good small selectable" role="status">
          {t('backupDone', { file: made.file.split(/[\\/]/).at(-1), size: megabytes(made.bytes) })}
        </span>
      )}
    </>
  );
}
