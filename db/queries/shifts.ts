import { jsonTable, row, rows, run, type Db } from '../sql.ts';

/**
 * The number of the closed report that an entry of a user stands in: of that user's shift, or of the day.
 * Undefined while both are open: then the entry may still be voided. Indexes: shift_user; days are few.
 */
export async function findClosingReport(db: Db, { userId, entryId }: { userId: number | null; entryId: number }): Promise<string | undefined> {
  const shift = await row<{ reportNo: string }>(db, 'select report_no as reportNo from shift where user_id = ? and to_entry >= ? and from_entry < ? order by to_entry limit 1', [userId, entryId, entryId]);
  if (shift) return shift.reportNo;
  const day = await row<{ reportNo: string }>(db, 'select report_no as reportNo from day_close where to_entry >= ? order by to_entry limit 1', [entryId]);
  return day?.reportNo;
}

export type ShiftRow = { shiftId: number; userId: number; userName: string; openedAt: string; openedOn: string; floatFen: number; fromEntry: number; reportNo: string | null; report: string | null };
const COLUMNS = 'shift_id as shiftId, user_id as userId, user_name as userName, opened_at as openedAt, opened_on as openedOn, float_fen as floatFen, from_entry as fromEntry, report_no as reportNo, report';

/** A user's open shift; index: shift_open. */
export function findOpenShift(db: Db, userId: number): Promise<ShiftRow | undefined> {
  return row(db, `select ${COLUMNS} from shift where user_id = ? and closed_at is null`, [userId]);
}

export function findShift(db: Db, shiftId: number): Promise<ShiftRow | undefined> {
  return row(db, `select ${COLUMNS} from shift where shift_id = ?`, [shiftId]);
}

export function findShiftByReport(db: Db, reportNo: string): Promise<ShiftRow | undefined> {
  return row(db, `select ${COLUMNS} from shift where report_no = ?`, [reportNo]);
}

export async function insertShift(db: Db, shift: { userId: number; userName: string; openedAt: string; openedOn: string; floatFen: number; fromEntry: number }): Promise<number> {
  const found = await row<{ shiftId: number }>(db, 'insert into shift (user_id, user_name, opened_at, opened_on, float_fen, from_entry) values (?, ?, ?, ?, ?, ?) returning shift_id as shiftId',
    [shift.userId, shift.userName, shift.openedAt, shift.openedOn, shift.floatFen, shift.fromEntry]);
  return found?.shiftId ?? 0;
}

export type ClosedShift = { shiftId: number; toEntry: number; closedAt: string; closedOn: string; reportNo: string; expectedFen: number; countedFen: number; bankedFen: number; totalFen: number; witness: string; report: string };

/** Closes an open shift, once. */
export async function closeShiftRow(db: Db, shift: ClosedShift): Promise<void> {
  await run(db, 'update shift set to_entry = ?, closed_at = ?, closed_on = ?, report_no = ?, expected_fen = ?, counted_fen = ?, banked_fen = ?, total_fen = ?, witness = ?, report = ? where shift_id = ?',
    [shift.toEntry, shift.closedAt, shift.closedOn, shift.reportNo, shift.expectedFen, shift.countedFen, shift.bankedFen, shift.totalFen, shift.witness, shift.report, shift.shiftId]);
}

/** The number of the last entry; 0 in empty books. */
export async function lastEntryNo(db: Db): Promise<number> {
  return (await row<{ last: number | null }>(db, 'select max(entry_id) as last from entry'))?.last ?? 0;
}

/** The last entry posted before a local day begins; 0 when there is none. Reads the entries since then, newest first. */
export async function lastEntryBefore(db: Db, day: string): Promise<number> {
  const midnight = new Date(`${day}T00:00:00+08:00`).toISOString();
  return (await row<{ last: number }>(db, 'select entry_id as last from entry where posted_at < ? order by entry_id desc limit 1', [midnight]))?.last ?? 0;
}

/**
 * Where the next shift of a user begins (exclusive): after all that a closed shift or day has counted of that user; else
 * after the last closed day; before any, with local day `on`. Indexes: shift_user, day_close_user_user.
 */
export async function coverStart(db: Db, userId: number, on: string): Promise<number> {
  const own = await row<{ last: number | null }>(db, `select max(last) as last from (select max(to_entry) as last from shift where user_id = ?
    union all select max(to_entry) from day_close_user where user_id = ?)`, [userId, userId]);
  if (own?.last !== null && own?.last !== undefined) return own.last;
  const day = await row<{ last: number | null }>(db, 'select max(to_entry) as last from day_close');
  return day?.last ?? lastEntryBefore(db, on);
}

/** Local days, both included: shifts that were open on one of them. */
export type ShiftFilter = { userId?: number | undefined; from?: string | undefined; to?: string | undefined; search?: string | undefined };
export type ShiftItem = {
  shiftId: number; reportNo: string | null; userName: string; witness: string | null; openedAt: string; closedAt: string | null; floatFen: number;
  expectedFen: number | null; countedFen: number | null; overShortFen: number | null; bankedFen: number | null; totalFen: number | null; dayNo: string | null;
};

/** Shifts, newest first; keyset by `shift_id`. There are a few a day. */
export function listShifts(db: Db, filter: ShiftFilter, page: { before: number; limit: number }): Promise<ShiftItem[]> {
  const { where, bindings } = shiftWhere(filter);
  return rows(db, `select s.shift_id as shiftId, s.report_no as reportNo, s.user_name as userName, s.witness, s.opened_at as openedAt, s.closed_at as closedAt, s.float_fen as floatFen,
    s.expected_fen as expectedFen, s.counted_fen as countedFen, s.counted_fen - s.expected_fen as overShortFen, s.banked_fen as bankedFen, s.total_fen as totalFen, c.report_no as dayNo
    from shift s left join day_close_shift d using (shift_id) left join day_close c on c.on_date = d.on_date where ${where} and s.shift_id < ? order by s.shift_id desc limit ?`, [...bindings, page.before, page.limit]);
}

