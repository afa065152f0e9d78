import type { SheetTable } from './cell-text.ts';
import { findHeader } from './roster-header.ts';
import { homeRowReader, type HomeRow } from './roster-home.ts';
import { settleRepeats } from './roster-repeats.ts';
import { kindOfRow } from './roster-row.ts';
import type { RosterFile } from './roster-types.ts';
import { carryDownMerges } from './table-header.ts';

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
  // One sum of arrears merged over two homes is not owed twice: only the place is carried down.
  const table = carryDownMerges(header, ['building', 'unit']);
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
