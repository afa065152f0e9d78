import { jsonTable, row, rows, run, type Db } from '../sql.ts';
import { wrongUse } from './charging-use.ts';
import { wrongGrid } from './charging-grid.ts';
import { wrongChanges, type Problem } from './charging-changes.ts';
import { listReceivables, wrongSettlements } from './charging-settlements.ts';

/** What the sums are kept by: the kind of charger, the device, the version of the tariff, kind|period, kind|hour of the end. */
export type SumDim = 'kind' | 'device' | 'tariff' | 'period' | 'hour';
export type Sums = { sessions: number; energy: number; energyFen: number; serviceFen: number; extraFen: number; seconds: number };
export type SumRow = Sums & { dim: SumDim; /** A day or a month. */ bucket: string; key: string };

/** Adds to the kept sums, in the transaction of the sessions. */
export async function addSums(db: Db, list: readonly SumRow[]): Promise<void> {
  const columns = ['dim', 'bucket', 'key', 'sessions', 'energy', 'energy_fen', 'service_fen', 'extra_fen', 'seconds'];
  await run(db, `insert into charging_sum (${columns.join(', ')}) select * from ${jsonTable(columns)} where 1
    on conflict (dim, bucket, key) do update set sessions = sessions + excluded.sessions, energy = energy + excluded.energy, energy_fen = energy_fen + excluded.energy_fen, service_fen = service_fen + excluded.service_fen, extra_fen = extra_fen + excluded.extra_fen, seconds = seconds + excluded.seconds`,
  [JSON.stringify(list.map((one) => [one.dim, one.bucket, one.key, one.sessions, one.energy, one.energyFen, one.serviceFen, one.extraFen, one.seconds]))]);
}

/** Stretches of kept sums: whole months by their own rows, the days at the edges by theirs; both ends included. */
export type Stretch = { from: string; to: string };
const SUMMED = 'sum(sessions) as sessions, sum(energy) as energy, sum(energy_fen) as energyFen, sum(service_fen) as serviceFen, sum(extra_fen) as extraFen, sum(seconds) as seconds';

export type KeyedSums = Sums & { bucket: string; key: string };

/** Sums of stretches by bucket and key, or by key alone; the primary key finds each stretch. */
export function listSums(db: Db, dim: SumDim, stretches: readonly Stretch[], byBucket: boolean): Promise<KeyedSums[]> {
  const group = byBucket ? 'bucket, key' : 'key';
  return rows(db, `with wanted as (select * from ${jsonTable(['from_bucket', 'to_bucket'])})
    select ${byBucket ? 'bucket' : `'' as bucket`}, key, ${SUMMED} from wanted w cross join charging_sum s on s.dim = ? and s.bucket between w.from_bucket and w.to_bucket and length(s.bucket) = length(w.from_bucket)
    group by ${group} having sum(sessions) <> 0 or sum(energy) <> 0 or sum(energy_fen) <> 0 or sum(service_fen) <> 0 or sum(extra_fen) <> 0 order by ${group}`, [JSON.stringify(stretches.map(({ from, to }) => [from, to])), dim]);
}

const SHOWN = 100;

/** Kept sums and uses against the sessions and what changed them; no money hangs on them. */
export async function wrongChargingSums(db: Db): Promise<Problem[]> {
  const sums = await rows<Problem>(db, `with own as (select on_date, device_id, d.kind, sum(n) as n, sum(energy) as energy, sum(fen) as fen, sum(service) as service, sum(extra) as extra from (
          select date(s.ended_at + 28800, 'unixepoch') as on_date, s.device_id, count(*) as n, sum(s.energy) as energy, sum(s.energy_fen) as fen, sum(s.service_fen) as service, sum(s.extra_fen) as extra from charging_session s group by 1, 2
          union all select c.on_date, s.device_id, 0, c.energy, c.energy_fen, c.service_fen, c.extra_fen from charging_change c join charging_session s using (session_id)) join charging_device d using (device_id) group by 1, 2),
      kept as (select dim, bucket, key, sessions, energy, energy_fen, service_fen, extra_fen from charging_sum),
      wanted as (select 'device' as dim, on_date as bucket, cast(device_id as text) as key, n, energy, fen, service, extra from own union all select 'device', substr(on_date, 1, 7), cast(device_id as text), sum(n), sum(energy), sum(fen), sum(service), sum(extra) from own group by 2, 3
        union all select 'kind', on_date, kind, sum(n), sum(energy), sum(fen), sum(service), sum(extra) from own group by 2, 3 union all select 'kind', substr(on_date, 1, 7), kind, sum(n), sum(energy), sum(fen), sum(service), sum(extra) from own group by 2, 3)
    select 'CHARGING' as kind, coalesce(w.dim, k.dim) || ' ' || coalesce(w.bucket, k.bucket) || ' ' || coalesce(w.key, k.key) as subject, coalesce(k.energy_fen, 0) || ' ≠ ' || coalesce(w.fen, 0) as detail
    from wanted w full join (select * from kept where dim in ('device', 'kind')) k on k.dim = w.dim and k.bucket = w.bucket and k.key = w.key
    where (coalesce(k.sessions, 0), coalesce(k.energy, 0), coalesce(k.energy_fen, 0), coalesce(k.service_fen, 0), coalesce(k.extra_fen, 0)) <> (coalesce(w.n, 0), coalesce(w.energy, 0), coalesce(w.fen, 0), coalesce(w.service, 0), coalesce(w.extra, 0)) limit ${SHOWN}`);
  const parts = await rows<Problem>(db, `with days as (select bucket, substr(key, 1, instr(key, '|') - 1) as kind, dim, sum(sessions) as n, sum(energy) as energy, sum(energy_fen) as fen, sum(service_fen) as service, sum(extra_fen) as extra from charging_sum where dim in ('period', 'hour') group by 1, 2, 3)
    select 'CHARGING' as kind, p.dim || ' ' || p.bucket || ' ' || p.kind as subject, p.fen || ' ≠ ' || coalesce(k.energy_fen, 0) as detail from days p left join charging_sum k on k.dim = 'kind' and k.bucket = p.bucket and k.key = p.kind
    where (p.n, p.energy, p.fen, p.service, p.extra) <> (coalesce(k.sessions, 0), coalesce(k.energy, 0), coalesce(k.energy_fen, 0), coalesce(k.service_fen, 0), coalesce(k.extra_fen, 0)) limit ${SHOWN}`);
  const tariffs = await rows<Problem>(db, `with own as (select cast(tariff_id as text) as key, sum(n) as n, sum(fen) as fen from (select tariff_id, count(*) as n, sum(energy_fen) as fen from charging_session group by 1 union all select s.tariff_id, 0, c.energy_fen from charging_change c join charging_session s using (session_id)) group by tariff_id), kept as (select key, sum(sessions) as n, sum(energy_fen) as fen from charging_sum where dim = 'tariff' and length(bucket) = 7 group by key)
    select 'CHARGING' as kind, 'tariff ' || coalesce(o.key, k.key) as subject, coalesce(k.fen, 0) || ' ≠ ' || coalesce(o.fen, 0) as detail from own o full join kept k on k.key = o.key where (o.n, o.fen) is not (k.n, k.fen) limit ${SHOWN}`);
  return [...sums, ...parts, ...tariffs, ...(await wrongUse(db, SHOWN))];
}

