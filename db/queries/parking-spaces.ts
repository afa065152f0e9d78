import type { z } from 'zod';
import type { LeaseKind, SpaceKind, spaceItem, SpaceTitle } from '../../shared/contract/parking.ts';
import type { Span } from '../../shared/domain/week-windows.ts';
import { AppError } from '../../shared/errors.ts';
import { jsonTable, row, rows, run, type Db } from '../sql.ts';

export type SpaceFacts = { code: string; zone: string; floor: string; kind: SpaceKind; title: SpaceTitle; ownerHomeId: number | null; row: number | null; column: number | null; note: string };
export type SpaceRow = SpaceFacts & { spaceId: number };

const SPACE = 's.space_id as spaceId, s.code, s.zone, s.floor, s.kind, s.title, s.owner_home_id as ownerHomeId, s.plan_row as "row", s.plan_column as "column", s.note';

/** A space by its code (unique index). */
export function findSpace(db: Db, code: string): Promise<SpaceRow | undefined> {
  return row(db, `select ${SPACE} from parking_space s where s.code = ?`, [code]);
}

/** Throws NO_SUCH_SPACE. */
export async function getSpaceById(db: Db, spaceId: number): Promise<SpaceRow> {
  const found = await row<SpaceRow>(db, `select ${SPACE} from parking_space s where s.space_id = ?`, [spaceId]);
  if (!found) throw new AppError('NO_SUCH_SPACE', { space: String(spaceId) });
  return found;
}

/** Throws NO_SUCH_SPACE. */
export async function getSpace(db: Db, code: string): Promise<SpaceRow> {
  const found = await findSpace(db, code);
  if (!found) throw new AppError('NO_SUCH_SPACE', { space: code });
  return found;
}

/** Those of some codes that are known, by code. */
export async function listSpacesByCode(db: Db, codes: readonly string[]): Promise<Map<string, SpaceRow>> {
  const found = await rows<SpaceRow>(db, `select ${SPACE} from parking_space s where s.code in (select value from json_each(?))`, [JSON.stringify(codes)]);
  return new Map(found.map((space) => [space.code, space]));
}

/** Orders codes as people read them: numbers within them by their value. */
export function spaceSortKey({ zone, code }: Pick<SpaceFacts, 'zone' | 'code'>): string {
  return `${zone} ${code}`.replace(/\d+/g, (digits) => digits.padStart(8, '0')) + ` ${code}`;
}

const COLUMNS = ['code', 'zone', 'floor', 'kind', 'title', 'owner_home_id', 'plan_row', 'plan_column', 'sort_key', 'note'];
const valuesOf = (space: SpaceFacts) => [space.code, space.zone, space.floor, space.kind, space.title, space.ownerHomeId, space.row, space.column, spaceSortKey(space), space.note];

/** Adds spaces in their order. */
export async function insertSpaces(db: Db, spaces: readonly SpaceFacts[]): Promise<void> {
  if (spaces.length === 0) return;
  await run(db, `insert into parking_space (${COLUMNS.join(', ')}) select * from ${jsonTable(COLUMNS)}`, [JSON.stringify(spaces.map(valuesOf))]);
}

export async function updateSpace(db: Db, spaceId: number, space: SpaceFacts): Promise<void> {
  await run(db, `update parking_space set ${COLUMNS.map((column) => `${column} = ?`).join(', ')} where space_id = ?`, [...valuesOf(space), spaceId]);
}

/** Of homes that a list names, those that are not there. */
export async function listUnknownHomes(db: Db, homeIds: readonly number[]): Promise<number[]> {
  return (await rows<{ homeId: number }>(db, 'select value as homeId from json_each(?) where not exists (select 1 from dwelling where home_id = value)', [JSON.stringify(homeIds)])).map(({ homeId }) => homeId);
}

/** Homes by the labels that a list writes, in any spelling that runs together to the same: 3-2-501, 32501. Index: home_label, home_compact. */
export async function listHomesByLabel(db: Db, labels: readonly string[]): Promise<Map<string, number>> {
  const found = await rows<{ label: string; homeId: number; many: number }>(db, `select j.value as label, min(h.home_id) as homeId, count(*) as many from (select distinct value from json_each(?)) j join dwelling h on h.label = j.value or h.compact = lower(replace(j.value, '-', '')) group by j.value`, [JSON.stringify(labels)]);
  return new Map(found.filter(({ many }) => many === 1).map(({ label, homeId }) => [label, homeId]));
}

/** Whether a charge of the space stands; its title decided where the money went. Indexes: lease_span_space, parking_charge_lease. */
export async function hasLivingCharge(db: Db, spaceId: number): Promise<boolean> {
  return (await row(db, `select 1 from lease_span n join parking_charge c on c.lease_id = n.lease_id join parking_charge_part p on p.bill_id = c.bill_id and p.space_id = n.space_id
    where n.space_id = ? and not exists (select 1 from bill_cancel x where x.bill_id = c.bill_id) limit 1`, [spaceId])) !== undefined;
}

