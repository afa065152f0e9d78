import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { parkingFinding } from '../../../shared/domain/board-findings.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { EmptyNote } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { money, yuan } from '../../text/formats.ts';
import { thousands } from '../parking/thousands.ts';
import type { Board } from './board-route.ts';
import { BoardSave } from './BoardSave.tsx';
import { useBoardWords } from './board-words.ts';
import { BoardTip } from './BoardTip.tsx';
import type { CardProps } from './card-type.ts';
import { MeasuredPlot } from './MeasuredPlot.tsx';
import { MonthTick } from './MonthTick.tsx';
import { shortThousands } from './short-thousands.ts';

type Month = Board['parking']['months'][number];
const linkOf = (month: string): string => linkTo('parking', { tab: 'subsidy', month });

/** What daytime leases bring upwards, what the subsidy takes downwards, and what is left of both. */
export function ParkingCard({ board, input }: CardProps) {
  const { t } = useTranslation('board');
  const { values } = useBoardWords();
  const { months } = board.parking;
  const finding = parkingFinding(months);
  return (
    <ChartFrame
      title={t(`parking.finding.${finding.kind}`, values(finding.values))} note={t('parking.note')} save={<BoardSave list="board.summary" input={input} name={t('parking.name')} />} table={<ParkingTable months={months} />}
      chart={finding.kind === 'none' ? <EmptyNote title={t('parking.finding.none')}>{t('parking.noneNote')}</EmptyNote> : <ParkingChart months={months} since={finding.since} />}
    />
  );
}

function ParkingChart({ months, since }: { months: readonly Month[]; since: string | null }) {
  const { t } = useTranslation('board');
  const { monthNo } = useBoardWords();
  const points = months.map((month) => ({ ...month, broughtFen: month.daytimeFen + month.otherFen, takenFen: 0 - month.subsidyFen }));
  return (
    <div className="board-chart">
      <div className="board-legend small" aria-hidden="true"><span className="muted">{t('thousandYuan')}</span><span><i className="board-daytime" />{t('parking.daytime')}</span><span><i className="board-subsidy" />{t('parking.subsidy')}</span></div>
      <MeasuredPlot label={t('parking.chart')}>
        {(width, height) => (
          <BarChart width={width} height={height} data={points} stackOffset="sign" margin={{ top: 8, right: 4, bottom: 0, left: 0 }} barCategoryGap="19%" accessibilityLayer={false}>
            <defs><pattern id="board-subsidy" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--mb-surface)" /><rect width="2.2" height="5" fill="var(--mb-chart-5)" /></pattern></defs>
            <CartesianGrid vertical={false} stroke="var(--mb-chart-grid)" />
            <XAxis dataKey="month" interval={0} height={38} axisLine={false} tickLine={false} tick={(props: TickProps) => <Tick {...props} months={months} />} />
            <YAxis width={40} tickCount={4} axisLine={false} tickLine={false} tick={{ fontSize: 11, fill: 'var(--mb-muted)' }} tickFormatter={(fen: number) => thousands(Math.abs(fen)).replace('.0', '')} />
            <Tooltip isAnimationActive={false} cursor={{ fill: 'var(--mb-hover)' }} content={({ active, payload }) => (active ? <MonthTip month={payload[0]?.payload as Month | undefined} /> : null)} />
            {since !== null && <ReferenceLine x={since} stroke="var(--mb-ink)" strokeDasharray="2 3" label={{ value: t('parking.since', { month: monthNo(Number(since.slice(5))) }), position: 'insideTopRight', fontSize: 12, fill: 'var(--mb-ink)' }} />}
            <Bar dataKey="broughtFen" stackId="month" fill="var(--mb-chart-3)" isAnimationActive={false} />
            <Bar dataKey="takenFen" stackId="month" fill="url(#board-subsidy)" stroke="var(--mb-chart-5)" isAnimationActive={false} />
            <ReferenceLine y={0} stroke="var(--mb-ink)" />
          </BarChart>
        )}
      </MeasuredPlot>
    </div>
  );
}

type TickProps = { x?: number | string; y?: number | string; index?: number };

function Tick({ x, y, index = 0, months }: TickProps & { months: readonly Month[] }) {
  const { t } = useTranslation('board');
  const month = months[index];
  if (!month) return null;
  return <MonthTick {...(x !== undefined && { x })} {...(y !== undefined && { y })} name={String(Number(month.month.slice(5)))} result={shortThousands(month.leftFen)} tone={month.leftFen < 0 ? 'red' : undefined} rowName={index === 0 ? t('parking.left') : undefined} isLast={index === months.length - 1} href={linkOf(month.month)} label={`${month.month} ${t('parking.left')} ${yuan(month.leftFen)}`} />;
}

function MonthTip({ month }: { month: Month | undefined }) {
  const { t } = useTranslation('board');
  if (!month) return null;
  return <BoardTip title={month.month} lines={[[t('parking.head.paid'), month.residentPaidFen], [t('parking.head.daytime'), month.daytimeFen], [t('parking.head.other'), month.otherFen], [t('parking.head.subsidy'), month.subsidyFen], [t('parking.head.left'), month.leftFen]]} />;
}

function ParkingTable({ months }: { months: readonly Month[] }) {
  const { t } = useTranslation('board');
  return (
    <table className="book tight" aria-label={t('parking.name')}>
      <thead><tr><th>{t('monthHead')}</th><th className="num">{t('parking.head.paid')}</th><th className="num">{t('parking.head.daytime')}</th><th className="num">{t('parking.head.other')}</th><th className="num">{t('parking.head.subsidy')}</th><th className="num">{t('parking.head.left')}</th><th className="num">{t('parking.head.cost')}</th><th className="num">{t('parking.head.net')}</th></tr></thead>
      <tbody>{months.map((one) => <tr key={one.month}><td><a className="figure" href={linkOf(one.month)}>{one.month}</a></td><td className="num">{money(one.residentPaidFen)}</td><td className="num">{money(one.daytimeFen)}</td><td className="num">{money(one.otherFen)}</td><td className="num">{money(one.subsidyFen)}</td><td className="num">{money(one.leftFen)}</td><td className="num">{money(one.costFen)}</td><td className="num">{money(one.netFen)}</td></tr>)}</tbody>
    </table>
  );
}
