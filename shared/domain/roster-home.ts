import { AREA, ARREARS, RATE, readQuantity, type NumberCell } from './cell-number.ts';
import { readDate } from './cell-date.ts';
import { readPhone } from './cell-phone.ts';
import { foldCell, isNothing, readName, readNote, remembering, tightCell, type Cell } from './cell-text.ts';
import type { RosterHeader } from './roster-header.ts';
import { placeReader, type Place, type PlaceReader } from './roster-place.ts';
import type { RosterField, RosterHome, RosterIssue, RosterReason, RosterStatus } from './roster-types.ts';

/** A row as it was read: its home (to be used only without issues), whether its address is whole, its issues. */
export type HomeRow = { home: RosterHome; placed: boolean; issues: RosterIssue[]; room: string };

type RowReader = {
  cell: (field: RosterField) => Cell;
  refuse: (field: RosterField, reason: RosterReason) => void;
};

const STATUSES = new Map<string, RosterStatus>(Object.entries({
  未售: 'unsold', 未出售: 'unsold', 未售出: 'unsold', 待售: 'unsold', 在售: 'unsold', 未销售: 'unsold', unsold: 'unsold',
  空置: 'vacant', 空房: 'vacant', 空关: 'vacant', 未入住: 'vacant', 未住: 'vacant', 已售未住: 'vacant', 闲置: 'vacant',
  已售空置: 'vacant', 已售未入住: 'vacant', vacant: 'vacant', empty: 'vacant',
  入住: 'occupied', 已入住: 'occupied', 自住: 'occupied', 居住: 'occupied', 常住: 'occupied', 在住: 'occupied',
  业主自住: 'occupied', 已住: 'occupied', occupied: 'occupied', 'owner-occupied': 'occupied',
  出租: 'let', 已出租: 'let', 租赁: 'let', 租住: 'let', 出租中: 'let', 租客: 'let', 租户: 'let', let: 'let', rented: 'let',
  leased: 'let',
}));

/** Makes a reader of the rows of one roster; in each row every bad cell becomes one issue. */
export function homeRowReader(header: RosterHeader): (cells: readonly Cell[], row: number) => HomeRow {
  const readers: Readers = {
    place: placeReader(),
    date: remembering(readDate),
    rate: remembering((cell) => readQuantity(cell, RATE)),
    status: remembering((cell) => tightCell(cell).toLowerCase()),
  };
  return (cells, row) => readHomeRow(cells, row, header, readers);
}

type Readers = {
  place: PlaceReader;
  date: (cell: Cell) => string | undefined;
  rate: (cell: Cell) => NumberCell;
  status: (cell: Cell) => string;
};

function readHomeRow(cells: readonly Cell[], row: number, header: RosterHeader, readers: Readers): HomeRow {
  const issues: RosterIssue[] = [];
  const cell = (field: RosterField): Cell => {
    const column = header.columns[field];
    return column === undefined ? null : (cells[column] ?? null);
  };
  const refuse = (column: RosterField, reason: RosterReason): void => {
    issues.push({ row, column, header: header.headers[column] ?? '', value: cell(column) ?? '', reason, label: '' });
  };
  const reader: RowReader = { cell, refuse };
  const { place, placed } = readAddress(reader, readers.place);
  const home: RosterHome = {
    row, building: place.building, unit: place.unit, room: place.room,
    label: `${place.building}-${place.unit}-${place.room}`,
    ownerName: readName(cell('owner')),
    phone: orRefuse(readPhone(cell('phone')), '', () => refuse('phone', 'BAD_PHONE')),
    areaDm2: positive(reader, 'area', readQuantity(cell('area'), AREA)),
    handoverOn: orRefuse(readers.date(cell('handover')), '', () => refuse('handover', 'NO_SUCH_DAY')) || null,
    status: statusOf(reader, readers.status(cell('status'))),
    rateE4: positive(reader, 'rate', readers.rate(cell('rate'))),
    arrearsFen: readArrears(reader),
    note: readNote(cell('note')),
  };
  if (issues.length > 0) {
    const label = placed ? home.label : foldCell(cell('room'));
    for (const issue of issues) issue.label = label;
  }
  return { home, placed, issues, room: cell('room') ?? '' };
}

function orRefuse<Value>(value: Value | undefined, standIn: Value, refuse: () => void): Value {
  if (value !== undefined) return value;
  refuse();
  return standIn;
}

const LONGEST_PART = 20;

function readAddress({ cell, refuse }: RowReader, read: PlaceReader): { place: Place; placed: boolean } {
  const place = read(cell('building'), cell('unit'), cell('room'));
  let whole = place.agrees;
  for (const field of ['building', 'unit', 'room'] as const) {
    if (place[field] !== '' && place[field].length <= LONGEST_PART) continue;
    refuse(field, place[field] === '' ? 'MISSING' : 'TOO_LARGE');
    whole = false;
  }
  if (!place.agrees) refuse('room', 'CONTRADICTS');
  return { place, placed: whole };
}

function positive({ refuse }: RowReader, field: 'area' | 'rate', read: NumberCell): number {
  if (read === undefined) refuse(field, 'MISSING');
  else if ('fault' in read) refuse(field, read.fault);
  else if (read.units > 0) return read.units;
  else refuse(field, read.units === 0 ? 'ZERO' : 'NEGATIVE');
  return 0;
}

function readArrears({ cell, refuse }: RowReader): number {
  const read = readQuantity(cell('arrears'), ARREARS);
  if (read === undefined) return 0;
  if ('fault' in read) refuse('arrears', read.fault === 'NOT_A_NUMBER' ? 'NOT_AN_AMOUNT' : read.fault);
  else if (read.units < 0) refuse('arrears', 'NEGATIVE');
  else return read.units;
  return 0;
}

function statusOf({ refuse }: RowReader, text: string): RosterStatus {
  const status = STATUSES.get(text);
  if (status) return status;
  refuse('status', isNothing(text) ? 'MISSING' : 'UNKNOWN_STATUS');
  return 'occupied';
}
