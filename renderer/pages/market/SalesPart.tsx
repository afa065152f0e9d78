import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { kgColumn, kgText } from '../../../shared/domain/market.ts';
import { useQuery } from '../../api.ts';
import { Button, Check, Tag } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../components/states.tsx';
import { goTo, useRoute } from '../../route.ts';
import { useMay } from '../../session.ts';
import { dateTime, money } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';
import { usePages } from '../ledger/book/use-pages.ts';
import { useDays } from './DeliveriesPart.tsx';
import { ImportScale } from './ImportScale.tsx';
import { SalesForm } from './SalesForm.tsx';
import { VoidForm, type Voidable } from './VoidForm.tsx';

type Item = Output<'market.listSales'>['items'][number];
const ALL = '';

/** What the shop sold, against the market's price; typed, or from the scale. */
export function SalesPart() {
  const { t } = useTranslation('market');
  const { params } = useRoute();
  const may = useMay('manager', 'office');
  const { from, to, go } = useDays();
  const [product, setProduct] = useState(ALL);
  const [isOpen, setIsOpen] = useState(false);
  const [row, setRow] = useState<Voidable | undefined>();
  const [said, setSaid] = useState<{ words: string; above: readonly string[] }>({ words: '', above: [] });
  const aboveOnly = params.get('above') !== null;
  const input = { from, to, aboveOnly, ...(product !== ALL && { product }) };
  const pages = usePages('market.listSales', input);
  const products = useQuery('market.listProducts', {}).value?.items ?? [];
  const columns = useColumns();
  const total = pages.head?.total;
  const openRow = (item: Item) => { if (may && item.voided === null) setRow({ kind: 'sale', id: item.saleId, words: `${item.on} ${item.product} ${kgText(item.grams)} kg ¥${money(item.amountFen)}` }); };
  if (params.get('import') !== null) return <ImportScale />;
  return (
    <div className="market-column">
      {isOpen && <SalesForm onDone={(words, above) => setSaid({ words, above })} onClose={() => setIsOpen(false)} />}
      {row && <VoidForm key={row.id} row={row} onDone={(words) => { setSaid({ words, above: [] }); setRow(undefined); }} onClose={() => setRow(undefined)} />}
      {said.words !== '' && <p className="market-said" role="status">{said.words} {said.above.length > 0 && <b>{t('sales.aboveSaid', { names: said.above.join('、') })}</b>}</p>}
      <section className="card parking-main">
        <div className="parking-bar">
          <DayInput label={t('from')} clearable={false} value={from} onChange={(day) => day !== undefined && go({ from: day })} />
          <DayInput label={t('to')} clearable={false} value={to} onChange={(day) => day !== undefined && go({ to: day })} />
          <Select aria-label={t('product')} value={product} options={[{ value: ALL, label: t('products') }, ...products.map((one) => ({ value: one.product, label: one.product }))]} onChange={setProduct} />
          <label className="checked"><Check label={t('sales.aboveOnly')} checked={aboveOnly} onChange={(checked) => (checked ? go({ above: 1 }) : goTo('market', { tab: 'sales', from, to }))} /> {t('sales.aboveOnly')}</label>
          <span className="at-end export-list"><ExportList list="market.listSales" input={input} name={t('sales.name')} />{may && <><Button onClick={() => goTo('market', { tab: 'sales', import: 1 })}>{t('sales.import')}</Button>{!isOpen && <Button look="main" onClick={() => { setIsOpen(true); setSaid({ words: '', above: [] }); }}>{t('sales.add')}</Button>}</>}</span>
        </div>
        <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
        <LongTable label={t('sales.name')} columns={columns} rowCount={pages.rowCount} rowAt={pages.rowAt} onView={pages.ensure} listKey={pages.listKey} loading={pages.loading} empty={<EmptyNote title={t('sales.none')}>{t('sales.noneNote')}</EmptyNote>} {...(total && total.rows > 0 && { foot: { on: t('sum'), kg: kgColumn(total.grams), amount: money(total.fen), saving: money(total.savingFen) } })} rowClass={(item) => (item.voided ? 'market-gone' : '')} onOpen={openRow} />
      </section>
    </div>
  );
}

const isAbove = ({ referenceFen, priceFen }: Item): boolean => referenceFen !== null && priceFen > referenceFen;

function useColumns(): Column<Item>[] {
  const { t } = useTranslation('market');
  return useMemo(() => [
    { key: 'on', title: t('on'), width: '104px', cell: (item) => item.on }, { key: 'product', title: t('product'), width: 'minmax(90px,1fr)', cell: (item) => item.product }, { key: 'kg', title: t('kg'), width: '104px', num: true, cell: (item) => kgColumn(item.grams) },
    { key: 'price', title: t('pricePerKg'), width: '104px', num: true, cell: (item) => (isAbove(item) ? <b className="red">{money(item.priceFen)}</b> : money(item.priceFen)) }, { key: 'reference', title: t('sales.reference'), width: '108px', num: true, cell: (item) => (item.referenceFen === null ? '—' : money(item.referenceFen)) },
    { key: 'amount', title: t('amount'), width: '112px', num: true, led: true, cell: (item) => money(item.amountFen) }, { key: 'saving', title: t('savingFen'), width: '104px', num: true, cell: (item) => (item.savingFen === null ? '—' : <span className={item.savingFen < 0 ? 'red' : ''}>{money(item.savingFen)}</span>) },
    { key: 'state', title: t('state'), width: 'minmax(120px,1.2fr)', from: 860, cell: (item) => (item.voided ? <><Tag>{t('voided')}</Tag> {item.voided.reason}</> : isAbove(item) ? <Tag tone="red">{t('sales.isAbove')}</Tag> : ''), hint: (item) => (item.voided ? t('wasVoided', { reason: item.voided.reason, who: item.voided.by, at: dateTime(item.voided.at) }) : undefined) },
    { key: 'file', title: t('sales.file'), width: 'minmax(120px,1fr)', from: 1080, cell: (item) => item.file ?? '', hint: (item) => item.file ?? undefined }, { key: 'by', title: t('by'), width: '88px', from: 980, cell: (item) => item.by },
  ], [t]);
}
