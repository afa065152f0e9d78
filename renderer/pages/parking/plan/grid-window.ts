import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Place } from './plan-layout.ts';

/** Sizes of cells in px, the same as in plan.css; rows without a cell are lanes. */
export type CellSize = { height: number; gap: number; least: number };
const LARGE_CELL: CellSize = { height: 36, gap: 4, least: 60 };
const SMALL_CELL: CellSize = { height: 30, gap: 3, least: 44 };
const LANE = 10;
const DIGIT = 7;
const LETTER = 24;

/** The size of cells that show so many characters of a code; many cells are drawn small. */
export function cellSize(characters: number, small: boolean): CellSize & { small: boolean } {
  const size = small ? SMALL_CELL : LARGE_CELL;
  return { ...size, least: Math.max(size.least, LETTER + DIGIT * characters), small };
}
const OVERSCAN_PX = 240;

/** The height of each row, and where each begins; one more beginning than rows, the end of the last. */
export type Rows = { heights: number[]; tops: number[] };

/** The rows of a plan: those with cells as high as a cell, the others as a lane. */
export function rowsOf(places: readonly Place[], { height, gap }: CellSize): Rows {
  const filled = new Set(places.map(({ row }) => row));
  const count = Math.max(-1, ...filled) + 1;
  const heights = Array.from({ length: count }, (_, row) => (filled.has(row) ? height : LANE));
  const tops = [0];
  for (const one of heights) tops.push((tops.at(-1) ?? 0) + one + gap);
  return { heights, tops };
}

/** The rows `[first, end)` of which something lies between two heights. */
export function rowsBetween({ tops }: Rows, top: number, bottom: number): { first: number; end: number } {
  const rows = tops.length - 1;
  let first = 0;
  while (first < rows && (tops[first + 1] ?? 0) <= top) first += 1;
  let end = first;
  while (end < rows && (tops[end] ?? 0) < bottom) end += 1;
  return { first, end };
}

export type GridWindow = { /** Of the grid, in px; 0 before it is measured. */ width: number; first: number; end: number };

/** What of a grid lies in view of the box that scrolls it, in whole rows and a little beyond, and how wide the grid is. */
export function useGridWindow(grid: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>, rows: Rows): GridWindow {
  const [view, setView] = useState<GridWindow>({ width: 0, first: 0, end: 0 });
  useLayoutEffect(() => {
    const [element, box] = [grid.current, scroller.current];
    if (!element || !box) return;
    const measure = () => {
      const top = box.scrollTop - (element.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop);
      const next = { width: box.clientWidth, ...rowsBetween(rows, top - OVERSCAN_PX, top + box.clientHeight + OVERSCAN_PX) };
      setView((last) => (last.width === next.width && last.first <= next.first + 2 && last.end >= next.end - 2 && last.end <= next.end + 12 && last.first >= next.first - 12 ? last : next));
    };
    measure();
    const sized = new ResizeObserver(measure);
    sized.observe(box);
    sized.observe(element);
    box.addEventListener('scroll', measure, { passive: true });
    return () => {
      sized.disconnect();
      box.removeEventListener('scroll', measure);
    };
  }, [grid, scroller, rows]);
  return view;
}
