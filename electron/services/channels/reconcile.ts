import { listFreeEntries, listNumberedEntries, type EntryFacts } from '../../../db/queries/channel-entries.ts';
import { findUnshownSettlement, listUnsettledDays, listWaitingTransfers, type WaitingTransfer } from '../../../db/queries/channel-settlements.ts';
import { applyVerdicts, countExceptions, insertMatches, listKnownNumbers, listOpenLines, setLineState } from '../../../db/queries/channels.ts';
import type { Db } from '../../../db/sql.ts';
import { isClosed } from '../../../db/queries/periods.ts';
import { matchLines, type BookEntry } from '../../../shared/domain/channel-match.ts';
import { findSettledDays } from '../../../shared/domain/channel-settle.ts';
import { channelNames, type ChannelName } from '../../../shared/domain/channel-types.ts';
import type { Context, Handler } from '../../context.ts';
import { settleDays } from './settle.ts';

/**
 * Matches all lines of a channel that nobody took in hand, those of earlier files among them, and then settles the transfers that the bank showed and
 * that now fit. Answers how many settlements it posted or found.
 */
export async function reconcile(context: Context, channel: ChannelName): Promise<number> {
  await matchOpenLines(context.db, channel);
  return settleTransfers(context);
}

/** Everything anew: a receipt that was issued again at the desk is its line's. */
export const rematch: Handler<'channels.rematch'> = async (context) => {
  const count = async (): Promise<number> => (await Promise.all(channelNames.map((channel) => countExceptions(context.db, channel)))).reduce((sum, each) => sum + each, 0);
  const before = await count();
  let settled = 0;
  for (const channel of channelNames) settled += await reconcile(context, channel);
  const left = await count();
  return { matched: before - left, settled, left };
};

async function matchOpenLines(db: Db, channel: ChannelName): Promise<void> {
  const lines = await listOpenLines(db, channel);
  if (lines.length === 0) return;
  const days = lines.map(({ on }) => on).sort();
  const numbers = [...new Set(lines.flatMap(({ transactionNo, orderNo }) => [transactionNo, orderNo]))].filter(Boolean);
  const known = await listKnownNumbers(db, channel, numbers);
  const sameDays = await listFreeEntries(db, channel, { from: earlier(days[0] ?? ''), to: days.at(-1) ?? '' });
  const sameNumbers = await listNumberedEntries(db, channel, numbers, [...new Set(known.paymentOf.values())]);
  const entries = new Map([...sameDays, ...sameNumbers].map((entry) => [entry.entryId, bookEntry(entry)]));
  await applyVerdicts(db, matchLines(channel, lines, [...entries.values()].sort((left, right) => left.entryId - right.entryId), known));
}

/** A card terminal's first transfer of a file is of days before it. */
function earlier(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 4 * 86_400_000).toISOString().slice(0, 10);
}

function bookEntry({ entryId, on, amountFen, number, originalId, undone, byCard }: EntryFacts): BookEntry {
  return { entryId, on, amountFen, number, originalId, undone: undone === 1, byCard: byCard === 1 };
}

/** Settles what the bank's transfers show, oldest first: each may need the one before it. */
export async function settleTransfers(context: Context): Promise<number> {
  let settled = 0;
  for (const transfer of await listWaitingTransfers(context.db)) if (await settleTransfer(context, transfer)) settled += 1;
  return settled;
}

async function settleTransfer(context: Context, { lineId, on, amountFen, via }: WaitingTransfer): Promise<boolean> {
  const { db } = context;
  const known = await findUnshownSettlement(db, via, amountFen, on);
  // A transfer of a month that was closed meanwhile waits on the work list: it settles when the month is opened again.
  const range = known || (await isClosed(db, on.slice(0, 7))) ? undefined : findSettledDays(await listUnsettledDays(db, via), amountFen, on);
  const entryId = known?.entryId ?? (range && (await settleDays(context, { channel: via, ...range, netFen: amountFen, on })).entryId);
  if (entryId === undefined) return false;
  await insertMatches(db, [[entryId, lineId]]);
  await setLineState(db, lineId, 'matched', '', false);
  return true;
}
