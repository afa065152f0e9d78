/** A cell as it was read: the text of what it holds, or null for an empty one. */
export type Cell = string | null;

/** One sheet of a workbook, or a whole CSV file; `rows[0]` is the sheet's row 1. */
export type SheetTable = {
  name: string;
  rows: readonly (readonly Cell[])[];
  /** Cells merged downwards, 0-based and both ends included; the value stands in the first row. */
  merges?: readonly { column: number; firstRow: number; lastRow: number }[];
};

// Zero-width marks and the byte order mark: invisible, pasted in from chat programs and web pages.
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;
// ASCII and the common Chinese characters with single spaces: folding would change nothing.
const PLAIN = /^[\x21-\x7e\u4e00-\u9fff]*(?: [\x21-\x7e\u4e00-\u9fff]+)*$/;
const PLAIN_NAME = /^[\u4e00-\u9fff]{2,4}$/;
const NOTHING = /^(?:[-‐-―−_~/\\*.]*|无|暂无|没有|空|none|nil|n\/a)$/i;

/** Folds full-width forms, compatibility signs (㎡ to m2) and every kind of space to plain ones, and trims. */
export function foldCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (PLAIN.test(cell) && !cell.startsWith(' ')) return cell;
  return cell.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** Folds a cell and drops all spaces, as room numbers, headers and states are compared. */
export function tightCell(cell: Cell | undefined): string {
  const text = foldCell(cell);
  return text.includes(' ') ? text.replaceAll(' ', '') : text;
}

/** Tells whether folded text stands for an empty cell: nothing, dashes, a slash, 无. */
export function isNothing(text: string): boolean {
  return text === '' || NOTHING.test(text);
}

/** Keeps a remark as it was written, without outer spaces; signs that stand for nothing become ''. */
export function readNote(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  const text = cell.replace(INVISIBLE, '').trim();
  return isNothing(text) ? '' : text;
}

/** Reads a person's name: folded, and without the spaces that pad Chinese names (王　明). */
export function readName(cell: Cell | undefined): string {
  const text = foldCell(cell);
  if (isNothing(text)) return '';
  if (PLAIN_NAME.test(text)) return text;
  return /\p{Script=Han}/u.test(text) ? text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '') : text;
}

/** Remembers what a reader answered for each text: the columns of a roster repeat themselves. */
export function remembering<Value>(read: (cell: Cell) => Value): (cell: Cell) => Value {
  const known = new Map<Cell, Value>();
  return (cell) => {
    const earlier = known.get(cell);
    if (earlier !== undefined || known.has(cell)) return earlier as Value;
    const value = read(cell);
    known.set(cell, value);
    return value;
  };
}
