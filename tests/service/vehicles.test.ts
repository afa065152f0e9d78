import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { balanceOf, givenHomes, openBills, type GivenHome } from '../support/builders.ts';
import { expectRefused, openOffice, refusal, type TestOffice } from '../support/open-office.ts';
import { givenCompany, givenLease, givenSpaces, NIGHTS, WORKDAYS } from '../support/parking.ts';

let office: TestOffice;
let [first, second]: [GivenHome, GivenHome] = [{ homeId: 0, label: '' }, { homeId: 0, label: '' }];
beforeEach(async () => {
  office = await openOffice();
  const homes = await givenHomes(office, [{ owner: '王秀兰' }, { owner: '李强' }]);
  [first, second] = homes as [GivenHome, GivenHome];
});
afterEach(async () => {
  expect(office.bugs).toEqual([]);
  expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true });
  await office.close();
});

describe('vehicles', () => {
  it('belong to one home at a time and leave the one that had them', async () => {
    const { vehicleId, plate } = await office.get('parking.addVehicle', { plate: '贵j·d12345', homeId: first.homeId, from: '2026-10-01', note: '白色' });
    expect(plate).toBe('贵JD12345');
    await office.get('parking.addVehicle', { plate: '贵J12345', homeId: first.homeId });
    await expectRefused(office, () => office.call('parking.addVehicle', { plate: '贵JD12345', homeId: first.homeId, from: '2026-11-01' }), 'VEHICLE_KNOWN', { plate: '贵JD12345', label: first.label });
    await expectRefused(office, () => office.call('parking.addVehicle', { plate: '贵JD12345', homeId: second.homeId, from: '2026-10-01' }), 'DATES_REVERSED', { from: '2026-10-01', to: '2026-10-01' });
    const moved = await office.get('parking.addVehicle', { plate: '贵JD12345', homeId: second.homeId, from: '2026-11-01' });
    const { items, total } = await office.get('parking.listVehicles', {});
    expect(total).toBe(2);
    expect(items).toMatchObject([{ plate: '贵J12345', energy: 'blue', homeId: first.homeId, ownerName: '王秀兰', leaseId: null }, { vehicleId: moved.vehicleId, plate: '贵JD12345', energy: 'green', label: second.label, from: '2026-11-01', to: null }]);
    expect((await office.get('parking.listVehicles', { present: false, homeId: first.homeId })).items).toMatchObject([{ plate: '贵J12345' }, { vehicleId, to: '2026-11-01', note: '白色' }]);
    await office.get('parking.endVehicle', { vehicleId: moved.vehicleId, on: '2026-11-05' });
    expect((await office.get('parking.listVehicles', { search: 'jd123' })).total).toBe(0);
    await expectRefused(office, () => office.call('parking.endVehicle', { vehicleId: moved.vehicleId, on: '2026-11-06' }), 'DATES_REVERSED');
    await expectRefused(office, () => office.call('parking.endVehicle', { vehicleId: 99, on: '2026-11-06' }), 'NO_SUCH_VEHICLE', { vehicleId: 99 });
  });

  it('are refused without a plate or a home', async () => {
    await expectRefused(office, () => office.call('parking.addVehicle', { plate: '贵J1234', homeId: first.homeId }), 'PLATE_INVALID', { plate: '贵J1234' });
    await expectRefused(office, () => office.call('parking.addVehicle', { plate: '贵J12345', homeId: 999 }), 'NO_SUCH_HOME', { homeId: 999 });
  });

  it('are paged by plate and found by part of it, with the lease of today', async () => {
    await givenSpaces(office, ['A-001']);
    const leaseId = await givenLease(office, { space: 'A-001', homeId: first.homeId, windows: NIGHTS, plates: ['贵J12345'] });
    for (const plate of ['贵J12345', '贵J12346', '贵J99999']) await office.get('parking.addVehicle', { plate, homeId: second.homeId });
    const page = await office.get('parking.listVehicles', { limit: 2 });
    expect(page.items[0]).toMatchObject({ plate: '贵J12345', leaseId, space: 'A-001', leaseKind: 'resident' });
    expect((await office.get('parking.listVehicles', { limit: 2, after: page.next })).items.map(({ plate }) => plate)).toEqual(['贵J99999']);
    expect((await office.get('parking.findPlate', { text: 'j·1234' })).items).toMatchObject([{ plate: '贵J12345', homeId: first.homeId, ownerName: '王秀兰', leaseId, space: 'A-001' }, { plate: '贵J12346', homeId: second.homeId, leaseId: null }]);
    expect((await office.get('parking.findPlate', { text: ' ' })).items).toEqual([]);
  });
});

