import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rows } from '../../db/sql.ts';
import type { CallInput } from '../../shared/contract/index.ts';
import { givenHome, openBills, rosterFile, type GivenHome, type RosterLine } from '../support/builders.ts';
import { expectRefused, openOffice, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
let home: GivenHome;
beforeEach(async () => {
  office = await openOffice();
  home = await givenHome(office);
});
afterEach(() => office.close());

type StatusInput = CallInput<'homes.setStatus'>;
const set = (from: string, status: StatusInput['status'], note = '') => office.call('homes.setStatus', { homeId: home.homeId, from, status, note });
const issue = (month: string) => office.get('fees.issueBills', { month, commit: true });
const statusOf = async (homeId = home.homeId) => (await office.get('homes.get', { homeId })).status;
const history = async (homeId = home.homeId) => (await office.get('homes.history', { homeId })).items.flatMap((one) => (one.kind === 'status' ? [[one.on, one.status, one.by]] : []));

describe('homes.setStatus', () => {
  it('holds from its day on, and billing follows', async () => {
    const unsold = await givenHome(office, { room: '601', owner: '', phone: '', status: '未售' });
    expect(await office.get('homes.setStatus', { homeId: unsold.homeId, from: '2026-10-01', status: 'vacant' }, { as: 'office' })).toEqual({ status: 'vacant' });
    expect((await issue('2026-09')).skipped).toMatchObject([{ label: '3-2-601', reason: 'UNSOLD' }]);
    expect((await issue('2026-10')).skipped).toEqual([]);
    expect((await openBills(office, unsold)).map(({ from }) => from)).toEqual(['2026-10-01']);
  });

  it('of a day to come shows on that day', async () => {
    expect(await set('2026-12-01', 'let')).toEqual({ ok: true, value: { status: 'occupied' } });
    expect((await office.get('homes.list', { status: 'let' })).items).toEqual([]);
    office.ctx.now = new Date('2026-12-01T02:00:00.000Z');
    expect(await statusOf()).toBe('let');
    expect((await office.get('homes.list', { status: 'let' })).items).toHaveLength(1);
    expect((await office.get('homes.search', { text: '3-2-501' })).items[0]?.status).toBe('let');
    expect((await office.get('homes.floors', { building: '3', unit: '2' })).floors[0]?.homes[0]?.status).toBe('let');
  });

  it('can be entered between others, and set right on its day', async () => {
    await set('2026-09-01', 'let');
    await set('2026-06-01', 'vacant');
    expect(await statusOf()).toBe('let');
    await set('2026-09-01', 'occupied', '看错');
    expect(await history()).toEqual([['2026-09-01', 'occupied', '陈经理'], ['2026-06-01', 'vacant', '陈经理'], ['1900-01-01', 'occupied', '']]);
    expect(await statusOf()).toBe('occupied');
  });

  it('is refused before an issued period, and for unsold within one', async () => {
    await issue('2026-10');
    await expectRefused(office, () => set('2026-09-30', 'let'), 'STATUS_BEFORE_ISSUED_BILL', { from: '2026-09-30', billedFrom: '2026-10-01' });
    await expectRefused(office, () => set('2026-10-15', 'unsold'), 'STATUS_BEFORE_ISSUED_BILL', { from: '2026-10-15', billedFrom: '2026-11-01' });
    expect(await set('2026-10-15', 'let')).toMatchObject({ ok: true });
    const [bill] = await openBills(office, home);
    await office.get('fees.cancelBill', { billId: bill?.billId ?? 0, reason: '状态有误' });
    expect(await set('2026-09-30', 'vacant')).toMatchObject({ ok: true });
  });

  it('is refused when it says nothing new', async () => {
    await expectRefused(office, () => set('2026-10-01', 'occupied'), 'SAME_STATUS', { status: 'occupied', from: '2026-10-01' });
    await expectRefused(office, () => office.call('homes.setStatus', { homeId: 99, from: '2026-10-01', status: 'let' }), 'NO_SUCH_HOME', { homeId: 99 });
    await expectRefused(office, () => office.call('homes.setStatus', { homeId: home.homeId, from: '2026-10-01', status: 'let' }, { as: 'cashier' }), 'ROLE_NOT_ALLOWED');
    await expectRefused(office, () => set('2026-10-32', 'let'), 'BAD_INPUT');
  });

  it('is history that the database itself does not forget', async () => {
    await expect(office.raw.raw('delete from home_status')).rejects.toThrow('APPEND_ONLY');
    await expect(office.raw.raw(`update home_status set from_on = '2026-01-01'`)).rejects.toThrow('APPEND_ONLY');
  });
});

describe('homes.setType', () => {
  it('tells what the home is', async () => {
    await office.get('homes.setType', { homeId: home.homeId, homeType: 'shop' }, { as: 'office' });
    expect((await office.get('homes.list', {})).items[0]?.homeType).toBe('shop');
    await expectRefused(office, () => office.call('homes.setType', { homeId: 99, homeType: 'shop' }), 'NO_SUCH_HOME');
  });
});

describe('a roster', () => {
  const bring = (line: RosterLine) => office.get('roster.import', { file: rosterFile([line]), commit: true, onError: 'refuse' });

  it('begins each home’s history, and adds to it when it names another status', async () => {
    expect(await history()).toEqual([['1900-01-01', 'occupied', '']]);
    await bring({ status: '出租' });
    expect(await history()).toEqual([['2026-11-05', 'let', '陈经理'], ['1900-01-01', 'occupied', '']]);
    expect(await bring({ status: '出租' })).toMatchObject({ unchanged: 1, updated: 0 });
    await bring({ status: '空置' });
    expect(await history()).toEqual([['2026-11-05', 'vacant', '陈经理'], ['1900-01-01', 'occupied', '']]);
    expect(await rows(office.raw, 'select status from home')).toEqual([{ status: 'vacant' }]);
  });

  it('that sells a home lets its bills begin with the handover', async () => {
    await bring({ room: '601', owner: '', phone: '', status: '未售' });
    await bring({ room: '601', owner: '李强', status: '入住', handoverOn: '2026-09-16' });
    const { items } = await office.get('homes.list', { search: '3-2-601' });
    expect(await history(items[0]?.homeId)).toEqual([['2026-09-16', 'occupied', '陈经理'], ['1900-01-01', 'unsold', '']]);
    await issue('2026-08');
    await issue('2026-09');
    expect((await openBills(office, { homeId: items[0]?.homeId ?? 0, label: '' })).map(({ from }) => from)).toEqual(['2026-09-16']);
  });

  it('does not see an owner twice in a home of two', async () => {
    await office.get('homes.transfer', { homeId: home.homeId, on: '2026-11-05', owners: [{ name: '李强', phone: '13977770001' }, { name: '赵敏', phone: '13977770002' }], arrears: 'buyer', prepayment: 'buyer' });
    expect(await bring({ owner: '李强、赵敏', phone: '13977770001/13977770002' })).toMatchObject({ unchanged: 1, updated: 0 });
  });
});
