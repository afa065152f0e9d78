import { countDays, countShifts, coverStart, findDayByReport, findOpenShift, findShift, findShiftByReport, lastEntryNo, listDays as listDayRows, listShifts as listShiftRows, type ShiftRow } from '../../../db/queries/shifts.ts';
import { dayReport, shiftReport } from '../../../shared/contract/shifts.ts';
import { expectedCash } from '../../../shared/domain/shift.ts';
import { AppError } from '../../../shared/errors.ts';
import type { SignedInUser, Handler } from '../../context.ts';
import { factsOf } from './shift-facts.ts';

export const currentShift: Handler<'shifts.current'> = async ({ db, user, today }) => {
  const shift = await findOpenShift(db, user.userId);
  const fromEntry = shift?.fromEntry ?? await coverStart(db, user.userId, today);
  const facts = await factsOf(db, [{ userId: user.userId, fromEntry, toEntry: await lastEntryNo(db) }]);
  if (!shift) return { shift: null, ...facts };
  const { shiftId, openedAt, openedOn, floatFen } = shift;
  return { shift: { shiftId, openedAt, openedOn, floatFen, expectedFen: expectedCash(floatFen, [facts.cashInFen, facts.cashOutFen]) }, ...facts };
};

/** A cashier looks at one's own; whoever answers for the books at all. */
const seesAll = ({ role }: SignedInUser): boolean => role !== 'cashier';

export const listShifts: Handler<'shifts.list'> = async ({ db, user }, { limit, after, ...asked }) => {
  const filter = seesAll(user) ? asked : { ...asked, userId: user.userId };
  const items = await listShiftRows(db, filter, { before: after ?? Number.MAX_SAFE_INTEGER, limit: limit + 1 });
  const total = await countShifts(db, filter);
  const page = items.slice(0, limit);
  return items.length > limit ? { items: page, total, next: page.at(-1)?.shiftId } : { items: page, total };
};

export const getReport: Handler<'shifts.get'> = async ({ db, user }, { reportNo = '', shiftId }) => {
  const shift = shiftId === undefined ? await findShiftByReport(db, reportNo) : await findShift(db, shiftId);
  if (shift) return { kind: 'shift', report: frozenReport(shift, user) };
  if (shiftId !== undefined) throw new AppError('NO_SUCH_SHIFT', { shiftId });
  const day = await findDayByReport(db, reportNo);
  if (!day) throw new AppError('NO_SUCH_REPORT', { reportNo });
  return { kind: 'day', report: dayReport.parse(JSON.parse(day.report)) };
};

function frozenReport(shift: ShiftRow, user: SignedInUser) {
  if (shift.userId !== user.userId && !seesAll(user)) throw new AppError('SHIFT_OF_ANOTHER', { userName: shift.userName });
  if (shift.report === null) throw new AppError('SHIFT_NOT_CLOSED', { shiftId: shift.shiftId });
  return shiftReport.parse(JSON.parse(shift.report));
}

export const listDays: Handler<'shifts.listDays'> = async ({ db }, { limit, after, ...filter }) => {
  const items = await listDayRows(db, filter, { before: after ?? '9', limit: limit + 1 });
  const total = await countDays(db, filter);
  const page = items.slice(0, limit);
  return items.length > limit ? { items: page, total, next: page.at(-1)?.on } : { items: page, total };
};
