import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

type SliderProps = {
  label: string; unit: string; value: number; min?: number; max: number; step: number; /** The value today, which is marked. */ present: number; note?: string;
  format: (value: number) => string; read: (text: string) => number | undefined; problem: string; onChange: (value: number) => void;
};

/** A whole number that is moved with a slider (arrow keys too) or typed exactly, beside what it is today. */
export function SliderField({ label, unit, value, min = 0, max, step, present, note, format, read, problem, onChange }: SliderProps) {
  const { t } = useTranslation('parkingIncome');
  const id = useId();
  // What is being typed stands as it is until the field is left.
  const [typed, setTyped] = useState<string>();
  const number = typed === undefined ? value : read(typed);
  const isBad = number === undefined || number < min || number > max;
  const type = (text: string) => {
    setTyped(text);
    const next = read(text);
    if (next !== undefined && next >= min && next <= max) onChange(next);
  };
  return (
    <div className="slider-field" role="group" aria-label={label}>
      <label htmlFor={id}>{label}</label>
      <span className="slider-number">
        <input className="input num" aria-label={`${label} ${unit}`} inputMode="decimal" value={typed ?? format(value)} aria-invalid={isBad} aria-describedby={`${id}-note`} onChange={(event) => type(event.target.value)} onBlur={() => setTyped(undefined)} />
        <span className="muted small">{unit}</span>
      </span>
      <input id={id} type="range" min={min} max={max} step={step} value={value} aria-valuetext={`${format(value)} ${unit}`} onChange={(event) => { setTyped(undefined); onChange(Number(event.target.value)); }} />
      <p id={`${id}-note`} className={isBad ? 'problem small' : 'muted small'}>
        {isBad ? problem : <>{t('simulator.now', { value: `${format(present)} ${unit}` })}{note !== undefined && <span>{note}</span>}</>}
      </p>
    </div>
  );
}
