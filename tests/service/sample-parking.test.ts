import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatFen } from '../../shared/domain/money.ts';
import { hasHledger, hledger } from '../support/hledger.ts';
import { openOffice, temporaryFolder, type TestOffice } from '../support/open-office.ts';

const LAST = '2026-10';
const YEAR = { from: '2025-11', to: LAST };

/** A year of the lot in a small sample. */
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice({ estate: false, dataFolder: temporaryFolder() });
  await office.get('estate.createSample', { homes: 120, years: 1, seed: 7, until: LAST, password: 'sample-7' }, { as: null });
  return () => office.close();
});

describe('the lot of a sample', () => {
  it('is let by night and by day, in every state that a lease has', async () => {
    expect((await office.get('ledger.verify', {})).problems).toEqual([]);
    const { items } = await office.get('parking.listZones', {});
    expect(items.length).toBeGreaterThanOrEqual(4);
    const spaces = items.reduce((sum, zone) => sum + zone.spaces, 0);
    expect(spaces).toBeGreaterThan(90);
    office.ctx.now = new Date(`${LAST}-31T04:00:00Z`);
    for (const state of ['running', 'suspended', 'ended'] as const) expect((await office.get('parking.listLeases', { state })).total, state).toBeGreaterThan(0);
    expect((await office.get('parking.listLeases', { kind: 'daytime' })).total).toBeGreaterThan(15);
    const { spaces: drawn } = await office.get('parking.plan', { zone: 'A区', on: `${LAST}-15` });
    expect(drawn.filter(({ leases }) => leases.length === 2).length).toBeGreaterThan(5);
    expect((await office.get('parking.listVouchers', {})).counts.used).toBeGreaterThan(0);
    expect((await office.get('parking.listCompanies', {})).items.every(({ leases }) => leases > 0)).toBe(true);
  });

  it('carries the subsidy by its income of the day, as the account and the ledger say', async () => {
    const { totals } = await office.get('parking.subsidy', YEAR);
    expect(totals.daytimeFen).toBeGreaterThan(0);
    expect(totals.subsidyFen).toBeGreaterThan(0);
    const { accounts } = await office.get('ledger.trialBalance', {});
    const balance = (account: string): number => 0 - (accounts.find((one) => one.account === account)?.balanceFen ?? 0);
    expect(totals.daytimeFen).toBe(balance('2241.03.02'));
    expect(totals.subsidyFen).toBe(0 - balance('2241.03.09'));
    expect(totals.residentPaidFen + totals.subsidyFen).toBe(balance('2241.03.01'));
    expect(totals.leftFen).toBe(totals.daytimeFen + totals.otherFen - totals.subsidyFen);
  });

  it.skipIf(!hasHledger)('and as hledger says', async () => {
    const file = join(temporaryFolder(), 'books.journal');
    await office.get('ledger.exportHledger', { file });
    const csv = hledger(file, 'balance', '--flat', '--no-total', '-O', 'csv');
    const { totals } = await office.get('parking.subsidy', YEAR);
    const line = (account: string): string => csv.split('\n').find((one) => one.includes(account)) ?? '';
    expect(line('2241.03.02')).toContain(formatFen(totals.daytimeFen, { separators: false }));
    expect(line('2241.03.09')).toContain(formatFen(totals.subsidyFen, { separators: false }));
  });
});
