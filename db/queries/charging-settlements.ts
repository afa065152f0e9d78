import { jsonTable, row, rows, run, type Db } from '../sql.ts';
import type { Problem } from './charging-changes.ts';

const LIVE = 'not exists (select 1 from charging_settlement_undo u where u.settlement_id = l.settlement_id)';
/**
 * What makes up the account of a platform, by day: what its entries put on 1122.01 (a booking or a change that stands against another account owes us nothing), what it settled, what was decided.
 * The plus keeps the look-up by entry: by account it would read all postings of it for each booking.
 */
const PARTS = `select b.platform_id, b.on_date, b.sessions, p.amount_fen as booked, 1 as bookings, null as gross, null as commission, 0 as decided, null as settlement_id, null as decision_id from charging_booking b join posting p on p.entry_id = b.entry_id and +p.account = '1122.01'
  union all select c.platform_id, c.on_date, 0, p.amount_fen, 1, null, null, 0, null, null from charging_change c join posting p on p.entry_id = c.entry_id and +p.account = '1122.01'
  union all select l.platform_id, l.on_date, 0, 0, 0, l.gross_fen, l.commission_fen, 0, l.settlement_id, null from charging_settlement_line l where ${LIVE}
  union all select d.platform_id, d.on_date, 0, 0, 0, null, null, d.amount_fen, null, d.decision_id from charging_settlement_decision d`;

export type PlatformDay = {
  platformId: number; platform: string; on: string; sessions: number; bookedFen: number; /** Entries of the day; 0 where nothing was ever booked. */ bookings: number; grossFen: number | null; commissionFen: number; decidedFen: number;
  settlementId: number | null; paidOn: string | null; reference: string; decisionId: number | null; reason: string;
};

/** Days of platforms on which something is owed, settled or decided, the latest first; both ends included. */
export function listPlatformDays(db: Db, { platformId, from, to }: { platformId?: number | undefined; from: string; to: string }): Promise<PlatformDay[]> {
  return rows(db, `with days as (select platform_id, on_date, sum(sessions) as sessions, sum(booked) as booked, sum(bookings) as bookings, sum(gross) as gross, coalesce(sum(commission), 0) as commission, sum(decided) as decided, max(settlement_id) as settlement_id, max(decision_id) as decision_id
      from (${PARTS}) where on_date between ? and ? ${platformId === undefined ? '' : 'and platform_id = ?'} group by platform_id, on_date)
    select x.platform_id as platformId, p.name as platform, x.on_date as "on", x.sessions, x.booked as bookedFen, x.bookings, x.gross as grossFen, x.commission as commissionFen, x.decided as decidedFen, x.settlement_id as settlementId, s.paid_on as paidOn, coalesce(s.reference, '') as reference, x.decision_id as decisionId, coalesce(d.reason, '') as reason
    from days x join charging_platform p using (platform_id) left join charging_settlement s on s.settlement_id = x.settlement_id left join charging_settlement_decision d on d.decision_id = x.decision_id order by x.on_date desc, p.name`, [from, to, ...(platformId === undefined ? [] : [platformId])]);
}

export type SettledLine = { on: string; reference: string; grossFen: number; commissionFen: number };

/** What stands of a platform's settlements of some days, both included; index: charging_settlement_line_day. */
export function listSettledLines(db: Db, { platformId, from, to }: { platformId: number; from: string; to: string }): Promise<SettledLine[]> {
  return rows(db, `select l.on_date as "on", s.reference, l.gross_fen as grossFen, l.commission_fen as commissionFen from charging_settlement_line l join charging_settlement s using (settlement_id) where l.platform_id = ? and l.on_date between ? and ? and ${LIVE}`, [platformId, from, to]);
}

/** What each platform owes: booked and changed, less settled and decided. */
export async function listReceivables(db: Db): Promise<Map<number, number>> {
  const found = await rows<{ platformId: number; owedFen: number }>(db, `select platform_id as platformId, sum(booked) - coalesce(sum(gross), 0) - sum(decided) as owedFen from (${PARTS}) group by platform_id`);
  return new Map(found.map(({ platformId, owedFen }) => [platformId, owedFen]));
}

/** Of a name; unique index. */
export async function findPlatform(db: Db, name: string): Promise<number | undefined> {
  return (await row<{ platformId: number }>(db, 'select platform_id as platformId from charging_platform where name = ?', [name]))?.platformId;
}

export function findSettlementFile(db: Db, digest: string): Promise<{ file: string; at: string } | undefined> {
  return row(db, 'select file, at from charging_settlement where digest = ? order by settlement_id limit 1', [digest]);
}

export type NewSettlement = { platformId: number; paidOn: string; reference: string; source: 'file' | 'desk'; file: string; digest: string; grossFen: number; commissionFen: number; entryId: number | null; userId: number; userName: string; at: string };

