import { useEffect, useState } from 'react';
import type { Refusal } from '../../shared/errors.ts';

const TICK_MS = 250;

/** Seconds left until the next try, counting down after a refusal that asks to wait. */
export function useWait(refusal: Refusal | undefined): number {
  const seconds = secondsOf(refusal);
  const [counted, setCounted] = useState<{ refusal: Refusal | undefined; left: number }>();
  useEffect(() => {
    if (seconds <= 0) return;
    const until = Date.now() + seconds * 1000;
    const timer = setInterval(() => setCounted({ refusal, left: Math.max(0, Math.ceil((until - Date.now()) / 1000)) }), TICK_MS);
    return () => clearInterval(timer);
  }, [refusal, seconds]);
  return counted && counted.refusal === refusal ? counted.left : seconds;
}

function secondsOf(refusal: Refusal | undefined): number {
  return refusal?.code === 'WRONG_PASSWORD' || refusal?.code === 'TOO_MANY_FAILURES' ? refusal.details.waitSeconds : 0;
}
