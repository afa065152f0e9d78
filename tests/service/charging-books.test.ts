import { writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { givenHome, temporaryFile } from '../support/builders.ts';
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
