import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import writeExcelFile from 'write-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput, Output } from '../../shared/contract/index.ts';
import { run } from '../../db/sql.ts';
import { balanceOf, givenHomes, openBills, temporaryFile, type GivenHome } from '../support/builders.ts';
import { allTables, expectRefused, openOffice, refusal, type TestOffice } from '../support/open-office.ts';
import { givenCompany, givenLease, givenSpaces, NIGHTS, WORKDAYS } from '../support/parking.ts';

let office: TestOffice;
let homes: GivenHome[] = [];
let companyId = 0;
let leases = { company: 0, night: 0, ended: 0, absent: 0 };

beforeEach(async () => {
  office = await openOffice();
  homes = await givenHomes(office, [{ owner: '王秀兰' }, { owner: '李强' }, { owner: '赵敏' }]);
  companyId = await givenCompany(office, '蓝山科技');
  await givenSpaces(office, ['A-001', 'A-002', 'A-003']);
  const homeAt = (index: number) => ({ homeId: homes[index]?.homeId ?? 0 });
  leases = {
    company: await givenLease(office, { space: 'A-001', kind: 'daytime', companyId, windows: WORKDAYS, plates: ['贵A8K6P2', '贵AD12345'], from: '2026-10-01', resolutionNo: '业决1', overstayFen: 500 }),
    night: await givenLease(office, { space: 'A-001', ...homeAt(0), windows: [...NIGHTS, { weekdays: [6, 7], from: '18:00', to: '08:00' }], plates: ['贵J12345'], from: '2026-10-01', overstayFen: 200 }),
    ended: await givenLease(office, { space: 'A-002', ...homeAt(1), plates: ['贵J67890'], from: '2026-10-01', to: '2026-10-20', overstayFen: 100 }),
    absent: await givenLease(office, { space: 'A-003', ...homeAt(2), plates: ['贵J55555'], from: '2026-10-01' }),
  };
  await office.get('parking.addVehicle', { plate: '贵JF66666', ...homeAt(2), from: '2026-10-01' });
});
afterEach(async () => {
  expect(office.bugs).toEqual([]);
  await office.close();
});

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const importOf = (file: string, change: Partial<CallInput<'barrier.import'>> = {}) => office.call('barrier.import', { file, commit: true, ...change });
const imported = (file: string, change: Partial<CallInput<'barrier.import'>> = {}) => office.get('barrier.import', { file, commit: true, ...change });
const findings = async (input: CallInput<'barrier.findings'> = {}) => (await office.get('barrier.findings', { limit: 1000, ...input })).items;
/** A file of stays: plate, in, out in October. */
function staysFile(lines: readonly (readonly [string, string, string])[]): string {
  const file = temporaryFile('csv');
  writeFileSync(file, ['车牌号,入场时间,出场时间', ...lines.map(([plate, inAt, outAt]) => `${plate},2026-10-${inAt},2026-10-${outAt}`), ''].join('\n'));
  return file;
}
async function findingOf(kind: Output<'barrier.findings'>['items'][number]['kind'], plate: string): Promise<Output<'barrier.findings'>['items'][number]> {
  const item = (await findings()).find((one) => one.kind === kind && one.plate === plate);
  if (!item) throw new Error(`no ${kind} of ${plate}`);
  return item;
}

type Expected = { rows: number; stays: object[]; repeats: number[]; faults: object[]; from: string; to: string };
const expectedOf = (name: string) => JSON.parse(readFileSync(fixture(name), 'utf8')) as Expected;

