import { useTranslation } from 'react-i18next';
import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { CallInput } from '../../../../shared/contract/index.ts';
import { monthsAfter, simulateMonth, simulateYear, type SimulatedPrices, type SimulationBasis } from '../../../../shared/domain/parking-simulation.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { useSession } from '../../../session.ts';
import { money, monthOf, yuan } from '../../../text/formats.ts';
import { thousands } from '../thousands.ts';
import { simulationFinding } from './subsidy-finding.ts';

type YearProps = { basis: SimulationBasis; present: SimulatedPrices; tried: SimulatedPrices; /** What the endpoint is asked for the same year. */ input: CallInput<'parking.simulate'> };
type Point = { month: string; daytime: number; subsidy: number; left: number; /** Sum of what was left up to the month. */ tried: number; present: number };

/** Twelve months to come: what is left month by month, added up, as it is and as it is tried. */
export function YearChart({ basis, present, tried, input }: YearProps) {
  const { t } = useTranslation('parkingIncome');
  const { today } = useSession();
  const [asIs, asTried] = [simulateMonth(basis, present), simulateMonth(basis, tried)];
  const points = monthsAfter(monthOf(today)).map((month, index): Point => ({ month, ...asTried, tried: asTried.left * (index + 1), present: asIs.left * (index + 1) }));
  const finding = simulationFinding(simulateYear(basis, present).left, simulateYear(basis, tried).left);
  return (
    <ChartFrame
      title={t(`simulator.finding.${finding.kind}`, { left: yuan(finding.leftFen), present: yuan(finding.presentFen), difference: yuan(finding.differenceFen) })}
      note={t('simulator.lineNote')}
      chart={<LeftChart points={points} />}
      table={<MonthsTable points={points} />}
      save={<ExportList list="parking.simulate" input={input} name={t('simulator.list')} />}
    />
  );
}

function LeftChart({ points }: { points: readonly Point[] }) {
  const { t } = useTranslation('parkingIncome');
  return (
    <div className="year-chart">
      <div className="year-legend small" aria-hidden="true">
        <span className="muted">{t('income.thousand')}</span>
        <span><i className="key-tried" /> {t('simulator.tried')}</span>
        <span><i className="key-present" /> {t('simulator.present')}</span>
      </div>
      <div className="year-plot" role="img" aria-label={t('simulator.chart')}>
        <ResponsiveContainer width="100%" height="100%">
          <LineChart data={[...points]} margin={{ top: 8, right: 18, bottom: 0, left: 0 }}>
            <CartesianGrid vertical={false} stroke="var(--mb-chart-grid)" />
            <XAxis dataKey="month" interval={0} height={42} axisLine={false} tickLine={false} padding={{ left: 14, right: 14 }} tick={(props: TickProps) => <MonthTick {...props} points={points} />} />
            <YAxis width={48} tickCount={4} axisLine={false} tickLine={false} tick={{ fontSize: 11, fill: 'var(--mb-muted)' }} tickFormatter={thousands} domain={[(least: number) => Math.min(0, least), (most: number) => Math.max(0, most)]} />
            <ReferenceLine y={0} stroke="var(--mb-ink)" />
            <Line dataKey="present" type="linear" stroke="var(--mb-chart-5)" strokeWidth={1.8} strokeDasharray="4 3" dot={false} activeDot={false} isAnimationActive={false} />
            <Line dataKey="tried" type="linear" stroke="var(--mb-surface)" strokeWidth={4.5} dot={false} activeDot={false} isAnimationActive={false} />
            <Line dataKey="tried" type="linear" stroke="var(--mb-ink)" strokeWidth={1.8} dot={{ r: 3, fill: 'var(--mb-surface)', stroke: 'var(--mb-ink)', strokeWidth: 1.6 }} activeDot={false} isAnimationActive={false} />
          </LineChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

type TickProps = { x?: number | string; y?: number | string; index?: number };

/** The month, and what is left up to it below. */
function MonthTick({ x = 0, y = 0, index = 0, points }: TickProps & { points: readonly Point[] }) {
  const point = points[index];
  if (!point) return null;
  const isLast = index === points.length - 1;
  return (
    <g fontSize={11} textAnchor="middle" fontWeight={isLast ? 700 : 400}>
      <text x={x} y={Number(y) + 8} fill="var(--mb-muted)">{Number(point.month.slice(5))}</text>
      <text x={x} y={Number(y) + 26} fill={point.tried < 0 || isLast ? 'var(--mb-accent)' : 'var(--mb-ink)'}>{thousands(point.tried)}</text>
    </g>
  );
}

function MonthsTable({ points }: { points: readonly Point[] }) {
  const { t } = useTranslation('parkingIncome');
  return (
    <table className="book tight" aria-label={t('simulator.list')}>
      <thead><tr><th>{t('month')}</th><th className="num led">{t('daytime')}</th><th className="num">{t('subsidy')}</th><th className="num">{t('left')}</th><th className="num led">{t('simulator.cumulated')}</th><th className="num">{t('simulator.presentCumulated')}</th></tr></thead>
      <tbody>
        {points.map(({ month, daytime, subsidy, left, tried, present }) => (
          <tr key={month}><td>{month}</td><td className="num led">{money(daytime)}</td><td className="num">{money(subsidy)}</td><td className="num">{money(left)}</td><td className="num led">{money(tried)}</td><td className="num">{money(present)}</td></tr>
        ))}
      </tbody>
    </table>
  );
}
