import { memo, useEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { DAY_MINUTES, type DayPart, type SpaceNow } from '../../../../shared/domain/plan-state.ts';
import { cellSize, rowsOf, useGridWindow, type CellSize } from './grid-window.ts';
import { commonPrefix, flowPlaces, isArrow, stepTo, type FloorPlan, type Place, type PlanSpace } from './plan-layout.ts';

type FloorGridProps = {
  plan: FloorPlan; named: boolean; states: ReadonlyMap<number, SpaceNow>; parts: ReadonlyMap<number, readonly DayPart[]>; chosen: string | undefined; onPick: (code: string) => void;
  /** The box that scrolls the floors. */ scroller: RefObject<HTMLElement | null>;
};

const NOTHING: SpaceNow = { state: 'free', now: null, expiring: false };
/** From so many cells, or columns of a plan, on they are drawn smaller. */
const MANY = 240;
const WIDE = 16;
const EDGE = 34;

/** The cells of a floor, as many as are in view. Arrow keys walk, Enter opens; a cell is drawn anew only when its state changes. */
export function FloorGrid({ plan, named, states, parts, chosen, onPick, scroller }: FloorGridProps) {
  const { t } = useTranslation('parking');
  const { floor, spaces } = plan;
  const grid = useRef<HTMLDivElement>(null);
  const prefix = useMemo(() => commonPrefix(spaces.map(({ code }) => code)), [spaces]);
  const longest = useMemo(() => Math.max(0, ...spaces.map(({ code }) => code.length)) - prefix.length, [spaces, prefix]);
  const small = spaces.length > MANY || plan.columns > WIDE;
  const size = useMemo(() => cellSize(longest, small), [longest, small]);
  const { places, view, style } = usePlaced(plan, size, grid, scroller);
  const start = spaces.findIndex(({ code }) => code === chosen);
  const [walked, setWalked] = useState<number | undefined>();
  const active = walked ?? Math.max(0, start);
  const list = `floor-${floor}`;
  useShown(`${list}-${walked ?? start}`, walked ?? start, grid, scroller, style.rows.tops[places[walked ?? start]?.row ?? 0] ?? 0, size.height);
  const pick = (index: number) => {
    const space = spaces[index];
    if (!space) return;
    setWalked(index);
    onPick(space.code);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isArrow(event.key)) setWalked(stepTo(places, active, event.key));
    else if (event.key === 'Enter' || event.key === ' ') pick(active);
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const cell = event.target instanceof Element ? event.target.closest('.plan-cell') : null;
    if (cell) pick(Number(cell.id.slice(list.length + 1)));
  };
  return (
    <>
      {named && (
        <h3 className="plan-floor">
          {floor || t('noFloor')} <span className="muted small">{t('spaces.count', { count: spaces.length })}</span>
        </h3>
      )}
      <div ref={grid} className={`plan-grid ${small ? 'small-cells' : ''}`} role="listbox" tabIndex={0} aria-label={t('plan.grid', { floor: floor || t('noFloor') })} aria-activedescendant={`${list}-${active}`} style={style.grid} onKeyDown={onKeyDown} onClick={onClick}>
        {spaces.map((space, index) => {
          const place = places[index];
          if (!place || ((place.row < view.first || place.row >= view.end) && index !== active)) return null;
          const { state, now, expiring } = states.get(space.spaceId) ?? NOTHING;
          return (
            <Cell key={space.spaceId} id={`${list}-${index}`} space={space} label={space.code.slice(prefix.length)} state={state} now={now} expiring={expiring} parts={parts.get(space.spaceId)} place={place} at={index + 1} of={spaces.length} active={index === active} chosen={space.code === chosen} />
          );
        })}
      </div>
    </>
  );
}

/** Where the cells stand: as the plan has them, or one after the other in as many columns as fit. */
function usePlaced({ spaces, places: built, columns: builtColumns }: FloorPlan, size: CellSize, grid: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>) {
  const [columns, setColumns] = useState(12);
  const places = useMemo(() => built ?? flowPlaces(spaces.length, columns), [built, spaces.length, columns]);
  const rows = useMemo(() => rowsOf(places, size), [places, size]);
  const view = useGridWindow(grid, scroller, rows);
  const fitting = Math.max(1, Math.floor((view.width - EDGE + size.gap) / (size.least + size.gap)));
  if (!built && view.width > 0 && fitting !== columns) setColumns(fitting);
  const template = useMemo(() => {
    const filled = new Set(places.map(({ column }) => column));
    const tracks = built ? Array.from({ length: builtColumns }, (_, column) => (filled.has(column) ? `minmax(${size.least}px, 72px)` : '14px')).join(' ') : `repeat(${columns}, minmax(0, 1fr))`;
    return { gridTemplateColumns: tracks, gridTemplateRows: rows.heights.map((height) => `${height}px`).join(' '), gap: size.gap };
  }, [places, built, builtColumns, columns, rows, size]);
  return { places, view, style: { grid: template, rows } };
}

/** Scrolls to a cell when it is walked to or chosen: first its row, then, once it is drawn, itself. */
function useShown(id: string, index: number, grid: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>, top: number, height: number): void {
  useEffect(() => {
    const [element, box] = [grid.current, scroller.current];
    if (index < 0 || !element || !box) return;
    const y = element.getBoundingClientRect().top - box.getBoundingClientRect().top + top;
    if (y < 0) box.scrollBy({ top: y - 8 });
    else if (y + height > box.clientHeight) box.scrollBy({ top: y + height - box.clientHeight + 8 });
    document.getElementById(id)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [id, index, grid, scroller, top, height]);
}

type CellProps = SpaceNow & { id: string; space: PlanSpace; label: string; parts: readonly DayPart[] | undefined; place: Place; at: number; of: number; active: boolean; chosen: boolean };

const Cell = memo(function Cell({ id, space, label, state, now, expiring, parts, place, at, of, active, chosen }: CellProps) {
  const { t } = useTranslation('parking');
  const who = space.leases.map(({ kind, label: payer, to }) => `${t(`kind.${kind}`)} ${payer}${to === null ? '' : ` ${t('until', { date: to })}`}`);
  const words = [space.code, t(`plan.state.${state}`), ...(space.blocked === null ? who : [space.blocked]), ...(expiring ? [t('plan.state.expiring')] : [])].join(' ');
  const style: CSSProperties = { gridRow: place.row + 1, gridColumn: place.column + 1 };
  return (
    <div id={id} role="option" aria-selected={chosen} aria-posinset={at} aria-setsize={of} aria-label={words} title={words} className={`plan-cell ${state} now-${now ?? 'nobody'} ${expiring ? 'expiring' : ''} ${active ? 'active' : ''} ${chosen ? 'chosen' : ''}`} style={style}>
      <span>{label}</span>
      <i>{t(`plan.letter.${state}`)}</i>
      {parts && parts.length > 0 && <b style={{ backgroundImage: strip(parts) }} />}
    </div>
  );
});

/** The day of a space as a thin band at the foot of its cell. */
function strip(parts: readonly DayPart[]): string {
  const percent = (minute: number) => `${((minute / DAY_MINUTES) * 100).toFixed(2)}%`;
  const stops = parts.flatMap(({ from, to, kind }) => [`transparent ${percent(from)}`, `var(--strip-${kind}) ${percent(from)}`, `var(--strip-${kind}) ${percent(to)}`, `transparent ${percent(to)}`]);
  return `linear-gradient(90deg, ${stops.join(', ')})`;
}
