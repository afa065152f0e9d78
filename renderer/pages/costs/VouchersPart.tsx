import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { costStates } from '../../../shared/contract/costs.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { costKinds, isIncome, type CostKind } from '../../../shared/domain/cost-target.ts';
import { useQuery } from '../../api.ts';
import { Button, FundTag, Tag } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../components/states.tsx';
import { goTo, useRoute } from '../../route.ts';
import { useSession } from '../../session.ts';
import { money } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';
import { usePages } from '../ledger/book/use-pages.ts';
import { EvidenceLimit } from './EvidenceLimit.tsx';
import { useTargetName } from './use-target-name.ts';
import { VoucherForm } from './VoucherForm.tsx';
import { VoucherPanel } from './VoucherPanel.tsx';
import { STATE_TONES } from './voucher-states.ts';

type Item = Output<'costs.list'>['items'][number];
const ALL = 'all';
const funds = ['property', 'common'] as const;

/** Vouchers by state, fund, kind and month; one of them with its papers and what the manager may do. */
export function VouchersPart() {
  const { t } = useTranslation(['costs', 'common']);
  const { params } = useRoute();
  const { user } = useSession();
  const [search, setSearch] = useState('');
  const [said, setSaid] = useState('');
  const [state, fund, kind, month, open] = [costStates.find((one) => one === params.get('state')), funds.find((one) => one === params.get('fund')), costKinds.find((one) => one === params.get('kind')), params.get('month') ?? undefined, params.get('cost') ?? undefined];
  const input = { ...(state && { state }), ...(fund && { fund }), ...(kind && { kind }), ...(month !== undefined && { month }), ...(search.trim() !== '' && { search: search.trim() }) };
  const pages = usePages('costs.list', input);
  const columns = useColumns();
  const go = (changes: Record<string, string | undefined>) => goTo('costs', Object.fromEntries(Object.entries({ tab: 'vouchers', state, fund, kind, month, cost: open, ...changes }).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ALL)));
  if (params.get('add') !== null) return <VoucherForm key={params.get('instalment')} instalmentId={Number(params.get('instalment')) || undefined} onDone={(words) => { setSaid(words); goTo('costs', { tab: 'vouchers' }); }} />;
  const mayAdd = user.role === 'manager' || user.role === 'office';
  return (
    <div className="parking-area" onKeyDown={(event) => { if (event.key === 'Escape' && open !== undefined) go({ cost: undefined }); }}>
      <section className="card parking-main">
        <div className="parking-bar">
          <input className="input costs-search" aria-label={t('searchLabel')} placeholder={t('search')} value={search} maxLength={60} onChange={(event) => setSearch(event.target.value)} />
          <Select aria-label={t('stateLabel')} style={{ width: 124 }} value={state ?? ALL} options={[{ value: ALL, label: t('allStates') }, ...costStates.map((value) => ({ value, label: t(`state.${value}`) }))]} onChange={(next: string) => go({ state: next, cost: undefined })} />
          <Select aria-label={t('fundLabel')} style={{ width: 132 }} value={fund ?? ALL} options={[{ value: ALL, label: t('allFunds') }, ...funds.map((value) => ({ value, label: t(`common:fundLong.${value}`) }))]} onChange={(next: string) => go({ fund: next, cost: undefined })} />
          <Select aria-label={t('kindLabel')} style={{ width: 128 }} value={kind ?? ALL} options={[{ value: ALL, label: t('allKinds') }, ...costKinds.map((value) => ({ value, label: t(`kind.${value}`) }))]} onChange={(next: string) => go({ kind: next, cost: undefined })} />
          <DayInput label={t('month')} month value={month} onChange={(next) => go({ month: next, cost: undefined })} />
          <span className="at-end charging-ends"><ExportList list="costs.list" input={input} name={t('list.name')} />{mayAdd && <Button look={open === undefined ? 'main' : 'plain'} onClick={() => goTo('costs', { tab: 'vouchers', add: 1 })}>{t('add')}</Button>}</span>
        </div>
        <Finding onShow={state === 'waiting' ? undefined : () => goTo('costs', { tab: 'vouchers', state: 'waiting' })} />
        {said !== '' && <p className="side-said" role="status">{said}</p>}
        <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
        <LongTable label={t('list.name')} columns={columns} rowCount={pages.rowCount} rowAt={pages.rowAt} onView={pages.ensure} listKey={pages.listKey} loading={pages.loading && !pages.refusal} empty={<EmptyNote title={t(Object.keys(input).length === 0 ? 'list.first' : 'list.none')}>{t('list.noneNote')}</EmptyNote>} rowClass={(item) => (item.costId === open ? 'chosen' : '')} onOpen={(item) => { go({ cost: item.costId }); setSaid(''); }} />
        {pages.head && pages.head.totals.vouchers > 0 && <Totals totals={pages.head.totals} />}
      </section>
      {open !== undefined && <VoucherPanel key={open} costId={open} onClose={() => go({ cost: undefined })} />}
    </div>
  );
}

