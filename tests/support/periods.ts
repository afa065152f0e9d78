import { createHash } from 'node:crypto';
import { rows } from '../../db/sql.ts';
import { postEntry, type Posting } from '../../db/ledger.ts';
import { lastDay } from '../../shared/domain/period.ts';
import type { TestOffice } from './open-office.ts';

const BANKS = ['1002.01', '1002.02'] as const;

/** What an account holds on a day. */
export async function heldOn(office: TestOffice, account: string, on: string): Promise<number> {
  return (await office.get('ledger.trialBalance', { on })).accounts.filter((one) => one.account === account).reduce((sum, { balanceFen }) => sum + balanceFen, 0);
}

/** Brings a month that is over to where it can be closed: shifts and days are closed, what channels hold at its end reaches the bank, and the bank says what the books do. */
export async function makeReady(office: TestOffice, month: string): Promise<void> {
  const on = lastDay(month);
  for (const account of ['1012.01', '1012.02']) {
    const funds = (await office.get('ledger.trialBalance', { on })).accounts.filter((one) => one.account === account && one.balanceFen !== 0);
    const postings = funds.flatMap(({ fund, balanceFen }): Posting[] => [{ account: '1002.01', fund, amountFen: balanceFen }, { account, fund, amountFen: -balanceFen }]);
    if (postings.length > 0) await office.office.database.write((db) => postEntry(db, { on, kind: 'settlement', memo: `结算 ${month}`, by: 1, at: office.ctx.now, postings }));
  }
  await office.call('shifts.closeDay', { on, witness: '文书', note: '' });
  for (const account of BANKS) await office.get('periods.setBankBalance', { month, account, balanceFen: await heldOn(office, account, on) });
}

/** All postings dated up to the end of a month: how many, what they sum to without sign, and a hash over them. */
export async function sealOf(office: TestOffice, month: string): Promise<{ count: number; fen: number; hash: string }> {
  const list = await rows<{ line: string; fen: number }>(office.raw, `select json_array(p.entry_id, p.line, p.on_date, e.on_date, p.account, p.fund, p.home_id, p.bill_id, p.amount_fen, e.hash) as line, abs(p.amount_fen) as fen from posting p join entry e using (entry_id) where p.on_date <= ? or e.on_date <= ? order by p.entry_id, p.line`, [lastDay(month), lastDay(month)]);
  return { count: list.length, fen: list.reduce((sum, { fen }) => sum + fen, 0), hash: createHash('sha256').update(list.map(({ line }) => line).join('\n')).digest('hex') };
}
