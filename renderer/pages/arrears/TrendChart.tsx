import { useTranslation } from 'react-i18next';
import { Bar, CartesianGrid, ComposedChart, Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { collectionRatios, percentText, permille, type CollectionFigures } from '../../../shared/domain/collection.ts';

export type TrendMonth = CollectionFigures & { month: string };
type Point = { month: string; /** Tenths of a percent. */ current: number | null; combined: number | null; item: TrendMonth };

const pointOf = (item: TrendMonth): Point => {
  const ratios = collectionRatios(item);
  return { month: item.month, current: permille(ratios.current) ?? null, combined: permille(ratios.combined) ?? null, item };
};

/** Current rate as bars (red: the month that the title speaks of), combined rate as a line; both rates stand below. */
export function TrendChart({ items, marked }: { items: readonly TrendMonth[]; marked: string | undefined }) {
  const { t } = useTranslation('arrears');
  const points = items.map(pointOf);
  return (
    <div className="trend">
      <div className="trend-legend small" aria-hidden="true">
        <span className="muted">%</span>
        <span><i className="key-bar" /> {t('rates.name.current')}</span>
        <span><i className="key-line" /> {t('rates.name.combined')}</span>
      </div>
      <div className="trend-plot" role="img" aria-label={t('rates.trendLabel')}>
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart data={points} margin={{ top: 8, right: 6, bottom: 0, left: 0 }} barCategoryGap="20%">
            <CartesianGrid vertical={false} stroke="var(--mb-chart-grid)" />
            <XAxis dataKey="month" interval={0} height={42} axisLine={false} tickLine={false} tick={(props: TickProps) => <MonthTick {...props} points={points} marked={marked} />} />
            <YAxis domain={[0, 1000]} ticks={[0, 250, 500, 750, 1000]} width={30} axisLine={false} tickLine={false} tick={{ fontSize: 11, fill: 'var(--mb-muted)' }} tickFormatter={(value: number) => String(value / 10)} />
            <ReferenceLine y={0} stroke="var(--mb-ink)" />
            <Tooltip isAnimationActive={false} cursor={{ fill: 'var(--mb-hover)' }} content={({ active, payload }) => (active ? <TrendTip point={(payload[0]?.payload as Point | undefined)} /> : null)} />
            <Bar dataKey="current" isAnimationActive={false} shape={(props: BarShape) => <RateBar {...props} marked={marked} />} />
            <Line dataKey="combined" type="linear" stroke="var(--mb-surface)" strokeWidth={4.5} dot={false} activeDot={false} isAnimationActive={false} />
            <Line dataKey="combined" type="linear" stroke="var(--mb-ink)" strokeWidth={1.8} dot={{ r: 3, fill: 'var(--mb-surface)', stroke: 'var(--mb-ink)', strokeWidth: 1.6 }} activeDot={false} isAnimationActive={false} />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

type BarShape = { x?: number; y?: number; width?: number; height?: number; payload?: Point };

function RateBar({ x = 0, y = 0, width = 0, height = 0, payload, marked }: BarShape & { marked: string | undefined }) {
  return <rect x={x} y={y} width={width} height={Math.max(0, height)} fill={payload?.month === marked ? 'var(--mb-chart-1)' : 'var(--mb-chart-5)'} />;
}

type TickProps = { x?: number | string; y?: number | string; index?: number };

/** The month, and its current rate below. */
function MonthTick({ x = 0, y = 0, index = 0, points, marked }: TickProps & { points: readonly Point[]; marked: string | undefined }) {
  const point = points[index];
  if (!point) return null;
  const isMarked = point.month === marked;
  const rate = percentText(collectionRatios(point.item).current);
  return (
    <g fontSize={11} textAnchor="middle" fontWeight={isMarked ? 700 : 400}>
      <text x={x} y={Number(y) + 8} fill="var(--mb-muted)">{Number(point.month.slice(5))}</text>
      <text x={x} y={Number(y) + 26} fill={isMarked ? 'var(--mb-accent)' : 'var(--mb-ink)'}>{rate.replace('%', '')}</text>
    </g>
  );
}

function TrendTip({ point }: { point: Point | undefined }) {
  const { t } = useTranslation('arrears');
  if (!point) return null;
  const ratios = collectionRatios(point.item);
  return (
    <dl className="trend-tip">
      <dt><b>{point.month}</b></dt><dd />
      {(['current', 'arrears', 'combined', 'households'] as const).map((name) => (
        <div key={name}><dt>{t(`rates.name.${name}`)}</dt><dd>{percentText(ratios[name])}</dd></div>
      ))}
    </dl>
  );
}
