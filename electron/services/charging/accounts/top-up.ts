import { findAccount, findTopUp, insertTopUp, type AccountRow } from '../../../../db/queries/charging-accounts.ts';
import { getEstate } from '../../../../db/queries/estate.ts';
import { takeNumber } from '../../../../db/queries/payments.ts';
import type { Db } from '../../../../db/sql.ts';
import { postEntry } from '../../../../db/ledger.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Handler } from '../../../context.ts';
import { MONEY_ACCOUNT } from '../../payments/postings.ts';
import { checkMoney } from '../../payments/register-payment.ts';
import { PREPAID_ACCOUNT } from './pay-sessions.ts';

export const TOPUP_SERIES = 'CZ';

/** Throws NO_SUCH_CHARGING_ACCOUNT. */
export async function needAccount({ db, today }: { db: Db; today: string }, accountId: number): Promise<AccountRow> {
  const account = await findAccount(db, accountId, today);
  if (!account) throw new AppError('NO_SUCH_CHARGING_ACCOUNT', { accountId });
  return account;
}

/** Takes money ahead: it is owed until it is charged, and no income. */
export const topUp: Handler<'charging.topUp'> = async (context, input) => {
  const { db, user, now, today } = context;
  const { topUpId, accountId, amountFen, receivedOn, method, transactionNo = '', payer } = input;
  const account = await needAccount(context, accountId);
  const earlier = await findTopUp(db, topUpId);
  if (earlier) {
    if (earlier.accountId !== accountId || earlier.amountFen !== amountFen) throw new AppError('PAYMENT_ID_REUSED', { paymentId: topUpId });
    return { receiptNo: earlier.receiptNo, balanceFen: account.balanceFen };
  }
  const { opensOn, officeName, phone } = await getEstate(db);
  await checkMoney(context, { receivedOn, method, amountFen, transactionNo }, { opensOn });
  const receiptNo = await takeNumber(db, TOPUP_SERIES, today);
  const entryId = await postEntry(db, {
    on: receivedOn, kind: 'charging-topup', memo: `充电预存 ${account.cardNo} ${receiptNo}`, by: user.userId, at: now,
    postings: [{ account: MONEY_ACCOUNT[method], fund: 'common', amountFen }, { account: PREPAID_ACCOUNT, fund: 'common', amountFen: -amountFen }],
  });
  const { cardNo, label, holder, balanceFen } = account;
  await insertTopUp(db, { topUpId, accountId, amountFen, receivedOn, method, transactionNo: transactionNo || null, payer: payer || holder, cardNo, label, receiptNo, officeName, officePhone: phone, cashier: user.name, userId: user.userId, registeredAt: now.toISOString(), registeredOn: today, entryId });
  return { receiptNo, balanceFen: balanceFen + amountFen };
};
