import { useCallback } from 'react';
import { useQuery } from '../../api.ts';
import { useRoute } from '../../route.ts';
import { LeaseForm } from './leases/LeaseForm.tsx';
import { LeaseList } from './leases/LeaseList.tsx';
import { LeasePanel } from './leases/LeasePanel.tsx';
import { leasesParams, readLeasesRoute, type LeasesRoute } from './leases/leases-route.ts';
import { goToParking, presentParams } from './parking-route.ts';
import './plan/plan.css';
import './leases/leases.css';

/** All leases with what they bring and what ends soon; one of them beside the list, or the form of a new one. */
export function LeasesPart() {
  const { params } = useRoute();
  const route = readLeasesRoute(params);
  const zones = useQuery('parking.listZones', {});
  const change = useCallback((changes: Partial<LeasesRoute>) => {
    goToParking(leasesParams({ ...readLeasesRoute(presentParams()), ...changes }));
  }, []);
  const leave = (leaseId?: number) => change({ making: false, space: undefined, from: undefined, leaseId });
  if (route.making) return <LeaseForm key={`${route.space ?? ''} ${route.from ?? ''}`} space={route.space} from={route.from} onLeave={leave} />;
  return (
    <div className="parking-area">
      <LeaseList zones={zones.value?.items ?? []} route={route} onChange={change} />
      {route.leaseId !== undefined && <LeasePanel key={route.leaseId} leaseId={route.leaseId} onClose={() => change({ leaseId: undefined })} />}
    </div>
  );
}
