import { Select } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { kgColumn, kgText } from '../../../shared/domain/market.ts';
import { addMonths, firstDay } from '../../../shared/domain/period.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button, Segments, Tag } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { goTo, useRoute } from '../../route.ts';
import { useMay, useSession } from '../../session.ts';
import { dateTime, money } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';
import { usePages } from '../ledger/book/use-pages.ts';
import { DeliveryForm, WasteForm } from './DeliveryForm.tsx';
import { VoidForm, type Voidable } from './VoidForm.tsx';

const views = ['list', 'growers', 'waste'] as const;
type View = (typeof views)[number];
type Item = Output<'market.listDeliveries'>['items'][number];
const ALL = '';

/** A stretch of days in the address; the last two months and this one, where it names none. */
export function useDays(): { from: string; to: string; go: (changes: Record<string, string | number>) => void } {
  const { params } = useRoute();
  const { today } = useSession();
  const [from, to] = [params.get('from') ?? firstDay(addMonths(today.slice(0, 7), -2)), params.get('to') ?? today];
  return { from, to, go: (changes) => goTo('market', { ...Object.fromEntries(params), from, to, ...changes }) };
}

/** What growers brought, who they are, and what spoilt. */
export function DeliveriesPart() {
  const { t } = useTranslation('market');
  const { params } = useRoute();
  const may = useMay('manager', 'office');
  const { go } = useDays();
  const [form, setForm] = useState<'delivery' | 'waste' | undefined>();
  const [row, setRow] = useState<Voidable | undefined>();
  const [said, setSaid] = useState('');
  const view = views.find((one) => one === params.get('view')) ?? 'list';
  const done = (words: string) => { setSaid(words); setRow(undefined); };
  const choose = <Segments label={t('deliveries.view')} value={view} choices={views.map((value) => ({ value, label: t(`deliveries.views.${value}`) }))} onChange={(next: View) => { setRow(undefined); go({ view: next }); }} />;
  const acts = may && <><Button onClick={() => { setForm('waste'); setSaid(''); }}>{t('deliveries.waste')}</Button>{form === undefined && <Button look="main" onClick={() => { setForm('delivery'); setSaid(''); }}>{t('deliveries.add')}</Button>}</>;
  return (
    <div className="market-column">
      {form === 'delivery' && <DeliveryForm onDone={done} onClose={() => setForm(undefined)} />}
      {form === 'waste' && <WasteForm onDone={done} onClose={() => setForm(undefined)} />}
      {row && <VoidForm key={`${row.kind}${String(row.id)}`} row={row} onDone={done} onClose={() => setRow(undefined)} />}
      {said !== '' && <p className="market-said" role="status">{said}</p>}
      {view === 'list' ? <Deliveries head={choose} acts={acts} onVoid={may ? setRow : undefined} /> : view === 'growers' ? <Growers head={choose} acts={acts} may={may} /> : <Waste head={choose} acts={acts} onVoid={may ? setRow : undefined} />}
    </div>
  );
}

type ListProps = { head: ReactNode; acts: ReactNode; onVoid: ((row: Voidable) => void) | undefined };

function Deliveries({ head, acts, onVoid }: ListProps) {
  const { t } = useTranslation('market');
  const { from, to, go } = useDays();
  const [product, setProduct] = useState(ALL);
  const [village, setVillage] = useState(ALL);
  const input = { from, to, ...(product !== ALL && { product }), ...(village !== ALL && { village }) };
  const pages = usePages('market.listDeliveries', input);
  const products = useQuery('market.listProducts', {}).value?.items ?? [];
  const villages = [...new Set((useQuery('market.listSuppliers', {}).value?.items ?? []).map((one) => one.village))];
  const columns = useColumns();
  const total = pages.head?.total;
  const openRow = (item: Item) => { if (item.voided === null) onVoid?.({ kind: 'delivery', id: item.deliveryId, words: `${item.on} ${item.supplier} ${item.product} ${kgText(item.grams)} kg` }); };
  return (
    <section className="card parking-main">
      <div className="parking-bar">
        {head}
        <DayInput label={t('from')} clearable={false} value={from} onChange={(day) => day !== undefined && go({ from: day })} />
        <DayInput label={t('to')} clearable={false} value={to} onChange={(day) => day !== undefined && go({ to: day })} />
        <Select aria-label={t('product')} value={product} options={[{ value: ALL, label: t('products') }, ...products.map((one) => ({ value: one.product, label: one.product }))]} onChange={setProduct} />
        <Select aria-label={t('village')} value={village} options={[{ value: ALL, label: t('villages') }, ...villages.map((value) => ({ value, label: value }))]} onChange={setVillage} />
        <span className="at-end export-list"><ExportList list="market.listDeliveries" input={input} name={t('deliveries.name')} />{acts}</span>
      </div>
      <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
      <LongTable label={t('deliveries.name')} columns={columns} rowCount={pages.rowCount} rowAt={pages.rowAt} onView={pages.ensure} listKey={pages.listKey} loading={pages.loading} empty={<EmptyNote title={t('deliveries.none')}>{t('deliveries.noneNote')}</EmptyNote>} {...(total && total.rows > 0 && { foot: { on: t('sum'), kg: kgColumn(total.grams), paid: money(total.fen) } })} rowClass={(item) => (item.voided ? 'market-gone' : '')} onOpen={openRow} />
    </section>
  );
}

