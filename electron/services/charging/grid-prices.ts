import { insertGridPrices, listGridPrices as listGridPriceRows, type GridPriceRow } from '../../../db/queries/charging-grid.ts';
import { listTariffs } from '../../../db/queries/charging-tariffs.ts';
import type { Db } from '../../../db/sql.ts';
import { clockOf, needPeriods, type TariffVariant } from '../../../shared/domain/charging-tariff.ts';
import { aboveGrid, gridPricesOn, type AboveGrid } from '../../../shared/domain/grid-price.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';

type Written = { from: string; to: string; code: string; energyPrice: number };
const priced = (periods: readonly Written[], variant: string) => needPeriods(periods.map((period) => ({ ...period, servicePrice: 0 })), variant);

export const defineGridPrices: Handler<'charging.defineGridPrices'> = async ({ db, user, now }, { from, periods, variants }) => {
  const special = variants.map((one, index) => ({ months: one.months, weekdays: one.weekdays, periods: priced(one.periods, String(index + 1)) }));
  const [latest] = await listGridPriceRows(db);
  const everyDay = priced(periods, '');
  if (latest && latest.from > from) throw new AppError('GRID_PRICE_BEFORE', { from, latest: latest.from });
  const version = (latest?.version ?? 0) + 1;
  await insertGridPrices(db, { version, from, variants: [...special, { months: [], weekdays: [], periods: everyDay }] }, { userId: user.userId, userName: user.name, at: now.toISOString() });
  return { version };
};

export const listGridPrices: Handler<'charging.listGridPrices'> = async ({ db, today }) => {
  const list = await listGridPriceRows(db);
  const now = gridPricesOn(list, today);
  // The latest version of each name that has begun, as tariffs come with the latest first.
  const tariffs = (await listTariffs(db)).filter(({ from }) => from <= today).filter(({ name }, index, begun) => begun.findIndex((one) => one.name === name) === index);
  return { items: list.map((one) => itemOf(one, one === now)), above: now ? tariffs.filter(({ variants }) => aboveGrid(variants, now.variants)).map(({ name }) => name) : [] };
};

function itemOf({ variants, ...rest }: GridPriceRow, inForce: boolean) {
  const written = variants.map(({ months, weekdays, periods }) => ({ months: [...months], weekdays: [...weekdays], periods: periods.map(({ fromMinute, toMinute, code, energyPrice }) => ({ from: clockOf(fromMinute), to: clockOf(toMinute), code, energyPrice })) }));
  return { ...rest, inForce, periods: written.at(-1)?.periods ?? [], variants: written.slice(0, -1) };
}

/** Where the energy prices of a tariff are above the grid's in force on its first day. */
export async function aboveGridOn(db: Db, variants: readonly TariffVariant[], from: string): Promise<AboveGrid | undefined> {
  const grid = gridPricesOn(await listGridPriceRows(db), from);
  return grid && aboveGrid(variants, grid.variants);
}
