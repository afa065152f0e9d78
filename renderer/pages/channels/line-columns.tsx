import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { Tag } from '../../components/controls.tsx';
import { linkTo } from '../../route.ts';
import { money } from '../../text/formats.ts';
import type { Column } from '../ledger/book/LongTable.tsx';

export type LineItem = Output<'channels.list'>['items'][number];

/** What tells an item of the list: a line, or an entry that no file has. */
export function keyOfItem({ lineId, entries }: LineItem): string {
  return lineId === null ? `e${entries[0]?.entryId ?? 0}` : String(lineId);
}

/** Why a line is an exception, or what became of it. */
export function StateTag({ item }: { item: LineItem }) {
  const { t } = useTranslation('channels');
  if (item.state === 'exception') return <Tag tone="red">{t(`reason.${item.reason ?? 'NOT_REGISTERED'}`)}</Tag>;
  if (item.state === 'held') return <Tag tone="amber">{t('state.held')}</Tag>;
  return <Tag>{t(`state.${item.state}`)}</Tag>;
}

/** The columns of a list of lines; `work`: only exceptions, whose reason is what counts. */
export function useLineColumns(work: boolean): Column<LineItem>[] {
  const { t } = useTranslation('channels');
  return useMemo(() => {
    const party = (item: LineItem) => [item.counterparty, item.note].filter(Boolean).join(' · ');
    const receipt = ({ entries }: LineItem) => entries.map(({ label, no }) => [label, no].filter(Boolean).join(' ')).join('、');
    const columns: (Column<LineItem> & { onlyLines?: boolean })[] = [
      { key: 'day', title: t('list.day'), width: '98px', cell: (item) => item.on },
      { key: 'clock', title: t('list.clock'), width: '72px', from: 900, onlyLines: true, cell: (item) => <span className="muted">{item.clock}</span> },
      { key: 'channel', title: t('overview.head'), width: '72px', cell: (item) => t(`channel.${item.channel}`) },
      { key: 'what', title: t('list.what'), width: '84px', from: 720, cell: (item) => t(`kind.${item.kind}`) },
      { key: 'state', title: t('list.state'), width: work ? '188px' : '148px', cell: (item) => <StateTag item={item} />, hint: (item) => item.decision },
      { key: 'no', title: t('list.no'), width: 'minmax(120px, 1.2fr)', from: work ? 900 : 800, cell: (item) => <span className="selectable">{item.transactionNo}</span>, hint: (item) => item.transactionNo },
      { key: 'party', title: t('list.party'), width: 'minmax(110px, 1fr)', cell: (item) => <span className="muted">{party(item)}</span>, hint: party },
      {
        key: 'receipt', title: t('list.receipt'), width: 'minmax(130px, 1fr)', from: 1000, onlyLines: true, hint: receipt,
        cell: (item) => (item.entries[0] ? <a className="figure" href={linkTo('ledger', { book: 'journal', entry: item.entries[0].entryId })} title={t('list.seeEntry')} onClick={(event) => event.stopPropagation()}>{receipt(item) || item.entries[0].payer}</a> : ''),
      },
      { key: 'amount', title: t('list.amount'), width: '118px', num: true, led: true, cell: (item) => <span className={item.amountFen < 0 ? 'red' : ''}>{money(item.amountFen)}</span> },
      { key: 'fee', title: t('list.fee'), width: '92px', num: true, from: 860, onlyLines: true, cell: (item) => <span className="muted">{item.feeFen === 0 ? '' : money(item.feeFen)}</span> },
    ];
    return columns.filter(({ onlyLines }) => !(work && onlyLines));
  }, [t, work]);
}
