import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { Button } from '../../components/controls.tsx';
import { useRoute } from '../../route.ts';
import { useMay } from '../../session.ts';
import { goToParking, presentParams } from './parking-route.ts';
import { planParams, readPlanRoute, type PlanRoute } from './plan/plan-route.ts';
import { ZonePlan } from './plan/ZonePlan.tsx';
import { SpaceForm } from './spaces/SpaceForm.tsx';
import { SpacesImport } from './spaces/SpacesImport.tsx';
import { SpacesRegister } from './spaces/SpacesRegister.tsx';
import './plan/plan.css';

/** The plan of a zone at a minute, the register of all spaces, and the import of a file of them. */
export function PlanPart() {
  const { params } = useRoute();
  const route = readPlanRoute(params);
  const zones = useQuery('parking.listZones', {});
  const change = useCallback((changes: Partial<PlanRoute>, options?: { replace?: boolean }) => {
    goToParking(planParams({ ...readPlanRoute(presentParams()), ...changes }), options);
  }, []);
  if (route.view === 'import') return <SpacesImport onLeave={() => change({ view: 'spaces' })} />;
  if (route.view === 'spaces') return <SpacesRegister zones={zones.value?.items ?? []} route={route} onChange={change} />;
  if (zones.value?.items.length === 0) return <NoSpaces route={route} onChange={change} />;
  return (
    <div className="parking-area">
      {!zones.value && (
        <section className="card parking-main">
          <RefusalNote refusal={zones.refusal} onRetry={zones.reload} />
          {!zones.refusal && <Skeleton rows={8} height={28} />}
        </section>
      )}
      {zones.value && <ZonePlan zones={zones.value.items} route={route} onChange={change} />}
    </div>
  );
}

function NoSpaces({ route, onChange }: { route: PlanRoute; onChange: (changes: Partial<PlanRoute>) => void }) {
  const { t } = useTranslation('parking');
  const mayAdd = useMay('manager', 'office');
  return (
    <div className="parking-area">
      <section className="card parking-main">
        <EmptyNote title={t('spaces.none')}>{t('spaces.noneNote')}</EmptyNote>
        {mayAdd && (
          <div className="parking-start">
            <Button look="main" onClick={() => onChange({ view: 'import' })}>
              {t('spaces.import')}
            </Button>
            <Button onClick={() => onChange({ adding: true })}>{t('spaces.add')}</Button>
          </div>
        )}
      </section>
      {route.adding && <SpaceForm zones={[]} onClose={() => onChange({ adding: false })} />}
    </div>
  );
}