export async function countShifts(db: Db, filter: ShiftFilter): Promise<number> {
  const { where, bindings } = shiftWhere(filter);
  return (await row<{ count: number }>(db, `select count(*) as count from shift s where ${where}`, bindings))?.count ?? 0;
}

function shiftWhere({ userId, from, to, search }: ShiftFilter): { where: string; bindings: (string | number)[] } {
  const conditions = ['1'];
  const bindings: (string | number)[] = [];
  if (userId !== undefined) { conditions.push('s.user_id = ?'); bindings.push(userId); }
  if (from) { conditions.push('coalesce(s.closed_on, s.opened_on) >= ?'); bindings.push(from); }
  if (to) { conditions.push('s.opened_on <= ?'); bindings.push(to); }
  if (search) { conditions.push('(instr(s.user_name, ?) > 0 or instr(coalesce(s.report_no, ?), ?) > 0)'); bindings.push(search, '', search); }
  return { where: conditions.join(' and '), bindings };
}

export type ClosedShiftRow = { shiftId: number; userId: number; fromEntry: number; toEntry: number; report: string };

/** Shifts closed up to a local day that no day has counted yet, in order of their closing. */
export function listShiftsForDay(db: Db, on: string): Promise<ClosedShiftRow[]> {
  return rows(db, `select shift_id as shiftId, user_id as userId, from_entry as fromEntry, to_entry as toEntry, report from shift s
    where closed_on <= ? and not exists (select 1 from day_close_shift d where d.shift_id = s.shift_id) order by closed_at, shift_id`, [on]);
}

/** Shifts still open that were opened up to a local day; index: shift_open. */
export function listOpenShifts(db: Db, on: string): Promise<{ userId: number; userName: string; openedAt: string }[]> {
  return rows(db, 'select user_id as userId, user_name as userName, opened_at as openedAt from shift where closed_at is null and opened_on <= ? order by opened_at', [on]);
}

/** Every user, with where one's open shift begins; index: shift_open. */
export function listDrawers(db: Db): Promise<{ userId: number; userName: string; openFrom: number | null }[]> {
  return rows(db, 'select u.user_id as userId, u.name as userName, s.from_entry as openFrom from user u left join shift s on s.user_id = u.user_id and s.closed_at is null order by u.user_id');
}

export type DayRow = { on: string; reportNo: string; toEntry: number; userId: number; userName: string; witness: string; closedAt: string; totalFen: number; overShortFen: number; bankedFen: number; report: string };
const DAY_COLUMNS = 'on_date as "on", report_no as reportNo, to_entry as toEntry, user_id as userId, user_name as userName, witness, closed_at as closedAt, total_fen as totalFen, over_short_fen as overShortFen, banked_fen as bankedFen, report';

/** The first closed day that is this one or later: it has counted this one too. */
export function findDayFrom(db: Db, on: string): Promise<DayRow | undefined> {
  return row(db, `select ${DAY_COLUMNS} from day_close where on_date >= ? order by on_date limit 1`, [on]);
}

export function findDayByReport(db: Db, reportNo: string): Promise<DayRow | undefined> {
  return row(db, `select ${DAY_COLUMNS} from day_close where report_no = ?`, [reportNo]);
}

/** Writes a closed day with the shifts it counts and what it counts of users without a shift. */
export async function insertDay(db: Db, day: DayRow, shiftIds: readonly number[], others: readonly { userId: number; fromEntry: number; toEntry: number }[]): Promise<void> {
  await run(db, 'insert into day_close (on_date, report_no, to_entry, user_id, user_name, witness, closed_at, total_fen, over_short_fen, banked_fen, report) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [day.on, day.reportNo, day.toEntry, day.userId, day.userName, day.witness, day.closedAt, day.totalFen, day.overShortFen, day.bankedFen, day.report]);
  await run(db, `insert into day_close_shift (shift_id, on_date) select * from ${jsonTable(['shift_id', 'on_date'])}`, [JSON.stringify(shiftIds.map((shiftId) => [shiftId, day.on]))]);
  await run(db, `insert into day_close_user (on_date, user_id, from_entry, to_entry) select * from ${jsonTable(['on_date', 'user_id', 'from_entry', 'to_entry'])}`,
    [JSON.stringify(others.map(({ userId, fromEntry, toEntry }) => [day.on, userId, fromEntry, toEntry]))]);
}

export type DayFilter = { from?: string | undefined; to?: string | undefined };
export type DayItem = { on: string; reportNo: string; userName: string; closedAt: string; shifts: number; totalFen: number; overShortFen: number; bankedFen: number };

/** Closed days, newest first; keyset by day, the primary key. */
export function listDays(db: Db, { from = '', to = '9' }: DayFilter, page: { before: string; limit: number }): Promise<DayItem[]> {
  return rows(db, `select on_date as "on", report_no as reportNo, user_name as userName, closed_at as closedAt, (select count(*) from day_close_shift d where d.on_date = c.on_date) as shifts,
    total_fen as totalFen, over_short_fen as overShortFen, banked_fen as bankedFen
    from day_close c where on_date >= ? and on_date <= ? and on_date < ? order by on_date desc limit ?`, [from, to, page.before, page.limit]);
}

export async function countDays(db: Db, { from = '', to = '9' }: DayFilter): Promise<number> {
  return (await row<{ count: number }>(db, 'select count(*) as count from day_close where on_date >= ? and on_date <= ?', [from, to]))?.count ?? 0;
}

