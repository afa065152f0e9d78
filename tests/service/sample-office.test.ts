import { beforeAll, describe, expect, it } from 'vitest';
import { rows } from '../../db/sql.ts';
import { addMonths } from '../../shared/domain/period.ts';
import { openOffice, type TestOffice } from '../support/open-office.ts';

const LAST = '2026-10';
const FIRST = addMonths(LAST, -11);
const CASHIER = '沈若宁';

/** The last year of a sample, in which the office does everything that it can do: each screen has something to show. */
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice({ estate: false });
  await office.get('estate.createSample', { homes: 240, years: 2, seed: 7, until: LAST, password: 'sample-7' }, { as: null });
  return () => office.close();
});

const countBy = (list: readonly string[]): Record<string, number> => Object.fromEntries([...new Set(list)].sort().map((key) => [key, list.filter((one) => one === key).length]));

describe('the books of a sample', () => {
  it('verify, and balance in each fund', async () => {
    expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true, problems: [] });
    const { accounts } = await office.get('ledger.trialBalance', {});
    const funds = new Map<string, number>();
    for (const { fund, balanceFen } of accounts) funds.set(fund, (funds.get(fund) ?? 0) + balanceFen);
    expect(Object.fromEntries(funds)).toEqual({ agency: 0, common: 0, deposit: 0, property: 0 });
    expect(office.bugs).toEqual([]);
  });

  it('hold little cash, and of the channels only the last month', async () => {
    const { accounts } = await office.get('ledger.trialBalance', {});
    const cashFen = accounts.filter(({ account }) => account === '1001').reduce((sum, { balanceFen }) => sum + balanceFen, 0);
    expect(cashFen).toBeGreaterThanOrEqual(0);
    expect(cashFen).toBeLessThan(100_000);
    for (const { channel, openingFen, takenFen, balanceFen, differenceFen } of (await office.get('channels.summary', { month: LAST })).items) {
      expect([openingFen, differenceFen], channel).toEqual([0, 0]);
      if (channel !== 'bank') expect(balanceFen).toBeGreaterThan(takenFen / 2);
    }
  });

  it('give rates that documents and ledger agree on in every month, at the end of 86%', async () => {
    const { items } = await office.get('collection.trend', { until: LAST, months: 24 });
    expect(items).toHaveLength(24);
    const { current, households } = await office.get('collection.rates', { month: LAST });
    expect(Math.abs(current.collectedFen / current.billedFen - 0.86)).toBeLessThan(0.04);
    expect(Math.abs(households.paid / households.billed - 0.86)).toBeLessThan(0.04);
    await office.get('collection.report', { from: FIRST, to: LAST, by: 'item' });
  });
});

describe('fees of the last year', () => {
  it('are of every basis, into two funds', async () => {
    const { items } = await office.get('fees.listItems', {});
    expect(items.filter(({ fixed }) => !fixed).map(({ code, fund, versions }) => [code, fund, versions[0]?.basis])).toEqual([
      ['property', 'property', 'area'], ['second-water', 'agency', 'home'], ['lift', 'agency', 'pool'], ['water', 'agency', 'meter'], ['rubbish', 'property', 'once'], ['card', 'property', 'once'],
    ]);
    for (const { code } of items.filter(({ fixed }) => !fixed)) expect((await office.get('fees.listBills', { item: code })).items.length, code).toBeGreaterThan(5);
    expect(await rows(office.raw, `select count(*) as early from bill where month < ? and fee_item_id > 3`, [FIRST])).toEqual([{ early: 0 }]);
  });

  it('share each quarter’s lifts to the fen', async () => {
    const { items } = await office.get('fees.listPools', {});
    expect(items.map(({ month }) => month)).toEqual(['2026-09', '2026-06', '2026-03', '2025-12']);
    for (const { amountFen, billedFen, bills } of items) {
      expect(billedFen).toBe(amountFen);
      expect(bills).toBeGreaterThan(150);
    }
  });

  it('meter the water of two buildings: bases first, replaced meters, one reading put right', async () => {
    const { items } = await office.get('meters.list', { item: 'water', month: LAST, only: 'metered' });
    expect(new Set(items.map(({ building }) => building))).toEqual(new Set(['7', '8']));
    expect(items.every(({ reading }) => reading !== null)).toBe(true);
    expect(items.filter(({ bill }) => bill !== null).length).toBeGreaterThan(items.length / 2);
    const kinds = await rows<{ kind: string; corrected: number }>(office.raw, 'select kind, replaces is not null as corrected from reading');
    expect(countBy(kinds.map(({ kind, corrected }) => (corrected ? 'corrected' : kind)))).toMatchObject({ final: 3, corrected: 1 });
    const [first] = await rows<{ homeId: number }>(office.raw, `select home_id as homeId from reading where kind = 'final'`);
    expect((await office.get('meters.history', { homeId: first?.homeId ?? 0 })).items.map(({ kind }) => kind)).toContain('base');
  });
});