/** What waits for the manager, and from which amount on a paper is needed. */
function Finding({ onShow }: { onShow: (() => void) | undefined }) {
  const { t } = useTranslation('costs');
  const waiting = useQuery('costs.waiting', {}).value;
  if (!waiting) return <div className="costs-finding" />;
  return (
    <div className="costs-finding">
      <h2>{waiting.count === 0 ? t('finding.none') : t('finding.waiting', { count: waiting.count, amount: money(waiting.amountFen) })}</h2>
      {waiting.count > 0 && onShow && <Button look="link" onClick={onShow}>{t('seeWaiting')}</Button>}
      <EvidenceLimit />
    </div>
  );
}

function Totals({ totals: { vouchers, outFen, inFen, movedFen } }: { totals: Output<'costs.list'>['totals'] }) {
  const { t } = useTranslation('costs');
  return <div className="costs-totals"><span>{t('list.sum')}</span><span>{t('list.rows', { count: vouchers })}</span><b>{t('list.out', { amount: money(outFen) })}</b><b>{t('list.in', { amount: money(inFen) })}</b>{movedFen > 0 && <span>{t('list.moved', { amount: money(movedFen) })}</span>}</div>;
}

/** Which way the money went. */
const signOf = (kind: CostKind): string => (isIncome(kind) ? '+' : kind === 'transfer' ? '' : '−');

function useColumns(): Column<Item>[] {
  const { t } = useTranslation('costs');
  const targetName = useTargetName();
  return useMemo(
    () => [
      { key: 'no', title: t('list.no'), width: '132px', cell: (item) => item.costNo },
      { key: 'paidOn', title: t('list.paidOn'), width: '100px', cell: (item) => item.paidOn },
      { key: 'kind', title: t('list.kind'), width: '112px', from: 820, cell: (item) => t(`kind.${item.kind}`) },
      { key: 'fund', title: t('fundLabel'), width: '84px', cell: (item) => <FundTag fund={item.fund} /> },
      { key: 'what', title: t('list.what'), width: 'minmax(130px, 1.2fr)', cell: (item) => item.what, hint: (item) => item.what },
      { key: 'payee', title: t('list.payee'), width: 'minmax(120px, 1fr)', from: 960, cell: (item) => item.payee, hint: (item) => item.payee },
      { key: 'target', title: t('list.target'), width: 'minmax(120px, 1fr)', from: 1080, cell: (item) => targetName(item.targets) || t('dash'), hint: (item) => targetName(item.targets) },
      { key: 'files', title: t('list.files'), width: '56px', num: true, from: 900, cell: (item) => (item.attachments === 0 ? '' : t('list.filesCount', { count: item.attachments })) },
      { key: 'amount', title: t('list.amount'), width: '124px', num: true, led: true, cell: (item) => <span className={item.state === 'rejected' || item.state === 'reversed' ? 'costs-struck' : ''}>{signOf(item.kind)}{money(item.amountFen)}</span> },
      { key: 'state', title: t('list.state'), width: '96px', cell: (item) => <Tag tone={STATE_TONES[item.state]}>{t(`state.${item.state}`)}</Tag> },
    ],
    [t, targetName],
  );
}
