import { useEffect, useRef, useState } from 'react';
import { addDays } from '../../../../shared/domain/period.ts';
import { DAY_MINUTES } from '../../../../shared/domain/plan-state.ts';

type Moment = { on: string; minute: number };
const STEP_MINUTES = 30;
const PAUSE_MS = 320;
const WEEK_STEPS = (7 * DAY_MINUTES) / STEP_MINUTES;

/** The half hour after a moment, on the next day when this one is over. */
export function nextMoment({ on, minute }: Moment): Moment {
  const next = minute - (minute % STEP_MINUTES) + STEP_MINUTES;
  return next < DAY_MINUTES ? { on, minute: next } : { on: addDays(on, 1), minute: next - DAY_MINUTES };
}

/** Walks through a week by half hours while it runs. */
export function usePlay(moment: Moment, onMove: (next: Moment) => void): { running: boolean; toggle: () => void } {
  const [left, setLeft] = useState(0);
  const latest = useRef({ moment, onMove });
  useEffect(() => {
    latest.current = { moment, onMove };
  });
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => {
      latest.current.onMove(nextMoment(latest.current.moment));
      setLeft(left - 1);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [left]);
  return { running: left > 0, toggle: () => setLeft(left > 0 ? 0 : WEEK_STEPS) };
}
