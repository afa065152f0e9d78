import { channelAccounts, type ChannelName } from '../../shared/domain/channel-types.ts';
import type { BookEntry } from '../../shared/domain/channel-match.ts';
import { rows, type Db } from '../sql.ts';

/** An entry that moved a channel's money, with the document behind it. */
export type EntryFacts = Omit<BookEntry, 'undone' | 'byCard'> & { kind: string; no: string; label: string; payer: string; undone: number; byCard: number };

// Every fund by name lets posting_account be searched by day within each.
const FUNDS = `('property', 'common', 'agency', 'deposit', 'maintenance')`;

/** Our own moves between channel and bank (settlements, held money, charges) and their mirrors are never somebody's money. */
const OWN = `e.kind = 'settlement'`;
const FREE = 'not exists (select 1 from channel_match m where m.entry_id = e.entry_id)';

const FACTS = `e.entry_id as entryId, e.on_date as "on", e.kind, x.fen as amountFen,
  coalesce(p.transaction_no, rp.transaction_no, fp.transaction_no, d.transaction_no, td.transaction_no, ct.transaction_no, cbt.transaction_no, '') as number, coalesce(rp.entry_id, fp.entry_id, td.entry_id, cbt.entry_id) as originalId,
  p.payment_no is not null and exists (select 1 from payment_reversal u where u.payment_no = p.payment_no) as undone, coalesce(p.method, d.method, ct.method) is 'card' and x.fen > 0 as byCard,
  coalesce(p.receipt_no, r.reversal_no, f.refund_no, d.receipt_no, t.return_no, ct.receipt_no, cb.return_no, '') as no, coalesce(p.label, rp.label, fh.label, d.label, td.label, ct.label, cbt.label, '') as label, coalesce(p.payer, rp.payer, f.payee, d.payer, t.payee, ct.payer, cb.payee, e.memo) as payer`;
/** Each document has one entry, whose index it is found by. */
const DOCUMENTS = `left join payment p on p.entry_id = e.entry_id
  left join payment_reversal r on r.entry_id = e.entry_id left join payment rp on rp.payment_no = r.payment_no
  left join refund f on f.entry_id = e.entry_id left join payment fp on fp.payment_no = f.payment_no left join home fh on fh.home_id = f.home_id
  left join deposit d on d.entry_id = e.entry_id
  left join deposit_return t on t.entry_id = e.entry_id left join deposit td on td.deposit_no = t.deposit_no
  left join charging_topup ct on ct.entry_id = e.entry_id
  left join charging_payback cb on cb.entry_id = e.entry_id left join charging_topup cbt on cbt.topup_no = cb.topup_no`;

type Bindings = (string | number)[];

/** Entries of an account from `from` to `to`, both included; index: posting_account (covering). */
const MOVED = `moved as (select entry_id, sum(amount_fen) as fen from posting where account = ? and fund in ${FUNDS} and on_date between ? and ? group by entry_id)`;

/** Entries that moved a channel's money within days and are no line yet. */
export function listFreeEntries(db: Db, channel: ChannelName, { from, to }: { from: string; to: string }): Promise<EntryFacts[]> {
  return rows(db, `with ${MOVED} select ${FACTS} from moved x join entry e using (entry_id) ${DOCUMENTS} where x.fen <> 0 and ${FREE} and not ${OWN} order by e.entry_id`, [channelAccounts[channel], from, to]);
}

/**
 * Entries of any day that are no line yet: payments, deposits and top-ups with one of the numbers, and what gave back those or the given
 * entries. Indexes: payment_transaction_no, deposit_transaction_no, charging_topup_transaction_no.
 */
export function listNumberedEntries(db: Db, channel: ChannelName, numbers: readonly string[], originals: readonly number[]): Promise<EntryFacts[]> {
  const bindings: Bindings = [JSON.stringify(numbers), JSON.stringify(numbers), JSON.stringify(numbers), JSON.stringify(originals), channelAccounts[channel]];
  return rows(db, `with numbered as (
      select entry_id from payment where transaction_no in (select value from json_each(?))
      union select entry_id from deposit where transaction_no in (select value from json_each(?)) union select entry_id from charging_topup where transaction_no in (select value from json_each(?)) union select value from json_each(?)),
    wanted as (select entry_id from numbered
      union select r.entry_id from numbered n join payment p using (entry_id) join payment_reversal r using (payment_no)
      union select f.entry_id from numbered n join payment p using (entry_id) join refund f using (payment_no)
      union select t.entry_id from numbered n join deposit d using (entry_id) join deposit_return t using (deposit_no)
      union select b.entry_id from numbered n join charging_topup t using (entry_id) join charging_payback b using (topup_no)),
    moved as (select entry_id, sum(amount_fen) as fen from wanted join posting using (entry_id) where account = ? group by entry_id)
    select ${FACTS} from moved x join entry e using (entry_id) ${DOCUMENTS} where x.fen <> 0 and ${FREE} and not ${OWN} order by e.entry_id`, bindings);
}

