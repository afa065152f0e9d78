import { writeFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { givenHomes, temporaryFile, type GivenHome } from '../support/builders.ts';
import { openOffice, refusal, type TestOffice } from '../support/open-office.ts';
import { givenCompany, givenLease, givenSpaces, NIGHTS, WORKDAYS } from '../support/parking.ts';

let office: TestOffice;
let homes: GivenHome[];
let homeId: number;
beforeEach(async () => {
  office = await openOffice();
  homes = await givenHomes(office, [{}, {}, { status: '未售', owner: '' }]);
  homeId = homes[0]?.homeId ?? 0;
  return () => office.close();
});
afterAll(() => { expect(office.bugs).toEqual([]); });

function spacesFile(lines: readonly string[]): string {
  const file = temporaryFile('csv');
  writeFileSync(file, lines.join('\n'));
  return file;
}

describe('spaces', () => {
  it('are added once, listed, counted and drawn by zone', async () => {
    await givenSpaces(office, ['A-002', 'A-10', 'A-1'], { floor: 'B1' });
    expect(await office.get('parking.addSpaces', { spaces: [{ code: 'A-1', zone: 'A', title: 'common' }, { code: 'B-1', zone: 'B', title: 'owner', ownerHomeId: homeId }] })).toEqual({ added: 1, unchanged: 1 });
    expect(await office.call('parking.addSpaces', { spaces: [{ code: 'A-1', zone: 'A', title: 'developer' }] })).toMatchObject({ ok: false, code: 'SPACE_DIFFERS' });
    const first = await office.get('parking.listSpaces', { limit: 2 });
    expect(first.items.map(({ code }) => code)).toEqual(['A-1', 'A-002']);
    const rest = await office.get('parking.listSpaces', { limit: 2, after: first.next });
    expect(rest).toMatchObject({ total: 4, items: [{ code: 'A-10' }, { code: 'B-1', ownerLabel: homes[0]?.label }] });
    expect(rest.next).toBeUndefined();
    const { blockId } = await office.get('parking.blockSpace', { space: 'A-10', from: '2026-11-01', reason: '漏水' });
    await givenLease(office, { space: 'A-1', homeId, windows: NIGHTS, to: '2026-11-20', plates: ['贵JA1234'] });
    expect((await office.get('parking.listZones', {})).items).toEqual([{ zone: 'A', floors: ['B1'], spaces: 3, common: 3, let: 1, blocked: 1 }, { zone: 'B', floors: [], spaces: 1, common: 0, let: 0, blocked: 0 }]);
    expect((await office.get('parking.listSpaces', { freeOnly: true })).items.map(({ code }) => code)).toEqual(['A-002', 'B-1']);
    const { spaces } = await office.get('parking.plan', { zone: 'A', on: '2026-11-05' });
    expect(spaces.map(({ code, blocked, leases }) => [code, blocked, leases.length])).toEqual([['A-1', null, 1], ['A-002', null, 0], ['A-10', '漏水', 0]]);
    expect(spaces[0]?.leases[0]).toMatchObject({ kind: 'resident', label: homes[0]?.label, expiring: true, plates: ['贵JA1234'] });
    await office.get('parking.unblockSpace', { blockId, on: '2026-11-05' });
    expect(await office.call('parking.unblockSpace', { blockId, on: '2026-11-05' })).toMatchObject({ ok: false, code: 'NO_SUCH_BLOCK' });
    expect((await office.get('parking.plan', { zone: 'A', on: '2026-11-05' })).spaces[2]?.blocked).toBeNull();
  });

  it('keep their title while a charge of them stands', async () => {
    await givenSpaces(office, ['A-1']);
    await givenLease(office, { space: 'A-1', homeId });
    await office.get('parking.changeSpace', { code: 'A-1', zone: '东区', title: 'developer', kind: 'wide', row: 2, column: 3, note: '靠门' });
    await office.get('parking.issueCharges', { month: '2026-10', commit: true });
    expect(await office.call('parking.changeSpace', { code: 'A-1', zone: '东区', title: 'common' })).toEqual(refusal('TITLE_OF_LET_SPACE', { space: 'A-1' }));
    await office.get('parking.changeSpace', { code: 'A-1', zone: '西区', title: 'developer' });
    expect(await office.call('parking.changeSpace', { code: 'X', zone: '西区', title: 'developer' })).toEqual(refusal('NO_SUCH_SPACE', { space: 'X' }));
  });

  it('under repair are not let, and let ones not put under repair', async () => {
    await givenSpaces(office, ['A-1']);
    await office.get('parking.blockSpace', { space: 'A-1', from: '2026-11-10', to: '2026-11-20', reason: '翻修' });
    const asked = { space: 'A-1', kind: 'resident' as const, homeId, plates: [], monthlyFen: 5000, proration: 'days' as const };
    expect(await office.call('parking.lease', { ...asked, from: '2026-11-01' })).toEqual(refusal('SPACE_BLOCKED', { space: 'A-1', from: '2026-11-10', to: '2026-11-20', reason: '翻修' }));
    const { leaseId } = await office.get('parking.lease', { ...asked, from: '2026-11-20' });
    expect(await office.call('parking.blockSpace', { space: 'A-1', from: '2026-11-25', reason: '翻修' })).toMatchObject({ ok: false, code: 'SPACE_TAKEN', details: { leaseId, weekday: 1, from: '00:00', to: '24:00' } });
    expect(await office.call('parking.blockSpace', { space: 'A-1', from: '2026-11-25', to: '2026-11-25', reason: '翻修' })).toMatchObject({ ok: false, code: 'DATES_REVERSED' });
  });
});

describe('a file of spaces', () => {
  const HEADER = '车位编号,区域,楼层,类型,产权,业主房号';

  it('is read with what it leaves out, and twice adds nothing', async () => {
    const file = spacesFile(['负一层车位表', HEADER, 'a-001,A区,B1,充电车位,公共,', 'A-002,,B1,,人防车位,', `B-001,B区,B2,标准,业主,${homes[0]?.label ?? ''}`, '合计,,,,,', ',,,,,']);
    expect(await office.get('parking.importSpaces', { file, commit: false })).toEqual({ added: 3, unchanged: 0, errors: [] });
    expect((await office.get('parking.listSpaces', {})).total).toBe(0);
    await office.get('parking.importSpaces', { file, commit: true });
    expect((await office.get('parking.listSpaces', {})).items).toMatchObject([{ code: 'A-001', zone: 'A区', kind: 'charging', title: 'common' }, { code: 'A-002', zone: 'A区', kind: 'standard', title: 'civil-defence' }, { code: 'B-001', zone: 'B区', title: 'owner', ownerHomeId: homeId }]);
    expect(await office.get('parking.importSpaces', { file, commit: true })).toEqual({ added: 0, unchanged: 3, errors: [] });
  });

  it('names each fault by row and column, and loses nothing that is sound', async () => {
    await givenSpaces(office, ['A-009']);
    const file = spacesFile([HEADER, ',A,B1,标准,公共,', 'A-1,A,B1,飞碟,公共,', 'A-2,A,B1,标准,谁的,', 'A-3,A,B1,标准,业主,9-9-999', 'A-4,A,B1,标准,公共,', 'A-4,A,B2,标准,公共,', 'A-009,A,,标准,开发商,', `A-5,A,B1,标准,公共,${homes[0]?.label ?? ''}`]);
    const read = await office.get('parking.importSpaces', { file, commit: false });
    expect(read.added).toBe(1);
    expect(read.errors.map(({ row, column, reason }) => `${String(row)} ${column} ${reason}`)).toEqual(['2 code MISSING', '3 kind UNREADABLE', '4 title UNREADABLE', '5 owner NO_SUCH_HOME', '7 floor REPEATED', '8 title DIFFERS', '9 owner OWNER_OF_OTHER']);
    expect(await office.call('parking.importSpaces', { file, commit: true })).toMatchObject({ ok: false, code: 'SPACES_HAVE_ERRORS' });
    expect((await office.get('parking.listSpaces', {})).total).toBe(1);
    await office.get('parking.importSpaces', { file, commit: true, acceptErrors: true });
    expect((await office.get('parking.listSpaces', {})).total).toBe(2);
    expect(await office.call('parking.importSpaces', { file: spacesFile(['a,b', '1,2']), commit: false })).toMatchObject({ ok: false, code: 'NO_HEADER_ROW' });
  });
});

describe('what fits', () => {
  it('is offered: other days, other windows, other spaces', async () => {
    await givenSpaces(office, ['A-1', 'A-2', 'A-3']);
    const companyId = await givenCompany(office);
    const leaseId = await givenLease(office, { space: 'A-1', homeId, windows: NIGHTS, to: '2026-12-01', plates: ['贵JA1234'] });
    await givenLease(office, { space: 'A-2', homeId: homes[1]?.homeId });
    const check = await office.get('parking.checkLease', { space: 'A-1', from: '2026-11-10', plates: ['贵ja1234'] });
    expect(check).toMatchObject({
      clashes: [{ leaseId, weekday: 1, from: '18:00', to: '24:00', until: '2026-12-01' }], platesTaken: [{ plate: '贵JA1234', leaseId }], blocked: null, nextFrom: '2026-12-01', others: ['A-3'],
    });
    expect((await office.get('parking.checkLease', { space: 'A-1', from: '2026-11-10', windows: check.freeWindows })).clashes).toEqual([]);
    const free = await office.get('parking.findFree', { from: '2026-11-10', windows: WORKDAYS });
    expect(free.items.map(({ space }) => space)).toEqual(['A-1', 'A-3']);
    const [first] = free.items;
    await givenLease(office, { space: 'A-1', kind: 'daytime', companyId, from: '2026-11-10', windows: first?.windows ?? [], resolutionNo: '1' });
    expect((await office.get('parking.findFree', { from: '2026-11-10', to: '2026-11-30', windows: WORKDAYS })).items.map(({ space }) => space)).toEqual(['A-3']);
    expect(await office.call('parking.findFree', { from: '2026-11-10', to: '2026-11-10' })).toMatchObject({ ok: false, code: 'DATES_REVERSED' });
  });
});

describe('a draft', () => {
  it('holds nothing until it is signed, and is looked at again then', async () => {
    await givenSpaces(office, ['A-1']);
    const draft = await givenLease(office, { space: 'A-1', homeId, draft: true, plates: ['贵JA1234'] });
    const signed = await givenLease(office, { space: 'A-1', homeId: homes[1]?.homeId, to: '2026-10-01', plates: ['贵JA1234'] });
    expect(await office.call('parking.signLease', { leaseId: draft })).toMatchObject({ ok: false, code: 'SPACE_TAKEN', details: { leaseId: signed } });
    const late = await givenLease(office, { space: 'A-1', homeId, draft: true, from: '2026-10-01', plates: ['贵JA1234'] });
    await office.get('parking.signLease', { leaseId: late });
    expect(await office.call('parking.signLease', { leaseId: late })).toEqual(refusal('LEASE_NOT_DRAFT', { leaseId: late }));
    await office.get('parking.dropDraft', { leaseId: draft, reason: '不租了' });
    expect((await office.get('parking.listLeases', {})).items.map(({ leaseId, state, plates }) => [leaseId, state, plates])).toEqual([[late, 'running', ['贵JA1234']], [signed, 'ended', ['贵JA1234']], [draft, 'ended', []]]);
    expect((await office.get('ledger.verify', {})).problems).toEqual([]);
  });
});

describe('a contract', () => {
  it('has a lease for each space, all or none', async () => {
    await givenSpaces(office, ['A-1', 'A-2', 'A-3']);
    const companyId = await givenCompany(office);
    await givenLease(office, { space: 'A-3', homeId });
    const terms = { companyId, from: '2026-11-01', windows: WORKDAYS, monthlyFen: 24_000, proration: 'days' as const, resolutionNo: '业决〔2026〕3号' };
    expect(await office.call('parking.signContract', { ...terms, spaces: [{ space: 'A-1', plates: ['贵JA1111'] }, { space: 'A-3', plates: [] }] })).toMatchObject({ ok: false, code: 'SPACE_TAKEN', details: { space: 'A-3' } });
    expect((await office.get('parking.listLeases', {})).total).toBe(1);
    const { contractNo, leases } = await office.get('parking.signContract', { ...terms, spaces: [{ space: 'A-1', plates: ['贵JA1111'] }, { space: 'A-2', plates: ['贵JA2222'] }] });
    expect(leases.map(({ space }) => space)).toEqual(['A-1', 'A-2']);
    expect(await office.get('parking.listLeases', { contractNo })).toMatchObject({ total: 2, monthlyFen: 48_000 });
    expect(await office.call('parking.signContract', { ...terms, windows: undefined, spaces: [{ space: 'A-1', plates: [] }] })).toMatchObject({ ok: false, code: 'SPACE_TAKEN' });
  });
});

describe('the list of leases', () => {
  it('finds by plate, space, name, number and what ends soon', async () => {
    await givenSpaces(office, ['A-1', 'A-2']);
    const companyId = await givenCompany(office, '星河便利店');
    const leaseId = await givenLease(office, { space: 'A-1', homeId, windows: NIGHTS, plates: ['贵JA1234'], to: '2026-11-30' });
    const day = await givenLease(office, { space: 'A-2', kind: 'daytime', companyId, windows: WORKDAYS, plates: ['贵JD12345'], monthlyFen: 24_000, resolutionNo: '1', contractNo: 'HT-7' });
    const ids = async (input: object) => (await office.get('parking.listLeases', input)).items.map((lease) => lease.leaseId);
    expect(await ids({ search: 'ja12' })).toEqual([leaseId]);
    expect(await ids({ search: '星河' })).toEqual([day]);
    expect(await ids({ search: 'a-2' })).toEqual([day]);
    expect(await ids({ search: 'HT-7' })).toEqual([day]);
    expect(await ids({ endsWithin: 30 })).toEqual([leaseId]);
    expect(await ids({ kind: 'daytime' })).toEqual([day]);
    expect(await ids({ owing: true })).toEqual([]);
    await office.get('parking.issueCharges', { month: '2026-10', commit: true });
    expect(await ids({ owing: true })).toEqual([day, leaseId]);
    await office.get('parking.changePlates', { leaseId, from: '2026-11-05', plates: ['贵JB0001'] });
    expect(await ids({ search: 'JB0001' })).toEqual([leaseId]);
    const got = await office.get('parking.getLease', { leaseId });
    expect(got).toMatchObject({ state: 'running', plates: ['贵JB0001'], openFen: 5000, chargedTo: '2026-11-01', charges: [{ amountFen: 5000, parts: [{ space: 'A-1', days: 31, amountFen: 5000 }] }] });
    expect(got.events.map(({ kind }) => kind)).toEqual(['signed', 'plates']);
    expect(got.plateHistory).toEqual([{ plate: '贵JA1234', from: '2026-09-01', to: '2026-11-05' }, { plate: '贵JB0001', from: '2026-11-05', to: '2026-11-30' }]);
    await office.get('parking.endLease', { leaseId, on: '2026-11-10', reason: '搬走' });
    expect(await office.get('parking.getLease', { leaseId })).toMatchObject({ state: 'running', to: '2026-11-10', agreedTo: '2026-11-30' });
    office.ctx.now = new Date('2026-11-10T02:00:00Z');
    expect(await office.get('parking.getLease', { leaseId })).toMatchObject({ state: 'ended' });
  });
});

describe('a lease is refused', () => {
  const terms = { space: 'A-1', plates: [] as string[], from: '2026-11-01', monthlyFen: 5000, proration: 'days' as const };
  beforeEach(async () => {
    await givenSpaces(office, ['A-1']);
    await givenSpaces(office, ['B-1'], { zone: 'B', title: 'owner', ownerHomeId: homeId });
  });

  it('for windows, days, spaces, plates and homes that cannot be', async () => {
    const resident = { ...terms, kind: 'resident' as const, homeId };
    expect(await office.call('parking.lease', { ...resident, windows: [{ weekdays: [1], from: '08:00', to: '08:00' }] })).toEqual(refusal('WINDOW_EMPTY', { from: '08:00', to: '08:00' }));
    expect(await office.call('parking.lease', { ...resident, windows: [{ weekdays: [1, 2], from: '22:00', to: '07:00' }, { weekdays: [2], from: '06:00', to: '09:00' }] })).toMatchObject({ ok: false, code: 'WINDOWS_OVERLAP' });
    expect(await office.call('parking.lease', { ...resident, to: '2026-11-01' })).toEqual(refusal('DATES_REVERSED', { from: '2026-11-01', to: '2026-11-01' }));
    expect(await office.call('parking.lease', { ...resident, space: 'Z-9' })).toEqual(refusal('NO_SUCH_SPACE', { space: 'Z-9' }));
    for (const plate of ['贵J123', 'AB12345', '贵JI2345', '贵J1234567']) expect(await office.call('parking.lease', { ...resident, plates: [plate] })).toEqual(refusal('PLATE_INVALID', { plate }));
    expect(await office.call('parking.lease', { ...resident, plates: ['贵JA1234', '贵j·a1234'] })).toEqual(refusal('PLATE_REPEATED', { plate: '贵JA1234' }));
    expect(await office.call('parking.lease', { ...resident, homeId: homes[2]?.homeId })).toEqual(refusal('HOME_UNSOLD', { label: homes[2]?.label ?? '' }));
    expect(await office.call('parking.lease', { ...resident, homeId: undefined })).toMatchObject({ ok: false, code: 'LESSEE_NOT_OF_KIND' });
  });

  it('for an outsider without the owners’ word', async () => {
    const companyId = await givenCompany(office);
    const daytime = { ...terms, kind: 'daytime' as const, companyId, windows: WORKDAYS };
    expect(await office.call('parking.lease', daytime)).toMatchObject({ ok: false, code: 'RESOLUTION_NEEDED' });
    expect(await office.call('parking.lease', { ...daytime, space: 'B-1' })).toMatchObject({ ok: false, code: 'CONSENT_NEEDED' });
    await office.get('parking.lease', { ...daytime, space: 'B-1', consent: '书面同意' });
    await office.get('parking.lease', { ...terms, kind: 'resident', homeId, space: 'B-1', windows: NIGHTS });
  });

  it('for a plate on another lease on the same day, and not from the day that it leaves', async () => {
    await givenSpaces(office, ['A-2']);
    const leaseId = await givenLease(office, { space: 'A-1', homeId, plates: ['贵JA1234'], from: '2026-11-01', to: '2026-11-15' });
    expect(await office.call('parking.lease', { ...terms, space: 'A-2', kind: 'resident', homeId, plates: ['贵JA1234'] })).toEqual(refusal('PLATE_TAKEN', { leaseId, plate: '贵JA1234' }));
    await office.get('parking.lease', { ...terms, space: 'A-2', kind: 'resident', homeId, plates: ['贵JA1234'], from: '2026-11-15' });
    await office.get('parking.lease', { ...terms, kind: 'resident', homeId, from: '2026-11-15' });
  });
});
