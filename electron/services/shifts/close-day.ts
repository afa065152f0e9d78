import { formatNumber, takeNumbers } from '../../../db/queries/payments.ts';
import { listMatrixLines, sumCash, type Cover } from '../../../db/queries/shift-facts.ts';
import { coverStart, findDayFrom, insertDay, lastEntryBefore, lastEntryNo, listDrawers, listOpenShifts, listShiftsForDay } from '../../../db/queries/shifts.ts';
import type { Db } from '../../../db/sql.ts';
import { shiftReport, type DayReport, type ShiftReport } from '../../../shared/contract/shifts.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { addDays } from '../../../shared/domain/period.ts';
import { buildMatrix } from '../../../shared/domain/shift.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { factsOf, officeOf } from './shift-facts.ts';

export const DAY_SERIES = 'RJ';

type Other = DayReport['others'][number];
/** What closing a day counts: its shifts, and users who took or gave money and closed none. */
type DayContent = { toEntry: number; shifts: { shiftId: number; report: ShiftReport }[]; others: (Other & { userId: number })[]; covers: Cover[] };

/**
 * Closes a day once no shift of it is open: sums its shifts' reports and what was done outside of any shift, frozen under
 * a number. From then on nothing before it is voided. Throws SHIFTS_STILL_OPEN, DAY_ALREADY_CLOSED, NOTHING_TO_CLOSE, DATE_IN_FUTURE.
 */
export const closeDay: Handler<'shifts.closeDay'> = async ({ db, user, now, today }, { on, witness, note }) => {
  if (on > today) throw new AppError('DATE_IN_FUTURE', { date: on, today });
  const closed = await findDayFrom(db, on);
  if (closed) throw new AppError('DAY_ALREADY_CLOSED', { on, reportNo: closed.reportNo });
  const open = await listOpenShifts(db, on);
  if (open.length > 0) throw new AppError('SHIFTS_STILL_OPEN', { names: open.map(({ userName }) => userName) });
  const { toEntry, shifts, others, covers } = await contentOfDay(db, on, today);
  if (covers.length === 0) throw new AppError('NOTHING_TO_CLOSE', { on });
  const year = Number(today.slice(0, 4));
  const reportNo = formatNumber(DAY_SERIES, year, await takeNumbers(db, DAY_SERIES, year, 1));
  const closedAt = now.toISOString();
  const sum = (pick: (report: ShiftReport) => number): number => sumFen(shifts.map(({ report }) => pick(report)));
  const facts = await factsOf(db, covers);
  const report: DayReport = {
    ...facts, ...await officeOf(db), reportNo, on, userName: user.name, witness, closedAt, toEntry, note,
    shifts: shifts.map(({ report: one }) => dayShiftOf(one)), others: others.map(({ userId: _, ...other }) => other), overShortFen: sum(({ overShortFen }) => overShortFen), bankedFen: sum(({ bankedFen }) => bankedFen),
  };
  const { totals: { totalFen }, overShortFen, bankedFen } = report;
  await insertDay(db, { on, reportNo, toEntry, userId: user.userId, userName: user.name, witness, closedAt, totalFen, overShortFen, bankedFen, report: JSON.stringify(report) }, shifts.map(({ shiftId }) => shiftId), others);
  return { reportNo, on, shifts: shifts.length, totalFen, overShortFen, bankedFen };
};

export const dayStatus: Handler<'shifts.dayStatus'> = async ({ db, today }, { on = today }) => {
  const closed = await findDayFrom(db, on);
  if (closed) return { on, reportNo: closed.reportNo, stillOpen: [], shifts: [], others: [], totalFen: 0 };
  const stillOpen = (await listOpenShifts(db, on)).map(({ userName, openedAt }) => ({ userName, openedAt }));
  const { shifts, others } = await contentOfDay(db, on, today);
  const totalFen = sumFen([...shifts.map(({ report }) => report.totals.totalFen), ...others.map((other) => other.totalFen)]);
  return { on, reportNo: null, stillOpen, shifts: shifts.map(({ report }) => dayShiftOf(report)), others: others.map(({ userId: _, ...other }) => other), totalFen };
};

async function contentOfDay(db: Db, on: string, today: string): Promise<DayContent> {
  const toEntry = on === today ? await lastEntryNo(db) : await lastEntryBefore(db, addDays(on, 1));
  const rows = await listShiftsForDay(db, on);
  const shifts = rows.map(({ shiftId, report }) => ({ shiftId, report: shiftReport.parse(JSON.parse(report)) }));
  const counted = new Set(rows.map(({ userId }) => userId));
  const others: DayContent['others'] = [];
  // Who closed a shift of the day takes what came later into the next one; whoever closed none is counted here, up to an open one.
  for (const { userId, userName, openFrom } of await listDrawers(db)) {
    if (counted.has(userId)) continue;
    const fromEntry = await coverStart(db, userId, on);
    const other = await sumOther(db, { userId, fromEntry, toEntry: Math.min(toEntry, openFrom ?? toEntry) });
    if (other) others.push({ ...other, userId, userName });
  }
  const covers = [...rows.map(({ userId, fromEntry, toEntry: end }) => ({ userId, fromEntry, toEntry: end })), ...others];
  return { toEntry, shifts, others, covers };
}

/** Undefined where no money moved. */
async function sumOther(db: Db, cover: Cover): Promise<Omit<Other, 'userName'> | undefined> {
  if (cover.fromEntry >= cover.toEntry) return undefined;
  const lines = await listMatrixLines(db, [cover]);
  if (lines.length === 0) return undefined;
  const cash = await sumCash(db, [cover]);
  return { fromEntry: cover.fromEntry, toEntry: cover.toEntry, cashFen: cash.cashInFen + cash.cashOutFen, totalFen: buildMatrix(lines).totals.totalFen };
}

function dayShiftOf({ reportNo, userName, openedAt, closedAt, floatFen, expectedFen, countedFen, overShortFen, bankedFen, totals }: ShiftReport): DayReport['shifts'][number] {
  return { reportNo, userName, openedAt, closedAt, floatFen, expectedFen, countedFen, overShortFen, bankedFen, totalFen: totals.totalFen };
}
