import type { HomeForBilling } from '../../shared/domain/fee.ts';
import type { HomeType } from '../../shared/contract/homes.ts';
import { readSearch, type SearchTerm } from '../../shared/domain/address.ts';
import { AppError } from '../../shared/errors.ts';
import { row, rows, type Db } from '../sql.ts';
import { AREA_ON, STATUS_ON } from './home-facts.ts';

export type HomeStatus = HomeForBilling['status'];
export type HomeRow = { homeId: number; label: string; areaDm2: number; status: HomeStatus; homeType: HomeType; mergedInto: string | null; ownerName: string; openFen: number; prepaidFen: number; sortKey: string };
export type HomeDetail = HomeRow & { building: string; unit: string; room: string; floor: string; handoverOn: string | null; note: string; mergedOn: string | null; rateE4: number | null; /** An account of a company, and no home. */ isCompany: boolean };
export type PersonRow = { personId: number; role: 'owner' | 'tenant'; name: string; phone: string; from: string; to: string | null; pays: boolean };

/** Names of today's owners; index: occupancy primary key. */
const OWNER = `coalesce((select group_concat(p.name, '、') from occupancy o join person p using (person_id) where o.home_id = h.home_id and o.role = 'owner' and o.to_on is null), '')`;
/** Balances from the journal; index: posting_home (covering). */
const OPEN = `coalesce((select sum(amount_fen) from posting where home_id = h.home_id and account = '1122'), 0)`;
const PREPAID = `coalesce((select -sum(amount_fen) from posting where home_id = h.home_id and account = '2203'), 0)`;
/** A home as lists show it; two bindings, both the day of which its area and status are. */
const ITEM = `h.home_id as homeId, h.label, ${AREA_ON} as areaDm2, ${STATUS_ON} as status, h.home_type as homeType, (select m.label from home m where m.home_id = h.merged_into) as mergedInto,
  h.sort_key as sortKey, ${OWNER} as ownerName, ${OPEN} as openFen, ${PREPAID} as prepaidFen`;
/** Who is there on a day (a binding): for ever, or until a day to come. */
const STAYS = '(o.to_on is null or o.to_on > ?)';

export type HomeFilter = { search?: string | undefined; building?: string | undefined; unit?: string | undefined; status?: string | undefined; owing?: boolean | undefined };
type Condition = { sql: string; bindings: (string | number)[] };

/** A page of homes in address order, as they are on a day (default: as last recorded); keyset by `sort_key` (unique index). */
export function listHomes(db: Db, filter: HomeFilter, { after, limit, on = '9999-12-31' }: { after: string; limit: number; on?: string }): Promise<HomeRow[]> {
  const conditions: Condition[] = [{ sql: 'h.sort_key > ?', bindings: [after] }];
  if (filter.building) conditions.push({ sql: 'h.building = ?', bindings: [filter.building] });
  if (filter.unit) conditions.push({ sql: 'h.unit = ?', bindings: [filter.unit] });
  if (filter.status) conditions.push({ sql: `${STATUS_ON} = ?`, bindings: [on, filter.status] });
  if (filter.owing) conditions.push({ sql: `${OPEN} > 0`, bindings: [] });
  if (filter.search) conditions.push(searchCondition(readSearch(filter.search), on));
  const where = conditions.map(({ sql }) => sql).join(' and ');
  return rows(db, `select ${ITEM} from dwelling h where ${where} order by h.sort_key limit ?`, [on, on, ...conditions.flatMap(({ bindings }) => bindings), limit]);
}

function searchCondition(term: SearchTerm, on: string): Condition {
  const found = searchSelect(term, on, 100_000);
  return found ? { sql: `h.home_id in (select home_id from (${found.sql}))`, bindings: found.bindings } : { sql: '1', bindings: [] };
}

/** What was typed as a select of (home_id, matched, rank); undefined for an empty box. */
function searchSelect(term: SearchTerm, on: string, limit: number): Condition | undefined {
  if (term.kind === 'none') return undefined;
  if (term.kind === 'room') return searchRoom(term, on, limit);
  const isName = term.kind === 'name';
  // Names are compared anywhere (a scan of the people, 15 ms at 100,000); initials from their start (index).
  const condition = isName ? `instr(p.name, ?) > 0` : 'p.initials >= ? and p.initials < ?';
  const bindings = isName ? [term.name] : [term.initials, `${term.initials}{`];
  const rank = isName ? 'case when p.name = ? then 0 when instr(p.name, ?) = 1 then 1 else 2 end' : 'case when p.initials = ? then 0 else 1 end';
  const ranked = isName ? [term.name, term.name] : [term.initials];
  return {
    sql: `select o.home_id, '${term.kind}' as matched, ${rank} as rank from person p join occupancy o using (person_id) where ${condition} and ${STAYS} limit ${limit}`,
    bindings: [...ranked, ...bindings, on],
  };
}

