import fc from 'fast-check';
import { expect, it } from 'vitest';
import { turn } from '../support/office-arbitrary.ts';
import * as books from '../support/office-model.ts';
import { takeTurn } from '../support/office-turns.ts';
import { beginWorld, months, todayOf, type World } from '../support/office-world.ts';

/** `HISTORIES=5000 SEED=1` runs as many, the same ones each time. */
const RUNS = Number(process.env['HISTORIES'] ?? 120);
const SEED = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) };

/** Every account by fund, without those at zero. */
async function trialOf({ office }: World): Promise<Record<string, number>> {
  const { accounts } = await office.get('ledger.trialBalance', {});
  const found: Record<string, number> = {};
  for (const { account, fund, balanceFen } of accounts) if (balanceFen !== 0) found[`${account} ${fund}`] = balanceFen;
  return found;
}

function sumAccounts(trial: Record<string, number>, starts: string): number {
  return Object.entries(trial).filter(([key]) => key.startsWith(starts)).reduce((sum, [, fen]) => sum + fen, 0);
}

/** The trial balance is what the arrays say: what is owed, held, in the drawer and in the channels, earned and given away. */
async function checkTrial(world: World): Promise<void> {
  const { model } = world;
  const trial = await trialOf(world);
  for (const fund of ['property', 'common', 'agency', 'deposit'] as const) {
    const own = Object.entries(trial).filter(([key]) => key.endsWith(` ${fund}`));
    expect(own.reduce((sum, [, fen]) => sum + fen, 0), `${fund} balances`).toBe(0);
    expect(trial[`1122 ${fund}`] ?? 0, `1122 ${fund}`).toBe(books.openOfFund(model, fund));
    expect(0 - (trial[`2203 ${fund}`] ?? 0), `2203 ${fund}`).toBe(books.heldOfFund(model, fund));
  }
  for (const account of new Set([...Object.values(books.ACCOUNT)])) expect(sumAccounts(trial, `${account} `), account).toBe(model.money[account] ?? 0);
  const earned = (...items: string[]): number => items.reduce((sum, item) => sum + (model.income[item] ?? 0), 0);
  expect({
    fees: 0 - sumAccounts(trial, '5001 '), given: sumAccounts(trial, '5001.91') + sumAccounts(trial, '5001.92'), agency: 0 - sumAccounts(trial, '2241.02'), common: 0 - sumAccounts(trial, '2241.03'),
    extra: 0 - sumAccounts(trial, '5301') - sumAccounts(trial, '5711'), retained: 0 - sumAccounts(trial, '5051'), opening: 0 - sumAccounts(trial, '3999'), deposits: 0 - sumAccounts(trial, '2241.01'),
  }).toEqual({
    fees: earned('property', 'clean'), given: books.reducedOf(model), agency: earned('lift'), common: earned('card'),
    extra: earned('late', 'over', 'short'), retained: earned('retained'), opening: earned('opening'), deposits: model.deposits.reduce((sum, { heldFen }) => sum + heldFen, 0),
  });
}

/** Each bill owes, each bucket holds and each rate says what the arrays do; and the books verify. */
async function checkAll(world: World): Promise<void> {
  const { office, model } = world;
  const { items } = await office.get('fees.listBills', { limit: 1000 });
  expect(items.map(({ billId, amountFen, openFen, cancelled }) => ({ billId, amountFen, openFen, cancelled: cancelled !== null }))).toEqual(
    [...model.bills].sort((one, other) => one.billId - other.billId).map((bill) => ({ billId: bill.billId, amountFen: bill.amountFen, openFen: books.openOf(bill), cancelled: bill.cancelled })));
  const on = todayOf(world);
  const { buckets, totalFen } = await office.get('arrears.ageing', { on });
  const future = model.bills.filter((bill) => books.openOf(bill) !== 0).length;
  expect(totalFen, `${String(future)} bills owe`).toBe(['property', 'common', 'agency'].reduce((sum, fund) => sum + books.openOfFund(model, fund as 'property'), 0));
  expect(buckets.map(({ amountFen }) => amountFen)).toEqual(books.ageing(model, on));
  for (const each of months) {
    const rates = await office.get('collection.rates', { month: each });
    const { billedFen, cancelledFen, collectedFen, homes, paid } = books.ratesOf(model, each);
    expect({ current: rates.current, households: rates.households }).toMatchObject({ current: { billedFen, cancelledFen, collectedFen }, households: { billed: homes, paid } });
  }
  expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true, problems: [] });
  expect(office.bugs).toEqual([]);
}

it('comes to what plain arrays come to, whatever is billed, paid, undone, waived, cancelled and closed in whatever order', async () => {
  await fc.assert(fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 30, size: 'max' }), async (turns) => {
    const world = await beginWorld();
    try {
      for (const each of turns) {
        await takeTurn(world, each);
        await checkTrial(world);
      }
      await checkAll(world);
    } finally {
      await world.office.close();
    }
  }), { numRuns: RUNS, ...SEED });
}, 3_600_000);
