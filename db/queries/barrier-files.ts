import type { BarrierShape, KnownStay, PlannedStay, StayFault } from '../../shared/domain/barrier-types.ts';
import { jsonTable, row, rows, run, tuples, type Db } from '../sql.ts';

export function findBarrierFile(db: Db, digest: string): Promise<{ name: string; at: string } | undefined> {
  return row(db, 'select name, at from barrier_file where digest = ?', [digest]);
}

export type NewBarrierFile = { name: string; digest: string; shape: BarrierShape; from: string; to: string; lines: number; repeats: number; userId: number; userName: string; at: string };

/** Answers the file's number. */
export async function insertBarrierFile(db: Db, file: NewBarrierFile): Promise<number> {
  const made = await row<{ fileId: number }>(db, 'insert into barrier_file (name, digest, shape, from_on, to_on, line_count, repeats, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning file_id as fileId',
    [file.name, file.digest, file.shape, file.from, file.to, file.lines, file.repeats, file.userId, file.userName, file.at]);
  return made?.fileId ?? 0;
}

/** What earlier files say of these plates between two moments; index: barrier_stay_plate. */
export async function listKnownStays(db: Db, plates: readonly string[], from: string, to: string): Promise<KnownStay[]> {
  const list = await tuples<readonly [number, string, string | null, string | null, StayFault | null, number]>(db, ['s.stay_id', 's.plate', 's.in_at', 's.out_at', 's.fault', 's.joined_to is not null'],
    'from json_each(?) p cross join barrier_stay s on s.plate = p.value where coalesce(s.in_at, s.out_at) between ? and ?', [JSON.stringify(plates), from, to]);
  return list.map(([stayId, plate, inAt, outAt, fault, joined]) => ({ stayId, plate, inAt, outAt, fault, joined: joined === 1 }));
}

/** Of lines that could not be read those that an earlier file brought; index: barrier_stay_raw. */
export async function listKnownRaws(db: Db, raws: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ raw: string }>(db, `select distinct s.raw from json_each(?) r join barrier_stay s on s.raw = r.value where s.raw <> ''`, [JSON.stringify(raws)]);
  return new Set(found.map(({ raw }) => raw));
}

export async function lastStayId(db: Db): Promise<number> {
  return (await row<{ last: number | null }>(db, 'select max(stay_id) as last from barrier_stay'))?.last ?? 0;
}

export type NumberedStay = PlannedStay & { stayId: number; leaseId: number | null };

/** Adds stays and faults, and gives lost exits and entries of earlier files the stay that they became part of. */
export async function insertStays(db: Db, fileId: number, stays: readonly NumberedStay[]): Promise<void> {
  const columns = ['stay_id', 'row', 'out_row', 'plate', 'in_at', 'out_at', 'lane', 'fault', 'value', 'raw', 'lease_id'] as const;
  const values = stays.map((stay) => [stay.stayId, stay.row, stay.outRow, stay.plate, stay.inAt, stay.outAt, stay.lane, stay.fault, stay.value, stay.raw, stay.leaseId]);
  await run(db, `insert into barrier_stay (file_id, ${columns.join(', ')}) select ?, ${columns.join(', ')} from ${jsonTable(columns)} where 1`, [fileId, JSON.stringify(values)]);
  const joins = stays.flatMap(({ stayId, joins: halves }) => halves.map((half) => [half, stayId]));
  if (joins.length > 0) await run(db, `update barrier_stay set joined_to = n.whole from ${jsonTable(['half', 'whole'])} n where barrier_stay.stay_id = n.half`, [JSON.stringify(joins)]);
}

export type BarrierFileRow = { fileId: number; name: string; from: string; to: string; rows: number; stays: number; faults: number; by: string; at: string };

/** Files, newest first; index: barrier_stay_file, barrier_stay_fault. */
export function listBarrierFiles(db: Db): Promise<BarrierFileRow[]> {
  return rows(db, `select f.file_id as fileId, f.name, f.from_on as "from", f.to_on as "to", f.line_count as rows, (select count(*) from barrier_stay s where s.file_id = f.file_id and s.fault is null) as stays,
    (select count(*) from barrier_stay s where s.file_id = f.file_id and s.fault is not null and s.joined_to is null) as faults, f.user_name as by, f.at from barrier_file f order by f.file_id desc`);
}

export type FaultRow = { stayId: number; file: string; row: number; plate: string; fault: StayFault; value: string; inAt: string | null; outAt: string | null; lane: string };

/** Faults in the order of files and lines, without those that a later file made whole; index: barrier_stay_fault, or the rows in their order. */
export function listFaults(db: Db, fileId: number | undefined, page: { after: number; limit: number }): Promise<FaultRow[]> {
  const of = fileId === undefined ? '' : 'and s.file_id = ?';
  return rows(db, `select s.stay_id as stayId, f.name as file, s.row, s.plate, s.fault, s.value, s.in_at as inAt, s.out_at as outAt, s.lane from barrier_stay s join barrier_file f using (file_id)
    where s.fault is not null and s.joined_to is null ${of} and s.stay_id > ? order by s.stay_id limit ?`, [...(fileId === undefined ? [] : [fileId]), page.after, page.limit]);
}

export async function countFaults(db: Db, fileId: number | undefined): Promise<number> {
  const of = fileId === undefined ? '' : 'and file_id = ?';
  return (await row<{ count: number }>(db, `select count(*) as count from barrier_stay where fault is not null and joined_to is null ${of}`, fileId === undefined ? [] : [fileId]))?.count ?? 0;
}
