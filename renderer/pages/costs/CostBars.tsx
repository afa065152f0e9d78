import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { money } from '../../text/formats.ts';
import { thousands } from '../parking/thousands.ts';
import { sumByKey, type CostRow } from './cost-sums.ts';

const REST = 'rest';
/** The item that the title speaks of is red; what is small is drawn together. */
const FILLS = ['var(--mb-chart-1)', 'var(--mb-chart-2)', 'var(--mb-chart-3)', 'var(--mb-chart-4)', 'var(--mb-chart-6)'] as const;
type Point = Record<string, number | string>;

/** Costs of each month, one bar of its items. */
export function CostBars({ rows, months, nameOf }: { rows: readonly CostRow[]; months: readonly string[]; nameOf: (key: string) => string }) {
  const { t } = useTranslation('costs');
  const named = sumByKey(rows).map(({ key }) => key);
  const drawn = named.length > FILLS.length + 1 ? named.slice(0, FILLS.length) : named.slice(0, FILLS.length + 1);
  const rest = named.length > drawn.length;
  const series = [...drawn.map((key, index) => ({ key, name: nameOf(key), fill: FILLS[index] ?? 'url(#cost-rest)' })), ...(rest ? [{ key: REST, name: t('analysis.rest'), fill: 'url(#cost-rest)' }] : [])];
  const points = months.map((month) => rows.filter((row) => row.month === month).reduce<Point>((point, { key, amountFen }) => {
    const own = drawn.includes(key) ? key : REST;
    return { ...point, [own]: Number(point[own] ?? 0) + amountFen };
  }, { month }));
  return (
    <div className="charging-chart">
      <div className="charging-legend small" aria-hidden="true"><span className="muted">{t('analysis.unit')}</span>{series.map(({ key, name }, index) => <span key={key}><i className={`cost-key-${index}`} /> {name}</span>)}</div>
      <div className="charging-plot" role="img" aria-label={t('analysis.chart')}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={points} margin={{ top: 6, right: 4, bottom: 0, left: 0 }} barCategoryGap="26%">
            <defs><pattern id="cost-rest" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--mb-surface)" /><rect width="2.2" height="5" fill="var(--mb-chart-5)" /></pattern></defs>
            <CartesianGrid vertical={false} stroke="var(--mb-chart-grid)" />
            <XAxis dataKey="month" axisLine={false} tickLine={false} tick={{ fontSize: 11, fill: 'var(--mb-muted)' }} minTickGap={6} />
            <YAxis width={52} tickCount={5} axisLine={false} tickLine={false} tick={{ fontSize: 11, fill: 'var(--mb-muted)' }} tickFormatter={(fen: number) => thousands(fen)} />
            <Tooltip isAnimationActive={false} cursor={{ fill: 'var(--mb-hover)' }} content={({ active, payload }) => (active ? <BarTip point={payload[0]?.payload as Point | undefined} series={series} /> : null)} />
            {series.map(({ key, fill }) => <Bar key={key} dataKey={key} stackId="one" fill={fill} stroke="var(--mb-surface)" maxBarSize={64} isAnimationActive={false} />)}
          </BarChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

function BarTip({ point, series }: { point: Point | undefined; series: readonly { key: string; name: string }[] }) {
  if (!point) return null;
  return (
    <dl className="charging-tip">
      <dt><b>{point['month']}</b></dt><dd>{money(series.reduce((sum, { key }) => sum + Number(point[key] ?? 0), 0))}</dd>
      {series.map(({ key, name }) => <div key={key} className="tip-line"><dt>{name}</dt><dd>{money(Number(point[key] ?? 0))}</dd></div>)}
    </dl>
  );
}
