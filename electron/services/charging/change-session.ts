import { postEntry } from '../../../db/ledger.ts';
import { findBilled, findRefund, insertChange, listChanges, type Bill, type BilledSession, type ChangeKind, type ChangeRow } from '../../../db/queries/charging-changes.ts';
import { findCharge, insertAdjustment } from '../../../db/queries/charging-payers.ts';
import { listDevices } from '../../../db/queries/charging-devices.ts';
import type { KeptLine, NewSession } from '../../../db/queries/charging-sessions.ts';
import { findTariffVersion } from '../../../db/queries/charging-tariffs.ts';
import type { Db } from '../../../db/sql.ts';
import { momentOfSecond } from '../../../shared/domain/cell-moment.ts';
import { correctionOf, refundOf, standingFen, sumParts, type Difference, type PeriodPart, type Standing } from '../../../shared/domain/charging-change.ts';
import { partsOfChange } from '../../../shared/domain/charging-plan.ts';
import { readyTariff } from '../../../shared/domain/charging-tariff.ts';
import { LOCAL_SECONDS } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { Context, Handler } from '../../context.ts';
import { incomePostings } from './book-days.ts';
import { readCells } from './decide-review.ts';
import { addGathered, gatherChange, gatherer } from './gather-sums.ts';
import { judgeLine, kwh } from './judge-line.ts';
import { secondOfLocal } from './quote.ts';
import type { ReviewCells } from './review-cells.ts';

/** A session, its bill as it is now, and what stands of it: first bill, corrections and refunds together. */
export type Changed = { session: BilledSession; changes: ChangeRow[]; bill: Bill; standing: Standing };

const partOf = ([code, energy, energyFen, serviceFen]: readonly [string, number, number, number, ...unknown[]]): PeriodPart => ({ code, energy, energyFen, serviceFen });

/** Throws NO_SUCH_SESSION. */
export async function needChanged(db: Db, sessionId: number): Promise<Changed> {
  const session = await findBilled(db, sessionId);
  if (!session) throw new AppError('NO_SUCH_SESSION', { sessionId });
  const changes = await listChanges(db, sessionId);
  const { startedAt, endedAt, energy, method, lines, extras, billedFen } = session;
  return {
    session, changes, bill: changes.at(-1)?.facts ?? { startedAt, endedAt, energy, method, lines, extras, billedFen },
    standing: { parts: sumParts([...lines.map(partOf), ...changes.flatMap((change) => change.lines.map(partOf))]), extraFen: changes.reduce((sum, { extraFen }) => sum + extraFen, session.extraFen) },
  };
}

type Facts = Pick<Input<'charging.correctSession'>, 'start' | 'end' | 'energy'>;
type Correction = Changed & { corrected: Bill; difference: Difference };

/** Bills a session anew by its own tariff. Throws NO_SUCH_SESSION, SESSION_TIMES, SESSION_STILL_WRONG, SESSION_NOTHING_TO_CHANGE. */
async function needCorrection(context: Context, sessionId: number, { start, end, energy }: Facts): Promise<Correction> {
  const known = await needChanged(context.db, sessionId);
  const { session, bill, standing } = known;
  const wanted = { startedAt: start === undefined ? bill.startedAt : secondOfLocal(start) - LOCAL_SECONDS, endedAt: end === undefined ? bill.endedAt : secondOfLocal(end) - LOCAL_SECONDS, energy: energy ?? bill.energy };
  if (wanted.startedAt === bill.startedAt && wanted.endedAt === bill.endedAt && wanted.energy === bill.energy) throw new AppError('SESSION_NOTHING_TO_CHANGE', { sessionId });
  const anew = await billAnew(context, session, bill, wanted);
  const corrected: Bill = { ...wanted, method: anew.method, lines: anew.lines, extras: anew.extras, billedFen: anew.energyFen + anew.serviceFen + anew.extraFen };
  return { ...known, corrected, difference: correctionOf(standing, { parts: sumParts(anew.lines.map(partOf)), extraFen: anew.extraFen }) };
}

