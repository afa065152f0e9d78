import { randomUUID } from 'node:crypto';
import { listOpenBills } from '../../../db/queries/bills.ts';
import { listEntryFacts, listNumberedEntries } from '../../../db/queries/channel-entries.ts';
import { findEntryOfPayment, findPaymentOfNumber } from '../../../db/queries/channel-homes.ts';
import { sumLineFunds } from '../../../db/queries/channel-settlements.ts';
import { countExceptions, deleteMatches, findMatch, getLine, insertMatches, insertResolution, setLineState, type LineRow, type LineState } from '../../../db/queries/channels.ts';
import { findPayment } from '../../../db/queries/payments.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { channelAccounts } from '../../../shared/domain/channel-types.ts';
import { spreadOldestFirst } from '../../../shared/domain/payment.ts';
import { addDays } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { refundPayment } from '../payments/refund-payment.ts';
import { registerPayment } from '../payments/register-payment.ts';
import { reversePayment } from '../payments/reverse-payment.ts';
import { bookFee, holdLine, regroupSettled, releaseLine } from './hold.ts';
import { reconcile } from './reconcile.ts';
import { settleThrough } from './settle.ts';

type Decision = Input<'channels.resolve'>;
/** What an action came to: the entries that the line now is, and the receipt it made. */
type Deed = { state: LineState; entryIds: number[]; receiptNo?: string };

/** These move money: a clerk may say what a line is, the manager says that money is somebody's. */
const MANAGERS: readonly Decision['action'][] = ['register', 'reissue', 'refund', 'hold', 'fee', 'settle'];

/** Decides on a line, and then matches and settles what had waited for it. */
export const resolveLine: Handler<'channels.resolve'> = async (context, decision) => {
  const { db, user, now } = context;
  const line = await getLine(db, decision.lineId);
  if (MANAGERS.includes(decision.action) && user.role !== 'manager') throw new AppError('ROLE_NOT_ALLOWED', { role: user.role, allowed: ['manager'] });
  if ((decision.action === 'ignore' || decision.action === 'reopen') && decision.reason === '') throw new AppError('BAD_INPUT', { issues: [{ path: 'reason', rule: 'too_small' }] });
  const deed = decision.action === 'reopen' ? await reopen(context, line) : await decide(context, line, decision);
  await insertResolution(db, { lineId: line.lineId, action: decision.action, reason: decision.reason, userId: user.userId, userName: user.name, at: now.toISOString() });
  const settled = await reconcile(context, line.channel);
  return { state: deed.state, entryIds: deed.entryIds, settled, receiptNo: deed.receiptNo ?? null, left: await countExceptions(db, line.channel) };
};

async function decide(context: Context, line: LineRow, decision: Decision): Promise<Deed> {
  const { db } = context;
  if (line.state === 'matched') throw new AppError('CHANNEL_LINE_RESOLVED', { lineId: line.lineId });
  checkKind(line, decision.action);
  if (decision.action === 'ignore') {
    // Held money is in the books; it is taken back before it can be nobody's.
    if (line.state === 'held') throw new AppError('CHANNEL_LINE_RESOLVED', { lineId: line.lineId });
    await setLineState(db, line.lineId, 'ignored', '', true);
    return { state: 'ignored', entryIds: [] };
  }
  const account = channelAccounts[line.channel];
  const before = await sumLineFunds(db, line.lineId, account);
  if (line.state === 'held') await releaseLine(context, line);
  const deed = await act(context, line, decision);
  await setLineState(db, line.lineId, deed.state, '', true);
  if (line.state === 'held') await regroupSettled(context, line, before);
  return deed;
}

