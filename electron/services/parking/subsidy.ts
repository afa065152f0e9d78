import { listChargedStretches, listIncomeEntries, type ChargedStretch, type IncomeEntry } from '../../../db/queries/parking-income.ts';
import { listPriceRows, type PriceRow } from '../../../db/queries/parking-prices.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { carriedMonths, monthsPermille } from '../../../shared/domain/parking-subsidy.ts';
import { daysBetween, firstDay, lastDay } from '../../../shared/domain/period.ts';
import type { Output } from '../../../shared/contract/index.ts';
import type { Handler } from '../../context.ts';
import { NO_SUMS, readMonthSums, type MonthSums } from './income.ts';
import { byMonth, readMonths } from './income-range.ts';

type SubsidyMonth = Output<'parking.subsidy'>['months'][number];

/** The subsidy account month by month, as its entries have it. */
export const subsidy: Handler<'parking.subsidy'> = async ({ db }, { entries: wanted, ...input }) => {
  const { months: names, days } = readMonths(input);
  const prices = await listPriceRows(db);
  const sums = await readMonthSums(db, days);
  const charged = byMonth(await listChargedStretches(db, days), ({ month }) => month);
  const entries = byMonth(wanted ? await listIncomeEntries(db, days) : [], ({ on }) => on.slice(0, 7));
  const months = names.map((month) => monthOf(month, { price: priceOf(prices, month), sums: sums.get(month) ?? NO_SUMS, charged: charged.get(month) ?? [], entries: entries.get(month) ?? [] }));
  const total = (figure: 'daytimeFen' | 'otherFen' | 'residentPaidFen' | 'subsidyFen' | 'leftFen'): number => sumFen(months.map((month) => month[figure]));
  return { months, totals: { daytimeFen: total('daytimeFen'), otherFen: total('otherFen'), residentPaidFen: total('residentPaidFen'), subsidyFen: total('subsidyFen'), leftFen: total('leftFen') } };
};

type MonthFacts = { price: PriceRow | undefined; sums: MonthSums; charged: readonly ChargedStretch[]; entries: IncomeEntry[] };

function monthOf(month: string, { price, sums: { residentFen, daytimeFen, otherFen, subsidyFen }, charged, entries }: MonthFacts): SubsidyMonth {
  return {
    month, marketFen: price?.marketFen ?? null, residentFen: price?.residentFen ?? null, residentMonthsPermille: monthsPermille(charged.map(({ from, to, whole, count }) => ({ month: from.slice(0, 7), days: whole ? 0 : daysBetween(from, to) * count, wholeMonths: whole ? count : 0 }))),
    daytimeFen, otherFen, residentPaidFen: residentFen - subsidyFen, subsidyFen, leftFen: daytimeFen + otherFen - subsidyFen,
    carriedMonths: price ? carriedMonths(daytimeFen, price.marketFen - price.residentFen) : null, entries,
  };
}

/** The prices a month began with, else the first that came into force in it. */
function priceOf(prices: readonly PriceRow[], month: string): PriceRow | undefined {
  return prices.findLast(({ from }) => from <= firstDay(month)) ?? prices.find(({ from }) => from <= lastDay(month));
}
