import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { Button, Segments, Tag } from '../../../components/controls.tsx';
import { EmptyNote } from '../../../components/states.tsx';
import { countText } from '../../ledger/book/count-text.ts';
import { LongTable, type Column } from '../../ledger/book/LongTable.tsx';
import { SearchBox } from '../../ledger/book/SearchBox.tsx';
import { useItemName } from '../item-name.ts';
import { useReadingWords, type ReadingAction, type ReadingRow } from './reading-words.ts';

const actions = ['base', 'reading', 'replace', 'unchanged', 'unread', 'refused'] as const satisfies readonly ReadingAction[];
type Shown = ReadingAction | 'all';

/** The rows of a list of readings with what would become of each, filtered by result and text. */
export function ReadingRows({ file, preview }: { file: string; preview: Output<'meters.previewReadings'> }) {
  const { t } = useTranslation('meters');
  const [shown, setShown] = useState<Shown>(preview.errors.length > 0 ? 'refused' : 'all');
  const [search, setSearch] = useState('');
  const allColumns = useAllColumns();
  const refusedColumns = useRefusedColumns();
  const rows = useMemo(() => preview.rows.filter((row) => (shown === 'all' || row.action === shown) && (search === '' || row.label.includes(search) || row.meterNo.includes(search))), [preview.rows, shown, search]);
  const present = actions.map((action) => ({ action, count: preview.rows.filter((row) => row.action === action).length })).filter(({ count }) => count > 0);
  const choices: { value: Shown; label: string }[] = [{ value: 'all', label: `${t('all')} ${countText(preview.rows.length)}` }, ...present.map(({ action, count }) => ({ value: action, label: `${t(`action.${action}`)} ${countText(count)}` }))];
  return (
    <section className="card readings-rows">
      <div className="fees-bar">
        <Segments label={t('filter')} value={shown} choices={choices} onChange={setShown} />
        <SearchBox label={t('searchLabel')} placeholder={`${t('home')} / ${t('meterNo')}`} value={search} onChange={setSearch} />
        <span className="muted small fees-count">{t('file', { file: file.split(/[\\/]/).at(-1), sheet: preview.sheet, row: preview.headerRow })}</span>
      </div>
      <LongTable
        label={t('importTitle')}
        columns={shown === 'refused' ? refusedColumns : allColumns}
        rowCount={rows.length}
        rowAt={(index) => rows[index]}
        listKey={`${shown} ${search}`}
        rowClass={(row) => (row.action === 'unchanged' || row.action === 'unread' ? 'quiet' : '')}
        empty={preview.rows.length === 0 ? <EmptyNote title={t('noRows')} /> : <EmptyNote title={t('noMatch')}><Button look="link" onClick={() => { setShown('all'); setSearch(''); }}>{t('clear')}</Button></EmptyNote>}
      />
    </section>
  );
}

function useAllColumns(): Column<ReadingRow>[] {
  const { t } = useTranslation('meters');
  const itemName = useItemName();
  const words = useReadingWords();
  return useMemo<Column<ReadingRow>[]>(() => {
    const note = (row: ReadingRow) => row.issues.map((issue) => `${issue.header || words.field(issue.column)}：${words.reason(issue)}`).join('；');
    return [
      { key: 'row', title: t('row'), width: '56px', num: true, cell: (row) => <span className="muted">{row.row}</span> },
      { key: 'action', title: t('result'), width: '84px', cell: (row) => <ActionTag action={row.action} /> },
      { key: 'home', title: t('home'), width: '108px', cell: (row) => <b>{row.label}</b>, hint: (row) => row.label },
      { key: 'item', title: t('item'), width: '96px', cell: (row) => itemName(row.itemName) },
      { key: 'meter', title: t('meterNo'), width: 'minmax(90px, 130px)', cell: (row) => <span className="muted">{row.meterNo}</span>, hint: (row) => row.meterNo },
      { key: 'day', title: t('readOn'), width: '98px', cell: (row) => row.readOn },
      { key: 'last', title: t('last'), width: '100px', num: true, cell: (row) => <span className="muted">{words.quantity(row.lastE4)}</span> },
      { key: 'value', title: t('reading'), width: '100px', num: true, cell: (row) => words.quantity(row.valueE4) },
      { key: 'used', title: t('used'), width: '90px', num: true, led: true, cell: (row) => (row.action === 'base' ? '' : words.quantity(row.usedE4)) },
      { key: 'note', title: t('note'), width: 'minmax(180px, 1fr)', cell: (row) => <span className="red selectable">{note(row)}</span>, hint: note },
    ];
  }, [t, itemName, words]);
}

/** Of a refused row nothing counts but where it stands, what it says and what is wrong with that. */
function useRefusedColumns(): Column<ReadingRow>[] {
  const { t } = useTranslation('meters');
  const words = useReadingWords();
  return useMemo<Column<ReadingRow>[]>(() => {
    const each = (text: (issue: ReadingRow['issues'][number]) => string) => (row: ReadingRow) => row.issues.map(text).join('；');
    const header = each((issue) => issue.header || words.field(issue.column));
    const value = each((issue) => (issue.value === '' ? t('empty') : issue.value));
    const reason = each(words.reason);
    return [
      { key: 'row', title: t('row'), width: '56px', num: true, cell: (row) => <span className="muted">{row.row}</span> },
      { key: 'home', title: t('home'), width: '132px', cell: (row) => <b>{row.label}</b>, hint: (row) => row.label },
      { key: 'column', title: t('column'), width: 'minmax(110px, 1fr)', cell: header, hint: header },
      { key: 'value', title: t('says'), width: 'minmax(110px, 1fr)', cell: (row) => <span className="selectable">{value(row)}</span>, hint: value },
      { key: 'reason', title: t('why'), width: 'minmax(260px, 2fr)', cell: (row) => <span className="red selectable">{reason(row)}</span>, hint: reason },
    ];
  }, [t, words]);
}

function ActionTag({ action }: { action: ReadingAction }) {
  const { t } = useTranslation('meters');
  const word = t(`action.${action}`);
  if (action === 'refused') return <Tag tone="red">{word}</Tag>;
  return action === 'replace' || action === 'base' ? <Tag tone="blue">{word}</Tag> : <Tag>{word}</Tag>;
}
