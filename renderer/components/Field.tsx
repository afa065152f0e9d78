import { useId, type InputHTMLAttributes, type ReactNode } from 'react';
import './field.css';

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'type'> & {
  label: string;
  value: string;
  type?: 'text' | 'password';
  onChange: (value: string) => void;
  hint?: ReactNode;
  /** A sentence beside the field: what is wrong with it. */
  problem?: string | undefined;
};

/** A labelled input with its hint and, when something is wrong, the sentence about it. */
export function Field({ label, value, type = 'text', onChange, hint, problem, className = '', ...rest }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = problem ?? hint;
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={note === undefined ? undefined : noteId}
        onChange={(event) => onChange(event.target.value)}
        {...rest}
      />
      {note !== undefined && (
        <p id={noteId} className={problem === undefined ? 'hint' : 'problem'} role={problem === undefined ? undefined : 'alert'}>
          {note}
        </p>
      )}
    </div>
  );
}
