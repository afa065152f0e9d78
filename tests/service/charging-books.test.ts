import { writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { givenHome, givenHomes, temporaryFile } from '../support/builders.ts';
import { givenChargers } from '../support/charging.ts';
import { expectRefused, openOffice, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
afterEach(() => office.close());

const OWN = '本小区';
type Line = { order: string; start: string; end: string; user?: string; plate?: string; card?: string };
/** Sessions of 1 kWh at 0.5593 and 0.40: 56 and 40 fen. */
const take = (lines: readonly Line[]) => {
  const file = temporaryFile('csv');
  writeFileSync(file, ['订单号,设备编号,插座号,开始时间,结束时间,电量(度),卡号,用户,车牌号', ...lines.map(({ order, start, end, user = '', plate = '', card = '' }) => [order, 'EB-01', 1, start, end, '1.0000', card, user, plate].join(','))].join('\r\n'));
  return office.get('charging.importSessions', { file, platform: OWN, commit: true });
};
async function open(): Promise<void> {
  office = await openOffice();
  await givenChargers(office);
  await office.get('charging.setCollects', { platform: OWN, collects: 'office' });
}
const verified = async () => expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true, problems: [] });

describe('bills of charging', () => {
  it('follow from their sessions: another amount is refused, as for parking', async () => {
    await open();
    const home = await givenHome(office);
    await take([{ order: '1', start: '2026-10-05 01:00:00', end: '2026-10-05 04:00:00', user: home.label }]);
    await expectRefused(office, () => office.call('charging.billHomes', { month: '2026-10', dueOn: '2026-11-04' }), 'DUE_BEFORE_TODAY', { dueOn: '2026-11-04', today: '2026-11-05' });
    await office.get('charging.billHomes', { month: '2026-10' });
    const [bill] = (await office.get('payments.listOpenBills', { homeId: home.homeId })).items;
    await expectRefused(office, () => office.call('fees.correctBill', { billId: bill?.billId ?? 0, amountFen: 50, reason: '少收' }), 'ITEM_IS_FIXED', { item: 'charging-energy' });
    await verified();
  });
});

describe('who pays by a plate', () => {
  it('is whose the car was when it plugged in, also where it left the estate before it was full', async () => {
    await open();
    const home = await givenHome(office);
    const { vehicleId } = await office.get('parking.addVehicle', { homeId: home.homeId, plate: '贵J12345', from: '2026-01-01' });
    await office.get('parking.endVehicle', { vehicleId, on: '2026-10-06' });
    expect(await take([{ order: '1', start: '2026-10-05 23:00:00', end: '2026-10-06 02:00:00', plate: '贵J12345' }])).toMatchObject({ accepted: 1, needsReview: [] });
    expect(await office.get('charging.previewHomeBills', { month: '2026-10' })).toMatchObject({ items: [{ label: home.label }], totalFen: 96 });
    await verified();
  });
});

describe('a free quota', () => {
  it('is held once on each day, also where its last day was set when it was granted', async () => {
    await open();
    const { accountId } = await office.get('charging.openAccount', { cardNo: '0001', holder: '王师傅' });
    await office.get('charging.defineProduct', { name: '免', kind: 'quota', energy: 10_000, covers: 'all' });
    const grant = { accountId, product: '免', from: '2026-10-01', until: '2026-12-31', reason: '低保' };
    await expectRefused(office, () => office.call('charging.grantQuota', { ...grant, until: '2026-09-30' }), 'PRODUCT_TERMS', { product: '免', why: 'QUOTA_SPAN' });
    await office.get('charging.grantQuota', grant);
    await expectRefused(office, () => office.call('charging.grantQuota', grant), 'QUOTA_HELD', { accountId });
    await expectRefused(office, () => office.call('charging.grantQuota', { accountId, product: '免', from: '2026-12-31', reason: '低保' }), 'QUOTA_HELD', { accountId });
    await office.get('charging.grantQuota', { accountId, product: '免', from: '2027-01-01', reason: '低保' });
  });
});

