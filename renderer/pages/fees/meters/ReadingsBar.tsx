import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { useCommand } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { ProgressBar, RefusalNote } from '../../../components/states.tsx';
import type { ReadingsSource } from './reading-words.ts';

type ReadingsBarProps = { source: ReadingsSource; preview: Output<'meters.previewReadings'>; onRead: () => void; onImported: (summary: Output<'meters.importReadings'>) => void };

/** The button that imports; where rows are refused it says so and takes only the others. */
export function ReadingsBar({ source, preview, onRead, onImported }: ReadingsBarProps) {
  const { t } = useTranslation('meters');
  const { run, running, refusal, progress, cancel } = useCommand('meters.importReadings');
  const refused = new Set(preview.errors.map(({ row }) => row)).size;
  const start = async () => {
    const reply = await run({ ...source, commit: true, onError: refused > 0 ? 'skip' : 'refuse' });
    if (reply.ok) onImported(reply.value);
  };
  return (
    <div className="card readings-bar">
      {running ? (
        <ProgressBar progress={progress && { ...progress, label: '' }} label={t('importing')} onCancel={cancel} />
      ) : (
        <>
          <span className="muted">{refused > 0 ? t('hasErrors', { count: refused }) : preview.accepted === 0 ? t('noChange') : ''}</span>
          <RefusalNote refusal={refusal} />
          <Button onClick={onRead}>{t('readAgain')}</Button>
          {preview.accepted > 0 && (
            <Button look="main" onClick={() => void start()}>
              {t(refused > 0 ? 'importClean' : 'doImport', { count: preview.accepted })}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
