import { insertRefund } from '../../../db/queries/payment-undo.ts';
import { findPayingHome, takeNumber } from '../../../db/queries/payments.ts';
import { listHeld, listHeldChanges } from '../../../db/queries/prepayments.ts';
import { postEntry } from '../../../db/ledger.ts';
import type { Db } from '../../../db/sql.ts';
import type { Fund } from '../../../shared/contract/ledger.ts';
import { fen, sumFen, type Fen } from '../../../shared/domain/money.ts';
import { bonusHeld, lapsedBonus } from '../../../shared/domain/promotion.ts';
import { refundableOf, splitRefund } from '../../../shared/domain/refund.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { refundPostings } from './postings.ts';
import { readRefundState, type RefundState, type UndoLine } from './refund-state.ts';
import { cancelLateBills, takeBack, UNDO, undoPayment } from './undo-payment.ts';

/**
 * Gives money back by the way it came: all of a payment, and then all that it did is undone by its mirror; or a part,
 * prepayment first, then the last lines, whose bills open again. With the last part, the late bills that the payment
 * made are cancelled too. Throws NO_SUCH_PAYMENT, PAYMENT_ALREADY_REVERSED, REFUND_EXCEEDS_PAYMENT.
 */
export const refundPayment: Handler<'payments.refund'> = async (context, { paymentId, amountFen, reason }) => {
  const state = await readRefundState(context.db, paymentId);
  const refundableFen = refundableOf(state.left);
  const refundedFen = fen(amountFen ?? refundableFen);
  if (state.whole && refundedFen === refundableFen) return { refundNo: await undoPayment(context, state, 'refund', reason), refundedFen, remainingFen: fen(0) };
  return { refundNo: await refundPart(context, state, refundedFen, reason), refundedFen, remainingFen: fen(refundableFen - refundedFen) };
};

async function refundPart(context: Context, state: RefundState, amountFen: Fen, reason: string): Promise<string> {
  const { db, user, now, today } = context;
  const { payment: { paymentNo, homeId, label, receiptNo, method, payer }, payment } = state;
  const part = splitRefund(amountFen, state.left);
  const bonusFen = lapsedBonus(state.bonusLeftFen, part.prepaidFen, state.left.prepaidFen);
  const byId = new Map(state.lines.map((line) => [line.billId, line]));
  const lines = part.lines.flatMap(({ billId, amountFen: partFen }): UndoLine[] => {
    const line = byId.get(billId);
    return line ? [{ ...line, amountFen: partFen }] : [];
  });
  await takeBack(context, payment, { prepaidFen: part.prepaidFen + bonusFen, lines });
  const refundNo = await takeNumber(db, UNDO.refund.series, today);
  const postings = refundPostings({ method, lines, held: [{ homeId, fund: 'property', amountFen: part.prepaidFen }], lapsed: { homeId, amountFen: bonusFen } });
  const entryId = await postEntry(db, { on: today, kind: 'refund', memo: `退款 ${label} ${receiptNo} ${refundNo}`, by: user.userId, at: now, postings });
  await insertRefund(db, { refundNo, paymentNo, homeId, method, amountFen, prepaidFen: part.prepaidFen, bonusFen, on: today, reason, payee: payer, userId: user.userId, userName: user.name, at: now.toISOString(), entryId, lines: part.lines });
  if (amountFen === refundableOf(state.left)) await cancelLateBills(context, payment, `退款 ${receiptNo}`);
  return refundNo;
}

/** What a home holds and can be given: its own money by fund, and what promotions added to it. */
export type Unserved = { byFund: { fund: Fund; amountFen: number }[]; refundableFen: Fen; bonusFen: Fen };

export async function readUnserved(db: Db, homeId: number): Promise<Unserved> {
  const held = await listHeld(db, homeId);
  const { heldFen: bonusFen } = bonusHeld((await listHeldChanges(db, [homeId])).get(homeId) ?? []);
  const byFund = [...held].map(([fund, amountFen]) => ({ fund, amountFen: fund === 'property' ? amountFen - bonusFen : amountFen })).filter(({ amountFen }) => amountFen > 0);
  return { byFund, refundableFen: sumFen(byFund.map(({ amountFen }) => amountFen)), bonusFen };
}

/**
 * Gives back what a home holds and no bill has used: the fund `property` first. A promotion's bonus is not paid out;
 * it lapses in the measure in which the money beside it is given back. Throws NO_SUCH_HOME, REFUND_EXCEEDS_PREPAYMENT.
 */
export const refundPrepayment: Handler<'payments.refundPrepayment'> = async (context, { homeId, amountFen, method, payee, reason }) => {
  const { db, user, now, today } = context;
  const home = await findPayingHome(db, homeId, today);
  if (!home) throw new AppError('NO_SUCH_HOME', { homeId });
  const { byFund, refundableFen, bonusFen: givenFen } = await readUnserved(db, homeId);
  const refundedFen = fen(amountFen ?? refundableFen);
  if (refundedFen > refundableFen || refundableFen === 0) throw new AppError('REFUND_EXCEEDS_PREPAYMENT', { refundableFen });
  let restFen: number = refundedFen;
  const held = byFund.map(({ fund, amountFen: mostFen }) => {
    const partFen = Math.min(restFen, mostFen);
    restFen -= partFen;
    return { homeId, fund, amountFen: partFen };
  });
  const ofProperty = (list: readonly { fund: Fund; amountFen: number }[]): number => list.find(({ fund }) => fund === 'property')?.amountFen ?? 0;
  const bonusFen = lapsedBonus(givenFen, ofProperty(held), ofProperty(byFund));
  const refundNo = await takeNumber(db, UNDO.refund.series, today);
  const entryId = await postEntry(db, { on: today, kind: 'refund', memo: `退预收 ${home.label} ${refundNo}`, by: user.userId, at: now, postings: refundPostings({ method, lines: [], held, lapsed: { homeId, amountFen: bonusFen } }) });
  await insertRefund(db, { refundNo, paymentNo: null, homeId, method, amountFen: refundedFen, prepaidFen: refundedFen, bonusFen, on: today, reason, payee: payee || home.ownerName, userId: user.userId, userName: user.name, at: now.toISOString(), entryId, lines: [] });
  return { refundNo, refundedFen, lapsedBonusFen: bonusFen, prepaidFen: fen(home.prepaidFen - refundedFen - bonusFen) };
};
