import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { givenHomes, type GivenHome } from '../support/builders.ts';
import { openOffice, refusal, type TestOffice } from '../support/open-office.ts';
import { givenCompany, givenLease, givenSpaces, NIGHTS, WORKDAYS } from '../support/parking.ts';

let office: TestOffice;
let homes: GivenHome[];
let companyId: number;
beforeEach(async () => {
  office = await openOffice();
  homes = await givenHomes(office, [{}, {}, {}]);
  companyId = await givenCompany(office);
  await givenSpaces(office, ['A-001', 'A-002', 'A-003', 'A-004']);
  await givenSpaces(office, ['B-001'], { zone: 'B', title: 'owner', ownerHomeId: home(2) });
  return () => office.close();
});
afterAll(() => { expect(office.bugs).toEqual([]); });

const home = (index: number): number => homes[index]?.homeId ?? 0;
const prices = { from: '2026-01-01', marketFen: 20_000, residentFen: 5_000 };
const daytime = (space: string, more: object = {}) => givenLease(office, { space, kind: 'daytime', companyId, windows: WORKDAYS, monthlyFen: 30_000, resolutionNo: '业决 2026-1', ...more });
const issue = (month: string) => office.get('parking.issueCharges', { month, commit: true });

/** Two residents of common spaces (one from the 16th), one of his own space, and a firm by day on the first space and on another. */
async function givenQuarter(): Promise<void> {
  await office.get('parking.setPrices', prices);
  await givenLease(office, { space: 'A-001', homeId: home(0), windows: NIGHTS });
  await givenLease(office, { space: 'A-002', homeId: home(1), from: '2026-09-16' });
  await givenLease(office, { space: 'B-001', homeId: home(2), monthlyFen: 8_000 });
  await daytime('A-001');
  await daytime('A-003', { from: '2026-10-01' });
  for (const month of ['2026-09', '2026-10', '2026-11']) await issue(month);
}

/** Credit balances of the accounts of parking in the trial balance. */
async function balances(): Promise<Record<string, number>> {
  const { accounts } = await office.get('ledger.trialBalance', {});
  return Object.fromEntries(accounts.filter(({ account }) => account.startsWith('2241.03.')).map(({ account, balanceFen }) => [account, -balanceFen]));
}

describe('income of parking', () => {
  it('is by month and kind, residents at the market price, and is the change of the accounts', async () => {
    await givenQuarter();
    await office.get('parking.chargeOverstay', { leaseId: 1, on: '2026-11-03', amountFen: 1_500, plate: '贵JA1234', note: '' });
    const { months } = await office.get('parking.income', { from: '2026-08', to: '2026-11' });
    expect(months).toEqual([
      { month: '2026-08', residentFen: 0, daytimeFen: 0, otherFen: 0, subsidyFen: 0, spacesLet: 0 },
      { month: '2026-09', residentFen: 30_000, daytimeFen: 30_000, otherFen: 0, subsidyFen: 22_500, spacesLet: 3 },
      { month: '2026-10', residentFen: 40_000, daytimeFen: 60_000, otherFen: 0, subsidyFen: 30_000, spacesLet: 4 },
      { month: '2026-11', residentFen: 40_000, daytimeFen: 60_000, otherFen: 1_500, subsidyFen: 30_000, spacesLet: 4 },
    ]);
    expect(await balances()).toEqual({ '2241.03.01': 110_000, '2241.03.02': 150_000, '2241.03.03': 1_500, '2241.03.09': -82_500 });
  });

  it('goes back in the month in which a charge is cancelled', async () => {
    await givenQuarter();
    office.ctx.now = new Date('2026-12-02T02:00:00.000Z');
    const { items } = await office.get('payments.listOpenBills', { homeId: home(1) });
    const bill = items.find(({ item, from }) => item === 'parking-resident' && from === '2026-10-01');
    await office.get('fees.cancelBill', { billId: bill?.billId ?? 0, reason: '登记错了' });
    const { months } = await office.get('parking.income', { from: '2026-10', to: '2026-12' });
    expect(months.map(({ residentFen, subsidyFen }) => [residentFen, subsidyFen])).toEqual([[40_000, 30_000], [40_000, 30_000], [-20_000, -15_000]]);
    const { months: account } = await office.get('parking.subsidy', { from: '2026-12', to: '2026-12' });
    expect(account).toMatchObject([{ residentMonthsPermille: -1000, residentPaidFen: -5_000, subsidyFen: -15_000, leftFen: 15_000 }]);
  });

  it('counts a space once, however many leases hold it and however they follow each other', async () => {
    await givenLease(office, { space: 'A-001', homeId: home(0), windows: NIGHTS, to: '2026-10-11' });
    await daytime('A-001', { to: '2026-10-05' });
    await givenLease(office, { space: 'A-001', homeId: home(1), windows: NIGHTS, from: '2026-10-20', to: '2026-12-01' });
    await givenLease(office, { space: 'A-002', homeId: home(2), from: '2026-10-31', draft: true });
    const { months } = await office.get('parking.income', { from: '2026-08', to: '2027-01' });
    expect(months.map(({ spacesLet }) => spacesLet)).toEqual([0, 1, 1, 1, 0, 0]);
  });

  it('refuses months in the wrong order', async () => {
    for (const name of ['parking.income', 'parking.subsidy', 'parking.yield'] as const) expect(await office.call(name, { from: '2026-11', to: '2026-10' })).toEqual(refusal('DATES_REVERSED', { from: '2026-11', to: '2026-10' }));
  });
});

