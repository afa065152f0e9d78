import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Segments } from '../../components/controls.tsx';
import { Skeleton } from '../../components/states.tsx';
import { useRoute } from '../../route.ts';
import { useSession } from '../../session.ts';
import { monthOf } from '../../text/formats.ts';
import { goToParking, presentParams } from './parking-route.ts';
import { PricesView } from './subsidy/PricesView.tsx';
import { SubsidyAccount } from './subsidy/SubsidyAccount.tsx';
import { readSubsidyRoute, subsidyParams, subsidyViews, type SubsidyRoute } from './subsidy/subsidy-route.ts';
import { YearStepper } from './YearStepper.tsx';
import './subsidy/subsidy.css';

/** It draws: the charts are fetched only with it. */
const Simulator = lazy(async () => ({ default: (await import('./subsidy/Simulator.tsx')).Simulator }));

/** What residents pay less than the market, and what pays for it: month by month, at other prices, and by resolution. */
export function SubsidyPart() {
  const { t } = useTranslation('parkingIncome');
  const { params } = useRoute();
  const { today } = useSession();
  const route = readSubsidyRoute(params);
  const until = route.until ?? (route.month !== undefined && route.month > monthOf(today) ? route.month : monthOf(today));
  const change = (changes: Partial<SubsidyRoute>) => goToParking(subsidyParams({ ...readSubsidyRoute(presentParams()), ...changes }));
  return (
    <div className="subsidy">
      <div className="subsidy-bar">
        <Segments label={t('viewLabel')} value={route.view} choices={subsidyViews.map((value) => ({ value, label: t(`view.${value}`) }))} onChange={(view) => change({ view })} />
        {route.view === 'account' && <YearStepper until={until} onChange={(month) => change({ until: month, month: undefined })} />}
        <span className="muted small subsidy-note">{t(`viewNote.${route.view}`)}</span>
      </div>
      {route.view === 'account' && <SubsidyAccount until={until} month={route.month} onMonth={(month) => change({ month, until })} />}
      {route.view === 'prices' && <PricesView />}
      {route.view === 'simulate' && <Suspense fallback={<section className="card subsidy-wait"><Skeleton rows={8} height={24} /></section>}><Simulator onView={(view) => change({ view })} /></Suspense>}
    </div>
  );
}
