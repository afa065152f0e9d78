import { listAgreements } from '../../../db/queries/market-lists.ts';
import type { Output } from '../../../shared/contract/index.ts';
import type { MonthSpan } from '../../../shared/domain/board.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { firstDay, lastDay } from '../../../shared/domain/period.ts';
import type { Context } from '../../context.ts';
import { trend } from '../market/summary.ts';

/** What the shop gave within months, and in each month of the charts, as its own screen has it; null where no agreement stood in any of them. */
export async function readShop(context: Context, { months, shown }: { months: MonthSpan; shown: MonthSpan }): Promise<Output<'board.summary'>['shop']> {
  const [first, last] = [firstDay(shown.from), lastDay(shown.to)];
  if (!(await listAgreements(context.db)).some((one) => one.voidReason === null && one.from <= last && one.to > first)) return null;
  const { rows } = await trend(context, shown);
  const own = rows.filter(({ month }) => month >= months.from && month <= months.to);
  const growersFen: Record<string, number> = {};
  for (const { village, fen } of own.flatMap(({ growers }) => growers)) growersFen[village] = (growersFen[village] ?? 0) + fen;
  return {
    waivedRentFen: sumFen(own.map((one) => one.waivedRentFen)), salesFen: sumFen(own.map((one) => one.salesFen)), savingFen: sumFen(own.map((one) => one.savingFen)), growersFen: Object.fromEntries(Object.entries(growersFen).sort(([, one], [, other]) => other - one)),
    months: rows.map(({ month, waivedRentFen, salesFen, savingFen, boughtFen }) => ({ month, waivedRentFen, salesFen, savingFen, growersFen: boughtFen })),
  };
}