describe('the subsidy account', () => {
  it('adds up as an owner with a calculator does, with the entries behind each month', async () => {
    await givenQuarter();
    const { months, totals } = await office.get('parking.subsidy', { from: '2026-09', to: '2026-11' });
    expect(months.map(({ entries: _entries, ...month }) => month)).toEqual([
      { month: '2026-09', marketFen: 20_000, residentFen: 5_000, residentMonthsPermille: 1_500, daytimeFen: 30_000, otherFen: 0, residentPaidFen: 7_500, subsidyFen: 22_500, leftFen: 7_500, carriedMonths: 2 },
      { month: '2026-10', marketFen: 20_000, residentFen: 5_000, residentMonthsPermille: 2_000, daytimeFen: 60_000, otherFen: 0, residentPaidFen: 10_000, subsidyFen: 30_000, leftFen: 30_000, carriedMonths: 4 },
      { month: '2026-11', marketFen: 20_000, residentFen: 5_000, residentMonthsPermille: 2_000, daytimeFen: 60_000, otherFen: 0, residentPaidFen: 10_000, subsidyFen: 30_000, leftFen: 30_000, carriedMonths: 4 },
    ]);
    expect(totals).toEqual({ daytimeFen: 150_000, otherFen: 0, residentPaidFen: 27_500, subsidyFen: 82_500, leftFen: 67_500 });
    for (const { entries, residentPaidFen, daytimeFen } of months) {
      expect(entries.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(residentPaidFen + daytimeFen);
      for (const { entryId, account, amountFen, on } of entries) {
        const entry = await office.get('ledger.getEntry', { entryId });
        expect(-entry.postings.filter((posting) => posting.account === account).reduce((sum, posting) => sum + posting.amountFen, 0)).toBe(amountFen);
        expect(entry.on).toBe(on);
      }
    }
    const short = await office.get('parking.subsidy', { from: '2026-09', to: '2026-11', entries: false });
    expect(short.months.map(({ entries }) => entries)).toEqual([[], [], []]);
    expect(short.totals).toEqual(totals);
  });

  it('counts a whole month as one, and carries nothing where there is no price', async () => {
    await givenLease(office, { space: 'A-001', homeId: home(0), from: '2026-09-20', proration: 'whole' });
    await daytime('A-002');
    await issue('2026-09');
    const { months } = await office.get('parking.subsidy', { from: '2026-09', to: '2026-09' });
    expect(months).toMatchObject([{ marketFen: null, residentFen: null, residentMonthsPermille: 1_000, residentPaidFen: 5_000, subsidyFen: 0, leftFen: 30_000, carriedMonths: null }]);
  });

  it('shows the prices that a month began with, else the first of it', async () => {
    await office.get('parking.setPrices', { from: '2026-09-10', marketFen: 20_000, residentFen: 5_000 });
    await office.get('parking.setPrices', { from: '2026-10-15', marketFen: 24_000, residentFen: 6_000 });
    const { months } = await office.get('parking.subsidy', { from: '2026-08', to: '2026-11' });
    expect(months.map(({ marketFen }) => marketFen)).toEqual([null, 20_000, 20_000, 24_000]);
  });
});

describe('the simulator', () => {
  it('begins with today, and a year at today’s figures is twelve of today’s months', async () => {
    expect(await office.call('parking.simulationStart', {})).toEqual(refusal('NO_PRICES', { from: '2026-11-05' }));
    await givenQuarter();
    await daytime('A-002', { windows: [{ weekdays: [1], from: '09:00', to: '10:00' }], from: '2027-01-01', monthlyFen: 999 }).catch(() => 0);
    const start = await office.get('parking.simulationStart', {});
    expect(start).toEqual({ marketFen: 20_000, residentFen: 5_000, daytimeFen: 30_000, daytimeShare: 0.5, commonSpaces: 4, residentLeases: 2, daytimeSpaces: 2 });
    const year = await office.get('parking.simulate', { residentFen: start.residentFen, daytimeFen: start.daytimeFen, daytimeShare: start.daytimeShare });
    expect(year.yearFen).toEqual({ daytime: 720_000, subsidy: 360_000, left: 360_000 });
    expect(year.basis).toEqual({ marketFen: 20_000, commonSpaces: 4, residentLeases: 2, daytimeSpaces: 2 });
    expect(year.months).toHaveLength(12);
    expect(year.months[0]).toEqual({ month: '2026-12', daytime: 60_000, subsidy: 30_000, left: 30_000 });
    expect(await office.get('parking.simulate', { residentFen: 0, daytimeFen: 10_001, daytimeShare: 0.625 })).toMatchObject({ yearFen: { daytime: 12 * 3 * 10_001, subsidy: 480_000, left: 12 * 3 * 10_001 - 480_000 } });
    expect((await office.get('parking.simulate', { residentFen: 30_000, daytimeFen: 0, daytimeShare: 1 })).yearFen).toEqual({ daytime: 0, subsidy: 0, left: 0 });
    for (const daytimeShare of [-0.1, 1.1]) expect(await office.call('parking.simulate', { residentFen: 0, daytimeFen: 0, daytimeShare })).toMatchObject({ ok: false, code: 'BAD_INPUT' });
  });

  it('keeps a decision with its resolution and year, and sets its prices', async () => {
    await givenQuarter();
    const decision = { residentFen: 6_000, daytimeFen: 32_000, daytimeShare: 0.75, from: '2027-01-01', marketFen: 21_000, resolutionNo: '业决 2026-7', resolutionOn: '2026-10-20', note: '业主大会第七次会议' };
    const { decisionId } = await office.get('parking.decide', decision);
    const { items } = await office.get('parking.listDecisions', {});
    expect(items).toEqual([{ decisionId, ...decision, yearFen: { daytime: 12 * 3 * 32_000, subsidy: 12 * 2 * 15_000, left: 12 * (96_000 - 30_000) }, by: '陈经理', at: office.ctx.now.toISOString() }]);
    expect((await office.get('parking.listPrices', {})).items[0]).toMatchObject({ from: '2027-01-01', marketFen: 21_000, residentFen: 6_000, resolutionNo: '业决 2026-7' });
    expect(await office.call('parking.decide', decision)).toEqual(refusal('PRICES_EXIST', { from: '2027-01-01' }));
    expect(await office.call('parking.decide', { ...decision, from: '2026-10-01' })).toMatchObject({ ok: false, code: 'PRICE_BEFORE_CHARGE' });
    expect(await office.call('parking.decide', { ...decision, from: '2027-02-01', residentFen: 22_000 })).toMatchObject({ ok: false, code: 'PRICES_REVERSED' });
    expect(await office.call('parking.decide', { ...decision, from: '2027-02-01' }, { as: 'office' })).toMatchObject({ ok: false, code: 'ROLE_NOT_ALLOWED' });
    expect((await office.get('parking.listDecisions', {})).items).toHaveLength(1);
  });
});

describe('what ends', () => {
  it('is by the month of the last day, with the leases', async () => {
    const early = await givenLease(office, { space: 'A-001', homeId: home(0), windows: NIGHTS, to: '2026-12-01' });
    const late = await daytime('A-001', { to: '2026-12-02' });
    await givenLease(office, { space: 'A-002', homeId: home(1) });
    await givenLease(office, { space: 'A-003', homeId: home(2), to: '2026-11-05' });
    await givenLease(office, { space: 'A-004', homeId: home(2), to: '2027-03-01' });
    const { items, months } = await office.get('parking.expiring', { months: 3 });
    expect(months).toEqual([{ month: '2026-11', residentFen: 5_000, daytimeFen: 0, leases: 1 }, { month: '2026-12', residentFen: 0, daytimeFen: 30_000, leases: 1 }, { month: '2027-01', residentFen: 0, daytimeFen: 0, leases: 0 }]);
    expect(items).toMatchObject([{ leaseId: early, kind: 'resident', label: homes[0]?.label, lessee: '王秀兰', space: 'A-001', to: '2026-12-01', monthlyFen: 5_000 }, { leaseId: late, kind: 'daytime', label: '星河便利店', lessee: '星河便利店', space: 'A-001', to: '2026-12-02', monthlyFen: 30_000 }]);
    expect((await office.get('parking.expiring', { months: 4 })).items).toHaveLength(3);
  });
});
