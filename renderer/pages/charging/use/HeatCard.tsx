import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { divideHalfUp } from '../../../../shared/domain/money.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { EmptyNote } from '../../../components/states.tsx';
import { HEAT_STEPS, heatFinding, heatStep, percentOf, type HeatCell } from './use-findings.ts';
import { useUseWords, weekdays } from './use-words.ts';
import type { UsageInput } from './UsePart.tsx';

const [DAY, WEEK] = [24, 168] as const;
const MOVES: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -DAY, ArrowDown: DAY };
const hours = Array.from({ length: DAY }, (_, hour) => hour);
/** Below ten percent a decimal tells more than the whole numbers do. */
const FEW = 100;
const cellPercent = (permille: number, most: number): string => (most < FEW ? percentOf(permille).replace('%', '') : String(divideHalfUp(BigInt(permille), 10n)));
type HeatProps = { heat: readonly HeatCell[] };

/** How much of the connectors each hour of the week has in use. */
export function HeatCard({ heat, input }: HeatProps & { input: UsageInput }) {
  const { t } = useTranslation('chargingUse');
  const { at } = useUseWords();
  const finding = heatFinding(heat);
  const words = finding.kind === 'none' ? {} : { at: at(finding.most), most: percentOf(finding.most.permille), leastAt: at(finding.least), least: percentOf(finding.least.permille), count: finding.empty };
  const empty = finding.kind === 'none' && <EmptyNote title={t('heat.finding.none')} />;
  return (
    <ChartFrame title={t(`heat.finding.${finding.kind}`, words)} note={t('heat.note')} chart={empty || <div className="heat"><HeatMap heat={heat} /></div>} table={empty || <HeatTable heat={heat} />} save={<ExportList list="charging.usage" input={input} name={`${t('heat.name')} ${input.to}`} />} />
  );
}

/** Hours across and weekdays down; the line below says what the cell under the pointer or in focus stands for. */
function HeatMap({ heat }: HeatProps) {
  const { t } = useTranslation('chargingUse');
  const { at } = useUseWords();
  // One cell is in the tab order; the others are reached by the arrows.
  const [stand, setStand] = useState(0);
  const [shown, setShown] = useState<number | undefined>();
  const most = Math.max(...heat.map(({ permille }) => permille), 0);
  const wordsOf = (cell: HeatCell | undefined): string => (cell ? t('heat.cell', { at: at(cell), percent: percentOf(cell.permille), count: cell.sessions }) : t('heat.point'));
  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = MOVES[event.key];
    const next = step === undefined ? -1 : stand + step;
    if (next < 0 || next >= WEEK) return;
    event.preventDefault();
    setStand(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${String(next)}"]`)?.focus();
  };
  return (
    <div className="heat-plot">
      <table className="heat-map" aria-label={t('heat.table')} onKeyDown={move} onMouseLeave={() => setShown(undefined)}>
        <thead><tr><th>{t('heat.oclock')}</th>{hours.map((hour) => <th key={hour}>{hour % 2 === 0 ? hour : ''}</th>)}</tr></thead>
        <tbody>
          {weekdays.map((weekday, day) => (
            <tr key={weekday}>
              <th>{t(`weekday.${weekday}`)}</th>
              {hours.map((hour) => {
                const place = day * DAY + hour;
                const cell = heat[place];
                return (
                  <td key={hour} className={`heat-${heatStep(cell?.permille ?? 0, most)}`} onMouseEnter={() => setShown(place)}>
                    <span className="use-cell" data-cell={place} tabIndex={place === stand ? 0 : -1} title={wordsOf(cell)} aria-label={wordsOf(cell)} onFocus={() => { setStand(place); setShown(place); }}>{cellPercent(cell?.permille ?? 0, most)}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="heat-scale small">
        <span className="muted">{t('heat.scale')}</span>
        {Array.from({ length: HEAT_STEPS + 1 }, (_, step) => <span key={step} aria-hidden="true"><i className={`heat-${step}`} /> {step === 0 ? '0' : `≤${cellPercent(Math.floor((most * step) / HEAT_STEPS), most)}`}</span>)}
        <span className="at-end" aria-live="polite">{wordsOf(shown === undefined ? undefined : heat[shown])}</span>
      </div>
    </div>
  );
}

/** Hours down, weekdays across, with a decimal. */
function HeatTable({ heat }: HeatProps) {
  const { t } = useTranslation('chargingUse');
  const startedOn = (hour: number) => heat.reduce((sum, cell) => (cell.hour === hour ? sum + cell.sessions : sum), 0);
  return (
    <table className="book tight" aria-label={t('heat.table')}>
      <thead><tr><th>{t('heat.oclock')}</th>{weekdays.map((weekday) => <th key={weekday} className="num">{t(`weekday.${weekday}`)}</th>)}<th className="num">{t('heat.started')}</th></tr></thead>
      <tbody>{hours.map((hour) => <tr key={hour}><td>{hour}–{hour + 1}</td>{weekdays.map((weekday, day) => <td key={weekday} className="num">{percentOf(heat[day * DAY + hour]?.permille ?? 0)}</td>)}<td className="num">{startedOn(hour).toLocaleString('en-US')}</td></tr>)}</tbody>
      <tfoot><tr className="sum-row"><td>{t('total')}</td><td colSpan={weekdays.length} /><td className="num">{heat.reduce((sum, { sessions }) => sum + sessions, 0).toLocaleString('en-US')}</td></tr></tfoot>
    </table>
  );
}