export async function insertSettlement(db: Db, settlement: NewSettlement, lines: readonly { on: string; grossFen: number; commissionFen: number }[]): Promise<number> {
  const made = await row<{ settlementId: number }>(db, `insert into charging_settlement (platform_id, paid_on, reference, source, file, digest, gross_fen, commission_fen, entry_id, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning settlement_id as settlementId`,
    [settlement.platformId, settlement.paidOn, settlement.reference, settlement.source, settlement.file, settlement.digest, settlement.grossFen, settlement.commissionFen, settlement.entryId, settlement.userId, settlement.userName, settlement.at]);
  const settlementId = made?.settlementId ?? 0;
  const columns = ['on_date', 'gross_fen', 'commission_fen'];
  await run(db, `insert into charging_settlement_line (settlement_id, platform_id, ${columns.join(', ')}) select ?, ?, ${columns.join(', ')} from ${jsonTable(columns)} where 1`, [settlementId, settlement.platformId, JSON.stringify(lines.map(({ on, grossFen, commissionFen }) => [on, grossFen, commissionFen]))]);
  return settlementId;
}

export type Settlement = { settlementId: number; platform: string; paidOn: string; entryId: number | null; undone: number };

export function findSettlement(db: Db, settlementId: number): Promise<Settlement | undefined> {
  return row(db, `select l.settlement_id as settlementId, p.name as platform, l.paid_on as paidOn, l.entry_id as entryId, not ${LIVE} as undone from charging_settlement l join charging_platform p using (platform_id) where l.settlement_id = ?`, [settlementId]);
}

type By = { userId: number; userName: string; at: string };

export async function insertUndo(db: Db, undo: { settlementId: number; reason: string; entryId: number | null } & By): Promise<void> {
  await run(db, 'insert into charging_settlement_undo (settlement_id, reason, entry_id, user_id, user_name, at) values (?, ?, ?, ?, ?, ?)', [undo.settlementId, undo.reason, undo.entryId, undo.userId, undo.userName, undo.at]);
}

export async function insertDecision(db: Db, decision: { platformId: number; on: string; amountFen: number; reason: string; entryId: number } & By): Promise<void> {
  await run(db, 'insert into charging_settlement_decision (platform_id, on_date, amount_fen, reason, entry_id, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?, ?)', [decision.platformId, decision.on, decision.amountFen, decision.reason, decision.entryId, decision.userId, decision.userName, decision.at]);
}

/** What 1122.01 says is owed. */
export async function receivableBalance(db: Db): Promise<number> {
  return (await row<{ fen: number }>(db, `select coalesce(sum(amount_fen), 0) as fen from posting where account = '1122.01'`))?.fen ?? 0;
}

const SHOWN = 100;

/** Settlements and decisions against their days and entries, and what all platforms owe against the ledger. */
export async function wrongSettlements(db: Db): Promise<Problem[]> {
  const lines = await rows<Problem>(db, `with own as (select settlement_id, sum(gross_fen) as gross, sum(commission_fen) as commission, min(platform_id) as one, max(platform_id) as other from charging_settlement_line group by 1)
    select 'CHARGING' as kind, 'settlement ' || s.settlement_id as subject, coalesce(o.gross, 0) || ' ≠ ' || s.gross_fen as detail from charging_settlement s left join own o using (settlement_id) where (o.gross, o.commission, o.one, o.other) is not (s.gross_fen, s.commission_fen, s.platform_id, s.platform_id) limit ${SHOWN}`);
  const entries = await rows<Problem>(db, `with wanted as (select 'settlement ' || settlement_id as subject, entry_id, paid_on as on_date, gross_fen - commission_fen as bank, commission_fen as commission, 0 as difference, -gross_fen as owed from charging_settlement
      union all select 'settlement ' || u.settlement_id, u.entry_id, null, s.commission_fen - s.gross_fen, -s.commission_fen, 0, s.gross_fen from charging_settlement_undo u join charging_settlement s using (settlement_id)
      union all select 'decision ' || decision_id, entry_id, null, 0, 0, amount_fen, -amount_fen from charging_settlement_decision),
      posted as (select w.entry_id, sum(case p.account when '1002.02' then p.amount_fen else 0 end) as bank, sum(case p.account when '2241.03.18' then p.amount_fen else 0 end) as commission, sum(case p.account when '2241.03.14' then p.amount_fen else 0 end) as difference, sum(case p.account when '1122.01' then p.amount_fen else 0 end) as owed, min(e.on_date) as on_date
        from wanted w join entry e using (entry_id) join posting p on p.entry_id = w.entry_id group by 1)
    select 'CHARGING' as kind, w.subject, coalesce(x.owed, 0) || ' ≠ ' || w.owed as detail from wanted w left join posted x using (entry_id)
    where (coalesce(x.bank, 0), coalesce(x.commission, 0), coalesce(x.difference, 0), coalesce(x.owed, 0)) <> (w.bank, w.commission, w.difference, w.owed) or (w.entry_id is not null and w.on_date <> x.on_date) limit ${SHOWN}`);
  const owed = [...(await listReceivables(db)).values()].reduce((sum, fen) => sum + fen, 0);
  const balance = await receivableBalance(db);
  return [...lines, ...entries, ...(owed === balance ? [] : [{ kind: 'CHARGING' as const, subject: '1122.01', detail: `${balance} ≠ ${owed}` }])];
}
