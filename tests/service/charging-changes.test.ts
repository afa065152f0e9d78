import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { run } from '../../db/sql.ts';
import { temporaryFile } from '../support/builders.ts';
import { EV_PERIODS, givenChargers, sessionCsv, type SheetSession } from '../support/charging.ts';
import { openOffice, refusal, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
afterEach(() => office.close());

/** 21:50 to 23:05, 8 kWh: 3.59 + 2.40 by the domain's table. */
const session = (order: string, more: Partial<SheetSession> = {}): SheetSession => ({ order, start: '2026-10-08 21:50:00', end: '2026-10-08 23:05:00', kwh: '8.0000', total: '6.65', phone: '138****4329', ...more });

async function open(...sessions: SheetSession[]): Promise<void> {
  office = await openOffice();
  await givenChargers(office);
  await take(office, sessions);
}

async function take(at: TestOffice, sessions: readonly SheetSession[], platform = '某平台'): Promise<void> {
  const file = temporaryFile('csv');
  writeFileSync(file, sessionCsv(sessions));
  await at.get('charging.importSessions', { file, platform, commit: true });
}

async function idOf(order: string): Promise<number> {
  const [item] = (await office.get('charging.listSessions', { search: order })).items;
  if (!item) throw new Error(`no session ${order}`);
  return item.sessionId;
}

async function balances(at: TestOffice): Promise<Record<string, number>> {
  const { accounts } = await at.get('ledger.trialBalance', {});
  return Object.fromEntries(['1122.01', '2241.03.11', '2241.03.12', '2241.03.13'].map((account) => [account, accounts.filter((one) => one.account === account).reduce((sum, { balanceFen }) => sum + balanceFen, 0)]));
}

const problems = async (): Promise<unknown[]> => (await office.get('ledger.verify', {})).problems;

describe('charging.correctSession', () => {
  it('bills anew by the session’s own tariff, posts the difference today and leaves what was booked', async () => {
    await open(session('A'));
    const sessionId = await idOf('A');
    await office.get('charging.defineTariff', { name: '汽车分时', kind: 'ev', from: '2026-01-01', periods: EV_PERIODS.map((one) => ({ ...one, energyPrice: one.energyPrice * 2 })) });
    const before = await office.get('charging.getSession', { sessionId });
    const tried = await office.get('charging.tryCorrection', { sessionId, energy: 40_000 }, { as: 'office' });
    // flat 0.5333, valley 3.4667: 0.4807 + 1.3118 = 1.79; service 1.20.
    expect(tried).toEqual({ standsFen: 599, becomesFen: 299, energyFen: -180, serviceFen: -120, extraFen: 0 });
    const done = await office.get('charging.correctSession', { sessionId, energy: 40_000, reason: '平台重复计量' }, { as: 'office' });
    expect(done).toMatchObject({ energyFen: -180, serviceFen: -120, standsFen: 299 });
    const entry = await office.get('ledger.getEntry', { entryId: done.entryId ?? 0 });
    expect(entry).toMatchObject({ on: '2026-11-05', kind: 'charging-change', by: '文书' });
    expect(entry.postings.map(({ account, amountFen }) => [account, amountFen])).toEqual([['1122.01', -300], ['2241.03.11', 180], ['2241.03.12', 120]]);
    const after = await office.get('charging.getSession', { sessionId });
    expect(after).toMatchObject({ energyFen: before.energyFen, lines: before.lines, totalFen: 599, changedFen: -300, billedFen: 299, standsFen: 299, entryId: before.entryId, changes: [{ on: '2026-11-05', kind: 'correction', energy: -40_000, energyFen: -180, serviceFen: -120, reason: '平台重复计量', by: '文书', entryId: done.entryId }] });
    expect(after.corrected).toMatchObject({ start: '2026-10-08 21:50:00', energy: 40_000, method: 'prorata', totalFen: 299, lines: [{ code: 'flat', energy: 5333, energyPrice: 90_140 }, { code: 'valley', energy: 34_667 }] });
    expect((await office.get('charging.income', { from: '2026-10-01', to: '2026-11-30', by: 'day' })).rows).toEqual([{ key: '2026-10-08', sessions: 1, energy: 80_000, energyFen: 359, serviceFen: 240, extraFen: 0 }, { key: '2026-11-05', sessions: 0, energy: -40_000, energyFen: -180, serviceFen: -120, extraFen: 0 }]);
    expect(await balances(office)).toEqual({ '1122.01': 299, '2241.03.11': -179, '2241.03.12': -120, '2241.03.13': 0 });
    expect((await office.get('charging.listDevices', {})).items.find(({ code }) => code === 'EV-01')).toMatchObject({ sessions: 1, lastOn: '2026-10-08' });
    expect(await problems()).toEqual([]);
  });

  it('moves energy from one period to another when the times were wrong, and books nothing where no amount differs', async () => {
    await open(session('A'));
    const sessionId = await idOf('A');
    // All of it in the valley: 8 × 0.3784 = 3.03.
    expect(await office.get('charging.correctSession', { sessionId, start: '2026-10-08T22:05', reason: '桩的时钟慢' })).toMatchObject({ energyFen: -56, serviceFen: 0, standsFen: 543 });
    const periods = (await office.get('charging.income', { from: '2026-11-05', to: '2026-11-05', by: 'period' })).rows;
    expect(periods).toEqual([{ key: 'flat', sessions: 0, energy: -10_667, energyFen: -96, serviceFen: -32, extraFen: 0 }, { key: 'valley', sessions: 0, energy: 10_667, energyFen: 40, serviceFen: 32, extraFen: 0 }]);
    expect(await office.get('charging.correctSession', { sessionId, end: '2026-10-08T23:30', reason: '结束时间' })).toMatchObject({ energyFen: 0, serviceFen: 0, standsFen: 543, entryId: null });
    expect((await office.get('charging.getSession', { sessionId })).corrected).toMatchObject({ start: '2026-10-08 22:05:00', end: '2026-10-08 23:30:00', method: 'uniform' });
    expect(await problems()).toEqual([]);
  });

  it('keeps the platform’s own periods while they sum to the energy, and the idle time of a car that stayed', async () => {
    office = await openOffice();
    await givenChargers(office);
    await office.get('charging.defineTariff', { name: '汽车分时', kind: 'ev', from: '2026-01-01', periods: EV_PERIODS, idleFenPerMinute: 10, idleGraceMinutes: 15 });
    const file = temporaryFile('csv');
    writeFileSync(file, '订单号,桩号,开始时间,结束时间,充电电量,平电量,谷电量,拔枪时间\r\nR,EV-01,2026-10-08 21:50:00,2026-10-08 23:05:00,8.0,1.1670,6.8330,2026-10-08 23:40:00');
    await office.get('charging.importSessions', { file, platform: '某平台', commit: true });
    const sessionId = await idOf('R');
    expect(await office.get('charging.getSession', { sessionId })).toMatchObject({ method: 'reported', totalFen: 804, extraFen: 200 });
    // Ten minutes longer on the plug that left when it left: ten minutes less idle.
    expect(await office.get('charging.correctSession', { sessionId, end: '2026-10-08T23:15', reason: '结束晚十分钟' })).toMatchObject({ energyFen: 0, serviceFen: 0, extraFen: -100, standsFen: 704 });
    expect((await office.get('charging.getSession', { sessionId })).corrected).toMatchObject({ method: 'reported', extras: [{ kind: 'idle', minutes: 10, amountFen: 100 }] });
    expect(await office.get('charging.correctSession', { sessionId, energy: 90_000, reason: '电量' })).toMatchObject({ standsFen: 766 });
    expect((await office.get('charging.getSession', { sessionId })).corrected).toMatchObject({ method: 'prorata' });
    expect(await problems()).toEqual([]);
  });

  it('is refused for what would wait on the work list, for no change at all, and for a session that is none', async () => {
    await open(session('A'));
    const sessionId = await idOf('A');
    const tries: [object, string, string][] = [
      [{ energy: 0 }, 'ENERGY_ZERO', '0.0000'], [{ energy: -1 }, 'ENERGY_NEGATIVE', '-0.0001'], [{ energy: 9_000_000 }, 'ENERGY_ABOVE_RATED', '900.0000'], [{ end: '2026-10-08T21:50' }, 'ENDS_AT_START', '2026-10-08 21:50:00'], [{ end: '2026-10-08T21:00' }, 'ENDS_BEFORE_START', '2026-10-08 21:00:00'],
      [{ start: '2026-10-01T00:00' }, 'TOO_LONG', '2026-10-08 23:05:00'], [{ start: '2026-11-05T09:30', end: '2026-11-05T11:00' }, 'IN_FUTURE', '2026-11-05 11:00:00'],
    ];
    for (const [facts, reason, value] of tries) expect(await office.call('charging.correctSession', { sessionId, ...facts, reason: '试' }), reason).toEqual(refusal('SESSION_STILL_WRONG', { reason, value }));
    expect(await office.call('charging.correctSession', { sessionId, start: '2026-02-30T00:00', reason: '试' })).toEqual(refusal('SESSION_TIMES', { at: '2026-02-30T00:00', why: 'NO_SUCH_TIME' }));
    for (const facts of [{}, { start: '2026-10-08T21:50:00', energy: 80_000 }]) expect(await office.call('charging.correctSession', { sessionId, ...facts, reason: '试' })).toEqual(refusal('SESSION_NOTHING_TO_CHANGE', { sessionId }));
    expect(await office.call('charging.correctSession', { sessionId: 999, energy: 1, reason: '试' })).toEqual(refusal('NO_SUCH_SESSION', { sessionId: 999 }));
    expect(await office.call('charging.correctSession', { sessionId, energy: 1, reason: ' ' })).toMatchObject({ ok: false, code: 'BAD_INPUT' });
    expect((await office.get('charging.getSession', { sessionId })).changes).toEqual([]);
  });
});

describe('charging.refundSession', () => {
  it('gives back the service fee first and the energy charge last, never more than stands', async () => {
    await open(session('A'));
    const sessionId = await idOf('A');
    expect(await office.get('charging.refundSession', { sessionId, amountFen: 100, reason: '枪坏' })).toMatchObject({ energyFen: 0, serviceFen: -100, standsFen: 499 });
    expect(await office.get('charging.refundSession', { sessionId, amountFen: 200, reason: '再退' })).toMatchObject({ energyFen: -60, serviceFen: -140, standsFen: 299 });
    expect(await office.call('charging.refundSession', { sessionId, amountFen: 300, reason: '多退' })).toEqual(refusal('REFUND_ABOVE_SESSION', { standsFen: 299 }));
    // What stands after a correction is the new bill, whatever was given back before.
    expect(await office.get('charging.correctSession', { sessionId, energy: 40_000, reason: '电量记错' })).toMatchObject({ energyFen: -120, serviceFen: 120, standsFen: 299 });
    expect(await office.get('charging.refundSession', { sessionId, amountFen: 299, reason: '全退' })).toMatchObject({ standsFen: 0 });
    expect(await office.call('charging.refundSession', { sessionId, amountFen: 1, reason: '多退' })).toEqual(refusal('REFUND_ABOVE_SESSION', { standsFen: 0 }));
    expect((await office.get('charging.listSessions', {})).items).toMatchObject([{ totalFen: 599, changedFen: -599, billedFen: 299 }]);
    expect(await balances(office)).toEqual({ '1122.01': 0, '2241.03.11': 0, '2241.03.12': 0, '2241.03.13': 0 });
    expect((await office.get('charging.income', { from: '2026-11-01', to: '2026-11-30', by: 'month' })).rows).toMatchObject([{ sessions: 0, energy: -40_000, energyFen: -359, serviceFen: -240 }]);
    expect(await problems()).toEqual([]);
  });

  it('is the manager’s, and tampering with a change is found', async () => {
    await open(session('A'));
    const sessionId = await idOf('A');
    expect(await office.call('charging.refundSession', { sessionId, amountFen: 100, reason: '枪坏' }, { as: 'office' })).toMatchObject({ ok: false, code: 'ROLE_NOT_ALLOWED' });
    await office.get('charging.refundSession', { sessionId, amountFen: 100, reason: '枪坏' });
    await expect(run(office.raw, 'update charging_change set service_fen = -1')).rejects.toThrow('APPEND_ONLY');
    await run(office.raw, 'drop trigger charging_change_no_update');
    for (const tamper of ['service_fen = -90', `lines = '[["flat",0,0,-1]]'`]) {
      const before = await office.raw.raw<unknown>('select service_fen, lines from charging_change');
      await run(office.raw, `update charging_change set ${tamper}`);
      expect(await problems(), tamper).toContainEqual(expect.objectContaining({ kind: 'CHARGING', subject: 'change 1' }));
      const [{ service_fen: service, lines }] = before as [{ service_fen: number; lines: string }];
      await run(office.raw, 'update charging_change set service_fen = ?, lines = ?', [service, lines]);
      expect(await problems()).toEqual([]);
    }
  });
});

describe('charging.listSessions', () => {
  it('finds a session by device and moment, and no longer calls different what a correction has settled', async () => {
    await open(session('A'), session('B', { device: 'EV-02', total: '5.99' }), session('C', { start: '2026-10-08 23:05:00', end: '2026-10-09 06:00:00', total: '' }));
    const ordersAt = async (at: string, device?: string) => (await office.get('charging.listSessions', { at, ...(device && { device }) })).items.map(({ orderNo }) => orderNo).sort();
    expect(await ordersAt('2026-10-08T22:30')).toEqual(['A', 'B']);
    expect(await ordersAt('2026-10-08T22:30', 'ev-01')).toEqual(['A']);
    expect(await ordersAt('2026-10-08T23:05')).toEqual(['C']);
    expect(await ordersAt('2026-10-08T21:50:00', 'EV-01')).toEqual(['A']);
    expect(await ordersAt('2026-10-09T06:00')).toEqual([]);
    expect(await office.call('charging.listSessions', { at: '2026-02-30T00:00' })).toEqual(refusal('SESSION_TIMES', { at: '2026-02-30T00:00', why: 'NO_SUCH_TIME' }));
    const differing = async () => (await office.get('charging.listSessions', { differsOnly: true })).items.map(({ orderNo }) => orderNo);
    expect(await differing()).toEqual(['A']);
    // A quarter of an hour more at the price of the day makes it what the platform took.
    expect(await office.get('charging.correctSession', { sessionId: await idOf('A'), start: '2026-10-08T21:33:02', reason: '开始记错' })).toMatchObject({ standsFen: 665 });
    expect(await differing()).toEqual([]);
  });
});

const step = fc.oneof(
  fc.record({ what: fc.constant('correct' as const), place: fc.nat(), start: fc.integer({ min: 0, max: 2000 }), minutes: fc.integer({ min: 1, max: 700 }), energy: fc.integer({ min: 1, max: 600_000 }) }),
  fc.record({ what: fc.constant('refund' as const), place: fc.nat(), permille: fc.integer({ min: 1, max: 1000 }) }),
);
const moment = (minute: number): string => new Date(Date.UTC(2026, 9, 20) + minute * 60_000).toISOString().slice(0, 19);
const RUNS = Number(process.env['RUNS'] ?? 8);

describe('random sessions, corrections and refunds', () => {
  it(`month = days = devices = periods = hours = ledger, and what stands is never below nothing (${RUNS} scenes)`, { timeout: 600_000 }, async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ start: fc.integer({ min: 0, max: 8000 }), minutes: fc.integer({ min: 1, max: 900 }), energy: fc.integer({ min: 1, max: 500_000 }) }), { minLength: 1, maxLength: 8 }), fc.array(step, { minLength: 1, maxLength: 12 }), async (drawn, steps) => {
      office = await openOffice();
      await givenChargers(office);
      await office.get('charging.defineTariff', { name: '汽车分时', kind: 'ev', from: '2026-01-01', periods: EV_PERIODS, minimumFen: 200, capFen: 4000, startFee: 30, parkingFenPerHour: 100, parkingFreeMinutes: 60 });
      await take(office, drawn.map(({ start, minutes, energy }, index) => ({ order: `S${index}`, device: `EV-0${(index % 3) + 1}`, start: moment(start).replace('T', ' '), end: moment(start + minutes).replace('T', ' '), kwh: `${Math.floor(energy / 10_000)}.${String(energy % 10_000).padStart(4, '0')}` })));
      const ids = (await office.get('charging.listSessions', {})).items.map(({ sessionId }) => sessionId);
      if (ids.length === 0) return office.close();
      for (const one of steps) {
        office.ctx.now = new Date(office.ctx.now.getTime() + 9 * 86_400_000);
        const sessionId = ids[one.place % ids.length] ?? 0;
        if (one.what === 'correct') await office.call('charging.correctSession', { sessionId, start: moment(one.start), end: moment(one.start + one.minutes), energy: one.energy, reason: '更正' });
        else {
          const { standsFen } = await office.get('charging.getSession', { sessionId });
          if (standsFen > 0) await office.get('charging.refundSession', { sessionId, amountFen: Math.max(1, Math.floor((standsFen * one.permille) / 1000)), reason: '退款' });
        }
      }
      await agree(ids);
      await office.close();
    }), { numRuns: RUNS });
    office = await openOffice();
  });
});

