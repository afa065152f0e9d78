import { GENESIS, hashEntry } from '../ledger.ts';
import { row, rows, tuples, type Db } from '../sql.ts';
import { wrongMonths } from './board.ts';
import { wrongAttachments } from './attachments.ts';
import { wrongCosts } from './verify-costs.ts';
import { wrongChargingAccounts } from './verify-charging-accounts.ts';
import { wrongCharging, wrongChargingSums } from './charging-sums.ts';
import { wrongSides, wrongSums } from './verify-arrears.ts';
import { overspentPools, wrongReductionAccounts } from './verify-bills.ts';
import { wrongChannels } from './verify-channels.ts';
import { wrongParking } from './verify-parking.ts';
import { overRefunded, wrongDeposits, wrongLateFees, wrongLinesAndReversals, wrongPayments, wrongPrepayments, wrongRefunds } from './verify-payments.ts';
import { wrongShifts } from './verify-shifts.ts';
import { wrongStatements } from './verify-statements.ts';

export type Problem = { kind: 'HASH' | 'CHAIN' | 'ENTRY_GAP' | 'UNBALANCED' | 'BILL' | 'OVERPAID' | 'PAYMENT' | 'DEPOSIT' | 'PREPAYMENT' | 'POOL' | 'RECEIPT_GAP' | 'SHIFT' | 'CHANNEL' | 'PARKING' | 'CHARGING' | 'STATEMENT' | 'COST' | 'SUM'; subject: string; detail: string };

type EntryTuple = readonly [number, string, string, string, string, number | null, number | null, string, string, string];
const ENTRIES_PER_STEP = 2000;

/**
 * Walks the hash chain over all entries and names the first that was tampered with: one whose number
 * leaves a gap, whose link does not fit the one before, or whose content does not give its hash.
 */
export async function verifyChain(db: Db, step: (done: number, total: number) => void): Promise<Problem[]> {
  const total = (await row<{ count: number }>(db, 'select count(*) as count from entry'))?.count ?? 0;
  let last = { entryId: 0, hash: GENESIS };
  for (let done = 0; done < total; done += ENTRIES_PER_STEP) {
    for (const tuple of await listEntries(db, last.entryId)) {
      const [entryId, on, at, kind, memo, by, reverses, previous, hash, lines] = tuple;
      if (entryId !== last.entryId + 1) return [{ kind: 'ENTRY_GAP', subject: String(last.entryId + 1), detail: String(entryId) }];
      if (previous !== last.hash) return [{ kind: 'CHAIN', subject: String(entryId), detail: `${previous.slice(0, 12)} ≠ ${last.hash.slice(0, 12)}` }];
      const expected = hashEntry(previous, [entryId, on, at, kind, memo, by, reverses], lines);
      if (expected !== hash) return [{ kind: 'HASH', subject: String(entryId), detail: `${hash.slice(0, 12)} ≠ ${expected.slice(0, 12)}` }];
      last = { entryId, hash };
    }
    step(Math.min(total, done + ENTRIES_PER_STEP), total);
  }
  return [];
}

function listEntries(db: Db, after: number): Promise<EntryTuple[]> {
  const lines = `(select json_group_array(json_array(entry_id, line, on_date, account, fund, home_id, bill_id, amount_fen)) from (select * from posting p where p.entry_id = e.entry_id order by line))`;
  return tuples(db, ['e.entry_id', 'e.on_date', 'e.posted_at', 'e.kind', 'e.memo', 'e.user_id', 'e.reverses', 'e.previous_hash', 'e.hash', `json(${lines}) || ''`],
    `from entry e where e.entry_id > ? order by e.entry_id limit ${ENTRIES_PER_STEP}`, [after]);
}

const PROBLEMS_SHOWN = 100;

/** Entries that do not sum to zero in a fund. */
function unbalanced(db: Db): Promise<Problem[]> {
  return rows(db, `select 'UNBALANCED' as kind, cast(entry_id as text) as subject, fund || ' ' || sum(amount_fen) as detail
    from posting group by entry_id, fund having sum(amount_fen) <> 0 limit ${PROBLEMS_SHOWN}`);
}

/**
 * Bills whose own entry does not carry their amount, and bills paid beyond it. Every check here is one pass
 * over the postings, summed by document: a look-up for each document would choose the index by account.
 */
function wrongBills(db: Db): Promise<Problem[]> {
  return rows(db, `with sums as (select b.bill_id, sum(case when p.entry_id = b.entry_id then p.amount_fen else 0 end) as posted, sum(p.amount_fen) as open
      from posting p join bill b on b.bill_id = p.bill_id where p.bill_id is not null and p.account = '1122' group by b.bill_id),
      own as (select h.label || ' ' || b.month as subject, b.amount_fen, coalesce(s.posted, 0) as posted, coalesce(s.open, 0) as open
      from bill b join home h using (home_id) left join sums s on s.bill_id = b.bill_id)
    select 'BILL' as kind, subject, amount_fen || ' ≠ ' || posted as detail from own where posted <> amount_fen
    union all select 'OVERPAID', subject, cast(open as text) from own where open < 0 or open > amount_fen limit ${PROBLEMS_SHOWN}`);
}

/** Postings after the last entry: its row was taken out, where the chain no longer looks. */
async function orphans(db: Db): Promise<Problem[]> {
  const last = await row<{ entry: number | null; posting: number | null }>(db, 'select (select max(entry_id) from entry) as entry, (select max(entry_id) from posting) as posting');
  const [entry, posting] = [last?.entry ?? 0, last?.posting ?? 0];
  return posting > entry ? [{ kind: 'ENTRY_GAP', subject: String(entry + 1), detail: String(posting) }] : [];
}

