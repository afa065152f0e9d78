/** Marks that the window can be used, once per kind: read by the bench, the demo and the tests. */
export function markUsable(what: 'desk' | 'sign-in'): void {
  if (document.documentElement.dataset['usable'] === what) return;
  document.documentElement.dataset['usable'] = what;
  performance.mark(`${what}-usable`);
}
