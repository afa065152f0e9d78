/** Marks that the window can be used, once per kind: read by the bench, the demo and the tests. */
export function markUsable(what: 'desk' | 'sign-in' | 'wizard' | 'recovery'): void {
  if (document.documentElement.dataset['usable'] === what) return;
  document.documentElement.dataset['usable'] = what;
  performance.mark(`${what}-usable`);
  requestIdleCallback(loadFonts, { timeout: 1000 });
}

/** The fonts that ship with the program come after the window can be used: until then the system's stand in. */
function loadFonts(): void {
  if (document.querySelector('link[data-fonts]')) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = './fonts.css';
  link.dataset['fonts'] = '';
  document.head.append(link);
}
