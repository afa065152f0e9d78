import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { parseYuan } from '../../../../shared/domain/money.ts';
import { formatEnergy } from '../../../../shared/domain/meter.ts';
import { useCommand, useQuery } from '../../../api.ts';
import { Button, Segments } from '../../../components/controls.tsx';
import { Field } from '../../../components/Field.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../../components/states.tsx';
import { useMay } from '../../../session.ts';
import { money } from '../../../text/formats.ts';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import { readUnits } from '../amounts.ts';

/** Monthly cards and free quotas that accounts can have. */
export function ProductsPart({ choose }: { choose: ReactNode }) {
  const { t } = useTranslation('chargingAccounts');
  const isManager = useMay('manager');
  const [adding, setAdding] = useState(false);
  const [said, setSaid] = useState('');
  const query = useQuery('charging.listProducts', {});
  const items = query.value?.items;
  return (
    <div className="charging-scroll">
      <div className="charging-bar">
        {choose}
        {isManager ? <Button look="main" onClick={() => { setAdding(true); setSaid(''); }}>{t('products.add')}</Button> : <span className="muted small">{t('products.onlyManager')}</span>}
        {said !== '' && <span className="good" role="status">{said}</span>}
      </div>
      {adding && <AddProduct onDone={(name) => { setAdding(false); setSaid(t('products.saved', { name })); }} onLeave={() => setAdding(false)} />}
      <RefusalNote refusal={query.refusal} onRetry={query.reload} />
      <section className="card">
        {!items ? <Skeleton rows={4} /> : items.length === 0 ? <EmptyNote title={t('products.none')}>{t('products.noneNote')}</EmptyNote> : (
          <table className="book tight">
            <thead><tr><th>{t('products.name')}</th><th>{t('products.kind')}</th><th className="num">{t('products.price')}</th><th className="num">{t('products.energy')}</th><th className="num">{t('products.days')}</th><th>{t('products.covers')}</th><th className="num">{t('products.used')}</th><th>{t('products.note')}</th></tr></thead>
            <tbody>{items.map((one) => <tr key={one.productId}><td><b>{one.name}</b></td><td>{t(`products.kinds.${one.kind}`)}</td><td className="num">{money(one.priceFen)}</td><td className="num">{one.energy === null ? t('plan.unlimited') : formatEnergy(one.energy)}</td><td className="num">{one.days ?? '—'}</td><td>{t(`products.coversOf.${one.covers}`)}</td><td className="num">{one.plans.toLocaleString('en-US')}</td><td>{one.note}</td></tr>)}</tbody>
          </table>
        )}
      </section>
      <Collectors />
    </div>
  );
}

/** Whom the users of each platform pay; it stands once sessions are in the books. */
function Collectors() {
  const { t } = useTranslation('chargingAccounts');
  const isManager = useMay('manager');
  const [name, setName] = useState('');
  const query = useQuery('charging.listPlatforms', {});
  const { run, running, refusal } = useCommand('charging.setCollects');
  const items = query.value?.items ?? [];
  const add = async () => {
    if (running || name.trim() === '') return;
    if ((await run({ platform: name.trim(), collects: 'office' })).ok) setName('');
  };
  return (
    <section className="card">
      <div className="sec"><h2>{t('collects.title')}</h2></div>
      {items.length === 0 ? <p className="side-words muted">{t('collects.none')}</p> : (
        <table className="book tight">
          <thead><tr><th>{t('collects.which')}</th><th className="num">{t('collects.sessions')}</th><th>{t('collects.title')}</th></tr></thead>
          <tbody>{items.map((one) => <tr key={one.name}><td>{one.name}</td><td className="num">{one.sessions.toLocaleString('en-US')}</td><td>{t(`collects.${one.collects}`)} {isManager && one.sessions === 0 && <Button look="link" disabled={running} onClick={() => void run({ platform: one.name, collects: one.collects === 'office' ? 'platform' : 'office' })}>{t(one.collects === 'office' ? 'collects.toPlatform' : 'collects.toOffice')}</Button>}</td></tr>)}</tbody>
        </table>
      )}
      {isManager && (
        <form className="charging-acts" onSubmit={(event) => { event.preventDefault(); void add(); }}><Field label={t('collects.add')} value={name} maxLength={40} placeholder={t('collects.addHint')} onChange={setName} /><Button type="submit" disabled={running || name.trim() === ''}>{t('collects.toOffice')}</Button><span className="muted small">{t('collects.note')}</span></form>
      )}
      <RefusalNote refusal={query.refusal ?? refusal} />
    </section>
  );
}

