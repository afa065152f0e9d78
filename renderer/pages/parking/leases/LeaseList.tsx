import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { daysBetween } from '../../../../shared/domain/period.ts';
import { useQuery } from '../../../api.ts';
import { Button, Check } from '../../../components/controls.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../../components/states.tsx';
import { useMay, useSession } from '../../../session.ts';
import { money } from '../../../text/formats.ts';
import { Choice } from '../../fees/items/Choice.tsx';
import { LongTable, type Column } from '../../ledger/book/LongTable.tsx';
import { SearchBox } from '../../ledger/book/SearchBox.tsx';
import { usePages } from '../../ledger/book/use-pages.ts';
import { KindMark } from './KindMark.tsx';
import type { LeaseItem } from './LeaseLine.tsx';
import { leaseKinds, leasesFilter, leaseStates, REMIND_DAYS, type LeasesRoute } from './leases-route.ts';
import { StateTag } from './StateTag.tsx';
import { useWindowWords } from './windows-words.ts';

type LeaseListProps = { zones: readonly { zone: string }[]; route: LeasesRoute; onChange: (changes: Partial<LeasesRoute>) => void };

/** The leases that a filter lets through, with their number and what they bring in a month; a row opens its lease. */
export function LeaseList({ zones, route, onChange }: LeaseListProps) {
  const { t } = useTranslation('parking');
  const mayLease = useMay('manager', 'cashier', 'office');
  const filter = leasesFilter(route);
  const pages = usePages('parking.listLeases', filter);
  const columns = useLeaseColumns();
  const { head } = pages;
  const narrowed = Object.keys(filter).length > 0;
  const foot = head && head.total > 0 ? { no: <span className="foot-title">{t('lease.sum', { count: head.total })}</span>, monthly: <span className="dbl">{money(head.monthlyFen)}</span> } : undefined;
  return (
    <section className="card parking-main">
      <LeaseFilters zones={zones} route={route} onChange={onChange} />
      <div className="parking-bar">
        {mayLease && <Button onClick={() => onChange({ making: true, leaseId: undefined, space: undefined, from: undefined })}>{t('lease.new')}</Button>}
        <Reminder route={route} onChange={onChange} />
        {(route.contractNo !== undefined || route.homeId !== undefined) && (
          <Button look="link" onClick={() => onChange({ contractNo: undefined, homeId: undefined })}>
            {route.contractNo === undefined ? t('lease.ofOneHome') : t('lease.ofContract', { no: route.contractNo })} {t('lease.showAll')}
          </Button>
        )}
        <span className="at-end">
          <ExportList list="parking.listLeases" input={filter} name={t('tabs.leases')} />
        </span>
      </div>
      <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
      <LongTable
        label={t('tabs.leases')}
        columns={columns}
        rowCount={pages.rowCount}
        rowAt={pages.rowAt}
        onView={pages.ensure}
        listKey={pages.listKey}
        loading={pages.loading && !pages.refusal}
        onOpen={(row) => onChange({ leaseId: row.leaseId })}
        rowClass={(row) => `${row.state === 'ended' ? 'quiet' : ''} ${row.leaseId === route.leaseId ? 'chosen' : ''}`}
        {...(foot && { foot })}
        empty={<NoLeases narrowed={narrowed} ending={route.ending} />}
      />
    </section>
  );
}

function NoLeases({ narrowed, ending }: { narrowed: boolean; ending: boolean }) {
  const { t } = useTranslation('parking');
  if (ending) return <EmptyNote title={t('lease.noneEnding', { days: REMIND_DAYS })} />;
  return narrowed ? <EmptyNote title={t('lease.noMatch')}>{t('lease.noMatchNote')}</EmptyNote> : <EmptyNote title={t('lease.none')}>{t('lease.noneNote')}</EmptyNote>;
}

