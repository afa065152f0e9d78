import { postEntry, reverseEntry, type Posting } from '../../../db/ledger.ts';
import { findSettlement, insertSettlement, insertSettlementEntry, insertSettlementUndo, listSettlementEntries, listUnsettledDays, sumUnsettled, sumUnsettledFunds } from '../../../db/queries/channel-settlements.ts';
import { getEstate } from '../../../db/queries/estate.ts';
import { checkOpen } from '../../../db/queries/periods.ts';
import type { Fund } from '../../../shared/contract/ledger.ts';
import { checkSettlement, settlementPostings, type SettlementPosting } from '../../../shared/domain/channel-settle.ts';
import { channelAccounts, type SettlingChannel } from '../../../shared/domain/channel-types.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';

export const CHANNEL_NAMES: Readonly<Record<'wechat' | 'alipay' | 'bank', string>> = { wechat: '微信', alipay: '支付宝', bank: '银行' };

/** Settles by hand what no bank file shows: all whole days up to `through`. */
export const settleChannel: Handler<'channels.settle'> = async (context, { channel, through, netFen, on }) => {
  const { db, today } = context;
  if (on > today) throw new AppError('DATE_IN_FUTURE', { date: on, today });
  const { opensOn } = await getEstate(db);
  if (on < opensOn) throw new AppError('DATE_BEFORE_OPENING', { date: on, opensOn });
  await checkOpen(db, on);
  return settleThrough(context, { channel, through: through > on ? on : through, netFen, on });
};

export type Settled = { settlementId: number; entryId: number; grossFen: number; refundFen: number; feeFen: number; netFen: number; lines: number };
type Wanted = { channel: SettlingChannel; through: string; netFen: number; on: string };

/** All unsettled days up to one. Throws NOTHING_TO_SETTLE, SETTLEMENT_HAS_EXCEPTIONS, SETTLEMENT_DIFFERS. */
export async function settleThrough(context: Context, { channel, through, netFen, on }: Wanted): Promise<Settled> {
  const days = (await listUnsettledDays(context.db, channel)).filter((day) => day.on <= through);
  const [first] = days;
  if (!first) throw new AppError('NOTHING_TO_SETTLE', { channel, through });
  checkSettlement(days, netFen);
  return settleDays(context, { channel, from: first.on, through: days.at(-1)?.on ?? through, netFen, on });
}

/** Posts the settlement of whole days that were checked: each fund's money moves to the bank, the fee is the company's. */
export async function settleDays({ db, user, now }: Context, { channel, from, through, netFen, on }: Wanted & { from: string }): Promise<Settled> {
  const sums = await sumUnsettled(db, channel, from, through);
  const funds = await sumUnsettledFunds(db, channel, from, through);
  const movedFen = funds.reduce((sum, { amountFen }) => sum + amountFen, 0);
  // Lines are matched to the fen, so this cannot differ; if it did, money would be left in transit for ever.
  if (movedFen !== sums.grossFen - sums.refundFen) throw new RangeError(`lines of ${channel} sum to ${sums.grossFen - sums.refundFen}, their entries to ${movedFen}`);
  const postings = settlementPostings(channelAccounts[channel], funds, sums.feeFen);
  // Days whose lines cancel each other to nothing leave nothing to post.
  if (postings.length === 0) throw new AppError('NOTHING_TO_SETTLE', { channel, through });
  const settlementId = await insertSettlement(db, { ...sums, channel, from, through, netFen, on, userId: user.userId, userName: user.name, at: now.toISOString() });
  const days = from === through ? from : `${from} 至 ${through}`;
  const entryId = await postEntry(db, { on, kind: 'settlement', memo: `${CHANNEL_NAMES[channel]}结算 ${days}`, by: user.userId, at: now, postings: ledgerPostings(postings) });
  await insertSettlementEntry(db, settlementId, entryId);
  return { settlementId, entryId, grossFen: sums.grossFen, refundFen: sums.refundFen, feeFen: sums.feeFen, netFen, lines: sums.lines };
}

/** Funds come from postings of the ledger, so they are its funds. */
export function ledgerPostings(postings: readonly SettlementPosting[]): Posting[] {
  return postings.map(({ account, fund, amountFen }) => ({ account, fund: fund as Fund, amountFen }));
}

export const undoSettlement: Handler<'channels.undoSettlement'> = async ({ db, user, now, today }, { settlementId, reason }) => {
  const settlement = await findSettlement(db, settlementId);
  if (!settlement) throw new AppError('NO_SUCH_SETTLEMENT', { settlementId });
  if (settlement.undoneOn !== null) throw new AppError('SETTLEMENT_ALREADY_UNDONE', { settlementId });
  const on = today > settlement.on ? today : settlement.on;
  const entryIds: number[] = [];
  for (const entryId of await listSettlementEntries(db, settlementId)) {
    entryIds.push(await reverseEntry(db, entryId, { kind: 'settlement', on, memo: `撤销${CHANNEL_NAMES[settlement.channel]}结算 ${settlement.from} 至 ${settlement.through}`, by: user.userId, at: now }));
  }
  await insertSettlementUndo(db, { settlementId, on, reason, userId: user.userId, userName: user.name, at: now.toISOString() });
  return { entryIds };
};
