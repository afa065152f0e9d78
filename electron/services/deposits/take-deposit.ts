import { findDeposit, insertDeposit } from '../../../db/queries/deposits.ts';
import { secureLease } from '../../../db/queries/lease-changes.ts';
import { findLease } from '../../../db/queries/leases.ts';
import { findPayingHome, takeNumber } from '../../../db/queries/payments.ts';
import { postEntry } from '../../../db/ledger.ts';
import { fen } from '../../../shared/domain/money.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { MONEY_ACCOUNT } from '../payments/postings.ts';
import { checkMoney } from '../payments/register-payment.ts';

export const DEPOSIT_SERIES = 'YJ';
export const DEPOSIT_ACCOUNT = '2241.01';

/**
 * Takes a deposit into the fund `deposit`: it is owed back, and is no income. The same depositId again answers the same
 * receipt. Throws NO_SUCH_HOME, NO_SUCH_LEASE (it is another's), PAYMENT_ID_REUSED and what all money is refused for.
 */
export const takeDeposit: Handler<'deposits.take'> = async (context, input) => {
  const { db, user, now, today } = context;
  const { depositId, homeId, kind, amountFen, receivedOn, method, transactionNo = '', payer, note = '', leaseId } = input;
  const earlier = await findDeposit(db, depositId);
  if (earlier) {
    if (earlier.homeId !== homeId || earlier.amountFen !== amountFen) throw new AppError('PAYMENT_ID_REUSED', { paymentId: depositId });
    return { receiptNo: earlier.receiptNo, heldFen: fen(amountFen - earlier.returnedFen - earlier.retainedFen) };
  }
  const home = await findPayingHome(db, homeId, receivedOn);
  if (!home) throw new AppError('NO_SUCH_HOME', { homeId });
  if (leaseId !== undefined && (await findLease(db, leaseId))?.homeId !== homeId) throw new AppError('NO_SUCH_LEASE', { leaseId });
  await checkMoney(context, { receivedOn, method, amountFen, transactionNo }, home);
  const { label, ownerName, officeName, officePhone } = home;
  const receiptNo = await takeNumber(db, DEPOSIT_SERIES, today);
  const entryId = await postEntry(db, {
    on: receivedOn, kind: 'deposit', memo: `押金 ${label} ${receiptNo}`, by: user.userId, at: now,
    postings: [{ account: MONEY_ACCOUNT[method], fund: 'deposit', amountFen }, { account: DEPOSIT_ACCOUNT, fund: 'deposit', homeId, amountFen: -amountFen }],
  });
  await insertDeposit(db, { depositId, homeId, kind, amountFen, receivedOn, method, transactionNo: transactionNo || null, payer: payer || ownerName, note, receiptNo, label, officeName, officePhone, cashier: user.name, userId: user.userId, registeredAt: now.toISOString(), registeredOn: today, entryId });
  if (leaseId !== undefined) await secureLease(db, leaseId, depositId);
  return { receiptNo, heldFen: fen(amountFen) };
};