function LeaseFilters({ zones, route, onChange }: LeaseListProps) {
  const { t } = useTranslation('parking');
  return (
    <div className="parking-bar">
      <SearchBox wide label={t('lease.searchLabel')} placeholder={t('lease.search')} value={route.search ?? ''} onChange={(search) => onChange({ search })} />
      <Choice label={t('lease.kind')} value={route.kind ?? ''} options={[{ value: '' as const, label: t('everyLeaseKind') }, ...leaseKinds.map((value) => ({ value, label: t(`kind.${value}`) }))]} onChange={(kind) => onChange({ kind: kind || undefined })} />
      <Choice label={t('lease.state')} value={route.state ?? ''} options={[{ value: '' as const, label: t('everyState') }, ...leaseStates.map((value) => ({ value, label: t(`state.${value}`) }))]} onChange={(state) => onChange({ state: state || undefined })} />
      <Choice label={t('zone')} value={route.zone ?? ''} options={[{ value: '', label: t('everyZone') }, ...zones.map(({ zone }) => ({ value: zone, label: zone }))]} onChange={(zone) => onChange({ zone: zone || undefined })} />
      <label className="checked">
        <Check label={t('lease.owingOnly')} checked={route.owing} onChange={(owing) => onChange({ owing })} />
        {t('lease.owingOnly')}
      </label>
    </div>
  );
}

/** What ends within thirty days, as a number that opens the list of them. */
function Reminder({ route, onChange }: Pick<LeaseListProps, 'route' | 'onChange'>) {
  const { t } = useTranslation('parking');
  const ending = useQuery('parking.listLeases', { endsWithin: REMIND_DAYS, limit: 1 }, { keepLast: true });
  const count = ending.value?.total;
  return (
    <Button className={`ending-soon ${count ? 'some' : ''}`} aria-pressed={route.ending} onClick={() => onChange({ ending: !route.ending })}>
      {t('lease.ending', { days: REMIND_DAYS })} <b>{count ?? ''}</b>
    </Button>
  );
}

function useLeaseColumns(): Column<LeaseItem>[] {
  const { t } = useTranslation('parking');
  const { today } = useSession();
  const words = useWindowWords();
  return useMemo(
    () => [
      { key: 'no', title: t('lease.no'), width: '138px', cell: (row) => <b>{row.leaseNo}</b> },
      { key: 'payer', title: t('lease.payer'), width: 'minmax(130px, 1.2fr)', cell: (row) => <Payer row={row} />, hint: (row) => `${row.label} ${row.lessee}` },
      { key: 'space', title: t('lease.space'), width: '84px', cell: (row) => row.space },
      { key: 'state', title: t('lease.state'), width: '92px', cell: (row) => <StateTag state={row.state} /> },
      { key: 'windows', title: t('lease.windows'), width: 'minmax(120px, 1.3fr)', from: 1040, cell: (row) => words.windows(row.windows), hint: (row) => words.windows(row.windows) },
      { key: 'plates', title: t('lease.plates'), width: 'minmax(86px, 1fr)', from: 880, cell: (row) => row.plates.join(' '), hint: (row) => row.plates.join(' ') },
      { key: 'to', title: t('lease.end'), width: 'minmax(132px, 164px)', from: 560, cell: (row) => <End to={row.to} today={today} ended={row.state === 'ended'} /> },
      { key: 'monthly', title: t('lease.monthlyYuan'), width: '104px', num: true, led: true, cell: (row) => money(row.monthlyFen) },
      { key: 'open', title: t('lease.openYuan'), width: '96px', num: true, cell: (row) => <span className={row.openFen > 0 ? 'owed' : 'muted'}>{money(row.openFen)}</span> },
    ],
    [t, today, words],
  );
}

function Payer({ row }: { row: LeaseItem }): ReactNode {
  return (
    <span className="payer">
      <KindMark kind={row.kind} /> {row.label} {!row.isCompany && <span className="muted">{row.lessee}</span>}
    </span>
  );
}

/** The day of the end, with how many days are left of the last thirty. */
function End({ to, today, ended }: { to: string | null; today: string; ended: boolean }) {
  const { t } = useTranslation('parking');
  if (to === null) return <span className="muted">{t('lease.openEnd')}</span>;
  const left = daysBetween(today, to);
  if (ended || left > REMIND_DAYS || left < 0) return <>{to}</>;
  return (
    <>
      {to} <span className="warn small">{t('lease.daysLeft', { count: left })}</span>
    </>
  );
}
