import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rows } from '../../db/sql.ts';
import { givenHome, givenHomes, openBills, temporaryFile, type GivenHome } from '../support/builders.ts';
import { allTables, expectRefused, openOffice, type TestOffice } from '../support/open-office.ts';
import { EXPECTED_READINGS, FIRST_READINGS, READ_HOMES, readingsWorkbook } from '../fixtures/readings.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openOffice();
  await office.get('fees.defineItem', { code: 'water', name: '水费', fund: 'agency', from: '2026-01-01', basis: 'meter', rateE4: 32_000, unit: '吨' });
});
afterEach(() => office.close());

const record = (home: GivenHome, readOn: string, valueE4: number, meterNo?: string) => office.call('meters.record', { homeId: home.homeId, item: 'water', readOn, valueE4, ...(meterNo !== undefined && { meterNo }) });
const issue = (month: string) => office.get('fees.issueBills', { month, items: ['water'], commit: true });
const used = async (month: string): Promise<(number | string | null)[]> => (await office.get('meters.list', { item: 'water', month })).items.map(({ usedE4, skip }) => usedE4 ?? skip);

function csv(...lines: string[]): string {
  const file = temporaryFile('csv');
  writeFileSync(file, lines.join('\n'));
  return file;
}

/** The homes and first readings of the faulty workbook. */
async function givenReadHomes(): Promise<string> {
  await givenHomes(office, READ_HOMES.map((label) => {
    const [building = '', unit = '', room = ''] = label.split('-');
    return { building, unit, room };
  }));
  await office.get('fees.defineItem', { code: 'heat', name: '热力费', fund: 'agency', from: '2026-01-01', basis: 'meter', rateE4: 400_000, unit: 'GJ' });
  const october = csv('房号,费用项,表号,抄表日期,读数', ...FIRST_READINGS.map(([label, item, meterNo, valueE4]) => `${label},${item},${meterNo},2026-10-04,${String(valueE4 / 10_000)}`));
  expect(await office.get('meters.importReadings', { file: october, commit: true })).toEqual({ accepted: 9, bases: 9, replaced: 0, unchanged: 0, unread: 0, errors: [] });
  const file = temporaryFile('xlsx');
  writeFileSync(file, readingsWorkbook());
  return file;
}