describe('importing', () => {
  it('names what was found of each car, and keeps every line', async () => {
    const expected = expectedOf('barrier-stays.expected.json');
    const answer = await imported(fixture('barrier-stays.csv'));
    expect(answer).toMatchObject({ fileId: 1, rows: expected.rows, stays: expected.stays.length, repeats: expected.repeats.length, faults: expected.faults, from: '2026-10-01', to: '2026-10-31', findings: { noLease: 4, overstay: 6, outsideLease: 2, unused: 1 } });
    const list = (await findings()).map(({ kind, plate, on, minutes, proposedFen, label, lessee, space, leaseId }) => [kind, plate, on, minutes, proposedFen, label, lessee, space, leaseId]);
    const [first, , third] = homes.map(({ label }) => label);
    expect(list).toEqual([
      // 8:15 to 8:30 and 17:30 to 19:05; a resident stays until 9:47 instead of 8:00.
      ['overstay', '贵AD12345', '2026-10-08', 15 + 95, 1_000, '蓝山科技', '蓝山科技', 'A-001', leases.company],
      ['no-lease', '贵B2C3D4', '2026-10-08', 150, 0, '', '', '', null],
      ['overstay', '贵J12345', '2026-10-09', 107, 400, first, '王秀兰', 'A-001', leases.night],
      ['overstay', '贵A8K6P2', '2026-10-09', 61, 1_000, '蓝山科技', '蓝山科技', 'A-001', leases.company],
      ['no-lease', '贵C99999', '2026-10-09', 150, 0, '', '', '', null],
      ['no-lease', '贵JF66666', '2026-10-09', 600, 0, third, '赵敏', '', null],
      ['no-lease', '贵B9C8D7', '2026-10-13', 60, 0, '', '', '', null],
      ['overstay', '贵A8K6P2', '2026-10-14', 5, 500, '蓝山科技', '蓝山科技', 'A-001', leases.company],
      ['overstay', '贵AD12345', '2026-10-17', 90, 1_000, '蓝山科技', '蓝山科技', 'A-001', leases.company],
      ['outside-lease', '贵J67890', '2026-10-20', 540, 900, homes[1]?.label, '李强', 'A-002', leases.ended],
      ['outside-lease', '贵J67890', '2026-10-22', 61, 200, homes[1]?.label, '李强', 'A-002', leases.ended],
      ['overstay', '贵A8K6P2', '2026-10-26', 2, 500, '蓝山科技', '蓝山科技', 'A-001', leases.company],
      ['unused', '贵J55555', '2026-10-31', 0, 0, third, '赵敏', 'A-003', leases.absent],
    ]);
  });

  it('without commit answers the same and writes nothing', async () => {
    const before = await allTables(office.raw);
    const shown = await imported(fixture('barrier-stays.csv'), { commit: false });
    const { audit: _, ...after } = await allTables(office.raw);
    const { audit: __, ...unchanged } = before;
    expect(after).toEqual(unchanged);
    expect(await imported(fixture('barrier-stays.csv'))).toEqual({ ...shown, fileId: 1 });
  });

  it('completes what an earlier file had half of, and takes back what it found unused', async () => {
    await imported(fixture('barrier-stays.csv'));
    const expected = expectedOf('barrier-passages.expected.json');
    const answer = await imported(fixture('barrier-passages.csv'));
    // The car that went in on 31 October comes out.
    expect(answer).toMatchObject({ fileId: 2, rows: expected.rows, stays: expected.stays.length + 1, repeats: 1, faults: expected.faults.slice(0, -1), from: '2026-11-01', to: '2026-11-04' });
    expect((await office.get('barrier.faults', { fileId: 1 })).items.map(({ row, fault }) => [row, fault])).not.toContainEqual([33, 'EXIT_LOST']);
    expect(await office.get('barrier.files', {})).toMatchObject({ items: [{ fileId: 2, rows: 21, stays: 7, faults: 7, by: '陈经理' }, { fileId: 1, rows: 30, stays: 18, faults: 10 }] });
    const late = staysFile([['贵J55555', '12 08:00:00', '12 09:00:00']]);
    expect(await imported(late)).toMatchObject({ findings: { noLease: 0, overstay: 0, outsideLease: 0, unused: 1 } });
    expect((await findings({ kind: 'unused' })).map(({ plate, on, state, reason }) => [plate, on, state, reason.slice(0, 6)])).toEqual([
      ['贵J55555', '2026-10-31', 'dismissed', '后来导入的 '], ['贵J55555', '2026-11-04', 'open', ''], ['贵J12345', '2026-10-12', 'open', ''],
    ]);
  });

  it('takes used vouchers for stays without a lease', async () => {
    await run(office.raw, `insert into visitor_voucher (voucher_no, home_id, hours, valid_from, valid_through, plate, note, user_name, at, used_plate, used_on, used_at) values ('FK-2026-000001', 1, 2, '2026-10-09', '2026-10-09', '', '', '', '', '贵C99999', '2026-10-09', '2026-10-09T02:10:00.000Z')`);
    await imported(fixture('barrier-stays.csv'));
    expect(await findingOf('no-lease', '贵C99999')).toMatchObject({ minutes: 30 });
  });

  it('reads a workbook with real times, and columns that a mapping names', async () => {
    const file = temporaryFile('xlsx');
    const time = (text: string) => ({ value: new Date(`${text}Z`), type: Date, format: 'yyyy-mm-dd hh:mm:ss' });
    await writeExcelFile([{ data: [[{ value: '牌' }, { value: '来' }, { value: '走' }], [{ value: '贵A8K6P2' }, time('2026-10-08T08:30:07'), time('2026-10-08T18:00:59')]] }]).toFile(file);
    expect(await importOf(file)).toEqual(refusal('BARRIER_COLUMNS_MISSING', { missing: ['plate', 'in', 'out'], headers: ['牌', '来', '走'] }));
    expect(await imported(file, { mapping: { plate: '牌', in: '来', out: '走' } })).toMatchObject({ stays: 1, faults: [], findings: { overstay: 1 } });
    expect(await findings({ kind: 'overstay' })).toMatchObject([{ inAt: '2026-10-08 08:30:07', outAt: '2026-10-08 18:00:59', minutes: 30, proposedFen: 500 }]);
  });

  it('is refused for a file seen before under any name, an empty one, and one without columns', async () => {
    await imported(fixture('barrier-stays.csv'));
    const copy = temporaryFile('csv');
    copyFileSync(fixture('barrier-stays.csv'), copy);
    await expectRefused(office, () => importOf(copy), 'BARRIER_FILE_SEEN', { file: 'barrier-stays.csv', at: '2026-11-05T02:00:00.000Z' });
    await expectRefused(office, () => importOf(staysFile([])), 'BARRIER_FILE_EMPTY');
    writeFileSync(copy, '入场时间,出场时间\n2026-10-01 08:00,2026-10-01 09:00\n');
    await expectRefused(office, () => importOf(copy), 'BARRIER_COLUMNS_MISSING', { missing: ['plate'], headers: ['入场时间', '出场时间'] });
    writeFileSync(copy, '');
    expect(await importOf(copy)).toMatchObject({ ok: false });
    expect(await importOf('/no/such.csv')).toMatchObject({ ok: false, code: 'FILE_NOT_FOUND' });
    expect(await office.call('barrier.import', { file: copy, commit: true }, { as: 'auditor' })).toMatchObject({ ok: false, code: 'ROLE_NOT_ALLOWED' });
  });

  it('skips what another export of the same days brought already, faults included', async () => {
    const { stays, faults } = await imported(fixture('barrier-stays.csv'));
    const again = temporaryFile('csv');
    const extra = Buffer.from('31,BJ10000X,', 'latin1');
    writeFileSync(again, Buffer.concat([readFileSync(fixture('barrier-stays.csv')), extra, Buffer.from('2026-10-30 08:00:00,,2026-10-30 09:00:00\r\n', 'latin1')]));
    const answer = await imported(again);
    expect(answer).toMatchObject({ rows: 31, stays: 0, repeats: 30, faults: [{ row: 35, fault: 'PLATE_UNREADABLE' }] });
    expect(stays + faults.length).toBe(29);
    expect((await findings({ kind: 'unused' }))).toHaveLength(1);
  });

  it('stops where it is cancelled, and leaves nothing', async () => {
    const giveUp = new AbortController();
    const lines = Array.from({ length: 12_000 }, (_, index): [string, string, string] => [`贵B${String(10_000 + index)}`, '03 08:00:00', '03 09:00:00']);
    const file = staysFile(lines);
    const seen: number[] = [];
    const reply = await office.call('barrier.import', { file, commit: true }, { signal: giveUp.signal, onProgress: ({ done, total }) => { seen.push(done); expect(total).toBe(24_000); if (done > 0) giveUp.abort(); } });
    expect(reply).toMatchObject({ ok: false, code: 'CANCELLED' });
    expect(seen).toEqual([0, 5_000]);
    expect((await office.get('barrier.files', {})).items).toEqual([]);
    expect(await imported(file)).toMatchObject({ rows: 12_000, stays: 12_000 });
  });

  it('adds up: every line of any file is a stay, a repeat or a fault, in the books and in the answer', async () => {
    const cell = (...texts: string[]) => fc.constantFrom(...texts);
    const plates = cell('贵A8K6P2', '贵J12345', '贵J67890', '贵B2C3D4', '无牌车', 'x');
    const moment = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 23 })).map(([day, hour]) => `2026-10-${String(day).padStart(2, '0')} ${String(hour).padStart(2, '0')}:00:00`);
    const time = fc.oneof({ arbitrary: moment, weight: 8 }, { arbitrary: cell('', '?', '2027-01-01 00:00:00'), weight: 1 });
    await fc.assert(fc.asyncProperty(fc.boolean(), fc.array(fc.tuple(plates, time, time, cell('进', '出', '')), { minLength: 1, maxLength: 40 }), async (stays, rows) => {
      const file = temporaryFile('csv');
      writeFileSync(file, [stays ? '车牌,入场时间,出场时间' : '车牌,通行时间,方向', ...rows.map(([plate, first, second, way]) => [plate, first, stays ? second : way].join(',')), ''].join('\n'));
      const answer = await imported(file, { commit: false });
      expect(answer.rows).toBe(rows.length);
      const reply = await importOf(file);
      if (!reply.ok) { expect(reply.code).toBe('BARRIER_FILE_SEEN'); return; }
      const { fileId, rows: lines, repeats, faults } = reply.value;
      const kept = await office.raw.raw<{ lines: number; stays: number; faults: number }[]>('select sum(1 + (out_row is not null)) as lines, sum(fault is null) as stays, sum(fault is not null) as faults from barrier_stay where file_id = ?', [fileId]);
      expect(lines).toBe((kept[0]?.lines ?? 0) + repeats);
      expect([reply.value.stays, faults.length]).toEqual([kept[0]?.stays ?? 0, kept[0]?.faults ?? 0]);
    }), { numRuns: 25 });
  });
});

