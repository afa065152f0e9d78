import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../../components/controls.tsx';
import { readPlates } from './lease-draft.ts';

type PlateFieldProps = { label: string; value: string; onChange: (text: string) => void; /** Plates that can be added with a press. */ offered?: readonly string[]; className?: string; problem?: string | undefined; bare?: boolean };

/** Plates as they are typed, apart by spaces or commas; each is read at once, and said when it is none. */
export function PlateField({ label, value, onChange, offered = [], className = '', problem, bare = false }: PlateFieldProps) {
  const { t } = useTranslation('parking');
  const id = useId();
  const chips = readPlates(value);
  const unused = offered.filter((plate) => !chips.some((chip) => chip.plate === plate));
  return (
    <div className={`plate-field field ${className}`}>
      {!bare && <label htmlFor={id}>{label}</label>}
      <input id={id} aria-label={label} value={value} placeholder={t('plate.hint')} maxLength={240} autoComplete="off" spellCheck={false} aria-invalid={problem !== undefined} onChange={(event) => onChange(event.target.value)} />
      {(chips.length > 0 || unused.length > 0) && (
        <div className="plate-chips">
          {chips.map((chip, index) => (
            <Tag key={index} tone={chip.plate === undefined || chip.repeated ? 'red' : (chip.energy ?? 'blue')}>
              {chip.plate ?? chip.text}
              {chip.plate === undefined && ` ${t('plate.bad')}`}
              {chip.repeated && ` ${t('plate.twice')}`}
            </Tag>
          ))}
          {unused.map((plate) => (
            <button key={plate} type="button" className="plate-offer" onClick={() => onChange(`${value.trim()} ${plate}`.trim())}>
              + {plate}
            </button>
          ))}
        </div>
      )}
      {problem !== undefined && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
