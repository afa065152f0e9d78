import { lengthBounds, powerBounds, REASON_LENGTH } from '../../shared/domain/charging-use.ts';
import { jsonTable, rows, run, type Db } from '../sql.ts';

/** What uses are kept by: kind|weekday|hour, kind|minutes, kind|W, device|reason of stopping. */
export type UseDim = 'heat' | 'length' | 'power' | 'stop';
export type Use = { sessions: number; seconds: number; energy: number };
export type UseRow = Use & { dim: UseDim; month: string; key: string };

/** Adds to the kept uses, in the transaction of the sessions. */
export async function addUse(db: Db, list: readonly UseRow[]): Promise<void> {
  const columns = ['dim', 'month', 'key', 'sessions', 'seconds', 'energy'];
  await run(db, `insert into charging_use (${columns.join(', ')}) select * from ${jsonTable(columns)} where 1
    on conflict (dim, month, key) do update set sessions = sessions + excluded.sessions, seconds = seconds + excluded.seconds, energy = energy + excluded.energy`,
  [JSON.stringify(list.map((one) => [one.dim, one.month, one.key, one.sessions, one.seconds, one.energy]))]);
}

/** Uses of months, both included, by key; the primary key finds them. */
export function listUse(db: Db, dim: UseDim, from: string, to: string): Promise<(Use & { key: string })[]> {
  return rows(db, 'select key, sum(sessions) as sessions, sum(seconds) as seconds, sum(energy) as energy from charging_use where dim = ? and month between ? and ? group by key order by key', [dim, from, to]);
}

/** The last day that each device was used, looked for in the months in which any was used last. */
export async function listLastDays(db: Db): Promise<Map<number, string>> {
  const found = await rows<{ deviceId: number; lastOn: string }>(db, `with last as (select substr(key, 1, instr(key, '|') - 1) as device, max(month) as month from charging_use where dim = 'stop' group by 1),
      months as (select distinct month from last)
    select cast(s.key as integer) as deviceId, max(s.bucket) as lastOn from months m cross join charging_sum s on s.dim = 'device' and s.bucket between m.month || '-01' and m.month || '-31' where s.sessions > 0 group by s.key`);
  return new Map(found.map(({ deviceId, lastOn }) => [deviceId, lastOn]));
}

const MONTH = `strftime('%Y-%m', s.ended_at + 28800, 'unixepoch')`;
const FROM = 'from charging_session s join charging_device d using (device_id)';
const WHOLE = 'count(*) as sessions, sum(s.ended_at - s.started_at) as seconds, sum(s.energy) as energy';

/** What the uses must come to by the sessions themselves: each hour that a session ran, and the classes it is in. */
const BY_SESSIONS = `run (kind, month, energy, started, ended, at) as (
    select d.kind, ${MONTH}, s.energy, s.started_at + 28800, s.ended_at + 28800, (s.started_at + 28800) / 3600 * 3600 ${FROM}
    union all select kind, month, energy, started, ended, at + 3600 from run where at + 3600 < ended),
  wanted as (
    select 'heat' as dim, month, kind || '|' || ((at / 86400 + 3) % 7 + 1) || '|' || substr('0' || (at / 3600 % 24), -2) as key, sum(at <= started) as sessions, sum(min(ended, at + 3600) - max(started, at)) as seconds, sum(case when at <= started then energy else 0 end) as energy from run group by 2, 3
    union all select 'length', ${MONTH}, d.kind || '|' || (select max(value) from json_each(?) where value * 60 <= s.ended_at - s.started_at), ${WHOLE} ${FROM} group by 2, 3
    union all select 'power', ${MONTH}, d.kind || '|' || (select max(value) from json_each(case d.kind when 'ev' then ? else ? end) where value <= s.energy * 360 / (s.ended_at - s.started_at)), ${WHOLE} ${FROM} group by 2, 3
    union all select 'stop', ${MONTH}, s.device_id || '|' || substr(s.stop_reason, 1, ${REASON_LENGTH}), ${WHOLE} from charging_session s group by 2, 3)`;

type Problem = { kind: 'CHARGING'; subject: string; detail: string };

/** Kept uses that are not what the sessions come to, and seconds of use that the sums of devices have otherwise; at most `limit` of each. */
export async function wrongUse(db: Db, limit: number): Promise<Problem[]> {
  const uses = await rows<Problem>(db, `with recursive ${BY_SESSIONS}
    select 'CHARGING' as kind, coalesce(w.dim, k.dim) || ' ' || coalesce(w.month, k.month) || ' ' || coalesce(w.key, k.key) as subject, coalesce(k.sessions, 0) || ', ' || coalesce(k.seconds, 0) || ' ≠ ' || coalesce(w.sessions, 0) || ', ' || coalesce(w.seconds, 0) as detail
    from wanted w full join charging_use k on k.dim = w.dim and k.month = w.month and k.key = w.key
    where (coalesce(k.sessions, 0), coalesce(k.seconds, 0), coalesce(k.energy, 0)) <> (coalesce(w.sessions, 0), coalesce(w.seconds, 0), coalesce(w.energy, 0)) limit ?`, [JSON.stringify(lengthBounds), JSON.stringify(powerBounds.ev), JSON.stringify(powerBounds.ebike), limit]);
  const seconds = await rows<Problem>(db, `with used as (select month, substr(key, 1, instr(key, '|') - 1) as device, sum(seconds) as seconds from charging_use where dim = 'stop' group by 1, 2)
    select 'CHARGING' as kind, 'device ' || k.bucket || ' ' || k.key as subject, k.seconds || ' ≠ ' || coalesce(u.seconds, 0) as detail from charging_sum k left join used u on u.month = k.bucket and u.device = k.key
    where k.dim = 'device' and length(k.bucket) = 7 and k.seconds <> coalesce(u.seconds, 0) limit ?`, [limit]);
  return [...uses, ...seconds];
}