/** The platform's columns of energy by period still hold where they sum to the new energy; a car that stayed plugged in left when it left. */
async function billAnew({ db, now }: Context, session: BilledSession, bill: Bill, wanted: Pick<Bill, 'startedAt' | 'endedAt' | 'energy'>): Promise<NewSession> {
  const terms = await findTariffVersion(db, session.tariffId);
  if (!terms) throw new AppError('SESSION_STILL_WRONG', { reason: 'NO_TARIFF', value: '' });
  const local = (second: number): string => momentOfSecond(second + LOCAL_SECONDS);
  const idle = session.extras.find(([kind]) => kind === 'idle');
  const cells: ReviewCells = {
    order: session.orderNo, device: session.device, connector: String(session.connector), start: local(wanted.startedAt), end: local(wanted.endedAt), energy: kwh(wanted.energy),
    ...(idle && { unplugged: local(session.endedAt + (idle[1] + terms.idleGraceMinutes) * 60) }), ...(bill.method === 'reported' && Object.fromEntries(bill.lines.map((line: KeptLine) => [line[0], kwh(line[1])]))),
  };
  const judge = { devices: new Map((await listDevices(db)).map((device) => [device.code, device])), tariffOf: () => Promise.resolve({ tariffId: terms.tariffId, name: terms.name, ready: readyTariff(terms) }), nowSecond: Math.floor(now.getTime() / 1000) + LOCAL_SECONDS, payerOf: undefined, /* What is corrected posts today. */ closed: null };
  const judged = await judgeLine(judge, readCells(cells), 0, session.orderNo);
  if (judged.fault !== null) throw new AppError('SESSION_STILL_WRONG', { reason: judged.fault, value: judged.value });
  return judged.session;
}

export const tryCorrection: Handler<'charging.tryCorrection'> = async (context, { sessionId, ...facts }) => {
  const { standing, corrected, difference } = await needCorrection(context, sessionId, facts);
  return { standsFen: standingFen(standing), becomesFen: corrected.billedFen, energyFen: difference.energyFen, serviceFen: difference.serviceFen, extraFen: difference.extraFen };
};

export const correctSession: Handler<'charging.correctSession'> = async (context, { sessionId, reason, ...facts }) => {
  const { session, corrected, standing, difference } = await needCorrection(context, sessionId, facts);
  return writeChange(context, { session, kind: 'correction', refundId: null, facts: corrected, standing, difference, reason });
};

export const refundSession: Handler<'charging.refundSession'> = async (context, { refundId = null, sessionId, amountFen, reason }) => {
  const { session, bill, standing } = await needChanged(context.db, sessionId);
  const earlier = refundId === null ? undefined : await findRefund(context.db, refundId);
  if (earlier) {
    const { sessionId: of, ...given } = earlier;
    if (of !== sessionId || given.energyFen + given.serviceFen + given.extraFen !== -amountFen) throw new AppError('PAYMENT_ID_REUSED', { paymentId: refundId ?? '' });
    return { ...given, standsFen: standingFen(standing) };
  }
  // What a plan took off was not paid.
  const standsFen = (await findCharge(context.db, sessionId))?.amountFen ?? standingFen(standing);
  if (amountFen > standsFen) throw new AppError('REFUND_ABOVE_SESSION', { standsFen });
  return writeChange(context, { session, kind: 'refund', refundId, facts: bill, standing, difference: refundOf(standing, amountFen), reason });
};

type Writing = { session: BilledSession; kind: ChangeKind; refundId: string | null; facts: Bill; standing: Standing; difference: Difference; reason: string };

const WORDS: Readonly<Record<ChangeKind, string>> = { correction: '更正', refund: '退款' };

/** Posts the difference today and adds it to the sums of today: what was booked stands. */
async function writeChange({ db, user, now, today }: Context, { session, kind, refundId, facts, standing, difference, reason }: Writing): Promise<Output<'charging.correctSession'>> {
  const { energy, energyFen, serviceFen, extraFen, parts } = difference;
  const charge = await findCharge(db, session.sessionId);
  if (charge?.billed === 1) throw new AppError('SESSION_BILLED', { sessionId: session.sessionId });
  const own = charge && partsOfChange(energyFen + serviceFen + extraFen, charge.amountFen);
  const postings = incomePostings({ energyFen, serviceFen, extraFen }, own && { prepaidFen: charge.accountId === null ? 0 : own.amountFen, discountFen: own.discountFen, unbilledFen: charge.accountId === null ? own.amountFen : 0 });
  const entryId = postings.length === 0 ? null : await postEntry(db, { on: today, kind: 'charging-change', memo: `充电${WORDS[kind]} ${session.platform} ${session.orderNo}`, by: user.userId, at: now, postings });
  const changeId = await insertChange(db, {
    sessionId: session.sessionId, platformId: session.platformId, kind, refundId, on: today, energy, energyFen, serviceFen, extraFen, lines: parts.map((part) => [part.code, part.energy, part.energyFen, part.serviceFen] as const), facts, reason, entryId,
    userId: user.userId, userName: user.name, at: now.toISOString(),
  });
  if (own) await insertAdjustment(db, { changeId, sessionId: session.sessionId, ...own });
  const gathered = gatherer();
  gatherChange(gathered, today, session, difference);
  await addGathered(db, gathered);
  return { changeId, energyFen, serviceFen, extraFen, standsFen: standingFen(standing) + energyFen + serviceFen + extraFen, entryId };
}
