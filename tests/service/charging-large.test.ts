import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { rows } from '../../db/sql.ts';
import { temporaryFile } from '../support/builders.ts';
import { EV_PERIODS, givenChargers, sessionCsv, type SheetSession } from '../support/charging.ts';
import { openOffice, refusal, type TestOffice } from '../support/open-office.ts';

/** How many random pairs of files are looked through for overlaps. */
const FILES = Number(process.env.FILES ?? 12);

let office: TestOffice;
afterEach(() => office.close());

const moment = (minute: number): string => new Date(Date.UTC(2026, 8, 20) + minute * 60_000).toISOString().slice(0, 19).replace('T', ' ');
function fileOf(sessions: readonly SheetSession[]): string {
  const file = temporaryFile('csv');
  writeFileSync(file, sessionCsv(sessions));
  return file;
}
const sessionAt = (order: string, start: number, minutes: number, device = 'EV-01'): SheetSession => ({ order, device, start: moment(start), end: moment(start + minutes), kwh: '0.5000' });
const schema = () => rows(office.raw, `select type, name, sql from sqlite_master where tbl_name = 'charging_session' order by name`);
const counts = () => rows(office.raw, 'select (select count(*) from charging_session) as sessions, (select count(*) from charging_sum) as sums, (select count(*) from charging_use) as uses, (select count(*) from charging_batch) as batches, (select count(*) from entry) as entries');

describe('a file of more sessions than there are', () => {
  const MANY = 52_000;
  const sessions = Array.from({ length: MANY }, (_, index) => sessionAt(`L${index}`, (index % 6000) * 10, 9, `EV-${String(1 + Math.floor(index / 6000)).padStart(2, '0')}`));

  it('keeps its indexes and what it is compared with, and takes a repeat, a conflict and the next file as any other does', { timeout: 120_000 }, async () => {
    office = await openOffice();
    await givenChargers(office);
    const before = await schema();
    const first = sessions[0] ?? sessionAt('L0', 0, 9);
    const file = fileOf([...sessions, first, { ...sessionAt('L1', 10, 9), kwh: '0.6000' }]);
    const preview = await office.get('charging.importSessions', { file, platform: 'P', commit: false });
    expect(preview).toMatchObject({ accepted: MANY - 1, repeats: 1, conflicts: ['L1'], overlaps: 0 });
    expect([await schema(), await counts()]).toEqual([before, [{ sessions: 0, sums: 0, uses: 0, batches: 0, entries: 0 }]]);
    expect(await office.get('charging.importSessions', { file, platform: 'P', commit: true })).toEqual(preview);
    expect(await schema()).toEqual(before);
    expect((await office.get('ledger.verify', {})).problems).toEqual([]);
    expect(await office.get('charging.importSessions', { file: fileOf([first, sessionAt('next', 5, 9)]), platform: 'P', commit: true })).toMatchObject({ accepted: 1, repeats: 1, overlaps: 1 });
    expect((await rows(office.raw, 'pragma integrity_check')).at(0)).toEqual({ integrity_check: 'ok' });
  });

  it('that is refused in its last line, or cancelled, leaves nothing and every index', { timeout: 120_000 }, async () => {
    office = await openOffice();
    await givenChargers(office);
    const [before, nothing] = [await schema(), await counts()];
    const file = fileOf([...sessions, sessionAt('2.02600E+23', 0, 9)]);
    for (const commit of [false, true]) {
      expect(await office.call('charging.importSessions', { file, platform: 'P', commit })).toEqual(refusal('CHARGING_ORDER_SCIENTIFIC', { row: MANY + 2, value: '2.02600E+23' }));
      expect([await schema(), await counts()]).toEqual([before, nothing]);
    }
    const controller = new AbortController();
    expect(await office.call('charging.importSessions', { file: fileOf(sessions), platform: 'P', commit: true }, { signal: controller.signal, onProgress: ({ done, total }) => { if (done * 2 > total) controller.abort(); } })).toMatchObject({ ok: false, code: 'CANCELLED' });
    expect([await schema(), await counts()]).toEqual([before, nothing]);
  });
});