export type BlockRow = { blockId: number; spaceId: number; from: string; to: string | null; reason: string };
const BLOCK = 'block_id as blockId, space_id as spaceId, from_on as "from", to_on as "to", reason';

/** Blocks of a space that meet `[from, to)`, earliest first; index: parking_block_space. */
export function listBlocks(db: Db, spaceId: number, from: string, to: string | null): Promise<BlockRow[]> {
  return rows(db, `select ${BLOCK} from parking_block where space_id = ? and from_on < coalesce(?, '9999') and coalesce(to_on, '9999') > max(?, from_on) order by from_on`, [spaceId, to, from]);
}

/** The spaces that are blocked on a day of `[from, to)`. */
export async function listBlockedSpaces(db: Db, from: string, to: string | null): Promise<Set<number>> {
  const found = await rows<{ spaceId: number }>(db, `select distinct space_id as spaceId from parking_block where from_on < coalesce(?, '9999') and coalesce(to_on, '9999') > max(?, from_on)`, [to, from]);
  return new Set(found.map(({ spaceId }) => spaceId));
}

export function findBlock(db: Db, blockId: number): Promise<BlockRow | undefined> {
  return row(db, `select ${BLOCK} from parking_block where block_id = ?`, [blockId]);
}

export async function insertBlock(db: Db, block: { spaceId: number; from: string; to: string | null; reason: string; userId: number; userName: string; at: string }): Promise<number> {
  const made = await row<{ id: number }>(db, 'insert into parking_block (space_id, from_on, to_on, reason, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?) returning block_id as id',
    [block.spaceId, block.from, block.to, block.reason, block.userId, block.userName, block.at]);
  return made?.id ?? 0;
}

export async function endBlock(db: Db, blockId: number, on: string): Promise<void> {
  await run(db, 'update parking_block set to_on = ? where block_id = ?', [on, blockId]);
}

export type SpaceFilter = { zone?: string | undefined; title?: SpaceTitle | undefined; kind?: SpaceKind | undefined; search?: string | undefined; freeOnly?: boolean | undefined };
export type SpaceItem = z.infer<typeof spaceItem> & { sortKey: string };

/** The signed lease of a kind that holds the space on a day (a binding, twice); index: lease_span_space. */
const leaseOf = (kind: string): string => `(select l.lease_id from lease_span n join lease l using (lease_id) where n.space_id = s.space_id and n.from_on <= ? and (n.to_on is null or n.to_on > ?) and l.kind = '${kind}' and l.state <> 'draft' limit 1)`;
const BLOCKED = `(select json_object('blockId', b.block_id, 'from', b.from_on, 'to', b.to_on, 'reason', b.reason) from parking_block b where b.space_id = s.space_id and b.from_on <= ? and (b.to_on is null or b.to_on > ?) order by b.from_on limit 1)`;

/** A page of spaces in the order of their codes with what holds them on a day; keyset by `sort_key`. Index: parking_space_zone, sort_key. */
export async function listSpaces(db: Db, filter: SpaceFilter, on: string, page: { after: string; limit: number }): Promise<SpaceItem[]> {
  const where = spaceWhere(filter, on);
  const found = await rows<Omit<SpaceItem, 'blocked'> & { blocked: string | null }>(db, `select ${SPACE}, s.sort_key as sortKey, (select label from home h where h.home_id = s.owner_home_id) as ownerLabel,
      ${BLOCKED} as blocked, ${leaseOf('resident')} as residentLeaseId, ${leaseOf('daytime')} as daytimeLeaseId
    from parking_space s where s.sort_key > ? and ${where.sql} order by s.sort_key limit ?`, [on, on, on, on, on, on, page.after, ...where.bindings, page.limit]);
  return found.map(({ blocked, ...space }) => ({ ...space, blocked: blocked === null ? null : (JSON.parse(blocked) as SpaceItem['blocked']) }));
}

export async function countSpaces(db: Db, filter: SpaceFilter, on: string): Promise<number> {
  const where = spaceWhere(filter, on);
  return (await row<{ count: number }>(db, `select count(*) as count from parking_space s where ${where.sql}`, where.bindings))?.count ?? 0;
}