describe('what was given away', () => {
  it('were promotions that payments earned', async () => {
    const { items: [promotion] } = await office.get('fees.listPromotions', {});
    expect(promotion).toMatchObject({ name: '预缴全年赠 15 天', months: 12, bonusDays: 15, from: `${FIRST}-01` });
    expect(promotion?.payments).toBeGreaterThan(2);
  });

  it('were vacancies and waivers that were granted and refused, and some wait for the manager', async () => {
    const { items: vacancies } = await office.get('fees.listVacancies', {});
    expect(countBy(vacancies.map(({ state }) => state))).toMatchObject({ pending: 2, rejected: 1 });
    const { items: waivers } = await office.get('fees.listWaivers', {});
    expect(countBy(waivers.map(({ state }) => state))).toEqual({ approved: 8, pending: 3, rejected: 3 });
    const { items } = await office.get('fees.listReductions', { from: `${FIRST}-01`, to: `${LAST}-31` });
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['promotion', 'vacancy', 'waiver']));
    expect(items.every(({ amountFen }) => amountFen > 0)).toBe(true);
  });
});

describe('what was undone', () => {
  it('were receipts of every kind, and some were exchanged for an invoice', async () => {
    const { items } = await office.get('payments.list', { limit: 1000 });
    expect(Object.keys(countBy(items.flatMap(({ reversalKind }) => reversalKind ?? [])))).toEqual(expect.arrayContaining(['refund', 'reversal', 'void']));
    expect(items.filter(({ invoiceNo }) => invoiceNo !== null).length).toBeGreaterThan(5);
    expect(await rows(office.raw, 'select count(*) as parts from refund where payment_no is not null')).toEqual([{ parts: 2 }]);
  });

  it('were bills: two corrected unpaid, one cancelled, one corrected when it was paid', async () => {
    const cancelled = await rows<{ reason: string; again: number }>(office.raw, `select c.reason, (select count(*) from bill a where a.home_id = b.home_id and a.month = b.month and a.fee_item_id = b.fee_item_id and a.version > b.version) as again from bill_cancel c join bill b using (bill_id) order by c.entry_id`);
    expect(cancelled.map(({ again }) => again)).toEqual([1, 0, 1, 1]);
    const { items } = await office.get('fees.listBills', { month: '2026-09', limit: 1000 });
    expect(items.filter((bill) => bill.cancelled !== null)).toHaveLength(1);
  });

  it('were deposits, two of them only in part', async () => {
    const { items, total, heldFen } = await office.get('deposits.list', {});
    expect(total).toBeGreaterThan(12);
    expect(items.filter(({ retainedFen }) => retainedFen > 0).map(({ retainedFen }) => retainedFen).sort()).toEqual(expect.arrayContaining([30_000, 50_000]));
    expect(heldFen).toBe(3 * 200_000);
  });
});

