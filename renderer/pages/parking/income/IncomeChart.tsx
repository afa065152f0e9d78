import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, ReferenceArea, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { money } from '../../../text/formats.ts';
import { goToParking } from '../parking-route.ts';
import { thousands } from '../thousands.ts';
import { hasFigures, netFen, type IncomeMonth } from './findings.ts';

/** Spending goes down: the stack is split by sign. */
type Point = IncomeMonth & { downFen: number };
const KINDS = ['resident', 'daytime', 'other'] as const;
const FILLS = { resident: 'var(--mb-chart-2)', daytime: 'var(--mb-chart-3)', other: 'var(--mb-chart-6)' } as const;

/** Income by kind upwards and the subsidy downwards, month by month, with the net below; a month leads to its subsidy account. */
export function IncomeChart({ months, marked }: { months: readonly IncomeMonth[]; /** The month that the title speaks of. */ marked: string | undefined }) {
  const { t } = useTranslation('parkingIncome');
  const points = months.map((month): Point => ({ ...month, downFen: -month.subsidyFen }));
  return (
    <div className="income-chart">
      <div className="income-legend small" aria-hidden="true">
        <span className="muted">{t('income.thousand')}</span>
        {KINDS.map((kind) => <span key={kind}><i className={`key-${kind}`} /> {t(`account.${kind}`)}</span>)}
        <span><i className="key-subsidy" /> {t('account.subsidy')}{t('income.down')}</span>
      </div>
      <div className="income-plot" role="img" aria-label={t('income.chart')}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={points} stackOffset="sign" margin={{ top: 6, right: 4, bottom: 0, left: 0 }} barCategoryGap="20%">
            <defs>
              <pattern id="spending" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--mb-surface)" /><rect width="2.2" height="5" fill="var(--mb-chart-5)" /></pattern>
              <pattern id="no-data" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1" height="6" fill="var(--mb-line-strong)" /></pattern>
            </defs>
            <CartesianGrid vertical={false} stroke="var(--mb-chart-grid)" />
            <XAxis dataKey="month" interval={0} height={42} axisLine={false} tickLine={false} tick={(props: TickProps) => <MonthTick {...props} points={points} marked={marked} />} />
            <YAxis width={44} tickCount={5} axisLine={false} tickLine={false} tick={{ fontSize: 11, fill: 'var(--mb-muted)' }} tickFormatter={(fen: number) => thousands(Math.abs(fen))} />
            {points.filter((point) => !hasFigures(point)).map(({ month }) => <ReferenceArea key={month} x1={month} x2={month} fill="url(#no-data)" fillOpacity={1} stroke="none" />)}
            <Tooltip isAnimationActive={false} cursor={{ fill: 'var(--mb-hover)' }} content={({ active, payload }) => (active ? <MonthTip point={payload[0]?.payload as Point | undefined} /> : null)} />
            {KINDS.map((kind) => <Bar key={kind} dataKey={`${kind}Fen`} stackId="income" isAnimationActive={false} shape={(props: BarShape) => <Part {...props} fill={FILLS[kind]} />} />)}
            <Bar dataKey="downFen" stackId="income" isAnimationActive={false} shape={(props: BarShape) => <Part {...props} fill="url(#spending)" isSpending />} />
            <ReferenceLine y={0} stroke="var(--mb-ink)" />
          </BarChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

type BarShape = { x?: number; y?: number; width?: number; height?: number; payload?: Point };

/** One part of a bar, with 1px of surface above it. */
function Part({ x = 0, y = 0, width = 0, height = 0, payload, fill, isSpending = false }: BarShape & { fill: string; isSpending?: boolean }) {
  // Downward bars have a negative height.
  const [top, size] = height < 0 ? [y + height, -height] : [y, height];
  if (size < 0.5) return null;
  return <rect className="income-part" x={x} y={isSpending ? top : top + Math.min(1, size / 2)} width={width} height={isSpending ? size : Math.max(0.5, size - 1)} fill={fill} stroke={isSpending ? 'var(--mb-chart-5)' : 'none'} onClick={() => payload && goToParking({ tab: 'subsidy', month: payload.month })} />;
}

type TickProps = { x?: number | string; y?: number | string; index?: number };

/** The month, and its net result below. */
function MonthTick({ x = 0, y = 0, index = 0, points, marked }: TickProps & { points: readonly Point[]; marked: string | undefined }) {
  const { t } = useTranslation('parkingIncome');
  const point = points[index];
  if (!point) return null;
  const [net, known, isMarked] = [netFen(point), hasFigures(point), point.month === marked];
  return (
    <g fontSize={11} textAnchor="middle" fontWeight={isMarked ? 700 : 400}>
      <text x={x} y={Number(y) + 8} fill="var(--mb-muted)">{Number(point.month.slice(5))}</text>
      <text x={x} y={Number(y) + 26} fill={known ? (net < 0 || isMarked ? 'var(--mb-accent)' : 'var(--mb-ink)') : 'var(--mb-muted)'}>{known ? thousands(net) : t('noData')}</text>
    </g>
  );
}

function MonthTip({ point }: { point: Point | undefined }) {
  const { t } = useTranslation('parkingIncome');
  if (!point) return null;
  return (
    <dl className="income-tip">
      <dt><b>{point.month}</b></dt><dd />
      {KINDS.map((kind) => <div key={kind}><dt>{t(`account.${kind}`)}</dt><dd>{money(point[`${kind}Fen`])}</dd></div>)}
      <div><dt>{t('account.subsidy')}</dt><dd>{money(point.downFen)}</dd></div>
      <div className="tip-sum"><dt>{t('income.net')}</dt><dd>{money(netFen(point))}</dd></div>
    </dl>
  );
}