/** Throws ACTION_NOT_FOR_LINE. */
function checkKind({ kind, channel, amountFen, state }: LineRow, action: Decision['action']): void {
  const fits: Record<Decision['action'], boolean> = {
    match: kind !== 'transfer', register: kind === 'payment' && amountFen > 0, reissue: kind === 'payment' && amountFen > 0, refund: kind === 'refund' || (kind === 'out' && channel !== 'bank'), hold: kind !== 'fee' && kind !== 'transfer' && state !== 'held' && amountFen !== 0,
    fee: channel === 'bank' && kind !== 'transfer' && amountFen !== 0, settle: kind === 'transfer' && channel === 'bank', ignore: true, reopen: true,
  };
  if (!fits[action]) throw new AppError('ACTION_NOT_FOR_LINE', { action, kind });
}

async function act(context: Context, line: LineRow, decision: Decision): Promise<Deed> {
  switch (decision.action) {
    case 'match': return matchTo(context, line, decision);
    case 'register': return register(context, line, decision);
    case 'reissue': return reissue(context, line, decision);
    case 'refund': return refund(context, line, decision);
    case 'hold': return { state: 'held', entryIds: [await holdLine(context, line)] };
    case 'fee': return { state: 'matched', entryIds: [await bookFee(context, line, line.amountFen)] };
    case 'settle': return settle(context, line, decision);
    case 'ignore':
    case 'reopen': throw new RangeError(`${decision.action} is not an act`);
  }
}

/** Throws ENTRY_ALREADY_MATCHED, ENTRY_OF_OTHER_CHANNEL, MATCH_AMOUNT_DIFFERS. */
async function matchTo(context: Context, line: LineRow, { paymentId, entryIds = [], feeFen = 0 }: Decision): Promise<Deed> {
  const { db } = context;
  const ofPayment = paymentId === undefined ? undefined : await findEntryOfPayment(db, paymentId);
  if (paymentId !== undefined && ofPayment === undefined) throw new AppError('NO_SUCH_PAYMENT', { paymentId });
  const wanted = [...new Set([...entryIds, ...(ofPayment === undefined ? [] : [ofPayment])])];
  if (wanted.length === 0) throw new AppError('BAD_INPUT', { issues: [{ path: 'entryIds', rule: 'too_small' }] });
  if (feeFen > 0 && line.channel !== 'bank') throw new AppError('ACTION_NOT_FOR_LINE', { action: 'fee', kind: line.kind });
  const taken = await findMatch(db, wanted);
  if (taken) throw new AppError('ENTRY_ALREADY_MATCHED', { entryId: taken.entryId, file: taken.file, row: taken.row });
  const facts = await listEntryFacts(db, line.channel, wanted);
  const strange = wanted.find((entryId) => !facts.some((entry) => entry.entryId === entryId && entry.amountFen !== 0 && entry.kind !== 'settlement'));
  if (strange !== undefined) throw new AppError('ENTRY_OF_OTHER_CHANNEL', { entryId: strange });
  const entriesFen = facts.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (entriesFen !== line.amountFen + feeFen) throw new AppError('MATCH_AMOUNT_DIFFERS', { lineFen: line.amountFen + feeFen, entriesFen });
  await insertMatches(db, wanted.map((entryId) => [entryId, line.lineId]));
  return { state: 'matched', entryIds: feeFen > 0 ? [...wanted, await bookFee(context, line, -feeFen)] : wanted };
}

/** The money is a home's: its receipt, with the channel's number; oldest bills first, the rest paid ahead. */
async function register(context: Context, line: LineRow, { homeId, reason }: Decision): Promise<Deed> {
  const { db } = context;
  if (homeId === undefined) throw new AppError('BAD_INPUT', { issues: [{ path: 'homeId', rule: 'invalid_type' }] });
  const paymentId = randomUUID();
  const lines = spreadOldestFirst(line.amountFen, await listOpenBills(db, homeId));
  const { receiptNo } = await registerPayment(context, {
    paymentId, homeId, receivedOn: line.on, method: line.channel === 'bank' ? (line.via === 'card' ? 'card' : 'transfer') : line.channel, transactionNo: (line.transactionNo || `${line.file} ${line.row}`).slice(0, 64),
    amountFen: line.amountFen, lines, note: ['对账补登', reason].filter(Boolean).join(' ').slice(0, 200),
  });
  const entryId = await findEntryOfPayment(db, paymentId);
  if (entryId === undefined) throw new RangeError(`no entry of the payment ${receiptNo}`);
  await insertMatches(db, [[entryId, line.lineId]]);
  return { state: 'matched', entryIds: [entryId], receiptNo };
}

