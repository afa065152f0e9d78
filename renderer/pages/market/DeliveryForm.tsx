import { useId, useState } from 'react';
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
import { readFen, readGrams } from './market-values.ts';

type FormProps = { onDone: (words: string) => void; onClose: () => void };
const EMPTY = { product: '', kg: '', price: '' };

/** A name that is known, or a new one. */
export function NameInput({ label, value, known, autoFocus = false, onChange }: { label: string; value: string; known: readonly string[]; autoFocus?: boolean; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <>
      <Field className="short" label={label} value={value} maxLength={40} list={id} autoFocus={autoFocus} onChange={onChange} />
      <datalist id={id}>{[...new Set(known)].map((one) => <option key={one} value={one} />)}</datalist>
    </>
  );
}

/** One delivery; the grower, the village and the day stay for the next. */
export function DeliveryForm({ onDone, onClose }: FormProps) {
  const { t } = useTranslation('market');
  const { today } = useSession();
  const suppliers = useQuery('market.listSuppliers', {}).value?.items ?? [];
  const products = useQuery('market.listProducts', {}).value?.items ?? [];
  const [who, setWho] = useState({ name: '', village: '', phone: '' });
  const [on, setOn] = useState<string | undefined>(today);
  const [line, setLine] = useState(EMPTY);
  const [formId, setFormId] = useState(() => crypto.randomUUID());
  const { run, running, refusal } = useCommand('market.addDelivery');
  const [grams, priceFen] = [readGrams(line.kg), readFen(line.price)];
  const ready = who.name.trim() !== '' && who.village.trim() !== '' && line.product.trim() !== '' && on !== undefined && grams !== undefined && typeof priceFen === 'number';
  const nameIt = (name: string) => { const known = suppliers.filter((one) => one.name === name); setWho({ ...who, name, village: known.length === 1 ? (known[0]?.village ?? '') : who.village }); };
  const save = async () => {
    if (!ready) return;
    const reply = await run({ formId, supplier: who, product: line.product, on, grams, priceFen });
    if (!reply.ok) return;
    setFormId(crypto.randomUUID());
    setLine(EMPTY);
    onDone(t('deliveries.saved', { product: line.product.trim(), kg: kgText(grams), amount: money(reply.value.paidFen) }));
  };
  return (
    <form className="card market-entry" aria-label={t('deliveries.title')} onKeyDown={(event) => event.key === 'Escape' && onClose()} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <div className="sec"><h2>{t('deliveries.title')}</h2><span className="hint"><Button onClick={onClose}>{t('close')}</Button></span></div>
      <p className="muted small">{t('deliveries.formNote')}</p>
      <div className="market-form">
        <Labelled label={t('on')}><DayInput label={t('on')} clearable={false} value={on} onChange={setOn} /></Labelled>
        <NameInput autoFocus label={t('deliveries.growerName')} value={who.name} known={suppliers.map(({ name }) => name)} onChange={nameIt} />
        <NameInput label={t('village')} value={who.village} known={suppliers.map(({ village }) => village)} onChange={(village) => setWho({ ...who, village })} />
        <Field className="short" label={t('phone')} value={who.phone} maxLength={40} onChange={(phone) => setWho({ ...who, phone })} />
        <NameInput key={formId} autoFocus={who.name !== ''} label={t('product')} value={line.product} known={products.map(({ product }) => product)} onChange={(product) => setLine({ ...line, product })} />
        <Field className="num-field" label={t('kg')} value={line.kg} maxLength={12} problem={line.kg !== '' && grams === undefined ? t('badKg') : undefined} onChange={(kg) => setLine({ ...line, kg })} />
        <Field className="num-field" label={t('deliveries.price')} value={line.price} maxLength={12} problem={priceFen === undefined ? t('badPrice') : undefined} onChange={(price) => setLine({ ...line, price })} />
        <span className="sum" role="status">{ready ? `¥${money(weighedFen(grams, priceFen))}` : ''}</span>
      </div>
      <RefusalNote refusal={refusal} />
      <div className="market-acts"><Button type="submit" look="main" disabled={!ready || running}>{t('save')}</Button></div>
    </form>
  );
}

/** What spoilt. */
export function WasteForm({ onDone, onClose }: FormProps) {
  const { t } = useTranslation('market');
  const { today } = useSession();
  const products = useQuery('market.listProducts', {}).value?.items ?? [];
  const [on, setOn] = useState<string | undefined>(today);
  const [line, setLine] = useState({ product: '', kg: '', reason: '' });
  const [formId, setFormId] = useState(() => crypto.randomUUID());
  const { run, running, refusal } = useCommand('market.addWaste');
  const grams = readGrams(line.kg);
  const save = async () => {
    if (on === undefined || grams === undefined) return;
    const reply = await run({ formId, product: line.product, on, grams, reason: line.reason });
    if (!reply.ok) return;
    setFormId(crypto.randomUUID());
    setLine({ product: '', kg: '', reason: line.reason });
    onDone(t('deliveries.wasteSaved', { product: line.product.trim(), kg: kgText(grams) }));
  };
  return (
    <form className="card market-entry" aria-label={t('deliveries.wasteTitle')} onKeyDown={(event) => event.key === 'Escape' && onClose()} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <div className="sec"><h2>{t('deliveries.wasteTitle')}</h2><span className="hint"><Button onClick={onClose}>{t('close')}</Button></span></div>
      <div className="market-form">
        <Labelled label={t('on')}><DayInput label={t('on')} clearable={false} value={on} onChange={setOn} /></Labelled>
        <NameInput key={formId} autoFocus label={t('product')} value={line.product} known={products.map(({ product }) => product)} onChange={(product) => setLine({ ...line, product })} />
        <Field className="num-field" label={t('kg')} value={line.kg} maxLength={12} problem={line.kg !== '' && grams === undefined ? t('badKg') : undefined} onChange={(kg) => setLine({ ...line, kg })} />
        <Field className="short" label={t('reason')} value={line.reason} maxLength={200} onChange={(reason) => setLine({ ...line, reason })} />
      </div>
      <RefusalNote refusal={refusal} />
      <div className="market-acts"><Button type="submit" look="main" disabled={running || grams === undefined || line.product.trim() === '' || line.reason.trim() === '' || on === undefined}>{t('save')}</Button></div>
    </form>
  );
}
