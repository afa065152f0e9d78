import type { SampleMove, SamplePayment } from '../../../../db/queries/channel-sample.ts';
import { divideHalfUp } from '../../../../shared/domain/money.ts';
import { addDays, lastDay } from '../../../../shared/domain/period.ts';
import type { Random } from './random.ts';

/** A line that WeChat or Alipay would have: a payment, or money it gave back. */
export type SampleLine = { on: string; clock: string; transactionNo: string; orderNo: string; refundNo: string; amountFen: number; feeFen: number; payer: string; goods: string };

/** What both channels take: 0.6% of each payment, rounded half up. */
export function sampleFee(amountFen: number): number {
  return Number(divideHalfUp(BigInt(amountFen) * 6n, 1000n));
}

/** What a file is made to get wrong, in the order in which it is decided. */
export type Fault = 'MISSING' | 'AMOUNT' | 'REFUND' | 'UNKNOWN';

type Month = { month: string; payments: readonly SamplePayment[]; moves: readonly SampleMove[] };

/**
 * The lines that a channel would have for a month of payments, deposits and money given back, with one fault of each kind asked for: a payment it lacks, one of ten yuan more, one it gave back
 * two days later, and one of somebody without a receipt. By time.
 */
export function planChannelLines(random: Random, channel: 'wechat' | 'alipay', { month, payments, moves }: Month, faults: readonly Fault[]): { lines: SampleLine[]; faults: string[] } {
  const told: string[] = [];
  // Of what was given back in part, the channel has all.
  const givenBack = new Set(moves.map(({ transactionNo }) => transactionNo));
  const left = payments.filter(({ transactionNo }) => !givenBack.has(transactionNo));
  const takeOne = (): SamplePayment | undefined => (left.length > 3 ? left.splice(random.below(left.length), 1)[0] : undefined);
  const lines: SampleLine[] = [];
  const has = (fault: Fault) => faults.includes(fault);
  const missing = has('MISSING') ? takeOne() : undefined;
  if (missing) told.push(`MISSING_IN_FILE ${missing.receiptNo}`);
  const off = has('AMOUNT') ? takeOne() : undefined;
  if (off) {
    told.push(`AMOUNT_DIFFERS ${off.receiptNo}`);
    lines.push(lineOf({ ...off, amountFen: off.amountFen + 1_000 }));
  }
  const back = has('REFUND') ? takeOne() : undefined;
  if (back) {
    told.push(`REFUND_UNKNOWN ${back.receiptNo}`);
    const line = lineOf(back);
    const on = [addDays(line.on, 2), lastDay(month)].sort()[0] ?? line.on;
    lines.push(line, { ...line, on, clock: '18:20:07', refundNo: channel === 'wechat' ? `5030${random.digits(24)}` : `TK${random.digits(16)}`, amountFen: -line.amountFen, feeFen: -line.feeFen });
  }
  lines.push(...left.map(lineOf), ...payments.filter(({ transactionNo }) => givenBack.has(transactionNo)).map(lineOf));
  if (has('UNKNOWN')) {
    const on = `${month}-${String(5 + random.below(20)).padStart(2, '0')}`;
    const compact = on.replaceAll('-', '');
    told.push('NOT_REGISTERED');
    lines.push(lineOf({ receivedOn: on, clock: '20:41:33', transactionNo: channel === 'wechat' ? `4200${random.digits(6)}${compact}${random.digits(10)}` : `${compact}2200${random.digits(16)}`, paymentNo: 900_000 + random.below(90_000), amountFen: 10_000 + 100 * random.below(400), payer: '', receiptNo: '' }));
  }
  lines.push(...moves.map((move) => lineOfMove(move, channel === 'wechat' ? `5030${random.digits(24)}` : `TK${random.digits(16)}`)));
  return { lines: lines.sort((one, other) => `${one.on} ${one.clock} ${one.transactionNo}`.localeCompare(`${other.on} ${other.clock} ${other.transactionNo}`)), faults: told };
}

function lineOf({ receivedOn, clock, transactionNo, paymentNo, amountFen, payer }: SamplePayment): SampleLine {
  return { on: receivedOn, clock, transactionNo, orderNo: `WY${receivedOn.replaceAll('-', '')}${String(paymentNo).padStart(8, '0')}`, refundNo: '', amountFen, feeFen: sampleFee(amountFen), payer, goods: '物业费' };
}

function lineOfMove({ entryId, on, clock, kind, transactionNo, amountFen, payer }: SampleMove, refundNo: string): SampleLine {
  const feeFen = sampleFee(Math.abs(amountFen));
  return { on, clock, transactionNo, orderNo: `YJ${on.replaceAll('-', '')}${String(entryId).padStart(8, '0')}`, refundNo: amountFen < 0 ? refundNo : '', amountFen, feeFen: amountFen < 0 ? -feeFen : feeFen, payer, goods: kind.startsWith('charging') ? '充电预存' : '装修押金' };
}

export type Transfer = { on: string; amountFen: number };

/** What a channel pays to the bank: each day's lines less its fee, on the day after; days that come to nothing or less wait for the next. */
export function transfersOf(lines: readonly SampleLine[], month: string): Transfer[] {
  const days = new Map<string, number>();
  for (const { on, amountFen, feeFen } of lines) days.set(on, (days.get(on) ?? 0) + amountFen - feeFen);
  const transfers: Transfer[] = [];
  let waitingFen = 0;
  for (const [on, netFen] of [...days].sort(([left], [right]) => left.localeCompare(right))) {
    waitingFen += netFen;
    const paidOn = addDays(on, 1);
    if (waitingFen <= 0 || paidOn.slice(0, 7) !== month) continue;
    transfers.push({ on: paidOn, amountFen: waitingFen });
    waitingFen = 0;
  }
  return transfers;
}
