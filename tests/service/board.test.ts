import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sumFen } from '../../shared/domain/money.ts';
import { addDays } from '../../shared/domain/period.ts';
import { costOf } from '../support/costs.ts';
import { expectRefused, openOffice, temporaryFolder, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice({ estate: false, dataFolder: temporaryFolder() });
  await office.get('estate.createSample', { homes: 212, years: 2, seed: 7, until: '2026-10', password: 'sample-password' }, { as: null });
}, 120_000);
afterAll(() => office.close());

const OCTOBER = { from: '2026-10', to: '2026-10' };
const YEAR = { from: '2025-11', to: '2026-10' };
const book = async (more: Parameters<typeof costOf>[0]) => office.get('costs.approve', { costId: (await office.get('costs.register', costOf({ invoiceNo: '', ...more }))).costId });

describe('the board', () => {
  it('opens on the last month whose grid bill is there, says which later one is not, and sits beside the month before', async () => {
    const { months, then, asOf, skipped } = await office.get('board.summary', {});
    expect({ months, then, asOf, skipped }).toEqual({ months: { from: '2026-09', to: '2026-09' }, then: { from: '2026-08', to: '2026-08' }, asOf: '2026-09-30', skipped: ['2026-10'] });
    expect((await office.get('board.summary', OCTOBER)).skipped).toEqual([]);
    const empty = await openOffice();
    expect(await empty.get('board.summary', {})).toMatchObject({ skipped: [], shop: null, wall: [] });
    await empty.close();
    expect((await office.get('board.summary', { from: '2026-07', to: '2026-09', compare: 'year' })).then).toEqual({ from: '2025-07', to: '2025-09' });
    expect((await office.get('board.summary', { from: '2026-07', to: '2026-09', compare: 'none' })).then).toBeNull();
    expect((await office.get('board.summary', { from: '2025-07', to: '2025-09', compare: 'year' })).then).toBeNull();
    expect(await office.call('board.summary', { from: '2026-10', to: '2026-09' })).toMatchObject({ ok: false, code: 'DATES_REVERSED' });
  });

  it('has the collection rates of their own screens, of the month, the quarter and each month', async () => {
    const { collection } = await office.get('board.summary', { from: '2026-07', to: '2026-09' });
    expect(collection.now).toEqual((await office.get('collection.report', { from: '2026-07', to: '2026-09' })).total);
    expect(collection.then).toEqual((await office.get('collection.report', { from: '2026-04', to: '2026-06' })).total);
    expect(collection.trend).toEqual((await office.get('collection.trend', { until: '2026-09', months: 12 })).items);
    expect((await office.get('board.summary', OCTOBER)).collection.now).toEqual(await office.get('collection.rates', { month: '2026-10' }));
  });

  it('has the ageing of its day, and the homes that lapse', async () => {
    const { ageing, asOf, waiting } = await office.get('board.summary', OCTOBER);
    expect(ageing).toEqual(await office.get('arrears.ageing', { on: asOf }));
    expect(ageing.totalFen).toBeGreaterThan(0);
    const { homes } = await office.get('arrears.lapsing', {});
    expect(waiting.find(({ kind }) => kind === 'lapsing')?.count ?? 0).toBe(homes);
  });

  it('has the chargers’ margin, month by month, and what it leaves is unknown without the grid’s bill', async () => {
    const { charging } = await office.get('board.summary', OCTOBER);
    const { rows } = await office.get('charging.margin', YEAR);
    expect(charging.months.map(({ month, netFen, bookedFen, gridCostFen, commissionFen, otherFen }) => ({ month, netFen: netFen === null ? null : netFen + bookedFen, gridCostFen, commissionFen, otherFen }))).toEqual(rows.map(({ month, netFen, gridCostFen, commissionFen, otherFen, energy }) => ({ month, netFen: netFen ?? (energy > 0 ? null : 0 - commissionFen - otherFen), gridCostFen: gridCostFen ?? 0, commissionFen, otherFen })));
    expect(charging.now).toMatchObject({ netFen: null, missing: ['2026-10'] });
    expect((charging.then?.netFen ?? 0) + (charging.then?.bookedFen ?? 0)).toBe(rows.at(-2)?.netFen);
    expect(charging.then?.netFen).not.toBe(0);
  });

  it('has the parking income and the subsidy of their own screens', async () => {
    const { parking } = await office.get('board.summary', OCTOBER);
    const [income, subsidy] = [await office.get('parking.income', YEAR), await office.get('parking.subsidy', YEAR)];
    expect(parking.months.map(({ residentPaidFen, subsidyFen }) => residentPaidFen + subsidyFen)).toEqual(income.months.map(({ residentFen }) => residentFen));
    expect(parking.months.map(({ daytimeFen, otherFen, residentPaidFen, subsidyFen, leftFen }) => ({ daytimeFen, otherFen, residentPaidFen, subsidyFen, leftFen }))).toEqual(subsidy.months.map(({ daytimeFen, otherFen, residentPaidFen, subsidyFen, leftFen }) => ({ daytimeFen, otherFen, residentPaidFen, subsidyFen, leftFen })));
    for (const { netFen, residentPaidFen, daytimeFen, otherFen, costFen } of parking.months) expect(netFen).toBe(residentPaidFen + daytimeFen + otherFen - costFen);
  });

  it('has use, fees of devices and leases as their own screens have them', async () => {
    const board = await office.get('board.summary', OCTOBER);
    const [usage, income, { items }] = [await office.get('charging.usage', { from: '2026-10', to: '2026-10' }), await office.get('charging.income', { from: '2026-10-01', to: '2026-10-31', by: 'device' }), await office.get('parking.expiring', { months: 3 })];
    expect(board.heat).toEqual(usage.heat.filter(({ kind }) => kind === 'ebike'));
    expect(Object.fromEntries(board.devices.map(({ device, utilisationPermille, state }) => [device, [utilisationPermille, state]]))).toEqual(Object.fromEntries(usage.devices.map(({ device, utilisationPermille, state }) => [device, [utilisationPermille, state]])));
    expect(sumFen(board.devices.map(({ serviceFen }) => serviceFen))).toBe(sumFen(income.rows.map(({ serviceFen }) => serviceFen)));
    expect(board.devices.map(({ serviceFen }) => serviceFen)).toEqual(board.devices.map(({ serviceFen }) => serviceFen).sort((one, other) => other - one));
    expect(board.expiring.items).toEqual(items.filter(({ to }) => addDays(to, -1) <= '2026-12-05'));
  });

  it('counts what waits as the lists do', async () => {
    const { waiting } = await office.get('board.summary', OCTOBER);
    const counts = Object.fromEntries(waiting.map(({ kind, count }) => [kind, count]));
    expect(counts['channelExceptions'] ?? 0).toBe((await office.get('channels.list', { state: 'exception' })).total);
    expect(counts).toMatchObject({
      chargingReview: (await office.get('charging.listReview', { state: 'open', limit: 1 })).open,
      waivers: (await office.get('fees.listWaivers', { state: 'pending' })).items.length, costs: (await office.get('costs.waiting', {})).count, unclosed: 1,
    });
    const contracts = (await office.get('costs.listContracts', {})).items;
    expect(counts['instalments'] ?? 0).toBe(contracts.flatMap(({ instalments }) => instalments).filter(({ state }) => state === 'overdue').length);
    expect(counts['complaints'] ?? 0).toBe((await office.get('market.listComplaints', { openOnly: true })).items.length);
  });

  it('tells how long a sheet has hung, which was never put up, and which objection has no answer', async () => {
    const { statementId } = await office.get('statements.prepare', { kind: 'common', from: '2026-07', to: '2026-09' });
    await office.get('statements.publish', { statementId });
    const kinds = async () => { const { waiting, wall } = await office.get('board.summary', {}); return { counts: Object.fromEntries(waiting.map(({ kind, count }) => [kind, count])), wall }; };
    const before = await kinds();
    expect(before.counts['notPosted']).toBeGreaterThan(0);
    expect(before.wall.map((sheet) => sheet.statementId)).not.toContain(statementId);
    const today = office.ctx.now.toISOString().slice(0, 10);
    await office.get('statements.addPosting', { statementId, place: '东门', from: today });
    const later = office.ctx.now;
    office.ctx.now = new Date(later.getTime() + 10 * 86_400_000);
    await office.get('statements.addObjection', { objectionId: '7f6d1d1e-8a59-4d9d-9b51-0b9d0c4b6a10', statementId, on: today, what: '电费对不上' });
    const { items, wanted } = await office.get('statements.listPostings', { statementId });
    const { counts, wall } = await kinds();
    expect(wall.filter((sheet) => sheet.statementId === statementId)).toEqual([{ statementId, kind: 'common', from: '2026-07', to: '2026-09', version: 2, workdays: items[0]?.workdays, wanted }]);
    expect(items[0]?.workdays).toBeGreaterThan(5);
    expect([(counts['objections'] ?? 0) - (before.counts['objections'] ?? 0), (before.counts['notPosted'] ?? 0) - (counts['notPosted'] ?? 0)]).toEqual([1, 1]);
    office.ctx.now = later;
  });

  it('splits money and the common balance without a fen left over, at every month’s end', async () => {
    const { common, cash, asOf } = await office.get('board.summary', { from: '2026-01', to: '2026-10' });
    const { accounts } = await office.get('ledger.trialBalance', { on: asOf });
    const sum = (prefixes: string[], fund?: string): number => sumFen(accounts.filter((one) => prefixes.some((prefix) => one.account.startsWith(prefix)) && (fund === undefined || one.fund === fund)).map(({ balanceFen }) => balanceFen));
    for (const { fund, totalFen, cashFen, bankFen, transitFen } of cash) expect({ fund, totalFen, sum: cashFen + bankFen + transitFen }).toEqual({ fund, totalFen: sum(['1001', '1002', '1012'], fund), sum: sum(['1001', '1002', '1012'], fund) });
    expect(sumFen(cash.map(({ totalFen }) => totalFen))).toBe(sum(['1001', '1002', '1012']));
    const { special, basic, cash: drawer, transit, held } = common.now.parts;
    expect(common.now.balanceFen).toBe(special + basic + drawer + transit - held);
    expect(common.now.balanceFen).toBe(sum(['1001', '1002', '1012', '1122.01', '2203'], 'common'));
    expect(sumFen(common.sources.map(({ balanceFen }) => balanceFen))).toBe(common.now.balanceFen);
    expect(sumFen(common.sources.map(({ movedFen }) => movedFen))).toBe(common.now.balanceFen - (common.months.find(({ month }) => month === '2025-12')?.balanceFen ?? 0));
    expect(common.months.at(-1)?.balanceFen).toBe(common.now.balanceFen);
    expect(common.sources.map(({ source }) => source)).not.toContain('rest');
  });

  it('has the closing balance of the statement of the same months', async () => {
    for (const span of [{ from: '2026-07', to: '2026-09' }, { from: '2026-09', to: '2026-09' }, { from: '2026-10', to: '2026-10' }, YEAR]) {
      const { closingFen, checks } = await office.get('statements.prepare', { kind: 'common', ...span });
      const { common } = await office.get('board.summary', span);
      expect([span.from, common.now.balanceFen, sumFen(common.sources.map(({ balanceFen }) => balanceFen))]).toEqual([span.from, closingFen, closingFen]);
      expect(checks.filter(({ ok, name }) => !ok && name !== 'bankEqualsLedger')).toEqual([]);
    }
  });

  it('has what the shop gave as its own screen has it', async () => {
    const { shop } = await office.get('board.summary', { from: '2026-07', to: '2026-09' });
    const months = await Promise.all(['2026-07', '2026-08', '2026-09'].map((month) => office.get('market.summary', { month })));
    const sum = (of: (month: (typeof months)[number]) => number): number => sumFen(months.map(of));
    expect(shop).toMatchObject({ waivedRentFen: sum((one) => one.waivedRentFen), salesFen: sum((one) => one.salesFen), savingFen: sum((one) => one.savingFen) });
    expect(sumFen(Object.values(shop?.growersFen ?? {}))).toBe(sum((one) => sumFen(Object.values(one.growersFen))));
    expect(shop?.salesFen).toBeGreaterThan(0);
    expect(shop?.months.at(-1)).toMatchObject({ month: '2026-09', savingFen: months[2]?.savingFen });
    expect((await office.get('board.summary', { from: '2024-12', to: '2024-12' })).shop).toBeNull();
  });

  it('takes costs that were booked off charging and parking', async () => {
    const before = await office.get('board.summary', { from: '2026-11', to: '2026-11' });
    await book({ fund: 'common', paidOn: '2026-11-02', what: '枪头更换', lines: [{ to: { source: 'charging-car', column: 'direct' }, amountFen: 12_345 }] });
    await book({ fund: 'common', paidOn: '2026-11-02', what: '停车税费', lines: [{ to: { source: 'parking-daytime', column: 'tax' }, amountFen: 6_789 }] });
    const after = await office.get('board.summary', { from: '2026-11', to: '2026-11' });
    expect([after.charging.now.costFen - before.charging.now.costFen, after.charging.now.bookedFen]).toEqual([12_345, 12_345]);
    expect([after.parking.now.costFen, after.parking.now.netFen]).toEqual([6_789, before.parking.now.netFen - 6_789]);
    expect(after.common.now.balanceFen - before.common.now.balanceFen).toBe(-12_345 - 6_789);
    expect(sumFen(after.common.sources.map(({ balanceFen }) => balanceFen))).toBe(after.common.now.balanceFen);
    expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true, problems: [] });
  });
});