describe('meters.importReadings', () => {
  it('says what a faulty workbook would bring, refuses it by its rows, takes the others, and takes them once', async () => {
    const file = await givenReadHomes();
    const count = (...actions: string[]) => EXPECTED_READINGS.filter(({ action }) => actions.includes(action)).length;
    const summary = { accepted: count('reading', 'base', 'replace'), bases: 1, replaced: 1, unchanged: 1, unread: 1 };
    const before = await allTables(office.raw);
    const preview = await office.get('meters.previewReadings', { file }, { as: 'auditor' });
    expect(preview.rows.map(({ row, action, issues, label, usedE4 }) => ({ row, action, reasons: issues.map(({ reason }) => reason), label, usedE4 }))).toEqual(EXPECTED_READINGS);
    expect(preview).toMatchObject({ ...summary, sheet: '11月', sheets: ['说明', '11月'], headerRow: 4 });
    expect(await office.get('meters.importReadings', { file, commit: false })).toEqual({ ...summary, errors: preview.errors });
    expect({ ...(await allTables(office.raw)), audit: [] }).toEqual({ ...before, audit: [] });
    await expectRefused(office, () => office.call('meters.importReadings', { file, commit: true }), 'METER_READINGS_HAVE_ERRORS', { ...summary, errors: preview.errors });
    expect(await office.get('meters.importReadings', { file, commit: true, onError: 'skip' })).toEqual({ ...summary, errors: preview.errors });
    const stored = await rows(office.raw, 'select * from reading');
    const again = await office.get('meters.importReadings', { file, commit: true, onError: 'skip' });
    expect([again.accepted, again.unchanged]).toEqual([0, summary.accepted + 1]);
    expect(await rows(office.raw, 'select * from reading')).toEqual(stored);
  });

  it('bills what was read, and a replaced meter with both its parts', async () => {
    const file = await givenReadHomes();
    await office.get('meters.importReadings', { file, commit: true, onError: 'skip' });
    const { lines } = await office.get('fees.previewBills', { month: '2026-11', items: ['water', 'heat'] });
    // (10005 − 9998) + (31 − 0) for the meter that was replaced; the home whose first reading this is pays nothing.
    expect(lines.map(({ label, item, quantityE4, amountFen }) => [label, item, quantityE4, amountFen])).toEqual([
      ['3-2-501', 'water', 85_000, 2_720], ['3-2-502', 'water', 92_500, 2_960], ['3-2-503', 'water', 95_000, 3_040], ['5-1-102', 'water', 380_000, 12_160], ['3-2-501', 'heat', 7_500, 3_000],
    ]);
  });

  it('takes the item and the day from the caller where the list has none, and refuses a list of nothing', async () => {
    const home = await givenHome(office);
    expect(await office.get('meters.importReadings', { file: csv('房号,读数', '3-2-501,100'), commit: true, readOn: '2026-10-31' })).toMatchObject({ accepted: 1, bases: 1 });
    expect((await office.get('meters.history', { homeId: home.homeId })).items).toMatchObject([{ readOn: '2026-10-31', valueE4: 1_000_000, kind: 'base', item: 'water' }]);
    await office.get('fees.defineItem', { code: 'heat', name: '热力费', fund: 'agency', from: '2026-01-01', basis: 'meter', rateE4: 400_000 });
    await expectRefused(office, () => office.call('meters.importReadings', { file: csv('房号,读数', '3-2-501,100'), commit: true }), 'NO_HEADER_ROW');
    expect(await office.get('meters.importReadings', { file: csv('房号,读数', '3-2-501,7'), commit: true, item: 'heat' })).toMatchObject({ bases: 1 });
    await expectRefused(office, () => office.call('meters.importReadings', { file: csv('房号,读数', '3-2-501,7'), commit: true, item: 'none' }), 'NO_SUCH_ITEM', { item: 'none' });
    await expectRefused(office, () => office.call('meters.importReadings', { file: csv('房号,读数', '3-2-501,7'), commit: true, item: 'property' }), 'ITEM_NOT_METERED', { item: '物业费' });
    await expectRefused(office, () => office.call('meters.importReadings', { file: csv('姓名,金额', '王,7'), commit: true }), 'NO_HEADER_ROW');
    await expectRefused(office, () => office.call('meters.importReadings', { file: csv('房号,读数', '3-2-501,7'), commit: true }, { as: 'cashier' }), 'ROLE_NOT_ALLOWED');
  });

  it('takes several months of one home and two replacements in one list, each after the ones before it', async () => {
    await givenHome(office);
    const file = csv('房号,表号,读数,抄表日期,换表,旧表止码,新表底数', '3-2-501,C,9,2026-11-01,是,60,5', '3-2-501,A,100,2026-08-31,,,', '3-2-501,B,50,2026-10-01,是,120,40', '3-2-501,A,110,2026-09-15,,,');
    expect(await office.get('meters.importReadings', { file, commit: true })).toMatchObject({ accepted: 4, bases: 1, replaced: 2, errors: [] });
    expect(await used('2026-09')).toEqual([100_000]);
    // 120 − 100, 60 − 40, 9 − 5.
    expect(await used('2026-11')).toEqual([440_000]);
    expect(await rows(office.raw, 'select meter_no as no, from_on as "from", to_on as "to" from meter order by meter_id')).toEqual([{ no: 'A', from: '2026-08-31', to: '2026-10-01' }, { no: 'B', from: '2026-10-01', to: '2026-11-01' }, { no: 'C', from: '2026-11-01', to: null }]);
  });
});

