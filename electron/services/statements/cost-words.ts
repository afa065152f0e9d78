import { listCostTexts } from '../../../db/queries/cost-sheets.ts';
import { listPrivateNames } from '../../../db/queries/statement-facts.ts';
import type { Db } from '../../../db/sql.ts';
import { seemsPersonal } from '../../../shared/domain/cost-target.ts';

/** By account, in words, what vouchers of a period were for, the largest first. */
export type CostWords = ReadonlyMap<string, readonly string[]>;
/** A cell of the sheet holds so many, and words no longer than that. */
const [MOST, LONGEST] = [3, 20];

/** Words that name a person, a plate, a home or a firm of the estate do not reach a sheet. */
export async function readCostWords(db: Db, fund: 'common' | 'property', from: string, to: string): Promise<CostWords> {
  const found = await listCostTexts(db, fund, from, to);
  const names = found.length === 0 ? [] : await listPrivateNames(db);
  const words = new Map<string, string[]>();
  for (const { account, what } of found) {
    if (what.length > LONGEST || seemsPersonal(what) || names.some((name) => what.includes(name))) continue;
    words.set(account, [...(words.get(account) ?? []), what]);
  }
  return words;
}

/** What accounts were spent on in one phrase; '' where no voucher says so. */
export function costPhrase(words: CostWords, accounts: readonly string[]): string {
  const all = [...new Set(accounts.flatMap((account) => words.get(account) ?? []))];
  return all.length > MOST ? `${all.slice(0, MOST).join('、')}等` : all.join('、');
}