describe('sessions on one connector at once', () => {
  type Drawn = { device: string; start: number; minutes: number };
  const drawn = fc.record({ device: fc.constantFrom('EV-01', 'EV-02'), start: fc.integer({ min: 0, max: 600 }), minutes: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 2000 })) });
  type Kept = { sessionId: number; batchId: number; deviceId: number; startedAt: number; endedAt: number; otherId: number | null };

  it(`are marked where one starts before an earlier one has ended, the latest of those named (${FILES} pairs of files)`, { timeout: 600_000 }, async () => {
    await fc.assert(fc.asyncProperty(fc.array(drawn, { minLength: 1, maxLength: 25 }), fc.array(drawn, { maxLength: 10 }), async (first, second) => {
      office = await openOffice();
      await givenChargers(office);
      const asFile = (list: readonly Drawn[], name: string) => fileOf(list.map(({ device, start, minutes }, index) => sessionAt(`${name}${index}`, start, minutes, device)));
      let overlaps = (await office.get('charging.importSessions', { file: asFile(first, 'A'), platform: 'P', commit: true })).overlaps;
      if (second.length > 0) overlaps += (await office.get('charging.importSessions', { file: asFile(second, 'B'), platform: 'P', commit: true })).overlaps;
      const kept = await rows<Kept>(office.raw, 'select s.session_id as sessionId, batch_id as batchId, device_id as deviceId, started_at as startedAt, ended_at as endedAt, other_id as otherId from charging_session s left join charging_overlap using (session_id)');
      for (const one of kept) {
        const running = kept.filter((other) => other.deviceId === one.deviceId && other.endedAt > one.startedAt && (other.startedAt < one.startedAt || (other.startedAt === one.startedAt && other.sessionId < one.sessionId)));
        // Marked when its own file came, or else by the file that reached into it.
        const latest = running.filter(({ batchId }) => batchId <= one.batchId).sort((left, right) => right.startedAt - left.startedAt || right.sessionId - left.sessionId).at(0) ?? running.sort((left, right) => right.sessionId - left.sessionId).at(0);
        expect(one.otherId, JSON.stringify({ one, kept })).toBe(latest?.sessionId ?? null);
      }
      expect(kept.filter(({ otherId }) => otherId !== null)).toHaveLength(overlaps);
      await office.close();
    }), { numRuns: FILES });
    office = await openOffice();
  });
});

describe('a bill', () => {
  it('keeps a period’s name whatever letters it has', async () => {
    office = await openOffice();
    await givenChargers(office);
    const code = '峰"1\\时';
    await office.get('charging.defineTariff', { name: '怪名', kind: 'ev', from: '2026-01-01', periods: EV_PERIODS.map((one) => (one.code === 'peak' ? { ...one, code } : one)) });
    await office.get('charging.assignTariff', { tariff: '怪名', kind: 'ev', from: '2026-01-01' });
    await office.get('charging.importSessions', { file: fileOf([{ order: '1', start: '2026-10-09 18:50:00', end: '2026-10-09 20:30:00', kwh: '10.0000' }]), platform: 'P', commit: true });
    const [{ sessionId } = { sessionId: 0 }] = (await office.get('charging.listSessions', {})).items;
    expect((await office.get('charging.getSession', { sessionId })).lines.map((line) => line.code)).toEqual(['flat', code]);
    expect(await rows(office.raw, 'select lines, json_valid(lines) as valid, extras from charging_session')).toEqual([{ lines: `[["flat",10000,90,30,90140,30000],[${JSON.stringify(code)},90000,1086,270,120640,30000]]`, valid: 1, extras: '[]' }]);
    expect((await office.get('ledger.verify', {})).problems).toEqual([]);
  });
});
