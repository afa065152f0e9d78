import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { useQuery } from '../../../api.ts';
import { ExportList } from '../../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../../components/states.tsx';
import { money } from '../../../text/formats.ts';
import { LongTable, type Column } from '../../ledger/book/LongTable.tsx';
import type { BarrierRoute } from './barrier-route.ts';
import { useDuration } from './use-duration.ts';

type LeaseUse = Output<'barrier.byLease'>['items'][number];

/** A month by lease: how often its cars came, how long they stayed beyond what was agreed, and what that would cost. */
export function LeaseUseView({ month, onChange }: { month: string; onChange: (changes: Partial<BarrierRoute>) => void }) {
  const { t } = useTranslation(['barrier', 'common']);
  const duration = useDuration();
  const use = useQuery('barrier.byLease', { month }, { keepLast: true });
  const items = use.value?.items ?? [];
  const over = items.filter(({ overstayMinutes }) => overstayMinutes > 0);
  const columns = useLeaseColumns();
  const sum = (of: (item: LeaseUse) => number) => items.reduce((total, item) => total + of(item), 0);
  const times = (count: number) => (count === 0 ? '' : t('byLease.times', { count }));
  return (
    <div className="barrier-area">
      <section className="card barrier-main">
        <div className="barrier-filter">
          <div className="barrier-title">
            <b>{items.length === 0 ? '' : over.length > 0 ? t('byLease.finding', { month, count: over.length, time: duration(sum(({ overstayMinutes }) => overstayMinutes)) }) : t('byLease.findingNone', { month })}</b>
            {items.length > 0 && <span className="muted small">{t('byLease.unit')}</span>}
          </div>
          <ExportList list="barrier.byLease" input={{ month }} name={`${t('view.byLease')} ${month}`} />
        </div>
        <RefusalNote refusal={use.refusal} onRetry={use.reload} />
        <LongTable
          label={t('view.byLease')} columns={columns} rowCount={items.length} rowAt={(index) => items[index]} listKey={month} loading={use.state === 'loading' && !use.value}
          onOpen={({ leaseId, leaseNo }) => onChange({ view: 'findings', leaseId, leaseNo, month, state: 'all', kind: undefined, search: undefined })}
          {...(items.length > 0 && { foot: { lease: t('common:total'), stays: times(sum(({ stays }) => stays)), overstays: times(sum(({ overstayStays }) => overstayStays)), minutes: duration(sum(({ overstayMinutes }) => overstayMinutes)), proposed: money(sum(({ proposedFen }) => proposedFen)), charged: money(sum(({ chargedFen }) => chargedFen)) } })}
          empty={<EmptyNote title={t('byLease.none')}>{t('byLease.noneNote')}</EmptyNote>}
        />
      </section>
    </div>
  );
}

function useLeaseColumns(): Column<LeaseUse>[] {
  const { t } = useTranslation('barrier');
  const duration = useDuration();
  return useMemo(() => {
    const times = (count: number) => (count === 0 ? '' : t('byLease.times', { count }));
    return [
      { key: 'lease', title: t('byLease.lease'), width: '138px', cell: (item) => item.leaseNo },
      { key: 'who', title: t('byLease.who'), width: 'minmax(120px, 1fr)', cell: (item) => item.label, hint: (item) => item.label },
      { key: 'lessee', title: t('byLease.lessee'), width: 'minmax(96px, 1fr)', from: 900, cell: (item) => <span className="muted">{item.lessee === item.label ? '' : item.lessee}</span>, hint: (item) => item.lessee },
      { key: 'space', title: t('byLease.space'), width: '84px', cell: (item) => item.space },
      { key: 'stays', title: t('byLease.stays'), width: '80px', num: true, cell: (item) => times(item.stays) },
      { key: 'overstays', title: t('byLease.overstays'), width: '80px', num: true, cell: (item) => <span className={item.overstayStays > 0 ? 'red' : ''}>{times(item.overstayStays)}</span> },
      { key: 'minutes', title: t('byLease.minutes'), width: '132px', num: true, cell: (item) => (item.overstayMinutes === 0 ? '' : duration(item.overstayMinutes)) },
      { key: 'proposed', title: t('byLease.proposed'), width: '112px', num: true, led: true, cell: (item) => money(item.proposedFen) },
      { key: 'charged', title: t('byLease.charged'), width: '112px', num: true, cell: (item) => <span className={item.chargedFen === 0 ? 'muted' : ''}>{money(item.chargedFen)}</span> },
      { key: 'lastSeen', title: t('byLease.lastSeen'), width: '136px', from: 860, cell: (item) => <span className="muted">{item.lastSeen?.slice(0, 16)}</span> },
    ];
  }, [t, duration]);
}
