import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { addMonths, lastDay, localDay } from '../../../shared/domain/period.ts';
import { formatEnergy } from '../../../shared/domain/meter.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { useSession } from '../../session.ts';
import { money } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { readUnits } from './amounts.ts';

type Answer = Output<'charging.reconcile'>;
type Row = Answer['rows'][number];

/** A month's sub-meters and grid bill against what was sold. */
export function MetersPart() {
  const { t } = useTranslation('charging');
  const { user } = useSession();
  const [month, setMonth] = useState(() => addMonths(localDay(new Date()).slice(0, 7), -1));
  const [form, setForm] = useState<'reading' | 'bill' | undefined>();
  const query = useQuery('charging.reconcile', { month }, { keepLast: true });
  const answer = query.value;
  return (
    <div className="charging-scroll">
      <div className="charging-bar">
        <Button aria-label={t('meters.before')} onClick={() => setMonth(addMonths(month, -1))}>‹</Button>
        <DayInput label={t('meters.month')} month clearable={false} value={month} onChange={(next) => next !== undefined && setMonth(next)} />
        <Button aria-label={t('meters.after')} onClick={() => setMonth(addMonths(month, 1))}>›</Button>
        <span className="muted small">{t('meters.note')}</span>
        {(user.role === 'manager' || user.role === 'office') && <span className="at-end"><Button onClick={() => setForm('reading')}>{t('meters.addReading')}</Button> <Button onClick={() => setForm('bill')}>{t('meters.addBill')}</Button></span>}
      </div>
      {form === 'reading' && <ReadingForm onDone={() => setForm(undefined)} />}
      {form === 'bill' && <BillForm key={month} month={month} onDone={() => setForm(undefined)} />}
      <RefusalNote refusal={query.refusal} onRetry={query.reload} />
      {answer ? <><Alarms answer={answer} /><section className="card"><Table rows={answer.rows} month={month} /></section><Meters answer={answer} /></> : <Skeleton rows={6} />}
    </div>
  );
}

function Alarms({ answer: { alarms } }: { answer: Answer }) {
  const { t } = useTranslation('charging');
  const nameOf = (period: string) => (period === '' ? t('meters.whole') : t(`period.${period as 'peak'}`, { defaultValue: period }));
  return alarms.length === 0 ? null : (
    <section className="card refusal" role="alert">
      <ul className="meter-alarms">{alarms.map(({ kind, period, excess }) => <li key={kind + period}>{t(`meters.alarm.${kind}`, { period: nameOf(period), excess: kind === 'SOLD_ABOVE_METER' ? formatEnergy(excess) : money(excess) })}</li>)}</ul>
    </section>
  );
}

