import type { ButtonHTMLAttributes, ReactNode } from 'react';
import type { Fund } from '../../shared/contract/ledger.ts';
import { useTranslation } from 'react-i18next';
import './controls.css';

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: 'main' | 'plain' | 'link' };

/** A button; `main` is the one filled red button of a screen, `link` is words in info blue. */
export function Button({ look = 'plain', className = '', type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={`button ${look} ${className}`} {...rest} />;
}

/** A key cap beside the action it triggers. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd aria-hidden="true">{children}</kbd>;
}

/** A state in words; the colour only repeats it. */
export function Tag({ tone, children }: { tone?: 'red' | 'blue' | 'green' | 'amber'; children: ReactNode }) {
  return <span className={`tag ${tone ?? ''}`}>{children}</span>;
}

const FUND_TONES: Record<string, string> = { common: 'blue', agency: 'amber', deposit: 'blue' };

/** Whose money a line is. */
export function FundTag({ fund }: { fund: string }) {
  const { t } = useTranslation();
  return <span className={`fund ${FUND_TONES[fund] ?? ''}`}>{t(`fund.${fund as Fund}`)}</span>;
}

/** A check box with a name for those who hear it. */
export function Check({ label, checked, disabled, onChange }: { label: string; checked: boolean; disabled?: boolean; onChange: (checked: boolean) => void }) {
  return <input type="checkbox" className="check" aria-label={label} checked={checked} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />;
}

type Choice<Value extends string> = { value: Value; label: ReactNode };
type SegmentsProps<Value extends string> = { label: string; value: Value; choices: Choice<Value>[]; disabled?: boolean; onChange: (value: Value) => void };

/** A few exclusive choices in one row. */
export function Segments<Value extends string>({ label, value, choices, disabled, onChange }: SegmentsProps<Value>) {
  return (
    <div className="seg" role="radiogroup" aria-label={label}>
      {choices.map((choice) => (
        <button key={choice.value} type="button" role="radio" aria-checked={choice.value === value} disabled={disabled} onClick={() => onChange(choice.value)}>
          {choice.label}
        </button>
      ))}
    </div>
  );
}
