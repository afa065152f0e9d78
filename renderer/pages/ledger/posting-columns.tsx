import type { TFunction } from 'i18next';
import type { BookRow, BookSelection } from '../../../shared/contract/ledger.ts';
import { FundTag } from '../../components/controls.tsx';
import { money } from '../../text/formats.ts';
import type { Column } from './book/LongTable.tsx';
import type { useLedgerWords } from './ledger-words.ts';

export type PostingRow = BookRow;

/** The columns of a journal, account ledger or home ledger. In a journal the entry stands out on its first line. */
export function postingColumns(book: BookSelection['book'], t: TFunction<'ledger'>, words: ReturnType<typeof useLedgerWords>, rowAt: (index: number) => PostingRow | undefined): Column<PostingRow>[] {
  const follows = (row: PostingRow, index: number) => book === 'journal' && index > 0 && rowAt(index - 1)?.entryId === row.entryId;
  // A long entry fills many screens: its further lines repeat it, greyed.
  const once = (value: string, row: PostingRow, index: number) => (follows(row, index) ? <span className="muted">{value}</span> : value);
  const columns: Column<PostingRow>[] = [
    { key: 'entry', title: t('entryNo'), width: '76px', cell: (row, index) => once(String(row.entryId), row, index) },
    { key: 'on', title: t('day'), width: '94px', cell: (row, index) => once(row.on, row, index) },
    { key: 'kind', title: t('kindHead'), width: '104px', from: 900, cell: (row, index) => once(words.kind(row.kind), row, index) },
    { key: 'memo', title: t('memo'), width: 'minmax(110px, 1fr)', cell: (row, index) => once(row.memo, row, index), hint: (row) => row.memo },
  ];
  if (book !== 'account') {
    const name = (row: PostingRow) => `${row.account} ${words.account(row.account, row.accountName)}`;
    columns.push({ key: 'account', title: t('account'), width: 'minmax(130px, 220px)', from: book === 'home' ? 900 : 0, cell: name, hint: name });
  }
  columns.push({ key: 'fund', title: t('fund'), width: '82px', from: 860, cell: (row) => <FundTag fund={row.fund} /> });
  if (book !== 'home') columns.push({ key: 'home', title: t('home'), width: '92px', cell: (row) => row.label ?? '' });
  columns.push(
    { key: 'debit', title: t('debit'), width: 'minmax(104px, 128px)', num: true, led: true, cell: (row) => (row.amountFen > 0 ? money(row.amountFen) : '') },
    { key: 'credit', title: t('credit'), width: 'minmax(104px, 128px)', num: true, cell: (row) => (row.amountFen < 0 ? money(-row.amountFen) : '') },
  );
  if (book !== 'journal') {
    columns.push({ key: 'balance', title: book === 'home' ? t('balanceOwed') : t('balance'), width: 'minmax(116px, 148px)', num: true, cell: (row) => <b>{money(row.balanceFen)}</b> });
  }
  return columns;
}
