import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../shared/contract/index.ts';
import type { RefusalCode } from '../../shared/errors.ts';
import { balanceOf, givenBill, givenHome, givenHomes, givenPayment, openBills, pay, rosterFile } from '../support/builders.ts';
import { allTables, expectRefused, openOffice, refusal, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeEach(async () => { office = await openOffice(); });
afterEach(() => office.close());

const issue = (month: string) => office.get('fees.issueBills', { month, commit: true });
const verified = { ok: true, problems: [] };

describe('payments.register', () => {
  it('pays a bill in parts, gives each a number, and closes it', async () => {
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    expect(await office.get('payments.register', pay(home, bill, 4_000), { as: 'cashier' })).toEqual({ receiptNo: 'SJ-2026-000001', prepaidFen: 0, openFen: 6_000, bonusFen: 0, lateFen: 0 });
    expect(await openBills(office, home)).toMatchObject([{ amountFen: 10_000, paidFen: 4_000, openFen: 6_000 }]);
    expect(await office.get('payments.register', pay(home, bill, 6_000))).toEqual({ receiptNo: 'SJ-2026-000002', prepaidFen: 0, openFen: 0, bonusFen: 0, lateFen: 0 });
    expect(await openBills(office, home)).toEqual([]);
    expect(await office.get('ledger.trialBalance', {})).toMatchObject({ sumFen: 0, accounts: [{ account: '1001', balanceFen: 10_000 }, { account: '1122', balanceFen: 0 }, { account: '3999', balanceFen: -10_000 }] });
  });

  it.each([['cash', '1001'], ['wechat', '1012.01'], ['alipay', '1012.02'], ['card', '1002.01'], ['transfer', '1002.01']] as const)('puts %s on account %s', async (method, account) => {
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    await office.get('payments.register', pay(home, bill, 10_000, { method, transactionNo: 'T-1' }));
    expect(await balanceOf(office, account)).toBe(10_000);
  });

  it('takes what the lines leave over as prepayment, up to twelve months', async () => {
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    const lines = [{ billId: bill.billId, amountFen: 10_000 }];
    await expectRefused(office, () => office.call('payments.register', pay(home, undefined, 190_001, { lines })), 'PREPAYMENT_TOO_FAR', { maximumFen: 180_000, months: 12 });
    expect(await office.get('payments.register', pay(home, undefined, 160_000, { lines }))).toEqual({ receiptNo: 'SJ-2026-000001', prepaidFen: 150_000, openFen: 0, bonusFen: 0, lateFen: 0 });
    await expectRefused(office, () => office.call('payments.register', pay(home, undefined, 30_001)), 'PREPAYMENT_TOO_FAR', { maximumFen: 30_000, months: 12 });
    expect(await office.get('payments.register', pay(home, undefined, 30_000))).toMatchObject({ prepaidFen: 180_000 });
    expect(await balanceOf(office, '2203')).toBe(-180_000);
  });

  it('says from which month on money is paid ahead, as the receipt then does', async () => {
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    const next = async () => (await office.get('homes.get', { homeId: home.homeId })).prepaidFrom;
    expect(await next()).toBe('2026-11');
    await office.get('payments.register', pay(home, undefined, 40_000, { lines: [{ billId: bill.billId, amountFen: 10_000 }] }));
    expect(await next()).toBe('2027-01');
    await issue('2026-11');
    expect(await next()).toBe('2027-01');
    const later = pay(home, undefined, 15_000);
    await office.get('payments.register', later);
    expect((await office.get('payments.getReceipt', { paymentId: later.paymentId })).lines).toMatchObject([{ from: '2027-01-01', to: '2027-02-01' }]);
  });

  it('takes nothing ahead for a home that has no fee', async () => {
    const home = await givenHome(office, { status: '未售' });
    await expectRefused(office, () => office.call('payments.register', pay(home, undefined, 1)), 'PREPAYMENT_TOO_FAR', { maximumFen: 0, months: 12 });
  });

  it('answers the same receipt for the same paymentId, and nothing is paid twice', async () => {
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    const input = pay(home, bill, 4_000);
    const first = await office.get('payments.register', input);
    const before = { ...(await allTables(office.raw)), audit: [] };
    expect(await office.get('payments.register', input)).toEqual(first);
    expect(await Promise.all([1, 2, 3].map(() => office.get('payments.register', input)))).toEqual([first, first, first]);
    expect({ ...(await allTables(office.raw)), audit: [] }).toEqual(before);
    await expectRefused(office, () => office.call('payments.register', { ...input, amountFen: 4_001 }), 'PAYMENT_ID_REUSED', { paymentId: input.paymentId });
    const other = await givenHome(office, { room: '777' });
    await expectRefused(office, () => office.call('payments.register', { ...input, homeId: other.homeId }), 'PAYMENT_ID_REUSED', { paymentId: input.paymentId });
  });

  it('registers one payment when the same is sent five times at once', async () => {
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    const input = pay(home, bill, 10_000);
    const replies = await Promise.all(Array.from({ length: 5 }, () => office.get('payments.register', input)));
    expect(new Set(replies.map(({ receiptNo }) => receiptNo))).toEqual(new Set(['SJ-2026-000001']));
    expect(await balanceOf(office, '1001')).toBe(10_000);
  });

  it('keeps cash handed over for the change, in cash only', async () => {
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    const cash = await givenPayment(office, pay(home, bill, 4_000, { tenderedFen: 5_000 }));
    expect(await office.get('payments.getReceipt', { paymentId: cash.paymentId })).toMatchObject({ tenderedFen: 5_000 });
    const card = await givenPayment(office, pay(home, bill, 4_000, { method: 'card', tenderedFen: 5_000 }));
    expect(await office.get('payments.getReceipt', { paymentId: card.paymentId })).toMatchObject({ tenderedFen: null });
  });

  it('begins its numbers anew each year', async () => {
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    await office.get('payments.register', pay(home, bill, 1_000));
    office.ctx.now = new Date('2026-12-31T16:00:00Z');
    expect(await office.get('payments.register', pay(home, bill, 1_000, { receivedOn: '2027-01-01' }))).toMatchObject({ receiptNo: 'SJ-2027-000001' });
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });
});

describe('a payment that is refused', () => {
  type Case = [string, Partial<Record<keyof CallInput<'payments.register'>, unknown>>, RefusalCode, unknown?];
  const line = (billId: number, amountFen: number) => [{ billId, amountFen }];
  const cases: Case[] = [
    ['a line above what its bill owes', { amountFen: 10_001, lines: line(1, 10_001) }, 'PAYMENT_EXCEEDS_BALANCE', { billId: 1, balanceFen: 10_000 }],
    ['lines above the amount', { amountFen: 99, lines: line(1, 100) }, 'LINES_EXCEED_AMOUNT', { amountFen: 99, linesFen: 100 }],
    ['a bill of another home', { lines: line(2, 100) }, 'BILL_OF_ANOTHER_HOME', { billId: 2 }],
    ['a bill that does not exist', { lines: line(99, 100) }, 'NO_SUCH_BILL', { billId: 99 }],
    ['a bill twice', { lines: [...line(1, 50), ...line(1, 50)] }, 'BILL_REPEATED', { billId: 1 }],
    ['a home that does not exist', { homeId: 99 }, 'NO_SUCH_HOME', { homeId: 99 }],
    ['zero', { amountFen: 0, lines: [] }, 'BAD_INPUT'], ['negative fen', { amountFen: -100 }, 'BAD_INPUT'], ['fractional fen', { amountFen: 100.5 }, 'BAD_INPUT'], ['fen as text', { amountFen: '100' }, 'BAD_INPUT'],
    ['NaN', { amountFen: Number.NaN }, 'BAD_INPUT'], ['fen beyond all money', { amountFen: 2 ** 53 }, 'BAD_INPUT'],
    ['a line of zero', { lines: line(1, 0) }, 'BAD_INPUT'], ['a negative line', { lines: line(1, -100) }, 'BAD_INPUT'], ['a fractional line', { lines: line(1, 0.5) }, 'BAD_INPUT'],
    ['a date in the future', { receivedOn: '2026-11-06' }, 'DATE_IN_FUTURE', { date: '2026-11-06', today: '2026-11-05' }],
    ['a date before the opening', { receivedOn: '2025-12-31' }, 'DATE_BEFORE_OPENING', { date: '2025-12-31', opensOn: '2026-01-01' }],
    ['a day that does not exist', { receivedOn: '2026-02-30' }, 'BAD_INPUT', { issues: [{ path: 'receivedOn', rule: 'DATE' }] }],
    ['an unknown method', { method: 'bitcoin' }, 'BAD_INPUT', { issues: [{ path: 'method', rule: 'invalid_value', expected: 'cash | wechat | alipay | card | transfer' }] }],
    ['a transfer without its number', { method: 'transfer' }, 'TRANSACTION_NO_MISSING', { method: 'transfer' }],
    ['a transfer with a blank number', { method: 'transfer', transactionNo: '  ' }, 'TRANSACTION_NO_MISSING', { method: 'transfer' }],
    ['a transaction number used before', { method: 'wechat', transactionNo: ' T-1 ' }, 'TRANSACTION_NO_USED', { transactionNo: 'T-1', receiptNo: 'SJ-2026-000001' }],
    ['less cash than the amount', { tenderedFen: 99 }, 'CASH_TENDERED_TOO_SMALL', { amountFen: 100, tenderedFen: 99 }],
    ['an id that is no uuid', { paymentId: '1' }, 'BAD_INPUT'], ['no lines at all', { lines: undefined }, 'BAD_INPUT'],
  ];

  it.each(cases)('for %s, leaves every table as it was', async (_, change, code, details) => {
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    const other = await givenBill(office, { amountFen: 10_000, room: '601', owner: '李强' });
    expect([bill.billId, other.bill.billId]).toEqual([1, 2]);
    await givenPayment(office, pay(other.home, other.bill, 500, { method: 'transfer', transactionNo: 'T-1' }));
    const before = await allTables(office.raw);
    const reply = await office.call('payments.register', { ...pay(home, bill, 100), ...change } as CallInput<'payments.register'>);
    expect(reply).toEqual({ ok: false, code, details: details ?? expect.anything() as unknown });
    expect(await allTables(office.raw)).toEqual(before);
    expect(await office.get('ledger.trialBalance', {})).toMatchObject({ sumFen: 0 });
    // The number it would have taken goes to the next.
    expect(await office.get('payments.register', pay(home, bill, 100))).toMatchObject({ receiptNo: 'SJ-2026-000002' });
  });

  it('is refused to those who may not take money', async () => {
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    await expectRefused(office, () => office.call('payments.register', pay(home, bill, 100), { as: 'auditor' }), 'ROLE_NOT_ALLOWED');
    await expectRefused(office, () => office.call('payments.register', pay(home, bill, 100), { as: null }), 'NOT_SIGNED_IN', {});
  });
});

describe('payments.reverse', () => {
  it('opens the bills again, by a mirror entry with a number of its own', async () => {
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    const before = await office.get('ledger.trialBalance', {});
    const payment = await givenPayment(office, pay(home, bill, 4_000));
    expect(await office.get('payments.reverse', { paymentId: payment.paymentId, reason: '金额有误' })).toEqual({ receiptNo: 'SJ-2026-000001', reversalNo: 'HC-2026-000001' });
    expect(await openBills(office, home)).toMatchObject([{ paidFen: 0, openFen: 10_000 }]);
    const { accounts } = await office.get('ledger.trialBalance', {});
    expect(accounts.filter(({ balanceFen }) => balanceFen !== 0)).toEqual(before.accounts);
    expect(await office.get('payments.getReceipt', { paymentId: payment.paymentId })).toMatchObject({ reversal: { no: 'HC-2026-000001', on: '2026-11-05', reason: '金额有误', by: '陈经理' } });
    expect(await office.get('payments.list', {})).toMatchObject({ total: 1, totalFen: 0, items: [{ reversalNo: 'HC-2026-000001' }] });
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('takes back prepayment that has paid later bills, newest first', async () => {
    const home = await givenHome(office);
    const first = await givenPayment(office, pay(home, undefined, 15_000));
    const second = await givenPayment(office, pay(home, undefined, 20_000));
    await issue('2026-11');
    await issue('2026-12');
    expect(await balanceOf(office, '2203')).toBe(-5_000);
    await office.get('payments.reverse', { paymentId: second.paymentId, reason: '退款' });
    expect(await openBills(office, home)).toMatchObject([{ from: '2026-12-01', openFen: 15_000 }]);
    expect(await balanceOf(office, '2203')).toBe(0);
    await office.get('payments.reverse', { paymentId: first.paymentId, reason: '退款' });
    expect(await openBills(office, home)).toMatchObject([{ from: '2026-11-01', openFen: 15_000 }, { from: '2026-12-01', openFen: 15_000 }]);
    expect(await balanceOf(office, '2203')).toBe(0);
    expect(await balanceOf(office, '1001')).toBe(0);
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('is refused the second time, and for a payment that is not there', async () => {
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    const payment = await givenPayment(office, pay(home, bill, 4_000));
    await office.get('payments.reverse', { paymentId: payment.paymentId, reason: '错' });
    await expectRefused(office, () => office.call('payments.reverse', { paymentId: payment.paymentId, reason: '再' }), 'PAYMENT_ALREADY_REVERSED', { reversalNo: 'HC-2026-000001' });
    const unknown = randomUUID();
    await expectRefused(office, () => office.call('payments.reverse', { paymentId: unknown, reason: '错' }), 'NO_SUCH_PAYMENT', { paymentId: unknown });
    await expectRefused(office, () => office.call('payments.reverse', { paymentId: payment.paymentId, reason: '  ' }), 'BAD_INPUT');
    await expectRefused(office, () => office.call('payments.reverse', { paymentId: payment.paymentId, reason: '错' }, { as: 'cashier' }), 'ROLE_NOT_ALLOWED');
  });

  it('happens once when it is asked twice at once', async () => {
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    const { paymentId } = await givenPayment(office, pay(home, bill, 4_000));
    const replies = await Promise.all([1, 2].map(() => office.call('payments.reverse', { paymentId, reason: '错' })));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await balanceOf(office, '1001')).toBe(0);
  });

  it('frees the transaction number, and the payment id stays used', async () => {
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    const payment = await givenPayment(office, pay(home, bill, 4_000, { method: 'transfer', transactionNo: 'T-9' }));
    await office.get('payments.reverse', { paymentId: payment.paymentId, reason: '错' });
    expect(await office.get('payments.register', pay(home, bill, 4_500, { method: 'transfer', transactionNo: 'T-9' }))).toMatchObject({ receiptNo: 'SJ-2026-000002' });
    const { receiptNo, ...again } = payment;
    expect(await office.get('payments.register', again)).toMatchObject({ receiptNo });
    expect(await balanceOf(office, '1002.01')).toBe(4_500);
  });
});

describe('a receipt', () => {
  it('is frozen: a new owner, area, rate, estate name or cashier changes nothing on it', async () => {
    const home = await givenHome(office);
    await issue('2026-10');
    const [bill] = await openBills(office, home);
    const { paymentId } = await givenPayment(office, pay(home, bill, 15_000, { payer: undefined }));
    const before = await office.get('payments.getReceipt', { paymentId });
    expect(before).toMatchObject({
      receiptNo: 'SJ-2026-000001', payer: '王秀兰', payerRole: 'owner', label: '3-2-501', areaDm2: 10_000, officeName: '汇悦新天地物业服务中心', cashier: '陈经理', time: '10:00', prints: 0, reversal: null,
      lines: [{ itemName: '物业费', from: '2026-10-01', to: '2026-11-01', areaDm2: 10_000, rateE4: 15_000, billedFen: 15_000, paidBeforeFen: 0, amountFen: 15_000 }],
    });
    await office.get('roster.import', { file: rosterFile([{ owner: '李强', phone: '139', areaDm2: 20_000, rateE4: 30_000 }]), commit: true, onError: 'skip' });
    await office.get('roster.import', { file: rosterFile([{ owner: '李强', areaDm2: 20_000, rateE4: 30_000 }]), commit: true, onError: 'refuse' });
    await office.get('estate.changeSettings', { name: '新名', officeName: '新物业', phone: '1' });
    expect(await office.get('payments.getReceipt', { paymentId })).toEqual(before);
    expect(await office.get('homes.get', { homeId: home.homeId })).toMatchObject({ ownerName: '李强', lastPayment: { receivedOn: '2026-11-05', method: 'cash', amountFen: 15_000 } });
  });

  it('shows what a bill was paid before, and its lines sum to its amount', async () => {
    const home = await givenHome(office, { arrearsFen: 8_000 });
    await issue('2026-10');
    const [arrears, fee] = await openBills(office, home);
    await office.get('payments.register', pay(home, arrears, 3_000));
    const { paymentId } = await givenPayment(office, pay(home, undefined, 35_000, { lines: [{ billId: arrears?.billId ?? 0, amountFen: 5_000 }, { billId: fee?.billId ?? 0, amountFen: 15_000 }] }));
    const { lines, amountFen } = await office.get('payments.getReceipt', { paymentId });
    expect(lines.map((line) => [line.itemName, line.paidBeforeFen, line.amountFen])).toEqual([['期初欠费', 3_000, 5_000], ['物业费', 0, 15_000], ['预收物业费', 0, 15_000]]);
    expect(lines.reduce((sum, line) => sum + line.amountFen, 0)).toBe(amountFen);
  });

  it('cannot be printed without a printer, and is then not counted', async () => {
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    const { paymentId } = await givenPayment(office, pay(home, bill, 100));
    await expectRefused(office, () => office.call('payments.printReceipt', { paymentId, paper: 'a5', to: 'printer' }), 'NEEDS_WINDOW', { endpoint: 'payments.printReceipt' });
    expect(await office.call('payments.getReceipt', { paymentId: randomUUID() })).toMatchObject(refusal('NO_SUCH_PAYMENT', { paymentId: expect.any(String) as string }));
  });
});

describe('the list of receipts', () => {
  it('is newest first, paged without gap or repeat, and summed without the reversed', async () => {
    const homes = await givenHomes(office, Array.from({ length: 7 }, () => ({ arrearsFen: 10_000 })));
    const numbers: string[] = [];
    for (const [index, home] of homes.entries()) {
      const [bill] = await openBills(office, home);
      const { receiptNo, paymentId } = await givenPayment(office, pay(home, bill, 1_000 + index));
      numbers.unshift(receiptNo);
      if (index === 0) await office.get('payments.reverse', { paymentId, reason: '错' });
    }
    const found: string[] = [];
    let after: number | undefined;
    do {
      const page = await office.get('payments.list', { on: '2026-11-05', limit: 3, ...(after === undefined ? {} : { after }) });
      expect(page).toMatchObject({ total: 7, totalFen: 6_021 });
      found.push(...page.items.map(({ receiptNo }) => receiptNo));
      after = page.next;
    } while (after !== undefined);
    expect(found).toEqual(numbers);
    expect(await office.get('estate.dayStatus', {})).toMatchObject({ receipts: 6, reversed: 1, totalFen: 6_021, byMethod: [{ method: 'cash', amountFen: 6_021 }] });
    expect(await office.get('payments.list', { search: '000003' })).toMatchObject({ total: 1 });
    expect(await office.get('payments.list', { homeId: homes[2]?.homeId })).toMatchObject({ total: 1 });
    expect(await office.get('payments.list', { on: '2026-11-04' })).toMatchObject({ total: 0, totalFen: 0, items: [] });
  });
});