const ENERGY_DECIMALS = 4;
const EMPTY = { name: '', price: '', energy: '', days: '30', note: '' };

function AddProduct({ onDone, onLeave }: { onDone: (name: string) => void; onLeave: () => void }) {
  const { t } = useTranslation('chargingAccounts');
  const [kind, setKind] = useState<'card' | 'quota'>('card');
  const [covers, setCovers] = useState<'service' | 'all'>('all');
  const [draft, setDraft] = useState(EMPTY);
  const { run, running, refusal } = useCommand('charging.defineProduct');
  const [priceFen, energy, days] = [parseYuan(draft.price), draft.energy.trim() === '' ? null : readUnits(draft.energy, ENERGY_DECIMALS), /^[1-9]\d{0,2}$/.test(draft.days.trim()) ? Number(draft.days) : undefined];
  const ready = !running && draft.name.trim() !== '' && energy !== undefined && (kind === 'quota' ? energy !== null : priceFen !== undefined && days !== undefined);
  const save = async () => {
    if (!ready) return;
    const reply = await run({ name: draft.name, kind, covers, energy, note: draft.note, ...(kind === 'card' && { priceFen: priceFen ?? 0, days: days ?? null }) });
    if (reply.ok) onDone(draft.name.trim());
  };
  const set = (part: Partial<typeof EMPTY>) => setDraft({ ...draft, ...part });
  return (
    <section className="card">
      <div className="sec"><h2>{t('products.add')}</h2></div>
      <form className="charging-form" style={{ padding: '0 14px' }} onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <Labelled label={t('products.kind')}><Segments label={t('products.kind')} value={kind} choices={(['card', 'quota'] as const).map((value) => ({ value, label: t(`products.kinds.${value}`) }))} onChange={setKind} /></Labelled>
        <Field label={t('products.name')} value={draft.name} maxLength={40} autoFocus onChange={(name) => set({ name })} />
        {kind === 'card' && <Field label={t('products.price')} className="num-field" value={draft.price} inputMode="decimal" problem={draft.price !== '' && priceFen === undefined ? t('badAmount') : undefined} onChange={(price) => set({ price })} />}
        <Field label={t(kind === 'card' ? 'products.energyCard' : 'products.energyQuota')} className="num-field" value={draft.energy} inputMode="decimal" problem={energy === undefined ? t('badAmount') : undefined} onChange={(text) => set({ energy: text })} />
        {kind === 'card' && <Field label={t('products.days')} className="num-field" value={draft.days} inputMode="numeric" problem={days === undefined ? t('badAmount') : undefined} onChange={(text) => set({ days: text })} />}
        <Labelled label={t('products.covers')}><Segments label={t('products.covers')} value={covers} choices={(['all', 'service'] as const).map((value) => ({ value, label: t(`products.coversOf.${value}`) }))} onChange={setCovers} /></Labelled>
        <Field label={t('products.note')} value={draft.note} maxLength={200} onChange={(note) => set({ note })} />
        <button type="submit" hidden />
      </form>
      <RefusalNote refusal={refusal} />
      <div className="charging-acts"><Button look="main" disabled={!ready} onClick={() => void save()}>{t('save')}</Button><Button onClick={onLeave}>{t('leave')}</Button></div>
    </section>
  );
}
