import { channelAccounts, type ChannelName, type SettlingChannel } from '../../shared/domain/channel-types.ts';
import { row, rows, type Db } from '../sql.ts';

const FUNDS = `('property', 'common', 'agency', 'deposit', 'maintenance')`;

/** Which kind of movement an entry is on a channel's account: a settlement (or its mirror), our own hold, or somebody's money. */
const CLASS = `case when exists (select 1 from channel_settlement_entry s where s.entry_id in (e.entry_id, e.reverses)) then 'settled'
  when e.kind = 'settlement' then 'held' else 'money' end`;

export type AccountSums = { openingFen: number; takenFen: number; returnedFen: number; heldFen: number; settledFen: number; bankedFen: number; balanceFen: number };

/** A month of a channel's account in the books: what came, went, was held and settled. Index: posting_account. */
export async function sumAccount(db: Db, channel: ChannelName, { from, to }: { from: string; to: string }): Promise<AccountSums> {
  const account = channelAccounts[channel];
  const found = await row<Record<keyof AccountSums, number | null>>(db, `with moved as (select p.entry_id, sum(p.amount_fen) as fen from posting p where p.account = ? and p.fund in ${FUNDS} and p.on_date between ? and ? group by p.entry_id),
      classed as (select x.entry_id, x.fen, ${CLASS} as class from moved x join entry e using (entry_id))
    select (select sum(amount_fen) from posting where account = ? and fund in ${FUNDS} and on_date < ?) as openingFen,
      (select sum(amount_fen) from posting where account = ? and fund in ${FUNDS} and on_date <= ?) as balanceFen,
      sum(case when class = 'money' and fen > 0 then fen end) as takenFen, -sum(case when class = 'money' and fen < 0 then fen end) as returnedFen, sum(case when class = 'held' then fen end) as heldFen, -sum(case when class = 'settled' then fen end) as settledFen,
      (select sum(b.amount_fen) from classed c join posting b using (entry_id) where c.class = 'settled' and b.account = '1002.01') as bankedFen from classed`, [account, from, to, account, from, account, to]);
  return { openingFen: found?.openingFen ?? 0, takenFen: found?.takenFen ?? 0, returnedFen: found?.returnedFen ?? 0, heldFen: found?.heldFen ?? 0, settledFen: found?.settledFen ?? 0, bankedFen: found?.bankedFen ?? 0, balanceFen: found?.balanceFen ?? 0 };
}

/**
 * What is in transit on a day, by fund, added up from documents: all that moved the channel's money by then but settlements, less the entries of lines that a
 * settlement had which stood then. The balance is this sum only if settlements posted what their lines come to, fund by fund. Index: posting_account (covering).
 */
export function sumInTransit(db: Db, channel: SettlingChannel, on: string): Promise<{ fund: string; amountFen: number }[]> {
  const account = channelAccounts[channel];
  return rows(db, `select fund, sum(fen) as amountFen from (
      select fund, sum(amount_fen) as fen from posting where account = ? and fund in ${FUNDS} and on_date <= ? group by fund
      union all select p.fund, -sum(p.amount_fen) from channel_settlement_entry s join entry e on e.entry_id = s.entry_id or e.reverses = s.entry_id join posting p on p.entry_id = e.entry_id where p.account = ? and p.on_date <= ? group by p.fund
      union all select p.fund, -sum(p.amount_fen) from channel_settlement s left join channel_settlement_undo u using (settlement_id) join channel_settlement_line l using (settlement_id) join channel_match m using (line_id) join posting p on p.entry_id = m.entry_id
        where s.channel = ? and s.on_date <= ? and (u.on_date is null or u.on_date > ?) and p.account = ? group by p.fund)
    group by fund having sum(fen) <> 0 order by fund`, [account, on, account, on, channel, on, on, account]);
}

export type FileSums = { files: number; fileFen: number; fileRefundFen: number; feeFen: number; lines: number; matched: number; matchedFen: number; exceptions: number; exceptionFen: number; ignored: number };

/** What the files say of a month, and how far it is reconciled; index: channel_line_day. */
export async function sumFiles(db: Db, channel: ChannelName, { from, to }: { from: string; to: string }): Promise<FileSums> {
  const found = await row<FileSums>(db, `select (select count(*) from channel_file f where f.channel = ? and f.from_on <= ? and f.to_on >= ?) as files,
    coalesce(sum(case when kind = 'payment' then amount_fen end), 0) as fileFen, coalesce(-sum(case when kind in ('refund', 'out') then amount_fen end), 0) as fileRefundFen, coalesce(sum(fee_fen - case when kind = 'fee' then amount_fen else 0 end), 0) as feeFen,
    count(*) as lines, coalesce(sum(state in ('matched', 'held')), 0) as matched, coalesce(sum(case when state in ('matched', 'held') then amount_fen end), 0) as matchedFen,
    coalesce(sum(state = 'exception'), 0) as exceptions, coalesce(sum(case when state = 'exception' then amount_fen end), 0) as exceptionFen, coalesce(sum(state = 'ignored'), 0) as ignored
    from channel_line where channel = ? and on_date between ? and ?`, [channel, to, from, channel, from, to]);
  return found ?? { files: 0, fileFen: 0, fileRefundFen: 0, feeFen: 0, lines: 0, matched: 0, matchedFen: 0, exceptions: 0, exceptionFen: 0, ignored: 0 };
}
