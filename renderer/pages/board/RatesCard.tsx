import { useTranslation } from 'react-i18next';
import { Bar, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts';
import { rateFinding } from '../../../shared/domain/board-findings.ts';
import { collectionRatios, percentText, permille, tenths } from '../../../shared/domain/collection.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { EmptyNote } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { money } from '../../text/formats.ts';
import { BoardSave } from './BoardSave.tsx';
import type { Board } from './board-route.ts';
import { useBoardWords } from './board-words.ts';
import type { CardProps } from './card-type.ts';
import { MeasuredPlot } from './MeasuredPlot.tsx';
import { MonthTick } from './MonthTick.tsx';

type Month = Board['collection']['trend'][number];
const linkOf = (month: string): string => linkTo('arrears', { view: 'rates', month, part: 'collected' });

/** The current rate of each month as a bar, the combined one as a line, and the target that the office set. */
export function RatesCard({ board: { collection: { trend, targetPermille }, months } }: CardProps) {
  const { t } = useTranslation('board');
  const { values } = useBoardWords();
  const finding = rateFinding(trend, targetPermille);
  const none = finding.kind === 'none' && <EmptyNote title={t('rates.finding.none')} />;
  const table = (
    <table className="book tight" aria-label={t('rates.name')}>
      <thead><tr><th>{t('monthHead')}</th><th className="num">{t('rates.current')}</th><th className="num">{t('rates.combined')}</th><th className="num">¥</th></tr></thead>
      <tbody>{trend.map((one) => <tr key={one.month}><td><a className="figure" href={linkOf(one.month)}>{one.month}</a></td><td className="num">{percentText(collectionRatios(one).current)}</td><td className="num">{percentText(collectionRatios(one).combined)}</td><td className="num">{money(one.current.collectedFen)}</td></tr>)}</tbody>
    </table>
  );
  return <ChartFrame title={t(`rates.finding.${finding.kind}`, values(finding.values))} note={t('rates.note')} chart={none || <RatesChart trend={trend} targetPermille={targetPermille} />} table={none || table} save={<BoardSave list="collection.trend" input={{ until: months.to, months: trend.length }} name={t('rates.name')} />} />;
}

function RatesChart({ trend, targetPermille }: { trend: readonly Month[]; targetPermille: number }) {
  const { t } = useTranslation('board');
  const points = trend.map((one) => { const ratios = collectionRatios(one); return { month: one.month, current: permille(ratios.current) ?? null, combined: permille(ratios.combined) ?? null }; });
  return (
    <div className="board-chart">
      <div className="board-legend small" aria-hidden="true"><span className="muted">%</span><span><i className="board-grey" />{t('rates.current')}</span><span><i className="board-line" />{t('rates.combined')}</span>{targetPermille > 0 && <span><i className="board-target" />{t('rates.target', { rate: tenths(targetPermille) })}</span>}</div>
      <MeasuredPlot label={t('rates.chart')}>
        {(width, height) => (
          <ComposedChart width={width} height={height} data={points} margin={{ top: 8, right: 4, bottom: 0, left: 0 }} barCategoryGap="19%" accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--mb-chart-grid)" />
            <XAxis dataKey="month" interval={0} height={38} axisLine={false} tickLine={false} tick={(props: TickProps) => <Tick {...props} trend={trend} targetPermille={targetPermille} />} />
            <YAxis domain={[0, 1000]} ticks={[0, 250, 500, 750, 1000]} width={40} axisLine={false} tickLine={false} tick={{ fontSize: 11, fill: 'var(--mb-muted)' }} tickFormatter={(value: number) => String(value / 10)} />
            <Bar dataKey="current" fill="var(--mb-chart-5)" isAnimationActive={false} />
            <Line dataKey="combined" type="linear" stroke="var(--mb-surface)" strokeWidth={4.5} dot={false} activeDot={false} isAnimationActive={false} />
            <Line dataKey="combined" type="linear" stroke="var(--mb-ink)" strokeWidth={1.8} dot={{ r: 3, fill: 'var(--mb-surface)', stroke: 'var(--mb-ink)', strokeWidth: 1.6 }} activeDot={false} isAnimationActive={false} />
            {targetPermille > 0 && <ReferenceLine y={targetPermille} stroke="var(--mb-accent)" strokeDasharray="5 3" />}
            <ReferenceLine y={0} stroke="var(--mb-ink)" />
          </ComposedChart>
        )}
      </MeasuredPlot>
    </div>
  );
}

type TickProps = { x?: number | string; y?: number | string; index?: number };

function Tick({ x, y, index = 0, trend, targetPermille }: TickProps & { trend: readonly Month[]; targetPermille: number }) {
  const { t } = useTranslation('board');
  const month = trend[index];
  if (!month) return null;
  const { current } = collectionRatios(month);
  return <MonthTick {...(x !== undefined && { x })} {...(y !== undefined && { y })} name={String(Number(month.month.slice(5)))} result={percentText(current).replace('%', '')} tone={targetPermille > 0 && (permille(current) ?? 1000) < targetPermille ? 'red' : undefined} rowName={index === 0 ? t('rates.current') : undefined} isLast={index === trend.length - 1} href={linkOf(month.month)} label={`${month.month} ${t('rates.name')} ${percentText(current)}`} />;
}
