import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { Output } from '../../../shared/contract/index.ts';
import { firstDay, lastDay, localDay } from '../../../shared/domain/period.ts';
import { formatEnergy } from '../../../shared/domain/meter.ts';
import { useQuery } from '../../api.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { Check, Segments } from '../../components/controls.tsx';
import { EmptyNote } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { money } from '../../text/formats.ts';
import { thousands } from '../parking/thousands.ts';
import { WaitCard } from '../parking/income/WaitCard.tsx';
import { YearStepper, yearUntil } from '../parking/YearStepper.tsx';
import { wholeKwh } from './amounts.ts';
import { IncomeCompare } from './income/IncomeCompare.tsx';
import { keysAlong, views, type View } from './income/income-keys.ts';

type Row = Output<'charging.income'>['rows'][number];
const kinds = ['all', 'ev', 'ebike'] as const;
const measures = ['money', 'energy', 'sessions'] as const;
type Measure = (typeof measures)[number];
const totalOf = ({ energyFen, serviceFen, extraFen }: Row): number => energyFen + serviceFen + extraFen;

/** A year of charging, seen five ways, under what it says. */
export function IncomePart() {
  const { t } = useTranslation('charging');
  const [until, setUntil] = useState(() => localDay(new Date()).slice(0, 7));
  const [by, setBy] = useState<View>('month');
  const [kind, setKind] = useState<(typeof kinds)[number]>('all');
  const [measure, setMeasure] = useState<Measure>('money');
  const [against, setAgainst] = useState(false);
  const { from, to } = yearUntil(until);
  const input = { from: firstDay(from), to: lastDay(to), by, ...(kind !== 'all' && { kind }) };
  const income = useQuery('charging.income', input, { keepLast: true });
  const rows = income.value?.rows;
  const nameOf = useKeyName(by);
  const finding = useFinding(rows ?? [], measure, nameOf);
  return (
    <div className="charging-scroll">
      <div className="charging-bar">
        <YearStepper until={until} onChange={setUntil} />
        <Segments label={t('income.byLabel')} value={by} choices={views.map((value) => ({ value, label: t(`income.by.${value}`) }))} onChange={setBy} />
        <Segments label={t('income.kindLabel')} value={kind} choices={kinds.map((value) => ({ value, label: value === 'all' ? t('allKinds') : t(`kind.${value}`) }))} onChange={setKind} />
        {!against && <Segments label={t('income.measureLabel')} value={measure} choices={measures.map((value) => ({ value, label: t(`income.measure.${value}`) }))} onChange={setMeasure} />}
        <label className="checked"><Check label={t('compare.against')} checked={against} onChange={setAgainst} /> {t('compare.against')}</label>
      </div>
      {against ? <IncomeCompare input={input} until={until} nameOf={nameOf} /> : rows ? (
        <ChartFrame
          title={finding} note={[t(measure === 'money' ? 'income.note' : 'income.noteUse'), ...(by === 'period' || by === 'hour' ? [t('income.hourNote')] : [])].join(t('terms.stop'))}
          chart={rows.length === 0 ? <EmptyNote title={t('income.finding.none')}>{t('income.noneNote')}</EmptyNote> : measure === 'money' ? <IncomeBars rows={withGaps(rows, by, input)} nameOf={nameOf} /> : <UseBars rows={withGaps(rows, by, input)} measure={measure} nameOf={nameOf} />} table={<IncomeTable rows={rows} by={by} nameOf={nameOf} />} save={<ExportList list="charging.income" input={input} name={`${t('income.name')} ${until}`} />}
        />
      ) : <WaitCard refusal={income.refusal} onRetry={income.reload} />}
    </div>
  );
}

/** Codes of periods that everybody knows have words; the rest stay as the office wrote them. */
function useKeyName(by: View): (key: string) => string {
  const { t } = useTranslation('charging');
  return (key) => (by === 'period' ? t(`period.${key as 'peak'}`, { defaultValue: key }) : by === 'hour' ? `${key}:00` : key);
}

const amountOf = (row: Row, measure: Measure): number => (measure === 'money' ? totalOf(row) : measure === 'energy' ? row.energy : row.sessions);

