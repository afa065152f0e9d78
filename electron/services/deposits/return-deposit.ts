import { findDeposit, insertReturn } from '../../../db/queries/deposits.ts';
import { takeNumber } from '../../../db/queries/payments.ts';
import { postEntry, type Posting } from '../../../db/ledger.ts';
import { fen } from '../../../shared/domain/money.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { MONEY_ACCOUNT } from '../payments/postings.ts';
import { DEPOSIT_ACCOUNT } from './take-deposit.ts';

export const RETURN_SERIES = 'YT';
/** What is kept of a deposit is the property office's income. */
const RETAINED_ACCOUNT = '5051';

/**
 * Gives a deposit back, whole or in part. What is retained stays on the account where the deposit lies, but leaves the
 * fund `deposit` for `property` and becomes income there. Throws NO_SUCH_DEPOSIT, RETURN_EXCEEDS_DEPOSIT.
 */
export const returnDeposit: Handler<'deposits.return'> = async (context, input) => {
  const { db, user, now, today } = context;
  const deposit = await findDeposit(db, input.depositId);
  if (!deposit) throw new AppError('NO_SUCH_DEPOSIT', { depositId: input.depositId });
  const { depositNo, homeId, label, receiptNo } = deposit;
  const { retainedFen, method = deposit.method, reason } = input;
  const heldFen = deposit.amountFen - deposit.returnedFen - deposit.retainedFen;
  const returnedFen = input.returnedFen ?? Math.max(0, heldFen - retainedFen);
  const leavesFen = returnedFen + retainedFen;
  if (leavesFen === 0 || leavesFen > heldFen) throw new AppError('RETURN_EXCEEDS_DEPOSIT', { heldFen });
  const lies = MONEY_ACCOUNT[deposit.method];
  const postings: Posting[] = [
    { account: DEPOSIT_ACCOUNT, fund: 'deposit', homeId, amountFen: leavesFen },
    { account: MONEY_ACCOUNT[method], fund: 'deposit', amountFen: -returnedFen },
    { account: lies, fund: 'deposit', amountFen: -retainedFen },
    { account: lies, fund: 'property', amountFen: retainedFen },
    { account: RETAINED_ACCOUNT, fund: 'property', amountFen: -retainedFen },
  ];
  const returnNo = await takeNumber(db, RETURN_SERIES, today);
  const entryId = await postEntry(db, { on: today, kind: 'deposit-return', memo: `退押金 ${label} ${receiptNo} ${returnNo}`, by: user.userId, at: now, postings: postings.filter(({ amountFen }) => amountFen !== 0) });
  await insertReturn(db, { depositNo, returnNo, on: today, returnedFen, retainedFen, method, reason, payee: input.payee || deposit.payer, userId: user.userId, by: user.name, at: now.toISOString(), entryId });
  return { returnNo, returnedFen: fen(returnedFen), retainedFen: fen(retainedFen), heldFen: fen(heldFen - leavesFen) };
};
