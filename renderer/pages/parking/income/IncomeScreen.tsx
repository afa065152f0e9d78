import { useTranslation } from 'react-i18next';
import { useRoute } from '../../../route.ts';
import { useSession } from '../../../session.ts';
import { monthOf } from '../../../text/formats.ts';
import { goToParking, presentParams } from '../parking-route.ts';
import { YearStepper } from '../YearStepper.tsx';
import { ExpiringCard } from './ExpiringCard.tsx';
import { HeatCard } from './HeatCard.tsx';
import { IncomeCard } from './IncomeCard.tsx';
import { incomeParams, readIncomeRoute, type IncomeRoute } from './income-route.ts';
import { OwedCard } from './OwedCard.tsx';
import { YieldCard } from './YieldCard.tsx';

/** Twelve months of income, how full the last of them was, what each space brought, what ends next and what is owed. */
export function IncomeScreen() {
  const { t } = useTranslation('parkingIncome');
  const { params } = useRoute();
  const { today } = useSession();
  const route = readIncomeRoute(params);
  const until = route.until ?? monthOf(today);
  const change = (changes: IncomeRoute) => goToParking(incomeParams({ ...readIncomeRoute(presentParams()), ...changes }));
  return (
    <div className="parking-income">
      <div className="income-bar">
        <YearStepper until={until} onChange={(month) => change({ until: month })} />
        <span className="muted small income-hint">{t('income.hint')}</span>
      </div>
      <div className="income-grid">
        <IncomeCard until={until} />
        <HeatCard month={until} zone={route.zone} onZone={(zone) => change({ zone })} />
        <YieldCard until={until} />
        <ExpiringCard />
        <OwedCard />
      </div>
    </div>
  );
}
