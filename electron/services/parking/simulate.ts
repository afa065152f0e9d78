import { readBasis } from '../../../db/queries/parking-income.ts';
import { listPriceRows, type PriceRow } from '../../../db/queries/parking-prices.ts';
import type { Db } from '../../../db/sql.ts';
import { divideHalfUp } from '../../../shared/domain/money.ts';
import { monthsAfter, shareE6, shareE6Of, shareOf, simulateMonth, simulateYear } from '../../../shared/domain/parking-simulation.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';

/** The year at other prices. Throws NO_PRICES. */
export const simulate: Handler<'parking.simulate'> = async ({ db, today }, { residentFen, daytimeFen, daytimeShare }) => {
  const { marketFen } = await presentPrice(db, today);
  const { commonSpaces, residentLeases, daytimeSpaces } = await readBasis(db, today);
  const basis = { marketFen, commonSpaces, residentLeases };
  const prices = { residentFen, daytimeFen, shareE6: shareE6Of(daytimeShare) };
  const month = simulateMonth(basis, prices);
  return { yearFen: simulateYear(basis, prices), basis: { ...basis, daytimeSpaces }, months: monthsAfter(today.slice(0, 7)).map((name) => ({ month: name, ...month })) };
};

/** Today's prices, and what daytime leases pay for a space on average, half up. Throws NO_PRICES. */
export const simulationStart: Handler<'parking.simulationStart'> = async ({ db, today }) => {
  const { marketFen, residentFen } = await presentPrice(db, today);
  const { daytimeMonthFen, ...basis } = await readBasis(db, today);
  const { commonSpaces, daytimeSpaces } = basis;
  const daytimeFen = daytimeSpaces === 0 ? 0 : Number(divideHalfUp(BigInt(daytimeMonthFen), BigInt(daytimeSpaces)));
  return { marketFen, residentFen, daytimeFen, daytimeShare: shareOf(shareE6(daytimeSpaces, commonSpaces)), ...basis };
};

/** The prices in force on a day, else the first to come. Throws NO_PRICES. */
async function presentPrice(db: Db, today: string): Promise<PriceRow> {
  const prices = await listPriceRows(db);
  const price = prices.findLast(({ from }) => from <= today) ?? prices[0];
  if (!price) throw new AppError('NO_PRICES', { from: today });
  return price;
}
