import type { z } from 'zod';
import type { leaseItem, LeaseKind, LeaseState, SpaceTitle, WeekWindow } from '../../shared/contract/parking.ts';
import { row, rows, type Db } from '../sql.ts';

export type LeaseItem = z.infer<typeof leaseItem>;
export type LeaseFilter = {
  leaseId?: number | undefined; kind?: LeaseKind | undefined; state?: LeaseState | undefined; zone?: string | undefined; space?: string | undefined; homeId?: number | undefined; contractNo?: string | undefined; search?: string | undefined;
  owing?: boolean | undefined; /** Ends by this day. */ endsBy?: string | undefined;
};

const HELD = '(n.to_on is null or n.to_on > n.from_on)';
const ON_DAY = 'n.from_on <= t.day and (n.to_on is null or n.to_on > t.day)';

/**
 * Leases with their state on a day, the day they end or ended, and the stretch that tells where they are: that of the day,
 * else the last before it, else the first after it. A lease ended for a day to come goes on until then.
 */
const LEASES = `from (select l.*, case when l.state = 'ended' then l.ended_on else l.to_on end as ends,
      case when l.state = 'draft' then 'draft' when (case when l.state = 'ended' then l.ended_on else l.to_on end) <= t.day then 'ended' when l.from_on > t.day then 'signed'
        when exists (select 1 from lease_span n where n.lease_id = l.lease_id and ${ON_DAY}) then 'running' else 'suspended' end as shown,
      (select n.span_id from lease_span n where n.lease_id = l.lease_id order by case when ${ON_DAY} then 0 when ${HELD} and n.from_on <= t.day then 1 when ${HELD} then 2 else 3 end,
        case when n.from_on <= t.day then n.from_on end desc, n.from_on, n.span_id desc limit 1) as span_id
    from lease l cross join (select ? as day) t) l join home h using (home_id) join lease_span n on n.span_id = l.span_id join parking_space s on s.space_id = n.space_id cross join (select ? as day) t`;

// A look-up for each charge: joined, SQLite would walk the account.
const OPEN = `(select coalesce(sum((select sum(amount_fen) from posting p where p.bill_id = c.bill_id and p.account = '1122')), 0) from parking_charge c where c.lease_id = l.lease_id)`;
const LESSEE = `coalesce((select group_concat(p.name, '、') from occupancy o join person p using (person_id) where o.home_id = l.home_id and o.role = 'owner' and o.to_on is null), '')`;
const PLATES = `(select json_group_array(plate) from (select plate from lease_plate p where p.lease_id = l.lease_id and (p.to_on is null or (p.to_on > p.from_on and (p.to_on > t.day or p.to_on = l.ends))) order by p.plate))`;
const DEPOSIT = `(select coalesce(sum(d.amount_fen - coalesce((select sum(returned_fen + retained_fen) from deposit_return r where r.deposit_no = d.deposit_no), 0)), 0) from lease_deposit x join deposit d using (deposit_no) where x.lease_id = l.lease_id)`;
const CHARGED_TO = '(select max(c.to_on) from parking_charge c where c.lease_id = l.lease_id and not exists (select 1 from bill_cancel x where x.bill_id = c.bill_id))';

type Found = Omit<LeaseItem, 'windows' | 'plates' | 'isCompany' | 'title' | 'state'> & { windows: string | null; plates: string; isCompany: number; title: SpaceTitle; state: LeaseState };

/** A page of leases, the newest first; keyset by number. Indexes: lease_span_lease, parking_charge_lease, posting_bill, lease_plate_lease, lease_deposit_lease. */
export async function listLeases(db: Db, filter: LeaseFilter, on: string, page: { after: number; limit: number }): Promise<LeaseItem[]> {
  const where = leaseWhere(filter, on);
  const found = await rows<Found>(db, `select l.lease_id as leaseId, l.lease_no as leaseNo, l.contract_no as contractNo, l.kind, l.shown as state, h.label, l.home_id as homeId, h.payer = 'company' as isCompany, ${LESSEE} as lessee, s.code as space, s.zone, s.title,
      l.from_on as "from", l.ends as "to", l.windows, ${PLATES} as plates, n.monthly_fen as monthlyFen, l.proration, l.cycle, l.deposit_fen as depositFen, ${DEPOSIT} as depositHeldFen, ${OPEN} as openFen, ${CHARGED_TO} as chargedTo
    ${LEASES} where l.lease_id < ? and ${where.sql} order by l.lease_id desc limit ?`, [on, on, page.after, ...where.bindings, page.limit]);
  return found.map(({ windows, plates, isCompany, ...lease }) => ({ ...lease, isCompany: isCompany === 1, windows: windows === null ? [] : (JSON.parse(windows) as WeekWindow[]), plates: JSON.parse(plates) as string[] }));
}