describe('billing by meter', () => {
  it('never bills a first reading, bills the rest once, and says why the others are skipped', async () => {
    const [home, still, none] = await givenHomes(office, [{}, {}, {}]);
    if (!home || !still || !none) throw new Error('no homes');
    await record(home, '2026-08-31', 1_000_000);
    await record(still, '2026-08-31', 500_000);
    expect((await issue('2026-08')).skipped.map(({ reason }) => reason)).toEqual(['NO_READING', 'NO_READING', 'NO_METER']);
    await record(home, '2026-09-30', 1_120_000);
    await record(still, '2026-09-30', 500_000);
    expect(await used('2026-09')).toEqual([120_000, 'NO_USE', 'NO_METER']);
    expect(await issue('2026-09')).toMatchObject({ issued: 1, amountFen: 3_840 });
    expect((await issue('2026-09')).issued).toBe(0);
    expect(await used('2026-09')).toEqual(['NO_READING', 'NO_USE', 'NO_METER']);
    await record(home, '2026-10-31', 1_150_000);
    await record(still, '2026-10-31', 510_000);
    expect(await issue('2026-10')).toMatchObject({ issued: 2, amountFen: 960 + 320 });
    expect((await openBills(office, home)).map(({ quantityE4 }) => quantityE4)).toEqual([120_000, 30_000]);
  });

  it('does not bill again what a later month already covers, and bills a cancelled month again', async () => {
    const home = await givenHome(office);
    for (const [on, value] of [['2026-08-31', 10], ['2026-09-30', 30], ['2026-10-31', 45]] as const) await record(home, on, value * 10_000);
    expect(await issue('2026-10')).toMatchObject({ issued: 1, amountFen: 11_200 });
    expect(await issue('2026-09')).toMatchObject({ issued: 0, skipped: [{ reason: 'NO_USE' }] });
    const [bill] = await openBills(office, home);
    await office.get('fees.cancelBill', { billId: bill?.billId ?? 0, reason: '改按月出' });
    expect((await issue('2026-09')).amountFen).toBe(6_400);
    expect((await issue('2026-10')).amountFen).toBe(4_800);
    const [september] = await openBills(office, home);
    await office.get('fees.cancelBill', { billId: september?.billId ?? 0, reason: '重出' });
    expect(await used('2026-10')).toEqual(['NO_READING']);
    expect((await issue('2026-09')).amountFen).toBe(6_400);
  });

  it('bills a cancelled month up to where a later bill begins, when that one reaches back into it', async () => {
    const home = await givenHome(office);
    for (const [on, value] of [['2026-08-31', 10], ['2026-09-14', 20]] as const) await record(home, on, value * 10_000);
    await issue('2026-09');
    await record(home, '2026-09-30', 250_000);
    // September has its bill: what was read after it goes to October.
    expect((await issue('2026-10')).amountFen).toBe(1_600);
    const [september] = await openBills(office, home);
    await office.get('fees.cancelBill', { billId: september?.billId ?? 0, reason: '重出' });
    expect((await issue('2026-09')).amountFen).toBe(3_200);
    expect((await openBills(office, home)).map(({ quantityE4 }) => quantityE4)).toEqual([100_000, 50_000]);
  });

  it('keeps a bill with another amount on the readings of the one it replaces', async () => {
    const home = await givenHome(office);
    await record(home, '2026-08-31', 100_000);
    await record(home, '2026-09-30', 300_000);
    await issue('2026-09');
    const [bill] = await openBills(office, home);
    await office.get('fees.correctBill', { billId: bill?.billId ?? 0, amountFen: 5_000, reason: '漏水减半' });
    expect((await issue('2026-09')).issued).toBe(0);
    expect(await used('2026-09')).toEqual(['NO_READING']);
  });
});

describe('meters.record', () => {
  it('makes the meter with its base, counts from it, and answers a retry', async () => {
    const home = await givenHome(office);
    expect(await record(home, '2026-09-30', 1_000_000, 'W1')).toMatchObject({ value: { kind: 'base', usedE4: 0 } });
    const reply = await record(home, '2026-10-31', 1_025_000);
    expect(reply).toMatchObject({ value: { kind: 'normal', usedE4: 25_000 } });
    expect(await record(home, '2026-10-31', 1_025_000)).toMatchObject({ value: { readingId: reply.ok ? reply.value.readingId : 0 } });
    expect((await office.get('meters.list', { item: 'water', month: '2026-10' })).items).toMatchObject([{ label: '3-2-501', meterNo: 'W1', last: { readOn: '2026-09-30', valueE4: 1_000_000 }, reading: { readOn: '2026-10-31', valueE4: 1_025_000, kind: 'normal' }, usedE4: 25_000, bill: null }]);
    expect((await office.get('meters.listItems', {})).items).toEqual([{ code: 'water', name: '水费', unit: '吨', meters: 1 }]);
  });

  it('refuses a fall, a day not after the last, the future, another meter, and what is no metered item or home', async () => {
    const home = await givenHome(office);
    await record(home, '2026-10-31', 1_000_000, 'W1');
    await expectRefused(office, () => record(home, '2026-11-01', 999_999), 'READING_FALLS', { lastE4: 1_000_000, lastOn: '2026-10-31' });
    await expectRefused(office, () => record(home, '2026-10-31', 1_000_001), 'READING_BEFORE_LAST', { on: '2026-10-31', lastOn: '2026-10-31' });
    await expectRefused(office, () => record(home, '2026-11-06', 1_000_001), 'DATE_IN_FUTURE', { date: '2026-11-06', today: '2026-11-05' });
    await expectRefused(office, () => record(home, '2026-11-01', 1_000_001, 'W2'), 'METER_NO_DIFFERS', { meterNo: 'W2', ours: 'W1' });
    await expectRefused(office, () => record({ homeId: 99, label: '' }, '2026-11-01', 1), 'NO_SUCH_HOME', { homeId: 99 });
    await expectRefused(office, () => office.call('meters.record', { homeId: home.homeId, item: 'gas', readOn: '2026-11-01', valueE4: 1 }), 'NO_SUCH_ITEM', { item: 'gas' });
    await expectRefused(office, () => office.call('meters.list', { item: 'property', month: '2026-10' }), 'ITEM_NOT_METERED', { item: '物业费' });
    await expectRefused(office, () => record(home, '2026-11-01', -1), 'BAD_INPUT');
  });
});

