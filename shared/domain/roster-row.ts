import { foldCell, isNothing, tightCell, type Cell } from './cell-text.ts';
import { bareHeader, type RosterHeader } from './roster-header.ts';
import type { RosterField } from './roster-types.ts';

/** What a row of the table is: a home, or one of the rows that offices put between homes. */
export type RowKind = 'home' | 'blank' | 'total' | 'header' | 'note';

const TOTAL = /^.{0,10}(?:小计|合计|总计|共计|累计)(?:[:(\d].*|.{0,6})$|^(?:sub|grand)?-?total\b/i;
const SIGNATURE = /[:：]|制表|审核|填表|经办|负责人|说明|^注/;
const SHORT_PLACE = /^[\dA-Za-z一二三四五六七八九十百零〇栋幢座号楼单元室#-]{1,16}$/;
const SURE_ROOM = /^[\d０-９]{3,5}室?$/;
const VALUES: readonly RosterField[] = ['area', 'rate', 'status', 'handover', 'arrears'];

/** Tells a home's row from blank rows, subtotals, repeated headers and remarks below the table. */
export function kindOfRow(row: readonly Cell[], header: RosterHeader): RowKind {
  const { columns } = header;
  if (columns.room !== undefined && SURE_ROOM.test(row[columns.room] ?? '') && cellOf(row, columns.area) !== null) return 'home';
  const has = (field: RosterField) => !isNothing(foldCell(cellOf(row, columns[field])));
  if (has('room') && has('area') && has('rate')) {
    return isHeaderAgain(row, header) ? 'header' : isTotal(row, header) ? 'total' : 'home';
  }
  const mapped = Object.values(columns).filter((column) => tightCell(row[column]) !== '').length;
  const filled = row.filter((cell) => tightCell(cell) !== '');
  if (filled.length === 0) return 'blank';
  if (isTotal(row, header)) return 'total';
  if (isHeaderAgain(row, header)) return 'header';
  // A form printed ahead carries only its serial numbers.
  if (mapped === 0) return filled.every((cell) => /^\d+$/.test(tightCell(cell))) ? 'blank' : 'note';
  const hasValue = (field: RosterField) => has(field) && !SIGNATURE.test(foldCell(cellOf(row, columns[field])));
  if (VALUES.some(hasValue)) return 'home';
  const signed = filled.some((cell) => SIGNATURE.test(foldCell(cell)));
  const only = filled.length === 1 && !SHORT_PLACE.test(tightCell(filled[0]));
  return signed || only ? 'note' : 'home';
}

function cellOf(row: readonly Cell[], column: number | undefined): Cell {
  return column === undefined ? null : (row[column] ?? null);
}

/** A total names itself where a home has its place or its owner, and has no room number of its own. */
function isTotal(row: readonly Cell[], { columns }: RosterHeader): boolean {
  const room = tightCell(cellOf(row, columns.room));
  if (!isNothing(room) && !TOTAL.test(room)) return false;
  return row.some((cell, column) => column !== columns.note && cell !== null && TOTAL.test(tightCell(cell)));
}

function isHeaderAgain(row: readonly Cell[], { columns, headers }: RosterHeader): boolean {
  let same = 0;
  for (const field of ['room', 'area', 'rate', 'status'] as const) {
    const cell = cellOf(row, columns[field]);
    if (cell !== null && bareHeader(cell) === bareHeader(headers[field] ?? null)) same += 1;
  }
  return same >= 2;
}
