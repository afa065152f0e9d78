import { getEstate } from '../../../db/queries/estate.ts';
import { listProducts } from '../../../db/queries/market.ts';
import { listAgreements } from '../../../db/queries/market-lists.ts';
import { listBoard, listVillages } from '../../../db/queries/market-prices.ts';
import type { Db } from '../../../db/sql.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { jinFen, leftGrams } from '../../../shared/domain/market.ts';
import { addDays } from '../../../shared/domain/period.ts';
import type { Handler } from '../../context.ts';
import { A3_WIDE, boardPage } from '../../print/market-board-page.ts';
import { printPaper } from '../print-paper.ts';

/** How long a village is named after its last delivery. */
const VILLAGE_DAYS = 30;
/** A product that was neither sold nor priced so long is off the board. */
const SHOWN_DAYS = 60;

export const board: Handler<'market.board'> = async ({ db }, { on }) => ({ items: await boardOf(db, on) });

/** The board of a day: the shop's own price where it was set since the last sale, else what the product was last sold at. */
async function boardOf(db: Db, on: string): Promise<Output<'market.board'>['items']> {
  const villages = await listVillages(db, addDays(on, -VILLAGE_DAYS), on);
  const left = new Map((await listProducts(db, on)).map(({ productId, deliveredGrams, wastedGrams, soldGrams }) => [productId, leftGrams({ delivered: deliveredGrams, wasted: wastedGrams, sold: soldGrams }, 0)]));
  return (await listBoard(db, on)).flatMap(({ productId, product, soldFen, soldOn, shopFen, referenceFen, referenceOn, source }) => {
    const isSet = shopFen !== null && referenceOn !== null && (soldOn === null || soldOn < referenceOn);
    const [priceFen, pricedOn] = isSet ? [shopFen, referenceOn] : [soldFen, soldOn];
    if (priceFen === null || pricedOn === null || pricedOn < addDays(on, -SHOWN_DAYS)) return [];
    const [ours, theirs] = [jinFen(priceFen), referenceFen === null ? null : jinFen(referenceFen)];
    return [{ product, priceFen, jinFen: ours, referenceFen, referenceJinFen: theirs, referenceOn, source: source ?? '', cheaperJinFen: theirs === null ? null : theirs - ours, villages: villages.filter((one) => one.productId === productId).map(({ village }) => village), pricedOn, leftGrams: left.get(productId) ?? 0 }];
  });
}

/** Puts the board on A3. Throws NEEDS_WINDOW, and what the port throws. */
export const printBoard: Handler<'market.printBoard'> = async ({ office }, { on, to, file }) => {
  const html = await office.database.read(async (db) => {
    const { name, officeName, phone } = await getEstate(db);
    const place = (await listAgreements(db)).find((one) => one.voidReason === null && one.from <= on && on < one.to)?.place ?? '';
    return boardPage({ items: await boardOf(db, on), on, place, estateName: name, officeName, officePhone: phone });
  });
  return printPaper(office, 'market.printBoard', { html, size: A3_WIDE, to, file });
};