/** Which bar is the highest, and what all of them come to. */
function useFinding(rows: readonly Row[], measure: Measure, nameOf: (key: string) => string): string {
  const { t } = useTranslation('charging');
  const sumOf = (of: Measure): number => rows.reduce((sum, row) => sum + amountOf(row, of), 0);
  const total = sumOf('money');
  const [first] = rows;
  if (!first || total === 0) return t('income.finding.none');
  const top = rows.reduce((best, row) => (amountOf(row, measure) > amountOf(best, measure) ? row : best), first);
  const [whole, most] = [BigInt(Math.max(1, sumOf(measure))), BigInt(amountOf(top, measure))];
  const words = { key: nameOf(top.key), amount: measure === 'money' ? `¥${money(totalOf(top))}` : measure === 'energy' ? t('kwh', { energy: wholeKwh(top.energy) }) : t('income.orders', { count: top.sessions }), count: sumOf('sessions'), energy: wholeKwh(sumOf('energy')), total: money(total), share: Number((most * 200n + whole) / (2n * whole)) };
  return rows.length === 1 ? t('income.finding.one', words) : t('income.finding.top', words);
}

/** What a chart along time draws: months, days and hours without a session are gaps in it. */
function withGaps(rows: readonly Row[], by: View, input: { from: string; to: string }): Row[] {
  const known = new Map(rows.map((row) => [row.key, row]));
  return keysAlong(by, input, rows.map(({ key }) => key)).map((key) => known.get(key) ?? { key, sessions: 0, energy: 0, energyFen: 0, serviceFen: 0, extraFen: 0 });
}

type RowsProps = { rows: readonly Row[]; nameOf: (key: string) => string };

