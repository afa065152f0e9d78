import { findCompany, listCompanies as listRows, listStatementLines, listStatementPayments, owedBefore } from '../../../db/queries/companies.ts';
import type { Db } from '../../../db/sql.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { WeekWindow } from '../../../shared/contract/parking.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { addMonths, firstDay } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';

export const listCompanies: Handler<'parking.listCompanies'> = async ({ db, today }, filter) => {
  const items = await listRows(db, filter, today);
  return { items, openFen: sumFen(items.map(({ openFen }) => openFen)) };
};

const DAYS = [...'一二三四五六日'];

/**
 * Windows as paper says them.
 * @example windowWords([{ weekdays: [1, 2, 3, 4, 5], from: '08:30', to: '17:30' }]) // 周一、二、三、四、五 08:30–17:30
 */
export function windowWords(windows: readonly WeekWindow[]): string {
  if (windows.length === 0) return '全天';
  return windows.map(({ weekdays, from, to }) => `${weekdays.length === 7 ? '每天' : `周${weekdays.map((day) => DAYS[day - 1]).join('、')}`} ${from}–${to <= from ? `次日 ${to}` : to}`).join('；');
}

/** One company's month: what it owed, every line of it, what it paid, and what it owes; the four agree to the fen. */
export const companyStatement: Handler<'parking.companyStatement'> = ({ db }, input) => readStatement(db, input);

/** The same for paper. Throws NO_SUCH_COMPANY. */
export async function readStatement(db: Db, { companyId, month }: Input<'parking.companyStatement'>): Promise<Output<'parking.companyStatement'>> {
  const company = await findCompany(db, companyId);
  if (!company) throw new AppError('NO_SUCH_COMPANY', { companyId });
  const [from, to] = [firstDay(month), firstDay(addMonths(month, 1))];
  const lines = await listStatementLines(db, companyId, from, to);
  const payments = await listStatementPayments(db, companyId, from, to);
  const [openingFen, closingFen] = [await owedBefore(db, companyId, from), await owedBefore(db, companyId, to)];
  return {
    companyId, name: company.name, month, openingFen, closingFen, payments, chargedFen: sumFen(lines.map(({ amountFen }) => amountFen)), paidFen: sumFen(payments.map(({ amountFen }) => amountFen)),
    lines: lines.map((line) => ({ ...line, windows: line.leaseNo === '' ? '' : windowWords(line.windows === '' ? [] : (JSON.parse(line.windows) as WeekWindow[])) })),
  };
}
