import type { CallInput } from '../../../shared/contract/index.ts';
import type { LineItem } from './line-columns.tsx';

export type Action = CallInput<'channels.resolve'>['action'];
export type Decision = Omit<CallInput<'channels.resolve'>, 'lineId'>;

/** The key of each action; digits choose a receipt or a home. */
export const ACTION_KEYS: Readonly<Partial<Record<Action, string>>> = { refund: 'T', hold: 'H', fee: 'F', settle: 'S', ignore: 'X', reopen: 'Z' };

/** What can be done about a line besides naming its receipt or home, likeliest first. Main decides again. */
export function actionsFor({ state, kind, channel, amountFen, settlementId }: LineItem, canRefund: boolean): Action[] {
  if (state === 'matched') return settlementId !== null || (channel === 'bank' && kind === 'transfer') ? [] : ['reopen'];
  if (state === 'ignored') return ['reopen'];
  const fits: Partial<Record<Action, boolean>> = {
    settle: kind === 'transfer', refund: kind === 'refund' && canRefund, fee: channel === 'bank' && kind !== 'transfer' && (kind === 'fee' || amountFen < 0),
    hold: state !== 'held' && kind !== 'fee' && kind !== 'transfer', ignore: state === 'exception', reopen: state === 'held' && settlementId === null,
  };
  return (['settle', 'refund', 'fee', 'hold', 'ignore', 'reopen'] as const).filter((action) => fits[action]);
}

/** These move money, which is the manager's. */
export const MANAGERS: readonly Action[] = ['register', 'refund', 'hold', 'fee', 'settle'];
/** These need a word. */
export const REASONED: readonly Action[] = ['ignore', 'reopen'];
