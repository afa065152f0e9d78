import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/controls.tsx';
import { dateTime, megabytes } from '../../text/formats.ts';
import type { Backups } from './recovery-api.ts';

type ListProps = { items: Backups['items']; disabled: boolean; onRestore: (file: string) => void };

/** The backups, newest first. Restoring one asks once more, in its row. */
export function BackupList({ items, disabled, onRestore }: ListProps) {
  const { t } = useTranslation(['estate', 'common']);
  const [asked, setAsked] = useState<string>();
  return (
    <ul>
      {items.map(({ file, bytes, at }) => (
        <li key={file}>
          <b>{dateTime(at)}</b>
          <span className="muted">{t('recovery.bytes', { size: megabytes(bytes) })}</span>
          <span className="muted small name" title={file}>
            {file.split(/[\\/]/).at(-1)}
          </span>
          {asked === file ? (
            <>
              <span>{t('recovery.confirm', { when: dateTime(at) })}</span>
              <Button disabled={disabled} onClick={() => onRestore(file)}>
                {t('common:ok')}
              </Button>
              <Button onClick={() => setAsked(undefined)}>{t('common:cancel')}</Button>
            </>
          ) : (
            <Button look="link" disabled={disabled} onClick={() => setAsked(file)}>
              {t('recovery.restore')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
