import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../../../shared/errors.ts';
import { Button, Kbd } from '../../../components/controls.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import { useMay } from '../../../session.ts';

export type WaitingColumn<Row> = { key: string; title: string; num?: boolean; led?: boolean; cell: (row: Row) => ReactNode };

type WaitingProps<Row> = {
  rows: readonly Row[]; idOf: (row: Row) => number; columns: WaitingColumn<Row>[]; busy: boolean; refusal: Refusal | undefined; emptyNote: string;
  /** Answers whether it was decided. */ onDecide: (row: Row, approve: boolean, note: string) => Promise<boolean>;
};

/** Requests that wait for the manager: a row is decided by one key, and the next is at hand. */
export function Waiting<Row>({ rows, idOf, columns, busy, refusal, emptyNote, onDecide }: WaitingProps<Row>) {
  const { t } = useTranslation('reductions');
  const mayDecide = useMay('manager');
  const [note, setNote] = useState('');
  const { body, focusRow, focusAfter } = useRowFocus(rows);
  const decide = async (row: Row, index: number, approve: boolean) => {
    if (busy || !mayDecide) return;
    focusAfter(index);
    if (await onDecide(row, approve, note.trim())) setNote('');
    else focusAfter(undefined);
  };
  const onKeyDown = (event: KeyboardEvent, row: Row, index: number) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const approve = { a: true, r: false }[event.key.toLowerCase()];
    if (step !== undefined) focusRow(index + step);
    else if (approve !== undefined && mayDecide) void decide(row, index, approve);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className="card waiting">
      <div className="sec">
        <h2>{rows.length > 0 ? t('waiting', { count: rows.length }) : t('noneWaiting')}</h2>
        <span className="muted small">{rows.length === 0 ? emptyNote : mayDecide ? t('keys') : t('onlyManager')}</span>
        {mayDecide && rows.length > 0 && <input className="input decision-note" aria-label={t('decisionNote')} placeholder={t('decisionNote')} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />}
      </div>
      <RefusalNote refusal={refusal} />
      {rows.length > 0 && (
        <div className="waiting-scroll">
          <table className="book">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.key} className={classOf(column)}>
                    {column.title}
                  </th>
                ))}
                {mayDecide && <th aria-label={t('decided')} />}
              </tr>
            </thead>
            <tbody ref={body}>
              {rows.map((row, index) => (
                <tr key={idOf(row)} tabIndex={0} onKeyDown={(event) => onKeyDown(event, row, index)}>
                  {columns.map((column) => (
                    <td key={column.key} className={classOf(column)}>
                      {column.cell(row)}
                    </td>
                  ))}
                  {mayDecide && <DecideCell busy={busy} onDecide={(approve) => void decide(row, index, approve)} />}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function DecideCell({ busy, onDecide }: { busy: boolean; onDecide: (approve: boolean) => void }) {
  const { t } = useTranslation('reductions');
  return (
    <td className="decide">
      <Button disabled={busy} onClick={() => onDecide(true)}>
        {t('approve')} <Kbd>A</Kbd>
      </Button>
      <Button disabled={busy} onClick={() => onDecide(false)}>
        {t('reject')} <Kbd>R</Kbd>
      </Button>
    </td>
  );
}

function classOf({ num, led }: { num?: boolean; led?: boolean }): string {
  return `${num ? 'num' : ''} ${led ? 'led' : ''}`;
}

/** Moves the focus between rows; after one was decided, the row that takes its place gets it. */
function useRowFocus(rows: readonly unknown[]) {
  const body = useRef<HTMLTableSectionElement>(null);
  const next = useRef<number | undefined>(undefined);
  const focusRow = useCallback((index: number) => {
    const all = body.current?.querySelectorAll('tr');
    all?.[Math.max(0, Math.min(all.length - 1, index))]?.focus();
  }, []);
  useEffect(() => {
    if (next.current !== undefined) focusRow(next.current);
    next.current = undefined;
  }, [rows.length, focusRow]);
  return { body, focusRow, focusAfter: (index: number | undefined) => void (next.current = index) };
}
