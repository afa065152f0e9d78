import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeterRow, TypedReadings } from './use-typed-readings.ts';

/** The cell in which a home's reading is typed: Enter stores it and goes to the next home, the arrows move. */
export function ReadingInput({ row, typed }: { row: MeterRow; typed: TypedReadings }) {
  const { t } = useTranslation('meters');
  const entry = typed.of(row.homeId);
  const step = (event: KeyboardEvent<HTMLInputElement>) => {
    const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    if (event.key === 'Enter' && !typed.save(row)) return event.currentTarget.select();
    focusBeside(event.currentTarget, by);
  };
  return (
    <input
      className="input reading-input num"
      aria-label={t('typeLabel', { home: row.label })}
      aria-invalid={entry?.state === 'bad' || entry?.state === 'falls' || entry?.state === 'refused'}
      inputMode="decimal"
      maxLength={16}
      value={entry?.text ?? ''}
      placeholder={row.meterId === null ? t('typeBase') : ''}
      readOnly={entry?.state === 'saving' || entry?.state === 'saved'}
      onChange={(event) => typed.type(row.homeId, event.target.value)}
      onKeyDown={step}
      onBlur={() => typed.save(row)}
      onClick={(event) => event.stopPropagation()}
    />
  );
}

/** The inputs of the rows in view stand in the document in the order of the rows. */
function focusBeside(input: HTMLInputElement, by: number): void {
  const inputs = [...(input.closest('.long')?.querySelectorAll<HTMLInputElement>('.reading-input') ?? [])];
  const next = inputs[inputs.indexOf(input) + by];
  next?.focus();
  next?.select();
}
