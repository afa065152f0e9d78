import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rows } from '../../db/sql.ts';
import { givenHome, pay, type GivenHome } from '../support/builders.ts';
import { shiftReportOf } from '../support/drawer.ts';
import { openOffice, type TestOffice } from '../support/open-office.ts';

type Who = 'cashier' | 'manager';
type Step =
  | { do: 'open'; who: Who; floatFen: number }
  | { do: 'close'; who: Who; offFen: number; bankPermille: number }
  | { do: 'pay'; who: Who; amountFen: number; method: 'cash' | 'wechat' | 'card' }
  | { do: 'deposit'; who: Who; amountFen: number }
  | { do: 'return'; at: number }
  | { do: 'void'; who: Who; at: number }
  | { do: 'reverse'; at: number }
  | { do: 'day' };

const who = fc.constantFrom<Who>('cashier', 'manager');
const at = fc.nat({ max: 30 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('open' as const), who, floatFen: fc.constantFrom(0, 20_000) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('close' as const), who, offFen: fc.constantFrom(0, 0, 7, -30), bankPermille: fc.constantFrom(0, 500, 1_000, 1_300) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('pay' as const), who, amountFen: fc.integer({ min: 1, max: 9_000 }), method: fc.constantFrom('cash', 'cash', 'wechat', 'card') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('deposit' as const), who, amountFen: fc.integer({ min: 1, max: 9_000 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('return' as const), at }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('void' as const), who, at }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reverse' as const), at }) },
  { weight: 1, arbitrary: fc.constant({ do: 'day' as const }) },
);

/** One drawer as a plain number: what lies there beyond the float, and all money since the last close. */
type Drawer = { floatFen: number | undefined; cashFen: number; totalFen: number; /** Has closed a shift. */ closed: boolean };
type Paid = { paymentId: string; amountFen: number; cash: boolean; gone: boolean };
type Model = { drawers: Record<Who, Drawer>; paid: Paid[]; deposits: { depositId: string; amountFen: number; gone: boolean }[]; bookedFen: number; reported: number };

async function take(office: TestOffice, model: Model, home: GivenHome, turn: Step): Promise<void> {
  const move = (by: Who, amountFen: number, cash: boolean): void => {
    model.drawers[by].totalFen += amountFen;
    if (!cash) return;
    model.drawers[by].cashFen += amountFen;
    model.bookedFen += amountFen;
  };
  switch (turn.do) {
    case 'open': {
      const drawer = model.drawers[turn.who];
      const reply = await office.call('shifts.open', { floatFen: turn.floatFen }, { as: turn.who });
      expect(reply).toMatchObject(drawer.floatFen === undefined ? { ok: true, value: { expectedFen: turn.floatFen + drawer.cashFen } } : { ok: false, code: 'SHIFT_ALREADY_OPEN' });
      drawer.floatFen ??= turn.floatFen;
      return;
    }
    case 'close': return closeDrawer(office, model, turn);
    case 'pay': {
      const input = pay(home, undefined, turn.amountFen, { method: turn.method });
      await office.get('payments.register', input, { as: turn.who });
      model.paid.push({ paymentId: input.paymentId, amountFen: turn.amountFen, cash: turn.method === 'cash', gone: false });
      move(turn.who, turn.amountFen, turn.method === 'cash');
      return;
    }
    case 'deposit': {
      const depositId = randomUUID();
      await office.get('deposits.take', { depositId, homeId: home.homeId, amountFen: turn.amountFen, receivedOn: '2026-11-05', method: 'cash' }, { as: turn.who });
      model.deposits.push({ depositId, amountFen: turn.amountFen, gone: false });
      move(turn.who, turn.amountFen, true);
      return;
    }
    case 'return': {
      const held = model.deposits[turn.at % Math.max(1, model.deposits.length)];
      if (!held || held.gone) return;
      const retainedFen = turn.at % 2 ? Math.floor(held.amountFen / 3) : 0;
      await office.get('deposits.return', { depositId: held.depositId, retainedFen, reason: '退' });
      held.gone = true;
      move('manager', retainedFen - held.amountFen, true);
      return;
    }
    case 'void': case 'reverse': {
      const payment = model.paid[turn.at % Math.max(1, model.paid.length)];
      if (!payment || payment.gone) return;
      const by = turn.do === 'void' ? turn.who : 'manager';
      const reply = await office.call(turn.do === 'void' ? 'payments.void' : 'payments.reverse', { paymentId: payment.paymentId, reason: '错' }, { as: by });
      if (!reply.ok) return void expect(['DAY_CLOSED', 'PAYMENT_OF_ANOTHER']).toContain(reply.code);
      payment.gone = true;
      move(by, -payment.amountFen, payment.cash);
      return;
    }
    case 'day': {
      const reply = await office.call('shifts.closeDay', { on: '2026-11-05' });
      if (!reply.ok) return void expect(['SHIFTS_STILL_OPEN', 'NOTHING_TO_CLOSE', 'DAY_ALREADY_CLOSED']).toContain(reply.code);
      // The rest of the day belongs to the next, and whoever closed no shift starts from here.
      for (const drawer of Object.values(model.drawers)) if (!drawer.closed) Object.assign(drawer, { cashFen: 0, totalFen: 0 });
    }
  }
}

async function closeDrawer(office: TestOffice, model: Model, { who: by, offFen, bankPermille }: Extract<Step, { do: 'close' }>): Promise<void> {
  const drawer = model.drawers[by];
  const expectedFen = (drawer.floatFen ?? 0) + drawer.cashFen;
  const countedFen = Math.max(0, expectedFen + offFen);
  const bankedFen = Math.floor((countedFen * bankPermille) / 1_000);
  const reply = await office.call('shifts.close', { countedFen, bankedFen }, { as: by });
  if (drawer.floatFen === undefined) return void expect(reply).toMatchObject({ ok: false, code: 'SHIFT_NOT_OPEN' });
  if (!reply.ok) {
    expect(reply.code).toBe('BANKED_EXCEEDS_CASH');
    expect(bankedFen > countedFen || bankedFen > (await heldCash(office)) + countedFen - expectedFen).toBe(true);
    return;
  }
  model.reported += 1;
  expect(reply.value).toMatchObject({ expectedFen, overShortFen: countedFen - expectedFen, reportNo: `JB-2026-${String(model.reported).padStart(6, '0')}` });
  const report = await shiftReportOf(office, reply.value.reportNo);
  expect(report.totals).toMatchObject({ cash: drawer.cashFen, totalFen: drawer.totalFen });
  expect(report.series.flatMap(({ missing }) => missing)).toEqual([]);
  expect(report.banked.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(bankedFen);
  model.bookedFen += countedFen - expectedFen - bankedFen;
  Object.assign(drawer, { floatFen: undefined, cashFen: 0, totalFen: 0, closed: true });
}

/** What all funds that hold cash hold. */
async function heldCash(office: TestOffice): Promise<number> {
  const held = await rows<{ fen: number }>(office.raw, `select sum(amount_fen) as fen from posting where account = '1001' group by fund`);
  return held.reduce((sum, { fen }) => sum + Math.max(0, fen), 0);
}

it('expected cash is the float and all cash taken, less all given, in any history of two desks', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 40 }), async (steps) => {
    const office = await openOffice();
    try {
      const home = await givenHome(office, { areaDm2: 30_000 });
      const drawer = (): Drawer => ({ floatFen: undefined, cashFen: 0, totalFen: 0, closed: false });
      const model: Model = { drawers: { cashier: drawer(), manager: drawer() }, paid: [], deposits: [], bookedFen: 0, reported: 0 };
      for (const turn of steps) await take(office, model, home, turn);
      const { accounts, sumFen } = await office.get('ledger.trialBalance', {});
      expect(sumFen).toBe(0);
      expect(accounts.filter(({ account }) => account === '1001').reduce((sum, { balanceFen }) => sum + balanceFen, 0)).toBe(model.bookedFen);
      expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true, problems: [] });
      expect(office.bugs).toEqual([]);
    } finally {
      await office.close();
    }
  }), { numRuns: 100 });
}, 120_000);