describe('deciding', () => {
  beforeEach(async () => { await imported(fixture('barrier-stays.csv')); });

  it('charges what is proposed, or what was agreed, as an overstay of the lease’s payer', async () => {
    const late = await findingOf('overstay', '贵J12345');
    const { billId, amountFen } = await office.get('barrier.charge', { findingId: late.findingId }, { as: 'cashier' });
    expect(amountFen).toBe(400);
    expect(await openBills(office, homes[0] ?? { homeId: 0, label: '' })).toMatchObject([{ billId, amountFen: 400, dueOn: '2026-11-05', from: '2026-10-09' }]);
    const firm = await findingOf('overstay', '贵AD12345');
    await office.get('barrier.charge', { findingId: firm.findingId, amountFen: 750 });
    expect(await balanceOf(office, '2241.03.03')).toBe(-1_150);
    expect((await findings({ state: 'charged' })).map(({ plate, chargedFen, decidedBy }) => [plate, chargedFen, decidedBy])).toEqual([['贵AD12345', 750, '陈经理'], ['贵J12345', 400, '刘晓燕']]);
    await expectRefused(office, () => office.call('barrier.charge', { findingId: late.findingId }), 'FINDING_DECIDED', { findingId: late.findingId, state: 'charged' });
    await expectRefused(office, () => office.call('barrier.dismiss', { findingIds: [late.findingId], reason: '误报' }), 'FINDING_DECIDED');
    expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true });
  });

  it('charges a registered car without a lease for an amount, and nobody’s car not at all', async () => {
    const known = await findingOf('no-lease', '贵JF66666');
    await expectRefused(office, () => office.call('barrier.charge', { findingId: known.findingId }), 'AMOUNT_OR_QUANTITY', { item: 'parking-other' });
    await office.get('barrier.charge', { findingId: known.findingId, amountFen: 2_000 });
    expect(await openBills(office, homes[2] ?? { homeId: 0, label: '' })).toMatchObject([{ amountFen: 2_000 }]);
    for (const [kind, plate] of [['no-lease', '贵B2C3D4'], ['unused', '贵J55555']] as const) {
      const { findingId } = await findingOf(kind, plate);
      await expectRefused(office, () => office.call('barrier.charge', { findingId, amountFen: 100 }), 'FINDING_NOT_CHARGEABLE', { findingId, kind });
    }
    await expectRefused(office, () => office.call('barrier.charge', { findingId: 999 }), 'NO_SUCH_FINDING', { findingId: 999 });
  });

  it('opens a finding again when its bill is cancelled', async () => {
    const { findingId } = await findingOf('overstay', '贵J12345');
    const { billId } = await office.get('barrier.charge', { findingId });
    await office.get('fees.cancelBill', { billId, reason: '核错了' });
    expect(await findingOf('overstay', '贵J12345')).toMatchObject({ state: 'open', billId: null, chargedFen: 0, decidedBy: '' });
    await office.get('barrier.charge', { findingId });
    expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true });
  });

  it('dismisses with a reason, all or none', async () => {
    const [one, two] = await findings();
    const ids = [one?.findingId ?? 0, two?.findingId ?? 0];
    await expectRefused(office, () => office.call('barrier.dismiss', { findingIds: [...ids, 999], reason: '误报' }), 'NO_SUCH_FINDING', { findingId: 999 });
    await expectRefused(office, () => office.call('barrier.dismiss', { findingIds: ids, reason: ' ' }), 'BAD_INPUT');
    expect(await office.get('barrier.dismiss', { findingIds: [...ids, ...ids], reason: '当天停电' })).toEqual({ dismissed: 2 });
    expect(await findings({ state: 'dismissed' })).toMatchObject([{ reason: '当天停电', decidedBy: '陈经理' }, {}]);
    await expect(run(office.raw, `update barrier_finding set state = 'open', decided_at = null where finding_id = ?`, [ids[0] ?? 0])).rejects.toThrow('APPEND_ONLY');
    await expect(run(office.raw, 'update barrier_stay set plate = plate where stay_id = 1')).rejects.toThrow('APPEND_ONLY');
    expect(await office.call('barrier.dismiss', { findingIds: ids, reason: 'x' }, { as: 'office' })).toMatchObject({ ok: false, code: 'ROLE_NOT_ALLOWED' });
  });

  it('lists by month, kind, state, lease and search, page by page', async () => {
    const all = await findings();
    expect((await office.get('barrier.findings', { month: '2026-10' })).total).toBe(all.length);
    expect((await office.get('barrier.findings', { month: '2026-11' })).total).toBe(0);
    expect((await findings({ leaseId: leases.night }))).toHaveLength(all.filter(({ leaseId }) => leaseId === leases.night).length);
    for (const [search, plate] of [['j12345', '贵J12345'], ['王秀兰', '贵J12345'], [homes[0]?.label ?? '', '贵J12345'], ['A-002', '贵J67890'], ['贵B2C3D4', '贵B2C3D4']] as const) {
      const found = await office.get('barrier.findings', { search });
      expect(new Set(found.items.map((item) => item.plate)), search).toEqual(new Set([plate]));
      expect(found).toMatchObject({ total: found.items.length, minutes: found.items.reduce((sum, { minutes }) => sum + minutes, 0), proposedFen: found.items.reduce((sum, { proposedFen }) => sum + proposedFen, 0) });
    }
    const paged: number[] = [];
    let after: number | undefined;
    do {
      const page = await office.get('barrier.findings', { limit: 4, ...(after !== undefined && { after }) });
      paged.push(...page.items.map(({ findingId }) => findingId));
      after = page.next;
    } while (after !== undefined);
    expect(paged).toEqual(all.map(({ findingId }) => findingId));
    const faults = await office.get('barrier.faults', { limit: 6 });
    const rest = await office.get('barrier.faults', { limit: 1000, after: faults.next });
    expect(faults.items.length + rest.items.length).toBe(faults.total);
  });

  it('adds up a month by lease', async () => {
    const { findingId } = await findingOf('overstay', '贵J12345');
    await office.get('barrier.charge', { findingId });
    const { items } = await office.get('barrier.byLease', { month: '2026-10' });
    expect(items.map(({ leaseId, label, space, stays, overstayStays, overstayMinutes, proposedFen, chargedFen, lastSeen }) => [leaseId, label, space, stays, overstayStays, overstayMinutes, proposedFen, chargedFen, lastSeen])).toEqual([
      [leases.ended, homes[1]?.label, 'A-002', 3, 2, 601, 1_100, 0, '2026-10-22 22:01:00'],
      [leases.company, '蓝山科技', 'A-001', 6, 5, 268, 4_000, 0, '2026-10-26 17:31:00'],
      [leases.night, homes[0]?.label, 'A-001', 4, 1, 107, 0, 400, '2026-10-31 20:10:00'],
      [leases.absent, homes[2]?.label, 'A-003', 0, 0, 0, 0, 0, null],
    ]);
    expect((await office.get('barrier.byLease', { month: '2026-09' })).items).toEqual([]);
  });
});
