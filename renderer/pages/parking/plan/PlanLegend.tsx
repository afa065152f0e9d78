import { useTranslation } from 'react-i18next';
import { weekdayOf } from '../../../../shared/domain/lease-conflict.ts';
import { planStates, type PlanCounts } from '../../../../shared/domain/plan-state.ts';
import { clockOf } from '../../../../shared/domain/week-windows.ts';
import { countText } from '../../ledger/book/count-text.ts';
import { dayKey } from '../leases/windows-words.ts';

/** What the plan shows in one sentence, and what each colour means with how many there are. */
export function PlanLegend({ zone, on, minute, counts }: { zone: string; on: string; minute: number; counts: PlanCounts }) {
  const { t } = useTranslation('parking');
  const { both, sharedNow } = counts;
  const total = planStates.reduce((sum, state) => sum + counts[state], 0);
  const free = counts.free + sharedNow.nobody;
  return (
    <div className="plan-legend">
      <h2 aria-live="polite">{t('plan.finding', { zone, weekday: t(`weekday.${dayKey(weekdayOf(on))}`), time: clockOf(minute), free, total })}</h2>
      <ul aria-label={t('plan.legend')}>
        {planStates.map((state) => (
          <li key={state}>
            <i className={`plan-key ${state}`} aria-hidden="true">
              {t(`plan.letter.${state}`)}
            </i>
            {t(`plan.state.${state}`)} <b>{countText(counts[state])}</b>
            {state === 'both' && both > 0 && <span className="muted small">{t('plan.sharedNow', sharedNow)}</span>}
          </li>
        ))}
        <li>
          <i className="plan-key expiring" aria-hidden="true" />
          {t('plan.state.expiring')} <b>{countText(counts.expiring)}</b>
        </li>
      </ul>
    </div>
  );
}
