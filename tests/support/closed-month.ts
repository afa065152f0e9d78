import { rows, run, type Db } from '../../db/sql.ts';
import { bankAccounts } from '../../shared/domain/common-sources.ts';
import { lastDay } from '../../shared/domain/period.ts';

const AT = '2026-12-01T00:00:00.000Z';

/** Closes months up to one, as the rows that closing leaves: the banks say what the books do. */
export async function closeThrough(db: Db, month: string): Promise<void> {
  for (const account of Object.values(bankAccounts)) {
    const [{ fen = 0 } = {}] = await rows<{ fen: number }>(db, 'select coalesce(sum(p.amount_fen), 0) as fen from posting p join entry e using (entry_id) where p.account = ? and e.on_date <= ?', [account, lastDay(month)]);
    await run(db, `insert into bank_balance (month, account, balance_fen, user_id, user_name, at) values (?, ?, ?, 1, '陈经理', ?)`, [month, account, fen, AT]);
  }
  await run(db, `insert into period_event (kind, month, closed_through, reason, user_id, user_name, at) values ('close', ?, ?, '', 1, '陈经理', ?)`, [month, month, AT]);
}

/** Opens a month again, and those after it. */
export async function reopenMonth(db: Db, month: string, through: string | null): Promise<void> {
  await run(db, `insert into period_event (kind, month, closed_through, reason, user_id, user_name, at) values ('reopen', ?, ?, '漏记一笔', 1, '陈经理', ?)`, [month, through, AT]);
}
