import type { CallInput } from '../../../shared/contract/index.ts';
import { useCommand } from '../../api.ts';
import type { Progress } from '../../window-api.ts';
import { useSave, type Saving } from './book/use-save.ts';

type Exported = CallInput<'ledger.export'>;

export type BookExport = {
  run: (selection: Exported['selection'], name: string, format: Exported['format']) => Promise<void>;
  running: boolean;
  progress: Progress | undefined;
  cancel: () => void;
  saving: Saving;
};

/** Writes exactly the rows that a book shows to a workbook or a CSV file that the user picks. */
export function useBookExport(): BookExport {
  const saving = useSave();
  const { run, running, progress, cancel } = useCommand('ledger.export', { reloads: false });
  return {
    run: (selection, name, format) => saving.save(name, format, (file) => run({ selection, format, file })),
    running, progress, cancel, saving,
  };
}
