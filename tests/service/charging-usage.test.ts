import { writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { statementsOf } from '../../db/migrate.ts';
import { chargingUse } from '../../db/migrations/0015-charging-use.ts';
import { rows, run } from '../../db/sql.ts';
import { temporaryFile } from '../support/builders.ts';
import { EV_TARIFF, givenChargers, sessionCsv, type SheetSession } from '../support/charging.ts';
import { openOffice, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
afterEach(() => office.close());
const open = async (): Promise<void> => { office = await openOffice(); await givenChargers(office); };

async function take(list: readonly SheetSession[]): Promise<void> {
  const file = temporaryFile('csv');
  writeFileSync(file, sessionCsv(list));
  expect(await office.get('charging.importSessions', { file, platform: '某平台', commit: true })).toMatchObject({ accepted: list.length });
}
const takeSamples = async (): Promise<void> => {
  for (const name of ['ev', 'ebike']) await office.get('charging.importSessions', { file: `tests/fixtures/${name}-sessions.csv`, platform: `${name}-platform`, commit: true });
};
const session = (order: string, more: Partial<SheetSession> = {}): SheetSession => ({ order, start: '2026-10-08 21:50:00', end: '2026-10-08 23:05:00', kwh: '8.0000', ...more });
const kept = () => rows(office.raw, 'select * from charging_use order by dim, month, key');
const usage = (from: string, to: string, kind?: 'ev' | 'ebike') => office.get('charging.usage', { from, to, ...(kind && { kind }) });
const problems = async () => (await office.get('ledger.verify', {})).problems;

describe('what chargers were used for', () => {
  it('is spread over the hours that a session ran in, in the month it ended', async () => {
    await open();
    // Saturday 31 October into Sunday 1 November, over midnight and the month.
    await take([session('1', { start: '2026-10-31 22:30:00', end: '2026-11-01 01:15:30', kwh: '11.0000' })]);
    expect((await usage('2026-10', '2026-10', 'ev')).devices[0]).toMatchObject({ device: 'EV-01', sessions: 0, seconds: 0, utilisationPermille: 0, lastOn: '2026-11-01', idleDays: 4, failurePermille: null, state: null });
    const { kinds, devices, heat, lengths, powers } = await usage('2026-11', '2026-11', 'ev');
    expect(heat.filter(({ seconds }) => seconds > 0)).toMatchObject([
      { weekday: 6, hour: 22, seconds: 1800, sessions: 1 }, { weekday: 6, hour: 23, seconds: 3600, sessions: 0 }, { weekday: 7, hour: 0, seconds: 3600, sessions: 0 }, { weekday: 7, hour: 1, seconds: 930, sessions: 0 },
    ]);
    expect(heat).toHaveLength(168);
    expect(kinds).toEqual([{ kind: 'ev', devices: 10, connectors: 10, sessions: 1, utilisationPermille: Math.round((9930 * 1000) / (10 * 106 * 3600)) }]);
    // Until 10:00 on the fifth: four days and ten hours, of which one Sunday from midnight to one; ten chargers.
    expect(devices[0]).toMatchObject({ sessions: 1, seconds: 9930, utilisationPermille: Math.round((9930 * 1000) / (106 * 3600)) });
    expect(heat.find(({ weekday, hour }) => weekday === 7 && hour === 0)).toMatchObject({ permille: 100 });
    expect(lengths.filter(({ sessions }) => sessions > 0)).toEqual([{ kind: 'ev', from: 120, to: 180, sessions: 1 }]);
    // 11 kWh in 9,930 seconds: 3,987 W.
    expect(powers.filter(({ sessions }) => sessions > 0)).toEqual([{ kind: 'ev', from: 3000, to: 7000, sessions: 1 }]);
  });

  it('sums to the sums of the kind, whatever is asked, and is what the migration makes of the sessions', async () => {
    await open();
    await takeSamples();
    const before = await kept();
    for (const kind of ['ev', 'ebike'] as const) {
      const [whole] = await rows<{ sessions: number; seconds: number }>(office.raw, `select sum(sessions) as sessions, sum(seconds) as seconds from charging_sum where dim = 'kind' and key = ? and length(bucket) = 7`, [kind]);
      const { devices, heat, lengths, powers, reasons } = await usage('2025-01', '2026-12', kind);
      const sum = <Item>(list: readonly Item[], of: (item: Item) => number) => list.reduce((total, item) => total + of(item), 0);
      for (const list of [devices, heat, lengths, powers, reasons]) expect(sum<{ sessions: number }>(list, ({ sessions }) => sessions)).toBe(whole?.sessions);
      expect([sum(heat, ({ seconds }) => seconds), sum(devices, ({ seconds }) => seconds)]).toEqual([whole?.seconds, whole?.seconds]);
      expect(sum(devices, ({ failures }) => failures)).toBe(sum(reasons.filter(({ failing }) => failing), ({ sessions }) => sessions));
    }
    expect((await usage('2025-01', '2026-12', 'ebike')).reasons.map(({ reason, failing }) => [reason, failing]).sort()).toEqual([['充满自停', false], ['功率过载', true], ['时间到', false], ['用户停止', false]]);
    await run(office.raw, 'delete from charging_use');
    for (const statement of statementsOf(chargingUse.sql).filter((one) => one.startsWith('insert'))) await run(office.raw, statement);
    expect(await kept()).toEqual(before);
  });

  it('grows with a line of the work list, and a line that its own file contradicts leaves nothing in it', async () => {
    await open();
    const file = temporaryFile('csv');
    writeFileSync(file, sessionCsv([session('1', { stop: '急停' }), session('2', { end: '' }), ...Array.from({ length: 3000 }, (_, index) => session(`n${index}`, { device: 'EV-02' })), session('1', { stop: '急停', kwh: '9.0000' })]));
    expect(await office.get('charging.importSessions', { file, platform: '某平台', commit: true })).toMatchObject({ accepted: 3000, conflicts: ['1'] });
    expect((await usage('2026-10', '2026-10', 'ev')).reasons).toEqual([{ reason: '', sessions: 3000, failing: false }]);
    const { items } = await office.get('charging.listReview', { state: 'open', reason: 'NO_END' });
    await office.get('charging.decideReview', { reviewId: items[0]?.reviewId ?? 0, action: 'accept', cells: { end: '2026-10-08 22:20:00', stop: '过流' }, reason: '查过平台' });
    expect((await usage('2026-10', '2026-10', 'ev')).reasons).toEqual([{ reason: '', sessions: 3000, failing: false }, { reason: '过流', sessions: 1, failing: true }]);
    expect(await problems()).toEqual([]);
  });

  it.each([
    ['heat', `update charging_use set seconds = seconds + 1 where dim = 'heat' and key = 'ev|4|21'`, 'heat 2026-10 ev|4|21'],
    ['length', `update charging_use set key = 'ev|0' where dim = 'length'`, 'length 2026-10 ev|0'],
    ['power', `delete from charging_use where dim = 'power'`, 'power 2026-10 ev|3000'],
    ['stop', `update charging_use set key = replace(key, '故障', '充满') where dim = 'stop'`, 'stop 2026-10 1|充满'],
    ['device', `update charging_sum set seconds = 1 where dim = 'device' and length(bucket) = 7`, 'device 2026-10 1'],
  ])('is compared with the sessions by ledger.verify: %s', async (_, sql, subject) => {
    await open();
    await take([session('1', { stop: '故障' })]);
    expect(await problems()).toEqual([]);
    await run(office.raw, sql);
    expect((await problems()).map(({ kind, subject: of }) => [kind, of])).toContainEqual(['CHARGING', subject]);
  });
});

describe('a device', () => {
  const many = (device: string, count: number, failing: number, first: number) => Array.from({ length: count }, (_, index) => session(`${device}-${index}`, { device, start: `2026-10-${String(first + (index % 9)).padStart(2, '0')} 08:00:00`, end: `2026-10-${String(first + (index % 9)).padStart(2, '0')} 09:00:00`, stop: index < failing ? '设备故障' : '充满自停' }));

  it('fails more than its neighbours, or is idle: not used for thirty days, or never', async () => {
    await open();
    await office.get('charging.addDevices', { devices: [{ code: 'EV-20', kind: 'ev', connectors: 1, ratedW: 7000, from: '2026-10-20' }, { code: 'EV-21', kind: 'ev', connectors: 1, ratedW: 7000, from: '2026-01-01' }] });
    await office.get('charging.changeDevice', { code: 'EV-05', to: '2026-10-15' });
    await take([...many('EV-01', 40, 20, 10), ...many('EV-02', 100, 5, 10), ...many('EV-03', 100, 5, 10), ...many('EV-04', 40, 1, 1), session('last', { device: 'EV-06', start: '2026-10-06 08:00:00', end: '2026-10-06 09:00:00' }), session('late', { device: 'EV-07', start: '2026-10-07 08:00:00', end: '2026-10-07 09:00:00' })]);
    const { devices } = await usage('2026-10', '2026-11', 'ev');
    const of = (code: string) => devices.find(({ device }) => device === code);
    expect(of('EV-01')).toMatchObject({ sessions: 40, failures: 20, failurePermille: 500, neighboursPermille: Math.round(11_000 / 242), state: 'FAILING', stops: [{ reason: '充满自停', sessions: 20 }, { reason: '设备故障', sessions: 20 }] });
    expect(of('EV-02')).toMatchObject({ failurePermille: 50, state: null });
    expect([of('EV-06'), of('EV-07')]).toMatchObject([{ lastOn: '2026-10-06', idleDays: 30, state: 'IDLE' }, { lastOn: '2026-10-07', idleDays: 29, state: null }]);
    // Sixteen days in service are no thirty, and what is out of service is not idle.
    expect([of('EV-20'), of('EV-21'), of('EV-05'), of('EV-10')]).toMatchObject([{ idleDays: null, state: null }, { idleDays: null, state: 'IDLE' }, { state: null }, { idleDays: null, state: 'IDLE' }]);
  });

  it('is used so much of the time it was in service within the months, and left out of others', async () => {
    await open();
    await office.get('charging.addDevices', { devices: [{ code: 'EV-20', kind: 'ev', connectors: 2, ratedW: 180_000, from: '2026-10-11', to: '2026-10-21' }] });
    await take([session('1', { device: 'EV-20', start: '2026-10-12 00:00:00', end: '2026-10-13 00:00:00', kwh: '80.0000' }), session('2', { device: 'EV-20', connector: 2, start: '2026-10-12 00:00:00', end: '2026-10-13 00:00:00', kwh: '80.0000' })]);
    const device = async (from: string, to: string) => (await usage(from, to, 'ev')).devices.find(({ device: code }) => code === 'EV-20');
    expect(await device('2026-09', '2026-11')).toMatchObject({ seconds: 172_800, utilisationPermille: 100 });
    expect(await device('2026-10', '2026-10')).toMatchObject({ utilisationPermille: 100 });
    expect(await device('2026-11', '2026-11')).toBeUndefined();
    expect((await usage('2026-12', '2027-01')).devices).toEqual([]);
    expect(await usage('2026-11', '2026-10')).toMatchObject({ devices: [], heat: [], lengths: [] });
  });
});

describe('a year beside the one before', () => {
  const compare = (from: string, to: string, by: 'day' | 'month' | 'device') => office.get('charging.compareIncome', { from, to, by });
  const on = (day: string, order: string, device = 'EV-01') => session(order, { device, start: `${day} 00:00:00`, end: `${day} 01:00:00`, kwh: '10.0000' });

  it('is compared up to today, by this year’s months and days, and by devices that only one of them has', async () => {
    await open();
    // 10 kWh in the valley: 3.78 and 3.00.
    await take([on('2026-10-08', '1'), on('2026-11-04', '2'), on('2026-11-05', '3', 'EV-02'), on('2025-10-08', '4'), on('2025-10-09', '5'), on('2025-11-05', '6', 'EV-03'), on('2025-11-06', '7')]);
    const months = await compare('2026-10-01', '2026-11-30', 'month');
    // Today is 5 November: last year's sixth does not count yet.
    expect(months).toMatchObject({ from: '2026-10-01', to: '2026-11-05', lastFrom: '2025-10-01', lastTo: '2025-11-05', lastSince: '2025-10-08', rows: [{ key: '2026-10', now: { sessions: 1, energyFen: 378 }, last: { sessions: 2, energyFen: 756, serviceFen: 600 } }, { key: '2026-11', now: { sessions: 2 }, last: { sessions: 1 } }] });
    expect((await compare('2026-10-01', '2026-10-31', 'day')).rows.map(({ key, now, last }) => [key, now.sessions, last.sessions])).toEqual([['2026-10-08', 1, 1], ['2026-10-09', 0, 1]]);
    expect((await compare('2026-10-01', '2026-11-30', 'device')).rows.map(({ key, now, last }) => [key, now.sessions, last.sessions])).toEqual([['EV-01', 2, 2], ['EV-02', 1, 0], ['EV-03', 0, 1]]);
    expect((await compare('2027-01-01', '2027-12-31', 'month')).rows).toEqual([]);
  });

  it('loses no 29 February', async () => {
    await open();
    await office.get('charging.defineTariff', { ...EV_TARIFF, name: '早', from: '2023-01-01' });
    await office.get('charging.assignTariff', { tariff: '早', kind: 'ev', from: '2023-01-01' });
    await take([on('2024-02-28', '1'), on('2024-02-29', '2'), on('2025-02-28', '3'), on('2023-02-28', '4')]);
    expect((await compare('2025-02-01', '2025-02-28', 'day')).rows.map(({ key, now, last }) => [key, now.sessions, last.sessions])).toEqual([['2025-02-28', 1, 2]]);
    expect(await compare('2024-02-29', '2024-02-29', 'day')).toMatchObject({ lastFrom: '2023-02-28', lastTo: '2023-02-28', rows: [{ key: '2024-02-28', now: { sessions: 0 }, last: { sessions: 1 } }, { key: '2024-02-29', now: { sessions: 1 }, last: { sessions: 0 } }] });
    expect((await compare('2025-02-01', '2025-02-28', 'month')).rows).toMatchObject([{ key: '2025-02', now: { sessions: 1 }, last: { sessions: 2 } }]);
  });
});
