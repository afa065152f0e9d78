import { listAccounts } from '../../../db/queries/books.ts';
import { getEstate } from '../../../db/queries/estate.ts';
import { countHomes } from '../../../db/queries/statement-facts.ts';
import { listOwnNotes } from '../../../db/queries/statement-postings.ts';
import type { Counted } from '../../../db/queries/statement-moves.ts';
import type { Db } from '../../../db/sql.ts';
import type { StatementContent, StatementKind, StatementLine } from '../../../shared/contract/statement-content.ts';
import { OTHER_SPENDING } from '../../../shared/domain/common-sources.ts';
import { addMonths, firstDay, lastDay } from '../../../shared/domain/period.ts';
import { BILLS_RECEIVABLE, FUND_OF, UNBILLED } from '../../../shared/domain/statement-accounts.ts';
import { lastWorkday } from '../../../shared/domain/workdays.ts';
import { shopOf } from '../market/summary.ts';
import { monthsOf, readBalances, type Balances } from './balances.ts';
import { checkStatement } from './checks.ts';
import { costPhrase } from './cost-words.ts';
import { commonCosts, commonEquations, commonTable, readCommonFacts, type CommonFacts } from './common-content.ts';
import { feesCosts, feesTable, readFees } from './fees-content.ts';
import { readHoldings } from './holdings.ts';
import { bySection, figuresOf, linesOf, type Figures } from './lines.ts';
import { readFlows, type Basis } from './read-flows.ts';
import { readSettings } from './settings.ts';
import { monthCount, periodName, plainYuan } from './words/amounts.ts';
import { commonSummary, compareFinding, monthsFinding, sourcesFinding } from './words/common-words.ts';
import { costsFinding, feesSummary } from './words/fees-words.ts';
import { notesOf, stepsOf, subtitleOf, titleOf, type Bases } from './words/sheet-words.ts';

/** Which statement, and what of it does not come from the books: the same facts give the same content. */
export type Asked = { kind: StatementKind; from: string; to: string; number: string; version: number; lastEntry: number; preparedOn: string; preparedBy: string; changes: string[] };

export const countedOf = ({ kind, from, to, lastEntry }: Pick<Asked, 'kind' | 'from' | 'to' | 'lastEntry'>): Counted => ({ fund: FUND_OF[kind], from: firstDay(from), to: lastDay(to), last: lastEntry });

/** Everything that a statement says, computed from the ledger, and the weights that its lines were split by. */
export async function computeStatement(db: Db, asked: Asked): Promise<{ content: StatementContent; basis: Basis }> {
  const { kind, from, to, number, version, preparedOn, preparedBy, changes } = asked;
  const [counted, estate, settings] = [countedOf(asked), await getEstate(db), await readSettings(db)];
  const { flows, basis } = await readFlows(db, kind, counted);
  const lines = linesOf(kind, flows);
  const figures = figuresOf(lines);
  const periods = comparedPeriods(from, to).filter((period) => period.from >= estate.opensOn.slice(0, 7));
  const balances = await readBalances(db, kind, counted, periods.reduce((earliest, period) => (period.from < earliest ? period.from : earliest), from));
  const parts = kind === 'common' ? await commonParts(db, asked, lines, figures) : await feeParts(db, asked, lines, figures, settings.profitCapPermyriad);
  const held = await readHoldings(db, kind, counted, balances);
  const { openingFen, closingFen } = balances;
  const { notes, table } = numberNotes(parts.notes(owedFen(balances)), parts.table);
  const totals = totalsOf(table);
  const costTotalFen = parts.costs.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const months = monthsOf(from, to).map((month) => ({ month, ...balances.totalsOf(month, month) }));
  const compare = periods.map((period) => ({ ...period, name: periodName(period.from, period.to), ...balances.totalsOf(period.from, period.to) }));
  const postedTo = lastWorkday(preparedOn, settings.postingDays, settings.holidays);
  const word = kind === 'common' ? '净收益' : '结余';
  const amounts = { openingFen, ...figures, closingFen, bankFen: held.bankFen };
  const content: StatementContent = {
    format: 'mingbai-statement-1', kind, number, version, estate: estate.name, homes: await countHomes(db), title: titleOf(kind, estate.name), subtitle: subtitleOf(from, to), from, to,
    preparedOn, postedFrom: preparedOn, postedTo, workdays: settings.postingDays, preparedBy, officeName: estate.officeName, phone: settings.phone,
    summary: parts.summary({ from, to, ...amounts, costs: parts.costs, differenceFen: held.differenceFen, bankUsed: held.bankUsed }), lines, table, totals,
    steps: stepsOf(kind, asked, amounts, (section) => { const own = lines.filter(bySection(section)); return { entries: own.reduce((sum, { entries }) => sum + entries, 0), lines: own.map(({ line }) => line) }; }, parts.bases),
    holdings: held.holdings, differenceFen: held.differenceFen, costs: parts.costs, costTotalFen, equations: parts.equations, months, monthsFinding: monthsFinding(months, word), sourcesFinding: parts.sourcesFinding, compare, compareFinding: compareFinding(figures.netFen, compare, word), notes: [...notes, ...await listOwnNotes(db, asked)], fees: parts.fees, ...amounts,
    checks: checkStatement({ kind, from, to, figures, balances, flows, lines, totals, costTotalFen, bankFen: held.bankFen, ledgerBankFen: held.ledgerBankFen, bankUsed: held.bankUsed, differenceFen: held.differenceFen }), changes,
  };
  return { content, basis };
}

