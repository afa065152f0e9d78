import { sharedMinutes } from '../../shared/domain/lease-conflict.ts';
import type { Span } from '../../shared/domain/week-windows.ts';
import { rows, type Db } from '../sql.ts';
import type { Problem } from './verify.ts';

const PROBLEMS_SHOWN = 100;
const LIVING = 'not exists (select 1 from bill_cancel x where x.bill_id = c.bill_id)';

/** Charges and subsidies of parking against their parts and entries, and leases against each other. */
export async function wrongParking(db: Db): Promise<Problem[]> {
  return (await Promise.all([wrongCharges(db), chargedTwice(db), wrongSubsidies(db), wrongReturns(db), sharedSpaces(db), sharedPlates(db)])).flat();
}

/** Charges whose bill or subsidy is not the sum of their parts, or whose bill is of an item that its spaces do not belong to. */
function wrongCharges(db: Db): Promise<Problem[]> {
  return rows(db, `with parts as (select bill_id, sum(amount_fen) as fen, sum(subsidy_fen) as subsidy, min(s.title = 'common') as least, max(s.title = 'common') as most from parking_charge_part join parking_space s using (space_id) group by bill_id)
    select 'PARKING' as kind, l.lease_no || ' ' || b.month as subject, b.amount_fen || ' / ' || c.subsidy_fen || ' ≠ ' || coalesce(p.fen, 0) || ' / ' || coalesce(p.subsidy, 0) as detail
    from parking_charge c join lease l using (lease_id) join bill b using (bill_id) join fee_item i using (fee_item_id) left join parts p using (bill_id)
    where p.fen is not b.amount_fen or b.home_id <> l.home_id or p.subsidy is not c.subsidy_fen or p.least <> p.most
      or i.code <> case when p.least = 0 then 'parking-agency' when l.kind = 'resident' then 'parking-resident' else 'parking-daytime' end limit ${PROBLEMS_SHOWN}`);
}

/** Days of a lease that two parts of standing charges have. */
function chargedTwice(db: Db): Promise<Problem[]> {
  return rows(db, `with days as (select c.lease_id, p.from_on, max(p.to_on) over (partition by c.lease_id order by p.from_on, p.to_on rows between unbounded preceding and 1 preceding) as before
      from parking_charge c join parking_charge_part p using (bill_id) where ${LIVING})
    select 'PARKING' as kind, l.lease_no as subject, d.from_on || ' < ' || d.before as detail from days d join lease l using (lease_id) where d.from_on < d.before limit ${PROBLEMS_SHOWN}`);
}

/** Subsidy entries that are not the sum of the charges, less those taken back, that name them. */
function wrongSubsidies(db: Db): Promise<Problem[]> {
  return rows(db, `with told as (select entry_id, sum(fen) as fen from (select subsidy_entry_id as entry_id, subsidy_fen as fen from parking_charge where subsidy_fen > 0
        union all select r.entry_id, -c.subsidy_fen from parking_subsidy_return r join parking_charge c using (bill_id)) group by entry_id),
      posted as (select e.entry_id, sum(case when p.account = '2241.03.09' then p.amount_fen else 0 end) as fen, sum(case when p.account = '2241.03.01' then p.amount_fen else 0 end) as income, count(*) as lines
        from entry e join posting p using (entry_id) where e.kind = 'subsidy' or p.account = '2241.03.09' group by e.entry_id)
    select 'PARKING' as kind, cast(coalesce(t.entry_id, p.entry_id) as text) as subject, coalesce(t.fen, 0) || ' ≠ ' || coalesce(p.fen, 0) as detail
    from told t full join posted p on p.entry_id = t.entry_id where t.fen is not p.fen or p.income is not -p.fen or p.lines <> 2 limit ${PROBLEMS_SHOWN}`);
}

/** Cancelled charges whose subsidy stands, and subsidies taken back of charges that stand. */
function wrongReturns(db: Db): Promise<Problem[]> {
  return rows(db, `select 'PARKING' as kind, l.lease_no || ' ' || c.from_on as subject, cast(c.subsidy_fen as text) as detail
    from parking_charge c join lease l using (lease_id) left join bill_cancel x using (bill_id) left join parking_subsidy_return r using (bill_id)
    where c.subsidy_fen > 0 and (x.bill_id is null) <> (r.bill_id is null) limit ${PROBLEMS_SHOWN}`);
}

type Pair = { space: string; first: string; second: string; from1: string; to1: string | null; from2: string; to2: string | null; spans1: string; spans2: string };

/** Leases that hold the same minute of a space: the pairs that share days, looked at over the real calendar. */
async function sharedSpaces(db: Db): Promise<Problem[]> {
  const spans = (lease: string): string => `(select json_group_array(json_object('from', w.from_minute, 'to', w.to_minute)) from lease_window w where w.lease_id = ${lease}.lease_id)`;
  const pairs = await rows<Pair>(db, `select s.code as space, l1.lease_no as "first", l2.lease_no as "second", n1.from_on as from1, n1.to_on as to1, n2.from_on as from2, n2.to_on as to2, ${spans('n1')} as spans1, ${spans('n2')} as spans2
    from lease_span n1 join lease_span n2 on n2.space_id = n1.space_id and n2.span_id > n1.span_id and n2.lease_id <> n1.lease_id and (n1.to_on is null or n2.from_on < n1.to_on) and (n2.to_on is null or n2.to_on > n1.from_on)
      join lease l1 on l1.lease_id = n1.lease_id join lease l2 on l2.lease_id = n2.lease_id join parking_space s on s.space_id = n1.space_id
    where (n1.to_on is null or n1.to_on > n1.from_on) and (n2.to_on is null or n2.to_on > n2.from_on)
      and exists (select 1 from lease_window w1 join lease_window w2 on w2.lease_id = n2.lease_id and w2.from_minute < w1.to_minute and w2.to_minute > w1.from_minute where w1.lease_id = n1.lease_id)`);
  return pairs.flatMap(({ space, first, second, from1, to1, from2, to2, spans1, spans2 }): Problem[] => {
    const [left, right] = [JSON.parse(spans1) as Span[], JSON.parse(spans2) as Span[]].map((list) => list.sort((one, two) => one.from - two.from));
    const shared = sharedMinutes({ from: from1, to: to1, spans: left ?? [] }, { from: from2, to: to2, spans: right ?? [] });
    return shared.length > 0 ? [{ kind: 'PARKING', subject: space, detail: `${first} / ${second}` }] : [];
  }).slice(0, PROBLEMS_SHOWN);
}

/** Plates on two signed leases on the same day. */
function sharedPlates(db: Db): Promise<Problem[]> {
  return rows(db, `select 'PARKING' as kind, p1.plate as subject, l1.lease_no || ' / ' || l2.lease_no as detail
    from lease_plate p1 join lease_plate p2 on p2.plate = p1.plate and p2.lease_id > p1.lease_id and (p1.to_on is null or p2.from_on < p1.to_on) and (p2.to_on is null or p2.to_on > p1.from_on)
      join lease l1 on l1.lease_id = p1.lease_id join lease l2 on l2.lease_id = p2.lease_id
    where l1.state <> 'draft' and l2.state <> 'draft' and (p1.to_on is null or p1.to_on > p1.from_on) and (p2.to_on is null or p2.to_on > p2.from_on) limit ${PROBLEMS_SHOWN}`);
}
