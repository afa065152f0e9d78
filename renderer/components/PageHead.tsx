import type { ReactNode } from 'react';
import './page.css';

/** What opens a page: the thick-and-thin rule, its title, a note, and its actions on the right. */
export function PageHead({ title, note, children }: { title: string; note?: ReactNode; children?: ReactNode }) {
  return (
    <header className="page-head">
      <div className="rule2" />
      <div className="in">
        <h1>{title}</h1>
        {note !== undefined && <span className="muted small">{note}</span>}
        <div className="acts">{children}</div>
      </div>
    </header>
  );
}