/** Bookings against the sessions and their entries, and what the grid, changes and settlements posted. */
export async function wrongCharging(db: Db): Promise<Problem[]> {
  const bookings = await rows<Problem>(db, `with own as (select s.batch_id, date(s.ended_at + 28800, 'unixepoch') as on_date, count(*) as n, sum(s.energy) as energy, sum(s.energy_fen) as fen, sum(s.service_fen) as service, sum(s.extra_fen) as extra from charging_session s group by 1, 2)
    select 'CHARGING' as kind, coalesce(o.on_date, b.on_date) as subject, coalesce(b.energy_fen, 0) || ' ≠ ' || coalesce(o.fen, 0) as detail from own o full join charging_booking b on b.batch_id = o.batch_id and b.on_date = o.on_date
    where (o.n, o.energy, o.fen, o.service, o.extra) is not (b.sessions, b.energy, b.energy_fen, b.service_fen, b.extra_fen) limit ${SHOWN}`);
  const entries = await rows<Problem>(db, `with posted as (select b.batch_id, b.on_date, sum(case p.account when '2241.03.11' then -p.amount_fen else 0 end) as fen, sum(case p.account when '2241.03.12' then -p.amount_fen else 0 end) as service, sum(case p.account when '2241.03.13' then -p.amount_fen else 0 end) as extra
        from charging_booking b join posting p on p.entry_id = b.entry_id group by 1, 2)
    select 'CHARGING' as kind, b.on_date as subject, coalesce(x.fen, 0) || ' ≠ ' || b.energy_fen as detail from charging_booking b left join posted x using (batch_id, on_date) where (coalesce(x.fen, 0), coalesce(x.service, 0), coalesce(x.extra, 0)) <> (b.energy_fen, b.service_fen, b.extra_fen) limit ${SHOWN}`);
  return [...bookings, ...entries, ...(await wrongGrid(db)), ...(await wrongChanges(db)), ...(await wrongSettlements(db))];
}

export type PlatformRow = { platformId: number; name: string; sessions: number; lastOn: string | null; receivableFen: number; collects: 'platform' | 'office' };

/** Platforms with their sessions and what they owe; index: charging_booking_day. */
export async function listPlatforms(db: Db): Promise<PlatformRow[]> {
  const owed = await listReceivables(db);
  const found = await rows<Omit<PlatformRow, 'receivableFen'>>(db, `select p.platform_id as platformId, p.name, coalesce(sum(b.sessions), 0) as sessions, max(b.on_date) as lastOn, p.collects
    from charging_platform p left join charging_booking b using (platform_id) group by p.platform_id order by p.name`);
  return found.map((platform) => ({ ...platform, receivableFen: owed.get(platform.platformId) ?? 0 }));
}

export type FileRow = { batchId: number; platform: string; name: string; lines: number; accepted: number; repeats: number; review: number; open: number; from: string; to: string; by: string; at: string };

/** Files that came in, the latest first; index: charging_review_batch. */
export function listFiles(db: Db): Promise<FileRow[]> {
  return rows(db, `select b.batch_id as batchId, p.name as platform, b.name, b.line_count as lines, b.accepted, b.repeats, b.review, (select count(*) from charging_review r where r.batch_id = b.batch_id and r.state = 'open') as open, b.from_on as "from", b.to_on as "to", b.user_name as by, b.at
    from charging_batch b join charging_platform p using (platform_id) where b.source = 'file' order by b.batch_id desc`);
}

export async function countOpenReviews(db: Db): Promise<number> {
  return (await row<{ count: number }>(db, `select count(*) as count from charging_review where state = 'open'`))?.count ?? 0;
}
