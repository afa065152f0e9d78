import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Segments } from '../../components/controls.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { goTo, useRoute } from '../../route.ts';
import { useMay } from '../../session.ts';
import { CurrentShift } from './CurrentShift.tsx';
import { DayClose } from './DayClose.tsx';
import { ReportView } from './ReportView.tsx';
import { ShiftList } from './ShiftList.tsx';
import { readShiftsRoute, shiftsParams, shiftViews, type ShiftsRoute } from './shifts-route.ts';
import './shifts.css';

/** The cash drawer: one's own shift as it runs, its close, the reports of all, and the close of the day. */
export function ShiftsPage() {
  const { t } = useTranslation('shifts');
  const hasDrawer = useMay('cashier', 'manager');
  const { params } = useRoute();
  const route = readShiftsRoute(params, hasDrawer ? 'current' : 'reports');
  const change = useCallback((changes: Partial<ShiftsRoute>) => {
    // Read from the address itself: a filter may settle after another one was changed.
    const present = readShiftsRoute(new URLSearchParams(window.location.hash.split('?')[1] ?? ''), 'current');
    goTo('shifts', shiftsParams({ ...present, ...changes }));
  }, []);
  const choices = shiftViews.filter((view) => view !== 'current' || hasDrawer).map((view) => ({ value: view, label: t(`view.${view}`) }));
  return (
    <main className="page">
      <PageHead title={t('title')} note={t(`viewNote.${route.view}`)}>
        <Segments label={t('title')} value={route.view} choices={choices} onChange={(view) => goTo('shifts', { view })} />
      </PageHead>
      {route.report !== undefined ? (
        <ReportView key={route.report} reportNo={route.report} onBack={() => change({ report: undefined })} />
      ) : (
        <>
          {route.view === 'current' && <CurrentShift />}
          {route.view === 'reports' && <ShiftList route={route} onChange={change} />}
          {route.view === 'days' && <DayClose route={route} onChange={change} />}
        </>
      )}
    </main>
  );
}
