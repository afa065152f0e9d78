import { sumMissing } from '../../../db/queries/channel-entries.ts';
import { listUnsettledDays } from '../../../db/queries/channel-settlements.ts';
import { sumAccount, sumFiles, sumInTransit } from '../../../db/queries/channel-summary.ts';
import type { Db } from '../../../db/sql.ts';
import { channelNames, type ChannelName } from '../../../shared/domain/channel-types.ts';
import { firstDay, lastDay } from '../../../shared/domain/period.ts';
import type { Handler } from '../../context.ts';

/** A month of each channel, by the books and by its files, and whether what is in transit is what the account holds. */
export const summariseChannels: Handler<'channels.summary'> = async ({ db }, { month }) => ({ items: await Promise.all(channelNames.map((channel) => summarise(db, channel, { from: firstDay(month), to: lastDay(month) }))) });

type Summary = Awaited<ReturnType<Handler<'channels.summary'>>>['items'][number];

async function summarise(db: Db, channel: ChannelName, days: { from: string; to: string }): Promise<Summary> {
  const files = await sumFiles(db, channel, days);
  const { count: missing, amountFen: missingFen } = await sumMissing(db, { channel, ...days });
  const account = await sumAccount(db, channel, days);
  if (channel === 'bank') return { channel, ...files, ...account, missing, missingFen, openingFen: 0, heldFen: 0, settledFen: 0, balanceFen: 0, inTransitFen: missingFen, differenceFen: 0, funds: [], dueFen: 0, dueThrough: null };
  const funds = await sumInTransit(db, channel, days.to);
  const inTransitFen = funds.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const due = (await listUnsettledDays(db, channel)).filter(({ on }) => on <= days.to);
  return {
    channel, ...files, ...account, missing, missingFen, inTransitFen, differenceFen: account.balanceFen - inTransitFen, funds,
    dueFen: due.reduce((sum, { netFen }) => sum + netFen, 0), dueThrough: due.at(-1)?.on ?? null,
  };
}
