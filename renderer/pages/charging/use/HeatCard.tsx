import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { divideHalfUp } from '../../../../shared/domain/money.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { DAY, hours, weekdays } from '../../../charts/week-hours.ts';
import { WeekTable } from '../../../charts/WeekTable.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { EmptyNote } from '../../../components/states.tsx';
import { HEAT_STEPS, heatFinding, heatStep, percentOf, type HeatCell } from './use-findings.ts';
import { useUseWords } from './use-words.ts';
import type { UsageInput } from './UsePart.tsx';

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
  const [shown, setShown] = useState<number | undefined>();
  const most = Math.max(...heat.map(({ permille }) => permille), 0);
  const wordsOf = (cell: HeatCell | undefined): string => (cell ? t('heat.cell', { at: at(cell), percent: percentOf(cell.permille), count: cell.sessions }) : t('heat.point'));
  return (
    <div className="heat-plot">
      <WeekTable
        label={t('heat.table')} corner={t('heat.oclock')} nameOf={(weekday) => t(`weekday.${weekday}`)} classOf={(place) => `heat-${heatStep(heat[place]?.permille ?? 0, most)}`} onShow={setShown}
        cell={(place, keys) => <span className="use-cell" title={wordsOf(heat[place])} aria-label={wordsOf(heat[place])} {...keys}>{cellPercent(heat[place]?.permille ?? 0, most)}</span>}
      />
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
