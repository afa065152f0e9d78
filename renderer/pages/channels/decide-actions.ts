import type { CallInput, Output } from '../../../shared/contract/index.ts';
import type { LineItem } from './line-columns.tsx';

export type Action = CallInput<'channels.resolve'>['action'];
export type Decision = Omit<CallInput<'channels.resolve'>, 'lineId'>;

/** The key of each action; digits choose a receipt or a home. */
export const ACTION_KEYS: Readonly<Partial<Record<Action, string>>> = { reissue: 'R', refund: 'T', hold: 'H', fee: 'F', settle: 'S', ignore: 'X', reopen: 'Z' };

/** What can be done about a line besides naming its receipt or home, likeliest first. Main decides again. */
export function actionsFor({ state, kind, channel, amountFen, settlementId }: LineItem, canRefund: boolean): Action[] {
  if (state === 'matched') return settlementId !== null || (channel === 'bank' && kind === 'transfer') ? [] : ['reopen'];
  if (state === 'ignored') return ['reopen'];
  const fits: Partial<Record<Action, boolean>> = {
    settle: kind === 'transfer', reissue: kind === 'payment' && canRefund, refund: kind === 'refund' && canRefund, fee: channel === 'bank' && kind !== 'transfer' && (kind === 'fee' || amountFen < 0),
    hold: state !== 'held' && kind !== 'fee' && kind !== 'transfer', ignore: state === 'exception', reopen: state === 'held' && settlementId === null,
  };
  return (['settle', 'reissue', 'refund', 'fee', 'hold', 'ignore', 'reopen'] as const).filter((action) => fits[action]);
}

/** These move money, which is the manager's. */
export const MANAGERS: readonly Action[] = ['register', 'reissue', 'refund', 'hold', 'fee', 'settle'];
/** These need a word. */
export const REASONED: readonly Action[] = ['ignore', 'reopen'];

type Entry = Output<'channels.candidates'>['entries'][number];

/** Of a bank's line what a card terminal kept: what the receipt has more, if that is little; else 0. */
export function terminalFee(line: LineItem, { amountFen }: Entry): number {
  const keptFen = amountFen - line.amountFen;
  return line.channel === 'bank' && line.kind === 'payment' && keptFen > 0 && keptFen * 50 <= amountFen ? keptFen : 0;
}

/** A receipt of another amount is shown, but cannot be the line. */
export function fitsAmount(line: LineItem, entry: Entry): boolean {
  return entry.sameAmount || terminalFee(line, entry) > 0;
}

/** The decision that a line is an entry. */
export function matchOf(line: LineItem, entry: Entry): Decision {
  const feeFen = terminalFee(line, entry);
  return { action: 'match', entryIds: [entry.entryId], ...(feeFen > 0 && { feeFen }) };
}
