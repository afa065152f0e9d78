import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract/index.ts';
import type { ExportedList } from '../../../shared/contract/exports.ts';
import { call } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { SaveNote } from '../ledger/book/SaveNote.tsx';
import { useSave } from '../ledger/book/use-save.ts';

type Props<Name extends ExportedList> = { list: Name; input: Omit<CallInput<Name>, 'limit' | 'after'>; /** Of the file. */ name: string; label?: string };

/** One button that saves a list as a workbook: a card of the board has no room for more. */
export function BoardSave<Name extends ExportedList>({ list, input, name, label }: Props<Name>) {
  const { t } = useTranslation('board');
  const saving = useSave();
  const [running, setRunning] = useState(false);
  // Nothing that takes long enough for progress, and a board of such buttons would listen for it ten times.
  const save = async () => {
    setRunning(true);
    await saving.save(name, 'xlsx', (file) => call('exports.save', { list, input: { ...input }, format: 'xlsx', file }));
    setRunning(false);
  };
  return (
    <span className="board-save">
      <Button disabled={running} onClick={() => void save()}>{label ?? t('save')}</Button>
      <SaveNote saving={saving} />
    </span>
  );
}
