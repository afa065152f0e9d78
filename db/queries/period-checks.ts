import { channelAccounts, type SettlingChannel } from '../../shared/domain/channel-types.ts';
import { row, rows, type Db } from '../sql.ts';

/** What is counted before a month is closed. Days are the last of the month. */

const FUNDS = `('property', 'common', 'agency', 'deposit', 'maintenance')`;
/** Money that passes the desk. */
const DESK = `('payment', 'refund', 'deposit', 'deposit-return', 'charging-topup', 'charging-payback')`;

/** Days up to one on which money passed the desk or a shift was closed, and which no closed day counts: a closed day counts all before it. Reads the entries since the last of them. */
export async function listOpenDays(db: Db, on: string): Promise<string[]> {
  const found = await rows<{ day: string }>(db, `with last as (select coalesce(max(on_date), '') as day, coalesce(max(to_entry), 0) as entry from day_close),
      days as (select date(e.posted_at, '+8 hours') as day from entry e where e.entry_id > (select entry from last) and (e.kind in ${DESK} or (e.kind = 'reversal' and exists (select 1 from entry o where o.entry_id = e.reverses and o.kind in ${DESK})))
        union select closed_on from shift where closed_on is not null)
    select day from days where day > (select day from last) and day <= ? order by day`, [on]);
  return found.map(({ day }) => day);
}

/** Lines of channel files up to a day that nobody decided on. Index: channel_line_exception. */
export async function countOpenExceptions(db: Db, on: string): Promise<number> {
  return (await row<{ count: number }>(db, `select count(*) as count from channel_line where state = 'exception' and on_date <= ?`, [on]))?.count ?? 0;
}

/** What a channel's account holds on a day that no line of its files, unsettled then, explains; 0 where it holds nothing. Indexes: posting_account, channel_line_day. */
export async function unmatchedInTransit(db: Db, channel: SettlingChannel, on: string): Promise<number> {
  const account = channelAccounts[channel];
  const { balanceFen } = await sumAccountOn(db, account, on);
  if (balanceFen === 0) return 0;
  const found = await row<{ fen: number | null }>(db, `select sum(p.amount_fen) as fen from channel_line l join channel_match m using (line_id) join posting p on p.entry_id = m.entry_id and p.account = ?
    where l.channel = ? and l.on_date <= ? and p.on_date <= ? and (l.settlement_id is null or (select s.on_date from channel_settlement s where s.settlement_id = l.settlement_id) > ?)`, [account, channel, on, on, on]);
  return balanceFen - (found?.fen ?? 0);
}

/** Lines of chargers that wait and ended in a month or before; one whose times cannot be read is of the month its file begins. Index: charging_review_open. */
export async function countWaitingLines(db: Db, month: string): Promise<number> {
  const moment = (column: string): string => `case when json_extract(r.cells, '$.${column}') glob '[12][0-9][0-9][0-9]-[01][0-9]-*' then json_extract(r.cells, '$.${column}') end`;
  return (await row<{ count: number }>(db, `select count(*) as count from charging_review r join charging_batch b using (batch_id) where r.state = 'open' and substr(coalesce(${moment('end')}, ${moment('start')}, b.from_on), 1, 7) <= ?`, [month]))?.count ?? 0;
}

/** Months in which chargers sold and which have no bill of the grid; both ends included. */
export async function listMonthsWithoutBill(db: Db, from: string, to: string): Promise<string[]> {
  const found = await rows<{ month: string }>(db, `select distinct bucket as month from charging_sum s where dim = 'kind' and bucket between ? and ? and length(bucket) = 7 and sessions > 0 and not exists (select 1 from charging_grid_bill g where g.month = s.bucket) order by bucket`, [from, to]);
  return found.map(({ month }) => month);
}

/** What an account of the books holds on a day, over all funds, and by how many postings. Index: posting_account. */
export async function sumAccountOn(db: Db, account: string, on: string): Promise<{ balanceFen: number; postings: number }> {
  const found = await row<{ fen: number | null; postings: number }>(db, `select sum(amount_fen) as fen, count(*) as postings from posting where account = ? and fund in ${FUNDS} and on_date <= ?`, [account, on]);
  return { balanceFen: found?.fen ?? 0, postings: found?.postings ?? 0 };
}

/** Funds whose postings up to a day do not sum to nothing; receivables on no bill, and prepayments of no home. */
export async function sumsOff(db: Db, on: string): Promise<{ funds: { fund: string; fen: number }[]; receivableFen: number; prepaidFen: number }> {
  const funds = await rows<{ fund: string; fen: number }>(db, 'select fund, sum(amount_fen) as fen from posting where on_date <= ? group by fund having sum(amount_fen) <> 0 order by fund', [on]);
  const found = await row<{ receivable: number | null; prepaid: number | null }>(db, `select (select sum(abs(amount_fen)) from posting where account = '1122' and fund in ${FUNDS} and on_date <= ? and bill_id is null) as receivable,
    (select sum(abs(amount_fen)) from posting where account = '2203' and fund in ${FUNDS} and on_date <= ? and home_id is null) as prepaid`, [on, on]);
  return { funds, receivableFen: found?.receivable ?? 0, prepaidFen: found?.prepaid ?? 0 };
}
