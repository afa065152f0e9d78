import { beforeAll, describe, expect, it } from 'vitest';
import { listContractsOfPeriod } from '../../db/queries/cost-contracts.ts';
import { listPostsOfPeriod } from '../../db/queries/cost-sheets.ts';
import { rows } from '../../db/sql.ts';
import { seemsPersonal } from '../../shared/domain/cost-target.ts';
import { openOffice, temporaryFolder, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice({ estate: false, dataFolder: temporaryFolder() });
  await office.get('estate.createSample', { homes: 240, years: 1, seed: 7, until: '2026-10', password: 'sample-7' }, { as: null });
  return () => office.close();
});

describe('the costs of a sample', () => {
  it('are vouchers of every kind and state that the ledger agrees with', async () => {
    expect((await office.get('ledger.verify', {})).problems).toEqual([]);
    const { items } = await office.get('costs.list', { limit: 1000 });
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['purchase', 'payroll', 'income', 'interest', 'maintenance', 'transfer']));
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['approved', 'waiting', 'rejected', 'reversed']));
    expect(items.filter(({ what }) => seemsPersonal(what))).toEqual([]);
    expect((await office.get('costs.waiting', {})).count).toBeGreaterThan(0);
  });
  it('are paid out of what there is: no bank account of a fund is ever below zero', async () => {
    expect(await rows(office.raw, `select * from (select account, fund, on_date, sum(sum(amount_fen)) over (partition by account, fund order by on_date) as held from posting where (account = '1002.01' and fund = 'property') or (account like '1002%' and fund = 'common') group by account, fund, on_date) where held < 0`)).toEqual([]);
  });
  it('leave of the fee a small share, and tell sheets contracts and posts', async () => {
    const [sums] = await rows<{ income: number; cost: number }>(office.raw, `select -sum(case when account = '5001' then amount_fen end) as income, sum(case when account like '5401.%' then amount_fen end) as cost from posting where on_date >= '2026-01-01'`);
    const share = ((sums?.income ?? 0) - (sums?.cost ?? 0)) * 100 / (sums?.income ?? 1);
    expect(share).toBeGreaterThan(2);
    expect(share).toBeLessThan(20);
    expect((await listContractsOfPeriod(office.raw, '2026-07', '2026-09')).map(({ code, billedFen }) => [code, billedFen])).toEqual([['GG-01', 600_000], ['TX-01', 0]]);
    expect((await listPostsOfPeriod(office.raw, '2026-01', '2026-09')).length).toBe(4);
    expect(new Set((await office.get('costs.analysis', { from: '2025-11', to: '2026-10', by: 'source' })).rows.map(({ key }) => key)).size).toBeGreaterThan(5);
  });
});