function Table({ rows, month }: { rows: readonly Row[]; month: string }) {
  const { t } = useTranslation('charging');
  const known = (value: number | null, print: (value: number) => string) => (value === null ? <span className="muted">—</span> : <span className={value < 0 ? 'red' : ''}>{print(value)}</span>);
  const percent = (permille: number) => `${permille < 0 ? '−' : ''}${Math.floor(Math.abs(permille) / 10)}.${Math.abs(permille) % 10}%`;
  return (
    <table className="book tight" aria-label={t('meters.list')}>
      <thead><tr><th>{t('income.key.period')}</th><th className="num">{t('meters.metered')}</th><th className="num">{t('meters.sold')}</th><th className="num">{t('meters.loss')}</th><th className="num">{t('meters.gridEnergy')}</th><th className="num">{t('meters.gridCost')}</th><th className="num">{t('energyFee')}</th><th className="num">{t('meters.margin')}</th><th className="num">{t('serviceFee')}</th></tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.period} className={row.period === '' ? 'sum-row' : ''}>
            <td>{row.period === '' ? <a className="figure" href={linkTo('charging', { tab: 'sessions', from: `${month}-01`, to: lastDay(month) })}>{t('meters.whole')}</a> : t(`period.${row.period as 'peak'}`, { defaultValue: row.period })}</td>
            <td className="num">{known(row.metered, formatEnergy)}</td><td className="num">{formatEnergy(row.sold)}</td><td className="num">{known(row.lossPermille, percent)}</td><td className="num">{known(row.gridEnergy, formatEnergy)}</td><td className="num">{known(row.gridCostFen, money)}</td><td className="num">{money(row.energyFen)}</td><td className="num">{known(row.marginFen, money)}</td><td className="num">{money(row.serviceFen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Meters({ answer: { meters } }: { answer: Answer }) {
  const { t } = useTranslation('charging');
  if (meters.length === 0) return <section className="card"><EmptyNote title={t('meters.none')}>{t('meters.noneNote')}</EmptyNote></section>;
  return (
    <section className="card">
      <table className="book tight" aria-label={t('meters.meters')}>
        <thead><tr><th>{t('devices.meter')}</th><th>{t('meters.lastAt')}</th><th className="num">{t('meters.lastEnergy')}</th><th className="num">{t('meters.metered')}</th></tr></thead>
        <tbody>{meters.map(({ meter, lastAt, lastEnergy, metered }) => <tr key={meter}><td>{meter}</td><td>{lastAt}</td><td className="num">{lastEnergy === null ? '' : formatEnergy(lastEnergy)}</td><td className="num">{metered === null ? t('meters.noEdges') : formatEnergy(metered)}</td></tr>)}</tbody>
      </table>
    </section>
  );
}

function ReadingForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('charging');
  const [draft, setDraft] = useState(() => ({ meter: '', at: `${localDay(new Date()).slice(0, 7)}-01T00:00`, period: '', energy: '' }));
  const { run, running, refusal } = useCommand('charging.addMeterReadings');
  const energy = readUnits(draft.energy, 4);
  const save = async () => {
    if (energy === undefined) return;
    const reply = await run({ meter: draft.meter, readings: [{ at: draft.at.trim(), energy, ...(draft.period.trim() !== '' && { period: draft.period.trim() }) }] });
    if (reply.ok) onDone();
  };
  return (
    <section className="card">
      <div className="sec"><h2>{t('meters.addReading')}</h2></div>
      <div className="charging-form" style={{ padding: '0 14px' }}>
        <Field label={t('devices.meter')} value={draft.meter} autoFocus maxLength={30} onChange={(meter) => setDraft({ ...draft, meter })} />
        <Field label={t('meters.at')} value={draft.at} maxLength={19} onChange={(at) => setDraft({ ...draft, at })} />
        <Field label={t('meters.period')} value={draft.period} maxLength={20} onChange={(period) => setDraft({ ...draft, period })} />
        <Field label={t('meters.register')} value={draft.energy} problem={draft.energy !== '' && energy === undefined ? t('tariffs.badNumber') : undefined} onChange={(next) => setDraft({ ...draft, energy: next })} />
      </div>
      <RefusalNote refusal={refusal} />
      <div className="charging-acts"><Button look="main" disabled={running || draft.meter.trim() === '' || energy === undefined} onClick={() => void save()}>{t('devices.save')}</Button><Button onClick={onDone}>{t('devices.leave')}</Button></div>
    </section>
  );
}

function BillForm({ month, onDone }: { month: string; onDone: () => void }) {
  const { t } = useTranslation('charging');
  const [lines, setLines] = useState([{ period: '', energy: '', cost: '' }]);
  const { run, running, refusal } = useCommand('charging.addGridBill');
  const read = lines.flatMap(({ period, energy, cost }) => {
    const [units, costFen] = [readUnits(energy, 4), readUnits(cost, 2)];
    return units === undefined || costFen === undefined ? [] : [{ energy: units, costFen, ...(period.trim() !== '' && { period: period.trim() }) }];
  });
  const save = async () => {
    if ((await run({ month, lines: read })).ok) onDone();
  };
  const change = (index: number, part: Partial<(typeof lines)[number]>) => setLines(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  return (
    <section className="card">
      <div className="sec"><h2>{t('meters.billOf', { month })}</h2></div>
      {lines.map((line, index) => (
        <div key={index} className="charging-form" style={{ padding: '0 14px' }}>
          <Field label={t('meters.period')} value={line.period} maxLength={20} autoFocus={index === 0} onChange={(period) => change(index, { period })} />
          <Field label={t('energy')} value={line.energy} onChange={(energy) => change(index, { energy })} />
          <Field label={t('meters.gridCost')} value={line.cost} onChange={(cost) => change(index, { cost })} />
        </div>
      ))}
      <RefusalNote refusal={refusal} />
      <div className="charging-acts"><Button look="link" onClick={() => setLines([...lines, { period: '', energy: '', cost: '' }])}>{t('tariffs.addPeriod')}</Button><Button look="main" disabled={running || read.length !== lines.length} onClick={() => void save()}>{t('devices.save')}</Button><Button onClick={onDone}>{t('devices.leave')}</Button></div>
    </section>
  );
}
