import { jsonTable, rows, run, type Db } from '../sql.ts';

export type NewPerson = { name: string; phone: string; initials: string };

/** The numbers of people by name and phone, in their order; those not known yet are made. */
export async function upsertPeople(db: Db, people: readonly NewPerson[]): Promise<number[]> {
  const json = JSON.stringify(people.map(({ name, phone, initials }) => [name, phone, phone.slice(-4), initials]));
  const table = jsonTable(['name', 'phone', 'phone_tail', 'initials']);
  await run(db, `insert into person (name, phone, phone_tail, initials) select * from ${table} where 1 on conflict do nothing`, [json]);
  const found = await rows<{ personId: number }>(db, `select p.person_id as personId from ${table} n join person p on p.name = n.name and p.phone = n.phone`, [json]);
  return found.map(({ personId }) => personId);
}

export type Occupancy = { personId: number; role: 'owner' | 'tenant'; name: string; phone: string; from: string; to: string | null; pays: boolean };

/** Everyone who ever owned a home or lived in it, oldest first. */
export async function listOccupancies(db: Db, homeId: number): Promise<Occupancy[]> {
  const list = await rows<Omit<Occupancy, 'pays'> & { pays: number }>(db, `select o.person_id as personId, o.role, p.name, p.phone, o.from_on as "from", o.to_on as "to", o.pays from occupancy o join person p using (person_id)
    where o.home_id = ? order by o.from_on, o.role, o.person_id`, [homeId]);
  return list.map((one) => ({ ...one, pays: one.pays === 1 }));
}

/** Lets people own a home, or live in it, from a day on; the same person and day again is changed. */
export async function upsertOccupancies(db: Db, { homeId, role, from, to, pays }: { homeId: number; role: 'owner' | 'tenant'; from: string; to: string | null; pays: boolean }, personIds: readonly number[]): Promise<void> {
  await run(db, `insert into occupancy (home_id, person_id, role, from_on, to_on, pays) select ?, value, ?, ?, ?, ? from json_each(?) where 1 on conflict do update set to_on = excluded.to_on, pays = excluded.pays`,
    [homeId, role, from, to, pays ? 1 : 0, JSON.stringify(personIds)]);
}

/** Ends one occupancy; its row stays as history. */
export async function endOccupancy(db: Db, { homeId, personId, role, from }: { homeId: number; personId: number; role: 'owner' | 'tenant'; from: string }, to: string): Promise<void> {
  await run(db, 'update occupancy set to_on = ? where home_id = ? and person_id = ? and role = ? and from_on = ?', [to, homeId, personId, role, from]);
}
