import { useMemo } from 'react';
import { Select } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { Button, Check } from '../../components/controls.tsx';
import { EmptyNote, RefusalNote } from '../../components/states.tsx';
import { area, money } from '../../text/formats.ts';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';
import { SearchBox } from '../ledger/book/SearchBox.tsx';
import { usePages } from '../ledger/book/use-pages.ts';
import { sumUnits, type Units } from './HomeTree.tsx';
import { homesFilter, statuses, type HomesRoute } from './homes-route.ts';
import { NoHomesYet } from './NoHomesYet.tsx';

type HomeRow = Output<'homes.list'>['items'][number];
type HomeListProps = { units: Units | undefined; route: HomesRoute; onChange: (changes: Partial<HomesRoute>) => void };

/** The homes of the chosen building or unit, filtered; a row opens its home. */
export function HomeList({ units, route, onChange }: HomeListProps) {
  const { t } = useTranslation('homes');
  const { building, unit, search, status, owing } = route;
  const pages = usePages('homes.list', homesFilter(route));
  const columns = useHomeColumns();
  const chosen = (units ?? []).filter((one) => (building === undefined || one.building === building) && (unit === undefined || one.unit === unit));
  const narrowed = search !== undefined || status !== undefined || owing;
  // The tree knows the sums of whole units; a narrowed list has no total, rather than a wrong one.
  const foot = narrowed || chosen.length === 0 ? undefined : homesFoot(t('sum', { count: sumUnits(chosen).homes }), sumUnits(chosen).openFen);
  return (
    <>
      <HomeFilters route={route} onChange={onChange}>
        <span className="muted small">{pages.loading ? '' : foot ? t('rows', { count: sumUnits(chosen).homes }) : t(pages.complete ? 'rows' : 'rowsMore', { count: pages.knownRows })}</span>
      </HomeFilters>
      <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
      <LongTable
        label={t('title')}
        columns={columns}
        rowCount={pages.rowCount}
        rowAt={pages.rowAt}
        onView={pages.ensure}
        listKey={pages.listKey}
        loading={pages.loading && !pages.refusal}
        onOpen={(row) => onChange({ homeId: row.homeId })}
        rowClass={(row) => (row.homeId === route.homeId ? 'chosen' : '')}
        {...(foot && { foot })}
        empty={<NoHomes any={(units?.length ?? 0) > 0} onClear={() => onChange({ search: undefined, status: undefined, owing: false })} />}
      />
    </>
  );
}

function statusWords({ status, homeType, mergedInto }: HomeRow, t: TFunction<['homes', 'common']>): string {
  if (mergedInto !== null) return t('mergedSoon', { label: mergedInto });
  return homeType === 'residence' ? t(`common:homeStatus.${status}`) : `${t(`common:homeStatus.${status}`)}·${t(`common:homeType.${homeType}`)}`;
}

function homesFoot(title: string, openFen: number) {
  return { label: <span className="foot-title">{title}</span>, open: <span className="dbl">{money(openFen)}</span> };
}

function useHomeColumns(): Column<HomeRow>[] {
  const { t } = useTranslation(['homes', 'common']);
  return useMemo(
    () => [
      { key: 'label', title: t('label'), width: '100px', cell: (row) => <b>{row.label}</b> },
      { key: 'owner', title: t('owner'), width: 'minmax(84px, 1fr)', cell: (row) => (row.ownerName === '' ? <span className="muted">{t('noOwner')}</span> : row.ownerName), hint: (row) => row.ownerName },
      { key: 'status', title: t('status'), width: '120px', from: 640, cell: (row) => statusWords(row, t), hint: (row) => statusWords(row, t) },
      { key: 'area', title: t('area'), width: '104px', num: true, from: 520, cell: (row) => area(row.areaDm2) },
      { key: 'open', title: t('open'), width: 'minmax(106px, 132px)', num: true, led: true, cell: (row) => <span className={row.openFen > 0 ? 'owed' : 'muted'}>{money(row.openFen)}</span> },
      { key: 'prepaid', title: t('prepaid'), width: 'minmax(98px, 120px)', num: true, cell: (row) => <span className={row.prepaidFen > 0 ? '' : 'muted'}>{money(row.prepaidFen)}</span> },
    ],
    [t],
  );
}

type HomeFiltersProps = Pick<HomeListProps, 'route' | 'onChange'> & { children: React.ReactNode };

function HomeFilters({ route, onChange, children }: HomeFiltersProps) {
  const { t } = useTranslation(['homes', 'common']);
  return (
    <div className="homes-bar">
      <SearchBox wide label={t('searchLabel')} placeholder={t('search')} value={route.search ?? ''} onChange={(search) => onChange({ search })} />
      <Select
        aria-label={t('status')}
        style={{ width: 124 }}
        value={route.status ?? ANY}
        onChange={(picked) => onChange({ status: statuses.find((status) => status === picked) })}
        options={[{ value: ANY, label: t('anyStatus') }, ...statuses.map((status) => ({ value: status, label: t(`common:homeStatus.${status}`) }))]}
      />
      <label className="checked">
        <Check label={t('owingOnly')} checked={route.owing} onChange={(owing) => onChange({ owing })} />
        {t('owingOnly')}
      </label>
      <span className="homes-count">{children}</span>
    </div>
  );
}

const ANY = 'any';

function NoHomes({ any, onClear }: { any: boolean; onClear: () => void }) {
  const { t } = useTranslation('homes');
  if (!any) {
    return <NoHomesYet />;
  }
  return (
    <EmptyNote title={t('none')}>
      {t('noneNote')}{' '}
      <Button look="link" onClick={onClear}>
        {t('clearFilter')}
      </Button>
    </EmptyNote>
  );
}
