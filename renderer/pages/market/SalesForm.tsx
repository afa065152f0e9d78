import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kgText, weighedFen } from '../../../shared/domain/market.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { useSession } from '../../session.ts';
import { money } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { Labelled } from '../ledger/book/Labelled.tsx';
import { NameInput } from './DeliveryForm.tsx';
import { readFen, readGrams } from './market-values.ts';

type Line = { key: number; product: string; kg: string; price: string; amount: string };
const lineOf = (key: number): Line => ({ key, product: '', kg: '', price: '', amount: '' });

/** A line as it will be sent; undefined while something of it is missing or not understood. */
function readLine({ product, kg, price, amount }: Line): { product: string; grams: number; priceFen: number; amountFen?: number } | undefined {
  const [grams, priceFen, amountFen] = [readGrams(kg), readFen(price), readFen(amount)];
  if (product.trim() === '' || grams === undefined || typeof priceFen !== 'number' || amountFen === undefined) return undefined;
  return { product: product.trim(), grams, priceFen, ...(amountFen !== null && { amountFen }) };
}

/** What was sold on a day, a line a product. */
export function SalesForm({ onDone, onClose }: { onDone: (words: string, above: readonly string[]) => void; onClose: () => void }) {
  const { t } = useTranslation('market');
  const { today } = useSession();
  const stock = useQuery('market.listProducts', {}).value?.items ?? [];
  const [on, setOn] = useState<string | undefined>(today);
  const [lines, setLines] = useState<Line[]>([lineOf(0)]);
  const [formId, setFormId] = useState(() => crypto.randomUUID());
  const { run, running, refusal } = useCommand('market.addSales');
  const read = lines.flatMap((line) => readLine(line) ?? []);
  const ready = on !== undefined && read.length === lines.length;
  const total = read.reduce((sum, { grams, priceFen, amountFen }) => sum + (amountFen ?? weighedFen(grams, priceFen)), 0);
  const change = (key: number, part: Partial<Line>) => setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const save = async () => {
    if (!ready) return;
    const reply = await run({ formId, on, lines: read });
    if (!reply.ok) return;
    setFormId(crypto.randomUUID());
    setLines([lineOf(0)]);
    onDone(t('sales.saved', { count: reply.value.sales, amount: money(reply.value.amountFen) }), reply.value.above.map(({ product }) => product));
  };
  return (
    <form className="card market-entry" aria-label={t('sales.title')} onKeyDown={(event) => event.key === 'Escape' && onClose()} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <div className="sec"><h2>{t('sales.title')}</h2><span className="hint"><Button onClick={onClose}>{t('close')}</Button></span></div>
      <p className="muted small">{t('sales.formNote')}</p>
      <div className="market-form"><Labelled label={t('on')}><DayInput label={t('on')} clearable={false} value={on} onChange={setOn} /></Labelled></div>
      {lines.map((line, index) => {
        const known = stock.find(({ product }) => product === line.product.trim());
        const no = lines.length > 1 ? ` ${String(index + 1)}` : '';
        return (
          <div key={line.key} className="market-form">
            <NameInput key={formId} autoFocus label={`${t('product')}${no}`} value={line.product} known={stock.map(({ product }) => product)} onChange={(product) => change(line.key, { product })} />
            <Field className="num-field" label={`${t('kg')}${no}`} value={line.kg} maxLength={12} problem={line.kg !== '' && readGrams(line.kg) === undefined ? t('badKg') : undefined} onChange={(kg) => change(line.key, { kg })} />
            <Field className="num-field" label={`${t('pricePerKg')}${no}`} value={line.price} maxLength={12} problem={readFen(line.price) === undefined ? t('badPrice') : undefined} onChange={(price) => change(line.key, { price })} />
            <Field className="short num-right" label={`${t('sales.scale')}${no}`} value={line.amount} maxLength={12} problem={readFen(line.amount) === undefined ? t('badPrice') : undefined} onChange={(amount) => change(line.key, { amount })} />
            {known && <span className="sum muted small">{t('sales.stock', { product: known.product, kg: kgText(known.leftGrams) })}</span>}
            {lines.length > 1 && <Button look="link" onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}>{t('sales.remove')}</Button>}
          </div>
        );
      })}
      <RefusalNote refusal={refusal} />
      <div className="market-acts"><Button look="link" onClick={() => setLines([...lines, lineOf(Math.max(...lines.map(({ key }) => key)) + 1)])}>{t('sales.addLine')}</Button><span role="status">{t('sales.total', { amount: money(total) })}</span><Button type="submit" look="main" disabled={!ready || running}>{t('save')}</Button></div>
    </form>
  );
}
