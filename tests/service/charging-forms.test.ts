import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { temporaryFile } from '../support/builders.ts';
import { draftOf, termsOf } from '../../renderer/pages/charging/tariffs/tariff-draft.ts';
import { EV_PERIODS, EV_TARIFF, givenChargers, sessionCsv, type SheetSession } from '../support/charging.ts';
import { openOffice, refusal, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
afterEach(() => office.close());
const open = async (): Promise<void> => { office = await openOffice(); await givenChargers(office); };
function csv(content: string | Buffer): string {
  const file = temporaryFile('csv');
  writeFileSync(file, content);
  return file;
}
const takeCsv = (list: readonly SheetSession[], commit = true) => office.get('charging.importSessions', { file: csv(sessionCsv(list)), platform: '某平台', commit });
const deviceOf = async (code: string) => (await office.get('charging.listDevices', {})).items.find((one) => one.code === code);

describe('a version that is made from another', () => {
  const whole = { from: '00:00', to: '24:00', code: '周末', energyPrice: 50_001, servicePrice: 10 };
  const terms = { name: '全', kind: 'ev' as const, from: '2025-01-01', periods: EV_PERIODS, variants: [{ months: [7, 8, 9], weekdays: [], periods: [whole] }, { months: [], weekdays: [6, 7], periods: [{ ...whole, to: '12:00' }, { ...whole, from: '12:00' }] }], minimumFen: 100, capFen: 123_456, startFee: 50, idleFenPerMinute: 20, idleGraceMinutes: 15, parkingFenPerHour: 300, parkingFreeMinutes: 90, note: '带全部条件' };
  const latest = async (name: string) => (await office.get('charging.listTariffs', { name })).items[0];

  it('keeps every term that it does not change', async () => {
    await open();
    await office.get('charging.defineTariff', terms);
    const first = await latest('全');
    const again = termsOf(draftOf(first, '2026-11-05'));
    if (!first || !again) throw new Error('a version');
    await office.get('charging.defineTariff', again);
    const { at: _at, ...second } = (await latest('全')) ?? first;
    expect(second).toEqual({ ...second, ...terms, version: 2, from: '2026-11-05', basis: 'energy', tiers: [] });
    await office.get('charging.defineTariff', { name: '旧', kind: 'ebike', from: '2020-01-01', basis: 'power', tiers: [{ uptoW: 200, hourFen: 20 }, { uptoW: 500, hourFen: 35 }, { hourFen: 50 }], minimumFen: 30 });
    const old = await latest('旧');
    const next = termsOf(draftOf(old, '2026-11-05'));
    if (!old || !next) throw new Error('a version');
    await office.get('charging.defineTariff', next);
    expect(await latest('旧')).toEqual({ ...old, tariffId: expect.any(Number) as number, at: expect.any(String) as string, version: 2, from: '2026-11-05' });
  });

  it('is told which kind of day is not covered, before it is written', async () => {
    await open();
    const trial = { start: '2026-10-08T21:50', end: '2026-10-08T23:05', energy: 80_000 };
    const gap = { ...terms, variants: [...terms.variants, { months: [1], weekdays: [1], periods: [{ ...whole, to: '23:59' }] }] };
    expect(await office.get('charging.tryTariff', { terms: gap, ...trial })).toEqual({ fault: { fault: 'GAP', from: '23:59', to: '24:00', variant: '3' }, quote: null });
    expect(await office.call('charging.defineTariff', gap)).toEqual(refusal('TARIFF_GAP', { from: '23:59', to: '24:00', variant: '3' }));
    expect((await office.get('charging.tryTariff', { terms, ...trial, unpluggedAt: '2026-10-08T23:30' })).quote).toMatchObject({ energyFen: 359, serviceFen: 290, extras: [{ kind: 'idle', minutes: 10, amountFen: 200 }], totalFen: 849 });
  });
});

describe('a device', () => {
  it('keeps what a change does not name, and a day that is null is cleared', async () => {
    await open();
    await office.get('charging.addDevices', { devices: [{ code: 'EV-20', kind: 'ev', connectors: 2, ratedW: 7000, place: '东门', platform: '甲', meter: 'M-1', from: '2026-01-01', to: '2027-01-01', stopsWhenFull: false, fireNote: '灭火器两具' }] });
    const before = await deviceOf('EV-20');
    await office.get('charging.changeDevice', { code: 'ev-20', place: '西门' });
    expect(await deviceOf('EV-20')).toEqual({ ...before, place: '西门' });
    await office.get('charging.changeDevice', { code: 'EV-20', to: null, stopsWhenFull: true, fireNote: '' });
    expect(await deviceOf('EV-20')).toEqual({ ...before, place: '西门', to: null, stopsWhenFull: true, fireNote: '', warnings: [] });
    expect(await office.call('charging.changeDevice', { code: 'EV-20', to: '2025-12-31' })).toEqual(refusal('DEVICE_DAYS', { device: 'EV-20', from: '2026-01-01', to: '2025-12-31' }));
  });

  it('shows the tariff that it is given next, by its own line or its kind’s', async () => {
    await open();
    await office.get('charging.defineTariff', { ...EV_TARIFF, name: '新价' });
    await office.get('charging.assignTariff', { tariff: '新价', devices: ['EV-01', 'ev-02'], from: '2099-01-01' });
    await office.get('charging.assignTariff', { tariff: '汽车分时', kind: 'ev', from: '2098-01-01' });
    expect(await deviceOf('EV-02')).toMatchObject({ tariff: '汽车分时', nextTariff: { tariff: '新价', from: '2099-01-01' } });
    expect(await deviceOf('EV-03')).toMatchObject({ tariff: '汽车分时', nextTariff: null });
    await office.get('charging.assignTariff', { tariff: '新价', devices: ['EV-03'], from: '2026-01-01' });
    expect(await deviceOf('EV-03')).toMatchObject({ tariff: '新价', nextTariff: { tariff: '汽车分时', from: '2098-01-01' } });
  });
});

describe('a file with heads that nobody knows', () => {
  const text = (order: string) => `Ladevorgänge des Monats\nBeleg;Säule;Von;Bis;Zähler\n${order};EV-01;2026-10-08 13:50:00;2026-10-08 15:05:00;8000\n${order}x;EV-02;2026-10-08 15:50:00;2026-10-08 16:05:00;9000\n`;
  const mapping = { columns: { order: 'Beleg', device: 'Säule', start: 'Von', end: 'Bis', energy: 'Zähler' }, energyUnit: 'Wh' as const, utc: true };
  const take = (file: string, more: { mapping?: typeof mapping; commit: boolean }) => office.call('charging.importSessions', { file, platform: '外国平台', ...more });

  it('is refused with what a person is asked about, mapped, and the next one of its platform needs no mapping', async () => {
    await open();
    const first = csv(text('A1'));
    const samples = [['A1', 'A1x'], ['EV-01', 'EV-02'], ['2026-10-08 13:50:00', '2026-10-08 15:50:00'], ['2026-10-08 15:05:00', '2026-10-08 16:05:00'], ['8000', '9000']];
    const headers = ['Beleg', 'Säule', 'Von', 'Bis', 'Zähler'];
    expect(await take(first, { commit: false })).toEqual(refusal('CHARGING_COLUMNS_MISSING', { missing: ['device', 'start', 'end', 'energy'], headers, samples, columns: {}, encoding: 'utf-8', delimiter: ';' }));
    expect(await take(first, { mapping, commit: false })).toMatchObject({ ok: true, value: { accepted: 2, headers, samples, columns: mapping.columns, energyUnit: 'Wh', utc: true, readBy: 'mapping', encoding: 'utf-8', delimiter: ';' } });
    // What was only looked at is not remembered.
    expect(await take(first, { commit: false })).toMatchObject({ ok: false, code: 'CHARGING_COLUMNS_MISSING' });
    expect(await take(first, { mapping, commit: true })).toMatchObject({ ok: true, value: { accepted: 2, energy: 170_000 } });
    expect(await take(csv(text('A2')), { commit: true })).toMatchObject({ ok: true, value: { accepted: 2, energy: 170_000, columns: mapping.columns, energyUnit: 'Wh', utc: true, readBy: 'profile' } });
  });

  it('is refused by name when a mapping leaves out the energy', async () => {
    await open();
    const { energy: _, ...columns } = mapping.columns;
    expect(await office.call('charging.importSessions', { file: csv(text('A1')), platform: '外国平台', mapping: { columns }, commit: true })).toMatchObject({ ok: false, code: 'CHARGING_COLUMNS_MISSING', details: { missing: ['energy'], columns } });
  });

  it('tells what its text is written in', async () => {
    await open();
    const sheet = sessionCsv([{ order: '1', start: '2026-10-08 21:50:00', end: '2026-10-08 23:05:00', kwh: '8' }]);
    expect(await office.get('charging.importSessions', { file: csv(`\ufeff${sheet}`), platform: '某平台', commit: false })).toMatchObject({ encoding: 'utf-8-bom', delimiter: ',', readBy: 'heads', utc: false });
    expect(await office.get('charging.importSessions', { file: 'tests/fixtures/ev-sessions.csv', platform: 'ev-platform', commit: false })).toMatchObject({ encoding: 'gb18030', readBy: 'heads' });
  });
});

describe('sessions on one connector at once', () => {
  const one = (order: string, start: string, end: string, more: Partial<SheetSession> = {}): SheetSession => ({ order, start: `2026-10-08 ${start}:00`, end: `2026-10-08 ${end}:00`, kwh: '8.0000', ...more });

  it('are found alone, each with the other, from both sides', async () => {
    await open();
    await takeCsv([one('1', '20:00', '21:00'), one('2', '20:30', '21:30'), one('3', '22:00', '23:00'), one('4', '20:10', '20:40', { device: 'EV-02' })]);
    const { items } = await office.get('charging.listSessions', { overlapsOnly: true });
    const first = (await office.get('charging.listSessions', { search: '1' })).items[0];
    expect(items).toMatchObject([{ orderNo: '2', overlaps: '1', overlapsId: first?.sessionId }]);
    expect((await office.get('charging.getSession', { sessionId: first?.sessionId ?? 0 })).overlapping).toMatchObject([{ orderNo: '2', start: '2026-10-08 20:30:00' }]);
    expect((await office.get('charging.getSession', { sessionId: items[0]?.sessionId ?? 0 })).overlapping).toMatchObject([{ orderNo: '1' }]);
    expect((await office.get('charging.listSessions', { overlapsOnly: true, from: '2026-10-09' })).items).toEqual([]);
  });

  it('are the same whatever file brings which, and in whatever order', async () => {
    await open();
    let [round, done] = [0, 0];
    const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ start: fc.integer({ min: 0, max: 600 }), length: fc.integer({ min: 1, max: 200 }), file: fc.integer({ min: 0, max: 2 }) }), { minLength: 2, maxLength: 6 }), async (list) => {
      // Two rounds never meet: each has a device of its own.
      round += 1;
      const device = `EV-R${round}`;
      await office.get('charging.addDevices', { devices: [{ code: device, kind: 'ev', connectors: 1, ratedW: 2_000_000, place: '' }] });
      const sessions = list.map(({ start, length, file }, index) => ({ file, start, end: start + length, row: one(`${round}-${index}`, clock(start), clock(start + length), { device }) }));
      let marked = 0;
      for (const file of [2, 0, 1]) {
        const rows = sessions.filter((session) => session.file === file).map(({ row }) => row);
        if (rows.length > 0) marked += (await takeCsv(rows)).overlaps;
      }
      const found = (await office.get('charging.listSessions', { overlapsOnly: true, device })).items.map(({ orderNo }) => orderNo).sort();
      // Sessions that start at once: the one that came later is marked.
      const came = (index: number) => [sessions[index]?.start ?? 0, [2, 0, 1].indexOf(sessions[index]?.file ?? 0), index] as const;
      const before = (left: number, right: number) => { const [one_, other] = [came(left), came(right)]; return one_[0] - other[0] || one_[1] - other[1] || one_[2] - other[2]; };
      const expected = sessions.flatMap((session, index) => (sessions.some((other, place) => place !== index && before(place, index) < 0 && other.end > session.start) ? [session.row.order] : [])).sort();
      expect(found).toEqual(expected);
      expect(marked).toBe(expected.length);
      done += 1;
    }), { numRuns: 25 });
    expect(done).toBeGreaterThan(0);
  });
});
