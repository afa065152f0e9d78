import { useTranslation } from 'react-i18next';
import { divideHalfUp } from '../../../../shared/domain/money.ts';
import { DAY, weekdays } from '../../../charts/week-hours.ts';
import { WeekTable, type CellKeys } from '../../../charts/WeekTable.tsx';
import { linkTo } from '../../../route.ts';
import { firstWeekday, heatLevel, heatSteps, type Zone } from './heat.ts';

/** Hours across and weekdays down, each a cell with its percent that leads to the plan at that hour; arrow keys move. */
export function HeatMap({ zone: { zone, permille }, month }: { zone: Zone; month: string }) {
  const { t } = useTranslation('parkingIncome');
  const cell = (place: number, keys: CellKeys) => {
    const [day, hour] = [Math.floor(place / DAY), place % DAY];
    const percent = Number(divideHalfUp(BigInt(permille[place] ?? 0), 10n));
    return <a href={linkTo('parking', { tab: 'plan', zone, on: firstWeekday(month, day), minute: hour * 60 })} aria-label={t('heat.cell', { weekday: t(`weekday.${weekdays[day] ?? 'mon'}`), hour, percent })} {...keys}>{percent}</a>;
  };
  return (
    <div className="heat-plot">
      <WeekTable label={t('heat.table', { zone })} corner={t('heat.oclock')} nameOf={(weekday) => t(`weekday.${weekday}`)} classOf={(place) => `heat-${String(heatLevel(permille[place] ?? 0))}`} cell={cell} />
      <div className="heat-scale small" aria-hidden="true">
        <span className="muted">{t('heat.scale')}</span>
        <span><i className="heat-0" /> &lt;{heatSteps[0]}</span>
        {heatSteps.map((step, index) => <span key={step}><i className={`heat-${String(index + 1)}`} /> {index === heatSteps.length - 1 ? `≥${String(step)}%` : step}</span>)}
      </div>
    </div>
  );
}
