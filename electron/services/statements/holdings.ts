import { sumBalances, type Counted } from '../../../db/queries/statement-moves.ts';
import { findBankBalance } from '../../../db/queries/statement-facts.ts';
import type { Db } from '../../../db/sql.ts';
import type { StatementContent, StatementKind } from '../../../shared/contract/statement-content.ts';
import { bankAccounts } from '../../../shared/domain/common-sources.ts';
import { roleOf } from '../../../shared/domain/statement-accounts.ts';
import type { Balances } from './balances.ts';
import { holdingWords } from './words/holding-words.ts';

export type Holdings = { holdings: StatementContent['holdings']; differenceFen: number; bankFen: number | null; ledgerBankFen: number; bankUsed: boolean };

/** Where the closing balance lies: the bank as its statement says (as the books have it until that was entered), money in transit, cash, less what is held for others. */
export async function readHoldings(db: Db, kind: StatementKind, counted: Counted, { ends, closingFen }: Balances): Promise<Holdings> {
  const account = bankAccounts[counted.fund];
  const all = await sumBalances(db, [account], counted);
  const [ledgerBankFen, othersFen] = [all.reduce((sum, { fen }) => sum + fen, 0), all.filter(({ fund }) => fund !== counted.fund).reduce((sum, { fen }) => sum + fen, 0)];
  const bankFen = await findBankBalance(db, counted.to.slice(0, 7), account);
  const bankUsed = all.length > 0;
  const words = holdingWords(kind, counted.to);
  const rest = [...ends].filter(([other, fen]) => other !== account && fen !== 0 && (roleOf(other) === 'money' || roleOf(other) === 'held')).sort(([one], [other]) => (one < other ? -1 : 1));
  const holdings = [
    { key: account, ...(bankFen !== null ? words.bank : bankUsed ? words.bankUnknown : words.bankUnused), amountFen: bankFen ?? ledgerBankFen },
    ...(othersFen === 0 ? [] : [{ key: 'others', ...words.others, amountFen: 0 - othersFen }]),
    ...rest.map(([key, amountFen]) => ({ key, ...words.of(key), amountFen })),
  ];
  return { holdings, differenceFen: closingFen - holdings.reduce((sum, { amountFen }) => sum + amountFen, 0), bankFen, ledgerBankFen, bankUsed };
}
