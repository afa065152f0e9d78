import { postEntry, reverseEntry, type Posting } from '../../../db/ledger.ts';
import { insertSettlementEntry, sumLineFunds } from '../../../db/queries/channel-settlements.ts';
import { listOwnEntries } from '../../../db/queries/channel-entries.ts';
import { insertMatches, type LineRow } from '../../../db/queries/channels.ts';
import { checkOpen } from '../../../db/queries/periods.ts';
import { regroupPostings, type FundSum } from '../../../shared/domain/channel-settle.ts';
import { channelAccounts } from '../../../shared/domain/channel-types.ts';
import type { Context } from '../../context.ts';
import { CHANNEL_NAMES, ledgerPostings } from './settle.ts';

/** Money that came or went and nobody knows whose it is, until somebody does. */
const HELD_ACCOUNT = '2241.09';
/** Bank charges and interest. */
const FEE_ACCOUNT = '5603';

type OwnMove = { account: string; amountFen: number; word: string };

/** Posts our own move for a line, in the fund `property`, dated its day, and makes it the line's. */
async function postOwnMove({ db, user, now }: Context, line: LineRow, { account, amountFen, word }: OwnMove): Promise<number> {
  await checkOpen(db, line.on);
  const postings: Posting[] = [{ account: channelAccounts[line.channel], fund: 'property', amountFen }, { account, fund: 'property', amountFen: -amountFen }];
  const entryId = await postEntry(db, { on: line.on, kind: 'settlement', memo: [`${CHANNEL_NAMES[line.channel]}${word}`, line.counterparty, line.transactionNo].filter(Boolean).join(' '), by: user.userId, at: now, postings });
  await insertMatches(db, [[entryId, line.lineId]]);
  return entryId;
}

/** Takes unidentified money into 2241.09. */
export function holdLine(context: Context, line: LineRow): Promise<number> {
  return postOwnMove(context, line, { account: HELD_ACCOUNT, amountFen: line.amountFen, word: '暂收待查' });
}

/** Takes the bank's charge (or interest, which lessens it) to 5603; of a card terminal what it kept. */
export function bookFee(context: Context, line: LineRow, amountFen: number): Promise<number> {
  return postOwnMove(context, line, { account: FEE_ACCOUNT, amountFen, word: amountFen < 0 ? '手续费' : '利息' });
}

/** Takes back our own moves for a line by their mirrors, which are its own too: together they are nothing, on every day. */
export async function releaseLine({ db, user, now, today }: Context, line: LineRow): Promise<void> {
  for (const entryId of await listOwnEntries(db, line.lineId)) {
    const mirror = await reverseEntry(db, entryId, { kind: 'settlement', on: today > line.on ? today : line.on, memo: `撤回${CHANNEL_NAMES[line.channel]}处理 凭证 ${entryId}`, by: user.userId, at: now });
    await insertMatches(db, [[mirror, line.lineId]]);
  }
}

/**
 * When a line that was settled as one fund's money turns out to be of others: moves it between them in transit and at the bank alike, so that no
 * fund keeps another's money. The entry belongs to the settlement.
 */
export async function regroupSettled({ db, user, now, today }: Context, line: LineRow, before: readonly FundSum[]): Promise<void> {
  if (line.settlementId === null) return;
  const account = channelAccounts[line.channel];
  const postings = regroupPostings(account, before, await sumLineFunds(db, line.lineId, account));
  if (postings.length === 0) return;
  const entryId = await postEntry(db, { on: today, kind: 'settlement', memo: `${CHANNEL_NAMES[line.channel]}结算分清归属 ${line.transactionNo}`.trim(), by: user.userId, at: now, postings: ledgerPostings(postings) });
  await insertSettlementEntry(db, line.settlementId, entryId);
}
