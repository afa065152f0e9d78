import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rows, type Db } from '../../db/sql.ts';
import { addDays, addMonths, daysBetween, daysInMonth, firstDay } from '../../shared/domain/period.ts';
import { givenHomes } from '../support/builders.ts';
import { openOffice, type TestOffice } from '../support/open-office.ts';
import { givenLease, givenSpaces } from '../support/parking.ts';

/** Random scenes of each law; more with RUNS. */
const RUNS = Number(process.env['RUNS'] ?? 24);
const FIRST = '2026-01-01';
const END = '2027-01-01';
const MONTHS = Array.from({ length: 12 }, (_, index) => addMonths('2026-01', index));

type Part = { leaseId: number; spaceId: number; from: string; to: string; monthlyFen: number; amountFen: number; subsidyFen: number; marketFen: number | null };

/** The parts of all charges that stand, by day. */
function livingParts(db: Db): Promise<Part[]> {
  return rows(db, `select c.lease_id as leaseId, p.space_id as spaceId, p.from_on as "from", p.to_on as "to", p.monthly_fen as monthlyFen, p.amount_fen as amountFen, p.subsidy_fen as subsidyFen, p.market_fen as marketFen
    from parking_charge c join parking_charge_part p using (bill_id) where not exists (select 1 from bill_cancel x where x.bill_id = c.bill_id) order by p.from_on, c.lease_id`);
}

async function issueAll(office: TestOffice): Promise<void> {
  for (const month of MONTHS) await office.get('parking.issueCharges', { month, commit: true });
}

const day = fc.integer({ min: 0, max: daysBetween(FIRST, END) - 2 }).map((days) => addDays(FIRST, days));
/** A day of it costs something: what costs nothing is no bill, and takes no subsidy. */
const price = fc.integer({ min: 500, max: 20_000 });
const cycle = fc.constantFrom('month' as const, 'quarter' as const, 'year' as const);

type Lessor = { office: TestOffice; homeIds: [number, number] };

async function openLot(): Promise<Lessor> {
  const office = await openOffice();
  await givenSpaces(office, ['A-1', 'A-2']);
  const [first, second] = await givenHomes(office, [{}, {}]);
  await office.get('parking.setPrices', { from: FIRST, marketFen: 15_001, residentFen: 5000 });
  return { office, homeIds: [first?.homeId ?? 0, second?.homeId ?? 0] };
}

async function within<Value>(work: (lot: Lessor) => Promise<Value>): Promise<Value> {
  const lot = await openLot();
  try {
    return await work(lot);
  } finally {
    expect(lot.office.bugs).toEqual([]);
    await lot.office.close();
  }
}

const total = (parts: readonly Part[]) => ({ amountFen: parts.reduce((sum, { amountFen }) => sum + amountFen, 0), subsidyFen: parts.reduce((sum, { subsidyFen }) => sum + subsidyFen, 0) });

describe('a lease split at a day', () => {
  const split = fc.record({ from: day, length: fc.integer({ min: 2, max: 300 }), at: fc.nat(1_000_000), monthlyFen: price, proration: fc.constantFrom('days' as const, 'whole' as const), cycles: fc.tuple(cycle, cycle, cycle) });

  it('is charged to the fen what the whole of it is', async () => {
    await fc.assert(fc.asyncProperty(split, async ({ from, length, at, monthlyFen, proration, cycles }) => {
      const to = [addDays(from, length), END].sort()[0] ?? END;
      const days = daysBetween(from, to);
      const middle = addDays(from, days < 2 ? 0 : 1 + (at % (days - 1)));
      const whole = await within(async ({ office, homeIds }) => {
        await givenLease(office, { space: 'A-1', homeId: homeIds[0], from, to, monthlyFen, proration, cycle: cycles[0] });
        await issueAll(office);
        return total(await livingParts(office.raw));
      });
      const parts = await within(async ({ office, homeIds }) => {
        if (middle > from) await givenLease(office, { space: 'A-1', homeId: homeIds[0], from, to: middle, monthlyFen, proration, cycle: cycles[1] });
        await givenLease(office, { space: 'A-1', homeId: homeIds[1], from: middle, to, monthlyFen, proration, cycle: cycles[2] });
        await issueAll(office);
        return total(await livingParts(office.raw));
      });
      expect(parts).toEqual(whole);
      if (proration === 'whole') {
        const months = MONTHS.filter((month) => firstDay(month) < to && firstDay(addMonths(month, 1)) > from);
        expect(whole.amountFen).toBe(months.length * monthlyFen);
      }
    }), { numRuns: RUNS / 3 });
  });
});

