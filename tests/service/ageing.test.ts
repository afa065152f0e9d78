import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ageBuckets } from '../../shared/domain/arrears.ts';
import { givenHome, givenHomes, openBills, pay, type GivenHome } from '../support/builders.ts';
import { openOffice, refusal, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeEach(async () => { office = await openOffice(); });
afterEach(() => office.close());

const issue = async (...months: string[]): Promise<void> => {
  for (const month of months) await office.get('fees.issueBills', { month, commit: true });
};
/** Homes and fen by bucket, those with anything in them. */
async function ages(input: Parameters<typeof office.get<'arrears.ageing'>>[1]): Promise<Record<string, [number, number]>> {
  const { buckets } = await office.get('arrears.ageing', input);
  expect(buckets.map(({ bucket }) => bucket)).toEqual(ageBuckets);
  return Object.fromEntries(buckets.filter(({ homes, amountFen }) => homes > 0 || amountFen !== 0).map(({ bucket, homes, amountFen }) => [bucket, [homes, amountFen]]));
}

describe('ageing', () => {
  it('puts every open bill into one of nine buckets by days since it was due, opening arrears included', async () => {
    // 150.00 and 75.00 a month; due on the 25th; what was owed at the opening was due the day before, 309 days ago.
    await givenHomes(office, [{ arrearsFen: 12_345 }, { areaDm2: 5_000 }]);
    await issue('2026-08', '2026-09', '2026-10', '2026-11');
    expect(await ages({ on: '2026-11-05' })).toEqual({ notDue: [2, 22_500], 'd1-30': [2, 22_500], 'd31-60': [2, 22_500], 'd61-90': [2, 22_500], 'd181-365': [1, 12_345] });
    expect(await ages({ on: '2026-11-25' })).toMatchObject({ notDue: [2, 22_500] });
    expect(await ages({ on: '2026-11-26' })).not.toHaveProperty('notDue');
    expect(await ages({ on: '2029-11-26' })).toEqual({ 'y3+': [2, 102_345] });
  });

  it('is of any day: what was posted later does not count', async () => {
    const [first] = await givenHomes(office, [{ arrearsFen: 12_345 }, {}]) as [GivenHome];
    await issue('2026-09', '2026-10');
    const [arrears, september] = await openBills(office, first);
    await office.get('payments.register', pay(first, arrears, 12_345, { receivedOn: '2026-10-10' }));
    await office.get('payments.register', pay(first, september, 5_000));
    expect(await ages({ on: '2025-12-31' })).toEqual({});
    expect(await ages({ on: '2026-01-01' })).toEqual({ 'd1-30': [1, 12_345] });
    expect(await ages({ on: '2026-10-09' })).toEqual({ notDue: [2, 30_000], 'd1-30': [2, 30_000], 'd181-365': [1, 12_345] });
    expect(await ages({ on: '2026-11-04' })).toEqual({ 'd1-30': [2, 30_000], 'd31-60': [2, 30_000] });
    expect(await ages({ on: '2026-11-05' })).toEqual({ 'd1-30': [2, 30_000], 'd31-60': [2, 25_000] });
  });

  it('can be of one building or item', async () => {
    await givenHomes(office, [{ arrearsFen: 700 }, { building: '4', areaDm2: 20_000 }]);
    await office.get('fees.defineItem', { code: 'clean', name: '垃圾清运', fund: 'property', from: '2026-01-01', basis: 'home', rateE4: 125_000 });
    await issue('2026-10');
    expect(await ages({ on: '2026-11-05', building: '4' })).toEqual({ 'd1-30': [1, 31_250] });
    expect(await ages({ on: '2026-11-05', item: 'clean' })).toEqual({ 'd1-30': [2, 2_500] });
    expect(await ages({ on: '2026-11-05', item: 'opening' })).toEqual({ 'd181-365': [1, 700] });
    expect(await ages({ on: '2026-11-05', building: '9' })).toEqual({});
    const byBuilding = await office.get('arrears.table', { on: '2026-11-05', by: 'building' });
    expect(byBuilding.items.map(({ key, homes, amountFen }) => ({ key, homes, amountFen }))).toEqual([{ key: '3', homes: 1, amountFen: 16_950 }, { key: '4', homes: 1, amountFen: 31_250 }]);
    const byItem = await office.get('arrears.table', { on: '2026-11-05', by: 'item' });
    expect(byItem.items.map(({ key, name, homes, amountFen }) => [key, name, homes, amountFen])).toEqual([['property', '物业费', 2, 45_000], ['opening', '期初欠费', 1, 700], ['clean', '垃圾清运', 2, 2_500]]);
  });

  it('of empty books is nine empty buckets', async () => {
    expect(await office.get('arrears.ageing', {})).toEqual({ buckets: ageBuckets.map((bucket) => ({ bucket, homes: 0, amountFen: 0 })), totalFen: 0 });
  });
});

describe('homes that owe', () => {
  it('are listed page by page with their buckets and who owes', async () => {
    await givenHomes(office, [{ arrearsFen: 12_345 }, { owner: '李强', phone: '13900001234' }, { owner: '赵敏', arrearsFen: 100, status: '未售' }]);
    await issue('2026-10');
    const page = await office.get('arrears.list', { on: '2026-11-05', limit: 2 });
    expect(page).toMatchObject({ homes: 3, totalFen: 12_345 + 15_000 + 15_000 + 100 });
    expect(page.items).toMatchObject([
      { label: '3-2-501', debtor: '王秀兰', former: false, maskedPhone: '138****2671', amounts: [0, 15_000, 0, 0, 0, 12_345, 0, 0, 0], amountFen: 27_345, oldestDueOn: '2025-12-31', lapsesOn: '2028-12-31', limitation: 'running', lastNoticeOn: null, lastServedOn: null, promisedOn: null },
      { label: '3-2-502', debtor: '李强', maskedPhone: '139****1234', amountFen: 15_000 },
    ]);
    const { items, next } = await office.get('arrears.list', { on: '2026-11-05', limit: 2, after: page.next });
    expect(items.map(({ label, amountFen }) => [label, amountFen])).toEqual([['3-2-503', 100]]);
    expect(next).toBeUndefined();
  });

  it('can be those with a bucket, with enough, of an item', async () => {
    await givenHomes(office, [{ arrearsFen: 12_345 }, { areaDm2: 5_000 }, {}]);
    await issue('2026-10');
    const labels = async (input: object): Promise<string[]> => (await office.get('arrears.list', { on: '2026-11-05', ...input })).items.map(({ label, amountFen }) => `${label} ${String(amountFen)}`);
    expect(await labels({ bucket: 'd181-365' })).toEqual(['3-2-501 27345']);
    expect(await labels({ minFen: 15_000 })).toEqual(['3-2-501 27345', '3-2-503 15000']);
    expect(await labels({ item: 'opening' })).toEqual(['3-2-501 12345']);
    expect(await labels({ bucket: 'y3+' })).toEqual([]);
  });

  it('show a former owner who kept the debt', async () => {
    const home = await givenHome(office, {});
    await issue('2026-09', '2026-10');
    await office.get('homes.transfer', { homeId: home.homeId, on: '2026-11-01', owners: [{ name: '孙丽', phone: '13700000009' }], arrears: 'seller', prepayment: 'buyer' });
    const { items } = await office.get('arrears.list', { on: '2026-11-05' });
    expect(items).toMatchObject([{ label: home.label, debtor: '王秀兰', former: true, amountFen: 30_000 }]);
  });

  it('lead to their bills', async () => {
    const home = await givenHome(office, { arrearsFen: 12_345 });
    await issue('2026-10');
    const { items, totalFen } = await office.get('arrears.bills', { homeId: home.homeId, on: '2026-11-05' });
    expect(items).toMatchObject([
      { itemName: '期初欠费', openFen: 12_345, dueOn: '2025-12-31', overdueDays: 309, bucket: 'd181-365', limitation: 'running' }, { itemName: '物业费', openFen: 15_000, overdueDays: 11, bucket: 'd1-30', lapsesOn: '2029-10-25' },
    ]);
    expect(totalFen).toBe(27_345);
    expect(await office.call('arrears.bills', { homeId: 99 })).toEqual(refusal('NO_SUCH_HOME', { homeId: 99 }));
  });
});

describe('limitation', () => {
  it('is flagged from 90 days before a bill lapses, and told apart once it has', async () => {
    await givenHomes(office, [{ arrearsFen: 12_345 }, {}]);
    await issue('2026-01');
    const lapsing = async (on: string): Promise<unknown> => {
      const { items, homes, amountFen, lapsed } = await office.get('arrears.lapsing', { on });
      return [items.map(({ itemName, daysLeft }) => `${itemName} ${String(daysLeft)}`), homes, amountFen, lapsed.bills];
    };
    expect(await lapsing('2028-10-01')).toEqual([[], 0, 0, 0]);
    expect(await lapsing('2028-10-02')).toEqual([['期初欠费 90'], 1, 12_345, 0]);
    expect(await lapsing('2028-12-31')).toEqual([['期初欠费 0', '物业费 25', '物业费 25'], 2, 42_345, 0]);
    expect(await lapsing('2029-01-01')).toEqual([['物业费 24', '物业费 24'], 2, 30_000, 1]);
    expect((await office.get('arrears.list', { on: '2029-01-01', lapsing: true })).items.map(({ label, limitation }) => [label, limitation])).toEqual([['3-2-501', 'lapsed'], ['3-2-502', 'lapsing']]);
  });

  it('begins anew with a notice that was served, and with nothing less', async () => {
    const home = await givenHome(office, { arrearsFen: 12_345 });
    await office.get('dunning.create', { filter: {} });
    const lapsesOn = async (): Promise<string[]> => (await office.get('arrears.bills', { homeId: home.homeId })).items.map(({ lapsesOn: last }) => last);
    expect(await lapsesOn()).toEqual(['2028-12-31']);
    await office.get('dunning.recordService', { noticeNos: ['CJ-2026-000001'], way: 'registered', servedOn: '2026-11-05' });
    expect(await lapsesOn()).toEqual(['2029-11-05']);
    // As of a day before it was served, it had not been.
    expect((await office.get('arrears.bills', { homeId: home.homeId, on: '2026-11-04' })).items.map(({ lapsesOn: last }) => last)).toEqual(['2028-12-31']);
    expect((await office.get('arrears.lapsing', { on: '2028-12-31' })).items).toEqual([]);
    expect((await office.get('arrears.lapsing', { on: '2029-11-05' })).items).toMatchObject([{ daysLeft: 0, lastServedOn: '2026-11-05' }]);
  });
});