/** Named entries, matched or not, with what they moved of a channel's money. */
export function listEntryFacts(db: Db, channel: ChannelName, entryIds: readonly number[]): Promise<EntryFacts[]> {
  if (entryIds.length === 0) return Promise.resolve([]);
  return rows(db, `with moved as (select entry_id, sum(amount_fen) as fen from posting where account = ? and entry_id in (select value from json_each(?)) group by entry_id)
    select ${FACTS} from moved x join entry e using (entry_id) ${DOCUMENTS} order by e.entry_id`, [channelAccounts[channel], JSON.stringify(entryIds)]);
}

/** Our own moves for a line (held money, charges) that stand, oldest first. */
export async function listOwnEntries(db: Db, lineId: number): Promise<number[]> {
  const found = await rows<{ entryId: number }>(db, `select e.entry_id as entryId from channel_match m join entry e using (entry_id) where m.line_id = ? and e.kind = 'settlement' and e.reverses is null and not exists (select 1 from entry u where u.reverses = e.entry_id)
    and not exists (select 1 from channel_settlement_entry s where s.entry_id = e.entry_id) order by e.entry_id`, [lineId]);
  return found.map(({ entryId }) => entryId);
}

/** Which lines' entries are which, by line; with what they moved of their channel's money. */
export function listEntriesOfLines(db: Db, lineIds: readonly number[]): Promise<(EntryFacts & { lineId: number })[]> {
  if (lineIds.length === 0) return Promise.resolve([]);
  const account = `case l.channel ${Object.entries(channelAccounts).map(([channel, code]) => `when '${channel}' then '${code}'`).join(' ')} end`;
  return rows(db, `with moved as (select m.line_id, m.entry_id, sum(case when s.account = ${account} then s.amount_fen else 0 end) as fen
      from channel_line l join channel_match m using (line_id) join posting s using (entry_id) where l.line_id in (select value from json_each(?)) group by m.line_id, m.entry_id)
    select x.line_id as lineId, ${FACTS} from moved x join entry e using (entry_id) ${DOCUMENTS} order by e.entry_id`, [JSON.stringify(lineIds)]);
}

export type MissingFilter = { channel: ChannelName; from: string; to: string; search?: string | undefined };
export type MissingRow = EntryFacts;

/** A payment and its undoing that neither reached the channel are nothing to it. */
const NOT_MISSING_PAIR = `not (p.payment_no is not null and exists (select 1 from payment_reversal u where u.payment_no = p.payment_no and not exists (select 1 from channel_match m where m.entry_id = u.entry_id)))
  and not (r.payment_no is not null and not exists (select 1 from channel_match m where m.entry_id = rp.entry_id))`;

function missingWhere({ channel, from, to, search }: MissingFilter): { where: string; bindings: Bindings } {
  const conditions = ['x.fen <> 0', FREE, `not ${OWN}`, NOT_MISSING_PAIR, 'exists (select 1 from channel_file c where c.channel = ? and e.on_date between c.from_on and c.to_on)'];
  const bindings: Bindings = [channelAccounts[channel], from, to, channel];
  if (search) {
    conditions.push(`(instr(coalesce(p.receipt_no, r.reversal_no, f.refund_no, d.receipt_no, t.return_no, ct.receipt_no, cb.return_no, ''), ?) > 0 or coalesce(p.label, rp.label, fh.label, d.label, td.label, '') = ?
      or instr(coalesce(p.transaction_no, rp.transaction_no, fp.transaction_no, d.transaction_no, td.transaction_no, ct.transaction_no, cbt.transaction_no, ''), ?) > 0 or instr(coalesce(p.payer, rp.payer, f.payee, d.payer, t.payee, ct.payer, cb.payee, ''), ?) > 0)`);
    bindings.push(search, search, search, search);
  }
  return { where: conditions.join(' and '), bindings };
}

/** Entries of days that a file of the channel speaks for, which no line is; by day, then entry. */
export function listMissing(db: Db, filter: MissingFilter, page: { after: { on: string; entryId: number }; limit: number }): Promise<MissingRow[]> {
  const { where, bindings } = missingWhere(filter);
  return rows(db, `with ${MOVED} select ${FACTS} from moved x join entry e using (entry_id) ${DOCUMENTS} where ${where} and (e.on_date, e.entry_id) > (?, ?) order by e.on_date, e.entry_id limit ?`, [...bindings, page.after.on, page.after.entryId, page.limit]);
}

export async function sumMissing(db: Db, filter: MissingFilter): Promise<{ count: number; amountFen: number }> {
  const { where, bindings } = missingWhere(filter);
  const [found] = await rows<{ count: number; fen: number | null }>(db, `with ${MOVED} select count(*) as count, sum(x.fen) as fen from moved x join entry e using (entry_id) ${DOCUMENTS} where ${where}`, bindings);
  return { count: found?.count ?? 0, amountFen: found?.fen ?? 0 };
}
