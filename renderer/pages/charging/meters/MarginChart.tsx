import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, ReferenceArea, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { money } from '../../../text/formats.ts';
import { thousands } from '../../parking/thousands.ts';
import { incomeOf, lacksBill, type MarginMonth } from './margin-finding.ts';

type Point = MarginMonth & { gridFen: number };
const hasFigures = (month: MarginMonth): boolean => incomeOf(month) !== 0 || month.gridCostFen !== null || month.commissionFen !== 0;

/** Income of each month, and beside it what the grid and the platforms took; what is left stands below. */
export function MarginChart({ months }: { months: readonly MarginMonth[] }) {
  const { t } = useTranslation('charging');
  const points = months.map((month): Point => ({ ...month, gridFen: month.gridCostFen ?? 0 }));
  const withExtras = months.some(({ extraFen }) => extraFen !== 0);
  return (
    <div className="charging-chart">
      <div className="charging-legend small" aria-hidden="true"><span className="muted">{t('margin.unit')}</span><span><i className="key-energy" /> {t('income.legendEnergy')}</span><span><i className="margin-service" /> {t('income.legendService')}</span>{withExtras && <span><i className="margin-extra" /> {t('extra.parking')}</span>}<span><i className="margin-grid" /> {t('margin.grid')}</span><span><i className="margin-commission" /> {t('margin.commission')}</span></div>
      <div className="charging-plot" role="img" aria-label={t('margin.chart')}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={points} margin={{ top: 6, right: 4, bottom: 0, left: 0 }} barCategoryGap="22%" barGap={1}>
            <defs>
              <pattern id="margin-grid" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--mb-surface)" /><rect width="2.2" height="5" fill="var(--mb-chart-5)" /></pattern>
              <pattern id="margin-commission" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="4" height="4" fill="var(--mb-surface)" /><rect width="1.4" height="4" fill="var(--mb-chart-6)" /></pattern>
              <pattern id="margin-none" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1" height="6" fill="var(--mb-line-strong)" /></pattern>
            </defs>
            <CartesianGrid vertical={false} stroke="var(--mb-chart-grid)" />
            <XAxis dataKey="month" interval={0} height={42} axisLine={false} tickLine={false} tick={(props: TickProps) => <MonthTick {...props} points={points} />} />
            <YAxis width={52} tickCount={5} axisLine={false} tickLine={false} tick={{ fontSize: 11, fill: 'var(--mb-muted)' }} tickFormatter={(fen: number) => thousands(fen)} />
            {points.filter((point) => !hasFigures(point)).map(({ month }) => <ReferenceArea key={month} x1={month} x2={month} fill="url(#margin-none)" fillOpacity={1} stroke="none" />)}
            <Tooltip isAnimationActive={false} cursor={{ fill: 'var(--mb-hover)' }} content={({ active, payload }) => (active ? <MonthTip point={payload[0]?.payload as Point | undefined} /> : null)} />
            <Bar dataKey="energyFen" stackId="in" fill="var(--mb-chart-2)" isAnimationActive={false} />
            <Bar dataKey="serviceFen" stackId="in" fill="var(--mb-chart-3)" stroke="var(--mb-surface)" isAnimationActive={false} />
            {withExtras && <Bar dataKey="extraFen" stackId="in" fill="var(--mb-chart-4)" isAnimationActive={false} />}
            <Bar dataKey="gridFen" stackId="out" fill="url(#margin-grid)" stroke="var(--mb-chart-5)" isAnimationActive={false} />
            <Bar dataKey="commissionFen" stackId="out" fill="url(#margin-commission)" stroke="var(--mb-chart-6)" isAnimationActive={false} />
            <ReferenceLine y={0} stroke="var(--mb-ink)" />
          </BarChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

type TickProps = { x?: number | string; y?: number | string; index?: number };

/** The month, and below it what is left, or why nobody knows. */
function MonthTick({ x = 0, y = 0, index = 0, points }: TickProps & { points: readonly Point[] }) {
  const { t } = useTranslation('charging');
  const point = points[index];
  if (!point) return null;
  const isRed = lacksBill(point) || (point.netFen ?? 0) < 0;
  return (
    <g fontSize={11} textAnchor="middle">
      <text x={x} y={Number(y) + 8} fill="var(--mb-muted)">{point.month}</text>
      <text x={x} y={Number(y) + 26} fill={isRed ? 'var(--mb-accent)' : point.netFen === null ? 'var(--mb-muted)' : 'var(--mb-ink)'}>{point.netFen !== null ? thousands(point.netFen) : t(lacksBill(point) ? 'margin.noBill' : 'margin.noData')}</text>
    </g>
  );
}

function MonthTip({ point }: { point: Point | undefined }) {
  const { t } = useTranslation('charging');
  if (!point) return null;
  const lines: [string, number | null][] = [[t('income.legendEnergy'), point.energyFen], [t('income.legendService'), point.serviceFen], [t('margin.grid'), point.gridCostFen], [t('margin.commission'), point.commissionFen], [t('margin.other'), point.otherFen], [t('margin.net'), point.netFen]];
  return (
    <dl className="charging-tip">
      <dt><b>{point.month}</b></dt><dd>{point.sessions.toLocaleString('en-US')}</dd>
      {lines.map(([name, fen]) => <div key={name} className="tip-line"><dt>{name}</dt><dd>{fen === null ? '—' : money(fen)}</dd></div>)}
    </dl>
  );
}
