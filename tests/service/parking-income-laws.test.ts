import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rows } from '../../db/sql.ts';
import { ageBuckets } from '../../shared/domain/arrears.ts';
import { addDays, daysInMonth } from '../../shared/domain/period.ts';
import { givenHomes } from '../support/builders.ts';
import { openOffice, type TestOffice } from '../support/open-office.ts';
import { givenCompany, givenSpaces, NIGHTS, WORKDAYS } from '../support/parking.ts';

const CODES = ['A-1', 'A-2', 'B-1', 'C-1'];
const weekend = [{ weekdays: [6, 7], from: '20:15', to: '03:40' }];
const windows = fc.constantFrom(undefined, NIGHTS, WORKDAYS, weekend);
const draw = {
  lease: fc.record({
    does: fc.constant('lease' as const), space: fc.constantFrom(...CODES), isDaytime: fc.boolean(), home: fc.nat(2), windows, start: fc.integer({ min: -60, max: 90 }), length: fc.option(fc.integer({ min: 1, max: 120 })), monthlyFen: fc.integer({ min: 1, max: 40_000 }),
    proration: fc.constantFrom('days' as const, 'whole' as const), cycle: fc.constantFrom('month' as const, 'quarter' as const),
  }),
  issue: fc.record({ does: fc.constant('issue' as const), ahead: fc.integer({ min: -2, max: 1 }) }),
  cancel: fc.record({ does: fc.constant('cancel' as const), at: fc.nat(20) }),
  pay: fc.record({ does: fc.constant('pay' as const), at: fc.nat(20) }),
  overstay: fc.record({ does: fc.constant('overstay' as const), at: fc.nat(10), amountFen: fc.integer({ min: 1, max: 5000 }) }),
  prices: fc.record({ does: fc.constant('prices' as const), marketFen: fc.integer({ min: 0, max: 30_000 }), share: fc.nat(100) }),
  later: fc.record({ does: fc.constant('later' as const), days: fc.integer({ min: 1, max: 40 }) }),
};
const step = fc.oneof({ weight: 4, arbitrary: draw.lease }, { weight: 4, arbitrary: draw.issue }, { weight: 2, arbitrary: draw.cancel }, draw.pay, draw.overstay, draw.prices, { weight: 2, arbitrary: draw.later });
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

type World = { office: TestOffice; homeIds: number[]; companyId: number; leases: number };