describe('meters.replace', () => {
  it('bills (final − last) + (new − base), and counts on from the new meter', async () => {
    const home = await givenHome(office);
    await record(home, '2026-08-31', 1_000_000, 'OLD');
    const replaced = { homeId: home.homeId, item: 'water', on: '2026-09-10', finalE4: 1_035_000, newMeterNo: 'NEW', baseE4: 20_000 };
    await expectRefused(office, () => office.call('meters.replace', { ...replaced, finalE4: 999_999 }), 'READING_FALLS', { lastE4: 1_000_000, lastOn: '2026-08-31' });
    await expectRefused(office, () => office.call('meters.replace', { ...replaced, on: '2026-08-30' }), 'READING_BEFORE_LAST', { on: '2026-08-30', lastOn: '2026-08-31' });
    expect(await office.get('meters.replace', replaced)).toMatchObject({ usedE4: 35_000 });
    expect(await used('2026-09')).toEqual([35_000]);
    await record(home, '2026-09-30', 45_000);
    expect(await used('2026-09')).toEqual([60_000]);
    await issue('2026-09');
    await record(home, '2026-10-31', 50_000);
    expect(await used('2026-10')).toEqual([5_000]);
    const { items } = await office.get('meters.history', { homeId: home.homeId });
    expect(items.map(({ meterNo, kind, usedE4 }) => [meterNo, kind, usedE4])).toEqual([['NEW', 'normal', 5_000], ['NEW', 'normal', 25_000], ['NEW', 'base', null], ['OLD', 'final', 35_000], ['OLD', 'base', null]]);
  });

  it('is refused for a home without a meter', async () => {
    const home = await givenHome(office);
    await expectRefused(office, () => office.call('meters.replace', { homeId: home.homeId, item: 'water', on: '2026-10-01', finalE4: 1, newMeterNo: '', baseE4: 0 }), 'NO_METER', { homeId: home.homeId });
  });
});

