import { listPrepaidUses, type PrepaidUse } from '../../../db/queries/bills.ts';
import { findReversal, listRefunds, sumRefundLines } from '../../../db/queries/payment-undo.ts';
import { findPayment, listReceiptLines, type PaymentRow } from '../../../db/queries/payments.ts';
import { listHeld, listHeldChanges } from '../../../db/queries/prepayments.ts';
import type { Db } from '../../../db/sql.ts';
import type { Fund } from '../../../shared/contract/ledger.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { bonusHeld } from '../../../shared/domain/promotion.ts';
import { refundableOf, type Refundable } from '../../../shared/domain/refund.ts';
import { AppError } from '../../../shared/errors.ts';
import type { LineForBooks } from './postings.ts';

/** What a home holds in a fund and could hold: its bills give back what they were paid from it. */
export type Pool = { homeId: number; fund: Fund; heldFen: number; uses: PrepaidUse[]; /** Of both, given by promotions. */ bonusFen: number };
/** A line of the receipt; a cancelled bill's money is held for its home now. `amountFen` is what was not given back. */
export type UndoLine = LineForBooks & { cancelled: boolean };

/** What of a payment can still be undone. */
export type RefundState = {
  payment: PaymentRow; lines: readonly UndoLine[]; left: Refundable; bonusLeftFen: number;
  /** Nothing was given back, by this payment or out of the home's prepayment: all can be undone by its mirror. */ whole: boolean;
  /** Given back already, or lapsed. */ goneFen: number;
};

/** Throws NO_SUCH_PAYMENT, PAYMENT_ALREADY_REVERSED. */
export async function readRefundState(db: Db, paymentId: string): Promise<RefundState> {
  const payment = await findPayment(db, paymentId);
  if (!payment) throw new AppError('NO_SUCH_PAYMENT', { paymentId });
  const earlier = await findReversal(db, payment.paymentNo);
  if (earlier) throw new AppError('PAYMENT_ALREADY_REVERSED', { reversalNo: earlier.reversalNo });
  const refunds = await listRefunds(db, payment.paymentNo);
  const refunded = await sumRefundLines(db, payment.paymentNo);
  const lines = (await listReceiptLines(db, payment.paymentNo))
    .map(({ billId, homeId, fund, amountFen, cancelled }): UndoLine => ({ billId, homeId, fund, amountFen: amountFen - (refunded.get(billId) ?? 0), cancelled: cancelled === 1 }))
    .filter(({ amountFen }) => amountFen > 0);
  const prepaidFen = payment.prepaidFen - sumFen(refunds.map((refund) => refund.prepaidFen));
  const bonusFen = payment.bonusFen - sumFen(refunds.map((refund) => refund.bonusFen));
  const wallet = await openWallet(db, payment, { prepaidFen, bonusFen, lines });
  const left = { prepaidFen: wallet.take(payment.homeId, 'property', prepaidFen), lines: leftOf(lines, wallet) };
  const bonusLeftFen = Math.min(bonusFen, wallet.bonusFen);
  const goneFen = payment.amountFen - refundableOf(left) + payment.bonusFen - bonusLeftFen;
  return { payment, lines, left, bonusLeftFen, whole: goneFen === 0, goneFen };
}

/** From the last line backwards, as they are given back; a cancelled bill's only as far as its home still has it. */
function leftOf(lines: readonly UndoLine[], wallet: Wallet): { billId: number; amountFen: number }[] {
  const backwards = [...lines].reverse().map(({ billId, homeId, fund, amountFen, cancelled }) => ({ billId, amountFen: cancelled ? wallet.take(homeId, fund, amountFen) : amountFen }));
  return backwards.reverse().filter(({ amountFen }) => amountFen > 0);
}

type Wallet = { take: (homeId: number, fund: Fund, wantedFen: number) => number; bonusFen: number };

/** The owners' own money in the pools that undoing would draw on, to be taken from as it is planned. */
async function openWallet(db: Db, payment: PaymentRow, { prepaidFen, bonusFen, lines }: { prepaidFen: number; bonusFen: number; lines: readonly UndoLine[] }): Promise<Wallet> {
  const ahead = prepaidFen + bonusFen > 0 ? [{ homeId: payment.homeId, fund: 'property' as const }] : [];
  const pools = await readPools(db, [...ahead, ...lines.filter(({ cancelled }) => cancelled)]);
  const left = new Map([...pools].map(([key, { heldFen, uses, bonusFen: given }]) => [key, heldFen + sumFen(uses.map(({ usedFen }) => usedFen)) - given]));
  return {
    bonusFen: pools.get(keyOf({ homeId: payment.homeId, fund: 'property' }))?.bonusFen ?? 0,
    take: (homeId, fund, wantedFen) => {
      const key = keyOf({ homeId, fund });
      const takenFen = Math.min(wantedFen, Math.max(0, left.get(key) ?? 0));
      left.set(key, (left.get(key) ?? 0) - takenFen);
      return takenFen;
    },
  };
}

export const keyOf = ({ homeId, fund }: { homeId: number; fund: Fund }): string => `${String(homeId)}/${fund}`;

/** The pools of these homes and funds, each once. */
export async function readPools(db: Db, wanted: readonly { homeId: number; fund: Fund }[]): Promise<Map<string, Pool>> {
  const pools = new Map<string, Pool>();
  for (const { homeId, fund } of wanted) {
    if (pools.has(keyOf({ homeId, fund }))) continue;
    const heldFen = (await listHeld(db, homeId)).get(fund) ?? 0;
    const uses = (await listPrepaidUses(db, homeId)).filter((use) => use.fund === fund);
    const changes = fund === 'property' ? (await listHeldChanges(db, [homeId])).get(homeId) : undefined;
    const bonus = changes ? bonusHeld(changes) : { heldFen: 0, servedFen: 0 };
    pools.set(keyOf({ homeId, fund }), { homeId, fund, heldFen, uses, bonusFen: bonus.heldFen + bonus.servedFen });
  }
  return pools;
}