/** The period before and the same of the year before; of a year they are one. */
function comparedPeriods(from: string, to: string): { from: string; to: string }[] {
  const length = monthCount(from, to);
  return [...new Set([length, 12])].map((back) => ({ from: addMonths(from, 0 - back), to: addMonths(to, 0 - back) }));
}

const owedFen = ({ ends }: Balances): number => (ends.get(BILLS_RECEIVABLE) ?? 0) + (ends.get(UNBILLED) ?? 0);

type Row = StatementContent['table'][number];
type Note = { text: string; sources: string[] };
type Summed = Parameters<typeof commonSummary>[0] & Parameters<typeof feesSummary>[0];
type Parts = Pick<StatementContent, 'table' | 'costs' | 'equations' | 'fees' | 'sourcesFinding'> & { summary: (amounts: Summed) => string[]; notes: (owed: number) => Note[]; bases: Bases };

async function commonParts(db: Db, { from, to }: Asked, lines: readonly StatementLine[], figures: Figures): Promise<Parts> {
  const facts = await readCommonFacts(db, { from, to }, lines);
  const [table, shop] = [commonTable(lines, facts), await shopOf(db, from, to)];
  const { marketFen, residentFen } = facts.parking;
  return {
    table, costs: commonCosts(lines, facts), equations: commonEquations(lines, facts), fees: null, sourcesFinding: sourcesFinding(table, figures.netFen), summary: (amounts) => commonSummary(amounts, facts.parking), bases: { subsidy: subsidyBasis(facts, figures.subsidyFen, monthCount(from, to)), other: costPhrase(facts.words, [OTHER_SPENDING]) },
    notes: (owed) => notesOf({ kind: 'common', to, owedFen: owed, marketFen, residentFen, subsidyFen: figures.subsidyFen, resolutions: facts.resolutions, hasCharging: table.some(({ source }) => source.startsWith('charging-')), shop, posts: 0 }),
  };
}

/** 168 个 × 70 元 × 3 个月, where that is what it comes to. */
function subsidyBasis({ parking: { spaces, marketFen, residentFen } }: CommonFacts, subsidyFen: number, months: number): string {
  if (marketFen === null || residentFen === null || subsidyFen <= 0 || spaces * (marketFen - residentFen) * months !== subsidyFen) return '';
  return `${spaces} 个 × ${plainYuan(marketFen - residentFen)} 元 × ${months} 个月`;
}

async function feeParts(db: Db, { from, to }: Asked, lines: readonly StatementLine[], figures: Figures, capPermyriad: number | null): Promise<Parts> {
  const accountNames = new Map((await listAccounts(db)).map(({ account, name }) => [account, name]));
  const fees = await readFees(db, { from, to }, figures, capPermyriad);
  const costs = feesCosts(lines, accountNames);
  return {
    table: await feesTable(db, { from, to }, lines, accountNames), costs, equations: [], fees, sourcesFinding: costsFinding(costs, figures.costFen), summary: (amounts) => feesSummary(amounts, fees), bases: { subsidy: '', other: '' },
    notes: (owed) => notesOf({ kind: 'fees', to, owedFen: owed, marketFen: null, residentFen: null, subsidyFen: 0, resolutions: '', hasCharging: false, shop: null, posts: fees.posts.length }),
  };
}

/** Notes are numbered as they stand, and rows carry the numbers of theirs. */
function numberNotes(notes: readonly Note[], rows: readonly Row[]): { notes: string[]; table: Row[] } {
  return { notes: notes.map(({ text }) => text), table: rows.map((row) => ({ ...row, notes: notes.flatMap(({ sources }, index) => (sources.includes(row.source) ? [index + 1] : [])) })) };
}

function totalsOf(rows: readonly Row[]): StatementContent['totals'] {
  const sum = (field: 'billedFen' | 'receivedFen' | 'taxFen' | 'energyFen' | 'directFen' | 'netFen'): number => rows.reduce((total, row) => total + row[field], 0);
  return { billedFen: sum('billedFen'), receivedFen: sum('receivedFen'), taxFen: sum('taxFen'), energyFen: sum('energyFen'), directFen: sum('directFen'), netFen: sum('netFen') };
}
