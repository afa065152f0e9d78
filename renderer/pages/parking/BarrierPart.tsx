import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Segments } from '../../components/controls.tsx';
import { goTo, useRoute } from '../../route.ts';
import { useMay, useSession } from '../../session.ts';
import { monthOf } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { barrierParams, barrierViews, readBarrierRoute, type BarrierRoute } from './barrier/barrier-route.ts';
import { FaultsView } from './barrier/FaultsView.tsx';
import { FilesView } from './barrier/FilesView.tsx';
import { FindingsView } from './barrier/FindingsView.tsx';
import { ImportBarrier } from './barrier/ImportBarrier.tsx';
import { LeaseUseView } from './barrier/LeaseUseView.tsx';
import './barrier/barrier.css';

/** The barrier system's files against the leases: what was found and is to be decided, by lease, what could not be read, and the import. */
export function BarrierPart() {
  const { t } = useTranslation('barrier');
  const { params } = useRoute();
  const { today } = useSession();
  const mayImport = useMay('manager', 'cashier', 'office');
  const route = readBarrierRoute(params);
  const change = useCallback((changes: Partial<BarrierRoute>) => {
    // Read from the address itself: a search may settle after another filter was changed.
    const present = readBarrierRoute(new URLSearchParams(window.location.hash.split('?')[1] ?? ''));
    goTo('parking', barrierParams({ ...present, ...changes }));
  }, []);
  if (route.importing) return <ImportBarrier onLeave={(changes) => change({ importing: false, ...changes })} />;
  const { view } = route;
  return (
    <div className="barrier">
      <div className="barrier-bar">
        <Segments label={t('viewLabel')} value={view} choices={barrierViews.map((value) => ({ value, label: t(`view.${value}`) }))} onChange={(value) => change({ view: value, leaseId: undefined, leaseNo: undefined, fileId: undefined })} />
        {view === 'findings' && <DayInput label={t('month')} placeholder={t('allMonths')} month value={route.month} onChange={(month) => change({ month })} />}
        {view === 'byLease' && <DayInput label={t('month')} month clearable={false} value={route.month ?? monthOf(today)} onChange={(month) => change({ month })} />}
        {mayImport && (
          <Button className="barrier-import-start" onClick={() => change({ importing: true })}>
            {t('importFile')}
          </Button>
        )}
      </div>
      {view === 'findings' && <FindingsView route={route} onChange={change} />}
      {view === 'byLease' && <LeaseUseView month={route.month ?? monthOf(today)} onChange={change} />}
      {view === 'faults' && <FaultsView fileId={route.fileId} onChange={change} />}
      {view === 'files' && <FilesView onChange={change} />}
    </div>
  );
}
