import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../shared/contract/index.ts';
import type { ExportedList } from '../../shared/contract/exports.ts';
import { useCommand } from '../api.ts';
import { SaveNote } from '../pages/ledger/book/SaveNote.tsx';
import { useSave } from '../pages/ledger/book/use-save.ts';
import { Button } from './controls.tsx';
import { ProgressBar } from './states.tsx';

type Props<Name extends ExportedList> = { list: Name; /** What the screen asks its query, without paging. */ input: Omit<CallInput<Name>, 'limit' | 'after'>; /** Of the file. */ name: string };

/** Saves the list on the screen, with its filters, as a workbook or a CSV file that the user picks. */
export function ExportList<Name extends ExportedList>({ list, input, name }: Props<Name>) {
  const { t } = useTranslation();
  const saving = useSave();
  const { run, running, progress, cancel } = useCommand('exports.save', { reloads: false });
  const save = (format: 'xlsx' | 'csv') => void saving.save(name, format, (file) => run({ list, input: { ...input }, format, file }));
  return (
    <span className="export-list">
      <Button onClick={() => save('xlsx')} disabled={running}>
        {t('exportXlsx')}
      </Button>
      <Button onClick={() => save('csv')} disabled={running}>
        {t('exportCsv')}
      </Button>
      {running && <ProgressBar progress={progress} label={t('export')} onCancel={cancel} />}
      <SaveNote saving={saving} />
    </span>
  );
}
