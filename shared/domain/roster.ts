import type { Cell, SheetTable } from './cell-text.ts';
import { findHeader, type RosterHeader } from './roster-header.ts';
import { homeRowReader, type HomeRow } from './roster-home.ts';
import { settleRepeats } from './roster-repeats.ts';
import { kindOfRow } from './roster-row.ts';
import type { RosterFile } from './roster-types.ts';

export type {
  RosterField, RosterFile, RosterHome, RosterIssue, RosterReason, RosterStatus,
} from './roster-types.ts';

/**
 * Reads an office's roster of homes out of a workbook, faults and all: a bad row becomes issues, never an
 * exception. Exact repeats merge; rows that contradict each other are all refused.
 * Throws NO_SUCH_SHEET for an unknown `sheet` and NO_HEADER_ROW where no table of homes is found.
 */
export function parseRoster(sheets: readonly SheetTable[], options: { sheet?: string } = {}): RosterFile {
  const header = findHeader(sheets, options.sheet);
  const rows: HomeRow[] = [];
  const skippedRows: RosterFile['skippedRows'] = [];
  const readRow = homeRowReader(header);
  const table = carryDownMerges(header);
  for (let index = header.index + 1; index < table.length; index += 1) {
    const cells = table[index] ?? [];
    const kind = kindOfRow(cells, header);
    if (kind === 'home') rows.push(readRow(cells, index + 1));
    else skippedRows.push({ row: index + 1, kind });
  }
  const { homes, merged, issues } = settleRepeats(rows, header);
  return {
    sheet: header.sheet.name, headerRow: header.index + 1, headers: header.headers,
    homes, merged, issues, skippedRows,
  };
}

/**
 * A building or unit cell merged over many rows speaks for all of them. Other merged cells do not:
 * one sum of arrears over two homes is not owed twice.
 */
function carryDownMerges({ sheet, columns }: RosterHeader): readonly (readonly Cell[])[] {
  const wanted = (sheet.merges ?? []).filter(({ column }) => column === columns.building || column === columns.unit);
  if (wanted.length === 0) return sheet.rows;
  const rows = sheet.rows.map((row) => [...row]);
  for (const { firstRow, lastRow, column } of wanted) {
    const value = rows[firstRow]?.[column] ?? null;
    for (let index = firstRow + 1; index <= Math.min(lastRow, rows.length - 1); index += 1) {
      const row = rows[index];
      if (row && (row[column] ?? null) === null && row.some((cell) => cell !== null)) row[column] = value;
    }
  }
  return rows;
}
