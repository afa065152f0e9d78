import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { weekdayOf } from '../../../../shared/domain/lease-conflict.ts';
import { countStates, dayParts, stateAt, type DayPart, type SpaceNow } from '../../../../shared/domain/plan-state.ts';
import { minuteOf } from '../../../../shared/domain/week-windows.ts';
import { useQuery } from '../../../api.ts';
import { EmptyNote, RefusalNote, Skeleton } from '../../../components/states.tsx';
import { useSession } from '../../../session.ts';
import { clock } from '../../../text/formats.ts';
import { FloorGrid } from './FloorGrid.tsx';
import { PlanBar } from './PlanBar.tsx';
import { PlanLegend } from './PlanLegend.tsx';
import { floorPlans, type PlanSpace } from './plan-layout.ts';
import type { PlanRoute } from './plan-route.ts';
import { SpacePanel } from './SpacePanel.tsx';
import { TimeLine } from './TimeLine.tsx';
import { usePlay } from './use-play.ts';

export type Zone = Output<'parking.listZones'>['items'][number];
type ZonePlanProps = { zones: readonly Zone[]; route: PlanRoute; onChange: (changes: Partial<PlanRoute>, options?: { replace?: boolean }) => void };

const NO_SPACES: PlanSpace[] = [];
const SETTLE_MS = 400;

/** One zone at one minute: who holds each space, through the day and the week. */
export function ZonePlan({ zones, route, onChange }: ZonePlanProps) {
  const { t } = useTranslation('parking');
  const { today } = useSession();
  const zone = zones.find((one) => one.zone === route.zone) ?? zones[0];
  const on = route.on ?? today;
  const [moment, setMoment] = useMoment(route, onChange);
  const playing = usePlay({ on, minute: moment }, (next) => {
    setMoment(next.minute);
    if (next.on !== on) onChange({ on: next.on, minute: next.minute }, { replace: true });
  });
  const scroller = useRef<HTMLDivElement>(null);
  const plan = useQuery('parking.plan', { zone: zone?.zone ?? '', on }, { enabled: zone !== undefined, keepLast: true });
  const spaces = plan.value?.spaces ?? NO_SPACES;
  const { floors, parts, states } = useStates(spaces, weekdayOf(on), moment);
  const shown = floors.filter(({ floor }) => route.floor === undefined || floor === route.floor);
  const counts = countStates(shown.flatMap((floor) => floor.spaces).flatMap(({ spaceId }) => states.get(spaceId) ?? []));
  const pick = (space: string | undefined) => onChange({ space, minute: moment, on: route.on });
  return (
    <>
      <section className="card parking-main plan" aria-label={t('plan.label', { zone: zone?.zone })}>
        <PlanBar zones={zones} zone={zone} route={route} on={on} onChange={onChange} />
        <TimeLine minute={moment} on={on} parts={parts} total={spaces.length} playing={playing.running} onPlay={playing.toggle} onChange={setMoment} />
        <PlanLegend zone={zone?.zone ?? ''} on={on} minute={moment} counts={counts} />
        <RefusalNote refusal={plan.refusal} onRetry={plan.reload} />
        <div className="plan-floors" ref={scroller}>
          {!plan.value && plan.state === 'loading' && <Skeleton rows={8} height={28} />}
          {plan.value && spaces.length === 0 && <EmptyNote title={t('plan.empty')} />}
          {shown.map((floor) => (
            <FloorGrid key={floor.floor} plan={floor} named={floors.length > 1} states={states} parts={parts} chosen={route.space} onPick={pick} scroller={scroller} />
          ))}
        </div>
      </section>
      {route.space !== undefined && <SpacePanel key={route.space} code={route.space} on={on} zones={zones} onClose={() => pick(undefined)} />}
    </>
  );
}

/** The minute that is shown moves at once; the address follows when it rests. */
function useMoment(route: PlanRoute, onChange: ZonePlanProps['onChange']): [number, (minute: number) => void] {
  const [now] = useState(() => minuteOf(clock(new Date().toISOString())));
  const asked = route.minute ?? now;
  const [held, setHeld] = useState({ asked, minute: asked });
  if (held.asked !== asked) setHeld({ asked, minute: asked });
  const { minute } = held;
  useEffect(() => {
    if (minute === asked) return;
    const timer = setTimeout(() => onChange({ minute }, { replace: true }), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [minute, asked, onChange]);
  return [minute, (next) => setHeld((last) => ({ ...last, minute: next }))];
}

type States = { floors: ReturnType<typeof floorPlans>; parts: Map<number, DayPart[]>; states: Map<number, SpaceNow> };

/** What is drawn: the floors once per plan, who holds what once per day, the colours at every minute. */
function useStates(spaces: PlanSpace[], weekday: number, minute: number): States {
  const floors = useMemo(() => floorPlans(spaces), [spaces]);
  const parts = useMemo(() => new Map(spaces.map((space) => [space.spaceId, dayParts(space, weekday)])), [spaces, weekday]);
  const states = useMemo(() => new Map(spaces.map((space) => [space.spaceId, stateAt(space, parts.get(space.spaceId) ?? [], minute)])), [spaces, parts, minute]);
  return { floors, parts, states };
}
