import type { ReactNode } from 'react';
import './labelled.css';

/** A label over a choice or a day, with its hint or the sentence about what is wrong. */
export function Labelled({ label, hint, problem, children }: { label: string; hint?: string | undefined; problem?: string | undefined; children: ReactNode }) {
  return (
    <div className="labelled">
      <span className="label">{label}</span>
      {children}
      {(problem ?? hint) !== undefined && (
        <p className={problem === undefined ? 'hint' : 'problem'} role={problem === undefined ? undefined : 'alert'}>
          {problem ?? hint}
        </p>
      )}
    </div>
  );
}