describe('meters.correct', () => {
  const idOf = async (home: GivenHome, readOn: string): Promise<number> => (await office.get('meters.history', { homeId: home.homeId })).items.find((item) => item.readOn === readOn && item.correctedBy === null)?.readingId ?? 0;
  const correct = (readingId: number, valueE4: number) => office.call('meters.correct', { readingId, valueE4, reason: '看错了' });

  it('puts another value in the place of the old one, which stays in the history', async () => {
    const home = await givenHome(office);
    await record(home, '2026-08-31', 100_000);
    await record(home, '2026-09-30', 250_000);
    const wrong = await idOf(home, '2026-09-30');
    expect(await correct(wrong, 200_000)).toMatchObject({ value: { blockedBy: null } });
    expect(await used('2026-09')).toEqual([100_000]);
    const { items } = await office.get('meters.history', { homeId: home.homeId });
    const right = await idOf(home, '2026-09-30');
    expect(items.map(({ valueE4, correctedBy, corrects, note }) => [valueE4, correctedBy, corrects, note])).toEqual([[200_000, null, wrong, '看错了'], [250_000, right, null, ''], [100_000, null, null, '']]);
    await expectRefused(office, () => correct(wrong, 1), 'READING_ALREADY_CORRECTED', { readingId: wrong, correctedBy: right });
    await expectRefused(office, () => correct(right, 99_999), 'READING_FALLS', { lastE4: 100_000, lastOn: '2026-08-31' });
    await expectRefused(office, () => correct(999, 1), 'NO_SUCH_READING', { readingId: 999 });
    await expectRefused(office, () => office.call('meters.correct', { readingId: right, valueE4: 1, reason: ' ' }), 'BAD_INPUT');
  });

  it('is refused for every reading that a living bill counts from, to or over, until the bill is cancelled', async () => {
    const home = await givenHome(office);
    for (const [on, value] of [['2026-08-31', 100_000], ['2026-09-15', 150_000], ['2026-09-30', 200_000]] as const) await record(home, on, value);
    await issue('2026-09');
    const [bill] = await openBills(office, home);
    const billId = bill?.billId ?? 0;
    for (const on of ['2026-08-31', '2026-09-15', '2026-09-30']) await expectRefused(office, async () => correct(await idOf(home, on), 160_000), 'READING_BILLED', { billId });
    expect((await office.get('meters.history', { homeId: home.homeId })).items.map((item) => item.billId)).toEqual([billId, billId, billId]);
    await office.get('fees.cancelBill', { billId, reason: '抄错' });
    expect(await correct(await idOf(home, '2026-09-30'), 180_000)).toMatchObject({ ok: true });
    expect((await issue('2026-09')).amountFen).toBe(2_560);
  });

  it('that makes a later reading fall blocks the next period until that one is repaired', async () => {
    const home = await givenHome(office);
    for (const [on, value] of [['2026-08-31', 100_000], ['2026-09-30', 150_000], ['2026-10-31', 200_000]] as const) await record(home, on, value);
    const later = await idOf(home, '2026-10-31');
    expect(await correct(await idOf(home, '2026-09-30'), 230_000)).toMatchObject({ value: { blockedBy: { readingId: later, readOn: '2026-10-31', valueE4: 200_000 } } });
    expect(await issue('2026-09')).toMatchObject({ issued: 1, amountFen: 4_160 });
    expect(await issue('2026-10')).toMatchObject({ issued: 0, skipped: [{ label: '3-2-501', reason: 'READING_FALLS', item: 'water' }] });
    const { items } = await office.get('meters.list', { item: 'water', month: '2026-10', only: 'blocked' });
    expect(items.map(({ label, skip }) => [label, skip])).toEqual([['3-2-501', 'READING_FALLS']]);
    expect((await office.get('meters.history', { homeId: home.homeId })).items[0]).toMatchObject({ valueE4: 200_000, falls: true });
    expect(await correct(later, 240_000)).toMatchObject({ value: { blockedBy: null } });
    expect(await issue('2026-10')).toMatchObject({ issued: 1, amountFen: 320 });
  });
});

describe('meters.list', () => {
  it('goes page by page in address order and keeps to its filters', async () => {
    const homes = await givenHomes(office, [{ building: '10' }, { building: '2' }, { building: '2' }, { building: '2', status: '未售' }]);
    await record(homes[1] ?? homes[0] ?? { homeId: 0, label: '' }, '2026-10-31', 10_000);
    const labels = async (change: object) => (await office.get('meters.list', { item: 'water', month: '2026-11', ...change })).items.map(({ label }) => label);
    expect(await labels({})).toEqual(['2-2-502', '2-2-503', '2-2-504', '10-2-501']);
    expect(await labels({ building: '10' })).toEqual(['10-2-501']);
    expect(await labels({ only: 'unread' })).toEqual(['2-2-502']);
    expect(await labels({ only: 'metered', search: '503' })).toEqual([]);
    expect(await labels({ only: 'none' })).toEqual(['2-2-503', '2-2-504', '10-2-501']);
    expect(await labels({ search: '10-2-501' })).toEqual(['10-2-501']);
    const first = await office.get('meters.list', { item: 'water', month: '2026-11', limit: 3 });
    expect(first.items).toHaveLength(3);
    expect((await office.get('meters.list', { item: 'water', month: '2026-11', limit: 3, after: first.next ?? '' })).items.map(({ label }) => label)).toEqual(['10-2-501']);
  });

  it('leaves out a home that became a part of another, from that day on', async () => {
    const [into, part] = await givenHomes(office, [{}, {}]);
    if (!into || !part) throw new Error('no homes');
    await office.get('homes.merge', { into: into.homeId, homeIds: [part.homeId], on: '2026-11-01' });
    const labels = async (month: string) => (await office.get('meters.list', { item: 'water', month })).items.map(({ label }) => label);
    expect([await labels('2026-10'), await labels('2026-11')]).toEqual([['3-2-501', '3-2-502'], ['3-2-501']]);
    await expectRefused(office, () => record(part, '2026-11-02', 10_000), 'HOME_MERGED', { label: '3-2-502', into: '3-2-501', on: '2026-11-01' });
    expect((await office.get('meters.previewReadings', { file: csv('房号,读数', '3-2-502,1') })).errors[0]?.reason).toBe('UNKNOWN_HOME');
  });
});