describe('a lease ended early and let again from the same day', () => {
  const scene = fc.record({ from: day, on: fc.nat(1_000_000), issued: fc.nat(11), proration: fc.constantFrom('days' as const, 'whole' as const), cycles: fc.tuple(cycle, cycle), prices: fc.tuple(price, price), early: fc.boolean() });

  it('has no day twice and leaves none out', async () => {
    await fc.assert(fc.asyncProperty(scene, async ({ from, on, issued, proration, cycles, prices, early }) => within(async ({ office, homeIds }) => {
      const end = addDays(from, on % (daysBetween(from, END) + 1));
      const leaseId = await givenLease(office, { space: 'A-1', homeId: homeIds[0], from, to: END, monthlyFen: prices[0], proration, cycle: cycles[0] });
      for (const month of MONTHS.slice(0, issued + 1)) await office.get('parking.issueCharges', { month, commit: true });
      const before = (await livingParts(office.raw)).reduce((sum, { amountFen }) => sum + amountFen, 0);
      const { refundFen } = await office.get('parking.endLease', { leaseId, on: end, reason: '搬走' });
      expect((await livingParts(office.raw)).reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(before - refundFen);
      if (early) await office.get('parking.issueCharges', { month: end.slice(0, 7) < '2027' ? end.slice(0, 7) : '2026-12', commit: true });
      if (end < END) await givenLease(office, { space: 'A-1', homeId: homeIds[1], from: end, to: END, monthlyFen: prices[1], proration, cycle: cycles[1] });
      await issueAll(office);
      const parts = await livingParts(office.raw);
      // The parts follow each other without a gap or an overlap, from the first day to the last; a whole month begins with its first day held.
      let next = from;
      for (const part of parts) {
        expect(part.from).toBe(next);
        next = part.to;
      }
      expect(next).toBe(from < END ? END : from);
      for (const part of parts) {
        const isWholeMonth = proration === 'whole';
        expect(part.amountFen).toBe(isWholeMonth ? part.monthlyFen : daysFen(part));
      }
      expect((await office.get('ledger.verify', {})).problems).toEqual([]);
    })), { numRuns: RUNS / 2 });
  });
});

/** The price of a part by the days of its month, computed with fractions and not by the program's own rule. */
function daysFen({ from, to, monthlyFen }: Part): number {
  const days = BigInt(daysInMonth(from.slice(0, 7)));
  const upTo = (count: number): bigint => (2n * BigInt(monthlyFen) * BigInt(count) + days) / (2n * days);
  const first = Number(from.slice(8)) - 1;
  return Number(upTo(first + daysBetween(from, to)) - upTo(first));
}

describe('a lease whose life is random', () => {
  const step = fc.oneof(
    fc.record({ does: fc.constant('suspend' as const), from: day, length: fc.option(fc.integer({ min: 1, max: 60 })) }),
    fc.record({ does: fc.constant('resume' as const), on: day }),
    fc.record({ does: fc.constant('move' as const), on: day, space: fc.constantFrom('A-1', 'A-2'), monthlyFen: fc.option(price) }),
    fc.record({ does: fc.constant('price' as const), from: day, monthlyFen: price }),
    fc.record({ does: fc.constant('issue' as const), month: fc.nat(11) }),
    fc.record({ does: fc.constant('pay' as const) }),
    fc.record({ does: fc.constant('end' as const), on: day }),
    fc.record({ does: fc.constant('recall' as const), on: day }),
  );

  it('is charged exactly the days it holds, each at its price, and gives back what it took', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom('days' as const, 'whole' as const), cycle, day, fc.array(step, { minLength: 1, maxLength: 12 }), async (proration, leaseCycle, from, steps) => within(async ({ office, homeIds: [homeId] }) => {
      const leaseId = await givenLease(office, { space: 'A-1', homeId, from, monthlyFen: 5000, proration, cycle: leaseCycle, noticeDays: 0 });
      for (const one of steps) await live(office, leaseId, homeId, one);
      await issueAll(office);
      const held = await rows<{ spaceId: number; from: string; to: string | null; monthlyFen: number }>(office.raw, 'select space_id as spaceId, from_on as "from", to_on as "to", monthly_fen as monthlyFen from lease_span where to_on is null or to_on > from_on order by from_on');
      const charged = (await livingParts(office.raw)).filter(({ from: first }) => first < END);
      if (proration === 'days') checkDays(held, charged); else checkMonths(held, charged, await recallMonth(office.raw));
      expect((await office.get('ledger.verify', {})).problems).toEqual([]);
      const { months } = await office.get('parking.income', { from: '2026-01', to: '2027-12' });
      expect(months.reduce((sum, { subsidyFen }) => sum + subsidyFen, 0)).toBe((await livingParts(office.raw)).reduce((sum, { subsidyFen }) => sum + subsidyFen, 0));
    })), { numRuns: RUNS });
  }, 120_000);

  type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

  /** A step may be refused; what is done says what it took off. */
  async function live(office: TestOffice, leaseId: number, homeId: number, one: Step): Promise<void> {
    const before = await standing(office.raw);
    const reason = '因故';
    const reply = one.does === 'suspend' ? await office.call('parking.suspendLease', { leaseId, from: one.from, ...(one.length !== null && { to: addDays(one.from, one.length) }), reason })
      : one.does === 'resume' ? await office.call('parking.resumeLease', { leaseId, on: one.on })
      : one.does === 'move' ? await office.call('parking.moveLease', { leaseId, on: one.on, space: one.space, ...(one.monthlyFen !== null && { monthlyFen: one.monthlyFen }), reason })
      : one.does === 'price' ? await office.call('parking.renewLease', { leaseId, from: one.from, monthlyFen: one.monthlyFen })
      : one.does === 'issue' ? await office.call('parking.issueCharges', { month: MONTHS[one.month] ?? '2026-01', commit: true })
      : one.does === 'pay' ? await payOldest(office, homeId)
      : one.does === 'end' ? await end(office, leaseId, one.on, false) : await end(office, leaseId, one.on, true);
    if (!reply?.ok || !('refundFen' in reply.value)) return;
    expect(before.fen - (await standing(office.raw)).fen).toBe(reply.value.refundFen);
    expect((await standing(office.raw)).heldFen - before.heldFen).toBe(reply.value.heldFen);
  }

  async function end(office: TestOffice, leaseId: number, on: string, recall: boolean) {
    const preview = await office.call('parking.previewEnd', { leaseId, on, recall });
    const reply = recall ? await office.call('parking.recallLease', { leaseId, on, reason: '业主要用' }) : await office.call('parking.endLease', { leaseId, on, reason: '退租' });
    if (reply.ok) expect(preview).toMatchObject({ ok: true, value: reply.value });
    return reply;
  }

  async function payOldest(office: TestOffice, homeId: number) {
    const [bill] = (await office.get('payments.listOpenBills', { homeId })).items;
    if (!bill) return undefined;
    return office.call('payments.register', { paymentId: crypto.randomUUID(), homeId, receivedOn: '2026-11-05', method: 'cash', amountFen: bill.openFen, lines: [{ billId: bill.billId, amountFen: bill.openFen }] });
  }

  async function standing(db: Db): Promise<{ fen: number; heldFen: number }> {
    const [sums] = await rows<{ fen: number; heldFen: number }>(db, `select (select coalesce(sum(b.amount_fen), 0) from parking_charge c join bill b using (bill_id) where not exists (select 1 from bill_cancel x where x.bill_id = c.bill_id)) as fen,
      (select coalesce(-sum(amount_fen), 0) from posting where account = '2203') as heldFen`);
    return sums ?? { fen: 0, heldFen: 0 };
  }

  async function recallMonth(db: Db): Promise<string | null> {
    const [event] = await rows<{ on: string }>(db, `select on_date as "on" from lease_event where kind = 'recalled'`);
    return event?.on.slice(0, 7) ?? null;
  }

  type Held = { spaceId: number; from: string; to: string | null; monthlyFen: number };
  const priceOf = (held: readonly Held[], on: string): string => held.filter((span) => span.from <= on && (span.to === null || span.to > on)).map(({ spaceId, monthlyFen }) => `${String(spaceId)} at ${String(monthlyFen)}`).join();

  /** Every day of the year: held where and at what price it is charged. */
  function checkDays(held: readonly Held[], charged: readonly Part[]): void {
    for (let on = FIRST; on < END; on = addDays(on, 1)) expect(`${on} ${priceOf(charged, on)}`).toBe(`${on} ${priceOf(held, on)}`);
    for (const part of charged) expect(part.amountFen).toBe(daysFen(part));
  }

  /** Every month of the year: once at the price of a day of it that is held, and not where none is. */
  function checkMonths(held: readonly Held[], charged: readonly Part[], recalled: string | null): void {
    for (const month of MONTHS) {
      const [from, to] = [firstDay(month), firstDay(addMonths(month, 1))];
      const inIt = charged.filter((part) => part.from >= from && part.from < to);
      if (month === recalled) { for (const part of inIt) expect(part.amountFen).toBe(daysFen(part)); continue; }
      const first = held.filter((span) => span.from < to && (span.to === null || span.to > from)).sort((left, right) => (left.from < right.from ? -1 : 1))[0];
      expect(inIt.map(({ amountFen }) => amountFen), month).toEqual(first ? [first.monthlyFen] : []);
    }
  }
});
