/** Height of a row in px, the same as --mb-row. */
export const ROW_HEIGHT = 36;
/** Chromium lays out nothing taller than 33,554,432 px; a million rows are taller than that. */
const TALLEST = 16_000_000;
const OVERSCAN = 10;

export type RowWindow = {
  /** Rows to draw: `first` up to and without `end`. */
  first: number;
  end: number;
  /** Height in px of what scrolls. */
  height: number;
  /** Where row `index` lies: `index × ROW_HEIGHT − shift` px. */
  shift: number;
};

/**
 * Which rows of a list lie in view. A list taller than Chromium's limit is squeezed: one px of the scroll
 * bar is then several px of rows.
 */
export function windowRows(view: { rowCount: number; scrollTop: number; viewHeight: number }): RowWindow {
  const total = view.rowCount * ROW_HEIGHT;
  const height = Math.min(total, TALLEST);
  const room = Math.max(1, height - view.viewHeight);
  const scrollTop = Math.max(0, Math.min(view.scrollTop, room));
  const top = total > height ? Math.round((scrollTop / room) * (total - view.viewHeight)) : scrollTop;
  const first = Math.max(0, Math.floor(top / ROW_HEIGHT) - OVERSCAN);
  const end = Math.min(view.rowCount, Math.ceil((top + view.viewHeight) / ROW_HEIGHT) + OVERSCAN);
  return { first, end, height, shift: top - scrollTop };
}

/**
 * The scroll position rounded to steps that the rows drawn beyond the view cover, so that a list is drawn
 * anew once in some rows and not at every px. A squeezed list moves with every px.
 */
export function steppedTop(scrollTop: number, rowCount: number): number {
  const step = (ROW_HEIGHT * OVERSCAN) / 2;
  return rowCount * ROW_HEIGHT > TALLEST ? scrollTop : Math.floor(scrollTop / step) * step;
}

/** The scroll position at which row `index` is in view, as near as possible to where the list stands. */
export function scrollToRow(index: number, view: { rowCount: number; scrollTop: number; viewHeight: number }): number {
  const { shift } = windowRows(view);
  const y = index * ROW_HEIGHT - shift;
  if (y < view.scrollTop) return y;
  const lowest = y + ROW_HEIGHT - view.viewHeight;
  return lowest > view.scrollTop ? lowest : view.scrollTop;
}
