import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../shared/contract/index.ts';
import { addMonths } from '../../shared/domain/period.ts';
import { balanceOf, givenHome, givenHomes, openBills, pay, type GivenHome } from '../support/builders.ts';
import { expectRefused, openOffice, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeEach(async () => { office = await openOffice(); });
afterEach(() => office.close());

type Item = CallInput<'fees.defineItem'>;
const LIFT: Item = { code: 'lift', name: '电梯费', fund: 'property', from: '2026-01-01', basis: 'home', rateE4: 200_000, cycle: 'quarter' };
const define = (change: Partial<Item> = {}) => office.call('fees.defineItem', { ...LIFT, ...change });
const defined = (change: Partial<Item> = {}) => office.get('fees.defineItem', { ...LIFT, ...change });
const issue = (month: string, ...items: string[]) => office.get('fees.issueBills', { month, commit: true, ...(items.length > 0 && { items }) });
const reasons = async (month: string, ...items: string[]) => (await issue(month, ...items)).skipped.map(({ label, reason }) => `${label} ${reason}`);
const amounts = async (home: GivenHome) => (await openBills(office, home)).map(({ item, from, to, amountFen }) => [item, from, to, amountFen]);

/** What leases and charging cost is billed by the program alone. */
const PARKING = [['parking-resident', '2241.03.01', true], ['parking-daytime', '2241.03.02', true], ['parking-other', '2241.03.03', true], ['parking-agency', '2241.02', true]];
const CHARGING = ['energy', 'service', 'extra'].map((part) => [`charging-${part}`, '1122.02', true]);

describe('fees.defineItem', () => {
  it('makes items, each on the account of its fund', async () => {
    expect(await defined()).toEqual({ feeItemId: 11, version: 1 });
    const funds = [['property', 'area', '5001'], ['property', 'once', '5051'], ['agency', 'area', '2241.02'], ['common', 'once', '2241.03']] as const;
    for (const [index, [fund, basis]] of funds.entries()) await defined({ code: `item-${String(index)}`, fund, basis });
    await defined({ code: 'cards', basis: 'once', account: '5001' });
    const { items } = await office.get('fees.listItems', {}, { as: 'auditor' });
    expect(items.map(({ code, account, fixed }) => [code, account, fixed])).toEqual([
      ['property', '5001', false], ['opening', '3999', true], ['late', '5301', true], ...PARKING, ...CHARGING, ['lift', '5001', false], ...funds.map(([, , account], index) => [`item-${String(index)}`, account, false]), ['cards', '5001', false],
    ]);
    expect(items.find(({ code }) => code === 'lift')?.versions).toEqual([{ version: 1, from: '2026-01-01', to: null, basis: 'home', rateE4: 200_000, rates: [], cycle: 'quarter', firstPeriod: null, split: null, splitItem: null, unit: '', vacancy: false, lateFee: false }]);
  });

  it('ends an open version where the next begins, and lets one of given days stand alone', async () => {
    await defined();
    expect(await defined({ from: '2027-01-01', rateE4: 250_000 })).toEqual({ feeItemId: 11, version: 2 });
    expect(await defined({ from: '2026-07-01', to: '2026-10-01', rateE4: 220_000 })).toEqual({ feeItemId: 11, version: 2 });
    const { items } = await office.get('fees.listItems', {});
    expect(items.find(({ code }) => code === 'lift')?.versions.map(({ version, from, to, rateE4 }) => [version, from, to, rateE4])).toEqual([[1, '2026-01-01', '2026-07-01', 200_000], [2, '2026-07-01', '2026-10-01', 220_000], [3, '2027-01-01', null, 250_000]]);
  });

  it.each([['2026-07-01', undefined], ['2026-08-01', undefined], ['2026-06-01', '2026-07-02'], ['2026-09-30', '2027-02-01'], ['2026-07-01', '2026-08-01']])('refuses a version of %s to %s over one of July to September', async (from, to) => {
    await defined();
    await defined({ from: '2026-07-01', to: '2026-10-01' });
    await expectRefused(office, () => define({ from, ...(to && { to }) }), 'VERSION_OVERLAPS', { from: '2026-07-01', to: '2026-10-01' });
  });

  it('never reaches back into what was billed, but for bills that were cancelled', async () => {
    const home = await givenHome(office);
    await defined();
    await issue('2026-04', 'lift');
    await expectRefused(office, () => define({ from: '2026-06-01' }), 'VERSION_BEFORE_ISSUED_BILL', { from: '2026-06-01', billedTo: '2026-07-01' });
    const [bill] = await openBills(office, home);
    await office.get('fees.cancelBill', { billId: bill?.billId ?? 0, reason: '改月付' });
    await defined({ from: '2026-04-01', cycle: 'month' });
    await issue('2026-04', 'lift');
    expect(await amounts(home)).toEqual([['lift', '2026-04-01', '2026-05-01', 2_000]]);
  });

  const bad: [Partial<Item>, Parameters<typeof expectRefused>[2]][] = [
    [{ code: 'opening', basis: 'area' }, 'ITEM_IS_FIXED'], [{ code: 'late' }, 'ITEM_IS_FIXED'], [{ fund: 'common' }, 'ITEM_FUND_DIFFERS'], [{ account: '5051' }, 'ITEM_FUND_DIFFERS'],
    [{ code: 'new', account: '2241.02' }, 'ACCOUNT_NOT_OF_FUND'], [{ code: 'new', fund: 'agency', account: '5001' }, 'ACCOUNT_NOT_OF_FUND'],
    [{ rateE4: undefined }, 'RATE_MISSING'], [{ basis: 'meter', rateE4: undefined }, 'RATE_MISSING'], [{ basis: 'pool' }, 'POOL_HAS_NO_RATE'], [{ basis: 'pool', rateE4: undefined }, 'SPLIT_MISSING'],
    [{ basis: 'pool', rateE4: undefined, split: 'quantity' }, 'SPLIT_MISSING'], [{ basis: 'pool', rateE4: undefined, split: 'quantity', splitItem: 'water' }, 'NO_SUCH_ITEM'],
    [{ basis: 'pool', rateE4: undefined, split: 'quantity', splitItem: 'lift' }, 'ITEM_NOT_METERED'], [{ basis: 'meter', cycle: 'handover-year' }, 'CYCLE_NOT_OF_BASIS'],
    [{ rates: [{ scope: 'building', key: '9', rateE4: 1 }] }, 'NO_SUCH_BUILDING'], [{ rates: [{ scope: 'home', key: '9-9-999', rateE4: 1 }] }, 'NO_HOME_OF_LABEL'], [{ rates: [{ scope: 'type', key: 'castle', rateE4: 1 }] }, 'NO_SUCH_HOME_TYPE'],
    [{ rates: [{ scope: 'building', key: '3', rateE4: 1 }, { scope: 'building', key: '3', rateE4: 2 }] }, 'RATE_REPEATED'], [{ to: '2026-12-31' }, 'DATES_REVERSED'], [{ code: 'property', basis: 'home' }, 'ITEM_BY_AREA'],
    [{ rateE4: 0 }, 'BAD_INPUT'], [{ rateE4: 1.5 }, 'BAD_INPUT'], [{ rateE4: -1 }, 'BAD_INPUT'], [{ rates: [{ scope: 'building', key: '3', rateE4: 0 }] }, 'BAD_INPUT'], [{ code: '物业' }, 'BAD_INPUT'], [{ from: '2026-02-30' }, 'BAD_INPUT'],
  ];
  it.each(bad)('refuses %o as %s', async (change, code) => {
    await givenHome(office);
    await defined();
    await expectRefused(office, () => define({ from: '2027-01-01', ...change }), code);
  });

  it('lets an item keep the name that is on paper', async () => {
    const home = await givenHome(office);
    await defined();
    await defined({ from: '2026-04-01', name: '电梯维护费' });
    await issue('2026-04', 'lift');
    expect((await openBills(office, home))[0]?.itemName).toBe('电梯维护费');
    await expectRefused(office, () => define({ from: '2027-01-01', name: '电梯费' }), 'ITEM_NAME_DIFFERS', { item: 'lift', name: '电梯维护费' });
  });

  it.each(['cashier', 'office', 'auditor'] as const)('is not for the %s', async (role) => {
    expect(await office.call('fees.defineItem', LIFT, { as: role })).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
  });
});

describe('a rate', () => {
  it('is that of the home, else of its type, its building, or the version', async () => {
    const homes = await givenHomes(office, [{}, { building: '4' }, { building: '4', room: '601' }, { building: '4', room: '602' }]) as [GivenHome, GivenHome, GivenHome, GivenHome];
    for (const home of [homes[2], homes[3]]) await office.get('homes.setType', { homeId: home.homeId, homeType: 'shop' });
    await defined({ cycle: 'month', rates: [{ scope: 'building', key: '4', rateE4: 100 }, { scope: 'type', key: 'shop', rateE4: 300 }, { scope: 'home', key: '4-2-602', rateE4: 500 }] });
    await issue('2026-04', 'lift');
    expect(await Promise.all(homes.map(async (home) => (await openBills(office, home))[0]?.amountFen))).toEqual([2_000, 1, 3, 5]);
  });

  it('may be missing for some homes', async () => {
    await givenHomes(office, [{}, { building: '4' }]);
    await defined({ rateE4: undefined, cycle: 'month', rates: [{ scope: 'building', key: '4', rateE4: 100_000 }] });
    expect(await issue('2026-04', 'lift')).toMatchObject({ issued: 1, amountFen: 1_000, skipped: [{ label: '3-2-501', reason: 'NO_RATE', item: 'lift' }] });
  });

  it('of the property fee is each home’s own until a version gives it another, and again after one is set', async () => {
    const homes = await givenHomes(office, [{ rateE4: 10_000 }, { rateE4: 20_000, building: '4' }, { rateE4: 30_000, building: '4' }]) as [GivenHome, GivenHome, GivenHome];
    const property = { code: 'property', name: '物业费', basis: 'area', rateE4: undefined, cycle: 'month', vacancy: true } as const;
    await defined({ ...property, from: '2026-03-01' });
    await defined({ ...property, from: '2026-05-01', rateE4: 15_000, rates: [{ scope: 'building', key: '4', rateE4: 25_000 }] });
    await office.get('fees.setRate', { from: '2026-06-01', rateE4: 18_000, homeId: homes[2].homeId });
    for (const month of ['2026-02', '2026-04', '2026-05', '2026-06']) await issue(month);
    const billed = await Promise.all(homes.map(async (home) => (await openBills(office, home)).map(({ amountFen }) => amountFen)));
    expect(billed).toEqual([[10_000, 10_000, 15_000, 15_000], [20_000, 20_000, 25_000, 25_000], [30_000, 30_000, 25_000, 18_000]]);
    expect((await office.get('homes.get', { homeId: homes[0].homeId })).rateE4).toBe(15_000);
    // A home that comes later brings its rate under the present version too.
    const late = await givenHome(office, { room: '901', rateE4: 12_000 });
    await issue('2026-04');
    await issue('2026-06');
    expect((await openBills(office, late)).map(({ amountFen }) => amountFen)).toEqual([12_000, 12_000]);
  });
});

describe('periods', () => {
  it('of a quarter are billed once, in its first month, or in that of handover', async () => {
    const [home, later] = await givenHomes(office, [{}, { handoverOn: '2026-05-22' }]) as [GivenHome, GivenHome];
    await defined({ firstPeriod: 'days' });
    expect(await reasons('2026-04', 'lift')).toEqual(['3-2-502 NOT_HANDED_OVER']);
    expect(await reasons('2026-05', 'lift')).toEqual(['3-2-501 NOT_DUE']);
    expect(await issue('2026-06')).toMatchObject({ issued: 2, skipped: [] });
    expect(await reasons('2026-06', 'lift')).toEqual(['3-2-501 NOT_DUE', '3-2-502 NOT_DUE']);
    const own = (list: unknown[][]) => list.filter(([item]) => item === 'lift');
    expect(own(await amounts(home))).toEqual([['lift', '2026-04-01', '2026-07-01', 6_000]]);
    expect(own(await amounts(later))).toEqual([['lift', '2026-05-22', '2026-07-01', 2_645]]); // 4000 × 41/62
  });

  it('of years from handover fall due by home, and a new version counts for those that begin under it', async () => {
    const homes = await givenHomes(office, [{ handoverOn: '2020-03-15' }, { handoverOn: '2019-08-31' }]) as [GivenHome, GivenHome];
    await defined({ cycle: 'handover-year', rateE4: 100_000 });
    await issue('2026-03', 'lift');
    await expectRefused(office, () => define({ cycle: 'handover-year', from: '2026-03-15' }), 'VERSION_BEFORE_ISSUED_BILL', { from: '2026-03-15', billedTo: '2026-03-15' });
    await expectRefused(office, () => define({ cycle: 'month', from: '2026-06-01' }), 'VERSION_BEFORE_ISSUED_BILL', { from: '2026-06-01', billedTo: '2027-03-15' });
    await defined({ cycle: 'handover-year', from: '2026-06-01', rateE4: 110_000 });
    for (const month of ['2026-08', '2027-03']) await issue(month, 'lift');
    expect(await amounts(homes[0])).toEqual([['lift', '2026-03-15', '2027-03-15', 12_000], ['lift', '2027-03-15', '2028-03-15', 13_200]]);
    expect(await amounts(homes[1])).toEqual([['lift', '2026-08-31', '2027-08-31', 13_200]]);
  });

  it('are billed once also when the day of handover was changed', async () => {
    const home = await givenHome(office, { handoverOn: '2020-03-15' });
    await defined({ cycle: 'handover-year' });
    await issue('2026-03', 'lift');
    await givenHome(office, { handoverOn: '2020-06-15' });
    expect(await reasons('2026-06', 'lift')).toEqual(['3-2-501 ALREADY_ISSUED']);
    expect(await amounts(home)).toHaveLength(1);
  });

  it('follow a home’s status on the last day of their month', async () => {
    const home = await givenHome(office);
    await office.get('homes.setStatus', { homeId: home.homeId, from: '2026-05-31', status: 'unsold' });
    await office.get('homes.setStatus', { homeId: home.homeId, from: '2026-07-01', status: 'occupied' });
    const skipped = [];
    for (const month of ['2026-04', '2026-05', '2026-06', '2026-07']) skipped.push((await issue(month)).skipped.map(({ reason }) => reason));
    expect(skipped).toEqual([[], ['UNSOLD'], ['UNSOLD'], []]);
  });

  it('of merged homes are billed with the home they became a part of', async () => {
    const [home, part] = await givenHomes(office, [{}, { areaDm2: 5_000 }]) as [GivenHome, GivenHome];
    await office.get('homes.merge', { into: home.homeId, homeIds: [part.homeId], on: '2026-06-01' });
    await issue('2026-05');
    expect(await reasons('2026-06')).toEqual(['3-2-502 MERGED']);
    expect((await amounts(home)).map(([, , , amountFen]) => amountFen)).toEqual([15_000, 22_500]);
    expect(await amounts(part)).toHaveLength(1);
  });
});

describe('fees.issueBills', () => {
  it('issues all items that fall due, each into its fund, and names the item of every skipped home', async () => {
    const home = await givenHome(office);
    await defined();
    await defined({ code: 'clean', name: '生活垃圾费', fund: 'agency', cycle: 'month', rateE4: 80_000 });
    await defined({ code: 'repair', name: '维修费', basis: 'once' });
    const expected = { issued: 3, amountFen: 15_000 + 6_000 + 800, reducedFen: 0, skipped: [] };
    const preview = await office.get('fees.previewBills', { month: '2026-04' });
    expect(preview).toMatchObject({ ...expected, prepaidFen: 0, buildings: [{ building: '3', homes: 1, amountFen: 21_800 }] });
    expect(preview.items).toEqual([{ item: 'property', name: '物业费', bills: 1, amountFen: 15_000, reducedFen: 0 }, { item: 'lift', name: '电梯费', bills: 1, amountFen: 6_000, reducedFen: 0 }, { item: 'clean', name: '生活垃圾费', bills: 1, amountFen: 800, reducedFen: 0 }]);
    expect(preview.lines[1]).toEqual({ item: 'lift', itemName: '电梯费', label: '3-2-501', basis: 'home', areaDm2: null, rateE4: 200_000, quantityE4: null, unit: '', months: 3, share: { numerator: 1, denominator: 1 }, from: '2026-04-01', to: '2026-07-01', amountFen: 6_000, reducedFen: 0 });
    expect(await issue('2026-04')).toEqual(expected);
    expect([await balanceOf(office, '5001'), await balanceOf(office, '2241.02')]).toEqual([-21_000, -800]);
    expect((await issue('2026-04')).skipped).toEqual(['property', 'lift', 'clean'].map((item) => ({ label: '3-2-501', reason: 'ALREADY_ISSUED', item })));
    expect((await openBills(office, home)).map(({ itemName, fund, months }) => [itemName, fund, months])).toEqual([['物业费', 'property', 1], ['电梯费', 'property', 3], ['生活垃圾费', 'agency', 1]]);
    expect((await office.get('fees.listBills', { item: 'lift' })).items).toMatchObject([{ item: 'lift', amountFen: 6_000, months: 3, cancelled: null }]);
    expect((await office.get('fees.listMonths', {})).items.find(({ month }) => month === '2026-04')).toMatchObject({ bills: 3, billedFen: 21_800, openFen: 21_800 });
    expect((await office.get('ledger.verify', {})).problems).toEqual([]);
  });

  it('issues only the named items, and refuses names that are none', async () => {
    await givenHome(office);
    await defined({ cycle: 'month' });
    expect(await issue('2026-04', 'lift')).toMatchObject({ issued: 1, amountFen: 2_000 });
    await expectRefused(office, () => office.call('fees.issueBills', { month: '2026-04', items: ['gas'], commit: true }), 'NO_SUCH_ITEM', { item: 'gas' });
    await expectRefused(office, () => office.call('fees.issueBills', { month: '2026-04', items: ['late'], commit: true }), 'ITEM_IS_FIXED', { item: 'late' });
  });

  it('pays from what is held in the same fund alone, in the order of the items', async () => {
    const home = await givenHome(office);
    await defined({ cycle: 'month' });
    await defined({ code: 'clean', name: '生活垃圾费', fund: 'agency', cycle: 'month', rateE4: 80_000 });
    await office.get('payments.register', pay(home, undefined, 16_000));
    expect(await office.get('fees.previewBills', { month: '2026-11' })).toMatchObject({ amountFen: 17_800, prepaidFen: 16_000 });
    await issue('2026-11');
    expect((await openBills(office, home)).map(({ item, openFen, paidFen }) => [item, openFen, paidFen])).toEqual([['lift', 1_000, 1_000], ['clean', 800, 0]]);
    expect((await office.get('ledger.verify', {})).problems).toEqual([]);
  });

  it('takes approved vacancies off the items that allow them, by days, and off nothing else', async () => {
    const home = await givenHome(office);
    await defined({ cycle: 'month' });
    const { vacancyId } = await office.get('fees.requestVacancy', { homeId: home.homeId, from: '2026-04-16', to: '2026-06-01', offPermille: 300, reason: '空置' });
    expect((await office.get('fees.previewBills', { month: '2026-04' })).reducedFen).toBe(0);
    await office.get('fees.approveVacancy', { vacancyId });
    expect(await issue('2026-04')).toMatchObject({ issued: 2, amountFen: 17_000, reducedFen: 2_250 });
    expect((await openBills(office, home)).map(({ item, amountFen, waivedFen, openFen }) => [item, amountFen, waivedFen, openFen])).toEqual([['property', 15_000, 2_250, 12_750], ['lift', 2_000, 0, 2_000]]);
    expect(await balanceOf(office, '5001.91')).toBe(2_250);
    expect((await office.get('ledger.verify', {})).problems).toEqual([]);
  });

  it('says how far it is, item by item', async () => {
    await givenHomes(office, [{}, {}]);
    await defined({ cycle: 'month' });
    const steps: [number, number][] = [];
    await office.get('fees.issueBills', { month: '2026-04', commit: true }, { onProgress: ({ done, total }) => steps.push([done, total]) });
    expect(steps).toEqual([[0, 4], [2, 4], [4, 4]]);
  });

  it('issued twice, in any order of months and with homes in between, bills what issuing once does', async () => {
    const month = fc.integer({ min: 0, max: 9 }).map((count) => addMonths('2026-01', count));
    const cycle = fc.constantFrom('month', 'quarter', 'half-year', 'year', 'handover-year');
    await fc.assert(fc.asyncProperty(cycle, fc.array(month, { minLength: 1, maxLength: 8 }), fc.array(fc.option(month, { nil: undefined }), { minLength: 1, maxLength: 3 }), async (each, months, handovers) => {
      const bills: unknown[] = [];
      for (const times of [1, 2]) {
        const one = await openOffice();
        await one.get('fees.defineItem', { ...LIFT, cycle: each });
        await givenHomes(one, handovers.map((of) => (of === undefined ? {} : { handoverOn: `${of}-18` })));
        for (const of of times === 1 ? [...new Set(months)] : [...months, ...months.toReversed()]) await one.get('fees.issueBills', { month: of, commit: true });
        const { items } = await one.get('fees.listBills', { limit: 1000 });
        const periods = items.map(({ label, item, from, to, amountFen }) => `${label} ${item} ${from} ${to} ${String(amountFen)}`).sort();
        expect(new Set(periods).size).toBe(periods.length);
        bills.push(periods);
        expect((await one.get('ledger.verify', {})).problems).toEqual([]);
        await one.close();
      }
      expect(bills[1]).toEqual(bills[0]);
    }), { numRuns: 25 });
  }, 60_000);
});