function searchRoom(term: Extract<SearchTerm, { kind: 'room' }>, on: string, limit: number): Condition {
  const { label, compact, phoneTail } = term;
  // `label` and `compact` and `room` each have an index; `{` and `~` close the range after digits and letters.
  const parts = [
    `select home_id, 'room' as matched, case when label = ? then 0 else 2 end as rank from (select * from home where label >= ? and label < ? order by label limit ${limit})`,
    `select home_id, 'room', case when compact = ? then 0 else 3 end from (select * from home where compact >= ? and compact < ? order by compact limit ${limit})`,
  ];
  const bindings = [label, label, `${label}~`, compact, compact, `${compact}~`];
  if (label.includes('-') && !phoneTail) return { sql: parts[0] ?? '', bindings: bindings.slice(0, 3) };
  parts.push(`select home_id, 'room', 1 from (select * from home where room = ? limit ${limit})`);
  bindings.push(label);
  if (phoneTail) {
    parts.push(`select o.home_id, 'phone', 1 from person p join occupancy o using (person_id) where p.phone_tail = ? and substr(p.phone, -length(?)) = ? and ${STAYS}`);
    bindings.push(phoneTail.slice(-4), phoneTail, phoneTail, on);
    // The index knows the last of several phones; the few people with more than one are looked through.
    parts.push(`select o.home_id, 'phone', 1 from person p join occupancy o using (person_id) where instr(p.phone, '/') > 0 and instr(p.phone, ?) > 0 and ${STAYS}`);
    bindings.push(`${phoneTail}/`, on);
  }
  return { sql: parts.join(' union all '), bindings };
}

/** A plate, or five and more characters of one, as it is typed; undefined where it is none. */
function readPlateText(text: string): string | undefined {
  const bare = text.normalize('NFKC').toUpperCase().replace(/[\s·•.-]/g, '');
  return /^[\u4e00-\u9fff]?[A-Z0-9]{5,7}$/.test(bare) && /[A-Z]/.test(bare) ? bare : undefined;
}

/** Who has a car on a day: registered, or on a lease; a scan of the vehicles and of the plates of leases. */
function searchPlate(plate: string, on: string): Condition {
  return {
    sql: `select home_id, 'plate' as matched, 0 as rank from vehicle where instr(plate, ?) > 0 and from_on <= ? and (to_on is null or to_on > ?)
      union all select l.home_id, 'plate', 1 from lease_plate p join lease l using (lease_id) where instr(p.plate, ?) > 0 and l.state <> 'draft' and p.from_on <= ? and (p.to_on is null or p.to_on > ?)`,
    bindings: [plate, on, on, plate, on, on],
  };
}

export type SearchHit = { homeId: number; label: string; status: HomeStatus; ownerName: string; matched: 'room' | 'name' | 'pinyin' | 'phone' | 'plate'; phone: string };

/** The desk's search on a day: best matches first. */
export async function searchHomes(db: Db, text: string, on: string, limit: number): Promise<SearchHit[]> {
  const term = searchSelect(readSearch(text), on, 200);
  if (!term) return [];
  const plate = readPlateText(text);
  const cars = plate === undefined ? undefined : searchPlate(plate, on);
  const found = cars ? { sql: `select * from (${term.sql}) union all ${cars.sql}`, bindings: [...term.bindings, ...cars.bindings] } : term;
  return rows(db, `with hit as (select home_id, matched, min(rank) as rank from (${found.sql}) group by home_id)
    select h.home_id as homeId, h.label, ${STATUS_ON} as status, ${OWNER} as ownerName, hit.matched,
      coalesce((select p.phone from occupancy o join person p using (person_id) where o.home_id = h.home_id and ${STAYS} and p.phone <> '' order by o.role limit 1), '') as phone
    from hit join home h using (home_id) order by hit.rank, h.sort_key limit ?`, [...found.bindings, on, on, limit]);
}

/** One home with its balances and the property fee rate in force on a day. Throws NO_SUCH_HOME. */
export async function getHome(db: Db, homeId: number, on: string): Promise<HomeDetail> {
  const home = await row<Omit<HomeDetail, 'isCompany'> & { isCompany: number }>(db, `select ${ITEM}, h.payer = 'company' as isCompany, h.building, h.unit, h.room, h.floor, h.handover_on as handoverOn, h.note, h.merged_on as mergedOn,
    (select rate_e4 from fee_rate r where r.fee_item_id = 1 and r.home_id = h.home_id and r.from_on <= ? order by r.from_on desc limit 1) as rateE4
    from home h where h.home_id = ?`, [on, on, on, homeId]);
  if (!home) throw new AppError('NO_SUCH_HOME', { homeId });
  return { ...home, isCompany: home.isCompany === 1 };
}

/** Who owns a home and who lives there on a day, owners first. */
export async function listPeople(db: Db, homeId: number, on: string): Promise<PersonRow[]> {
  const people = await rows<Omit<PersonRow, 'pays'> & { pays: number }>(db, `select p.person_id as personId, o.role, p.name, p.phone, o.from_on as "from", o.to_on as "to", o.pays from occupancy o join person p using (person_id)
    where o.home_id = ? and (o.role = 'owner' and o.to_on is null or o.role = 'tenant' and o.from_on <= ? and ${STAYS}) order by o.role, p.person_id`, [homeId, on, on]);
  return people.map((person) => ({ ...person, pays: person.pays === 1 }));
}

export type UnitRow = { building: string; unit: string; homes: number; owing: number; openFen: number };

/** Every unit with what it owes; one pass over posting_home. */
export function listUnits(db: Db): Promise<UnitRow[]> {
  return rows(db, `with open as (select home_id, sum(amount_fen) as fen from posting where home_id is not null and account = '1122' group by home_id)
    select h.building, h.unit, count(*) as homes, sum(coalesce(open.fen, 0) > 0) as owing, coalesce(sum(open.fen), 0) as openFen
    from dwelling h left join open using (home_id) group by h.building, h.unit order by min(h.sort_key)`);
}

/** Every home of a unit as it is on a day, with its floor. */
export function listHomesOfUnit(db: Db, building: string, unit: string, on: string): Promise<(HomeRow & { floor: string })[]> {
  return rows(db, `select ${ITEM}, h.floor from home h where h.building = ? and h.unit = ? order by h.sort_key`, [on, on, building, unit]);
}
