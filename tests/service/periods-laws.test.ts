import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lastDay } from '../../shared/domain/period.ts';
import { temporaryFile } from '../support/builders.ts';
import { turn } from '../support/office-arbitrary.ts';
import { takeTurn, type Turn } from '../support/office-turns.ts';
import { beginWorld, months, pick, type World } from '../support/office-world.ts';
import { paymentId } from '../support/open-office.ts';
import { givenChargers, sessionCsv } from '../support/charging.ts';
import { makeReady, sealOf } from '../support/periods.ts';

const RUNS = Number(process.env['HISTORIES'] ?? 25);
const SEED = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) };

/** Commands that a person can date freely, whose answer is a success or one of a few refusals. */
type Probe = { do: 'pay' | 'deposit' | 'grid' | 'topUp' | 'settle' | 'issue' | 'parking' | 'balance' | 'sessions'; month: number; day: number; home: number; fen: number };
const probe: fc.Arbitrary<Probe> = fc.record({ do: fc.constantFrom('pay', 'deposit', 'grid', 'topUp', 'settle', 'issue', 'parking', 'balance', 'sessions'), month: fc.nat({ max: 4 }), day: fc.integer({ min: 1, max: 28 }), home: fc.nat({ max: 3 }), fen: fc.integer({ min: 1, max: 900 }) });
const EXPECTED = new Set(['PERIOD_CLOSED', 'PREPAYMENT_TOO_FAR', 'NOTHING_TO_SETTLE', 'SETTLEMENT_DIFFERS', 'SETTLEMENT_HAS_EXCEPTIONS', 'DATE_IN_FUTURE']);

async function tryProbe({ office, model }: World, { do: what, month: at, day, home: who, fen }: Probe, accountId: number, closed: string): Promise<void> {
  const month = pick(months, at) ?? '';
  const on = `${month}-${String(day).padStart(2, '0')}`;
  const homeId = pick(model.homes, who)?.homeId ?? 1;
  if (what === 'sessions') {
    const file = temporaryFile('csv');
    writeFileSync(file, sessionCsv([{ order: paymentId(), device: `EV-0${String(1 + who)}`, start: `${on} 01:00:00`, end: `${on} 02:00:00`, kwh: '8.0000' }]));
    const { accepted, needsReview } = await office.get('charging.importSessions', { file, platform: '某平台', commit: true });
    if (month <= closed) expect({ accepted, reasons: needsReview.map(({ reason }) => reason) }).toEqual({ accepted: 0, reasons: ['MONTH_CLOSED'] });
    else expect(needsReview.filter(({ reason }) => reason === 'MONTH_CLOSED')).toEqual([]);
    return;
  }
  const calls = {
    pay: () => office.call('payments.register', { paymentId: paymentId(), homeId, receivedOn: on, method: 'cash', amountFen: fen, lines: [] }),
    deposit: () => office.call('deposits.take', { depositId: paymentId(), homeId, amountFen: fen, receivedOn: on, method: 'cash' }),
    grid: () => office.call('charging.addGridBill', { month, lines: [{ energy: fen, costFen: fen }] }),
    topUp: () => office.call('charging.topUp', { topUpId: paymentId(), accountId, amountFen: fen, receivedOn: on, method: 'cash' }),
    settle: () => office.call('channels.settle', { channel: 'wechat', through: on, netFen: fen, on }),
    issue: () => office.call('fees.issueBills', { month, commit: true }),
    parking: () => office.call('parking.issueCharges', { month, commit: true }),
    balance: () => office.call('periods.setBankBalance', { month, account: '1002.01', balanceFen: fen }),
  };
  const reply = await calls[what]();
  if (!reply.ok) expect(EXPECTED.has(reply.code), `${what} ${on}: ${reply.code}`).toBe(true);
  if (['pay', 'deposit', 'grid', 'topUp', 'settle', 'balance'].includes(what) && month <= closed) expect(reply, `${what} ${on}`).toMatchObject({ ok: false, code: 'PERIOD_CLOSED' });
  if (!reply.ok && reply.code === 'PERIOD_CLOSED') expect(month <= closed, `${what} ${on} refused though open`).toBe(true);
}

/** A turn that the closed month refuses leaves the model as it was; whatever else is wrong is a failure. */
async function takeOrRefuse(world: World, each: Turn): Promise<void> {
  try {
    await takeTurn(world, each);
  } catch (error) {
    if (!(error instanceof Error) || !`${error.message} ${JSON.stringify('actual' in error ? error.actual : '')}`.includes('PERIOD_CLOSED')) throw error;
  }
}

it('whatever is done after a month was closed changes no posting of it, works or is refused by name, and works again when it is opened', async () => {
  await fc.assert(fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 15, size: 'max' }), fc.nat({ max: 4 }), fc.array(turn, { maxLength: 12, size: 'max' }), fc.array(probe, { minLength: 3, maxLength: 15, size: 'max' }), async (before, place, after, probes) => {
    const world = await beginWorld();
    const { office } = world;
    try {
      await givenChargers(office);
      const { accountId } = await office.get('charging.openAccount', { cardNo: 'K1', holder: '王' });
      for (const each of before) await takeTurn(world, each);
      const closed = pick(months, place) ?? '';
      await makeReady(office, closed);
      await office.get('periods.close', { month: closed });
      const seal = await sealOf(office, closed);
      for (const each of after) await takeOrRefuse(world, each);
      // From here on the arrays do not know what was done.
      for (const each of probes) await tryProbe(world, each, accountId, closed);
      expect(await sealOf(office, closed)).toEqual(seal);
      expect((await office.get('ledger.verify', {})).problems).toEqual([]);
      await office.get('periods.reopen', { month: closed, reason: '重来' });
      await office.get('fees.issueBills', { month: closed, commit: true });
      await office.get('deposits.take', { depositId: paymentId(), homeId: 1, amountFen: 100, receivedOn: lastDay(closed), method: 'cash' });
      expect((await sealOf(office, closed)).count).toBeGreaterThan(seal.count);
      expect(office.bugs).toEqual([]);
    } finally {
      await office.close();
    }
  }), { numRuns: RUNS, ...SEED });
}, 600_000);
