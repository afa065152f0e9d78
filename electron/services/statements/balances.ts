import { sumAccountMonths, sumOpening, type Counted } from '../../../db/queries/statement-moves.ts';
import type { Db } from '../../../db/sql.ts';
import type { StatementKind } from '../../../shared/contract/statement-content.ts';
import { addMonths, firstDay } from '../../../shared/domain/period.ts';
import { placeOf, roleOf, type Section } from '../../../shared/domain/statement-accounts.ts';

/** Sums of a fund's accounts by month, money by money and flow by flow: what lines are checked against, and what other periods came to. */
export type Balances = {
  openingFen: number; /** Money and what is held for others. */ closingFen: number; /** The other side of the same entries. */ otherSideFen: number;
  /** At the end of the period. */ ends: ReadonlyMap<string, number>;
  /** Both sides of a month without opening entries; they are equal while the books balance. */ monthOf: (month: string) => { moneyFen: number; flowFen: number };
  /** What months came to on cash basis; null where the books do not reach. */ totalsOf: (from: string, to: string) => { incomeFen: number; costFen: number; netFen: number };
  /** What a stretch posted on an account of flow (credit positive), opening entries left out. */ postedOf: (account: string, from: string, to: string) => number;
  accounts: readonly string[];
};

/** `earliest`: from this month on, months are told apart. */
export async function readBalances(db: Db, kind: StatementKind, counted: Counted, earliest: string): Promise<Balances> {
  const [first, last] = [counted.from.slice(0, 7), counted.to.slice(0, 7)];
  const sums = await sumAccountMonths(db, { ...counted, from: firstDay(earliest) });
  const openings = (await sumOpening(db, { ...counted, from: firstDay(earliest) })).map(({ account, on, fen }) => ({ account, month: on.slice(0, 7), fen }));
  const isMoney = (account: string): boolean => roleOf(account) === 'money' || roleOf(account) === 'held';
  const total = (list: readonly { account: string; month: string; fen: number }[], wanted: (account: string, month: string) => boolean): number => list.reduce((sum, { account, month, fen }) => (wanted(account, month) ? sum + fen : sum), 0);
  const posted = (wanted: (account: string, month: string) => boolean): number => total(sums, wanted) - total(openings, wanted);
  const ends = new Map<string, number>();
  for (const { account, fen } of sums) ends.set(account, (ends.get(account) ?? 0) + fen);
  const postedOf = (account: string, from: string, to: string): number => 0 - posted((other, month) => other === account && month >= from && month <= to);
  const accounts = [...ends.keys()];
  return {
    accounts, ends, postedOf,
    openingFen: total(sums, (account, month) => isMoney(account) && month < first) + total(openings, (account, month) => isMoney(account) && month >= first && month <= last),
    closingFen: total(sums, isMoney), otherSideFen: 0 - total(sums, (account) => !isMoney(account)),
    monthOf: (month) => ({ moneyFen: posted((account, other) => isMoney(account) && other === month), flowFen: 0 - posted((account, other) => !isMoney(account) && other === month) }),
    totalsOf: (from, to) => {
      const flowFen = 0 - posted((account, month) => !isMoney(account) && month >= from && month <= to);
      const bySection = (wanted: (section: Section) => boolean): number => accounts.filter((account) => roleOf(account) === 'flow' && wanted(placeOf(kind, account, '').section)).reduce((sum, account) => sum + postedOf(account, from, to), 0);
      const costFen = 0 - bySection((section) => COST_SECTIONS.has(section));
      const incomeFen = flowFen + costFen - bySection((section) => section !== 'income' && !COST_SECTIONS.has(section));
      return { incomeFen, costFen, netFen: incomeFen - costFen };
    },
  };
}

/** What is taken off income for the net. */
export const COST_SECTIONS: ReadonlySet<Section> = new Set(['tax', 'energy', 'direct', 'cost']);

/** Months from one to another, both included. */
export function monthsOf(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}
