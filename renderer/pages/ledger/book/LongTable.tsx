import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { scrollToRow, steppedTop, windowRows, ROW_HEIGHT } from './window-rows.ts';
import './long-table.css';

export type Column<Row> = {
  key: string;
  title: ReactNode;
  /** A CSS grid track: `88px`, `minmax(120px, 1fr)`. */
  width: string;
  /** Right-aligned figures. */
  num?: boolean;
  /** The thin red line stands left of this column. */
  led?: boolean;
  /** Shown only where the table is at least so many px wide. */
  from?: number;
  cell: (row: Row, index: number) => ReactNode;
  /** What the whole text is when the cell cuts it. */
  hint?: (row: Row) => string | undefined;
};

type LongTableProps<Row> = {
  label: string;
  columns: Column<Row>[];
  rowCount: number;
  /** undefined: known to exist, not read yet. */
  rowAt: (index: number) => Row | undefined;
  /** Called with the rows in view, to read them and what follows. */
  onView?: (first: number, end: number) => void;
  onOpen?: (row: Row, index: number) => void;
  /** Called with the row that the arrow keys came to. */
  onMove?: (row: Row, index: number) => void;
  rowClass?: (row: Row, index: number) => string;
  /** The totals below, by column key. */
  foot?: Record<string, ReactNode>;
  /** Shown instead of rows when there are none. */
  empty: ReactNode;
  /** The list scrolls to its top when this changes. */
  listKey: string;
  loading?: boolean;
};

const HEAD = 30;
const FOOT = 40;

/** A table of any length that draws only the rows in view. Arrow keys move, Enter opens. */
export function LongTable<Row>(props: LongTableProps<Row>) {
  const { rowCount, rowAt, onView, onOpen, onMove, listKey, loading = false } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const view = useView(scroller, props.rowCount);
  const columns = props.columns.filter(({ from = 0 }) => view.width >= from);
  // The row that the keys stand on belongs to one list: another one begins without.
  const [stand, setStand] = useState({ listKey, index: -1 });
  const active = stand.listKey === listKey ? stand.index : -1;
  const setActive = (index: number) => setStand({ listKey, index });
  const viewHeight = Math.max(ROW_HEIGHT, view.height - HEAD - (props.foot ? FOOT : 0));
  const shown = loading ? 0 : rowCount;
  const rows = windowRows({ rowCount: shown, scrollTop: view.scrollTop, viewHeight });
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [listKey]);
  useEffect(() => onView?.(rows.first, rows.end), [onView, rows.first, rows.end, shown]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.target !== scroller.current) return;
    if (step !== undefined) {
      event.preventDefault();
      const next = Math.max(0, Math.min(shown - 1, active + step));
      setActive(next);
      const row = rowAt(next);
      if (row !== undefined) onMove?.(row, next);
      scroller.current?.scrollTo({ top: scrollToRow(next, { rowCount: shown, scrollTop: scroller.current.scrollTop, viewHeight }) });
    } else if (event.key === 'Enter') {
      const row = rowAt(active);
      if (row !== undefined) onOpen?.(row, active);
    }
  };
  const template = columns.map((column) => column.width).join(' ');
  const indexes = Array.from({ length: rows.end - rows.first }, (_, offset) => rows.first + offset);
  return (
    <div className="long" ref={scroller} role="table" tabIndex={0} aria-label={props.label} aria-rowcount={rowCount + 1} aria-busy={loading} onKeyDown={onKeyDown}>
      <div className="long-head" role="row" style={{ gridTemplateColumns: template }}>
        {columns.map((column) => (
          <div key={column.key} role="columnheader" className={cellClass(column)}>
            {column.title}
          </div>
        ))}
      </div>
      {loading && <WaitingRows columns={columns} template={template} />}
      {!loading && rowCount === 0 && <div className="long-empty">{props.empty}</div>}
      <div className="long-body" style={{ height: rows.height }}>
        {indexes.map((index) => (
          <LongRow key={index} index={index} row={rowAt(index)} columns={columns} template={template} top={index * ROW_HEIGHT - rows.shift} active={index === active} onOpen={onOpen} rowClass={props.rowClass} onPoint={setActive} />
        ))}
      </div>
      {props.foot && (
        <div className="long-foot" role="row" style={{ gridTemplateColumns: template }}>
          {columns.map((column) => (
            <div key={column.key} role="cell" className={cellClass(column)}>
              {props.foot?.[column.key]}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

type LongRowProps<Row> = Pick<LongTableProps<Row>, 'columns' | 'onOpen' | 'rowClass'> & {
  row: Row | undefined; index: number; template: string; top: number; active: boolean; onPoint: (index: number) => void;
};

function LongRow<Row>({ row, index, columns, template, top, active, onOpen, rowClass, onPoint }: LongRowProps<Row>) {
  const names = `long-row ${active ? 'active' : ''} ${onOpen ? 'opens' : ''} ${row === undefined ? '' : (rowClass?.(row, index) ?? '')}`;
  const open = () => {
    onPoint(index);
    if (row !== undefined) onOpen?.(row, index);
  };
  return (
    <div className={names} role="row" aria-rowindex={index + 2} style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }} onClick={open}>
      {columns.map((column) => (
        <div key={column.key} role="cell" className={cellClass(column)} title={row === undefined ? undefined : column.hint?.(row)}>
          {row === undefined ? <i className="long-wait" /> : column.cell(row, index)}
        </div>
      ))}
    </div>
  );
}

function WaitingRows<Row>({ columns, template }: { columns: Column<Row>[]; template: string }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: 8 }, (_, row) => (
        <div key={row} className="long-row still" style={{ gridTemplateColumns: template }}>
          {columns.map((column) => (
            <div key={column.key} className={cellClass(column)}>
              <i className="long-wait" />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function cellClass<Row>({ num, led }: Column<Row>): string {
  return `${num ? 'num' : ''} ${led ? 'led' : ''}`;
}

type View = { scrollTop: number; height: number; width: number };

/** How far the list is scrolled and how large it is, in steps that spare drawing. */
function useView(scroller: RefObject<HTMLDivElement | null>, rowCount: number): View {
  const [view, setView] = useState<View>({ scrollTop: 0, height: 600, width: 1200 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      const next = { scrollTop: steppedTop(element.scrollTop, rowCount), height: element.clientHeight, width: element.clientWidth };
      setView((last) => (last.scrollTop === next.scrollTop && last.height === next.height && last.width === next.width ? last : next));
    };
    const sized = new ResizeObserver(measure);
    sized.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      sized.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller, rowCount]);
  return view;
}
