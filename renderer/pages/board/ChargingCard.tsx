import type { Key } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { chargingFinding } from '../../../shared/domain/board-findings.ts';
import { firstDay, lastDay } from '../../../shared/domain/period.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { EmptyNote } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { money, yuan } from '../../text/formats.ts';
import { thousands } from '../parking/thousands.ts';
import { BoardSave } from './BoardSave.tsx';
import type { Board } from './board-route.ts';
import { useBoardWords } from './board-words.ts';
import { BoardTip } from './BoardTip.tsx';
import { MeasuredPlot } from './MeasuredPlot.tsx';
import { MonthTick } from './MonthTick.tsx';
import { shortThousands } from './short-thousands.ts';
import type { CardProps } from './card-type.ts';

type Month = Board['charging']['months'][number];
const linkOf = (month: string): string => linkTo('charging', { tab: 'sessions', from: firstDay(month), to: lastDay(month) });

/** Twelve months of chargers: what came in, what all of it cost, and what is left. */
export function ChargingCard({ board, input }: CardProps) {
  const { t } = useTranslation('board');
  const { values } = useBoardWords();
  const { months, kinds } = board.charging;
  const finding = chargingFinding(months);
  const said = values(finding.values);
  const devices = kinds.map(({ kind, connectors }) => t(`charging.${kind}`, { count: connectors })).join('').replace(/、$/, '，');
  return (
    <ChartFrame
      title={t(`charging.finding.${finding.kind}`, said) + (said['worst'] === undefined ? '' : t('charging.worst', said))} note={t('charging.note', { devices })}
      chart={finding.kind === 'none' ? <EmptyNote title={t('charging.finding.none')}>{t('charging.noneNote')}</EmptyNote> : <ChargingChart months={months} worst={finding.worst} />}
      table={<ChargingTable months={months} />} save={<BoardSave list="board.summary" input={input} name={t('charging.name')} />}
    />
  );
}

function ChargingChart({ months, worst }: { months: readonly Month[]; worst: string | null }) {
  const { t } = useTranslation('board');
  const points = months.map((month) => ({ ...month, feeFen: month.serviceFen + month.extraFen, allCostFen: month.netFen === null ? null : month.costFen }));
  return (
    <div className="board-chart">
      <div className="board-legend small" aria-hidden="true"><span className="muted">{t('thousandYuan')}</span><span><i className="board-fee" />{t('charging.service')}</span><span><i className="board-energy" />{t('charging.energy')}</span><span><i className="board-line" />{t('charging.cost')}</span></div>
      <MeasuredPlot label={t('charging.chart')}>
        {(width, height) => (
          <ComposedChart width={width} height={height} data={points} margin={{ top: 8, right: 4, bottom: 0, left: 0 }} barCategoryGap="19%" accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--mb-chart-grid)" />
            <XAxis dataKey="month" interval={0} height={38} axisLine={false} tickLine={false} tick={(props: TickProps) => <Tick {...props} months={months} />} />
            <YAxis width={40} tickCount={4} axisLine={false} tickLine={false} tick={{ fontSize: 11, fill: 'var(--mb-muted)' }} tickFormatter={(fen: number) => thousands(fen).replace('.0', '')} />
            <Tooltip isAnimationActive={false} cursor={{ fill: 'var(--mb-hover)' }} content={({ active, payload }) => (active ? <MonthTip month={payload[0]?.payload as Month | undefined} /> : null)} />
            <Bar dataKey="energyFen" stackId="in" fill="var(--mb-chart-2)" isAnimationActive={false} />
            <Bar dataKey="feeFen" stackId="in" fill="var(--mb-chart-4)" stroke="var(--mb-surface)" isAnimationActive={false} />
            <Line dataKey="allCostFen" type="linear" stroke="var(--mb-surface)" strokeWidth={4.5} dot={false} activeDot={false} isAnimationActive={false} />
            <Line dataKey="allCostFen" type="linear" stroke="var(--mb-ink)" strokeWidth={1.8} activeDot={false} isAnimationActive={false} dot={({ key, ...dot }: DotProps) => <Dot key={key} {...dot} worst={worst} />} />
            <ReferenceLine y={0} stroke="var(--mb-ink)" />
          </ComposedChart>
        )}
      </MeasuredPlot>
    </div>
  );
}

type DotProps = { key?: Key | null | undefined; cx?: number; cy?: number | null; payload?: Month };

/** Hollow, but red where the title speaks of a loss. */
function Dot({ cx, cy, payload, worst }: Omit<DotProps, 'key'> & { worst: string | null }) {
  if (cx === undefined || cy === undefined || cy === null) return <g />;
  const isWorst = payload !== undefined && payload.month === worst;
  return <circle cx={cx} cy={cy} r={3.2} fill={isWorst ? 'var(--mb-accent)' : 'var(--mb-surface)'} stroke={isWorst ? 'var(--mb-accent)' : 'var(--mb-ink)'} strokeWidth={1.6} />;
}

type TickProps = { x?: number | string; y?: number | string; index?: number };

function Tick({ x, y, index = 0, months }: TickProps & { months: readonly Month[] }) {
  const { t } = useTranslation('board');
  const month = months[index];
  if (!month) return null;
  const result = month.netFen === null ? t('charging.lacks') : shortThousands(month.netFen);
  return <MonthTick {...(x !== undefined && { x })} {...(y !== undefined && { y })} name={String(Number(month.month.slice(5)))} result={result} tone={(month.netFen ?? -1) < 0 ? 'red' : undefined} rowName={index === 0 ? t('charging.net') : undefined} isLast={index === months.length - 1} href={linkOf(month.month)} label={`${month.month} ${t('charging.net')} ${month.netFen === null ? result : yuan(month.netFen)}`} />;
}

function MonthTip({ month }: { month: Month | undefined }) {
  const { t } = useTranslation('board');
  if (!month) return null;
  return <BoardTip title={month.month} lines={[[t('charging.energy'), month.energyFen], [t('charging.service'), month.serviceFen], [t('charging.extra'), month.extraFen], [t('charging.cost'), month.netFen === null ? null : month.costFen], [t('charging.net'), month.netFen]]} />;
}

function ChargingTable({ months }: { months: readonly Month[] }) {
  const { t } = useTranslation('board');
  return (
    <table className="book tight" aria-label={t('charging.name')}>
      <thead><tr><th>{t('monthHead')}</th><th className="num">{t('charging.head.income')}</th><th className="num">{t('charging.head.grid')}</th><th className="num">{t('charging.head.commission')}</th><th className="num">{t('charging.head.other')}</th><th className="num">{t('charging.head.booked')}</th><th className="num">{t('charging.head.net')}</th></tr></thead>
      <tbody>{months.map((one) => <tr key={one.month}><td><a className="figure" href={linkOf(one.month)}>{one.month}</a></td><td className="num">{money(one.incomeFen)}</td><td className="num">{one.missing.length > 0 ? <span className="red">{t('charging.lacks')}</span> : money(one.gridCostFen)}</td><td className="num">{money(one.commissionFen)}</td><td className="num">{money(one.otherFen)}</td><td className="num">{money(one.bookedFen)}</td><td className="num">{one.netFen === null ? '—' : money(one.netFen)}</td></tr>)}</tbody>
    </table>
  );
}