/** Cancelled bills that still owe or were not undone by their entry, and bills that an entry cancels without a word of why. */
function wrongCancels(db: Db): Promise<Problem[]> {
  return rows(db, `with sums as (select x.bill_id, sum(case when e.kind = 'cancel' then 1 else 0 end) as undone, sum(x.amount_fen) as open
      from posting x join entry e using (entry_id) where x.bill_id in (select y.bill_id from entry c join posting y using (entry_id) where c.kind = 'cancel' union select bill_id from bill_cancel) and x.account = '1122' group by x.bill_id)
    select 'BILL' as kind, h.label || ' ' || b.month as subject, coalesce(s.open, 0) || ' / ' || coalesce(c.reason, '') as detail
    from bill b join home h using (home_id) left join sums s on s.bill_id = b.bill_id left join bill_cancel c on c.bill_id = b.bill_id
    where b.bill_id in (select bill_id from sums union select bill_id from bill_cancel)
      and ((c.bill_id is not null and (coalesce(s.open, 0) <> 0 or coalesce(s.undone, 0) = 0 or (select kind from entry e where e.entry_id = c.entry_id) is not 'cancel')) or (c.bill_id is null and s.undone > 0)) limit ${PROBLEMS_SHOWN}`);
}

/** Reductions that their entry does not carry, entries that reduce what nothing was written down for, and waivers that nobody approved. */
function wrongReductions(db: Db): Promise<Problem[]> {
  return rows(db, `with posted as (select x.entry_id, x.bill_id, -sum(x.amount_fen) as fen from entry e join posting x using (entry_id) where e.kind = 'reduction' and x.account = '1122' group by x.entry_id, x.bill_id),
      written as (select entry_id, bill_id, sum(amount_fen) as fen from reduction group by entry_id, bill_id)
    select 'BILL' as kind, cast(coalesce(w.entry_id, p.entry_id) as text) as subject, coalesce(w.bill_id, p.bill_id) || ': ' || coalesce(w.fen, 0) || ' ≠ ' || coalesce(p.fen, 0) as detail
    from written w full join posted p on p.entry_id = w.entry_id and p.bill_id = w.bill_id where w.fen is not p.fen
    union all select 'BILL', cast(r.entry_id as text), r.bill_id || ': ' || r.amount_fen || ' ≠ ' || coalesce(w.amount_fen, 0) from reduction r left join waiver w on w.waiver_id = r.source_id and w.state = 'approved' and w.bill_id = r.bill_id
      where r.kind = 'waiver' and w.amount_fen is not r.amount_fen limit ${PROBLEMS_SHOWN}`);
}

/** Series whose printed numbers are not 1, 2, 3 … up to the last taken. */
function receiptGaps(db: Db): Promise<Problem[]> {
  return rows(db, `with printed as (select receipt_no as no from payment union all select reversal_no from payment_reversal union all select refund_no from refund union all select receipt_no from deposit union all select return_no from deposit_return union all select receipt_no from charging_topup union all select return_no from charging_payback union all select report_no from shift where report_no is not null union all select report_no from day_close union all select notice_no from dunning_notice union all select lease_no from lease union all select voucher_no from visitor_voucher union all select notice_no from lease_notice union all select cost_no from cost_voucher),
      split as (select substr(no, 1, instr(no, '-') - 1) as series, cast(substr(no, instr(no, '-') + 1, 4) as integer) as year, cast(substr(no, instr(no, '-') + 6) as integer) as n from printed),
      sums as (select series, year, count(*) as count, min(n) as first, max(n) as last from split group by series, year)
    select 'RECEIPT_GAP' as kind, coalesce(r.series, s.series) || '-' || coalesce(r.year, s.year) as subject, coalesce(s.count, 0) || ' / ' || coalesce(r.last_no, 0) as detail
    from receipt_series r full join sums s on s.series = r.series and s.year = r.year
    where s.count is not r.last_no or s.last is not r.last_no or s.first is not 1 limit ${PROBLEMS_SHOWN}`);
}

/** Everything that money hangs on but the chain: documents against postings, and numbers against their series. */
export async function verifyMoney(db: Db): Promise<Problem[]> {
  const lists = [await orphans(db), await unbalanced(db), await wrongBills(db), await wrongCancels(db), await wrongReductions(db), await wrongReductionAccounts(db), await overspentPools(db), await wrongLateFees(db), await wrongPayments(db), await wrongLinesAndReversals(db), await wrongRefunds(db), await overRefunded(db), await wrongDeposits(db), await wrongPrepayments(db), await receiptGaps(db), await wrongShifts(db), await wrongChannels(db), await wrongParking(db), await wrongCharging(db), await wrongChargingAccounts(db), await wrongStatements(db), await wrongCosts(db), await wrongAttachments(db)];
  return lists.flat();
}

/** The same, and what is kept for charts and lists. */
export async function verifyDocuments(db: Db): Promise<Problem[]> {
  const problems = [...(await verifyMoney(db)), ...(await wrongChargingSums(db))];
  // Kept sums of wrong rows are wrong, too: they are looked at when the rows are sound.
  return problems.length > 0 ? problems : [...(await wrongSides(db)), ...(await wrongSums(db)), ...(await wrongMonths(db))];
}

export async function countEntries(db: Db): Promise<number> {
  return (await row<{ count: number }>(db, 'select count(*) as count from entry'))?.count ?? 0;
}

export async function countPostings(db: Db): Promise<number> {
  return (await row<{ count: number }>(db, 'select count(*) as count from posting'))?.count ?? 0;
}
