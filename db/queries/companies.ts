import { row, rows, run, type Db } from '../sql.ts';
import { nextHomeId } from './roster.ts';

export type CompanyRow = { companyId: number; name: string; contact: string; phone: string; note: string };
const COMPANY = 'home_id as companyId, name, contact, phone, note';

/** The building of companies' accounts: it is no building of the estate, and sorts after all of them. */
export const COMPANIES = '企业';

export function findCompany(db: Db, companyId: number): Promise<CompanyRow | undefined> {
  return row(db, `select ${COMPANY} from company where home_id = ?`, [companyId]);
}

/** Whose account a name is already: a company, or a home of that label. Index: home_label. */
export function findAccountByName(db: Db, name: string): Promise<{ companyId: number } | undefined> {
  return row(db, 'select home_id as companyId from home where label = ?', [name]);
}

/** Makes the account of a company, a row of home that is no home, and the company; answers its number. */
export async function insertCompany(db: Db, company: Omit<CompanyRow, 'companyId'>, by: { userId: number; userName: string; at: string }): Promise<number> {
  const companyId = await nextHomeId(db);
  await run(db, `insert into home (home_id, building, unit, room, floor, label, compact, sort_key, area_dm2, status, handover_on, note, home_type, payer)
    values (?, ?, '-', ?, '', ?, ?, ?, 1, 'occupied', null, '', 'office', 'company')`,
  [companyId, COMPANIES, company.name, company.name, company.name.toLowerCase(), `~${COMPANIES} ${company.name}`]);
  await run(db, 'insert into company (home_id, name, contact, phone, note, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?, ?)',
    [companyId, company.name, company.contact, company.phone, company.note, by.userId, by.userName, by.at]);
  return companyId;
}

export async function updateCompany(db: Db, { companyId, contact, phone, note }: Omit<CompanyRow, 'name'>): Promise<void> {
  await run(db, 'update company set contact = ?, phone = ?, note = ? where home_id = ?', [contact, phone, note, companyId]);
}

export type CompanyItem = CompanyRow & { leases: number; spaces: number; monthlyFen: number; openFen: number; prepaidFen: number; depositHeldFen: number };

/** Companies by name with what they lease on a day, owe and have paid ahead; indexes: lease_home, posting_home. */
export function listCompanies(db: Db, { search = '', owing = false }: { search?: string | undefined; owing?: boolean | undefined }, on: string): Promise<CompanyItem[]> {
  const held = 'from lease l join lease_span n using (lease_id) where l.home_id = c.home_id and n.from_on <= t.day and (n.to_on is null or n.to_on > t.day)';
  const balance = (account: string): string => `coalesce((select sum(amount_fen) from posting p where p.home_id = c.home_id and p.account = '${account}'), 0)`;
  return rows(db, `select * from (select c.home_id as companyId, c.name, c.contact, c.phone, c.note, (select count(distinct l.lease_id) ${held}) as leases, (select count(distinct n.space_id) ${held}) as spaces, (select coalesce(sum(n.monthly_fen), 0) ${held}) as monthlyFen,
      ${balance('1122')} as openFen, 0 - ${balance('2203')} as prepaidFen, 0 - ${balance('2241.01')} as depositHeldFen
    from company c cross join (select ? as day) t where instr(c.name, ?) > 0 or instr(c.contact, ?) > 0 or instr(c.phone, ?) > 0) where ? = 0 or openFen > 0 order by name`, [on, search, search, search, owing ? 1 : 0]);
}

export type StatementLine = {
  billId: number; leaseNo: string; contractNo: string; itemName: string; space: string; plates: string[]; from: string; to: string; windows: string; monthlyFen: number; amountFen: number; openFen: number; dueOn: string;
};

/** What was billed, cancelled and given away to a company on some days, in their order; undone bills are two lines. Indexes: bill_home, posting_bill, reduction_bill. */
export async function listStatementLines(db: Db, companyId: number, from: string, to: string): Promise<StatementLine[]> {
  const found = await rows<Omit<StatementLine, 'plates'> & { plates: string }>(db, `with moved as (select b.bill_id, e.on_date, 1 as step, b.amount_fen as fen, '' as said from bill b join entry e using (entry_id) where b.home_id = ?
        union all select b.bill_id, x.on_date, 2, -b.amount_fen, '（作废）' from bill b join bill_cancel x using (bill_id) where b.home_id = ?
        union all select b.bill_id, r.on_date, 3, -r.amount_fen, '（减免）' from bill b join reduction r using (bill_id) where b.home_id = ? and not exists (select 1 from bill_cancel x where x.bill_id = b.bill_id and x.on_date >= ? and x.on_date < ?))
    select b.bill_id as billId, coalesce(l.lease_no, '') as leaseNo, coalesce(l.contract_no, '') as contractNo, i.name || m.said as itemName,
      coalesce((select group_concat(code, '、') from (select distinct s.code from parking_charge_part p join parking_space s using (space_id) where p.bill_id = b.bill_id)), b.note) as space,
      coalesce((select json_group_array(plate) from (select distinct plate from lease_plate p where p.lease_id = l.lease_id and p.from_on < b.to_on and (p.to_on is null or p.to_on > b.from_on) order by plate)), '[]') as plates,
      b.from_on as "from", b.to_on as "to", coalesce(l.windows, '') as windows, coalesce((select max(monthly_fen) from parking_charge_part p where p.bill_id = b.bill_id), 0) as monthlyFen, m.fen as amountFen,
      case when m.step = 1 then coalesce((select sum(amount_fen) from posting where bill_id = b.bill_id and account = '1122'), 0) else 0 end as openFen, b.due_on as dueOn
    from moved m join bill b using (bill_id) join fee_item i using (fee_item_id) left join parking_charge c using (bill_id) left join lease l using (lease_id)
    where m.on_date >= ? and m.on_date < ? order by b.from_on, b.bill_id, m.step`, [companyId, companyId, companyId, from, to, from, to]);
  return found.map(({ plates, ...line }) => ({ ...line, plates: JSON.parse(plates) as string[] }));
}

/** What a company owed before a day, receivables less prepayments; index: posting_home. */
export async function owedBefore(db: Db, companyId: number, day: string): Promise<number> {
  return (await row<{ fen: number }>(db, `select coalesce(sum(amount_fen), 0) as fen from posting where home_id = ? and account in ('1122', '2203') and on_date < ?`, [companyId, day]))?.fen ?? 0;
}

/** What a company paid, had undone (below 0) or was given back (below 0) on some days; index: posting_home. */
export function listStatementPayments(db: Db, companyId: number, from: string, to: string): Promise<{ receiptNo: string; receivedOn: string; method: string; amountFen: number }[]> {
  return rows(db, `select coalesce(p.receipt_no, r.reversal_no, f.refund_no, '') as receiptNo, m.on_date as receivedOn, coalesce(p.method, (select method from payment o where o.payment_no = r.payment_no), f.method, '') as method, -m.fen as amountFen
    from (select e.entry_id, e.on_date, sum(x.amount_fen) as fen from posting x join entry e using (entry_id) where x.home_id = ? and x.account in ('1122', '2203') and e.kind in ('payment', 'reversal', 'refund') and e.on_date >= ? and e.on_date < ? group by e.entry_id) m
      left join payment p on p.entry_id = m.entry_id left join payment_reversal r on r.entry_id = m.entry_id left join refund f on f.entry_id = m.entry_id where m.fen <> 0 order by m.entry_id`, [companyId, from, to]);
}
