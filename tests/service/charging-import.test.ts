import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { temporaryFile } from '../support/builders.ts';
import { EV_PERIODS, EV_TARIFF, givenChargers, sessionCsv, type SheetSession } from '../support/charging.ts';
import { openOffice, refusal, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
afterEach(() => office.close());
const open = async (): Promise<void> => { office = await openOffice(); await givenChargers(office); };

type Expected = {
  accepted: number; units: number; elecFen: number; serviceFen: number; repeats?: number; conflicts?: string[]; needsReview: { order: string; why: string }[]; overcharged?: string[];
  months?: Record<string, { sessions: number; units: number; elecFen: number; serviceFen: number }>; piles?: Record<string, { sessions: number; units: number; elecFen: number; serviceFen: number }>; spanning?: number;
};
const expectedOf = (name: string): Expected => JSON.parse(readFileSync(`tests/fixtures/${name}-sessions.expected.json`, 'utf8')) as Expected;
const take = (name: string, commit = true) => office.get('charging.importSessions', { file: `tests/fixtures/${name}-sessions.csv`, platform: `${name}-platform`, commit });
function csv(text: string): string {
  const file = temporaryFile('csv');
  writeFileSync(file, text);
  return file;
}
const takeCsv = (list: readonly SheetSession[], platform = '某平台') => office.get('charging.importSessions', { file: csv(sessionCsv(list)), platform, commit: true });

describe('the sample of car chargers', () => {
  it('comes to what is expected, in the books too, and adds nothing again in whatever order', async () => {
    await open();
    const expected = expectedOf('ev');
    const preview = await take('ev', false);
    expect((await office.get('charging.listFiles', {})).items).toEqual([]);
    const done = await take('ev');
    expect(done).toEqual(preview);
    expect(done).toMatchObject({ accepted: expected.accepted, repeats: expected.repeats, energy: expected.units, energyFen: expected.elecFen, serviceFen: expected.serviceFen, profile: 'ev-platform' });
    expect(done.conflicts).toEqual([...(expected.conflicts ?? [])].sort());
    expect(done.needsReview.map(({ orderNo }) => orderNo).sort()).toEqual(expected.needsReview.map(({ order }) => order).sort());
    expect(done.needsReview.map(({ reason }) => reason).sort()).toEqual(['ENDS_AT_START', 'ENDS_BEFORE_START', 'ENERGY_ABOVE_RATED', 'ENERGY_NEGATIVE', 'ENERGY_UNREADABLE', 'ENERGY_ZERO', 'NO_END', 'TIME_UNREADABLE', 'TOO_LONG', 'UNKNOWN_DEVICE']);
    expect(done.differences.map(({ orderNo }) => orderNo)).toEqual([...(expected.overcharged ?? [])].sort());
    expect(done.months).toEqual(Object.fromEntries(Object.entries(expected.months ?? {}).map(([month, sums]) => [month, { sessions: sums.sessions, energy: sums.units, energyFen: sums.elecFen, serviceFen: sums.serviceFen }])));
    const byDevice = await office.get('charging.income', { from: '2025-01-01', to: '2026-12-31', by: 'device' });
    expect(Object.fromEntries(byDevice.rows.map(({ key, sessions, energy, energyFen, serviceFen }) => [key, { sessions, units: energy, elecFen: energyFen, serviceFen }]))).toEqual(expected.piles);
    await sumsAgree(expected);
    const [head = '', ...lines] = readFileSync('tests/fixtures/ev-sessions.csv', 'latin1').trimEnd().split('\n');
    const again = temporaryFile('csv');
    writeFileSync(again, [head, ...lines.reverse()].join('\n'), 'latin1');
    expect(await office.get('charging.importSessions', { file: again, platform: 'ev-platform', commit: true })).toMatchObject({ accepted: 0, repeats: lines.length, needsReview: [], conflicts: [] });
    expect(await take('ev')).toMatchObject({ accepted: 0, seen: { file: 'ev-sessions.csv' } });
    await sumsAgree(expected);
  });

  it('read backwards comes to the same', async () => {
    await open();
    const [head = '', ...lines] = readFileSync('tests/fixtures/ev-sessions.csv', 'latin1').trimEnd().split('\n');
    const file = temporaryFile('csv');
    writeFileSync(file, [head, ...lines.reverse()].join('\n'), 'latin1');
    const backwards = await office.get('charging.importSessions', { file, platform: 'ev-platform', commit: true });
    const expected = expectedOf('ev');
    expect(backwards).toMatchObject({ accepted: expected.accepted, repeats: expected.repeats, energy: expected.units, energyFen: expected.elecFen, serviceFen: expected.serviceFen, conflicts: [...(expected.conflicts ?? [])].sort() });
  });
});

/** Days, months, devices, periods and hours come to the same, and so does the ledger. */
async function sumsAgree(expected: Expected): Promise<void> {
  const whole = { sessions: expected.accepted, energy: expected.units, energyFen: expected.elecFen, serviceFen: expected.serviceFen };
  for (const by of ['day', 'month', 'device', 'period', 'hour'] as const) {
    const { rows } = await office.get('charging.income', { from: '2025-01-01', to: '2026-12-31', by });
    expect(rows.reduce((sum, row) => ({ sessions: sum.sessions + row.sessions, energy: sum.energy + row.energy, energyFen: sum.energyFen + row.energyFen, serviceFen: sum.serviceFen + row.serviceFen }), { sessions: 0, energy: 0, energyFen: 0, serviceFen: 0 }), by).toEqual(whole);
  }
  const { accounts } = await office.get('ledger.trialBalance', {});
  const balance = (account: string) => accounts.filter((one) => one.account === account).reduce((sum, one) => sum + one.balanceFen, 0);
  expect([balance('1122.01'), balance('2241.03.11'), balance('2241.03.12')]).toEqual([whole.energyFen + whole.serviceFen, -whole.energyFen, -whole.serviceFen]);
  expect((await office.get('ledger.verify', {})).problems).toEqual([]);
}

describe('the sample of e-bikes', () => {
  it('comes to what is expected', async () => {
    await open();
    const expected = expectedOf('ebike');
    const done = await take('ebike');
    expect(done).toMatchObject({ accepted: expected.accepted, energy: expected.units, energyFen: expected.elecFen, serviceFen: expected.serviceFen, profile: 'ebike-platform', conflicts: [], differences: [] });
    expect(done.needsReview.map(({ orderNo, reason }) => [orderNo, reason]).sort()).toEqual([['EBX0000000000', 'PREPAID_MISMATCH'], ['EBX0000000001', 'NO_END'], ['EBX0000000002', 'UNKNOWN_CONNECTOR'], ['EBX0000000003', 'ENERGY_ABOVE_RATED']]);
    expect(done.months['2026-11']?.sessions).toBe(33);
    await sumsAgree(expected);
  });
});

const session = (order: string, more: Partial<SheetSession> = {}): SheetSession => ({ order, start: '2026-10-08 21:50:00', end: '2026-10-08 23:05:00', kwh: '8.0000', total: '5.99', ...more });

describe('a file', () => {
  it('is refused for order numbers that Excel has broken, with the row', async () => {
    await open();
    const reply = await office.call('charging.importSessions', { file: csv(sessionCsv([session('20260001'), session('2.02600E+23')])), platform: '某平台', commit: true });
    expect(reply).toEqual(refusal('CHARGING_ORDER_SCIENTIFIC', { row: 3, value: '2.02600E+23' }));
    expect((await office.get('charging.listSessions', {})).items).toEqual([]);
  });
  it('is refused without an energy column, by a mapping that names none, when empty, of another month and of another platform', async () => {
    await open();
    const file = csv('订单号,充电桩编号,开始时间,结束时间\r\n1,EV-01,2026-10-08 21:50:00,2026-10-08 23:05:00');
    expect(await office.call('charging.importSessions', { file, platform: '某平台', commit: true })).toMatchObject({ ok: false, code: 'CHARGING_COLUMNS_MISSING', details: { missing: ['energy'] } });
    const good = csv(sessionCsv([session('1')]));
    expect(await office.call('charging.importSessions', { file: good, platform: '某平台', mapping: { columns: { device: '充电桩编号', start: '开始时间', end: '结束时间', energy: '没有这一列' } }, commit: true })).toMatchObject({ ok: false, code: 'CHARGING_COLUMNS_MISSING', details: { missing: ['energy'] } });
    expect(await office.call('charging.importSessions', { file: good, platform: '某平台', month: '2026-09', commit: true })).toEqual(refusal('CHARGING_FILE_OTHER_MONTH', { month: '2026-09', from: '2026-10', to: '2026-10' }));
    expect(await office.call('charging.importSessions', { file: csv(sessionCsv([])), platform: '某平台', commit: true })).toMatchObject({ ok: false, code: 'CHARGING_FILE_EMPTY' });
    await office.get('charging.changeDevice', { code: 'EV-01', platform: '甲平台' });
    expect(await office.call('charging.importSessions', { file: good, platform: '乙平台', commit: true })).toEqual(refusal('CHARGING_FILE_OTHER_PLATFORM', { platform: '乙平台', other: '甲平台' }));
  });
  it('with other heads, Wh, semicolons and UTC is read by a mapping, which its platform keeps', async () => {
    await open();
    const mapping = { columns: { order: 'Beleg', device: 'Säule', start: 'Von', end: 'Bis', energy: 'Zähler' }, energyUnit: 'Wh' as const, utc: true };
    const text = (order: string) => `Beleg;Säule;Von;Bis;Zähler\r\n${order};EV-01;2026-10-08 13:50:00;2026-10-08 15:05:00;8000`;
    expect(await office.get('charging.importSessions', { file: csv(text('A1')), platform: '外国平台', mapping, commit: true })).toMatchObject({ accepted: 1, energy: 80_000, energyFen: 359, serviceFen: 240 });
    expect(await office.get('charging.importSessions', { file: csv(text('A2')), platform: '外国平台', commit: true })).toMatchObject({ accepted: 1, energy: 80_000, energyFen: 359, serviceFen: 240 });
  });
  it('takes the platform at its periods where they sum to the total', async () => {
    await open();
    const text = '订单号,桩号,开始时间,结束时间,充电电量,尖电量,峰电量,平电量,谷电量\r\n1,EV-01,2026-10-08 21:50:00,2026-10-08 23:05:00,8.0,0,0,1.1670,6.8330';
    expect(await office.get('charging.importSessions', { file: csv(text), platform: '某平台', commit: true })).toMatchObject({ energyFen: 364, serviceFen: 240 });
    expect((await office.get('charging.listSessions', {})).items[0]).toMatchObject({ method: 'reported', totalFen: 604 });
  });
  it('contradicting an earlier file leaves what is booked and lists the newcomer', async () => {
    await open();
    await takeCsv([session('1')]);
    expect(await takeCsv([session('1', { kwh: '9.0000' }), session('2', { start: '2026-10-09 08:00:00', end: '2026-10-09 09:00:00' })])).toMatchObject({ accepted: 1, conflicts: ['1'] });
    expect((await office.get('charging.listReview', { state: 'open' })).items).toMatchObject([{ orderNo: '1', reason: 'CONFLICT', cells: { energy: '9.0000' } }]);
    expect((await office.get('charging.listSessions', { search: '1' })).items).toMatchObject([{ energy: 80_000 }]);
  });
  it('marks two sessions on one connector at once', async () => {
    await open();
    expect(await takeCsv([session('1'), session('2', { start: '2026-10-08 22:30:00', end: '2026-10-08 23:30:00' }), session('3', { start: '2026-10-08 23:30:00', end: '2026-10-08 23:50:00' })])).toMatchObject({ accepted: 3, overlaps: 1 });
    expect((await office.get('charging.listSessions', { search: '2' })).items).toMatchObject([{ overlaps: '1' }]);
  });
});

describe('the work list', () => {
  it('takes a line that was put right, with its own entry on the day it ended, and keeps out what is rejected', async () => {
    await open();
    await takeCsv([session('1'), session('2', { end: '' }), session('3', { kwh: '约八度' })]);
    const { items, open: waiting } = await office.get('charging.listReview', { state: 'open' });
    expect([waiting, items.map(({ reason, row }) => [reason, row])]).toEqual([2, [['NO_END', 3], ['ENERGY_UNREADABLE', 4]]]);
    const [noEnd, noEnergy] = items.map(({ reviewId }) => reviewId);
    if (noEnd === undefined || noEnergy === undefined) throw new Error('two lines');
    expect(await office.call('charging.decideReview', { reviewId: noEnd, action: 'accept', reason: '查过平台' })).toEqual(refusal('REVIEW_STILL_WRONG', { reason: 'NO_END', value: '' }));
    expect(await office.get('charging.decideReview', { reviewId: noEnd, action: 'accept', cells: { end: '2026-10-09 00:10:00', start: '2026-10-08 23:10:00' }, reason: '查过平台' })).toMatchObject({ totalFen: 543 });
    await office.get('charging.decideReview', { reviewId: noEnergy, action: 'reject', reason: '平台已退款' });
    expect(await office.call('charging.decideReview', { reviewId: noEnergy, action: 'reject', reason: '再来' })).toEqual(refusal('REVIEW_DECIDED', { reviewId: noEnergy }));
    expect((await office.get('charging.income', { from: '2026-10-01', to: '2026-10-31', by: 'day' })).rows.map(({ key, sessions }) => [key, sessions])).toEqual([['2026-10-08', 1], ['2026-10-09', 1]]);
    expect((await office.get('ledger.verify', {})).problems).toEqual([]);
    // What was decided stays decided when the platform sends it again.
    expect(await takeCsv([session('3', { kwh: '约八度' }), session('2', { end: '' })])).toMatchObject({ accepted: 0, repeats: 2 });
  });
});

describe('a tariff', () => {
  it('is refused with a gap of a minute, and its change touches no bill', async () => {
    await open();
    expect(await office.call('charging.defineTariff', { ...EV_TARIFF, periods: EV_PERIODS.map((one) => (one.from === '08:00' ? { ...one, from: '08:01' } : one)) })).toEqual(refusal('TARIFF_GAP', { from: '08:00', to: '08:01', variant: '' }));
    await takeCsv([session('1')]);
    const before = await office.get('charging.listSessions', {});
    expect(await office.get('charging.defineTariff', { ...EV_TARIFF, from: '2026-01-01', periods: EV_PERIODS.map((one) => ({ ...one, energyPrice: one.energyPrice * 2 })) })).toMatchObject({ version: 2 });
    expect(await office.get('charging.listSessions', {})).toEqual(before);
    expect(await office.get('charging.quote', { tariff: '汽车分时', start: '2026-10-08T21:50', end: '2026-10-08T23:05', energy: 80_000 })).toMatchObject({ energyFen: 717 });
    expect(await office.get('charging.quote', { tariff: '汽车分时', start: '2025-10-08T21:50', end: '2025-10-08T23:05', energy: 80_000 })).toMatchObject({ method: 'prorata', energyFen: 359, serviceFen: 240, totalFen: 599, periods: [{ code: 'flat', energy: 10_667 }, { code: 'valley', energy: 69_333 }] });
  });
  it('warns of e-bikes by the hour, and holds for devices that come later', async () => {
    await open();
    expect(await office.get('charging.defineTariff', { name: '按小时', kind: 'ebike', from: '2024-01-01', basis: 'hour', tiers: [{ hourFen: 25 }] })).toMatchObject({ warnings: ['BY_HOUR'] });
    await office.get('charging.addDevices', { devices: [{ code: 'ev-11', kind: 'ev', connectors: 2, ratedW: 7000, place: '一单元大堂' }] });
    expect((await office.get('charging.listDevices', {})).items.find(({ code }) => code === 'EV-11')).toMatchObject({ tariff: '汽车分时', warnings: ['LOBBY_OR_STAIRS'] });
  });
});
