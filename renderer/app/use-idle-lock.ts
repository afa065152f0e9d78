import { useEffect } from 'react';
import { useQuery } from '../api.ts';

const ACTIVITY = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
const CHECK_EVERY_MS = 5_000;

/** Locks after the minutes of the settings without a key, a click or a move of the pointer; 0 never. */
export function useIdleLock(lock: () => void, active: boolean): void {
  const settings = useQuery('estate.getSettings', {});
  const minutes = settings.value?.idleMinutes ?? 0;
  useEffect(() => {
    if (!active || minutes === 0) return;
    let last = Date.now();
    const touch = () => {
      last = Date.now();
    };
    const timer = setInterval(() => {
      if (Date.now() - last >= minutes * 60_000) lock();
    }, CHECK_EVERY_MS);
    for (const name of ACTIVITY) window.addEventListener(name, touch, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const name of ACTIVITY) window.removeEventListener(name, touch, { capture: true });
    };
  }, [lock, active, minutes]);
}
