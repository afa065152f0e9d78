import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listByAge, sumByAge } from '../../db/queries/ageing.ts';
import { listOwingHomes } from '../../db/queries/arrears-homes.ts';
import { readCollection } from '../../db/queries/collection.ts';
import { rows } from '../../db/sql.ts';
import { collectionParts } from '../../shared/domain/collection.ts';
import { turn } from '../support/office-arbitrary.ts';
import { takeTurn, type Turn } from '../support/office-turns.ts';
import { beginWorld, months, todayOf, type World } from '../support/office-world.ts';
import { pay } from '../support/builders.ts';

/** `HISTORIES=5000 SEED=1` runs as many, the same ones each time. */
const RUNS = Number(process.env['HISTORIES'] ?? 60);
const SEED = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) };
const DAYS = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-10-15', '2026-11-05', '2027-06-01'];
const PERIODS = [{ from: '2026-06', to: '2026-06' }, { from: '2026-07', to: '2026-09' }, { from: '2026-01', to: '2026-12' }, { from: '2026-12', to: '2027-02' }];

/** Lives a history, then looks; a turn that the office refuses is part of it. */
function afterHistories(look: (world: World) => Promise<void>, runs = RUNS): Promise<void> {
  return fc.assert(fc.asyncProperty(fc.array(turn, { minLength: 3, maxLength: 30, size: 'max' }), async (turns: Turn[]) => {
    const world = await beginWorld();
    try {
      for (const each of turns) await takeTurn(world, each);
      await look(world);
      expect(world.office.bugs).toEqual([]);
    } finally {
      await world.office.close();
    }
  }), { numRuns: runs, ...SEED });
}

it('buckets partition what is owed: on any day they sum to account 1122, by building and by item too', () => afterHistories(async ({ office }) => {
  for (const on of DAYS) {
    const { accounts } = await office.get('ledger.trialBalance', { on });
    const receivableFen = accounts.filter(({ account }) => account === '1122').reduce((sum, { balanceFen }) => sum + balanceFen, 0);
    const { buckets, totalFen } = await office.get('arrears.ageing', { on });
    expect(totalFen).toBe(receivableFen);
    for (const by of ['building', 'item'] as const) {
      const table = await office.get('arrears.table', { on, by });
      expect(buckets.map((_, index) => table.items.reduce((sum, { amounts }) => sum + (amounts[index] ?? 0), 0))).toEqual(buckets.map(({ amountFen }) => amountFen));
      expect(table.totalFen).toBe(receivableFen);
    }
  }
}), 600_000);

it('documents and ledger come to the same rates in every month, quarter and year, by building and item', () => afterHistories(async ({ office }) => {
  for (const period of PERIODS) {
    const whole = await office.get('collection.report', period);
    for (const by of ['building', 'item'] as const) {
      const { items, total } = await office.get('collection.report', { ...period, by });
      expect(total).toEqual(whole.total);
      const sum = (pick: (one: typeof total) => number): number => items.reduce((all, one) => all + pick(one), 0);
      expect([sum(({ current }) => current.billedFen), sum(({ current }) => current.cancelledFen), sum(({ current }) => current.collectedFen), sum(({ arrears }) => arrears.openingFen), sum(({ arrears }) => arrears.collectedFen)])
        .toEqual([total.current.billedFen, total.current.cancelledFen, total.current.collectedFen, total.arrears.openingFen, total.arrears.collectedFen]);
    }
  }
  const trend = await office.get('collection.trend', { until: '2026-11', months: 6 });
  for (const { month, ...figures } of trend.items) expect(await office.get('collection.rates', { month })).toEqual(figures);
}), 600_000);

it('large books, which read kept sums, come to what small ones add up from the rows', () => afterHistories(async ({ office: { raw } }) => {
  for (const on of DAYS) {
    expect(await sumByAge(raw, on, {}, true)).toEqual(await sumByAge(raw, on, {}, false));
    expect(await sumByAge(raw, on, { item: 'lift', building: '3' }, true)).toEqual(await sumByAge(raw, on, { item: 'lift', building: '3' }, false));
    for (const by of ['building', 'item'] as const) expect(await listByAge(raw, on, by, {}, true)).toEqual(await listByAge(raw, on, by, {}, false));
    const page = { after: '', limit: 10 };
    expect(await listOwingHomes(raw, on, { overdueOnly: true }, page, true)).toEqual(await listOwingHomes(raw, on, { overdueOnly: true }, page, false));
  }
  const isSomething = ({ key: _key, ...figures }: { key: string }): boolean => /[1-9]/.test(JSON.stringify(figures));
  for (const side of ['document', 'ledger'] as const) {
    for (const by of ['all', 'building', 'item', 'month'] as const) {
      for (const period of PERIODS) {
        const kept = await readCollection(raw, side, period, by, [period], true);
        const summed = await readCollection(raw, side, period, by, [period], false);
        expect(kept.filter(isSomething)).toEqual(summed.filter(isSomething));
      }
    }
  }
}), 600_000);

it('the homes behind a number sum to it', () => afterHistories(async ({ office }) => {
  for (const period of PERIODS) {
    const { total: { current, arrears, households } } = await office.get('collection.report', period);
    const numbers = { billed: current.billedFen, cancelled: current.cancelledFen, collected: current.collectedFen, opening: arrears.openingFen, arrearsCollected: arrears.collectedFen, householdsBilled: households.billed, householdsPaid: households.paid, householdsOwing: households.billed - households.paid };
    for (const part of collectionParts) {
      const { items, homes, totalFen } = await office.get('collection.homes', { ...period, part });
      expect(items).toHaveLength(homes);
      expect(items.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(totalFen);
      expect(part.startsWith('households') ? homes : totalFen, part).toBe(numbers[part]);
    }
  }
}, Math.ceil(RUNS / 3)), 600_000);

it('a payment and its undoing leave every bucket and every rate as they were', () => afterHistories(async (world) => {
  const { office, model } = world;
  const look = async (): Promise<unknown[]> => {
    const seen: unknown[] = [await rows(office.raw, 'select * from open_bill order by bill_id')];
    for (const on of DAYS) seen.push(await office.get('arrears.ageing', { on }));
    for (const month of [...months, '2026-12', '2027-01']) seen.push(await office.get('collection.rates', { month }));
    return seen;
  };
  // Late fees that a payment bills and its undoing cancels stay visible as cancelled bills; they are in no rate.
  for (const { homeId } of model.homes) {
    const before = await look();
    const { items } = await office.get('payments.listOpenBills', { homeId });
    const lines = items.slice(0, 3).map(({ billId, openFen }) => ({ billId, amountFen: Math.ceil(openFen / 2) }));
    if (lines.length === 0) continue;
    const input = pay({ homeId, label: '' }, undefined, lines.reduce((sum, { amountFen }) => sum + amountFen, 0), { lines, receivedOn: todayOf(world) });
    await office.get('payments.register', input);
    await office.get('payments.reverse', { paymentId: input.paymentId, reason: '错' });
    expect(await look()).toEqual(before);
  }
}, Math.ceil(RUNS / 3)), 600_000);
