/** True when a key belongs to the text that is being typed there, not to the desk. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio';
}

/** True when Enter already means something there: a button, a link, a form of its own, the search box. */
export function ownsEnter(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, form, dialog, textarea, select, [role=combobox]') !== null;
}
