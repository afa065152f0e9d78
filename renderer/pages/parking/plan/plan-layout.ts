import type { Output } from '../../../../shared/contract/index.ts';

export type PlanSpace = Output<'parking.plan'>['spaces'][number];
/** Where a cell stands: rows and columns from 0. */
export type Place = { row: number; column: number };
export type FloorPlan = { floor: string; spaces: PlanSpace[]; /** The places of the plan; undefined: the cells follow each other. */ places: Place[] | undefined; columns: number };

const byName = new Intl.Collator('zh-CN', { numeric: true }).compare;

/**
 * The spaces of a zone floor by floor. A floor is drawn as it is built when every space of it has a row and a
 * column of its own; otherwise its spaces follow each other by code.
 */
export function floorPlans(spaces: readonly PlanSpace[]): FloorPlan[] {
  const floors = new Map<string, PlanSpace[]>();
  for (const space of spaces) floors.set(space.floor, [...(floors.get(space.floor) ?? []), space]);
  return [...floors].sort(([left], [right]) => byName(left, right)).map(([floor, list]) => planOf(floor, list));
}

function planOf(floor: string, list: readonly PlanSpace[]): FloorPlan {
  const taken = new Set(list.map(({ row, column }) => (row === null || column === null ? '' : `${row} ${column}`)));
  const placed = taken.size === list.length && !taken.has('');
  if (!placed) return { floor, spaces: [...list].sort((left, right) => byName(left.code, right.code)), places: undefined, columns: 0 };
  const spaces = [...list].sort((left, right) => (left.row ?? 0) - (right.row ?? 0) || (left.column ?? 0) - (right.column ?? 0));
  const places = spaces.map(({ row, column }) => ({ row: (row ?? 1) - 1, column: (column ?? 1) - 1 }));
  return { floor, spaces, places, columns: Math.max(...places.map(({ column }) => column)) + 1 };
}

/** Places of cells that follow each other in so many columns. */
export function flowPlaces(count: number, columns: number): Place[] {
  return Array.from({ length: count }, (_, index) => ({ row: Math.floor(index / columns), column: index % columns }));
}

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** True for the four arrow keys. */
export function isArrow(key: string): key is Arrow {
  return key === 'ArrowLeft' || key === 'ArrowRight' || key === 'ArrowUp' || key === 'ArrowDown';
}

/**
 * The cell that an arrow key leads to: along the row to the next one, else to the nearest column of the next row
 * that has cells. Where there is none, the cell itself.
 */
export function stepTo(places: readonly Place[], from: number, arrow: Arrow): number {
  const here = places[from];
  if (!here) return places.length > 0 ? 0 : -1;
  if (arrow === 'ArrowLeft' || arrow === 'ArrowRight') {
    const next = from + (arrow === 'ArrowRight' ? 1 : -1);
    return next >= 0 && next < places.length ? next : from;
  }
  const sign = arrow === 'ArrowDown' ? 1 : -1;
  let best = from;
  let bestFar = Infinity;
  for (const [index, { row, column }] of places.entries()) {
    const rows = (row - here.row) * sign;
    const far = rows * 10_000 + Math.abs(column - here.column);
    if (rows > 0 && far < bestFar) [best, bestFar] = [index, far];
  }
  return best;
}

/** What all codes begin with, up to the last separator: cells then show only the rest. */
export function commonPrefix(codes: readonly string[]): string {
  const [first = '', ...rest] = codes;
  let length = first.length;
  for (const code of rest) while (!code.startsWith(first.slice(0, length))) length -= 1;
  const prefix = first.slice(0, rest.length === 0 ? 0 : length);
  return /^(.*[-_ ./])/.exec(prefix)?.[1] ?? '';
}
