import { insertPayBack, listPayBacks, listTopUps, type PayBackRow } from '../../../../db/queries/charging-accounts.ts';
import { takeNumber } from '../../../../db/queries/payments.ts';
import { postEntry } from '../../../../db/ledger.ts';
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
    await insertPayBack(db, { payBackId, topUpNo, amountFen: part.amountFen, on: today, method, reason, payee: payee || payer, returnNo, entryId }, { userId: user.userId, userName: user.name, at: now.toISOString() });
    parts.push({ returnNo, ofReceiptNo, method, amountFen: part.amountFen });
  }
  return { parts, balanceFen: account.balanceFen - amountFen };
};