describe('what changed since', () => {
  it('tells nothing of the time before a first visit', async () => {
    expect(await office.get('board.changes', {}, { as: 'auditor' })).toMatchObject({ since: null, movements: [], entries: 0 });
  });

  it('is by the entries posted since, whatever their day, and its causes sum to how each balance differs', async () => {
    const balances = async () => new Map((await office.get('ledger.trialBalance', {})).accounts.map(({ account, fund, balanceFen }) => [`${account} ${fund}`, Number(balanceFen)]));
    const before = await balances();
    const { through } = await office.get('board.changes', {});
    await office.get('board.markSeen', { entryId: through });
    expect(await office.get('board.changes', {})).toMatchObject({ since: { entryId: through }, entries: 0, movements: [] });
    const { items } = await office.get('payments.list', { limit: 1 });
    await office.get('payments.reverse', { paymentId: items[0]?.paymentId ?? '', reason: '付错了' });
    const { costId } = await book({ kind: 'income', fund: 'common', paidOn: '2026-10-31', what: '电梯广告第四季', lines: [{ to: { source: 'advertising' }, amountFen: 5_000 }] });
    const changes = await office.get('board.changes', {});
    const after = await balances();
    expect(changes.entries).toBe(2);
    const moved = new Map<string, number>();
    for (const { account, fund, amountFen } of changes.movements.flatMap(({ causes }) => causes)) moved.set(`${account} ${fund}`, (moved.get(`${account} ${fund}`) ?? 0) + amountFen);
    for (const key of new Set([...before.keys(), ...after.keys()])) expect([key, moved.get(key) ?? 0]).toEqual([key, (after.get(key) ?? 0) - (before.get(key) ?? 0)]);
    const amounts = changes.movements.map(({ amountFen }) => Math.abs(amountFen));
    expect(amounts).toEqual([...amounts].sort((one, other) => other - one));
    expect(changes.movements.find(({ subject }) => subject === 'common-advertising')).toMatchObject({ amountFen: 5_000, causes: [{ kind: 'income', entries: 1, fromOn: '2026-10-31', costs: [{ what: '电梯广告第四季', code: null, costId, vouchers: 1, amountFen: -5_000 }] }] });
    expect(changes.movements.find(({ subject }) => subject === 'arrears')).toMatchObject({ amountFen: items[0]?.amountFen, causes: [{ kind: 'reversal', homes: 1, top: { label: items[0]?.label } }] });
  });

  it('goes on from the entry that was named, not from a visit made meanwhile', async () => {
    const { since, through } = await office.get('board.changes', {});
    const from = since?.entryId ?? 0;
    await office.get('board.markSeen', { entryId: through });
    expect(await office.get('board.changes', { since: from })).toMatchObject({ since: { entryId: from, at: null }, entries: 2 });
    expect(await office.get('board.markSeen', { entryId: from })).toEqual({ entryId: through });
    expect((await office.get('board.changes', {})).since?.entryId).toBe(through);
  });

  it('names chargers that have become idle since, and only those', async () => {
    const visit = async (at: string) => { office.ctx.now = new Date(at); await office.get('board.markSeen', { entryId: (await office.get('board.changes', {})).through }); };
    await visit('2026-11-06T02:00:00.000Z');
    const idleOn = async () => (await office.get('charging.usage', { from: '2026-12', to: '2026-12' })).devices.flatMap(({ device, idleDays, state }) => (state === 'IDLE' ? [{ device, idleDays }] : []));
    const before = (await office.get('charging.usage', { from: '2026-11', to: '2026-11' })).devices.flatMap(({ device, state }) => (state === 'IDLE' ? [device] : []));
    office.ctx.now = new Date('2026-12-20T02:00:00.000Z');
    const { idle } = await office.get('board.changes', {});
    expect(idle.length).toBeGreaterThan(0);
    expect(idle).toEqual((await idleOn()).filter(({ device }) => !before.includes(device)));
    await visit('2026-12-20T03:00:00.000Z');
    expect((await office.get('board.changes', {})).idle).toEqual([]);
  });

  it('refuses an entry that there is not', async () => {
    await expectRefused(office, () => office.call('board.markSeen', { entryId: 999_999_999 }), 'NO_SUCH_ENTRY', { entryId: 999_999_999 });
  });
});

describe('the kept months', () => {
  it('are found out when they are not what the postings come to', async () => {
    await office.raw.raw(`update account_month set amount_fen = amount_fen + 1 where account = '5001' and month = '2026-03'`);
    const { problems } = await office.get('ledger.verify', {});
    expect(problems).toEqual([{ kind: 'SUM', subject: '5001 property 2026-03', detail: expect.any(String) as string }]);
    await office.raw.raw(`update account_month set amount_fen = amount_fen - 1 where account = '5001' and month = '2026-03'`);
    expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true });
  });
});