/** How many leases there are, and what those that go on bring in a month. */
export async function sumLeases(db: Db, filter: LeaseFilter, on: string): Promise<{ total: number; monthlyFen: number }> {
  const where = leaseWhere(filter, on);
  const found = await row<{ total: number; monthlyFen: number }>(db, `select count(*) as total, coalesce(sum(case when l.shown in ('running', 'signed') then n.monthly_fen end), 0) as monthlyFen ${LEASES} where ${where.sql}`, [on, on, ...where.bindings]);
  return found ?? { total: 0, monthlyFen: 0 };
}

type Where = { sql: string; bindings: (string | number)[] };

function leaseWhere({ leaseId, kind, state, zone, space, homeId, contractNo, search, owing, endsBy }: LeaseFilter, on: string): Where {
  const parts: Where[] = [];
  const add = (sql: string, ...bindings: (string | number)[]): unknown => parts.push({ sql, bindings });
  if (leaseId !== undefined) add('l.lease_id = ?', leaseId);
  if (kind !== undefined) add('l.kind = ?', kind);
  if (state !== undefined) add('l.shown = ?', state);
  if (zone !== undefined) add('s.zone = ?', zone);
  if (space !== undefined) add('l.lease_id in (select x.lease_id from lease_span x join parking_space y using (space_id) where y.code = ?)', space);
  if (homeId !== undefined) add('l.home_id = ?', homeId);
  if (contractNo !== undefined) add('l.contract_no = ?', contractNo);
  if (owing) add(`${OPEN} > 0`);
  if (endsBy !== undefined) add(`l.shown in ('running', 'signed', 'suspended') and l.ends >= ? and l.ends <= ?`, on, endsBy);
  if (search !== undefined && search.trim() !== '') {
    const text = search.trim();
    add(`(instr(l.lease_no, upper(?)) > 0 or instr(l.contract_no, ?) > 0 or instr(h.compact, lower(?)) > 0 or instr(h.label, ?) > 0
        or l.lease_id in (select p.lease_id from lease_plate p where instr(p.plate, upper(?)) > 0) or l.lease_id in (select x.lease_id from lease_span x join parking_space y using (space_id) where instr(upper(y.code), upper(?)) > 0)
        or l.home_id in (select o.home_id from person p join occupancy o using (person_id) where instr(p.name, ?) > 0 and o.role = 'owner' and o.to_on is null))`, text, text, text, text, text, text, text);
  }
  return { sql: parts.length === 0 ? 'true' : parts.map(({ sql }) => sql).join(' and '), bindings: parts.flatMap(({ bindings }) => bindings) };
}

/** A lease's deposits, oldest first; index: lease_deposit_lease. */
export function listDepositsOf(db: Db, leaseId: number): Promise<{ depositId: string; receiptNo: string; amountFen: number; heldFen: number }[]> {
  return rows(db, `select d.deposit_id as depositId, d.receipt_no as receiptNo, d.amount_fen as amountFen, d.amount_fen - coalesce((select sum(returned_fen + retained_fen) from deposit_return r where r.deposit_no = d.deposit_no), 0) as heldFen
    from lease_deposit x join deposit d using (deposit_no) where x.lease_id = ? order by d.deposit_no`, [leaseId]);
}

/** Who has some leases: a home with its owners, or a company. */
export async function listLesseesOf(db: Db, leaseIds: readonly number[]): Promise<Map<number, string>> {
  const found = await rows<{ leaseId: number; lessee: string }>(db, `select l.lease_id as leaseId, h.label || case when h.payer = 'company' then '' else ' ' || ${LESSEE} end as lessee from lease l join home h using (home_id) where l.lease_id in (select value from json_each(?))`, [JSON.stringify(leaseIds)]);
  return new Map(found.map(({ leaseId, lessee }) => [leaseId, lessee.trim()]));
}
