import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useQuery } from '../../api.ts';
import { Kbd, Tag } from '../../components/controls.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { markUsable } from '../../usable.ts';
import { isTyping } from './keys.ts';
import './find-home.css';

/** The one search box of the desk, which has the focus from the start: F2 or / goes there, arrows walk the matches, Enter chooses. */
export function FindHome({ onChoose }: { onChoose: (homeId: number) => void }) {
  const { t } = useTranslation(['payments', 'common']);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const wanted = text.trim();
  const found = useQuery('homes.search', { text: wanted }, { enabled: wanted !== '', keepLast: true });
  const items = wanted === '' ? [] : (found.value?.items ?? []);
  const chosen = Math.min(at, items.length - 1);

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
  const showing = open && wanted !== '';
  return (
    <div className="find">
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        <circle cx="7.5" cy="7.5" r="5" />
        <path d="m11.3 11.3 4.7 4.7" />
      </svg>
      <input
        ref={box}
        value={text}
        placeholder={t('findPlaceholder')}
        aria-label={t('find')}
        role="combobox"
        aria-expanded={showing}
        aria-controls="found-homes"
        aria-activedescendant={showing && items[chosen] ? `found-${items[chosen].homeId}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <span className="muted small opt">{t('findExample')}</span>
      <Kbd>F2</Kbd>
      {showing && (
        <div className="found" id="found-homes" role="listbox" aria-label={t('found')}>
          {found.refusal && <RefusalNote refusal={found.refusal} onRetry={found.reload} />}
          {found.state === 'ready' && items.length === 0 && (
            <p className="none" role="status">
              {t('findNone', { text: wanted })}
            </p>
          )}
          {items.map((item, index) => (
            <div
              key={item.homeId}
              id={`found-${item.homeId}`}
              role="option"
              aria-selected={index === chosen}
              onPointerDown={(event) => {
                // Before the box loses the focus and the list is gone.
                event.preventDefault();
                choose(item.homeId);
              }}
              onPointerMove={() => setAt(index)}
            >
              <b>{item.label}</b>
              <span>{item.ownerName}</span>
              <span className="muted">{item.maskedPhone}</span>
              <Tag>{t(`common:homeStatus.${item.status}`)}</Tag>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
