import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { Check, Tag } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../components/states.tsx';
import { money, yuan } from '../../text/formats.ts';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';
import { SearchBox } from '../ledger/book/SearchBox.tsx';
import { usePages } from '../ledger/book/use-pages.ts';
import type { RecordsProps } from '../payments/AllReceipts.tsx';
import { OneHome } from '../payments/OneHome.tsx';
import { DepositRecord } from './DepositRecord.tsx';

export type DepositItem = Output<'deposits.list'>['items'][number];

/** Deposits that are held, or all that ever were; a row opens one, to return it. */
export function DepositList({ route, onChange }: RecordsProps) {
  const { t } = useTranslation(['deposits', 'payments']);
  const { search, homeId, everyDeposit, chosen } = route;
  const filter = { ...(search && { search }), ...(homeId !== undefined && { homeId }), ...(!everyDeposit && { heldOnly: true }) };
  const pages = usePages('deposits.list', filter);
  const columns = useDepositColumns();
  const { head } = pages;
  const foot = head && head.total > 0 ? { no: <span className="foot-title">{t('rows', { count: head.total })}</span>, held: <span className="dbl">{yuan(head.heldFen)}</span> } : undefined;
  return (
    <div className="records-area">
      <section className="card records-main">
        <div className="records-bar">
          <SearchBox label={t('search')} placeholder={t('searchHint')} value={search ?? ''} onChange={(text) => onChange({ search: text })} />
          <label className="checked">
            <Check label={t('every')} checked={everyDeposit} onChange={(checked) => onChange({ everyDeposit: checked })} />
            {t('every')}
          </label>
          <OneHome homeId={homeId} onClear={() => onChange({ homeId: undefined })} />
          <span className="count muted small">{head && t('rows', { count: head.total })}</span>
          <ExportList list="deposits.list" input={filter} name={t('title')} />
        </div>
        <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
        <LongTable
          label={t('title')}
          columns={columns}
          rowCount={pages.rowCount}
          rowAt={pages.rowAt}
          onView={pages.ensure}
          listKey={pages.listKey}
          loading={pages.loading && !pages.refusal}
          onOpen={(item) => onChange({ chosen: item.receiptNo })}
          rowClass={(item) => `${item.heldFen === 0 ? 'quiet' : ''} ${item.receiptNo === chosen ? 'chosen' : ''}`}
          {...(foot && { foot })}
          empty={<EmptyNote title={everyDeposit ? t('none') : t('noneHeld')}>{t('noneNote')}</EmptyNote>}
        />
      </section>
      {chosen !== undefined && <DepositRecord key={chosen} receiptNo={chosen} onClose={() => onChange({ chosen: undefined })} />}
    </div>
  );
}

function useDepositColumns(): Column<DepositItem>[] {
  const { t } = useTranslation(['deposits', 'payments', 'common']);
  return useMemo(
    () => [
      { key: 'no', title: t('payments:no'), width: '126px', cell: (item) => item.receiptNo },
      { key: 'on', title: t('receivedOn'), width: '92px', cell: (item) => item.receivedOn },
      { key: 'home', title: t('payments:who'), width: 'minmax(96px, 1fr)', cell: (item) => <b>{item.label}</b> },
      { key: 'kind', title: t('kind'), width: 'minmax(96px, 120px)', cell: (item) => t(`kinds.${item.kind}`) },
      { key: 'payer', title: t('payments:payerIs'), width: 'minmax(80px, 1fr)', from: 720, cell: (item) => item.payer, hint: (item) => item.note },
      { key: 'way', title: t('payments:way'), width: '70px', from: 800, cell: (item) => t(`common:method.${item.method}`) },
      { key: 'amount', title: t('payments:amount'), width: '110px', num: true, led: true, cell: (item) => money(item.amountFen) },
      { key: 'returned', title: t('returned'), width: '104px', num: true, from: 860, cell: (item) => <span className={item.returnedFen === 0 ? 'muted' : ''}>{money(item.returnedFen)}</span> },
      { key: 'retained', title: t('retained'), width: '104px', num: true, from: 860, cell: (item) => <span className={item.retainedFen === 0 ? 'muted' : ''}>{money(item.retainedFen)}</span> },
      { key: 'held', title: t('held'), width: '110px', num: true, cell: (item) => (item.heldFen === 0 ? <Tag>{t('settled')}</Tag> : <b>{money(item.heldFen)}</b>) },
    ],
    [t],
  );
}
