import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../shared/contract/index.ts';
import { balancesOf, givenLateFees, givenPromotion } from '../support/balances.ts';
import { balanceOf, givenBill, givenHome, givenHomes, givenPayment, openBills, pay, type GivenHome } from '../support/builders.ts';
import { expectRefused, openOffice, paymentId as newId, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeEach(async () => { office = await openOffice(); });
afterEach(() => office.close());

const issue = (month: string) => office.get('fees.issueBills', { month, commit: true });
const verified = { ok: true, problems: [] };
const refund = (paymentId: string, amountFen?: number) => office.get('payments.refund', { paymentId, reason: '退款', ...(amountFen === undefined ? {} : { amountFen }) });

describe('payments.refund of all', () => {
  it('undoes everything, whenever it was paid, and the money leaves by the way it came', async () => {
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    const before = await balancesOf(office, [home]);
    const input = await givenPayment(office, pay(home, undefined, 25_000, { method: 'wechat', lines: [{ billId: bill.billId, amountFen: 10_000 }] }));
    office.ctx.now = new Date('2026-12-20T02:00:00Z');
    expect(await refund(input.paymentId)).toEqual({ refundNo: 'TK-2026-000001', refundedFen: 25_000, remainingFen: 0 });
    expect(await balancesOf(office, [home])).toEqual(before);
    expect(await office.get('payments.getReceipt', { paymentId: input.paymentId })).toMatchObject({ reversal: { kind: 'refund', no: 'TK-2026-000001', on: '2026-12-20' }, refunds: [] });
    expect(await office.get('payments.list', {})).toMatchObject({ totalFen: 0, items: [{ reversalKind: 'refund', refundedFen: 25_000, voidable: false }] });
    // Of an older day, it is money that today gave away.
    expect(await office.get('estate.dayStatus', {})).toMatchObject({ receipts: 0, reversed: 0, totalFen: -25_000, byMethod: [{ method: 'wechat', amountFen: -25_000 }] });
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('takes back the bonus, and prepayment that has paid later bills', async () => {
    await givenPromotion(office);
    const home = await givenHome(office);
    const input = await givenPayment(office, pay(home, undefined, 180_000));
    await issue('2026-11');
    await issue('2026-12');
    await refund(input.paymentId);
    for (const account of ['2203', '5001.93', '1001']) expect(await balanceOf(office, account)).toBe(0);
    expect(await openBills(office, home)).toMatchObject([{ openFen: 15_000 }, { openFen: 15_000 }]);
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('leaves a bill that was cancelled meanwhile at zero, and takes back what that left as prepayment', async () => {
    const home = await givenHome(office);
    await issue('2026-10');
    const [bill] = await openBills(office, home);
    const input = await givenPayment(office, pay(home, bill, 9_000));
    await office.get('fees.cancelBill', { billId: bill?.billId ?? 0, reason: '错' });
    await issue('2026-11');
    expect(await openBills(office, home)).toMatchObject([{ from: '2026-11-01', openFen: 6_000 }]);
    await refund(input.paymentId);
    expect(await openBills(office, home)).toMatchObject([{ from: '2026-11-01', openFen: 15_000 }]);
    for (const account of ['2203', '1001']) expect(await balanceOf(office, account)).toBe(0);
    expect(await balanceOf(office, '1122')).toBe(15_000);
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });
});

describe('payments.refund of a part', () => {
  it('takes prepayment first, then the last lines, whose bills open again; the rest goes without an amount', async () => {
    const home = await givenHome(office, { arrearsFen: 8_000 });
    await issue('2026-10');
    const [arrears, fee] = await openBills(office, home);
    const before = await balancesOf(office, [home]);
    const input = await givenPayment(office, pay(home, undefined, 28_000, { lines: [{ billId: arrears?.billId ?? 0, amountFen: 8_000 }, { billId: fee?.billId ?? 0, amountFen: 15_000 }] }));
    expect(await refund(input.paymentId, 4_000)).toEqual({ refundNo: 'TK-2026-000001', refundedFen: 4_000, remainingFen: 24_000 });
    expect(await balanceOf(office, '2203')).toBe(-1_000);
    expect(await openBills(office, home)).toEqual([]);
    expect(await refund(input.paymentId, 6_000)).toEqual({ refundNo: 'TK-2026-000002', refundedFen: 6_000, remainingFen: 18_000 });
    expect(await balanceOf(office, '2203')).toBe(0);
    expect(await openBills(office, home)).toMatchObject([{ billId: fee?.billId, paidFen: 10_000, openFen: 5_000 }]);
    expect(await office.get('payments.list', {})).toMatchObject({ totalFen: 18_000, items: [{ amountFen: 28_000, refundedFen: 10_000, reversalNo: null, voidable: false }] });
    expect(await office.get('payments.getReceipt', { paymentId: input.paymentId })).toMatchObject({ reversal: null, refunds: [{ no: 'TK-2026-000001', amountFen: 4_000, reason: '退款' }, { no: 'TK-2026-000002', amountFen: 6_000 }] });
    expect(await office.get('estate.dayStatus', {})).toMatchObject({ receipts: 1, totalFen: 18_000, byMethod: [{ method: 'cash', amountFen: 18_000 }] });
    await expectRefused(office, () => office.call('payments.refund', { paymentId: input.paymentId, amountFen: 18_001, reason: '错' }), 'REFUND_EXCEEDS_PAYMENT', { refundableFen: 18_000 });
    expect(await refund(input.paymentId)).toEqual({ refundNo: 'TK-2026-000003', refundedFen: 18_000, remainingFen: 0 });
    expect(await balancesOf(office, [home])).toEqual(before);
    await expectRefused(office, () => office.call('payments.refund', { paymentId: input.paymentId, reason: '错' }), 'REFUND_EXCEEDS_PAYMENT', { refundableFen: 0 });
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('lets the bonus lapse in the measure of the prepayment that goes', async () => {
    await givenPromotion(office);
    const home = await givenHome(office);
    const input = await givenPayment(office, pay(home, undefined, 180_000));
    expect(await balanceOf(office, '5001.93')).toBe(14_795);
    await refund(input.paymentId, 90_000);
    expect(await balanceOf(office, '5001.93')).toBe(7_397);
    expect(await balanceOf(office, '2203')).toBe(-97_397);
    await refund(input.paymentId);
    for (const account of ['2203', '5001.93', '1001']) expect(await balanceOf(office, account)).toBe(0);
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('keeps the transaction number in use until nothing of the payment is left to stand', async () => {
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    const input = await givenPayment(office, pay(home, bill, 4_000, { method: 'transfer', transactionNo: 'T-9' }));
    await refund(input.paymentId, 1_000);
    await expectRefused(office, () => office.call('payments.register', pay(home, bill, 100, { method: 'transfer', transactionNo: 'T-9' })), 'TRANSACTION_NO_USED', { transactionNo: 'T-9', receiptNo: 'SJ-2026-000001' });
  });

  it('is refused above the payment, for one that is not there, and to a cashier', async () => {
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    const { paymentId } = await givenPayment(office, pay(home, bill, 4_000));
    const unknown = randomUUID();
    await expectRefused(office, () => office.call('payments.refund', { paymentId, amountFen: 4_001, reason: '错' }), 'REFUND_EXCEEDS_PAYMENT', { refundableFen: 4_000 });
    await expectRefused(office, () => office.call('payments.refund', { paymentId: unknown, reason: '错' }), 'NO_SUCH_PAYMENT', { paymentId: unknown });
    await expectRefused(office, () => office.call('payments.refund', { paymentId, amountFen: 0, reason: '错' }), 'BAD_INPUT');
    await expectRefused(office, () => office.call('payments.refund', { paymentId, reason: '' }), 'BAD_INPUT');
    await expectRefused(office, () => office.call('payments.refund', { paymentId, reason: '错' }, { as: 'cashier' }), 'ROLE_NOT_ALLOWED');
  });
});

/** What happens to a home between a payment and its end; each must be possible with and without the payment. */
type Meanwhile = { do: 'issue'; month: string } | { do: 'cancel'; bill: number } | { do: 'pay'; parts: number };
type Story = { late: boolean; promotion: boolean; areaDm2: number; lines: number[]; lateTaken: number; monthsAhead: number; oddFen: number; meanwhile: Meanwhile[]; days: number };

const story: fc.Arbitrary<Story> = fc.record({
  late: fc.boolean(), promotion: fc.boolean(), areaDm2: fc.integer({ min: 4_000, max: 14_000 }),
  // In percent of what each of four bills owes: two of each home.
  lines: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 }), lateTaken: fc.integer({ min: 0, max: 100 }), monthsAhead: fc.integer({ min: 0, max: 12 }), oddFen: fc.nat({ max: 300 }),
  meanwhile: fc.array(fc.oneof(
    fc.record({ do: fc.constant('issue' as const), month: fc.constantFrom('2026-09', '2026-10', '2026-11', '2026-12') }),
    fc.record({ do: fc.constant('cancel' as const), bill: fc.nat({ max: 3 }) }),
    fc.record({ do: fc.constant('pay' as const), parts: fc.integer({ min: 1, max: 3 }) }),
  ), { maxLength: 5 }),
  days: fc.nat({ max: 40 }),
});

const roomy = (tale: Story): boolean => tale.monthsAhead < 12 || tale.oddFen === 0;

/** Plays a story, with its payment or without; answers the payment. */
async function play(one: TestOffice, tale: Story, withPayment: boolean): Promise<{ homes: GivenHome[]; paymentId: string | undefined; amountFen: number }> {
  if (tale.late) await givenLateFees(one);
  if (tale.promotion) await givenPromotion(one, { months: 6 });
  const homes = await givenHomes(one, [{ areaDm2: tale.areaDm2 }, { areaDm2: 9_000 }, { owner: '李强' }]);
  const [home, , other] = homes as [GivenHome, GivenHome, GivenHome];
  for (const month of ['2026-08', '2026-09']) await one.get('fees.issueBills', { month, commit: true });
  const input = withPayment ? await inputOf(one, tale, home) : undefined;
  if (input) await one.get('payments.register', input);
  one.ctx.now = new Date(one.ctx.now.getTime() + tale.days * 86_400_000);
  for (const turn of tale.meanwhile) {
    if (turn.do === 'issue') await one.get('fees.issueBills', { month: turn.month, commit: true });
    // Bills 1, 2, 4, 5 are the two homes' of two months; the second time it is refused, here as there.
    if (turn.do === 'cancel') await one.call('fees.cancelBill', { billId: [1, 2, 4, 5][turn.bill] ?? 0, reason: '错' });
    if (turn.do === 'pay') await one.get('payments.register', pay(other, { billId: 6 }, turn.parts, { method: 'card' }));
  }
  return { homes, paymentId: input?.paymentId, amountFen: input?.amountFen ?? 0 };
}

async function inputOf(one: TestOffice, tale: Story, home: GivenHome): Promise<CallInput<'payments.register'> | undefined> {
  const { items } = await one.get('payments.listOpenBills', { homeId: home.homeId, ofOwner: true });
  const { monthlyFeeFen } = await one.get('homes.get', { homeId: home.homeId });
  const part = (fen: number, percent: number): number => Math.floor((fen * percent) / 100);
  const lines = items.map(({ billId, openFen }, index) => ({ billId, amountFen: part(openFen, tale.lines[index] ?? 0) })).filter(({ amountFen }) => amountFen > 0);
  const lateFees = items.filter(({ billId }) => lines.some((line) => line.billId === billId)).map(({ billId, lateFen }) => ({ billId, amountFen: part(lateFen, tale.lateTaken) })).filter(({ amountFen }) => amountFen > 0);
  const amountFen = [...lines, ...lateFees].reduce((sum, line) => sum + line.amountFen, tale.monthsAhead * monthlyFeeFen + tale.oddFen);
  return amountFen === 0 ? undefined : { paymentId: newId(), homeId: home.homeId, receivedOn: '2026-11-05', method: 'wechat', amountFen, lines, lateFees };
}

describe('whatever a payment did and whatever came after it, undoing leaves the books as if it had never been', () => {
  const compare = async (tale: Story, undo: (one: TestOffice, paymentId: string, amountFen: number) => Promise<void>): Promise<void> => {
    const [done, never] = [await openOffice(), await openOffice()];
    try {
      const { homes, paymentId, amountFen } = await play(done, tale, true);
      if (paymentId !== undefined) await undo(done, paymentId, amountFen);
      const twin = await play(never, tale, false);
      expect(await balancesOf(done, homes)).toEqual(await balancesOf(never, twin.homes));
      expect(await done.get('ledger.verify', {})).toMatchObject(verified);
      expect(done.bugs).toEqual([]);
    } finally {
      await Promise.all([done.close(), never.close()]);
    }
  };

  it.each(['payments.reverse', 'payments.refund'] as const)('%s', async (endpoint) => {
    await fc.assert(fc.asyncProperty(story.filter(roomy), (tale) => compare(tale, async (one, paymentId) => {
      await one.get(endpoint, { paymentId, reason: '错' });
    })), { numRuns: 25 });
  }, 120_000);

  it('payments.refund, in any number of parts', async () => {
    await fc.assert(fc.asyncProperty(story.filter(roomy), fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }), (tale, percents) => compare(tale, async (one, paymentId, amountFen) => {
      let leftFen = amountFen;
      for (const percent of percents) {
        const partFen = Math.min(Math.ceil((amountFen * percent) / 100), leftFen);
        if (partFen === 0) continue;
        leftFen -= partFen;
        expect(await one.get('payments.refund', { paymentId, amountFen: partFen, reason: '退' })).toMatchObject({ refundedFen: partFen, remainingFen: leftFen });
      }
      if (leftFen > 0) expect(await one.get('payments.refund', { paymentId, reason: '退' })).toMatchObject({ refundedFen: leftFen, remainingFen: 0 });
    })), { numRuns: 25 });
  }, 120_000);
});
