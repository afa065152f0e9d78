import { listOpenBills } from '../../../../db/queries/bills.ts';
import type { PaymentMethod } from '../../../../shared/contract/payments.ts';
import { sumFen } from '../../../../shared/domain/money.ts';
import { localDay } from '../../../../shared/domain/period.ts';
import type { Context } from '../../../context.ts';
import { registerPayment } from '../../payments/register-payment.ts';
import type { HomeAccount } from './accounts.ts';
import type { Plot } from './plot.ts';
import type { Random } from './random.ts';
import { transactionNoOf } from './take-payments.ts';

export type DeskPayment = { paymentId: string; account: HomeAccount; method: PaymentMethod; transactionNo: string | null };

/** A payment to come, with the numbers that the channel will give it. `settles`: all that the home owes. */
export function planPayment({ random, paying }: Plot, account: HomeAccount, at: Date, method: PaymentMethod, settles = true): DeskPayment {
  if (settles) paying.add(account);
  return { paymentId: random.uuid(), account, method, transactionNo: transactionNoOf(random, method, localDay(at), account.homeId) };
}

/** Registers what a home owes by now, with that of other homes and months paid ahead; nothing where nothing is owed. */
export async function payAtDesk(context: Context, { paymentId, account, method, transactionNo }: DeskPayment, { aheadFen = 0, also = [], only }: { aheadFen?: number; also?: readonly HomeAccount[]; /** Code of a fee item. */ only?: string } = {}): Promise<void> {
  const bills = [];
  for (const { homeId } of [account, ...also]) bills.push(...(await listOpenBills(context.db, homeId)));
  const lines = bills.filter(({ item }) => only === undefined || item === only).map(({ billId, openFen }) => ({ billId, amountFen: openFen }));
  const amountFen = sumFen(lines.map((line) => line.amountFen)) + aheadFen;
  if (amountFen === 0) return;
  await registerPayment(context, {
    paymentId, homeId: account.homeId, receivedOn: context.today, method, amountFen, lines, ...(transactionNo === null ? {} : { transactionNo }), ...(method === 'cash' ? { tenderedFen: amountFen } : {}),
  });
}

/** Registers all that a company owes as one transfer; nothing where nothing is owed. */
export async function payCompany(context: Context, companyId: number, { paymentId, random }: { paymentId: string; random: Random }): Promise<void> {
  const lines = (await listOpenBills(context.db, companyId)).map(({ billId, openFen }) => ({ billId, amountFen: openFen }));
  const amountFen = sumFen(lines.map((line) => line.amountFen));
  if (amountFen === 0) return;
  const transactionNo = transactionNoOf(random, 'transfer', context.today, companyId);
  await registerPayment(context, { paymentId, homeId: companyId, receivedOn: context.today, method: 'transfer', amountFen, lines, ...(transactionNo === null ? {} : { transactionNo }) });
}
