import type { StatementContent, StatementKind, StatementLine } from '../../../shared/contract/statement-content.ts';
import { isIncoming, placeOf, type Section } from '../../../shared/domain/statement-accounts.ts';
import type { Flow } from './attribute.ts';
import { COST_SECTIONS, monthsOf, type Balances } from './balances.ts';
import { movedFen, type Figures } from './lines.ts';
import { yuan } from './words/amounts.ts';

type Check = StatementContent['checks'][number];
export type Checked = { kind: StatementKind; from: string; to: string; figures: Figures; balances: Balances; flows: readonly Flow[]; lines: readonly StatementLine[]; totals: StatementContent['totals']; costTotalFen: number; bankFen: number | null; ledgerBankFen: number; differenceFen: number; /** Whether anything was ever posted on the account. */ bankUsed: boolean };

/** Both sides stand in the detail where they differ. */
const equal = (name: string, pairs: readonly (readonly [one: number, other: number])[]): Check => {
  const wrong = pairs.find(([one, other]) => one !== other);
  return { name, ok: wrong === undefined, detail: wrong ? `${yuan(wrong[0])} ≠ ${yuan(wrong[1])}` : '' };
};

/** Everything that must agree before a statement may hang on a wall: each figure by two ways, and the bank. */
export function checkStatement(checked: Checked): Check[] {
  const { figures, balances, totals, costTotalFen, bankFen, ledgerBankFen, differenceFen, bankUsed, kind, flows, from, to } = checked;
  const taken = figures.incomeFen - totals.receivedFen;
  const uncovered = [...new Set(flows.filter(({ account, part }) => !placeOf(kind, account, part).covered).map(({ account }) => account))].sort();
  const whole = balances.totalsOf(from, to);
  return [
    equal('closingAddsUp', [[balances.openingFen + movedFen(figures), balances.closingFen]]),
    equal('closingEqualsPostings', [[balances.closingFen, balances.otherSideFen]]),
    equal('linesSumToTotals', [[taken, 0], [figures.netFen, kind === 'fees' ? totals.netFen - costTotalFen : totals.netFen], [figures.costFen, costTotalFen], [figures.costFen, kind === 'fees' ? costTotalFen : totals.taxFen + totals.energyFen + totals.directFen]]),
    equal('quarterEqualsMonths', monthPairs(checked)),
    equal('linesEqualEntries', [[figures.incomeFen, whole.incomeFen], [figures.costFen, whole.costFen], ...outflowPairs(checked)]),
    { name: 'allAccountsCovered', ok: uncovered.length === 0, detail: uncovered.join('、') },
    bankCheck({ bankFen, ledgerBankFen, differenceFen, bankUsed }),
    equal('trialBalance', [[[...balances.ends.values()].reduce((sum, fen) => sum + fen, 0), 0]]),
  ];
}

/** An account that nothing was ever posted on needs no bank statement. */
function bankCheck({ bankFen, ledgerBankFen, differenceFen, bankUsed }: Pick<Checked, 'bankFen' | 'ledgerBankFen' | 'differenceFen' | 'bankUsed'>): Check {
  const ok = (bankFen === ledgerBankFen || (bankFen === null && !bankUsed)) && differenceFen === 0;
  return { name: 'bankEqualsLedger', ok, detail: ok ? '' : bankFen === null ? '银行对账单余额还没有录入' : `${yuan(bankFen)} ≠ ${yuan(ledgerBankFen)}` };
}

/** Of each month: what moved the money, what moved the accounts, and what the lines have; and all months against the period. */
function monthPairs({ kind, from, to, flows, balances, figures }: Checked): [number, number][] {
  const byMonth = new Map<string, number>();
  for (const { on, fen } of flows) byMonth.set(on.slice(0, 7), (byMonth.get(on.slice(0, 7)) ?? 0) + fen);
  const months = monthsOf(from, to).map((month) => ({ month, ...balances.monthOf(month), netFen: balances.totalsOf(month, month).netFen }));
  return [
    ...months.flatMap(({ month, moneyFen, flowFen }): [number, number][] => [[moneyFen, flowFen], [byMonth.get(month) ?? 0, flowFen]]),
    [months.reduce((sum, { moneyFen }) => sum + moneyFen, 0), movedFen(figures)], [months.reduce((sum, { netFen }) => sum + netFen, 0), kind === 'fees' ? figures.incomeFen - figures.costFen : figures.netFen],
  ];
}

/** Accounts of costs and of what goes out are on lines of their own: each against what was posted on it. */
function outflowPairs({ kind, from, to, lines, balances }: Checked): [number, number][] {
  const isOut = (section: Section): boolean => section !== 'income';
  const accounts = new Set([...lines.filter(({ section }) => isOut(section)).map(({ account }) => account), ...balances.accounts.filter((account) => isCost(kind, account))]);
  return [...accounts].map((account) => {
    const own = lines.filter((line) => line.account === account);
    const incoming = own[0] !== undefined && isIncoming(own[0].section);
    const fen = own.reduce((sum, { amountFen }) => sum + amountFen, 0);
    return [incoming ? fen : 0 - fen, balances.postedOf(account, from, to)];
  });
}

const isCost = (kind: StatementKind, account: string): boolean => COST_SECTIONS.has(placeOf(kind, account, '').section);
