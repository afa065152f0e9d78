import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../components/states.tsx';
import { money, yuan } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';
import { SearchBox } from '../ledger/book/SearchBox.tsx';
import { usePages } from '../ledger/book/use-pages.ts';
import { OneHome } from './OneHome.tsx';
import type { ReceiptItem } from './receipt-state.ts';
import { ReceiptPanel } from './ReceiptPanel.tsx';
import { ReceiptStateTag } from './ReceiptRow.tsx';
import type { RecordsRoute } from './records-route.ts';
import { useReceiptContent } from './use-receipt-content.ts';

export type RecordsProps = { route: RecordsRoute; onChange: (changes: Partial<RecordsRoute>) => void };

/** All receipts, newest first, of a day, a home or a search; a row opens its receipt with what may be done with it. */
export function AllReceipts({ route, onChange }: RecordsProps) {
  const { t } = useTranslation('payments');
  const { search, on, homeId, chosen } = route;
  const filter = { ...(search && { search }), ...(on && { on }), ...(homeId !== undefined && { homeId }) };
  const pages = usePages('payments.list', filter);
  const columns = useReceiptColumns();
  const { head } = pages;
  const foot = head && head.total > 0 ? { no: <span className="foot-title">{t('records.kept', { count: head.total })}</span>, amount: <span className="dbl">{yuan(head.totalFen)}</span> } : undefined;
  return (
    <div className="records-area">
      <section className="card records-main">
        <div className="records-bar">
          <SearchBox label={t('records.searchReceipts')} placeholder={t('records.receiptsHint')} value={search ?? ''} onChange={(text) => onChange({ search: text })} />
          <DayInput label={t('records.day')} value={on} onChange={(day) => onChange({ on: day })} />
          <OneHome homeId={homeId} onClear={() => onChange({ homeId: undefined })} />
          <span className="count muted small">{head && t('records.rows', { count: head.total })}</span>
          <ExportList list="payments.list" input={filter} name={t('records.receipts')} />
        </div>
        <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
        <LongTable
          label={t('records.receipts')}
          columns={columns}
          rowCount={pages.rowCount}
          rowAt={pages.rowAt}
          onView={pages.ensure}
          listKey={pages.listKey}
          loading={pages.loading && !pages.refusal}
          onOpen={(item) => onChange({ chosen: item.paymentId })}
          rowClass={(item) => `${item.reversalKind === null ? '' : 'undone'} ${item.paymentId === chosen ? 'chosen' : ''}`}
          {...(foot && { foot })}
          empty={<EmptyNote title={t('records.none')}>{t('records.noneNote')}</EmptyNote>}
        />
      </section>
      {chosen !== undefined && <ReceiptPanel key={chosen} paymentId={chosen} onClose={() => onChange({ chosen: undefined })} />}
    </div>
  );
}

function useReceiptColumns(): Column<ReceiptItem>[] {
  const { t } = useTranslation(['payments', 'common']);
  const content = useReceiptContent();
  return useMemo(
    () => [
      { key: 'no', title: t('no'), width: '132px', cell: (item) => <span className="a">{item.receiptNo}</span> },
      { key: 'on', title: t('paperText.date'), width: '92px', from: 560, cell: (item) => item.receivedOn },
      { key: 'home', title: t('who'), width: '96px', cell: (item) => <b>{item.label}</b> },
      { key: 'content', title: t('content'), width: 'minmax(96px, 1fr)', from: 720, cell: (item) => content(item), hint: content },
      { key: 'way', title: t('way'), width: '76px', from: 800, cell: (item) => t(`common:method.${item.method}`) },
      { key: 'cashier', title: t('cashier'), width: '86px', from: 900, cell: (item) => item.cashier },
      { key: 'amount', title: t('amount'), width: '116px', num: true, led: true, cell: (item) => <span className="a">{money(item.amountFen)}</span> },
      { key: 'state', title: t('state'), width: '176px', cell: (item) => <ReceiptStateTag item={item} /> },
    ],
    [t, content],
  );
}
