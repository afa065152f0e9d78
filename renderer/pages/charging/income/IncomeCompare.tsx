import { useTranslation } from 'react-i18next';
import { Bar, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { CallInput } from '../../../../shared/contract/index.ts';
import { daysBetween } from '../../../../shared/domain/period.ts';
import { formatEnergy } from '../../../../shared/domain/meter.ts';
import { useQuery } from '../../../api.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { EmptyNote } from '../../../components/states.tsx';
import { money } from '../../../text/formats.ts';
import { WaitCard } from '../../parking/income/WaitCard.tsx';
import { thousands } from '../../parking/thousands.ts';
import { compareFinding, differenceOf, percentAbove, totalOf, type Compared } from './compare-finding.ts';
import { keysAlong } from './income-keys.ts';

type Asked = CallInput<'charging.compareIncome'>;
type NameOf = (key: string) => string;
/** Figures that begin later than this after the first day make a year that is not whole. */
const LATE_DAYS = 31;
const NOTHING: Compared['now'] = { sessions: 0, energy: 0, energyFen: 0, serviceFen: 0, extraFen: 0 };

/** This year beside the same days of the last. */
export function IncomeCompare({ input, until, nameOf }: { input: Asked; until: string; nameOf: NameOf }) {
  const { t } = useTranslation('charging');
  const compared = useQuery('charging.compareIncome', input, { keepLast: true });
  const { value } = compared;
  if (!value) return <WaitCard refusal={compared.refusal} onRetry={compared.reload} />;
  const { rows } = value;
  const { kind, top, ...finding } = compareFinding(rows);
  const words = { now: money(finding.nowFen), last: money(finding.lastFen), percent: finding.percent, difference: money(Math.abs(finding.differenceFen)) };
  const change = top ? t(differenceOf(top) > 0 ? 'compare.topMore' : 'compare.topLess', { key: nameOf(top.key), amount: money(Math.abs(differenceOf(top))) }) : '';
  const known = new Map(rows.map((row) => [row.key, row]));
  const points = keysAlong(input.by, value, rows.map(({ key }) => key)).map((key) => known.get(key) ?? { key, now: NOTHING, last: NOTHING });
  const empty = rows.length === 0 && <EmptyNote title={t('income.finding.none')}>{t('income.noneNote')}</EmptyNote>;
  return (
    <ChartFrame
      title={`${t(`compare.finding.${kind}`, words)}${change}`} note={t('compare.note', value) + (value.lastSince !== null && daysBetween(value.lastFrom, value.lastSince) > LATE_DAYS ? t('compare.since', { since: value.lastSince }) : '')}
      chart={empty || <CompareBars points={points} asLine={input.by === 'day'} nameOf={nameOf} />} table={empty || <CompareTable rows={rows} by={input.by} nameOf={nameOf} />} save={<ExportList list="charging.compareIncome" input={input} name={`${t('compare.name')} ${until}`} />}
    />
  );
}

type Point = { name: string; row: Compared; energyFen: number; serviceFen: number; /** Null where last year has no figures yet, or none any more. */ lastFen: number | null };

/** Last year's stands beside as an outline; along 365 days it is a line. */
function CompareBars({ points, asLine, nameOf }: { points: readonly Compared[]; asLine: boolean; nameOf: NameOf }) {
  const { t } = useTranslation('charging');
  const [first, end] = [points.findIndex(({ last }) => last.sessions > 0), points.findLastIndex(({ last }) => last.sessions > 0)];
  const data = points.map((row, place): Point => ({ name: nameOf(row.key), row, energyFen: row.now.energyFen, serviceFen: row.now.serviceFen, lastFen: place < first || place > end ? null : totalOf(row.last) }));
  return (
    <div className="charging-chart">
      <div className="charging-legend small" aria-hidden="true"><span className="muted">{t('income.unit')}</span><span><i className="key-energy" /> {t('income.legendEnergy')}</span><span><i className="key-service" /> {t('income.legendService')}</span><span><i className="key-last" /> {t('compare.last')}</span></div>
      <div className="charging-plot" role="img" aria-label={t('compare.chart')}>
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart data={data} margin={{ top: 6, right: 4, bottom: 0, left: 0 }} barCategoryGap="20%" barGap={1}>
            <defs><pattern id="compare-service" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--mb-surface)" /><rect width="2.4" height="5" fill="var(--mb-chart-3)" /></pattern></defs>
            <CartesianGrid vertical={false} stroke="var(--mb-chart-grid)" />
            <XAxis dataKey="name" axisLine={false} tickLine={false} tick={{ fontSize: 11, fill: 'var(--mb-muted)' }} minTickGap={12} />
            <YAxis width={52} tickCount={5} axisLine={false} tickLine={false} tick={{ fontSize: 11, fill: 'var(--mb-muted)' }} tickFormatter={(fen: number) => thousands(fen)} />
            <Tooltip isAnimationActive={false} cursor={{ fill: 'var(--mb-hover)' }} content={({ active, payload }) => (active ? <CompareTip point={payload[0]?.payload as Point | undefined} /> : null)} />
            {!asLine && <Bar dataKey="lastFen" stackId="last" fill="var(--mb-surface)" stroke="var(--mb-ink)" isAnimationActive={false} />}
            <Bar dataKey="energyFen" stackId="now" fill="var(--mb-chart-2)" isAnimationActive={false} />
            <Bar dataKey="serviceFen" stackId="now" fill="url(#compare-service)" stroke="var(--mb-chart-3)" isAnimationActive={false} />
            {asLine && <Line dataKey="lastFen" type="linear" stroke="var(--mb-ink)" strokeWidth={1} dot={false} isAnimationActive={false} />}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

function CompareTip({ point }: { point: Point | undefined }) {
  const { t } = useTranslation('charging');
  if (!point) return null;
  return (
    <dl className="charging-tip">
      <dt><b>{point.name}</b></dt><dd />
      <dt>{t('compare.now')}</dt><dd>{money(totalOf(point.row.now))}</dd>
      <dt>{t('compare.last')}</dt><dd>{point.lastFen === null ? '—' : money(point.lastFen)}</dd>
      <dt>{t('compare.difference')}</dt><dd>{money(differenceOf(point.row))}</dd>
    </dl>
  );
}

function CompareTable({ rows, by, nameOf }: { rows: readonly Compared[]; by: Asked['by']; nameOf: NameOf }) {
  const { t } = useTranslation('charging');
  const sumOf = (year: 'now' | 'last') => rows.reduce((sum, row) => ({ sessions: sum.sessions + row[year].sessions, energy: sum.energy + row[year].energy, energyFen: sum.energyFen + row[year].energyFen, serviceFen: sum.serviceFen + row[year].serviceFen, extraFen: sum.extraFen + row[year].extraFen }), NOTHING);
  return (
    <table className="book tight compare-table" aria-label={t('compare.name')}>
      <thead>
        <tr><th rowSpan={2}>{t(`income.key.${by}`)}</th><th className="group" colSpan={3}>{t('compare.now')}</th><th className="group" colSpan={3}>{t('compare.last')}</th><th className="group" colSpan={2}>{t('compare.difference')}</th></tr>
        <tr>{(['now', 'last'] as const).map((year) => [<th key={`${year} sessions`} className="num group-first">{t('sessions')}</th>, <th key={`${year} energy`} className="num">{t('energy')}</th>, <th key={`${year} total`} className="num">{t('total')}</th>])}<th className="num group-first">¥</th><th className="num">%</th></tr>
      </thead>
      <tbody>{rows.map((row) => <tr key={row.key}><td>{nameOf(row.key)}</td><Cells row={row} /></tr>)}</tbody>
      <tfoot><tr className="sum-row"><td>{t('sum')}</td><Cells row={{ key: '', now: sumOf('now'), last: sumOf('last') }} /></tr></tfoot>
    </table>
  );
}

function Cells({ row }: { row: Compared }) {
  const [difference, percent] = [differenceOf(row), percentAbove(totalOf(row.now), totalOf(row.last))];
  return (
    <>
      {([row.now, row.last]).map((one, year) => [<td key={`${year} sessions`} className="num group-first">{one.sessions.toLocaleString('en-US')}</td>, <td key={`${year} energy`} className="num">{formatEnergy(one.energy)}</td>, <td key={`${year} total`} className="num">{money(totalOf(one))}</td>])}
      <td className={`num group-first ${difference < 0 ? 'red' : ''}`}>{money(difference)}</td><td className="num">{percent === null ? '—' : `${percent < 0 ? '−' : ''}${Math.abs(percent).toLocaleString('en-US')}%`}</td>
    </>
  );
}
