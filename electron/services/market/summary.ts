import { listAgreements, listComplaints, listInspections, sumDeliveriesByMonth, sumSalesByMonth, sumWasteByMonth } from '../../../db/queries/market-lists.ts';
import type { Db } from '../../../db/sql.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { daysWithin, waivedRentFen } from '../../../shared/domain/market.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { addMonths, daysInMonth, firstDay, lastDay } from '../../../shared/domain/period.ts';
import type { Handler } from '../../context.ts';

type Month = Output<'market.trend'>['rows'][number];
const MOST_MONTHS = 120;

/** What the shop gave in each month of a stretch, both included. */
async function gatherMonths(db: Db, from: string, to: string): Promise<{ months: Month[]; sales: Awaited<ReturnType<typeof sumSalesByMonth>>; agreements: Output<'market.summary'>['agreements'] }> {
  const [first, last] = [firstDay(from), lastDay(to)];
  const sales = await sumSalesByMonth(db, first, last);
  const bought = await sumDeliveriesByMonth(db, first, last);
  const wasted = new Map((await sumWasteByMonth(db, first, last)).map(({ month, grams }) => [month, grams]));
  const standing = (await listAgreements(db)).filter(({ voidReason }) => voidReason === null).reverse();
  const waivedIn = (month: string) => standing.map((one) => ({ agreementId: one.agreementId, from: one.from, to: one.to, days: daysWithin(month, one), daysInMonth: daysInMonth(month), imputedRentFen: one.imputedRentFen, waivedFen: waivedRentFen(month, { ...one, imputedFen: one.imputedRentFen }) })).filter(({ days }) => days > 0);
  const months: Month[] = [];
  for (let month = from; month <= to && months.length < MOST_MONTHS; month = addMonths(month, 1)) {
    const [sold, came] = [sales.filter((one) => one.month === month), bought.filter((one) => one.month === month)];
    const sum = <Row>(list: readonly Row[], of: (row: Row) => number): number => list.reduce((total, row) => total + of(row), 0);
    months.push({
      month, waivedRentFen: sumFen(waivedIn(month).map(({ waivedFen }) => waivedFen)), sales: sum(sold, (one) => one.sales), soldGrams: sum(sold, ({ grams }) => grams), salesFen: sum(sold, ({ fen }) => fen), savingFen: sum(sold, ({ savingFen }) => savingFen), uncomparedFen: sum(sold, ({ uncomparedFen }) => uncomparedFen), aboveReference: sum(sold, ({ above }) => above),
      deliveries: sum(came, ({ deliveries }) => deliveries), boughtGrams: sum(came, ({ grams }) => grams), boughtFen: sum(came, ({ fen }) => fen), wastedGrams: wasted.get(month) ?? 0, growers: came.map(({ village, fen }) => ({ village, fen })),
    });
  }
  return { months, sales, agreements: waivedIn(from) };
}

/** What the shop gave from the first to the last of some months; null where no agreement covers any of their days. */
export async function shopOf(db: Db, from: string, to: string): Promise<{ resolutions: string[]; waivedRentFen: number; salesFen: number; savingFen: number; growers: { village: string; fen: number }[] } | null> {
  const { months } = await gatherMonths(db, from, to);
  const [first, last] = [firstDay(from), lastDay(to)];
  const covering = (await listAgreements(db)).filter((one) => one.voidReason === null && one.from <= last && one.to > first).sort((one, other) => (one.from < other.from ? -1 : 1));
  if (covering.length === 0) return null;
  const paid = new Map<string, number>();
  for (const { village, fen } of months.flatMap(({ growers }) => growers)) paid.set(village, (paid.get(village) ?? 0) + fen);
  const sum = (of: (month: Month) => number): number => sumFen(months.map(of));
  return {
    resolutions: [...new Set(covering.map(({ resolutionNo }) => resolutionNo))].filter((no) => no !== ''), waivedRentFen: sum((one) => one.waivedRentFen), salesFen: sum((one) => one.salesFen), savingFen: sum((one) => one.savingFen),
    growers: [...paid].sort(([one, oneFen], [other, otherFen]) => otherFen - oneFen || (one < other ? -1 : 1)).map(([village, fen]) => ({ village, fen })),
  };
}

export const summary: Handler<'market.summary'> = async ({ db }, { month }) => {
  const { months, sales, agreements } = await gatherMonths(db, month, month);
  const [{ growers, ...figures } = emptyMonth(month)] = months;
  const range = { from: firstDay(month), to: lastDay(month) };
  const inspections = (await listInspections(db, range)).filter(({ voidReason }) => voidReason === null);
  const complaints = (await listComplaints(db, { ...range, openOnly: false })).filter(({ voidReason }) => voidReason === null);
  return {
    ...figures, growersFen: Object.fromEntries(growers.map(({ village, fen }) => [village, fen])), agreements,
    products: sales.map(({ product, grams, fen, savingFen }) => ({ product, grams, salesFen: fen, savingFen })), inspections: inspections.length, failed: inspections.filter(({ passed }) => passed === 0).length, complaints: complaints.length, unanswered: complaints.filter(({ answer }) => answer === null).length,
  };
};

const emptyMonth = (month: string): Month => ({ month, waivedRentFen: 0, sales: 0, soldGrams: 0, salesFen: 0, savingFen: 0, uncomparedFen: 0, aboveReference: 0, deliveries: 0, boughtGrams: 0, boughtFen: 0, wastedGrams: 0, growers: [] });

export const trend: Handler<'market.trend'> = async ({ db }, { from, to }) => {
  const { months } = await gatherMonths(db, from, to);
  const paid = new Map<string, number>();
  for (const { village, fen } of months.flatMap(({ growers }) => growers)) paid.set(village, (paid.get(village) ?? 0) + fen);
  return { rows: months, villages: [...paid].sort(([, one], [, other]) => other - one).map(([village]) => village) };
};
