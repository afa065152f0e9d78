import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useQuery } from '../../api.ts';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { money } from '../../text/formats.ts';
import type { Units } from './HomeTree.tsx';
import type { HomesRoute } from './homes-route.ts';
import { NoHomesYet } from './NoHomesYet.tsx';

type HomeCell = Output<'homes.floors'>['floors'][number]['homes'][number];
type FloorViewProps = { units: Units | undefined; route: HomesRoute; onChange: (changes: Partial<HomesRoute>) => void };

/** One unit as it stands: floors from the top, rooms in a row, what each owes in words. */
export function FloorView({ units, route, onChange }: FloorViewProps) {
  const { t } = useTranslation('homes');
  const unit = useShownUnit(units, route);
  const floors = useQuery('homes.floors', { building: unit?.building ?? '', unit: unit?.unit ?? '' }, { enabled: unit !== undefined, keepLast: true });
  if (units?.length === 0) {
    return <NoHomesYet />;
  }
  return (
    <>
      <div className="sec">
        <h2>{unit ? `${t('buildingName', { name: unit.building })} ${t('unitName', { name: unit.unit })}` : ''}</h2>
        <span className="muted small">{unit && t('homesCount', { count: unit.homes })}</span>
        <span className="hint">{t('legend')}</span>
      </div>
      <RefusalNote refusal={floors.refusal} onRetry={floors.reload} />
      {!floors.value && floors.state === 'loading' && <Skeleton rows={6} height={44} />}
      <div className="floors">
        {floors.value?.floors.map(({ floor, homes }) => (
          <div className="floor" key={floor}>
            <span className="floor-name">{t('floor', { name: floor })}</span>
            <div className="floor-homes">
              {homes.map((home) => (
                <FloorHome key={home.homeId} home={home} on={home.homeId === route.homeId} onOpen={() => onChange({ homeId: home.homeId, building: unit?.building, unit: unit?.unit })} />
              ))}
            </div>
          </div>
        ))}
      </div>
    </>
  );
}

/** The unit that the address names; where it names none, that of the chosen home, else the first. */
function useShownUnit(units: Units | undefined, route: HomesRoute): Units[number] | undefined {
  const { homeId, building, unit } = route;
  const named = building !== undefined && unit !== undefined;
  const home = useQuery('homes.get', { homeId: homeId ?? 1 }, { enabled: homeId !== undefined && !named });
  const fitting = (units ?? []).filter((one) => (building === undefined || one.building === building) && (unit === undefined || one.unit === unit));
  if (homeId !== undefined && !named && home.state === 'loading') return undefined;
  return fitting.find((one) => one.building === home.value?.building && one.unit === home.value.unit) ?? fitting[0];
}

function FloorHome({ home, on, onOpen }: { home: HomeCell; on: boolean; onOpen: () => void }) {
  const { t } = useTranslation(['homes', 'common']);
  const cell = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (on) cell.current?.scrollIntoView({ block: 'nearest' });
  }, [on]);
  const owes = home.openFen > 0;
  const state = owes ? t('owes', { amount: money(home.openFen) }) : home.prepaidFen > 0 ? t('prepaidOf', { amount: money(home.prepaidFen) }) : home.status === 'unsold' ? '' : t('paidUp');
  return (
    <button ref={cell} type="button" className={`floor-home ${home.status} ${owes ? 'owes' : ''} ${on ? 'on' : ''}`} aria-label={`${home.label} ${t(`common:homeStatus.${home.status}`)} ${state}`} aria-pressed={on} onClick={onOpen}>
      <b>{home.label.split('-').at(-1)}</b>
      <span className="state">{t(`common:homeStatus.${home.status}`)}</span>
      <span className="owner">{home.ownerName}</span>
      <span className={`sum ${owes ? 'red' : 'muted'}`}>{state}</span>
    </button>
  );
}
