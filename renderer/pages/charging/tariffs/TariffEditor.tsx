import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tariffBases } from '../../../../shared/domain/charging-tariff.ts';
import { localDay } from '../../../../shared/domain/period.ts';
import { useCommand } from '../../../api.ts';
import { Button, Segments } from '../../../components/controls.tsx';
import { Field } from '../../../components/Field.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import { AboveGridNote } from '../meters/AboveGridNote.tsx';
import { PeriodRows } from './PeriodRows.tsx';
import { badFields, draftOf, termsOf, type Tariff, type TariffDraft, type TermField } from './tariff-draft.ts';
import { TariffTrial } from './TariffTrial.tsx';
import { TierRows } from './TierRows.tsx';
import { VariantEditor } from './VariantEditor.tsx';

type TariffEditorProps = { base: Tariff | undefined; onDone: (words: string) => void; onLeave: () => void };

/** Writes a version of a tariff, beginning with what the one before says: its days are drawn as one types, and a trial session is priced by it. */
export function TariffEditor({ base, onDone, onLeave }: TariffEditorProps) {
  const { t } = useTranslation('charging');
  const [today] = useState(() => localDay(new Date()));
  const [draft, setDraft] = useState(() => draftOf(base, today));
  const { run, running, refusal } = useCommand('charging.defineTariff');
  const terms = termsOf(draft);
  const set = (part: Partial<TariffDraft>) => setDraft({ ...draft, ...part });
  const save = async () => {
    if (!terms) return;
    const reply = await run(terms);
    if (reply.ok) onDone(t('tariffs.saved', { name: terms.name, version: reply.value.version }));
  };
  return (
    <section className="card tariff-card" aria-label={t(base ? 'tariffs.change' : 'tariffs.add')}>
      <div className="sec"><h2>{t(base ? 'tariffs.change' : 'tariffs.add')}</h2></div>
      <div className="tariff-form">
        <div className="charging-form">
          <Field label={t('tariffs.name')} value={draft.name} disabled={base !== undefined} autoFocus={!base} maxLength={40} onChange={(name) => set({ name })} />
          {!base && <Labelled label={t('tariffs.kind')}><Segments label={t('tariffs.kind')} value={draft.kind} choices={(['ev', 'ebike'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))} onChange={(kind) => set({ kind })} /></Labelled>}
          <Labelled label={t('tariffs.from')}><DayInput label={t('tariffs.from')} clearable={false} value={draft.from} onChange={(from) => from !== undefined && set({ from })} /></Labelled>
          <Labelled label={t('terms.basisLabel')}><Segments label={t('terms.basisLabel')} value={draft.basis} choices={tariffBases.map((value) => ({ value, label: t(`terms.basis.${value}`) }))} onChange={(basis) => set({ basis })} /></Labelled>
        </div>
        <Limits draft={draft} onChange={set} />
        {draft.basis !== 'energy' && draft.kind === 'ebike' && <p className="red" role="alert">{t('tariffs.byHour')}</p>}
      </div>
      {draft.basis === 'energy' ? <Days draft={draft} onChange={set} /> : <TierRows basis={draft.basis} tiers={draft.tiers} onChange={(tiers) => set({ tiers })} />}
      {terms?.basis === 'energy' && <AboveGridNote from={terms.from} periods={terms.periods ?? []} variants={terms.variants ?? []} />}
      <TariffTrial terms={terms} today={today} />
      <RefusalNote refusal={refusal} />
      <div className="charging-acts"><Button look="main" disabled={!terms || running} onClick={() => void save()}>{t('tariffs.save')}</Button><Button onClick={onLeave}>{t('tariffs.leave')}</Button></div>
    </section>
  );
}

type PartProps = { draft: TariffDraft; onChange: (part: Partial<TariffDraft>) => void };

/** What a session costs beside its energy, and at least and at most. */
function Limits({ draft, onChange }: PartProps) {
  const { t } = useTranslation('charging');
  const bad = badFields(draft);
  const labels: Record<TermField, string> = { minimum: t('tariffs.minimum'), cap: t('tariffs.cap'), start: t('tariffs.startFee'), idle: t('terms.idle'), grace: t('terms.grace'), parking: t('terms.parking'), free: t('terms.free') };
  return (
    <div className="charging-form tariff-limits">
      {(['minimum', 'cap', 'start', 'idle', 'grace', 'parking', 'free'] as const).map((field) => <Field key={field} className="num-field" label={labels[field]} value={draft[field]} maxLength={10} problem={bad.has(field) ? t(field === 'grace' || field === 'free' ? 'terms.badMinutes' : 'terms.badAmount') : undefined} onChange={(value) => onChange({ [field]: value })} />)}
      <Field className="tariff-note" label={t('terms.note')} value={draft.note} maxLength={200} onChange={(note) => onChange({ note })} />
    </div>
  );
}

const MOST_VARIANTS = 12;

/** The periods of every day, and of the kinds of day that have their own. */
function Days({ draft: { rows, variants }, onChange }: PartProps) {
  const { t } = useTranslation('charging');
  const all = [...rows, ...variants.flatMap((variant) => variant.rows)];
  const add = () => onChange({ variants: [...variants, { key: Math.max(-1, ...variants.map(({ key }) => key)) + 1, months: [], weekdays: [6, 7], rows: rows.map((row) => ({ ...row })) }] });
  const earlier = (index: number) => onChange({ variants: variants.flatMap((one, at) => (at === index - 1 ? [variants[index] ?? one] : at === index ? [variants[index - 1] ?? one] : [one])) });
  return (
    <>
      {variants.map((variant, index) => (
        <VariantEditor
          key={variant.key} variant={variant} index={index} everyday={rows} among={all} onEarlier={() => earlier(index)}
          onChange={(next) => onChange({ variants: variants.with(index, next) })} onRemove={() => onChange({ variants: variants.toSpliced(index, 1) })}
        />
      ))}
      <section className="tariff-days" aria-label={t(variants.length === 0 ? 'terms.everyDay' : 'terms.otherDays')}>
        <header>
          <h3>{t(variants.length === 0 ? 'terms.everyDay' : 'terms.otherDays')}</h3>
          <Button look="link" disabled={variants.length >= MOST_VARIANTS} onClick={add}>{t('terms.addVariant')}</Button>
          <span className="muted small">{t(variants.length > 1 ? 'terms.order' : 'terms.addVariantNote')}</span>
        </header>
        <PeriodRows rows={rows} among={all} days={variants.length === 0 ? '' : t('terms.otherDays')} onChange={(next) => onChange({ rows: next })} />
      </section>
    </>
  );
}
