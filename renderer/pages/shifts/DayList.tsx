import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../components/states.tsx';
import { dateTime, money } from '../../text/formats.ts';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';
import { usePages } from '../ledger/book/use-pages.ts';
import type { ListProps } from './ShiftList.tsx';

type Item = Output<'shifts.listDays'>['items'][number];

/** Closed days, newest first; a row opens its report. */
export function DayList({ onChange }: ListProps) {
  const { t } = useTranslation('shifts');
  const pages = usePages('shifts.listDays', {});
  const columns = useDayColumns();
  return (
    <section className="card shift-list">
      <div className="sec">
        <h2>{t('days')}</h2>
        <span className="muted small">{pages.head && t('dayRows', { count: pages.head.total })}</span>
        <div className="hint">
          <ExportList list="shifts.listDays" input={{}} name={t('days')} />
        </div>
      </div>
      <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
      <LongTable
        label={t('days')}
        columns={columns}
        rowCount={pages.rowCount}
        rowAt={pages.rowAt}
        onView={pages.ensure}
        listKey={pages.listKey}
        loading={pages.loading && !pages.refusal}
        onOpen={(item) => onChange({ report: item.reportNo })}
        empty={<EmptyNote title={t('noDays')} />}
      />
    </section>
  );
}

function useDayColumns(): Column<Item>[] {
  const { t } = useTranslation(['shifts', 'common']);
  return useMemo(
    () => [
      { key: 'on', title: t('common:date'), width: '104px', cell: (item) => <b>{item.on}</b> },
      { key: 'no', title: t('reportNo'), width: '140px', cell: (item) => item.reportNo },
      { key: 'maker', title: t('maker'), width: 'minmax(72px, 1fr)', cell: (item) => item.userName },
      { key: 'closed', title: t('dayClosedAt'), width: '140px', from: 900, cell: (item) => dateTime(item.closedAt) },
      { key: 'shifts', title: t('shiftCount'), width: '64px', num: true, cell: (item) => item.shifts },
      { key: 'total', title: `${t('taken')} ¥`, width: '118px', num: true, led: true, cell: (item) => <b>{money(item.totalFen)}</b> },
      { key: 'off', title: `${t('difference')} ¥`, width: '108px', num: true, cell: (item) => <span className={item.overShortFen ? 'red' : 'muted'}>{item.overShortFen === 0 ? '—' : money(item.overShortFen)}</span> },
      { key: 'banked', title: `${t('bankedShort')} ¥`, width: '108px', num: true, cell: (item) => (item.bankedFen === 0 ? '—' : money(item.bankedFen)) },
    ],
    [t],
  );
}
