import { listPostsOfPeriod } from '../../../db/queries/cost-sheets.ts';
import { sumArrears, sumBilled } from '../../../db/queries/statement-facts.ts';
import { listItemRows } from '../../../db/queries/fee-items.ts';
import type { Db } from '../../../db/sql.ts';
import type { StatementContent, StatementLine } from '../../../shared/contract/statement-content.ts';
import { collectionRatios, permyriad, type CollectionFigures } from '../../../shared/domain/collection.ts';
import { feeCostAccount, feeCosts } from '../../../shared/domain/common-sources.ts';
import { divideHalfUp } from '../../../shared/domain/money.ts';
import { lastDay } from '../../../shared/domain/period.ts';
import { readBothWays } from '../arrears/collection.ts';
import { monthsOf } from './balances.ts';
import { bySection, sumLines, type Figures } from './lines.ts';
import { RATES } from './words/fees-words.ts';
import { FEE_COSTS, OTHER_COSTS, OTHER_INCOME, shortName } from './words/names.ts';

type Row = StatementContent['table'][number];
type Months = { from: string; to: string };

/** Income by fee item, and what no item brought; items that were billed and brought nothing stand too. */
export async function feesTable(db: Db, months: Months, lines: readonly StatementLine[], accountNames: ReadonlyMap<string, string>): Promise<Row[]> {
  const items = (await listItemRows(db)).filter(({ fund }) => fund === 'property');
  const billed = new Map((await sumBilled(db, monthsOf(months.from, months.to), 'property')).map(({ item, fen }) => [item, fen]));
  const income = lines.filter(bySection('income'));
  const row = (source: string, name: string, own: readonly StatementLine[], billedFen?: number): Row => {
    const receivedFen = sumLines(own, () => true);
    return { source, name, detail: '', place: '', party: '', term: '', standard: '', notes: [], billedFen: billedFen ?? receivedFen, receivedFen, taxFen: 0, energyFen: 0, directFen: 0, netFen: receivedFen, lines: own.map(({ line }) => line) };
  };
  const known = items.flatMap(({ code, account, name }) => {
    const own = income.filter(({ line }) => line === `${account}:${code}`);
    return own.length > 0 || (billed.get(code) ?? 0) !== 0 ? [row(code, name, own, billed.get(code) ?? 0)] : [];
  });
  const taken = new Set(known.flatMap((one) => one.lines));
  const others = income.filter(({ line }) => !taken.has(line));
  return [...known, ...others.map((line) => row(line.line, OTHER_INCOME[line.account] ?? shortName(accountNames.get(line.account) ?? line.account), [line]))];
}

/** The nine lines of the regulation, also those that cost nothing, and what none of them holds. */
export function feesCosts(lines: readonly StatementLine[], accountNames: ReadonlyMap<string, string>): StatementContent['costs'] {
  const costs = lines.filter(bySection('cost'));
  const nine = feeCosts.map((cost) => {
    const own = costs.filter(({ account }) => account === feeCostAccount(cost));
    return { category: '物业服务成本', what: FEE_COSTS[cost], amountFen: sumLines(own, () => true), lines: own.map(({ line }) => line) };
  });
  const taken = new Set(nine.flatMap((one) => one.lines));
  return [...nine, ...costs.filter(({ line }) => !taken.has(line)).map((line) => ({ category: '其他', what: OTHER_COSTS[line.account] ?? shortName(accountNames.get(line.account) ?? line.account), amountFen: line.amountFen, lines: [line.line] }))];
}

/** Profit and its cap, what is owed, and how much of it was collected, as the collection report computes it both ways. */
export async function readFees(db: Db, months: Months, { incomeFen, netFen }: Figures, capPermyriad: number | null): Promise<NonNullable<StatementContent['fees']>> {
  const arrears = await sumArrears(db, lastDay(months.to));
  const capFen = capPermyriad === null ? null : Number(divideHalfUp(BigInt(Math.max(0, incomeFen)) * BigInt(capPermyriad), 10_000n));
  const ratios = collectionRatios(await readPropertyRates(db, months));
  return {
    posts: await listPostsOfPeriod(db, months.from, months.to), profitFen: netFen, capPermyriad, capFen, overCapFen: capFen === null ? 0 : Math.max(0, netFen - capFen), arrearsFen: arrears.fen, arrearsHomes: arrears.homes,
    rates: RATES.map(({ key, name, definition }) => ({ name, definition, numeratorFen: ratios[key].numerator, denominatorFen: ratios[key].denominator, permyriad: permyriad(ratios[key]) ?? null })),
  };
}

/** The figures of the items of the fund together. Throws RATES_DISAGREE. */
async function readPropertyRates(db: Db, months: Months): Promise<CollectionFigures> {
  const own = new Set((await listItemRows(db)).filter(({ fund }) => fund === 'property').map(({ feeItemId }) => String(feeItemId)));
  const groups = (await readBothWays(db, months, 'item')).filter(({ key }) => own.has(key));
  const sum = (amountOf: (group: CollectionFigures) => number): number => groups.reduce((total, group) => total + amountOf(group), 0);
  return {
    current: { billedFen: sum(({ current }) => current.billedFen), cancelledFen: sum(({ current }) => current.cancelledFen), collectedFen: sum(({ current }) => current.collectedFen) },
    arrears: { openingFen: sum(({ arrears }) => arrears.openingFen), collectedFen: sum(({ arrears }) => arrears.collectedFen) }, households: { billed: 0, paid: 0 },
  };
}
