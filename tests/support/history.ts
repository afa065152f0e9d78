import type { Output } from '../../shared/contract/index.ts';
import { givenHomes, openBills, pay, type GivenHome } from './builders.ts';
import type { TestCaller } from './open-office.ts';

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
