import { useTranslation } from 'react-i18next';
import { Kbd, Tag } from '../../components/controls.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { useFindHome, type FoundHome } from './use-find-home.ts';
import './find-home.css';

/** The one search box of the desk, which has the focus from the start: F2 or / goes there, arrows walk the matches, Enter chooses. */
export function FindHome({ onChoose }: { onChoose: (homeId: number) => void }) {
  const { t } = useTranslation(['payments', 'common']);
  const { box, text, type, wanted, found, items, chosen, setAt, choose, setOpen, onKeyDown, showing } = useFindHome(onChoose);
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
        onChange={(event) => type(event.target.value)}
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
            <FoundRow key={item.homeId} item={item} active={index === chosen} onChoose={choose} onPoint={() => setAt(index)} />
          ))}
        </div>
      )}
    </div>
  );
}

function FoundRow({ item, active, onChoose, onPoint }: { item: FoundHome; active: boolean; onChoose: (homeId: number) => void; onPoint: () => void }) {
  const { t } = useTranslation('common');
  return (
    <div
      id={`found-${item.homeId}`}
      role="option"
      aria-selected={active}
      onPointerDown={(event) => {
        // Before the box loses the focus and the list is gone.
        event.preventDefault();
        onChoose(item.homeId);
      }}
      onPointerMove={onPoint}
    >
      <b>{item.label}</b>
      <span>{item.ownerName}</span>
      <span className="muted">{item.maskedPhone}</span>
      <Tag>{t(`homeStatus.${item.status}`)}</Tag>
    </div>
  );
}