function useColumns(): Column<Item>[] {
  const { t } = useTranslation('market');
  return useMemo(() => [
    { key: 'on', title: t('on'), width: '104px', cell: (item) => item.on }, { key: 'supplier', title: t('grower'), width: 'minmax(80px,1fr)', cell: (item) => item.supplier }, { key: 'village', title: t('village'), width: 'minmax(80px,1fr)', cell: (item) => item.village }, { key: 'product', title: t('product'), width: 'minmax(90px,1fr)', cell: (item) => item.product },
    { key: 'kg', title: t('kg'), width: '104px', num: true, cell: (item) => kgColumn(item.grams) }, { key: 'price', title: t('deliveries.price'), width: '104px', num: true, cell: (item) => money(item.priceFen) }, { key: 'paid', title: t('deliveries.paid'), width: '112px', num: true, led: true, cell: (item) => money(item.paidFen) },
    { key: 'state', title: t('state'), width: 'minmax(120px,1.4fr)', from: 860, cell: (item) => (item.voided ? <><Tag>{t('voided')}</Tag> {item.voided.reason}</> : item.note), hint: (item) => (item.voided ? t('wasVoided', { reason: item.voided.reason, who: item.voided.by, at: dateTime(item.voided.at) }) : item.note) }, { key: 'by', title: t('by'), width: '96px', from: 980, cell: (item) => item.by },
  ], [t]);
}

function Growers({ head, acts, may }: { head: ReactNode; acts: ReactNode; may: boolean }) {
  const { t } = useTranslation('market');
  const { value, refusal, reload } = useQuery('market.listSuppliers', {});
  const [phones, setPhones] = useState<Readonly<Record<number, string>>>({});
  const { run } = useCommand('market.revealPhone', { reloads: false });
  const reveal = async (supplierId: number) => { const reply = await run({ supplierId }); if (reply.ok) setPhones({ ...phones, [supplierId]: reply.value.phone }); };
  return (
    <section className="card parking-main">
      <div className="parking-bar">{head}<span className="muted small">{t('deliveries.growersNote')}</span><span className="at-end export-list"><ExportList list="market.listSuppliers" input={{}} name={t('grower')} />{acts}</span></div>
      <RefusalNote refusal={refusal} onRetry={reload} />
      {!value ? <Skeleton rows={6} /> : value.items.length === 0 ? <EmptyNote title={t('deliveries.none')}>{t('deliveries.noneNote')}</EmptyNote> : (
        <div className="market-rows">
          <table className="book" aria-label={t('deliveries.growers')}>
            <thead><tr><th>{t('village')}</th><th>{t('grower')}</th><th>{t('phone')}</th><th className="num">{t('deliveries.times')}</th><th className="num">{t('kg')}</th><th className="num led">{t('deliveries.paid')}</th><th>{t('deliveries.lastOn')}</th></tr></thead>
            <tbody>{value.items.map((one) => <tr key={one.supplierId}><td>{one.village}</td><td>{one.name}</td><td>{phones[one.supplierId] ?? one.maskedPhone} {may && one.maskedPhone !== '' && phones[one.supplierId] === undefined && <Button look="link" onClick={() => void reveal(one.supplierId)}>{t('show')}</Button>}</td><td className="num">{one.deliveries.toLocaleString('en-US')}</td><td className="num">{kgColumn(one.grams)}</td><td className="num led">{money(one.paidFen)}</td><td>{one.lastOn ?? '—'}</td></tr>)}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Waste({ head, acts, onVoid }: ListProps) {
  const { t } = useTranslation('market');
  const { from, to, go } = useDays();
  const { value, refusal, reload } = useQuery('market.listWaste', { from, to }, { keepLast: true });
  return (
    <section className="card parking-main">
      <div className="parking-bar">
        {head}
        <DayInput label={t('from')} clearable={false} value={from} onChange={(day) => day !== undefined && go({ from: day })} />
        <DayInput label={t('to')} clearable={false} value={to} onChange={(day) => day !== undefined && go({ to: day })} />
        <span className="at-end export-list"><ExportList list="market.listWaste" input={{ from, to }} name={t('deliveries.wasteList')} />{acts}</span>
      </div>
      <RefusalNote refusal={refusal} onRetry={reload} />
      {!value ? <Skeleton rows={6} /> : value.items.length === 0 ? <EmptyNote title={t('deliveries.noWaste')} /> : (
        <div className="market-rows">
          <table className="book" aria-label={t('deliveries.wasteList')}>
            <thead><tr><th>{t('on')}</th><th>{t('product')}</th><th className="num">{t('kg')}</th><th>{t('reason')}</th><th>{t('by')}</th><th /></tr></thead>
            <tbody>{value.items.map((one) => <tr key={one.wasteId} className={one.voided ? 'market-gone' : ''}><td>{one.on}</td><td>{one.product}</td><td className="num">{kgColumn(one.grams)}</td><td>{one.voided ? `${one.reason}（${t('voided')}：${one.voided.reason}）` : one.reason}</td><td>{one.by}</td><td>{onVoid && !one.voided && <Button look="link" onClick={() => onVoid({ kind: 'waste', id: one.wasteId, words: `${one.on} ${one.product} ${kgText(one.grams)} kg` })}>{t('void')}</Button>}</td></tr>)}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}
