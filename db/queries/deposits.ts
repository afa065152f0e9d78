import type { DepositKind } from '../../shared/contract/deposits.ts';
import type { PaymentMethod } from '../../shared/contract/payments.ts';
import { row, rows, run, type Db } from '../sql.ts';

export type DepositRow = {
  depositNo: number; depositId: string; homeId: number; kind: DepositKind; amountFen: number; receivedOn: string; method: PaymentMethod; transactionNo: string | null; payer: string; note: string; receiptNo: string; label: string;
  officeName: string; officePhone: string; cashier: string; registeredAt: string; registeredOn: string; entryId: number;
  /** Given back and kept so far. */ returnedFen: number; retainedFen: number;
};

const RETURNED = (what: 'returned' | 'retained') => `coalesce((select sum(${what}_fen) from deposit_return r where r.deposit_no = d.deposit_no), 0)`;
const SELECT = `d.deposit_no as depositNo, d.deposit_id as depositId, d.home_id as homeId, d.kind, d.amount_fen as amountFen, d.received_on as receivedOn, d.method, d.transaction_no as transactionNo, d.payer, d.note, d.receipt_no as receiptNo, d.label,
  d.office_name as officeName, d.office_phone as officePhone, d.cashier, d.registered_at as registeredAt, d.registered_on as registeredOn, d.entry_id as entryId, ${RETURNED('returned')} as returnedFen, ${RETURNED('retained')} as retainedFen`;

/** A deposit with what was returned of it; index: deposit_return_deposit. */
export function findDeposit(db: Db, depositId: string): Promise<DepositRow | undefined> {
  return row(db, `select ${SELECT} from deposit d where d.deposit_id = ?`, [depositId]);
}

export type NewDeposit = Omit<DepositRow, 'depositNo' | 'returnedFen' | 'retainedFen'> & { userId: number };

export async function insertDeposit(db: Db, deposit: NewDeposit): Promise<void> {
  await run(db, `insert into deposit (deposit_id, home_id, kind, amount_fen, received_on, method, transaction_no, payer, note, receipt_no, label, office_name, office_phone, cashier, user_id, registered_at, registered_on, entry_id)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  [deposit.depositId, deposit.homeId, deposit.kind, deposit.amountFen, deposit.receivedOn, deposit.method, deposit.transactionNo, deposit.payer, deposit.note, deposit.receiptNo, deposit.label, deposit.officeName, deposit.officePhone,
    deposit.cashier, deposit.userId, deposit.registeredAt, deposit.registeredOn, deposit.entryId]);
}

export type ReturnRow = { depositNo: number; returnNo: string; on: string; returnedFen: number; retainedFen: number; method: PaymentMethod; reason: string; payee: string; by: string; at: string; entryId: number };

export async function insertReturn(db: Db, one: ReturnRow & { userId: number }): Promise<void> {
  await run(db, 'insert into deposit_return (deposit_no, return_no, returned_fen, retained_fen, method, reason, on_date, payee, user_id, user_name, at, entry_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [one.depositNo, one.returnNo, one.returnedFen, one.retainedFen, one.method, one.reason, one.on, one.payee, one.userId, one.by, one.at, one.entryId]);
}

/** Returns of these deposits, oldest first; index: deposit_return_deposit. */
export function listReturns(db: Db, depositNos: readonly number[]): Promise<ReturnRow[]> {
  return rows(db, `select deposit_no as depositNo, return_no as returnNo, on_date as "on", returned_fen as returnedFen, retained_fen as retainedFen, method, reason, payee, user_name as by, at, entry_id as entryId
    from deposit_return where deposit_no in (select value from json_each(?)) order by return_id`, [JSON.stringify(depositNos)]);
}

export type DepositFilter = { homeId?: number | undefined; search?: string | undefined; heldOnly?: boolean | undefined };

function depositWhere({ homeId, search, heldOnly }: DepositFilter): { where: string; bindings: (string | number)[] } {
  const conditions = ['1'];
  const bindings: (string | number)[] = [];
  if (homeId) { conditions.push('d.home_id = ?'); bindings.push(homeId); }
  if (search) { conditions.push('(d.label = ? or instr(d.receipt_no, ?) > 0 or instr(d.payer, ?) > 0 or d.transaction_no = ?)'); bindings.push(search, search, search, search); }
  if (heldOnly) conditions.push(`d.amount_fen > ${RETURNED('returned')} + ${RETURNED('retained')}`);
  return { where: conditions.join(' and '), bindings };
}

/** Deposits, newest first; keyset by `deposit_no`; index: deposit_home. */
export function listDeposits(db: Db, filter: DepositFilter, page: { before: number; limit: number }): Promise<DepositRow[]> {
  const { where, bindings } = depositWhere(filter);
  return rows(db, `select ${SELECT} from deposit d where ${where} and d.deposit_no < ? order by d.deposit_no desc limit ?`, [...bindings, page.before, page.limit]);
}

/** Number of deposits, and what is held of them. */
export async function sumDeposits(db: Db, filter: DepositFilter): Promise<{ total: number; heldFen: number }> {
  const { where, bindings } = depositWhere(filter);
  const found = await row<{ total: number; heldFen: number | null }>(db, `select count(*) as total, sum(d.amount_fen - ${RETURNED('returned')} - ${RETURNED('retained')}) as heldFen from deposit d where ${where}`, bindings);
  return { total: found?.total ?? 0, heldFen: found?.heldFen ?? 0 };
}
