import { beforeAll, describe, expect, it } from 'vitest';
import { openOffice, temporaryFolder, type TestOffice } from '../support/open-office.ts';

const YEAR = { from: '2025-11-01', to: '2026-10-31' };

/** A year of chargers in a sample that is large enough to have some. */
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice({ estate: false, dataFolder: temporaryFolder() });
  await office.get('estate.createSample', { homes: 240, years: 1, seed: 7, until: '2026-10', password: 'sample-7' }, { as: null });
  return () => office.close();
});

describe('the chargers of a sample', () => {
  it('brought an income every month, from cars and from e-bikes, as the ledger has it', async () => {
    expect((await office.get('ledger.verify', {})).problems).toEqual([]);
    const { rows } = await office.get('charging.income', { ...YEAR, by: 'month' });
    expect(rows).toHaveLength(12);
    for (const kind of ['ev', 'ebike'] as const) expect((await office.get('charging.income', { ...YEAR, by: 'month', kind })).rows).toHaveLength(12);
    const { accounts } = await office.get('ledger.trialBalance', {});
    const balance = (account: string): number => 0 - (accounts.find((one) => one.account === account)?.balanceFen ?? 0);
    expect(rows.reduce((sum, row) => sum + row.energyFen, 0)).toBe(balance('2241.03.11'));
    expect(rows.reduce((sum, row) => sum + row.serviceFen, 0)).toBe(balance('2241.03.12'));
  });
  it('have orders that the platform took too much for, lines to look at, and cards that are paid ahead', async () => {
    expect((await office.get('charging.listSessions', { differsOnly: true })).items.length).toBeGreaterThan(5);
    expect((await office.get('charging.listReview', { state: 'open' })).items.map(({ reason }) => reason).sort()).toEqual(['NO_END', 'NO_END', 'UNKNOWN_DEVICE', 'UNKNOWN_DEVICE']);
    const { items, balanceFen } = await office.get('charging.listAccounts', {});
    expect(items.length).toBeGreaterThan(5);
    expect(items.every((one) => one.toppedUpFen === one.chargedFen + one.paidBackFen + one.balanceFen)).toBe(true);
    expect(items.some((one) => one.plans !== '')).toBe(true);
    expect(balanceFen).toBeGreaterThan(0);
  });
  it('leave something: platforms paid but for the last month, one day short, and every month but the last has its grid bill', async () => {
    const { rows } = await office.get('charging.margin', { from: '2025-11', to: '2026-10' });
    expect(rows.map(({ gridCostFen }) => gridCostFen !== null)).toEqual([...Array.from({ length: 11 }, () => true), false]);
    expect(rows.slice(0, 11).every(({ netFen, commissionFen, lossPermille }) => (netFen ?? 0) > 0 && commissionFen >= 0 && (lossPermille ?? 0) > 30)).toBe(true);
    for (const month of ['2026-01', '2026-09']) expect((await office.get('charging.reconcile', { month })).alarms).toEqual([]);
    expect((await office.get('charging.listGridPrices', {})).above).toEqual([]);
    const { items } = await office.get('charging.listSettlements', { from: '2025-11-01', to: '2026-10-31' });
    expect(items.filter(({ state }) => state === 'differs')).toHaveLength(1);
    expect(new Set(items.filter(({ state }) => state === 'unsettled').map(({ on }) => on.slice(0, 7)))).toEqual(new Set(['2026-10']));
  });
  it('are in months that were closed through the last whole quarter, each right by all that is checked', async () => {
    const { closedThrough, months, events } = await office.get('periods.list', {});
    expect({ closedThrough, closed: months.filter(({ state }) => state === 'closed').length }).toEqual({ closedThrough: '2026-09', closed: 11 });
    expect(events.map(({ month, months: moved }) => [month, moved.length])).toEqual([['2026-09', 1], ['2026-08', 1], ['2026-07', 1], ['2026-06', 8]]);
    expect((await office.get('periods.check', { month: '2026-09' })).items.filter(({ ok }) => !ok)).toEqual([]);
  });
  it('are none in an estate too small for them', async () => {
    const small = await openOffice({ estate: false, dataFolder: temporaryFolder() });
    await small.get('estate.createSample', { homes: 60, years: 1, seed: 7, until: '2026-10', password: 'sample-7' }, { as: null });
    expect((await small.get('charging.listDevices', {})).items).toEqual([]);
    expect((await small.get('periods.list', {})).closedThrough).toBeNull();
    await small.close();
  });
});
