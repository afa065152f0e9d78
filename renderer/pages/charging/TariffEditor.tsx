import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract/index.ts';
import { localDay } from '../../../shared/domain/period.ts';
import { formatEnergy } from '../../../shared/domain/meter.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button, Segments } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { money } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { Labelled } from '../ledger/book/Labelled.tsx';
import { priceText, readUnits } from './amounts.ts';
import { DayBand } from './DayBand.tsx';
import { AboveGridNote } from './meters/AboveGridNote.tsx';
import type { Tariff } from './TariffsPart.tsx';

type Row = { from: string; to: string; code: string; energy: string; service: string };
type Terms = CallInput<'charging.defineTariff'>;
const CODES = ['critical', 'peak', 'flat', 'valley', 'deep'] as const;

const PRICE_DECIMALS = 5;
const fenOf = (text: string): number | undefined => (text.trim() === '' ? 0 : readUnits(text, 2));

/** Writes a version of a tariff: its day is drawn as one types, and a trial session is priced by it. */
export function TariffEditor({ base, onDone, onLeave }: { base: Tariff | undefined; onDone: (words: string) => void; onLeave: () => void }) {
  const { t } = useTranslation('charging');
  const [name, setName] = useState(base?.name ?? '');
  const [kind, setKind] = useState<'ev' | 'ebike'>(base?.kind ?? 'ev');
  const [from, setFrom] = useState(() => localDay(new Date()));
  // Codes that everybody knows are written as words.
  const wordOf = (code: string): string => { const known = CODES.find((one) => one === code); return known ? t(`period.${known}`) : code; };
  const codeOf = (word: string): string => CODES.find((one) => t(`period.${one}`) === word.trim()) ?? word.trim();
  const [rows, setRows] = useState<Row[]>(() => base?.periods.map((period) => ({ from: period.from, to: period.to, code: wordOf(period.code), energy: priceText(period.energyPrice), service: priceText(period.servicePrice) })) ?? [{ from: '00:00', to: '24:00', code: wordOf('flat'), energy: '', service: '' }]);
  const [limits, setLimits] = useState({ minimum: base && base.minimumFen > 0 ? money(base.minimumFen) : '', cap: base?.capFen ? money(base.capFen) : '', start: base && base.startFee > 0 ? money(base.startFee) : '' });
  const { run, running, refusal } = useCommand('charging.defineTariff');
  const periods = rows.map(({ energy, service, code, ...rest }) => ({ ...rest, code: codeOf(code), energyPrice: readUnits(energy, PRICE_DECIMALS), servicePrice: readUnits(service, PRICE_DECIMALS) }));
  const [minimumFen, capFen, startFeeFen] = [fenOf(limits.minimum), limits.cap.trim() === '' ? null : readUnits(limits.cap, 2), fenOf(limits.start)];
  const priced = periods.flatMap(({ energyPrice, servicePrice, ...rest }) => (energyPrice === undefined || servicePrice === undefined || rest.code.trim() === '' ? [] : [{ ...rest, energyPrice, servicePrice }]));
  const complete = priced.length === rows.length && name.trim() !== '' && minimumFen !== undefined && capFen !== undefined && startFeeFen !== undefined;
  const terms: Terms | undefined = complete ? { name: name.trim(), kind, from, periods: priced, variants: base?.variants ?? [], minimumFen, capFen, startFee: startFeeFen } : undefined;
  const save = async () => {
    if (!terms) return;
    const reply = await run(terms);
    if (reply.ok) onDone(t('tariffs.saved', { name: terms.name, version: reply.value.version }));
  };
  const change = (index: number, part: Partial<Row>) => setRows(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <section className="card tariff-card">
      <div className="sec"><h2>{t(base ? 'tariffs.change' : 'tariffs.add')}</h2></div>
      <div className="charging-form" style={{ padding: '0 14px' }}>
        <Field label={t('tariffs.name')} value={name} disabled={base !== undefined} autoFocus={!base} maxLength={40} onChange={setName} />
        {!base && <Labelled label={t('tariffs.kind')}><Segments label={t('tariffs.kind')} value={kind} choices={(['ev', 'ebike'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))} onChange={setKind} /></Labelled>}
        <Labelled label={t('tariffs.from')}><DayInput label={t('tariffs.from')} clearable={false} value={from} onChange={(day) => day !== undefined && setFrom(day)} /></Labelled>
        <Field label={t('tariffs.minimum')} value={limits.minimum} problem={minimumFen === undefined ? t('tariffs.badNumber') : undefined} onChange={(minimum) => setLimits({ ...limits, minimum })} />
        <Field label={t('tariffs.cap')} value={limits.cap} problem={capFen === undefined ? t('tariffs.badNumber') : undefined} onChange={(cap) => setLimits({ ...limits, cap })} />
        <Field label={t('tariffs.startFee')} value={limits.start} problem={startFeeFen === undefined ? t('tariffs.badNumber') : undefined} onChange={(start) => setLimits({ ...limits, start })} />
      </div>
      <PeriodRows rows={rows} onChange={change} onAdd={() => setRows([...rows, { from: rows.at(-1)?.to ?? '00:00', to: '24:00', code: '', energy: '', service: rows.at(-1)?.service ?? '' }])} onRemove={(index) => setRows(rows.filter((_, at) => at !== index))} />
      <DayBand periods={periods.map(({ energyPrice = 0, servicePrice = 0, ...rest }) => ({ ...rest, energyPrice, servicePrice }))} />
      <AboveGridNote from={from} periods={priced} variants={base?.variants ?? []} />
      <Trial terms={terms} />
      <RefusalNote refusal={refusal} />
      <div className="charging-acts"><Button look="main" disabled={!terms || running} onClick={() => void save()}>{t('tariffs.save')}</Button><Button onClick={onLeave}>{t('tariffs.leave')}</Button></div>
    </section>
  );
}