function spaceWhere({ zone, title, kind, search, freeOnly }: SpaceFilter, on: string): { sql: string; bindings: string[] } {
  const parts: { sql: string; bindings: string[] }[] = [];
  if (zone !== undefined) parts.push({ sql: 's.zone = ?', bindings: [zone] });
  if (title !== undefined) parts.push({ sql: 's.title = ?', bindings: [title] });
  if (kind !== undefined) parts.push({ sql: 's.kind = ?', bindings: [kind] });
  if (search !== undefined && search !== '') parts.push({ sql: 'instr(upper(s.code), upper(?)) > 0', bindings: [search] });
  if (freeOnly) {
    parts.push({ sql: `${BLOCKED} is null`, bindings: [on, on] });
    parts.push({ sql: 'not exists (select 1 from lease_span n where n.space_id = s.space_id and n.from_on <= ? and (n.to_on is null or n.to_on > ?))', bindings: [on, on] });
  }
  return { sql: parts.length === 0 ? 'true' : parts.map(({ sql }) => sql).join(' and '), bindings: parts.flatMap(({ bindings }) => bindings) };
}

/** Zones with their floors and counts on a day. */
export async function listZones(db: Db, on: string): Promise<{ zone: string; floors: string[]; spaces: number; common: number; let: number; blocked: number }[]> {
  const found = await rows<{ zone: string; floors: string; spaces: number; common: number; let: number; blocked: number }>(db, `select s.zone, json_group_array(distinct s.floor) as floors, count(*) as spaces, sum(s.title = 'common') as common,
      sum(exists (select 1 from lease_span n where n.space_id = s.space_id and n.from_on <= ? and (n.to_on is null or n.to_on > ?))) as "let", sum(${BLOCKED} is not null) as blocked
    from parking_space s group by s.zone order by min(s.sort_key)`, [on, on, on, on]);
  return found.map(({ floors, ...zone }) => ({ ...zone, floors: (JSON.parse(floors) as string[]).filter((floor) => floor !== '').sort() }));
}

export type SpaceToLet = { spaceId: number; space: string; zone: string; kind: SpaceKind; title: SpaceTitle };

/** Spaces in the order of their codes; index: parking_space_zone. */
export function listSpacesToLet(db: Db, { zone, kind, title }: Pick<SpaceFilter, 'zone' | 'kind' | 'title'>): Promise<SpaceToLet[]> {
  const where = spaceWhere({ zone, kind, title }, '');
  return rows(db, `select s.space_id as spaceId, s.code as space, s.zone, s.kind, s.title from parking_space s where ${where.sql} order by s.sort_key`, where.bindings);
}

export type PlanSpace = Pick<SpaceRow, 'spaceId' | 'code' | 'floor' | 'kind' | 'title' | 'row' | 'column'> & { blocked: string | null };

/** The spaces of a zone with why each is blocked on a day. */
export function listPlanSpaces(db: Db, zone: string, on: string): Promise<PlanSpace[]> {
  return rows(db, `select s.space_id as spaceId, s.code, s.floor, s.kind, s.title, s.plan_row as "row", s.plan_column as "column",
      (select b.reason from parking_block b where b.space_id = s.space_id and b.from_on <= ? and (b.to_on is null or b.to_on > ?) order by b.from_on limit 1) as blocked
    from parking_space s where s.zone = ? order by s.sort_key`, [on, on, zone]);
}

export type PlanLease = { spaceId: number; leaseId: number; leaseNo: string; kind: LeaseKind; label: string; lessee: string; to: string | null; spans: Span[]; plates: string[] };

/** The leases that hold a space of a zone on a day, those of the night after those of the day; `to` is where their stretch on the space ends. Index: lease_span_space. */
export async function listPlanLeases(db: Db, zone: string, on: string): Promise<PlanLease[]> {
  const found = await rows<Omit<PlanLease, 'spans' | 'plates'> & { spans: string; plates: string }>(db, `select n.space_id as spaceId, l.lease_id as leaseId, l.lease_no as leaseNo, l.kind, h.label,
      coalesce((select group_concat(p.name, '、') from occupancy o join person p using (person_id) where o.home_id = l.home_id and o.role = 'owner' and o.to_on is null), '') as lessee,
      case when l.state = 'ended' then l.ended_on else l.to_on end as "to",
      (select json_group_array(json_object('from', from_minute, 'to', to_minute)) from (select from_minute, to_minute from lease_window w where w.lease_id = l.lease_id order by from_minute)) as spans,
      (select json_group_array(plate) from (select plate from lease_plate p where p.lease_id = l.lease_id and p.from_on <= ? and (p.to_on is null or p.to_on > ?) order by plate)) as plates
    from parking_space s join lease_span n on n.space_id = s.space_id and n.from_on <= ? and (n.to_on is null or n.to_on > ?) join lease l using (lease_id) join home h using (home_id)
    where s.zone = ? order by n.space_id, l.kind, l.lease_id`, [on, on, on, on, zone]);
  return found.map(({ spans, plates, ...lease }) => ({ ...lease, spans: JSON.parse(spans) as Span[], plates: JSON.parse(plates) as string[] }));
}