const today = ({ ctx }: TestOffice): string => new Date(ctx.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Refusals are part of the game: what is refused changes nothing. */
async function play(world: World, one: Step): Promise<void> {
  const { office, homeIds, companyId } = world;
  const day = today(office);
  if (one.does === 'lease') {
    const from = addDays(day, one.start);
    const payer = one.isDaytime ? { kind: 'daytime' as const, companyId } : { kind: 'resident' as const, homeId: homeIds[one.home] ?? 0 };
    const reply = await office.call('parking.lease', { ...payer, space: one.space, plates: [], from, ...(one.length !== null && { to: addDays(from, one.length) }), ...(one.windows && { windows: one.windows }), monthlyFen: one.monthlyFen, proration: one.proration, cycle: one.cycle, resolutionNo: '业决 1', consent: '书面同意' });
    if (reply.ok) world.leases = reply.value.leaseId;
  }
  if (one.does === 'issue') await office.call('parking.issueCharges', { month: monthAhead(day, one.ahead), commit: true });
  if (one.does === 'cancel' || one.does === 'pay') await onBill(world, one);
  if (one.does === 'overstay' && world.leases > 0) await office.call('parking.chargeOverstay', { leaseId: 1 + (one.at % world.leases), on: day, amountFen: one.amountFen, plate: '贵JA1234', note: '' });
  if (one.does === 'prices') await office.call('parking.setPrices', { from: addDays(day, one.share % 2 === 0 ? -100 : 20), marketFen: one.marketFen, residentFen: Math.floor((one.marketFen * one.share) / 100), resolutionNo: '' });
  if (one.does === 'later') office.ctx.now = new Date(office.ctx.now.getTime() + one.days * 86_400_000);
}

async function onBill({ office, homeIds, companyId }: World, { does, at }: { does: 'cancel' | 'pay'; at: number }): Promise<void> {
  const open = [];
  for (const homeId of [...homeIds, companyId]) open.push(...(await office.get('payments.listOpenBills', { homeId })).items.map((bill) => ({ ...bill, homeId })));
  const bill = open[at % Math.max(1, open.length)];
  if (!bill) return;
  if (does === 'cancel') await office.call('fees.cancelBill', { billId: bill.billId, reason: '改签' });
  else await office.call('payments.register', { paymentId: crypto.randomUUID(), homeId: bill.homeId, receivedOn: today(office), method: 'cash', amountFen: bill.openFen, lines: [{ billId: bill.billId, amountFen: bill.openFen }] });
}

function monthAhead(day: string, ahead: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + ahead;
  return `${String(Math.floor(months / 12))}-${String((months % 12) + 1).padStart(2, '0')}`;
}

const YEARS = { from: '2026-01', to: '2027-12' };

/** Income by month is the change of the accounts, the entries sum to it, and spaces sum to it too. */
async function checkLedger({ office }: World): Promise<void> {
  const { months } = await office.get('parking.income', YEARS);
  const posted = await rows<{ month: string; account: string; fen: number }>(office.raw, `select substr(on_date, 1, 7) as month, account, -sum(amount_fen) as fen from posting where account like '2241.03.%' group by 1, 2`);
  const net = ({ residentFen, daytimeFen, otherFen, subsidyFen }: { residentFen: number; daytimeFen: number; otherFen: number; subsidyFen: number }) => residentFen + daytimeFen + otherFen - subsidyFen;
  for (const month of months) expect(net(month), month.month).toBe(posted.filter((one) => one.month === month.month).reduce((sum, { fen }) => sum + fen, 0));
  const { accounts } = await office.get('ledger.trialBalance', {});
  expect(months.reduce((sum, month) => sum + net(month), 0)).toBe(0 - accounts.filter(({ account }) => account.startsWith('2241.03.')).reduce((sum, { balanceFen }) => sum + balanceFen, 0));
  const account = await office.get('parking.subsidy', YEARS);
  account.months.forEach((month, index) => {
    expect(month.entries.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(net(months[index] ?? { residentFen: 0, daytimeFen: 0, otherFen: 0, subsidyFen: 0 }));
    expect(month.residentPaidFen + month.daytimeFen + month.otherFen).toBe(month.entries.reduce((sum, { amountFen }) => sum + amountFen, 0));
  });
  expect(account.totals.leftFen).toBe(account.months.reduce((sum, { leftFen }) => sum + leftFen, 0));
  const { items, zones } = await office.get('parking.yield', YEARS);
  const common = items.filter(({ title }) => title === 'common');
  const total = (figure: 'residentFen' | 'daytimeFen' | 'subsidyFen') => months.reduce((sum, month) => sum + month[figure], 0);
  expect(common.reduce((sum, { residentPaidFen, subsidyFen }) => sum + residentPaidFen + subsidyFen, 0)).toBe(total('residentFen'));
  expect(common.reduce((sum, { subsidyFen }) => sum + subsidyFen, 0)).toBe(total('subsidyFen'));
  expect(common.reduce((sum, { daytimeFen }) => sum + daytimeFen, 0)).toBe(total('daytimeFen'));
  expect(zones.reduce((sum, { totalFen }) => sum + totalFen, 0)).toBe(items.reduce((sum, { totalFen }) => sum + totalFen, 0));
}

/** What parking is owed is what the ageing says of its items, bucket by bucket, and what its bills owe in the ledger. */
async function checkOwed({ office }: World): Promise<void> {
  const owed = await office.get('parking.arrears', {});
  const byItem = await Promise.all(['parking-resident', 'parking-daytime', 'parking-other', 'parking-agency'].map((item) => office.get('arrears.ageing', { item })));
  ageBuckets.forEach((bucket, index) => {
    const ours = owed.buckets[index];
    expect((ours?.residentFen ?? 0) + (ours?.daytimeFen ?? 0) + (ours?.otherFen ?? 0), bucket).toBe(byItem.reduce((sum, { buckets }) => sum + (buckets[index]?.amountFen ?? 0), 0));
    expect(owed.items.reduce((sum, { amounts }) => sum + (amounts[index] ?? 0), 0)).toBe(byItem.reduce((sum, { buckets }) => sum + (buckets[index]?.amountFen ?? 0), 0));
  });
  const [posted] = await rows<{ fen: number }>(office.raw, `select coalesce(sum(p.amount_fen), 0) as fen from posting p join bill b using (bill_id) join fee_item i using (fee_item_id) where p.account = '1122' and i.code like 'parking-%'`);
  expect(owed.totalFen).toBe(posted?.fen);
  expect(owed.items.reduce((sum, { openFen }) => sum + openFen, 0)).toBe(owed.totalFen);
}

type HeldMinute = { zone: string; space_id: number; from_on: string; to_on: string | null; from_minute: number; to_minute: number };

/** Occupancy by going through every minute of the month, space by space. */
async function checkOccupancy({ office }: World, month: string): Promise<void> {
  const held = await rows<HeldMinute>(office.raw, `select s.zone, s.space_id, n.from_on, n.to_on, w.from_minute, w.to_minute from lease_span n join lease l using (lease_id) join parking_space s using (space_id) join lease_window w on w.lease_id = l.lease_id where l.state <> 'draft'`);
  const { zones, spaces } = await office.get('parking.occupancy', { month });
  expect(spaces).toBe(CODES.length);
  for (const zone of zones) {
    const [taken, all] = [new Array<number>(168).fill(0), new Array<number>(168).fill(0)];
    const own = held.filter((one) => one.zone === zone.zone);
    for (let number = 1; number <= daysInMonth(month); number += 1) {
      const day = `${month}-${String(number).padStart(2, '0')}`;
      const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
      const there = own.filter(({ from_on, to_on }) => from_on <= day && (to_on === null || day < to_on));
      for (let minute = weekday * 1440; minute < (weekday + 1) * 1440; minute += 1) {
        const hour = Math.floor(minute / 60);
        // A minute of a space is held at most once: a set of spaces, not a count of leases.
        taken[hour] = (taken[hour] ?? 0) + new Set(there.filter(({ from_minute, to_minute }) => from_minute <= minute && minute < to_minute).map(({ space_id }) => space_id)).size;
        all[hour] = (all[hour] ?? 0) + zone.spaces;
      }
    }
    expect(zone.permille).toEqual(taken.map((count, hour) => Math.floor((2000 * count + (all[hour] ?? 1)) / (2 * (all[hour] ?? 1)))));
  }
}

/** Months and days let by looking at every day of every space. */
async function checkLet({ office }: World): Promise<void> {
  const held = await rows<{ code: string; from_on: string; to_on: string | null }>(office.raw, `select s.code, n.from_on, n.to_on from lease_span n join lease l using (lease_id) join parking_space s using (space_id) where l.state <> 'draft'`);
  const months = (await office.get('parking.income', { from: '2026-08', to: '2027-03' })).months;
  const days = new Map<string, number>();
  for (const { month, spacesLet } of months) {
    const there = new Set<string>();
    for (let number = 1; number <= daysInMonth(month); number += 1) {
      const day = `${month}-${String(number).padStart(2, '0')}`;
      for (const code of new Set(held.filter(({ from_on, to_on }) => from_on <= day && (to_on === null || day < to_on)).map((one) => one.code))) {
        there.add(code);
        days.set(code, (days.get(code) ?? 0) + 1);
      }
    }
    expect(spacesLet, month).toBe(there.size);
  }
  const { items } = await office.get('parking.yield', { from: '2026-08', to: '2027-03' });
  expect(Object.fromEntries(items.filter(({ daysLet }) => daysLet > 0).map(({ space, daysLet }) => [space, daysLet]))).toEqual(Object.fromEntries(days));
}

async function openWorld(): Promise<World> {
  const office = await openOffice();
  const homes = await givenHomes(office, [{}, {}, {}]);
  await givenSpaces(office, ['A-1', 'A-2']);
  await givenSpaces(office, ['B-1'], { zone: 'B' });
  await givenSpaces(office, ['C-1'], { zone: 'B', title: 'developer' });
  return { office, homeIds: homes.map(({ homeId }) => homeId), companyId: await givenCompany(office), leases: 0 };
}

describe('after any history of leases, charges, cancellations and payments', () => {
  it('income, yield, arrears, occupancy and the ledger agree', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 30 }), async (steps) => {
      const world = await openWorld();
      try {
        for (const one of steps) await play(world, one);
        await checkLedger(world);
        await checkOwed(world);
        await checkOccupancy(world, '2026-11');
        await checkLet(world);
        expect(await world.office.get('ledger.verify', {})).toMatchObject({ problems: [] });
        expect(world.office.bugs).toEqual([]);
      } finally {
        await world.office.close();
      }
    }), { numRuns: 15 });
  }, 120_000);
});
