import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { call, useQuery } from '../../api.ts';
import { markUsable } from '../../usable.ts';
import { isTyping } from './keys.ts';

export type FoundHome = Output<'homes.search'>['items'][number];

/** Puts the focus into the search box at once, and back there on F2 and /. */
function useDeskFocus(): RefObject<HTMLInputElement | null> {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    box.current?.focus();
    if (document.activeElement === box.current) markUsable('desk');
  }, []);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F2' && !(event.key === '/' && !isTyping(event.target))) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return box;
}

/** What is typed in the search box, what it finds, and the keys that walk and choose. */
export function useFindHome(onChoose: (homeId: number) => void) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const box = useDeskFocus();
  const wanted = text.trim();
  const found = useQuery('homes.search', { text: wanted }, { enabled: wanted !== '', keepLast: true });
  const items = wanted === '' ? [] : (found.value?.items ?? []);
  const chosen = Math.min(at, items.length - 1);


  const choose = (homeId: number) => {
    setText('');
    setOpen(false);
    onChoose(homeId);
  };
  // Enter came before the answer: the first match is chosen as soon as it is there, if nothing else was typed.
  const chooseFirst = async () => {
    const reply = await call('homes.search', { text: wanted });
    const first = reply.ok ? reply.value.items[0] : undefined;
    if (first && box.current?.value.trim() === wanted) choose(first.homeId);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && items.length > 0) {
      event.preventDefault();
      setAt((chosen + step + items.length) % items.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const item = items[chosen];
      // While a newer text is still being looked up, the list belongs to the old one.
      if (found.state === 'loading' && wanted !== '') void chooseFirst();
      else if (item) choose(item.homeId);
    } else if (event.key === 'Escape') {
      setText('');
      setOpen(false);
    }
  };
  const type = (value: string) => {
    setText(value);
    setAt(0);
    setOpen(true);
  };
  return { box, text, type, wanted, found, items, chosen, setAt, choose, setOpen, onKeyDown, showing: open && wanted !== '' };
}
