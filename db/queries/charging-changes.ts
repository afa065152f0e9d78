import type { ChargerKind } from '../../shared/contract/charging.ts';
import type { SplitMethod } from '../../shared/domain/charging-split.ts';
import { row, rows, type Db } from '../sql.ts';
import type { KeptExtra, KeptLine } from './charging-sessions.ts';

/** A session's bill: as it was taken, or as a correction left it. Seconds are since 1970, UTC. */
export type Bill = { startedAt: number; endedAt: number; energy: number; method: SplitMethod; lines: readonly KeptLine[]; extras: readonly KeptExtra[]; billedFen: number };
export type BilledSession = Bill & { sessionId: number; platformId: number; platform: string; orderNo: string; deviceId: number; device: string; kind: ChargerKind; connector: number; tariffId: number; extraFen: number };

/** A session with what it was first billed by. */
export async function findBilled(db: Db, sessionId: number): Promise<BilledSession | undefined> {
  const found = await row<Omit<BilledSession, 'lines' | 'extras'> & { lines: string; extras: string }>(db, `select s.session_id as sessionId, s.platform_id as platformId, p.name as platform, s.order_no as orderNo, s.device_id as deviceId, d.code as device, d.kind, s.connector, s.tariff_id as tariffId,
      s.started_at as startedAt, s.ended_at as endedAt, s.energy, s.method, s.lines, s.extras, s.extra_fen as extraFen, s.energy_fen + s.service_fen + s.extra_fen as billedFen
    from charging_session s join charging_platform p using (platform_id) join charging_device d using (device_id) where s.session_id = ?`, [sessionId]);
  return found && { ...found, lines: JSON.parse(found.lines) as KeptLine[], extras: JSON.parse(found.extras) as KeptExtra[] };
}

export type ChangeKind = 'correction' | 'refund';
export type ChangedLine = readonly [code: string, energy: number, energyFen: number, serviceFen: number];
export type ChangeRow = { changeId: number; kind: ChangeKind; on: string; energy: number; energyFen: number; serviceFen: number; extraFen: number; lines: readonly ChangedLine[]; facts: Bill; reason: string; by: string; entryId: number | null };

/** What was put right and given back of a session, oldest first; index: charging_change_session. */
export async function listChanges(db: Db, sessionId: number): Promise<ChangeRow[]> {
  const found = await rows<Omit<ChangeRow, 'lines' | 'facts'> & { lines: string; facts: string }>(db, `select change_id as changeId, kind, on_date as "on", energy, energy_fen as energyFen, service_fen as serviceFen, extra_fen as extraFen, lines, facts, reason, user_name as by, entry_id as entryId
    from charging_change where session_id = ? order by change_id`, [sessionId]);
  return found.map((one) => ({ ...one, lines: JSON.parse(one.lines) as ChangedLine[], facts: JSON.parse(one.facts) as Bill }));
}

/** What a form gave back before; unique index. */
export function findRefund(db: Db, refundId: string): Promise<{ changeId: number; sessionId: number; energyFen: number; serviceFen: number; extraFen: number; entryId: number | null } | undefined> {
  return row(db, 'select change_id as changeId, session_id as sessionId, energy_fen as energyFen, service_fen as serviceFen, extra_fen as extraFen, entry_id as entryId from charging_change where refund_id = ?', [refundId]);
}

export type NewChange = Omit<ChangeRow, 'changeId' | 'by'> & { refundId: string | null; sessionId: number; platformId: number; userId: number; userName: string; at: string };

export async function insertChange(db: Db, change: NewChange): Promise<number> {
  const made = await row<{ changeId: number }>(db, `insert into charging_change (session_id, kind, refund_id, on_date, platform_id, energy, energy_fen, service_fen, extra_fen, lines, facts, reason, entry_id, user_id, user_name, at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning change_id as changeId`,
  [change.sessionId, change.kind, change.refundId, change.on, change.platformId, change.energy, change.energyFen, change.serviceFen, change.extraFen, JSON.stringify(change.lines), JSON.stringify(change.facts), change.reason, change.entryId, change.userId, change.userName, change.at]);
  return made?.changeId ?? 0;
}

export type Problem = { kind: 'CHARGING'; subject: string; detail: string };
const SHOWN = 100;

/** Changes against their entries and their periods, and corrected bills against what stands. */
export async function wrongChanges(db: Db): Promise<Problem[]> {
  const entries = await rows<Problem>(db, `with posted as (select c.change_id, sum(case p.account when '2241.03.11' then -p.amount_fen else 0 end) as fen, sum(case p.account when '2241.03.12' then -p.amount_fen else 0 end) as service, sum(case p.account when '2241.03.13' then -p.amount_fen else 0 end) as extra
        from charging_change c join posting p on p.entry_id = c.entry_id group by 1)
    select 'CHARGING' as kind, 'change ' || c.change_id as subject, coalesce(x.fen + x.service + x.extra, 0) || ' ≠ ' || (c.energy_fen + c.service_fen + c.extra_fen) as detail from charging_change c left join posted x using (change_id)
    where (coalesce(x.fen, 0), coalesce(x.service, 0), coalesce(x.extra, 0)) <> (c.energy_fen, c.service_fen, c.extra_fen) limit ${SHOWN}`);
  const parts = await rows<Problem>(db, `with own as (select c.change_id, coalesce(sum(l.value ->> 1), 0) as energy, coalesce(sum(l.value ->> 2), 0) as fen, coalesce(sum(l.value ->> 3), 0) as service from charging_change c left join json_each(c.lines) l group by c.change_id)
    select 'CHARGING' as kind, 'change ' || c.change_id as subject, o.fen || ' ≠ ' || c.energy_fen as detail from charging_change c join own o using (change_id) where (o.energy, o.fen, o.service) <> (c.energy, c.energy_fen, c.service_fen) limit ${SHOWN}`);
  const bills = await rows<Problem>(db, `with own as (select c.change_id, c.kind, s.energy_fen + s.service_fen + s.extra_fen + sum(c.energy_fen + c.service_fen + c.extra_fen) over (partition by c.session_id order by c.change_id) as stands, json_extract(c.facts, '$.billedFen') as billed from charging_change c join charging_session s using (session_id))
    select 'CHARGING' as kind, 'change ' || change_id as subject, stands || ' ≠ ' || billed as detail from own where stands < 0 or (kind = 'correction' and stands <> billed) limit ${SHOWN}`);
  return [...entries, ...parts, ...bills];
}
