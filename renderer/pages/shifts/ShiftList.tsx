import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../components/states.tsx';
import { dateTime, money } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';
import { SearchBox } from '../ledger/book/SearchBox.tsx';
import { usePages } from '../ledger/book/use-pages.ts';
import type { ShiftsRoute } from './shifts-route.ts';

export type ListProps = { route: ShiftsRoute; onChange: (changes: Partial<ShiftsRoute>) => void };
type Item = Output<'shifts.list'>['items'][number];

/** Shifts, newest first: a cashier's own, everybody's for those who answer for the books. A row opens its report. */
export function ShiftList({ route: { search, from, to }, onChange }: ListProps) {
  const { t } = useTranslation('shifts');
  const filter = { ...(search && { search }), ...(from && { from }), ...(to && { to }) };
  const pages = usePages('shifts.list', filter);
  const columns = useShiftColumns();
  return (
    <div className="shift-area">
      <section className="card shift-list">
        <div className="shift-bar">
          <SearchBox label={t('search')} placeholder={t('searchHint')} value={search ?? ''} onChange={(text) => onChange({ search: text })} />
          <DayInput label={t('from')} value={from} onChange={(day) => onChange({ from: day })} />
          <DayInput label={t('to')} value={to} onChange={(day) => onChange({ to: day })} />
          <span className="rows muted small">{pages.head && t('rows', { count: pages.head.total })}</span>
          <ExportList list="shifts.list" input={filter} name={t('title')} />
        </div>
        <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
        <LongTable
          label={t('view.reports')}
          columns={columns}
          rowCount={pages.rowCount}
          rowAt={pages.rowAt}
          onView={pages.ensure}
          listKey={pages.listKey}
          loading={pages.loading && !pages.refusal}
          onOpen={(item) => item.reportNo !== null && onChange({ report: item.reportNo })}
          empty={<EmptyNote title={t('noShifts')}>{t('noShiftsNote')}</EmptyNote>}
        />
      </section>
    </div>
  );
}

const fenOrDash = (fen: number | null): string => (fen === null || fen === 0 ? '—' : money(fen));

function useShiftColumns(): Column<Item>[] {
  const { t } = useTranslation('shifts');
  return useMemo(
    () => [
      { key: 'no', title: t('reportNo'), width: '132px', cell: (item) => (item.reportNo === null ? <span className="tag amber">{t('stillOpen')}</span> : item.reportNo) },
      { key: 'cashier', title: t('cashier'), width: 'minmax(72px, 1fr)', cell: (item) => <b>{item.userName}</b> },
      { key: 'witness', title: t('witness'), width: 'minmax(72px, 1fr)', from: 1000, cell: (item) => item.witness ?? '', hint: (item) => item.witness ?? undefined },
      { key: 'opened', title: t('openedAt'), width: '132px', cell: (item) => dateTime(item.openedAt) },
      { key: 'closed', title: t('closedAt'), width: '132px', from: 860, cell: (item) => (item.closedAt === null ? '' : dateTime(item.closedAt)) },
      { key: 'total', title: `${t('taken')} ¥`, width: '108px', num: true, led: true, cell: (item) => (item.totalFen === null ? '' : <b>{money(item.totalFen)}</b>) },
      { key: 'counted', title: `${t('counted')} ¥`, width: '118px', num: true, cell: (item) => (item.countedFen === null ? '' : money(item.countedFen)) },
      { key: 'off', title: `${t('difference')} ¥`, width: '108px', num: true, cell: (item) => <span className={item.overShortFen ? 'red' : 'muted'}>{fenOrDash(item.overShortFen)}</span> },
      { key: 'banked', title: `${t('bankedShort')} ¥`, width: '100px', num: true, from: 760, cell: (item) => fenOrDash(item.bankedFen) },
      { key: 'day', title: t('day'), width: '132px', from: 1080, cell: (item) => <span className="muted">{item.dayNo ?? '—'}</span> },
    ],
    [t],
  );
}