describe('homes that changed hands', () => {
  it('are one whose arrears stay with the seller, and four others', async () => {
    const transfers = await rows<{ arrears: string; prepayment: string; from: string }>(office.raw, 'select arrears, prepayment, from_names as "from" from home_transfer order by on_date');
    expect(countBy(transfers.map(({ arrears }) => arrears))).toEqual({ buyer: 4, seller: 1 });
    expect(transfers.filter(({ from }) => from === '')).toHaveLength(1);
    expect((await office.get('homes.listDebtors', { formerOnly: true })).items).toHaveLength(1);
  });

  it('are two neighbours that became one, which the next bills follow', async () => {
    const [merge] = await rows<{ into: number; part: number; on: string }>(office.raw, 'select m.into_id as "into", h.home_id as part, m.on_date as "on" from home_merge m join home h on h.merged_into = m.into_id');
    expect(merge?.on).toBe('2026-08-01');
    expect((await office.get('homes.history', { homeId: merge?.into ?? 0 })).items.map(({ kind }) => kind)).toContain('merge');
    const billed = await rows(office.raw, `select home_id as homeId, count(*) as bills from bill where fee_item_id = 1 and month >= '2026-08' and home_id in (?, ?) group by home_id`, [merge?.into ?? 0, merge?.part ?? 0]);
    expect(billed).toEqual([{ homeId: merge?.into, bills: 3 }]);
  });

  it('have tenants who pay, and one receipt for two homes of an owner', async () => {
    const tenants = await rows<{ homeId: number; name: string }>(office.raw, `select o.home_id as homeId, p.name from occupancy o join person p using (person_id) where o.role = 'tenant' and o.pays = 1`);
    expect(tenants).toHaveLength(8);
    const paid = await rows<{ payer: string; role: string }>(office.raw, `select payer, payer_role as role from payment where home_id = ? and registered_on >= ?`, [tenants[0]?.homeId ?? 0, `${FIRST}-01`]);
    expect(paid.every(({ payer, role }) => payer === tenants[0]?.name && role === 'tenant')).toBe(true);
    const [several] = await rows<{ receipts: number }>(office.raw, 'select count(distinct p.payment_no) as receipts from payment p join payment_line l using (payment_no) join bill b using (bill_id) where b.home_id <> p.home_id');
    expect(several?.receipts).toBeGreaterThan(0);
  });
});

describe('the drawer of the last two months', () => {
  it('was counted by notes on every day on which the cashier took anything, and none is open', async () => {
    const { items, total } = await office.get('shifts.list', { limit: 1000 });
    const days = await rows<{ day: string }>(office.raw, `select distinct registered_on as day from payment where cashier = ? and registered_on >= ? order by 1`, [CASHIER, `${addMonths(LAST, -1)}-01`]);
    expect(items.map(({ openedAt }) => openedAt.slice(0, 10)).sort()).toEqual(expect.arrayContaining(days.map(({ day }) => day)));
    expect(items.every(({ reportNo, closedAt, dayNo, userName, witness }) => reportNo !== null && closedAt !== null && dayNo !== null && userName === CASHIER && witness !== null)).toBe(true);
    expect((await office.get('shifts.listDays', {})).total).toBe(total);
    for (const { day } of days) expect(new Date(`${day}T00:00:00Z`).getUTCDay(), day).not.toBe(0);
    const report = await office.get('shifts.get', { reportNo: items[0]?.reportNo ?? '' });
    expect(report.kind === 'shift' && report.report.notes.length).toBeGreaterThan(0);
  });

  it('was right on most days, over and short now and then', async () => {
    const { items } = await office.get('shifts.list', { limit: 1000 });
    const wrong = items.filter(({ overShortFen }) => overShortFen !== 0);
    expect(wrong.length).toBeGreaterThan(1);
    expect(wrong.length).toBeLessThan(items.length / 3);
    expect(items.some(({ bankedFen }) => (bankedFen ?? 0) > 0)).toBe(true);
  });
});

describe('arrears of the sample', () => {
  it('were demanded, served and called about', async () => {
    const { items, total } = await office.get('dunning.list', {});
    expect(total).toBeGreaterThan(3);
    expect(new Set(items.map(({ served }) => served.length > 0))).toEqual(new Set([true, false]));
    expect((await office.get('dunning.calls', {})).items.some(({ calls }) => calls > 0)).toBe(true);
    expect((await office.get('arrears.ageing', { on: `${LAST}-31` })).totalFen).toBeGreaterThan(0);
  });
});
