import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { money } from '../../text/formats.ts';
import { thousands } from '../parking/thousands.ts';
import type { ShopMonth } from './market-findings.ts';

type Tick = { x?: number | string; y?: number | string; index?: number };
const axis = { fontSize: 11, fill: 'var(--mb-muted)' };

/** Sales of each month, and what residents saved in its foot. */
export function SalesChart({ months }: { months: readonly ShopMonth[] }) {
  const { t } = useTranslation('market');
  return (
    <div className="market-chart">
      <div className="market-legend small" aria-hidden="true"><span className="muted">{t('thousand')}</span><span><i style={{ background: 'var(--mb-chart-2)' }} /> {t('turnover')}</span><span><i style={{ background: 'repeating-linear-gradient(45deg,var(--mb-chart-3) 0 2px,var(--mb-surface) 2px 4px)' }} /> {t('saving')}</span></div>
      <div className="market-plot" role="img" aria-label={t('overview.chart')}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={[...months]} margin={{ top: 6, right: 4, bottom: 0, left: 0 }} barCategoryGap="22%" barGap={1}>
            <defs><pattern id="market-saving" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--mb-surface)" /><rect width="2.2" height="5" fill="var(--mb-chart-3)" /></pattern></defs>
            <CartesianGrid vertical={false} stroke="var(--mb-chart-grid)" />
            <XAxis dataKey="month" interval={0} height={42} axisLine={false} tickLine={false} tick={(props: Tick) => <MonthTick {...props} months={months} />} />
            <YAxis width={48} tickCount={4} axisLine={false} tickLine={false} tick={axis} tickFormatter={(fen: number) => thousands(fen)} />
            <Tooltip isAnimationActive={false} cursor={{ fill: 'var(--mb-hover)' }} content={({ active, payload }) => (active ? <Tip month={payload[0]?.payload as ShopMonth | undefined} /> : null)} />
            <Bar dataKey="salesFen" fill="var(--mb-chart-2)" isAnimationActive={false} />
            <Bar dataKey="savingFen" fill="url(#market-saving)" stroke="var(--mb-chart-3)" isAnimationActive={false} />
            <ReferenceLine y={0} stroke="var(--mb-ink)" />
          </BarChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

/** The month, and below it what residents saved. */
function MonthTick({ x = 0, y = 0, index = 0, months }: Tick & { months: readonly ShopMonth[] }) {
  const { t } = useTranslation('market');
  const month = months[index];
  if (!month) return null;
  return (
    <g fontSize={11} textAnchor="middle">
      <text x={x} y={Number(y) + 8} fill="var(--mb-muted)">{month.month.slice(2)}</text>
      <text x={x} y={Number(y) + 26} fill={month.savingFen < 0 ? 'var(--mb-accent)' : month.sales === 0 ? 'var(--mb-muted)' : 'var(--mb-ink)'}>{month.sales === 0 ? t('noData') : thousands(month.savingFen)}</text>
    </g>
  );
}

function Tip({ month }: { month: ShopMonth | undefined }) {
  const { t } = useTranslation('market');
  if (!month) return null;
  const lines: [string, number][] = [[t('turnover'), month.salesFen], [t('saving'), month.savingFen], [t('growers'), month.boughtFen], [t('rentKind'), month.waivedRentFen]];
  return <dl className="market-tip"><dt><b>{month.month}</b></dt><dd>¥</dd>{lines.map(([name, fen]) => <div key={name} className="line"><dt>{name}</dt><dd>{money(fen)}</dd></div>)}</dl>;
}

const FILLS = ['var(--mb-chart-4)', 'var(--mb-chart-2)', 'var(--mb-chart-5)', 'var(--mb-chart-6)'] as const;
const SHOWN = FILLS.length;

/** What growers were paid each month, the villages upon one another; those after the fourth are in the table. */
export function GrowersChart({ months, villages }: { months: readonly ShopMonth[]; villages: readonly string[] }) {
  const { t } = useTranslation('market');
  const shown = villages.slice(0, SHOWN);
  const points = months.map(({ month, growers }) => ({ month, ...Object.fromEntries(shown.map((village, index) => [`v${String(index)}`, growers.find((one) => one.village === village)?.fen ?? 0])) }));
  return (
    <div className="market-chart">
      <div className="market-legend small" aria-hidden="true"><span className="muted">{t('thousand')}</span>{shown.map((village, index) => <span key={village}><i style={{ background: FILLS[index] }} /> {village}</span>)}</div>
      <div className="market-plot" role="img" aria-label={t('overview.growerChart')}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={points} margin={{ top: 6, right: 4, bottom: 0, left: 0 }} barCategoryGap="30%">
            <CartesianGrid vertical={false} stroke="var(--mb-chart-grid)" />
            <XAxis dataKey="month" axisLine={false} tickLine={false} tick={axis} minTickGap={6} tickFormatter={(month: string) => month.slice(2)} />
            <YAxis width={48} tickCount={4} axisLine={false} tickLine={false} tick={axis} tickFormatter={(fen: number) => thousands(fen)} />
            <Tooltip isAnimationActive={false} cursor={{ fill: 'var(--mb-hover)' }} content={({ active, label }) => (active ? <GrowersTip month={months.find(({ month }) => month === label)} /> : null)} />
            {shown.map((village, index) => <Bar key={village} dataKey={`v${String(index)}`} stackId="villages" fill={FILLS[index]} stroke="var(--mb-surface)" isAnimationActive={false} />)}
            <ReferenceLine y={0} stroke="var(--mb-ink)" />
          </BarChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

function GrowersTip({ month }: { month: ShopMonth | undefined }) {
  if (!month) return null;
  return <dl className="market-tip"><dt><b>{month.month}</b></dt><dd>¥</dd>{month.growers.map(({ village, fen }) => <div key={village} className="line"><dt>{village}</dt><dd>{money(fen)}</dd></div>)}</dl>;
}