async function agree(ids: readonly number[]): Promise<void> {
  const totals = [];
  for (const by of ['month', 'day', 'device', 'period', 'hour'] as const) {
    const { rows } = await office.get('charging.income', { from: '2026-01-01', to: '2027-12-31', by });
    totals.push(['sessions', 'energy', 'energyFen', 'serviceFen', 'extraFen'].map((field) => rows.reduce((sum, row) => sum + row[field as 'energy'], 0)));
  }
  const [first = []] = totals;
  for (const total of totals) expect(total).toEqual(first);
  const [, , energyFen = 0, serviceFen = 0, extraFen = 0] = first;
  const ledger = await balances(office);
  expect([ledger['2241.03.11'], ledger['2241.03.12'], ledger['2241.03.13'], ledger['1122.01']].map((fen) => (fen ?? 0) + 0)).toEqual([-energyFen + 0, -serviceFen + 0, -extraFen + 0, energyFen + serviceFen + extraFen]);
  let stands = 0;
  for (const sessionId of ids) {
    const found = await office.get('charging.getSession', { sessionId });
    expect(found.standsFen).toBe(found.totalFen + found.changes.reduce((sum, change) => sum + change.energyFen + change.serviceFen + change.extraFen, 0));
    stands += found.standsFen;
  }
  expect(stands).toBe(energyFen + serviceFen + extraFen);
  expect(await problems()).toEqual([]);
}
