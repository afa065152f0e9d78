import { findTopUp, insertPayBack, listPayBacks, listTopUps, type PayBackRow } from '../../../../db/queries/charging-accounts.ts';
import { takeNumber } from '../../../../db/queries/payments.ts';
import { findClosingReport } from '../../../../db/queries/shifts.ts';
import { postEntry, reverseEntry } from '../../../../db/ledger.ts';
import { partsOfPayback } from '../../../../shared/domain/charging-plan.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Handler } from '../../../context.ts';
import { MONEY_ACCOUNT } from '../../payments/postings.ts';
import { PREPAID_ACCOUNT } from './pay-sessions.ts';
import { needAccount } from './top-up.ts';

export const PAYBACK_SERIES = 'CT';
type Part = Pick<PayBackRow, 'returnNo' | 'ofReceiptNo' | 'method' | 'amountFen'>;
const partOf = ({ returnNo, ofReceiptNo, method, amountFen }: Part): Part => ({ returnNo, ofReceiptNo, method, amountFen });

/** The rest goes back to its source: the latest top-ups first, each by the way it came, each with its own entry and slip. */
export const payBack: Handler<'charging.payBack'> = async (context, { payBackId, accountId, amountFen: asked, reason, payee }) => {
  const { db, user, now, today } = context;
  const account = await needAccount(context, accountId);
  const earlier = await listPayBacks(db, { payBackId });
  if (earlier.length > 0) {
    if (earlier.some((one) => one.accountId !== accountId)) throw new AppError('PAYMENT_ID_REUSED', { paymentId: payBackId });
    return { parts: earlier.map(partOf), balanceFen: account.balanceFen };
  }
  const amountFen = asked ?? account.balanceFen;
  if (amountFen <= 0 || amountFen > account.balanceFen) throw new AppError('PAYBACK_ABOVE_BALANCE', { balanceFen: account.balanceFen });
  const parts: Part[] = [];
  for (const part of partsOfPayback(amountFen, await listTopUps(db, accountId))) {
    const { topUpNo, method, receiptNo: ofReceiptNo, payer } = part.topUp;
    const returnNo = await takeNumber(db, PAYBACK_SERIES, today);
    const entryId = await postEntry(db, {
      on: today, kind: 'charging-payback', memo: `退充电预存 ${account.cardNo} ${ofReceiptNo} ${returnNo}`, by: user.userId, at: now,
      postings: [{ account: PREPAID_ACCOUNT, fund: 'common', amountFen: part.amountFen }, { account: MONEY_ACCOUNT[method], fund: 'common', amountFen: -part.amountFen }],
    });
    await insertPayBack(db, { payBackId, topUpNo, kind: 'payback', amountFen: part.amountFen, on: today, method, reason, payee: payee || payer, returnNo, entryId }, { userId: user.userId, userName: user.name, at: now.toISOString() });
    parts.push({ returnNo, ofReceiptNo, method, amountFen: part.amountFen });
  }
  return { parts, balanceFen: account.balanceFen - amountFen };
};

const VOID_SERIES = 'ZF';

/** Takes back a wrong top-up of today that no closed report contains: a cashier's own, the manager any, and only while all of it is there. */
export const voidTopUp: Handler<'charging.voidTopUp'> = async (context, { topUpId, reason }) => {
  const { db, user, now, today } = context;
  const topUp = await findTopUp(db, topUpId);
  if (!topUp) throw new AppError('NO_SUCH_TOPUP', { no: topUpId });
  const { topUpNo, accountId, amountFen, leftFen, method, receiptNo, cashier, registeredOn, userId, entryId: taken, payer, cardNo } = topUp;
  if (user.role === 'cashier' && userId !== user.userId) throw new AppError('PAYMENT_OF_ANOTHER', { cashier });
  if (registeredOn !== today) throw new AppError('NOT_TODAY', { registeredOn, today });
  const reportNo = await findClosingReport(db, { userId, entryId: taken });
  if (reportNo !== undefined) throw new AppError('DAY_CLOSED', { reportNo });
  if (leftFen < amountFen) throw new AppError('PAYMENT_PARTLY_REFUNDED', { refundedFen: amountFen - leftFen });
  const { balanceFen } = await needAccount(context, accountId);
  if (balanceFen < amountFen) throw new AppError('PAYBACK_ABOVE_BALANCE', { balanceFen });
  const voidNo = await takeNumber(db, VOID_SERIES, today);
  const entryId = await reverseEntry(db, taken, { on: today, memo: `作废 充电预存 ${cardNo} ${receiptNo} ${voidNo}`, by: user.userId, at: now });
  await insertPayBack(db, { payBackId: topUpId, topUpNo, kind: 'void', amountFen, on: today, method, reason, payee: payer, returnNo: voidNo, entryId }, { userId: user.userId, userName: user.name, at: now.toISOString() });
  return { receiptNo, voidNo, balanceFen: balanceFen - amountFen };
};
