import { useSyncExternalStore } from 'react';

export type Route = { page: string; params: URLSearchParams };

let parsed: { hash: string; route: Route } | undefined;

function current(): Route {
  const hash = window.location.hash;
  if (parsed?.hash === hash) return parsed.route;
  const [page = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  parsed = { hash, route: { page, params: new URLSearchParams(query) } };
  return parsed.route;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The screen in the address and its parameters, e.g. `#/ledger?entry=12`. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, current);
}

/** The address of a screen, for links. */
export function linkTo(page: string, params: Record<string, string | number> = {}): string {
  const query = new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)])).toString();
  return `#/${page}${query === '' ? '' : `?${query}`}`;
}

/** Goes to a screen. */
export function goTo(page: string, params: Record<string, string | number> = {}): void {
  window.location.hash = linkTo(page, params);
}
