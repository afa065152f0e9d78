import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../components/states.tsx';
import { money, yuan } from '../../text/formats.ts';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';
import { SearchBox } from '../ledger/book/SearchBox.tsx';
import { usePages } from '../ledger/book/use-pages.ts';
import type { RecordsProps } from './AllReceipts.tsx';
import { PrepaidPanel } from './PrepaidPanel.tsx';

type PrepaidHome = Output<'payments.listPrepaid'>['items'][number];

/** Homes that hold prepayment; a row opens its statement, and gives back what is not served. */
export function PrepaidList({ route, onChange }: RecordsProps) {
  const { t } = useTranslation('payments');
  const { search, homeId } = route;
  const filter = { ...(search && { search }) };
  const pages = usePages('payments.listPrepaid', filter);
  const columns = usePrepaidColumns();
  const total = pages.head && pages.head.totalFen > 0 ? { label: t('sum'), prepaid: <span className="dbl">{yuan(pages.head.totalFen)}</span> } : undefined;
  return (
    <div className="records-area">
      <section className="card records-main">
        <div className="records-bar">
          <SearchBox label={t('records.searchHomes')} placeholder={t('records.homesHint')} value={search ?? ''} onChange={(text) => onChange({ search: text })} />
          <span className="count muted small">{!pages.loading && t(pages.complete ? 'records.homes' : 'records.homesMore', { count: pages.knownRows })}</span>
          <ExportList list="payments.listPrepaid" input={filter} name={t('records.prepaid')} />
        </div>
        <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
        <LongTable
          label={t('records.prepaid')}
          columns={columns}
          rowCount={pages.rowCount}
          rowAt={pages.rowAt}
          onView={pages.ensure}
          listKey={pages.listKey}
          loading={pages.loading && !pages.refusal}
          onOpen={(row) => onChange({ homeId: row.homeId })}
          rowClass={(row) => (row.homeId === homeId ? 'chosen' : '')}
          {...(total && { foot: total })}
          empty={<EmptyNote title={t('records.noPrepaid')}>{t('records.noPrepaidNote')}</EmptyNote>}
        />
      </section>
      {homeId !== undefined && <PrepaidPanel key={homeId} homeId={homeId} onClose={() => onChange({ homeId: undefined })} />}
    </div>
  );
}

function usePrepaidColumns(): Column<PrepaidHome>[] {
  const { t } = useTranslation(['payments', 'common']);
  return useMemo(
    () => [
      { key: 'label', title: t('paperText.home'), width: '96px', cell: (row) => <b>{row.label}</b> },
      { key: 'owner', title: t('common:owner'), width: 'minmax(84px, 1fr)', cell: (row) => row.ownerName, hint: (row) => row.ownerName },
      { key: 'monthly', title: t('records.monthly'), width: '104px', num: true, from: 800, cell: (row) => <span className="muted">{row.monthlyFeeFen === 0 ? '—' : money(row.monthlyFeeFen)}</span> },
      { key: 'months', title: t('records.months'), width: '104px', num: true, from: 720, cell: (row) => <span className="muted">{row.monthlyFeeFen === 0 ? '—' : t('months', { count: Math.floor(row.prepaidFen / row.monthlyFeeFen) })}</span> },
      { key: 'last', title: t('records.lastReceived'), width: '104px', from: 760, cell: (row) => row.lastReceivedOn ?? '—' },
      { key: 'bonus', title: t('records.bonus'), width: '112px', num: true, cell: (row) => <span className={row.bonusFen === 0 ? 'muted' : ''}>{money(row.bonusFen)}</span> },
      { key: 'prepaid', title: t('records.held'), width: '124px', num: true, led: true, cell: (row) => <b>{money(row.prepaidFen)}</b> },
    ],
    [t],
  );
}