type PeriodRowsProps = { rows: readonly Row[]; onChange: (index: number, part: Partial<Row>) => void; onAdd: () => void; onRemove: (index: number) => void };

function PeriodRows({ rows, onChange, onAdd, onRemove }: PeriodRowsProps) {
  const { t } = useTranslation('charging');
  const input = (index: number, field: keyof Row, label: string) => <input aria-label={`${label} ${index + 1}`} value={rows[index]?.[field] ?? ''} maxLength={20} onChange={(event) => onChange(index, { [field]: event.target.value })} />;
  return (
    <div className="tariff-periods">
      <table>
        <thead><tr><th>{t('tariffs.start')}</th><th>{t('tariffs.end')}</th><th>{t('tariffs.code')}</th><th>{t('tariffs.energyPrice')}</th><th>{t('tariffs.servicePrice')}</th><th /></tr></thead>
        <tbody>
          {rows.map((_, index) => (
            <tr key={index}>
              <td>{input(index, 'from', t('tariffs.start'))}</td><td>{input(index, 'to', t('tariffs.end'))}</td><td>{input(index, 'code', t('tariffs.code'))}</td><td className="num">{input(index, 'energy', t('tariffs.energyPrice'))}</td><td className="num">{input(index, 'service', t('tariffs.servicePrice'))}</td>
              <td>{rows.length > 1 && <Button look="link" aria-label={`${t('tariffs.remove')} ${index + 1}`} onClick={() => onRemove(index)}>{t('tariffs.remove')}</Button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button look="link" onClick={onAdd}>{t('tariffs.addPeriod')}</Button>
    </div>
  );
}

const NOTHING: Terms = { name: '-', kind: 'ev', from: '2026-01-01' };

/** A session priced as one types; until the day is covered it says where it is not. */
function Trial({ terms }: { terms: Terms | undefined }) {
  const { t } = useTranslation('charging');
  const [trial, setTrial] = useState({ start: '2026-10-08T21:50', end: '2026-10-08T23:05', energy: '8.0000' });
  const energy = readUnits(trial.energy, 4);
  const ready = terms !== undefined && energy !== undefined && energy > 0;
  const tried = useQuery('charging.tryTariff', { terms: terms ?? NOTHING, start: trial.start, end: trial.end, energy: energy ?? 1 }, { enabled: ready, keepLast: true });
  const { fault, quote } = (ready ? tried.value : undefined) ?? { fault: null, quote: null };
  return (
    <>
      <h3>{t('tariffs.trial')}</h3>
      <div className="charging-form" style={{ padding: '0 14px' }}>
        <Field label={t('tariffs.trialStart')} value={trial.start} onChange={(start) => setTrial({ ...trial, start })} />
        <Field label={t('tariffs.trialEnd')} value={trial.end} onChange={(end) => setTrial({ ...trial, end })} />
        <Field label={t('tariffs.trialEnergy')} value={trial.energy} problem={energy === undefined ? t('tariffs.badNumber') : undefined} onChange={(next) => setTrial({ ...trial, energy: next })} />
      </div>
      {fault && <p className="tariff-said red" role="alert">{t(`tariffs.fault.${fault.fault}`, { from: fault.from, to: fault.to })}</p>}
      {quote && <p className="tariff-said" role="status">{`${quote.periods.map((line) => `${t(`period.${line.code as 'peak'}`, { defaultValue: line.code })} ${formatEnergy(line.energy)}`).join('，')}（${t(`method.${quote.method}`)}）。${t('tariffs.trialTotal', { energy: money(quote.energyFen), service: money(quote.serviceFen), total: money(quote.totalFen) })}`}</p>}
      {ready && <RefusalNote refusal={tried.refusal} />}
    </>
  );
}
