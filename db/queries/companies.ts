import { row, run, type Db } from '../sql.ts';
import { nextHomeId } from './roster.ts';

export type CompanyRow = { companyId: number; name: string; contact: string; phone: string; note: string };
const COMPANY = 'home_id as companyId, name, contact, phone, note';

/** The building of companies' accounts: it is no building of the estate, and sorts after all of them. */
export const COMPANIES = '企业';

export function findCompany(db: Db, companyId: number): Promise<CompanyRow | undefined> {
  return row(db, `select ${COMPANY} from company where home_id = ?`, [companyId]);
}

export function findCompanyByName(db: Db, name: string): Promise<CompanyRow | undefined> {
  return row(db, `select ${COMPANY} from company where name = ?`, [name]);
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
