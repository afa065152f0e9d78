import { listHeldCash, sumCash } from '../../../../db/queries/shift-facts.ts';
import { findOpenShift, lastEntryNo } from '../../../../db/queries/shifts.ts';
import { sumFen } from '../../../../shared/domain/money.ts';
import { localDay } from '../../../../shared/domain/period.ts';
import { noteFaces, type NoteCount } from '../../../../shared/domain/shift.ts';
import type { Context } from '../../../context.ts';
import { closeDay } from '../../shifts/close-day.ts';
import { closeShift } from '../../shifts/close-shift.ts';
import { openShift } from '../../shifts/open-shift.ts';
import { clock, instantOf } from './desk.ts';
import type { Random } from './random.ts';
import { SMALLEST_COIN_FEN } from './take-payments.ts';
import type { Step } from './timeline.ts';

/** What stays in the drawer for the next day; undefined before its first shift. */
export type Drawer = { keptFen: number | undefined };

/** Kept for change; whole hundreds above it go to the bank. */
export const FLOAT_FEN = 50_000;
const BANKED_IN_FEN = 10_000;
const WITNESS = '顾明远';

/** Most days the count is right. In fen. */
const DIFFERENCES = [[0, 88], [-50, 3], [-500, 2], [-2_000, 1], [100, 4], [1_000, 2]] as const;

/** Opens and closes the cashier's shift, and then the day, on each day on which the desk did anything. */
export function planShifts(random: Random, drawer: Drawer, done: readonly { at: Date }[]): Step[] {
  const days = [...new Set(done.map(({ at }) => localDay(at)))].sort();
  return days.flatMap((day): Step[] => {
    const count = { differenceFen: random.weighted(DIFFERENCES), slipNo: random.digits(8) };
    return [
      { at: instantOf(day, clock('08:20')), by: 'cashier', run: async (context) => openShift(context, { floatFen: drawer.keptFen ?? (await countHeld(context)) }) },
      { at: instantOf(day, clock('17:40')), by: 'cashier', run: (context) => countDrawer(context, drawer, count) },
      { at: instantOf(day, clock('17:52')), by: 'manager', run: (context) => closeDay(context, { on: context.today, witness: WITNESS, note: '' }) },
    ];
  });
}

async function countHeld({ db }: Context): Promise<number> {
  return Math.max(0, sumFen((await listHeldCash(db)).map(({ amountFen }) => amountFen)));
}

/** Counts the drawer by note and coin, banks what is above the float, and closes the shift. */
async function countDrawer(context: Context, drawer: Drawer, { differenceFen, slipNo }: { differenceFen: number; slipNo: string }): Promise<void> {
  const { db, user } = context;
  const shift = await findOpenShift(db, user.userId);
  if (!shift) throw new RangeError('no shift is open');
  const { cashInFen, cashOutFen } = await sumCash(db, [{ userId: user.userId, fromEntry: shift.fromEntry, toEntry: await lastEntryNo(db) }]);
  const expectedFen = shift.floatFen + cashInFen + cashOutFen;
  const countedFen = Math.max(0, expectedFen - (expectedFen % SMALLEST_COIN_FEN) + differenceFen);
  const bankedFen = Math.max(0, Math.floor((countedFen - FLOAT_FEN) / BANKED_IN_FEN)) * BANKED_IN_FEN;
  const { keptFen } = await closeShift(context, { countedFen, notes: notesOf(countedFen), witness: WITNESS, bankedFen, slipNo: bankedFen > 0 ? slipNo : '', note: '' });
  drawer.keptFen = keptFen;
}

/** The fewest notes and coins that come to an amount. */
function notesOf(amountFen: number): NoteCount[] {
  let left = amountFen;
  return noteFaces.flatMap((faceFen) => {
    const pieces = Math.floor(left / faceFen);
    left -= pieces * faceFen;
    return pieces > 0 ? [{ faceFen, pieces }] : [];
  });
}
