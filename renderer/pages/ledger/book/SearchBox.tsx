import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useTyped } from './use-typed.ts';
import './search-box.css';

type SearchBoxProps = { label: string; placeholder: string; value: string; onChange: (value: string) => void; wide?: boolean; autoFocus?: boolean; box?: Ref<HTMLInputElement>; /** Enter, with what is in the box at that moment. */ onEnter?: (typed: string) => void };

/** A box that filters the list below it while one types. */
export function SearchBox({ label, placeholder, value, onChange, wide = false, autoFocus = false, box, onEnter }: SearchBoxProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useTyped(value, onChange);
  return (
    <div className={`search-box ${wide ? 'wide' : ''}`} role="search">
      <input ref={box} autoFocus={autoFocus} type="search" className="input" aria-label={label} placeholder={placeholder} value={typed} maxLength={60} title={t('search')} onChange={(event) => setTyped(event.target.value)} onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.(typed); }} />
    </div>
  );
}
