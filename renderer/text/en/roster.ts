import type { roster as zh } from '../zh/roster.ts';

/** Importing an owner workbook. */
export const roster: typeof zh = {
  title: 'Roster import', start: 'Choose an owner roster', startNote: '.xlsx or .csv. You see a preview first; nothing is written before you import.', columns: 'Columns it needs: room, built-up area, status, fee rate. It may also have building, unit, owner, phone, handover date, arrears and notes.', faults: 'Titles and remarks, subtotals, full-width digits and numbers with units do no harm.',
  pick: 'Choose a file', pickAnother: 'Another file', readAgain: 'Read this file again', reading: 'Reading {{file}}', sheet: 'Sheet', file: '{{file}}, sheet “{{sheet}}”, header in row {{row}}',
  homes: 'Homes to import', homesValue: '{{count}}', area: 'Built-up area', areaValue: '{{area}} m²', arrears: 'Opening arrears', merged: 'Repeats merged', refused: 'Refused', rowsValue: '{{count}} rows',
  filter: 'Filter by result', all: 'All', action: { create: 'New', update: 'Change', unchanged: 'Same', merged: 'Merged', refused: 'Refused' },
  search: 'Room / owner', searchLabel: 'Search the preview', saveXlsx: 'Save as Excel', saveName: 'Import preview',
  row: 'Row', result: 'Result', home: 'Home', owner: 'Owner', areaHead: 'Area m²', rate: 'Rate', arrearsHead: 'Arrears ¥', handover: 'Handover', status: 'Status', note: 'Remarks', column: 'Column', says: 'Says', why: 'Why refused', noMatch: 'No row fits these filters', clear: 'Clear filters', noRows: 'This roster has no homes',
  issue: '“{{header}}” says “{{value}}”: {{reason}}', issueEmpty: '“{{header}}”: {{reason}}', change: '{{field}} {{from}} → {{to}}', nothing: '(empty)', mergedNote: 'says the same as another row; one home',
  reason: { MISSING: 'is missing', ZERO: 'cannot be zero', NEGATIVE: 'cannot be negative', NOT_A_NUMBER: 'is not a number', NOT_AN_AMOUNT: 'is not an amount', NO_SUCH_DAY: 'there is no such day', UNKNOWN_STATUS: 'is not a known status', TOO_MANY_DECIMALS: 'has too many decimals', TOO_LARGE: 'is too large or too long', CONTRADICTS: 'rows of one home contradict each other; none was taken', BAD_PHONE: 'is not a phone number', OPENING_ARREARS_FIXED: 'opening arrears are booked and cannot change by import' },
  field: { building: 'Building', unit: 'Unit', room: 'Room', owner: 'Owner', phone: 'Phone', area: 'Area', handover: 'Handover', status: 'Status', rate: 'Rate', arrears: 'Arrears', note: 'Note' },
  noHeader: 'No header row was found in {{sheets}}. Missing: {{missing}}. Give the table a row with column names and choose it again.',
  import: 'Import {{count}} homes', importClean: 'Import only the {{count}} sound homes', hasErrors: '{{count}} rows have problems. Save them as Excel for whoever made the roster, or import only the sound rows.', importing: 'Importing', notAllowed: 'A manager imports rosters; office and auditors may preview.', onlyManager: 'Only a manager may import; you can preview and save as Excel.', noChange: 'This roster says what the books say; nothing to import.',
  done: 'Imported', doneNote: '{{file}}', created: 'New', updated: 'Changed', unchanged: 'Same', toHomes: 'See the homes', toFees: 'Issue bills', again: 'Import another', refusedLeft: '{{count}} rows were not imported. Save them as Excel, have them mended and import again; nothing is imported twice.', saveRefused: 'Save the rows left out as Excel',
};
