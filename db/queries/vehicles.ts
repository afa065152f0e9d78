import type { LeaseKind } from '../../shared/contract/parking.ts';
import { AppError } from '../../shared/errors.ts';
import { row, rows, run, type Db } from '../sql.ts';

export type VehicleFacts = { vehicleId: number; plate: string; homeId: number; label: string; from: string; to: string | null };
type By = { userId: number; userName: string; at: string };

const FACTS = 'v.vehicle_id as vehicleId, v.plate, v.home_id as homeId, h.label, v.from_on as "from", v.to_on as "to"';

/** Whose a plate is on a day or will be after it, the last first; index: vehicle_plate. */
export function listOwnersOfPlate(db: Db, plate: string, from: string): Promise<VehicleFacts[]> {
  return rows(db, `select ${FACTS} from vehicle v join home h using (home_id) where v.plate = ? and (v.to_on is null or v.to_on > ?) and (v.to_on is null or v.to_on > v.from_on) order by v.from_on desc, v.vehicle_id desc`, [plate, from]);
}

/** Throws NO_SUCH_VEHICLE. */
export async function getVehicle(db: Db, vehicleId: number): Promise<VehicleFacts> {
  const found = await row<VehicleFacts>(db, `select ${FACTS} from vehicle v join home h using (home_id) where v.vehicle_id = ?`, [vehicleId]);
  if (!found) throw new AppError('NO_SUCH_VEHICLE', { vehicleId });
  return found;
}

export async function insertVehicle(db: Db, { plate, energy, homeId, from, note, userId, userName, at }: { plate: string; energy: 'blue' | 'green'; homeId: number; from: string; note: string } & By): Promise<number> {
  const made = await row<{ id: number }>(db, 'insert into vehicle (plate, energy, home_id, from_on, note, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?, ?) returning vehicle_id as id', [plate, energy, homeId, from, note, userId, userName, at]);
  return made?.id ?? 0;
}

export async function endVehicleOn(db: Db, vehicleId: number, on: string): Promise<void> {
  await run(db, 'update vehicle set to_on = ? where vehicle_id = ?', [on, vehicleId]);
}

/** Names of today's owners; index: occupancy primary key. */
const OWNER = `coalesce((select group_concat(p.name, '、') from occupancy o join person p using (person_id) where o.home_id = h.home_id and o.role = 'owner' and o.to_on is null), '')`;
/** The lease that a plate is on and the space it holds on a day (four bindings of it); index: lease_plate primary key. */
const LEASE_ON = `left join (select p.plate, l.lease_id, l.kind, l.home_id, c.code from lease_plate p join lease l on l.lease_id = p.lease_id and l.state <> 'draft' join lease_span n on n.lease_id = l.lease_id join parking_space c using (space_id)
  where p.from_on <= ? and (p.to_on is null or p.to_on > ?) and n.from_on <= ? and (n.to_on is null or n.to_on > ?)) q`;

export type VehicleRow = VehicleFacts & { energy: 'blue' | 'green'; ownerName: string; note: string; leaseId: number | null; space: string | null; leaseKind: LeaseKind | null };
export type VehicleFilter = { homeId?: number | undefined; search?: string | undefined; present: boolean };

function vehicleWhere({ homeId, search, present }: VehicleFilter, today: string): { where: string; bindings: (string | number)[] } {
  const conditions = ['(v.to_on is null or v.to_on > v.from_on)'];
  const bindings: (string | number)[] = [];
  const add = (sql: string, ...values: (string | number)[]) => { conditions.push(sql); bindings.push(...values); };
  if (homeId !== undefined) add('v.home_id = ?', homeId);
  if (present) add('(v.to_on is null or v.to_on > ?)', today);
  if (search) add(`(instr(v.plate, ?) > 0 or h.label = ? or v.home_id in (select o.home_id from occupancy o join person p using (person_id) where o.role = 'owner' and o.to_on is null and instr(p.name, ?) > 0))`, plainPlate(search), search, search);
  return { where: conditions.join(' and '), bindings };
}

/** Part of a plate as plates are kept. */
function plainPlate(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[\s·•.．・-]/g, '');
}

/** Vehicles by plate; a page goes on after `plate|number`; index: vehicle_plate. */
export function listVehicles(db: Db, filter: VehicleFilter, { on, after, limit }: { on: string; after: { plate: string; vehicleId: number }; limit: number }): Promise<VehicleRow[]> {
  const { where, bindings } = vehicleWhere(filter, on);
  return rows(db, `select ${FACTS}, v.energy, ${OWNER} as ownerName, v.note, q.lease_id as leaseId, q.code as space, q.kind as leaseKind from vehicle v join home h using (home_id) ${LEASE_ON} on q.plate = v.plate
    where ${where} and (v.plate, v.vehicle_id) > (?, ?) order by v.plate, v.vehicle_id limit ?`, [on, on, on, on, ...bindings, after.plate, after.vehicleId, limit]);
}

export async function countVehicles(db: Db, filter: VehicleFilter, on: string): Promise<number> {
  const { where, bindings } = vehicleWhere(filter, on);
  return (await row<{ count: number }>(db, `select count(*) as count from vehicle v join home h using (home_id) where ${where}`, bindings))?.count ?? 0;
}

export type PlateHit = { plate: string; homeId: number; label: string; ownerName: string; leaseId: number | null; space: string | null; openFen: number };

/** Cars and leases of today whose plate holds a text; who is named is the lease's payer, else whose car it is. Open amounts: posting_home. */
export function findPlates(db: Db, text: string, on: string, limit: number): Promise<PlateHit[]> {
  return rows(db, `with hit as (select plate, home_id, lease_id, code, 0 as place from (select p.plate, l.home_id, l.lease_id, c.code from lease_plate p join lease l on l.lease_id = p.lease_id and l.state <> 'draft' join lease_span n on n.lease_id = l.lease_id join parking_space c using (space_id)
        where instr(p.plate, ?) > 0 and p.from_on <= ? and (p.to_on is null or p.to_on > ?) and n.from_on <= ? and (n.to_on is null or n.to_on > ?))
      union all select v.plate, v.home_id, null, null, 1 from vehicle v where instr(v.plate, ?) > 0 and v.from_on <= ? and (v.to_on is null or v.to_on > ?)),
    best as (select plate, home_id, lease_id, code from hit where place = (select min(o.place) from hit o where o.plate = hit.plate))
    select b.plate, b.home_id as homeId, h.label, ${OWNER} as ownerName, b.lease_id as leaseId, b.code as space, coalesce((select sum(amount_fen) from posting where home_id = h.home_id and account = '1122'), 0) as openFen
    from best b join home h using (home_id) order by b.plate, b.lease_id limit ?`, [plainPlate(text), on, on, on, on, plainPlate(text), on, on, limit]);
}

/** Whose car each plate is, and when; index: vehicle_plate. */
export async function listHomesOfPlates(db: Db, plates: readonly string[]): Promise<Map<string, { homeId: number; from: string; to: string | null }[]>> {
  const found = await rows<{ plate: string; homeId: number; from: string; to: string | null }>(db, 'select v.plate, v.home_id as homeId, v.from_on as "from", v.to_on as "to" from json_each(?) j cross join vehicle v on v.plate = j.value order by v.plate, v.from_on', [JSON.stringify(plates)]);
  const homes = new Map<string, { homeId: number; from: string; to: string | null }[]>();
  for (const { plate, ...home } of found) {
    const list = homes.get(plate);
    if (list) list.push(home); else homes.set(plate, [home]);
  }
  return homes;
}
