import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { balancesOf } from '../support/balances.ts';
import { balanceOf, givenBill, givenHomes, givenPayment, openBills, pay } from '../support/builders.ts';
import { expectRefused, openOffice, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeEach(async () => { office = await openOffice(); });
afterEach(() => office.close());

const CASHIER = { as: 'cashier' } as const;
const verified = { ok: true, problems: [] };
const voidOf = (paymentId: string, as: 'cashier' | 'manager' = 'cashier') => office.call('payments.void', { paymentId, reason: '收错房号' }, { as });

/** A cashier's receipt of today. */
async function givenReceipt(amountFen = 4_000) {
  const { home, bill } = await givenBill(office, { amountFen: 10_000 });
  const input = pay(home, bill, amountFen);
  await office.get('payments.register', input, CASHIER);
  return { home, bill, paymentId: input.paymentId };
}

describe('payments.void', () => {
  it('undoes today’s receipt under a number of its own, and keeps it', async () => {
    const { home, paymentId } = await givenReceipt();
    expect(await office.get('payments.list', {}, CASHIER)).toMatchObject({ items: [{ voidable: true, reversalKind: null }] });
    expect(await voidOf(paymentId)).toEqual({ ok: true, value: { receiptNo: 'SJ-2026-000001', voidNo: 'ZF-2026-000001' } });
    expect(await openBills(office, home)).toMatchObject([{ paidFen: 0, openFen: 10_000 }]);
    expect(await balanceOf(office, '1001')).toBe(0);
    expect(await office.get('payments.getReceipt', { paymentId })).toMatchObject({ reversal: { kind: 'void', no: 'ZF-2026-000001', on: '2026-11-05', reason: '收错房号', by: '刘晓燕' } });
    expect(await office.get('payments.list', {}, CASHIER)).toMatchObject({ total: 1, totalFen: 0, items: [{ reversalNo: 'ZF-2026-000001', reversalKind: 'void', refundedFen: 0, voidable: false }] });
    expect(await office.get('estate.dayStatus', {})).toMatchObject({ receipts: 0, reversed: 1, totalFen: 0, byMethod: [] });
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('is for the cashier who took it, and for the manager', async () => {
    const { home, bill, paymentId } = await givenReceipt();
    const mine = await givenPayment(office, pay(home, bill, 1_000));
    await expectRefused(office, () => voidOf(mine.paymentId), 'PAYMENT_OF_ANOTHER', { cashier: '陈经理' });
    const seen = async (as: 'cashier' | 'manager' | 'auditor') => (await office.get('payments.list', {}, { as })).items.map(({ voidable }) => voidable);
    expect(await seen('cashier')).toEqual([false, true]);
    expect(await seen('manager')).toEqual([true, true]);
    expect(await seen('auditor')).toEqual([false, false]);
    expect(await voidOf(paymentId, 'manager')).toMatchObject({ ok: true });
    await expectRefused(office, () => office.call('payments.void', { paymentId: mine.paymentId, reason: '错' }, { as: 'office' }), 'ROLE_NOT_ALLOWED');
  });

  it('is for today only, whatever day the money is of', async () => {
    const { home, bill, paymentId } = await givenReceipt();
    const older = pay(home, bill, 1_000, { receivedOn: '2026-11-01' });
    await office.get('payments.register', older, CASHIER);
    expect(await voidOf(older.paymentId)).toMatchObject({ ok: true });
    office.ctx.now = new Date('2026-11-05T16:00:00Z');
    expect(await office.get('payments.list', {}, CASHIER)).toMatchObject({ items: [{ voidable: false }, { voidable: false }] });
    await expectRefused(office, () => voidOf(paymentId), 'NOT_TODAY', { registeredOn: '2026-11-05', today: '2026-11-06' });
    expect(await office.call('payments.reverse', { paymentId, reason: '错' })).toMatchObject({ ok: true });
  });

  it('is refused once the cashier’s shift is closed, but not for what came after it', async () => {
    await office.get('shifts.open', { floatFen: 0 }, CASHIER);
    const { home, bill, paymentId } = await givenReceipt();
    await office.get('shifts.close', { countedFen: 4_000, witness: '陈经理' }, CASHIER);
    await expectRefused(office, () => voidOf(paymentId), 'DAY_CLOSED', { reportNo: 'JB-2026-000001' });
    await expectRefused(office, () => voidOf(paymentId, 'manager'), 'DAY_CLOSED', { reportNo: 'JB-2026-000001' });
    const later = pay(home, bill, 1_000);
    await office.get('payments.register', later, CASHIER);
    expect((await office.get('payments.list', {}, CASHIER)).items.map(({ voidable }) => voidable)).toEqual([true, false]);
    expect(await voidOf(later.paymentId)).toMatchObject({ ok: true });
  });

  it('is refused for a payment that is not there, was undone before, or was partly given back', async () => {
    const { home, bill, paymentId } = await givenReceipt();
    const unknown = randomUUID();
    await expectRefused(office, () => voidOf(unknown), 'NO_SUCH_PAYMENT', { paymentId: unknown });
    await expectRefused(office, () => office.call('payments.void', { paymentId, reason: ' ' }), 'BAD_INPUT');
    await office.get('payments.refund', { paymentId, amountFen: 500, reason: '多收' });
    await expectRefused(office, () => voidOf(paymentId), 'PAYMENT_PARTLY_REFUNDED', { refundedFen: 500 });
    await expectRefused(office, () => office.call('payments.reverse', { paymentId, reason: '错' }), 'PAYMENT_PARTLY_REFUNDED', { refundedFen: 500 });
    const other = pay(home, bill, 1_000);
    await office.get('payments.register', other, CASHIER);
    await voidOf(other.paymentId);
    await expectRefused(office, () => voidOf(other.paymentId), 'PAYMENT_ALREADY_REVERSED', { reversalNo: 'ZF-2026-000001' });
    await expectRefused(office, () => office.call('payments.refund', { paymentId: other.paymentId, reason: '错' }), 'PAYMENT_ALREADY_REVERSED', { reversalNo: 'ZF-2026-000001' });
  });

  it('happens once when it is asked twice at once', async () => {
    const { paymentId } = await givenReceipt();
    const replies = await Promise.all([1, 2, 3].map(() => voidOf(paymentId)));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await balanceOf(office, '1001')).toBe(0);
  });

  it('opens the bills of all homes that the receipt paid', async () => {
    const homes = await givenHomes(office, [{ arrearsFen: 10_000 }, { arrearsFen: 7_000 }]);
    const before = await balancesOf(office, homes);
    const [first, second] = await Promise.all(homes.map((home) => openBills(office, home)));
    const [home] = homes;
    const input = pay(home ?? { homeId: 0, label: '' }, undefined, 26_000, { lines: [{ billId: first?.[0]?.billId ?? 0, amountFen: 10_000 }, { billId: second?.[0]?.billId ?? 0, amountFen: 6_000 }] });
    await office.get('payments.register', input, CASHIER);
    expect(await voidOf(input.paymentId)).toMatchObject({ ok: true });
    expect(await balancesOf(office, homes)).toEqual(before);
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });
});