describe('homes that became a part of another', () => {
  it('charge nothing any more: the car pays for the home that they are now', async () => {
    await open();
    const [into, gone] = await givenHomes(office, [{}, {}]);
    await office.get('parking.addVehicle', { homeId: gone?.homeId ?? 0, plate: '贵J12345', from: '2026-01-01' });
    await office.get('homes.merge', { into: into?.homeId ?? 0, homeIds: [gone?.homeId ?? 0], on: '2026-11-01' });
    await take([{ order: '1', start: '2026-11-02 01:00:00', end: '2026-11-02 04:00:00', plate: '贵J12345' }]);
    expect((await office.get('charging.previewHomeBills', { month: '2026-11' })).items.map(({ label }) => label)).toEqual([into?.label]);
  });
});

describe('what changes of sessions and money ahead come to', () => {
  it('stands through a plan, a correction up and down, a refund, and a payback of all', async () => {
    await open();
    const { accountId } = await office.get('charging.openAccount', { cardNo: '0001', holder: '王师傅' });
    await office.get('charging.topUp', { topUpId: randomUUID(), accountId, amountFen: 1000, receivedOn: '2026-11-05', method: 'cash' });
    await office.get('charging.defineProduct', { name: '月卡', kind: 'card', priceFen: 100, days: 60, energy: 5_000, covers: 'all' });
    await office.get('charging.sellProduct', { formId: randomUUID(), accountId, product: '月卡', from: '2026-10-01' });
    await take([{ order: '1', start: '2026-10-05 01:00:00', end: '2026-10-05 04:00:00', card: '0001' }]);
    const sessionId = (await office.get('charging.listSessions', {})).items[0]?.sessionId ?? 0;
    for (const energy of [20_000, 3_000, 10_000, 1]) {
      await office.get('charging.correctSession', { sessionId, energy, reason: '表' });
      await office.call('charging.refundSession', { sessionId, amountFen: 7, reason: '断电' });
      await verified();
    }
    await office.get('charging.correctSession', { sessionId, energy: 10_000, reason: '表' });
    await office.call('charging.payBack', { payBackId: randomUUID(), accountId, reason: '走' });
    const account = await office.get('charging.getAccount', { accountId });
    expect(account).toMatchObject({ balanceFen: 0, closingFen: 0 });
    expect(account.toppedUpFen).toBe(account.chargedFen + account.paidBackFen);
    await verified();
  });
});

describe('who tampers with whose money it is', () => {
  it.each([
    ['a top-up', 'charging_topup'], ['a session', 'charging_charge'], ['a card that was sold', 'charging_plan'],
  ])('is seen: %s moved to another account', async (_, table) => {
    await open();
    const { accountId } = await office.get('charging.openAccount', { cardNo: '0001', holder: '王师傅' });
    await office.get('charging.openAccount', { cardNo: '0002', holder: '李阿姨' });
    await office.get('charging.topUp', { topUpId: randomUUID(), accountId, amountFen: 1000, receivedOn: '2026-11-05', method: 'cash' });
    await office.get('charging.defineProduct', { name: '月卡', kind: 'card', priceFen: 100, days: 60, energy: 5_000, covers: 'all' });
    await office.get('charging.sellProduct', { formId: randomUUID(), accountId, product: '月卡', from: '2026-11-01' });
    await take([{ order: '1', start: '2026-10-05 01:00:00', end: '2026-10-05 04:00:00', card: '0001' }]);
    await verified();
    await office.raw.raw(`drop trigger ${table === 'charging_plan' ? 'charging_plan_stands' : `${table}_no_update`}`);
    await office.raw.raw(`update ${table} set account_id = 2`);
    expect((await office.get('ledger.verify', {})).problems).toMatchObject([{ kind: 'CHARGING' }]);
  });
});
