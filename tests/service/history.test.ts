import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addMonths } from '../../shared/domain/period.ts';
import { addHome, emptyModel, feeOf, issueMonth, openOf, openOfAll, prepaidOfAll, takePayment, undoPayment, type Model, type ModelBill } from '../support/books-model.ts';
import { pay, rosterFile } from '../support/builders.ts';
import { openOffice, paymentId, type TestOffice } from '../support/open-office.ts';

type Step =
  | { do: 'home'; areaDm2: number; rateE4: number; arrearsFen: number }
  | { do: 'issue'; month: string }
  | { do: 'pay'; home: number; parts: number[]; extraFen: number; method: 'cash' | 'wechat' | 'card' }
  | { do: 'prepay'; home: number; months: number; oddFen: number }
  | { do: 'reverse'; payment: number }
  | { do: 'rate'; home: number | undefined; month: string; rateE4: number };

const index = fc.nat({ max: 20 });
const month = fc.integer({ min: 0, max: 14 }).map((count) => addMonths('2026-01', count));
const rateE4 = fc.integer({ min: 5_000, max: 30_000 });
const home = fc.record({ do: fc.constant('home' as const), areaDm2: fc.integer({ min: 1_000, max: 20_000 }), rateE4, arrearsFen: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90_000 })) });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: home },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('issue' as const), month }) },
  // Each part is a share of what a bill owes, in percent; above 100 it must be refused.
  { weight: 5, arbitrary: fc.record({ do: fc.constant('pay' as const), home: index, parts: fc.array(fc.integer({ min: 1, max: 104 }), { minLength: 1, maxLength: 4 }), extraFen: fc.oneof(fc.constant(0), fc.nat({ max: 60_000 })), method: fc.constantFrom('cash', 'wechat', 'card') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('prepay' as const), home: index, months: fc.nat({ max: 13 }), oddFen: fc.nat({ max: 500 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('reverse' as const), payment: index }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rate' as const), home: fc.option(index, { nil: undefined }), month, rateE4 }) },
);

const TODAY = '2026-11-05';
const refused = (code: string) => expect.objectContaining({ ok: false, code }) as unknown;
const done = (value: object) => ({ ok: true, value: expect.objectContaining(value) as unknown });

/** Does a step in the office and in the model; both must come to the same answer. */
async function take(office: TestOffice, model: Model, turn: Step): Promise<void> {
  switch (turn.do) {
    case 'home': {
      addHome(model, turn);
      await office.get('roster.import', { file: rosterFile([{ ...turn, room: String(100 + model.homes.length) }]), commit: true, onError: 'refuse' });
      return;
    }
    case 'issue': {
      const expected = issueMonth(model, turn.month);
      expect(await office.call('fees.issueBills', { month: turn.month, commit: true })).toEqual(done(expected));
      return;
    }
    case 'pay': return payParts(office, model, turn);
    case 'prepay': {
      const payer = model.homes[turn.home % model.homes.length];
      const amountFen = payer ? turn.months * feeOf(payer, TODAY) + turn.oddFen : 0;
      if (payer && amountFen > 0) await register(office, model, payer.homeId, [], amountFen, 'cash');
      return;
    }
    case 'reverse': {
      const payment = model.payments[turn.payment % Math.max(1, model.payments.length)];
      if (!payment) return;
      const reply = await office.call('payments.reverse', { paymentId: payment.paymentId, reason: '错' });
      expect(reply).toEqual(payment.reversed ? refused('PAYMENT_ALREADY_REVERSED') : done({ reversalNo: number('HC', model.reversals + 1) }));
      if (!payment.reversed) undoPayment(model, payment);
      return;
    }
    case 'rate': return changeRate(office, model, turn);
  }
}

async function payParts(office: TestOffice, model: Model, { home: at, parts, extraFen, method }: Extract<Step, { do: 'pay' }>): Promise<void> {
  const payer = model.homes[at % Math.max(1, model.homes.length)];
  if (!payer) return;
  const open = payer.bills.filter(({ openFen }) => openFen > 0);
  const lines = parts.flatMap((percent, place) => {
    const bill = open[place];
    return bill ? [{ bill, amountFen: Math.ceil((bill.openFen * percent) / 100) }] : [];
  });
  const amountFen = lines.reduce((sum, line) => sum + line.amountFen, 0) + extraFen;
  if (amountFen > 0) await register(office, model, payer.homeId, lines, amountFen, method);
}

async function register(office: TestOffice, model: Model, homeId: number, lines: { bill: ModelBill; amountFen: number }[], amountFen: number, method: 'cash' | 'wechat' | 'card'): Promise<void> {
  const payer = model.homes[homeId - 1];
  if (!payer) throw new Error('no home');
  const payment = { paymentId: paymentId(), home: payer, lines, amountFen, prepaidFen: amountFen - lines.reduce((sum, line) => sum + line.amountFen, 0) };
  const input = pay({ homeId, label: '' }, undefined, amountFen, { paymentId: payment.paymentId, method, lines: lines.map(({ bill, amountFen: part }) => ({ billId: bill.billId, amountFen: part })) });
  const reply = await office.call('payments.register', input);
  if (lines.some(({ bill, amountFen: part }) => part > bill.openFen)) return void expect(reply).toEqual(refused('PAYMENT_EXCEEDS_BALANCE'));
  if (payment.prepaidFen > 0 && payer.prepaidFen + payment.prepaidFen > 12 * feeOf(payer, TODAY)) return void expect(reply).toEqual(refused('PREPAYMENT_TOO_FAR'));
  takePayment(model, payment);
  expect(reply).toEqual({ ok: true, value: { receiptNo: number('SJ', model.payments.length), prepaidFen: payer.prepaidFen, openFen: openOf(payer), bonusFen: 0, lateFen: 0 } });
}

async function changeRate(office: TestOffice, model: Model, turn: Extract<Step, { do: 'rate' }>): Promise<void> {
  const one = turn.home === undefined ? undefined : model.homes[turn.home % Math.max(1, model.homes.length)];
  if (turn.home !== undefined && !one) return;
  const chosen = one ? [one] : model.homes;
  const from = `${turn.month}-01`;
  const billed = chosen.some(({ bills }) => bills.some((bill) => bill.month !== 'opening' && bill.month >= turn.month));
  const reply = await office.call('fees.setRate', { from, rateE4: turn.rateE4, ...(one ? { homeId: one.homeId } : {}) });
  expect(reply).toEqual(billed ? refused('RATE_BEFORE_ISSUED_BILL') : done({ homes: chosen.length }));
  if (!billed) for (const each of chosen) each.rates.set(from, turn.rateE4);
}

const number = (series: string, no: number): string => `${series}-2026-${String(no).padStart(6, '0')}`;

/** What must hold after any history. */
async function check(office: TestOffice, model: Model): Promise<void> {
  const { accounts, sumFen } = await office.get('ledger.trialBalance', {});
  const balance = (...names: string[]): number => accounts.filter(({ account }) => names.includes(account)).reduce((sum, { balanceFen }) => sum + balanceFen, 0);
  expect(sumFen).toBe(0);
  expect(new Set(accounts.map(({ fund }) => fund)).size).toBeLessThanOrEqual(1);
  expect(balance('1122')).toBe(openOfAll(model));
  expect(balance('2203') + prepaidOfAll(model)).toBe(0);
  expect(balance('1001', '1002.01', '1012.01', '1012.02')).toBe(model.collectedFen);
  const { items } = await office.get('homes.list', {});
  expect(items.map(({ homeId, openFen, prepaidFen }) => ({ homeId, openFen, prepaidFen }))).toEqual(model.homes.map((each) => ({ homeId: each.homeId, openFen: openOf(each), prepaidFen: each.prepaidFen })));
  const payments = await office.get('payments.list', { limit: 1000 });
  expect(payments.items.map(({ receiptNo }) => receiptNo).reverse()).toEqual(model.payments.map((_, at) => number('SJ', at + 1)));
  expect(payments.totalFen).toBe(model.collectedFen);
  expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true, problems: [] });
  expect(office.bugs).toEqual([]);
}

it('any history of an office comes to what a plain array says', async () => {
  await fc.assert(fc.asyncProperty(home, fc.array(step, { minLength: 4, maxLength: 24 }), async (first, steps) => {
    const office = await openOffice();
    try {
      const model = emptyModel();
      for (const turn of [first, ...steps]) await take(office, model, turn);
      await check(office, model);
    } finally {
      await office.close();
    }
  }), { numRuns: 250 });
}, 120_000);
