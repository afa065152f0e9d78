import { AppError } from '../../shared/errors.ts';
import { row, rows, run, type Db } from '../sql.ts';

/** The last closed month: no entry is dated in it or before. Null when none is closed. */
export async function closedThrough(db: Db): Promise<string | null> {
  return (await row<{ through: string | null }>(db, 'select closed_through as through from period_event order by event_id desc limit 1'))?.through ?? null;
}

export async function isClosed(db: Db, month: string): Promise<boolean> {
  const through = await closedThrough(db);
  return through !== null && month <= through;
}

/** That a day takes entries. Throws PERIOD_CLOSED. */
export async function checkOpen(db: Db, on: string): Promise<void> {
  if (await isClosed(db, on.slice(0, 7))) throw new AppError('PERIOD_CLOSED', { month: on.slice(0, 7), on });
}

type By = { userId: number; userName: string; at: string };
export type PeriodEvent = { eventId: number; kind: 'close' | 'reopen'; month: string; closedThrough: string | null; reason: string; by: string; at: string };

/** All that closed months and opened them again, the earliest first; some a year. */
export function listPeriodEvents(db: Db): Promise<PeriodEvent[]> {
  return rows(db, 'select event_id as eventId, kind, month, closed_through as closedThrough, reason, user_name as by, at from period_event order by event_id');
}

export async function insertPeriodEvent(db: Db, { kind, month, closedThrough: through, reason, userId, userName, at }: Pick<PeriodEvent, 'kind' | 'month' | 'closedThrough' | 'reason'> & By): Promise<void> {
  await run(db, 'insert into period_event (kind, month, closed_through, reason, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?)', [kind, month, through, reason, userId, userName, at]);
}

/** What the statements of bank accounts say at a month's end, as entered last; index: bank_balance_month. */
export function listBankBalances(db: Db, month: string): Promise<{ account: string; balanceFen: number }[]> {
  return rows(db, 'select account, balance_fen as balanceFen from bank_balance b where month = ? and bank_balance_id = (select max(bank_balance_id) from bank_balance l where l.month = b.month and l.account = b.account) order by account', [month]);
}

export async function insertBankBalance(db: Db, { month, account, balanceFen, userId, userName, at }: { month: string; account: string; balanceFen: number } & By): Promise<void> {
  await run(db, 'insert into bank_balance (month, account, balance_fen, user_id, user_name, at) values (?, ?, ?, ?, ?, ?)', [month, account, balanceFen, userId, userName, at]);
}
