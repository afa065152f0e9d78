import { useSyncExternalStore } from 'react';
import type { HomeDetails } from './payment-form.ts';

export type RecentHome = Pick<HomeDetails, 'homeId' | 'label' | 'status'>;

const KEPT = 5;
// Only in memory: who was served is nobody's business tomorrow.
let recent: readonly RecentHome[] = [];
const listeners = new Set<() => void>();

/** Puts a home first among those just served. */
export function rememberHome({ homeId, label, status }: RecentHome): void {
  if (recent[0]?.homeId === homeId) return;
  recent = [{ homeId, label, status }, ...recent.filter((home) => home.homeId !== homeId)].slice(0, KEPT);
  for (const listener of listeners) listener();
}

/** Forgets them, e.g. when somebody else signs in. */
export function forgetHomes(): void {
  recent = [];
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The homes just served, newest first. */
export function useRecentHomes(): readonly RecentHome[] {
  return useSyncExternalStore(subscribe, () => recent);
}
