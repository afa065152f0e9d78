import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useCommand } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { ProgressBar, RefusalNote } from '../../components/states.tsx';
import { useMay } from '../../session.ts';

type RosterImportBarProps = {
  source: { file: string; sheet?: string };
  preview: Output<'roster.preview'>;
  onRead: () => void;
  onImported: (summary: Output<'roster.import'>) => void;
};

/** The button that imports; where rows are refused it says so and takes only the others. */
export function RosterImportBar({ source, preview, onRead, onImported }: RosterImportBarProps) {
  const { t } = useTranslation('roster');
  const may = useMay('manager');
  const { run, running, refusal, progress, cancel } = useCommand('roster.import');
  const hasErrors = preview.errors.length > 0;
  const refusedRows = preview.rows.filter((row) => row.action === 'refused').length;
  const nothingToDo = preview.created + preview.updated === 0;
  const start = async () => {
    const reply = await run({ ...source, commit: true, onError: hasErrors ? 'skip' : 'refuse' });
    if (reply.ok) onImported(reply.value);
  };
  return (
    <div className="card roster-import">
      {running ? (
        <ProgressBar progress={progress && { ...progress, label: '' }} label={t('importing')} onCancel={cancel} />
      ) : (
        <>
          <span className="muted">
            {hasErrors ? t('hasErrors', { count: refusedRows }) : nothingToDo ? t('noChange') : ''}
            {!may && ` ${t('onlyManager')}`}
          </span>
          <RefusalNote refusal={refusal} />
          <Button onClick={onRead}>{t('readAgain')}</Button>
          {may && !nothingToDo && (
            <Button look="main" onClick={() => void start()}>
              {t(hasErrors ? 'importClean' : 'import', { count: preview.homes })}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
