import { insertBilled, listUnbilled, type UnbilledRow } from '../../../../db/queries/charging-payers.ts';
import { nextVersion } from '../../../../db/queries/bill-changes.ts';
import { getEstate } from '../../../../db/queries/estate.ts';
import { findItem, listVersions } from '../../../../db/queries/fee-items.ts';
import type { Db } from '../../../../db/sql.ts';
import { secondOf } from '../../../../shared/domain/cell-moment.ts';
import { formatEnergy } from '../../../../shared/domain/meter.ts';
import { addDays, addMonths, firstDay, LOCAL_SECONDS } from '../../../../shared/domain/period.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Handler } from '../../../context.ts';
import { versionOn } from '../../fees/draft-bills.ts';
import { writeBillBatch } from '../../fees/write-bills.ts';

type HomeSum = { homeId: number; label: string; rows: UnbilledRow[]; energy: number; energyFen: number; serviceFen: number; extraFen: number };
const PARTS = [['energyFen', 'energy'], ['serviceFen', 'service'], ['extraFen', 'extra']] as const;

async function unbilledHomes(db: Db, month: string): Promise<HomeSum[]> {
  const homes = new Map<number, HomeSum>();
  for (const one of await listUnbilled(db, secondOf(`${firstDay(addMonths(month, 1))} 00:00:00`) - LOCAL_SECONDS)) {
    const home = homes.get(one.homeId) ?? { homeId: one.homeId, label: one.label, rows: [], energy: 0, energyFen: 0, serviceFen: 0, extraFen: 0 };
    homes.set(one.homeId, home);
    home.rows.push(one);
    home.energy += one.energy;
    home.energyFen += one.energyFen;
    home.serviceFen += one.serviceFen;
    home.extraFen += one.extraFen;
  }
  return [...homes.values()];
}

const totalOf = (homes: readonly HomeSum[]): number => homes.reduce((sum, { energyFen, serviceFen, extraFen }) => sum + energyFen + serviceFen + extraFen, 0);
const countOf = (homes: readonly HomeSum[]): number => homes.reduce((sum, { rows }) => sum + rows.length, 0);

export const previewHomeBills: Handler<'charging.previewHomeBills'> = async ({ db }, { month }) => {
  const homes = await unbilledHomes(db, month);
  return { items: homes.map(({ rows, ...home }) => ({ ...home, sessions: rows.length })), sessions: countOf(homes), totalFen: totalOf(homes) };
};

/** The income was booked on the days the sessions ended; a bill moves what is owed to the home. */
export const billHomes: Handler<'charging.billHomes'> = async (context, { month, dueOn }) => {
  const { db, today } = context;
  if (dueOn !== undefined && dueOn < today) throw new AppError('DUE_BEFORE_TODAY', { dueOn, today });
  const homes = await unbilledHomes(db, month);
  const { opensOn } = await getEstate(db);
  const on = today > opensOn ? today : opensOn;
  let bills = 0;
  for (const [field, part] of PARTS) {
    context.checkCancelled();
    const owing = homes.filter((home) => home[field] > 0);
    if (owing.length === 0) continue;
    const item = await findItem(db, `charging-${part}`);
    const version = item && versionOn(await listVersions(db, item.feeItemId), on);
    if (!item || !version) throw new AppError('NO_SUCH_ITEM', { item: `charging-${part}` });
    const list = await Promise.all(owing.map(async (home) => ({ ...spanOf(home.rows), homeId: home.homeId, areaDm2: null, rateE4: null, quantityE4: null, months: 1, shareNumerator: 1, shareDenominator: 1, amountFen: home[field], version: await nextVersion(db, { month, feeItemId: item.feeItemId, homeId: home.homeId }), note: noteOf(home) })));
    const { firstBillId } = await writeBillBatch(context, { item, month, basis: 'once', feeVersionId: version.feeVersionId, on, dueOn: dueOn ?? on, memo: `${item.name} ${month}`, bills: list });
    await insertBilled(db, owing.flatMap(({ rows }, index) => rows.filter((one) => one[field] > 0).map(({ sessionId }) => ({ sessionId, billId: firstBillId + index, part }))));
    bills += owing.length;
  }
  return { homes: homes.length, bills, sessions: countOf(homes), totalFen: totalOf(homes) };
};

/** From the day the first began to the day after the last ended. */
function spanOf(rows: readonly UnbilledRow[]): { from: string; to: string } {
  const [from = ''] = rows.map(({ from: day }) => day).sort();
  return { from, to: addDays(rows.map(({ to }) => to).sort().at(-1) ?? from, 1) };
}

const noteOf = ({ rows, energy }: HomeSum): string => `${rows.length} 单 ${formatEnergy(energy)} 度`;
