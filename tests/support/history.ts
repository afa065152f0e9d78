import type { Output } from '../../shared/contract/index.ts';
import { givenHomes, openBills, pay, type GivenHome } from './builders.ts';
import { givenLateFees, givenPromotion } from './balances.ts';
import { paymentId, type TestCaller } from './open-office.ts';

export type Posting = Output<'ledger.listPostings'>['items'][number];

/** A small office with something of every kind in its books: arrears, bills, parts, prepayment, reversals, an older day. */
export async function givenHistory(office: TestCaller): Promise<GivenHome[]> {
  const homes = await givenHomes(office, [{ arrearsFen: 12_345 }, {}, { building: '4', areaDm2: 12_603 }, { status: '未售' }]);
  const [first, second, third] = homes as [GivenHome, GivenHome, GivenHome];
  await office.get('fees.issueBills', { month: '2026-09', commit: true });
  const [arrears, fee] = await openBills(office, first);
  await office.get('payments.register', pay(first, undefined, 20_000, { lines: [{ billId: arrears?.billId ?? 0, amountFen: 12_345 }, { billId: fee?.billId ?? 0, amountFen: 7_655 }] }));
  await office.get('payments.register', pay(second, undefined, 40_000, { method: 'wechat', receivedOn: '2026-09-20' }));
  const wrong = pay(third, (await openBills(office, third))[0], 905, { method: 'transfer', transactionNo: 'T-1', receivedOn: '2026-10-02' });
  await office.get('payments.register', wrong);
  await office.get('payments.reverse', { paymentId: wrong.paymentId, reason: '串户' });
  for (const month of ['2026-10', '2026-11']) await office.get('fees.issueBills', { month, commit: true });
  return homes;
}

/**
 * More of the same office: late fees and a bonus, a void, refunds whole and in part and of what is held, a deposit kept
 * in part, a cancelled and a waived bill, an invoice.
 */
export async function givenUndoneHistory(office: TestCaller): Promise<void> {
  const [first, second, third] = (await givenHistory(office)) as [GivenHome, GivenHome, GivenHome];
  await givenLateFees(office);
  await givenPromotion(office, { months: 1 });
  const [fee] = await openBills(office, first);
  const billId = fee?.billId ?? 0;
  await office.get('payments.register', pay(first, undefined, 22_400, { lines: [{ billId, amountFen: 7_000 }], lateFees: [{ billId, amountFen: 100 }] }));
  const paid = pay(first, undefined, 16_000, { lines: [{ billId: (await openBills(office, first))[0]?.billId ?? 0, amountFen: 300 }], method: 'card' });
  await office.get('payments.register', paid);
  await office.get('payments.refund', { paymentId: paid.paymentId, amountFen: 15_900, reason: '多收' });
  await office.get('payments.markInvoiced', { paymentId: paid.paymentId, invoiceNo: 'FP-1' });
  await office.get('payments.refundPrepayment', { homeId: second.homeId, method: 'cash', amountFen: 1_000, reason: '搬走' });
  for (const endpoint of ['payments.void', 'payments.refund'] as const) {
    const wrong = pay(third, (await openBills(office, third))[0], 905);
    await office.get('payments.register', wrong);
    await office.get(endpoint, { paymentId: wrong.paymentId, reason: '串户' });
  }
  const [waived, cancelled] = await openBills(office, third);
  const { waiverId } = await office.get('fees.requestWaiver', { billId: waived?.billId ?? 0, amountFen: 500, reason: '漏水' });
  await office.get('fees.approveWaiver', { waiverId });
  await office.get('fees.cancelBill', { billId: cancelled?.billId ?? 0, reason: '面积有误' });
  const depositId = paymentId();
  await office.get('deposits.take', { depositId, homeId: third.homeId, amountFen: 200_000, receivedOn: '2026-11-05', method: 'cash' });
  await office.get('deposits.return', { depositId, returnedFen: 100_000, retainedFen: 20_000, reason: '扣修复费' });
}

/** Every posting of a selection, page by page. */
export async function allPostings(office: TestCaller, selection: Parameters<typeof office.get<'ledger.listPostings'>>[1]['selection'], limit: number): Promise<{ openingFen: number; items: Posting[] }> {
  const items: Posting[] = [];
  let openingFen: number | undefined;
  let after: string | undefined;
  do {
    const page = await office.get('ledger.listPostings', { selection, limit, ...(after === undefined ? {} : { after }) });
    openingFen ??= page.openingFen;
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return { openingFen, items };
}