/** The receipt of this number has another amount: it is undone, and issued again for what really came (会计法 14). */
async function reissue(context: Context, line: LineRow, { paymentId, reason }: Decision): Promise<Deed> {
  const { db } = context;
  const wrong = paymentId ?? (await findPaymentOfNumber(db, [line.transactionNo, line.orderNo].filter(Boolean)))?.paymentId;
  const payment = wrong === undefined ? undefined : await findPayment(db, wrong);
  if (!payment) throw new AppError('NO_SUCH_PAYMENT', { paymentId: wrong ?? '' });
  await reversePayment(context, { paymentId: payment.paymentId, reason: reason || '对账：金额开错，重开' });
  return register(context, line, { lineId: line.lineId, action: 'register', homeId: payment.homeId, reason: reason || `重开 ${payment.receiptNo}` });
}

/** The channel gave money back that the books still have: so do they. */
async function refund(context: Context, line: LineRow, { paymentId, reason }: Decision): Promise<Deed> {
  const { db } = context;
  const payment = paymentId ?? (await findPaymentOfNumber(db, [line.transactionNo, line.orderNo].filter(Boolean)))?.paymentId;
  if (payment === undefined) throw new AppError('NO_SUCH_PAYMENT', { paymentId: '' });
  const { refundNo } = await refundPayment(context, { paymentId: payment, amountFen: -line.amountFen, reason: reason || '渠道已退款' });
  const original = await findEntryOfPayment(db, payment);
  const made = (await listNumberedEntries(db, line.channel, [], original === undefined ? [] : [original])).filter(({ no }) => no === refundNo);
  const [entry] = made;
  if (!entry || entry.amountFen !== line.amountFen) throw new AppError('ENTRY_OF_OTHER_CHANNEL', { entryId: entry?.entryId ?? original ?? 0 });
  await insertMatches(db, [[entry.entryId, line.lineId]]);
  return { state: 'matched', entryIds: [entry.entryId], receiptNo: refundNo };
}

/** A channel's transfer that fits no days by itself: all days up to one, to the fen. */
async function settle(context: Context, line: LineRow, { through }: Decision): Promise<Deed> {
  if (line.via !== 'wechat' && line.via !== 'alipay') throw new AppError('ACTION_NOT_FOR_LINE', { action: 'settle', kind: line.kind });
  const last = through ?? addDays(line.on, -1);
  const { entryId } = await settleThrough(context, { channel: line.via, through: last > line.on ? line.on : last, netFen: line.amountFen, on: line.on });
  await insertMatches(context.db, [[entryId, line.lineId]]);
  return { state: 'matched', entryIds: [entryId] };
}

/** Takes a decision back: the line is an exception again, and left to a person. */
async function reopen(context: Context, line: LineRow): Promise<Deed> {
  const { db } = context;
  if (line.state === 'exception') throw new AppError('CHANNEL_LINE_RESOLVED', { lineId: line.lineId });
  if (line.settlementId !== null || (line.channel === 'bank' && line.kind === 'transfer' && line.state === 'matched')) throw new AppError('CHANNEL_LINE_SETTLED', { lineId: line.lineId });
  await releaseLine(context, line);
  await deleteMatches(db, line.lineId);
  const reason = { payment: 'NOT_REGISTERED', refund: 'REFUND_UNKNOWN', fee: 'BANK_FEE', transfer: 'NOT_SETTLED', out: 'OUTGOING' }[line.kind];
  await setLineState(db, line.lineId, 'exception', reason, true);
  return { state: 'exception', entryIds: [] };
}

