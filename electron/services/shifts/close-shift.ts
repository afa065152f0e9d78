import { listCashByFund, listHeldCash, type Cover } from '../../../db/queries/shift-facts.ts';
import { closeShiftRow, findOpenShift, findShift, lastEntryNo, type ShiftRow } from '../../../db/queries/shifts.ts';
import { formatNumber, takeNumbers } from '../../../db/queries/payments.ts';
import { findUser } from '../../../db/queries/users.ts';
import { postEntry } from '../../../db/ledger.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { Fund } from '../../../shared/contract/ledger.ts';
import type { ShiftReport } from '../../../shared/contract/shifts.ts';
import { expectedCash, splitBanked, sumNotes, tidyNotes } from '../../../shared/domain/shift.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { factsOf, officeOf } from './shift-facts.ts';

export const SHIFT_SERIES = 'JB';

type CloseInput = Input<'shifts.close'>;

/**
 * Closes a shift: what lies in the drawer against what must, the difference posted as over (5301) or short (5711), banked
 * cash posted fund by fund, and the report frozen under its number. Everything of the close stays inside the shift.
 */
export const closeShift: Handler<'shifts.close'> = async (context, input) => {
  const { db, now, today } = context;
  const shift = await shiftToClose(context, input.shiftId);
  checkCount(input, shift);
  const cover: Cover = { userId: shift.userId, fromEntry: shift.fromEntry, toEntry: await lastEntryNo(db) };
  const facts = await factsOf(db, [cover]);
  const expectedFen = expectedCash(shift.floatFen, [facts.cashInFen, facts.cashOutFen]);
  const overShortFen = input.countedFen - expectedFen;
  const year = Number(today.slice(0, 4));
  const reportNo = formatNumber(SHIFT_SERIES, year, await takeNumbers(db, SHIFT_SERIES, year, 1));
  await postDifference(context, shift, reportNo, overShortFen);
  const banked = await postBanking(context, shift, cover, reportNo, input);
  const closedAt = now.toISOString();
  const toEntry = await lastEntryNo(db);
  const keptFen = input.countedFen - input.bankedFen;
  const report: ShiftReport = {
    ...facts, ...await officeOf(db), reportNo, shiftId: shift.shiftId, userName: shift.userName, closedBy: context.user.name, witness: input.witness, openedAt: shift.openedAt, closedAt, fromEntry: shift.fromEntry, toEntry,
    floatFen: shift.floatFen, expectedFen, countedFen: input.countedFen, overShortFen, notes: tidyNotes(input.notes ?? []), bankedFen: input.bankedFen, slipNo: input.slipNo, banked, keptFen, note: input.note,
  };
  await closeShiftRow(db, { shiftId: shift.shiftId, toEntry, closedAt, closedOn: today, reportNo, expectedFen, countedFen: input.countedFen, bankedFen: input.bankedFen, totalFen: facts.totals.totalFen, witness: input.witness, report: JSON.stringify(report) });
  return { expectedFen, overShortFen, reportNo, shiftId: shift.shiftId, countedFen: input.countedFen, bankedFen: input.bankedFen, keptFen };
};

async function shiftToClose({ db, user }: Context, shiftId: number | undefined): Promise<ShiftRow> {
  const shift = shiftId === undefined ? await findOpenShift(db, user.userId) : await findShift(db, shiftId);
  if (!shift) throw shiftId === undefined ? new AppError('SHIFT_NOT_OPEN', {}) : new AppError('NO_SUCH_SHIFT', { shiftId });
  if (shift.userId !== user.userId) {
    // Who was switched off cannot come back to count; without this the day could never be closed.
    const gone = user.role === 'manager' && !(await findUser(db, shift.userId))?.active;
    if (!gone) throw new AppError('SHIFT_OF_ANOTHER', { userName: shift.userName });
  }
  if (shift.reportNo !== null) throw new AppError('SHIFT_CLOSED', { reportNo: shift.reportNo });
  return shift;
}

function checkCount({ countedFen, notes, bankedFen, witness }: CloseInput, shift: ShiftRow): void {
  const notesFen = notes ? sumNotes(notes) : countedFen;
  if (notesFen !== countedFen) throw new AppError('COUNT_DIFFERS', { countedFen, notesFen });
  if (bankedFen > countedFen) throw new AppError('BANKED_EXCEEDS_CASH', { bankedFen, cashFen: countedFen });
  if (witness === shift.userName) throw new AppError('WITNESS_IS_CASHIER', { name: witness });
}

/** Cash is the property company's loss or gain: the other funds are owed what was receipted. */
async function postDifference({ db, now, today }: Context, shift: ShiftRow, reportNo: string, overShortFen: number): Promise<void> {
  if (overShortFen === 0) return;
  const against = overShortFen > 0 ? '5301' : '5711';
  await postEntry(db, {
    on: today, kind: 'shift', memo: `${overShortFen > 0 ? '长款' : '短款'} ${reportNo} ${shift.userName}`, by: shift.userId, at: now,
    postings: [{ account: '1001', fund: 'property', amountFen: overShortFen }, { account: against, fund: 'property', amountFen: -overShortFen }],
  });
}

async function postBanking({ db, now, today }: Context, shift: ShiftRow, cover: Cover, reportNo: string, { bankedFen, slipNo }: CloseInput): Promise<ShiftReport['banked']> {
  if (bankedFen === 0) return [];
  const parts = splitBanked(bankedFen, await listCashByFund(db, [cover]), await listHeldCash(db)).map((part) => ({ ...part, account: part.fund === 'common' ? '1002.02' : '1002.01' }));
  const postings = parts.flatMap(({ fund, account, amountFen }) => [{ account, fund: fund as Fund, amountFen }, { account: '1001', fund: fund as Fund, amountFen: -amountFen }]);
  await postEntry(db, { on: today, kind: 'banking', memo: `解款 ${reportNo}${slipNo ? ` 缴款单 ${slipNo}` : ''}`, by: shift.userId, at: now, postings });
  return parts;
}
