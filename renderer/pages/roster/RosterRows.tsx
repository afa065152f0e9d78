import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { call } from '../../api.ts';
import { Button, Segments, Tag } from '../../components/controls.tsx';
import { EmptyNote } from '../../components/states.tsx';
import { area, money, rate } from '../../text/formats.ts';
import { countText } from '../ledger/book/count-text.ts';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';
import { SaveNote } from '../ledger/book/SaveNote.tsx';
import { SearchBox } from '../ledger/book/SearchBox.tsx';
import { useSave } from '../ledger/book/use-save.ts';
import { useRosterWords, type RosterAction, type RosterRow } from './roster-words.ts';

const actions = ['create', 'update', 'unchanged', 'merged', 'refused'] as const satisfies readonly RosterAction[];
type Shown = RosterAction | 'all';
type RosterRowsProps = { source: { file: string; sheet?: string }; preview: Output<'roster.preview'> };

/** The rows of a workbook with what would become of each, filtered by result and text. */
export function RosterRows({ source, preview }: RosterRowsProps) {
  const { t } = useTranslation('roster');
  const [shown, setShown] = useState<Shown>(preview.errors.length > 0 ? 'refused' : 'all');
  const [search, setSearch] = useState('');
  const allColumns = useRosterColumns();
  const refusedColumns = useRefusedColumns();
  const saving = useSave();
  const rows = useMemo(() => preview.rows.filter((row) => (shown === 'all' || row.action === shown) && fits(row, search)), [preview.rows, shown, search]);
  const choices: { value: Shown; label: string }[] = [
    { value: 'all', label: `${t('all')} ${countText(preview.rows.length)}` },
    ...actions.map((action) => ({ value: action, label: `${t(`action.${action}`)} ${countText(preview.rows.filter((row) => row.action === action).length)}` })),
  ];
  const clear = () => {
    setShown('all');
    setSearch('');
  };
  const saveRows = () =>
    saving.save(t('saveName'), 'xlsx', (saveAs) => call('roster.savePreview', { ...source, ...(shown !== 'all' && { actions: [shown] }), ...(search !== '' && { search }), saveAs }));
  return (
    <section className="card roster-rows">
      <div className="roster-bar">
        <Segments label={t('filter')} value={shown} choices={choices} onChange={setShown} />
        <SearchBox label={t('searchLabel')} placeholder={t('search')} value={search} onChange={setSearch} />
        <span className="muted small roster-file">{t('file', { file: source.file.split(/[\\/]/).at(-1), sheet: preview.sheet, row: preview.headerRow })}</span>
        <Button disabled={rows.length === 0} onClick={() => void saveRows()}>
          {t('saveXlsx')}
        </Button>
      </div>
      <div className="roster-notes">
        <SaveNote saving={saving} />
      </div>
      <LongTable
        label={t('title')}
        columns={shown === 'refused' ? refusedColumns : allColumns}
        rowCount={rows.length}
        rowAt={(index) => rows[index]}
        listKey={`${shown} ${search}`}
        rowClass={(row) => (row.action === 'unchanged' || row.action === 'merged' ? 'quiet' : '')}
        empty={
          preview.rows.length === 0 ? (
            <EmptyNote title={t('noRows')} />
          ) : (
            <EmptyNote title={t('noMatch')}>
              <Button look="link" onClick={clear}>
                {t('clear')}
              </Button>
            </EmptyNote>
          )
        }
      />
    </section>
  );
}

/** The same rule as the saved workbook's, so that both show the same rows. */
function fits(row: RosterRow, search: string): boolean {
  return search === '' || row.label.includes(search) || row.ownerName.includes(search);
}

function useRosterColumns(): Column<RosterRow>[] {
  const { t } = useTranslation('roster');
  const words = useRosterWords();
  return useMemo(
    () => [
      { key: 'row', title: t('row'), width: '62px', num: true, cell: (row) => <span className="muted">{row.row}</span> },
      { key: 'action', title: t('result'), width: '76px', cell: (row) => <ActionTag action={row.action} /> },
      { key: 'home', title: t('home'), width: '104px', cell: (row) => <b>{row.label}</b> },
      { key: 'owner', title: t('owner'), width: '104px', cell: (row) => row.ownerName, hint: (row) => row.ownerName },
      { key: 'status', title: t('status'), width: '104px', cell: (row) => words.status(row.status) },
      { key: 'handover', title: t('handover'), width: '98px', cell: (row) => row.handoverOn ?? '' },
      { key: 'area', title: t('areaHead'), width: '106px', num: true, cell: (row) => (row.areaDm2 === null ? '' : area(row.areaDm2)) },
      { key: 'rate', title: t('rate'), width: '70px', num: true, cell: (row) => (row.rateE4 === null ? '' : rate(row.rateE4)) },
      { key: 'arrears', title: t('arrearsHead'), width: '118px', num: true, led: true, cell: (row) => (row.arrearsFen === null ? '' : <span className={row.arrearsFen > 0 ? '' : 'muted'}>{money(row.arrearsFen)}</span>) },
      { key: 'note', title: t('note'), width: 'minmax(220px, 1fr)', cell: (row) => <span className={row.action === 'refused' ? 'red selectable' : 'selectable'}>{words.note(row)}</span>, hint: words.note },
    ],
    [t, words],
  );
}

/** Of a refused row nothing counts but where it stands, what it says and what is wrong with that. */
function useRefusedColumns(): Column<RosterRow>[] {
  const { t } = useTranslation('roster');
  const words = useRosterWords();
  return useMemo(() => {
    const each = (text: (issue: RosterRow['issues'][number]) => string) => (row: RosterRow) => row.issues.map(text).join('；');
    const header = each((issue) => issue.header || words.field(issue.column));
    const value = each((issue) => (issue.value === '' ? t('nothing') : issue.value));
    const reason = each((issue) => words.reason(issue.reason));
    return [
      { key: 'row', title: t('row'), width: '62px', num: true, cell: (row) => <span className="muted">{row.row}</span> },
      { key: 'action', title: t('result'), width: '84px', cell: (row) => <ActionTag action={row.action} /> },
      { key: 'home', title: t('home'), width: '132px', cell: (row) => <b>{row.label}</b>, hint: (row) => row.label },
      { key: 'column', title: t('column'), width: 'minmax(120px, 1fr)', cell: header, hint: header },
      { key: 'value', title: t('says'), width: 'minmax(120px, 1fr)', cell: (row) => <span className="selectable">{value(row)}</span>, hint: value },
      { key: 'reason', title: t('why'), width: 'minmax(260px, 2fr)', cell: (row) => <span className="red selectable">{reason(row)}</span>, hint: reason },
    ];
  }, [t, words]);
}

function ActionTag({ action }: { action: RosterAction }) {
  const { t } = useTranslation('roster');
  const word = t(`action.${action}`);
  if (action === 'refused') return <Tag tone="red">{word}</Tag>;
  return action === 'update' ? <Tag tone="blue">{word}</Tag> : <Tag>{word}</Tag>;
}