describe('visitor vouchers', () => {
  it('have numbers, are used once by a car, expire and are withdrawn', async () => {
    const { vouchers } = await office.get('parking.issueVouchers', { homeId: first.homeId, count: 4, validThrough: '2026-11-06' });
    expect(vouchers).toEqual(['FK-2026-000001', 'FK-2026-000002', 'FK-2026-000003', 'FK-2026-000004']);
    expect(await office.get('parking.useVoucher', { voucherNo: 'FK-2026-000001', plate: '贵b2c3d4' })).toEqual({ voucherNo: 'FK-2026-000001', label: first.label, hours: 4 });
    await expectRefused(office, () => office.call('parking.useVoucher', { voucherNo: 'FK-2026-000001', plate: '贵B2C3D4' }), 'VOUCHER_USED', { voucherNo: 'FK-2026-000001', at: '2026-11-05T02:00:00.000Z' });
    await office.get('parking.withdrawVoucher', { voucherNo: 'FK-2026-000002', reason: '发错了' });
    await expectRefused(office, () => office.call('parking.useVoucher', { voucherNo: 'FK-2026-000002', plate: '贵B2C3D4' }), 'VOUCHER_WITHDRAWN');
    await expectRefused(office, () => office.call('parking.withdrawVoucher', { voucherNo: 'FK-2026-000001', reason: '发错了' }), 'VOUCHER_USED');
    office.ctx.now = new Date('2026-11-07T02:00:00.000Z');
    await expectRefused(office, () => office.call('parking.useVoucher', { voucherNo: 'FK-2026-000003', plate: '贵B2C3D4' }), 'VOUCHER_EXPIRED', { voucherNo: 'FK-2026-000003', through: '2026-11-06' });
    expect(await office.get('parking.listVouchers', {})).toMatchObject({ total: 4, counts: { issued: 0, used: 1, expired: 2, withdrawn: 1 }, items: [{ voucherNo: 'FK-2026-000004', state: 'expired' }, { state: 'expired' }, { state: 'withdrawn' }, { state: 'used', usedPlate: '贵B2C3D4', usedAt: '2026-11-05T02:00:00.000Z' }] });
    const page = await office.get('parking.listVouchers', { state: 'expired', limit: 1 });
    expect(page).toMatchObject({ total: 2, items: [{ voucherNo: 'FK-2026-000004' }] });
    expect((await office.get('parking.listVouchers', { state: 'expired', limit: 1, after: page.next })).items).toMatchObject([{ voucherNo: 'FK-2026-000003' }]);
    expect((await office.get('parking.listVouchers', { search: '贵B2C3D4' })).total).toBe(1);
  });

  it('are kept to their days, their car and their home', async () => {
    const [later = ''] = (await office.get('parking.issueVouchers', { homeId: first.homeId, validFrom: '2026-11-10', validThrough: '2026-11-20', plate: '贵J12345' })).vouchers;
    await expectRefused(office, () => office.call('parking.useVoucher', { voucherNo: later, plate: '贵J12345' }), 'VOUCHER_NOT_YET', { voucherNo: later, from: '2026-11-10' });
    office.ctx.now = new Date('2026-11-10T02:00:00.000Z');
    await expectRefused(office, () => office.call('parking.useVoucher', { voucherNo: later, plate: '贵J12346' }), 'VOUCHER_OF_OTHER_PLATE', { voucherNo: later, plate: '贵J12345' });
    await expectRefused(office, () => office.call('parking.useVoucher', { voucherNo: later, plate: 'x' }), 'PLATE_INVALID', { plate: 'x' });
    await expectRefused(office, () => office.call('parking.useVoucher', { voucherNo: 'FK-1', plate: '贵J12345' }), 'NO_SUCH_VOUCHER', { voucherNo: 'FK-1' });
    await expectRefused(office, () => office.call('parking.issueVouchers', { homeId: first.homeId, validThrough: '2026-11-09' }), 'DATES_REVERSED');
    await expectRefused(office, () => office.call('parking.issueVouchers', { homeId: 999, validThrough: '2026-11-30' }), 'NO_SUCH_HOME');
  });
});

describe('an overstay', () => {
  it('is billed by hours begun, to the account of the space’s title', async () => {
    await givenSpaces(office, ['A-001']);
    await givenSpaces(office, ['B-001'], { title: 'developer', zone: 'B' });
    const companyId = await givenCompany(office);
    const common = await givenLease(office, { space: 'A-001', kind: 'daytime', companyId, windows: WORKDAYS, resolutionNo: '业决1', overstayFen: 500 });
    const agency = await givenLease(office, { space: 'B-001', homeId: first.homeId });
    expect(await office.get('parking.chargeOverstay', { leaseId: common, on: '2026-11-04', minutes: 61, plate: '贵JB1234', note: '18:30' })).toMatchObject({ amountFen: 1_000 });
    expect(await office.get('parking.chargeOverstay', { leaseId: common, on: '2026-11-04', amountFen: 700 })).toMatchObject({ amountFen: 700 });
    await office.get('parking.chargeOverstay', { leaseId: agency, on: '2026-11-04', amountFen: 300 });
    expect([await balanceOf(office, '2241.03.03'), await balanceOf(office, '2241.02')]).toEqual([-1_700, -300]);
    expect(await openBills(office, { homeId: companyId, label: '' })).toMatchObject([{ amountFen: 1_000, dueOn: '2026-11-05', from: '2026-11-04', to: '2026-11-05' }, { amountFen: 700 }]);
    await expectRefused(office, () => office.call('parking.chargeOverstay', { leaseId: agency, on: '2026-11-04', minutes: 30 }), 'RATE_MISSING', { item: 'parking-other' });
    await expectRefused(office, () => office.call('parking.chargeOverstay', { leaseId: common, on: '2026-11-04' }), 'AMOUNT_OR_QUANTITY');
    await expectRefused(office, () => office.call('parking.chargeOverstay', { leaseId: common, on: '2026-11-04', minutes: 1, amountFen: 1 }), 'AMOUNT_OR_QUANTITY');
    await expectRefused(office, () => office.call('parking.chargeOverstay', { leaseId: common, on: '2026-11-06', minutes: 1 }), 'DATE_IN_FUTURE', { date: '2026-11-06', today: '2026-11-05' });
    await expectRefused(office, () => office.call('parking.chargeOverstay', { leaseId: 99, on: '2026-11-04', minutes: 1 }), 'NO_SUCH_LEASE', { leaseId: 99 });
    const draft = await givenLease(office, { space: 'A-001', homeId: second.homeId, windows: NIGHTS, draft: true });
    expect(await office.call('parking.chargeOverstay', { leaseId: draft, on: '2026-11-04', amountFen: 1 })).toEqual(refusal('LEASE_NOT_SIGNED', { leaseId: draft }));
  });
});
