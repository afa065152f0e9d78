import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { divideHalfUp } from '../../../../shared/domain/money.ts';
import { linkTo } from '../../../route.ts';
import { firstWeekday, heatLevel, heatSteps, hours, weekdays, type Zone } from './heat.ts';

const [DAY, STEPS] = [24, { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -24, ArrowDown: 24 }] as const;

/** Hours across and weekdays down, each a cell with its percent that leads to the plan at that hour; arrow keys move. */
export function HeatMap({ zone: { zone, permille }, month }: { zone: Zone; month: string }) {
  const { t } = useTranslation('parkingIncome');
  // One cell is in the tab order; the others are reached by the arrows.
  const [stand, setStand] = useState(0);
  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = (STEPS as Record<string, number>)[event.key];
    const next = step === undefined ? -1 : stand + step;
    if (next < 0 || next >= weekdays.length * DAY) return;
    event.preventDefault();
    setStand(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-hour="${String(next)}"]`)?.focus();
  };
  return (
    <div className="heat-plot">
      <table className="heat-map" aria-label={t('heat.table', { zone })} onKeyDown={move}>
        <thead><tr><th>{t('heat.oclock')}</th>{hours.map((hour) => <th key={hour}>{hour % 2 === 0 ? hour : ''}</th>)}</tr></thead>
        <tbody>
          {weekdays.map((weekday, day) => (
            <tr key={weekday}>
              <th>{t(`weekday.${weekday}`)}</th>
              {hours.map((hour) => {
                const at = day * DAY + hour;
                const value = permille[at] ?? 0;
                const percent = Number(divideHalfUp(BigInt(value), 10n));
                return (
                  <td key={hour} className={`heat-${String(heatLevel(value))}`}>
                    <a data-hour={at} tabIndex={at === stand ? 0 : -1} href={linkTo('parking', { tab: 'plan', zone, on: firstWeekday(month, day), minute: hour * 60 })} aria-label={t('heat.cell', { weekday: t(`weekday.${weekday}`), hour, percent })} onFocus={() => setStand(at)}>{percent}</a>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="heat-scale small" aria-hidden="true">
        <span className="muted">{t('heat.scale')}</span>
        <span><i className="heat-0" /> &lt;{heatSteps[0]}</span>
        {heatSteps.map((step, index) => <span key={step}><i className={`heat-${String(index + 1)}`} /> {index === heatSteps.length - 1 ? `≥${String(step)}%` : step}</span>)}
      </div>
    </div>
  );
}