function IncomeBars({ rows, nameOf }: RowsProps) {
  const { t } = useTranslation('charging');
  const points = rows.map((row) => ({ ...row, name: nameOf(row.key) }));
  // Small bars are read in yuan: in thousands their axis would be all zeros.
  const hasExtra = rows.some(({ extraFen }) => extraFen !== 0);
  const inYuan = rows.every((row) => totalOf(row) < 1_000_000);
  return (
    <div className="charging-chart">
      <div className="charging-legend small" aria-hidden="true"><span className="muted">{t(inYuan ? 'fix.yuan' : 'income.unit')}</span><span><i className="key-energy" /> {t('income.legendEnergy')}</span><span><i className="key-service" /> {t('income.legendService')}</span>{hasExtra && <span><i className="key-extra" /> {t('income.legendExtra')}</span>}</div>
      <div className="charging-plot" role="img" aria-label={t('income.chart')}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={points} margin={{ top: 6, right: 4, bottom: 0, left: 0 }} barCategoryGap="20%">
            <defs><pattern id="charging-service" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--mb-surface)" /><rect width="2.4" height="5" fill="var(--mb-chart-3)" /></pattern></defs>
            <CartesianGrid vertical={false} stroke="var(--mb-chart-grid)" />
            <XAxis dataKey="name" axisLine={false} tickLine={false} tick={{ fontSize: 11, fill: 'var(--mb-muted)' }} minTickGap={12} />
            <YAxis width={52} tickCount={5} axisLine={false} tickLine={false} tick={{ fontSize: 11, fill: 'var(--mb-muted)' }} tickFormatter={(fen: number) => (inYuan ? money(fen).slice(0, -3) : thousands(fen))} />
            <Tooltip isAnimationActive={false} cursor={{ fill: 'var(--mb-hover)' }} content={({ active, payload }) => (active ? <BarTip point={payload[0]?.payload as (Row & { name: string }) | undefined} /> : null)} />
            <Bar dataKey="energyFen" stackId="one" fill="var(--mb-chart-2)" maxBarSize={72} isAnimationActive={false} />
            <Bar dataKey="serviceFen" stackId="one" fill="url(#charging-service)" maxBarSize={72} stroke="var(--mb-chart-3)" isAnimationActive={false} />
            {hasExtra && <Bar dataKey="extraFen" stackId="one" fill="var(--mb-chart-6)" maxBarSize={72} isAnimationActive={false} />}
          </BarChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

/** Energy in kWh, or sessions, as plain bars. */
function UseBars({ rows, measure, nameOf }: RowsProps & { measure: 'energy' | 'sessions' }) {
  const { t } = useTranslation('charging');
  const points = rows.map((row) => ({ ...row, name: nameOf(row.key) }));
  return (
    <div className="charging-chart">
      <div className="charging-legend small" aria-hidden="true"><span className="muted">{t(measure === 'energy' ? 'energy' : 'sessions')}</span></div>
      <div className="charging-plot" role="img" aria-label={t(`income.measure.${measure}`)}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={points} margin={{ top: 6, right: 4, bottom: 0, left: 0 }} barCategoryGap="20%">
            <CartesianGrid vertical={false} stroke="var(--mb-chart-grid)" />
            <XAxis dataKey="name" axisLine={false} tickLine={false} tick={{ fontSize: 11, fill: 'var(--mb-muted)' }} minTickGap={12} />
            <YAxis width={60} tickCount={5} axisLine={false} tickLine={false} tick={{ fontSize: 11, fill: 'var(--mb-muted)' }} tickFormatter={(value: number) => (measure === 'energy' ? wholeKwh(value) : value.toLocaleString('en-US'))} />
            <Tooltip isAnimationActive={false} cursor={{ fill: 'var(--mb-hover)' }} content={({ active, payload }) => (active ? <BarTip point={payload[0]?.payload as (Row & { name: string }) | undefined} /> : null)} />
            <Bar dataKey={measure} fill="var(--mb-chart-2)" maxBarSize={72} isAnimationActive={false} />
          </BarChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

function BarTip({ point }: { point: (Row & { name: string }) | undefined }) {
  const { t } = useTranslation('charging');
  if (!point) return null;
  return (
    <dl className="charging-tip">
      <dt><b>{point.name}</b></dt><dd>{t('kwh', { energy: formatEnergy(point.energy) })}</dd>
      <dt>{t('income.legendEnergy')}</dt><dd>{money(point.energyFen)}</dd>
      <dt>{t('income.legendService')}</dt><dd>{money(point.serviceFen)}</dd>
      {point.extraFen !== 0 && <><dt>{t('income.legendExtra')}</dt><dd>{money(point.extraFen)}</dd></>}
      <dt>{t('sessions')}</dt><dd>{point.sessions.toLocaleString('en-US')}</dd>
    </dl>
  );
}

function IncomeTable({ rows, by, nameOf }: RowsProps & { by: View }) {
  const { t } = useTranslation('charging');
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const link = ({ key }: Row) => (by === 'month' ? linkTo('charging', { tab: 'sessions', from: firstDay(key), to: lastDay(key) }) : by === 'day' ? linkTo('charging', { tab: 'sessions', from: key, to: key }) : by === 'device' ? linkTo('charging', { tab: 'sessions', device: key }) : undefined);
  return (
    <table className="book tight" aria-label={t('income.list')}>
      <thead><tr><th>{t(`income.key.${by}`)}</th><th className="num">{t('sessions')}</th><th className="num">{t('energy')}</th><th className="num">{t('energyFee')}</th><th className="num">{t('serviceFee')}</th><th className="num">{t('extraFee')}</th><th className="num">{t('total')}</th></tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <td>{link(row) === undefined ? nameOf(row.key) : <a className="figure" href={link(row)}>{nameOf(row.key)}</a>}</td>
            <td className="num">{row.sessions.toLocaleString('en-US')}</td><td className="num">{formatEnergy(row.energy)}</td><td className="num">{money(row.energyFen)}</td><td className="num">{money(row.serviceFen)}</td><td className="num">{money(row.extraFen)}</td><td className="num">{money(totalOf(row))}</td>
          </tr>
        ))}
      </tbody>
      <tfoot><tr className="sum-row"><td>{t('sum')}</td><td className="num">{sum(({ sessions }) => sessions).toLocaleString('en-US')}</td><td className="num">{formatEnergy(sum(({ energy }) => energy))}</td><td className="num">{money(sum(({ energyFen }) => energyFen))}</td><td className="num">{money(sum(({ serviceFen }) => serviceFen))}</td><td className="num">{money(sum(({ extraFen }) => extraFen))}</td><td className="num"><span className="dbl">{money(sum(totalOf))}</span></td></tr></tfoot>
    </table>
  );
}
