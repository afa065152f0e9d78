import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { balancesOf, givenLateFees } from '../support/balances.ts';
import { balanceOf, givenHome, givenHomes, openBills, pay, type GivenHome } from '../support/builders.ts';
import { expectRefused, openOffice, paymentId, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeEach(async () => { office = await openOffice(); });
afterEach(() => office.close());

const issue = (month: string) => office.get('fees.issueBills', { month, commit: true });
const verified = { ok: true, problems: [] };

/** A home with the bill of August (150.00, due on the 25th), 72 days late today: 5.40. */
async function givenLateHome(): Promise<{ home: GivenHome; billId: number }> {
  await givenLateFees(office);
  const home = await givenHome(office);
  await issue('2026-08');
  const [bill] = await openBills(office, home);
  return { home, billId: bill?.billId ?? 0 };
}

describe('a late fee', () => {
  it('is off until the estate has a rate', async () => {
    const home = await givenHome(office);
    await issue('2026-08');
    expect(await office.get('payments.listOpenBills', { homeId: home.homeId })).toMatchObject({ lateFen: 0, items: [{ lateFen: 0, lateDays: 0 }] });
    const [bill] = await openBills(office, home);
    expect(await office.get('payments.register', pay(home, bill, 15_000))).toMatchObject({ lateFen: 0, openFen: 0 });
  });

  it('is shown before paying, as of any day', async () => {
    const { home, billId } = await givenLateHome();
    expect(await office.get('payments.listOpenBills', { homeId: home.homeId })).toMatchObject({ lateFen: 540, items: [{ billId, lateFen: 540, lateDays: 72 }] });
    expect(await office.get('payments.listOpenBills', { homeId: home.homeId, on: '2026-08-26' })).toMatchObject({ lateFen: 8, items: [{ lateFen: 8, lateDays: 1 }] });
    expect(await office.get('payments.listOpenBills', { homeId: home.homeId, on: '2026-08-25' })).toMatchObject({ lateFen: 0 });
    await givenLateFees(office, { lateFeeGraceDays: 80 });
    expect(await office.get('payments.listOpenBills', { homeId: home.homeId })).toMatchObject({ lateFen: 0 });
  });

  it('is billed with the payment and taken with it: own line, own account', async () => {
    const { home, billId } = await givenLateHome();
    const input = pay(home, { billId }, 15_540, { lines: [{ billId, amountFen: 15_000 }], lateFees: [{ billId, amountFen: 540 }] });
    const registered = { receiptNo: 'SJ-2026-000001', prepaidFen: 0, openFen: 0, bonusFen: 0, lateFen: 540 };
    expect(await office.get('payments.register', input)).toEqual(registered);
    expect(await office.get('payments.register', input)).toEqual(registered);
    expect(await balanceOf(office, '5301')).toBe(-540);
    expect(await balanceOf(office, '1001')).toBe(15_540);
    expect(await balanceOf(office, '1122')).toBe(0);
    const { lines } = await office.get('payments.getReceipt', { paymentId: input.paymentId });
    expect(lines.map(({ itemName, from, to, note, billedFen, amountFen }) => [itemName, from, to, note, billedFen, amountFen])).toEqual([
      ['物业费', '2026-08-01', '2026-09-01', '', 15_000, 15_000], ['违约金', '2026-08-26', '2026-11-06', '物业费 2026-08　150.00 × 72 天 × 0.05%', 540, 540],
    ]);
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('that is not taken stays open as a bill, which can be paid, and bears no late fee itself', async () => {
    const { home, billId } = await givenLateHome();
    expect(await office.get('payments.register', pay(home, { billId }, 15_000))).toMatchObject({ openFen: 540, lateFen: 540 });
    office.ctx.now = new Date('2027-03-05T02:00:00Z');
    const { items, lateFen } = await office.get('payments.listOpenBills', { homeId: home.homeId });
    expect({ items, lateFen }).toMatchObject({ lateFen: 0, items: [{ item: 'late', basis: 'late', amountFen: 540, openFen: 540, dueOn: '2026-11-05', lateFen: 0 }] });
    expect(await office.get('payments.register', pay(home, items[0], 540))).toMatchObject({ openFen: 0, lateFen: 0 });
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('is charged on what is still owed, from the day of the last charge, up to the cap', async () => {
    const { home, billId } = await givenLateHome();
    expect(await office.get('payments.register', pay(home, { billId }, 5_000))).toMatchObject({ lateFen: 540 });
    expect(await office.get('payments.register', pay(home, { billId }, 1_000))).toMatchObject({ lateFen: 0 });
    office.ctx.now = new Date('2026-11-25T02:00:00Z');
    // 90.00 × 20 days × 0.05%
    expect(await office.get('payments.register', pay(home, { billId }, 1_000, { receivedOn: '2026-11-25' }))).toMatchObject({ lateFen: 90 });
    office.ctx.now = new Date('2027-11-25T02:00:00Z');
    await givenLateFees(office, { lateFeeCapPermille: 50 });
    // A twentieth of 150.00 is 7.50, of which 6.30 was charged.
    expect(await office.get('payments.register', pay(home, { billId }, 1_000, { receivedOn: '2027-11-25' }))).toMatchObject({ lateFen: 120 });
    office.ctx.now = new Date('2027-11-30T02:00:00Z');
    expect(await office.get('payments.register', pay(home, { billId }, 1_000, { receivedOn: '2027-11-30' }))).toMatchObject({ lateFen: 0 });
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('goes by the day the money came, and not by the day it was registered', async () => {
    const { home, billId } = await givenLateHome();
    expect(await office.get('payments.register', pay(home, { billId }, 15_000, { receivedOn: '2026-08-25' }))).toMatchObject({ lateFen: 0, openFen: 0 });
  });

  it('spares items that bear none, and what was owed before the books', async () => {
    await givenLateFees(office);
    const home = await givenHome(office, { arrearsFen: 9_000 });
    await office.get('fees.defineItem', { code: 'lift', name: '电梯费', fund: 'agency', from: '2026-01-01', basis: 'home', rateE4: 200_000 });
    await issue('2026-08');
    const { items } = await office.get('payments.listOpenBills', { homeId: home.homeId });
    expect(items.map(({ item, lateFen }) => [item, lateFen])).toEqual([['opening', 0], ['property', 540], ['lift', 0]]);
  });

  it('can be waived like any bill', async () => {
    const { home, billId } = await givenLateHome();
    await office.get('payments.register', pay(home, { billId }, 15_000));
    const [late] = await openBills(office, home);
    const { waiverId } = await office.get('fees.requestWaiver', { billId: late?.billId ?? 0, amountFen: 540, reason: '老人住院' }, { as: 'cashier' });
    expect(await openBills(office, home)).toMatchObject([{ pendingWaiverFen: 540 }]);
    await office.get('fees.approveWaiver', { waiverId });
    expect(await openBills(office, home)).toEqual([]);
    expect(await balanceOf(office, '5001.92')).toBe(540);
  });
});

describe('late fees that are refused', () => {
  it.each([
    ['more than the fee', [{ billId: 1, amountFen: 541 }], 'LATE_FEE_EXCEEDS', { billId: 1, lateFen: 540 }],
    ['a bill that is not paid', [{ billId: 2, amountFen: 1 }], 'LATE_FEE_EXCEEDS', { billId: 2, lateFen: 0 }],
    ['one twice', [{ billId: 1, amountFen: 1 }, { billId: 1, amountFen: 1 }], 'BILL_REPEATED', { billId: 1 }],
  ] as const)('%s', async (_, lateFees, code, details) => {
    const { home, billId } = await givenLateHome();
    await issue('2026-09');
    expect(billId).toBe(1);
    await expectRefused(office, () => office.call('payments.register', pay(home, { billId }, 15_541, { lines: [{ billId, amountFen: 15_000 }], lateFees: [...lateFees] })), code, details);
  });

  it('lines and late fees above the amount', async () => {
    const { home, billId } = await givenLateHome();
    await expectRefused(office, () => office.call('payments.register', pay(home, { billId }, 15_539, { lines: [{ billId, amountFen: 15_000 }], lateFees: [{ billId, amountFen: 540 }] })), 'LINES_EXCEED_AMOUNT', { amountFen: 15_539, linesFen: 15_540 });
  });
});

describe('undoing a payment', () => {
  it.each(['payments.void', 'payments.reverse', 'payments.refund'] as const)('%s cancels the late bills that it made, and the bill is as late as before', async (endpoint) => {
    const { home, billId } = await givenLateHome();
    await issue('2026-09');
    const before = await balancesOf(office, [home]);
    const input = pay(home, { billId }, 10_100, { lines: [{ billId, amountFen: 10_000 }], lateFees: [{ billId, amountFen: 100 }] });
    await office.get('payments.register', input);
    await office.get(endpoint, { paymentId: input.paymentId, reason: '错' });
    expect(await balancesOf(office, [home])).toEqual(before);
    const { items } = await office.get('fees.listBills', { search: home.label });
    expect(items.find(({ item }) => item === 'late')).toMatchObject({ amountFen: 540, openFen: 0, cancelled: { by: '陈经理' } });
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('holds for the home what another receipt paid on a late bill that goes', async () => {
    const { home, billId } = await givenLateHome();
    const first = pay(home, { billId }, 15_000);
    await office.get('payments.register', first);
    const [late] = await openBills(office, home);
    const second = pay(home, late, 540);
    await office.get('payments.register', second);
    await office.get('payments.reverse', { paymentId: first.paymentId, reason: '错' });
    expect(await balanceOf(office, '2203')).toBe(-540);
    expect(await balanceOf(office, '5301')).toBe(0);
    // The late bill of the second receipt is cancelled now: undoing it takes back what it left as prepayment.
    await office.get('payments.reverse', { paymentId: second.paymentId, reason: '错' });
    expect(await balanceOf(office, '2203')).toBe(0);
    expect(await balanceOf(office, '1122')).toBe(15_000);
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('with the bill that was late, its late bills go too', async () => {
    const { home, billId } = await givenLateHome();
    await office.get('payments.register', pay(home, { billId }, 15_540, { lines: [{ billId, amountFen: 15_000 }], lateFees: [{ billId, amountFen: 540 }] }));
    expect(await office.get('fees.cancelBill', { billId, reason: '面积有误' })).toMatchObject({ cancelledFen: 15_000, toPrepaidFen: 15_540 });
    expect(await balanceOf(office, '5301')).toBe(0);
    expect(await balanceOf(office, '2203')).toBe(-15_540);
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });
});

it('paid in any number of parts on a day, bills and late fees come to what they do at once', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 5 }), fc.boolean(), async (cuts, takeLate) => {
    const [whole, parts] = [await openOffice(), await openOffice()];
    try {
      const results = [];
      for (const [one, sizes] of [[whole, []], [parts, cuts]] as const) {
        await givenLateFees(one);
        const homes = await givenHomes(one, [{}, { areaDm2: 8_333 }]);
        for (const month of ['2026-07', '2026-08']) await one.get('fees.issueBills', { month, commit: true });
        await payAll(one, homes, sizes, takeLate);
        results.push(await balancesOf(one, homes));
        expect(await one.get('ledger.verify', {})).toMatchObject(verified);
      }
      expect(results[1]).toEqual(results[0]);
    } finally {
      await Promise.all([whole.close(), parts.close()]);
    }
  }), { numRuns: 25 });
}, 60_000);

/** Pays all that the two homes (of one owner) owe: in parts of these sizes, and then the rest; late fees as they come, or later as bills. */
async function payAll(one: TestOffice, [home]: readonly GivenHome[], sizes: readonly number[], takeLate: boolean): Promise<void> {
  for (const size of [...sizes, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]) {
    const { items } = await one.get('payments.listOpenBills', { homeId: home?.homeId ?? 0, ofOwner: true });
    let left = size;
    const lines = items.flatMap(({ billId, openFen }) => {
      const amountFen = Math.min(left, openFen);
      left -= amountFen;
      return amountFen > 0 ? [{ billId, amountFen }] : [];
    });
    if (lines.length === 0) return;
    const lateFees = takeLate ? lines.flatMap(({ billId }) => items.filter((item) => item.billId === billId && item.lateFen > 0).map(({ lateFen }) => ({ billId, amountFen: lateFen }))) : [];
    const amountFen = [...lines, ...lateFees].reduce((sum, line) => sum + line.amountFen, 0);
    await one.get('payments.register', { paymentId: paymentId(), homeId: home?.homeId ?? 0, receivedOn: '2026-11-05', method: 'cash', amountFen, lines, lateFees });
  }
}
