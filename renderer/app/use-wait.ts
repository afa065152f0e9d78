import { useEffect, useState } from 'react';
import type { Refusal } from '../../shared/errors.ts';

/** Seconds left until the next try, counting down after a refusal that asks to wait. */
export function useWait(refusal: Refusal | undefined): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const seconds = refusal && (refusal.code === 'WRONG_PASSWORD' || refusal.code === 'TOO_MANY_FAILURES') ? refusal.details.waitSeconds : 0;
    setLeft(seconds);
    if (seconds <= 0) return;
    const until = Date.now() + seconds * 1000;
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000))), 250);
    return () => clearInterval(timer);
  }, [refusal]);
  return left;
}
