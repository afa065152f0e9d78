import { memo, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DAY_MINUTES, type DayPart, type SpaceNow } from '../../../../shared/domain/plan-state.ts';
import { commonPrefix, flowPlaces, isArrow, stepTo, type FloorPlan, type Place, type PlanSpace } from './plan-layout.ts';

type FloorGridProps = { plan: FloorPlan; named: boolean; states: ReadonlyMap<number, SpaceNow>; parts: ReadonlyMap<number, readonly DayPart[]>; chosen: string | undefined; onPick: (code: string) => void };

const NOTHING: SpaceNow = { state: 'free', now: null, expiring: false };
/** From so many cells on they are drawn smaller. */
const MANY = 240;

/** The cells of a floor. Arrow keys walk, Enter opens; a cell is drawn anew only when its state changes. */
export function FloorGrid({ plan, named, states, parts, chosen, onPick }: FloorGridProps) {
  const { t } = useTranslation('parking');
  const { floor, spaces, places, columns } = plan;
  const grid = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const prefix = useMemo(() => commonPrefix(spaces.map(({ code }) => code)), [spaces]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isArrow(event.key)) {
      event.preventDefault();
      const next = stepTo(places ?? flowPlaces(spaces.length, columnsOf(grid.current)), active, event.key);
      setActive(next);
      grid.current?.children[next]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const space = spaces[active];
      if (space) onPick(space.code);
    }
  };
  const list = `floor-${floor}`;
  return (
    <>
      {named && (
        <h3 className="plan-floor">
          {floor || t('noFloor')} <span className="muted small">{t('spaces.count', { count: spaces.length })}</span>
        </h3>
      )}
      <div
        ref={grid}
        className={`plan-grid ${spaces.length > MANY ? 'many' : ''} ${places ? 'placed' : ''}`}
        role="listbox"
        tabIndex={0}
        aria-label={t('plan.grid', { floor: floor || t('noFloor') })}
        aria-activedescendant={active < 0 ? undefined : `${list}-${active}`}
        style={places && { gridTemplateColumns: `repeat(${columns}, var(--cell))` }}
        onFocus={() => setActive((last) => (last < 0 ? Math.max(0, spaces.findIndex(({ code }) => code === chosen)) : last))}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const index = [...event.currentTarget.children].indexOf((event.target as HTMLElement).closest('.plan-cell') as HTMLElement);
          const space = spaces[index];
          if (!space) return;
          setActive(index);
          onPick(space.code);
        }}
      >
        {spaces.map((space, index) => {
          const { state, now, expiring } = states.get(space.spaceId) ?? NOTHING;
          return (
            <Cell
              key={space.spaceId}
              id={`${list}-${index}`}
              space={space}
              label={space.code.slice(prefix.length)}
              state={state}
              now={now}
              expiring={expiring}
              parts={parts.get(space.spaceId)}
              place={places?.[index]}
              active={index === active}
              chosen={space.code === chosen}
            />
          );
        })}
      </div>
    </>
  );
}

/** Cells that follow each other stand in as many columns as fit. */
function columnsOf(grid: HTMLElement | null): number {
  return Math.max(1, grid ? getComputedStyle(grid).gridTemplateColumns.split(' ').length : 1);
}

type CellProps = SpaceNow & { id: string; space: PlanSpace; label: string; parts: readonly DayPart[] | undefined; place: Place | undefined; active: boolean; chosen: boolean };

const Cell = memo(function Cell({ id, space, label, state, now, expiring, parts, place, active, chosen }: CellProps) {
  const { t } = useTranslation('parking');
  const who = space.leases.map(({ kind, label: payer, to }) => `${t(`kind.${kind}`)} ${payer}${to === null ? '' : ` ${t('until', { date: to })}`}`);
  const words = [space.code, t(`plan.state.${state}`), ...(space.blocked === null ? who : [space.blocked]), ...(expiring ? [t('plan.state.expiring')] : [])].join(' ');
  const style: CSSProperties = { ...(place && { gridRow: place.row + 1, gridColumn: place.column + 1 }) };
  return (
    <div id={id} role="option" aria-selected={chosen} aria-label={words} title={words} className={`plan-cell ${state} now-${now ?? 'nobody'} ${expiring ? 'expiring' : ''} ${active ? 'active' : ''} ${chosen ? 'chosen' : ''}`} style={style}>
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
