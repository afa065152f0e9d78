import { postEntry, type EntryKind, type Posting } from '../../../../db/ledger.ts';
import { listHeldCash } from '../../../../db/queries/shift-facts.ts';
import { sumHeldOn } from '../../../../db/queries/channel-sample.ts';
import { settlementPostings } from '../../../../shared/domain/channel-settle.ts';
import { channelAccounts } from '../../../../shared/domain/channel-types.ts';
import { sumFen } from '../../../../shared/domain/money.ts';
import { lastDay } from '../../../../shared/domain/period.ts';
import { splitBanked } from '../../../../shared/domain/shift.ts';
import type { Context } from '../../../context.ts';
import { CHANNEL_NAMES, ledgerPostings } from '../../channels/settle.ts';
import { clock, instantOf } from './desk.ts';
import { sampleFee } from './plan-channel-lines.ts';
import { FLOAT_FEN } from './shifts.ts';
import type { Step } from './timeline.ts';

/**
 * How a month's money reaches the bank where nobody counted shifts and imported files: cash by one slip, and what WeChat
 * and Alipay hold by one settlement each. `counted`: shifts bank their own cash; `last`: its files are still to come.
 */
export function planMonthEnd(month: string, { counted, last }: { counted: boolean; last: boolean }): Step[] {
  const evening = (time: string): Date => instantOf(lastDay(month), clock(time));
  const banking: Step = { at: evening('17:56'), by: 'cashier', run: bankCash };
  const settling = (['wechat', 'alipay'] as const).map((channel): Step => ({ at: evening('18:05'), by: 'manager', run: (context) => settleMonth(context, channel, month) }));
  return [...(counted ? [] : [banking]), ...(last ? [] : settling)];
}

async function bankCash(context: Context): Promise<void> {
  const held = await listHeldCash(context.db);
  const bankedFen = sumFen(held.map(({ amountFen }) => amountFen)) - FLOAT_FEN;
  if (bankedFen <= 0) return;
  const parts = splitBanked(bankedFen, [], held).map(({ fund, amountFen }) => ({ account: '1001', fund, amountFen: -amountFen }));
  const postings = ledgerPostings(parts.flatMap((part) => [{ ...part, account: '1002.01', amountFen: -part.amountFen }, part]));
  await post(context, 'banking', `解款 ${context.today.slice(0, 7)}`, postings);
}

async function settleMonth(context: Context, channel: 'wechat' | 'alipay', month: string): Promise<void> {
  const held = await sumHeldOn(context.db, channelAccounts[channel]);
  const feeFen = sampleFee(sumFen(held.map(({ amountFen }) => Math.max(0, amountFen))));
  const postings = ledgerPostings(settlementPostings(channelAccounts[channel], held, feeFen));
  if (postings.length > 0) await post(context, 'settlement', `${CHANNEL_NAMES[channel]}结算 ${month}`, postings);
}

async function post({ db, user, now, today }: Context, kind: EntryKind, memo: string, postings: Posting[]): Promise<void> {
  await postEntry(db, { on: today, kind, memo, by: user.userId, at: now, postings });
}
