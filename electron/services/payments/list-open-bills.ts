import { listOpenBills as listOpenBillRows, type OpenBillRow } from '../../../db/queries/bills.ts';
import { listPendingWaivers } from '../../../db/queries/late-charges.ts';
import { findPayingHome, findPromotion, listHomesOfOwners } from '../../../db/queries/payments.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { bonusWorth } from '../../../shared/domain/promotion.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { lateFeesOf, lateRuleOf } from './late-fees.ts';
import { monthlyFeeOf } from './prepaid-months.ts';

/** What the desk can take of a home on a day: its bills, and with `ofOwner` those of its owners' other homes after them. Throws NO_SUCH_HOME. */
export const listOpenBills: Handler<'payments.listOpenBills'> = async (context, { homeId, on: day, ofOwner }) => {
  const { db, today } = context;
  const on = day ?? today;
  const home = await findPayingHome(db, homeId, on);
  if (!home) throw new AppError('NO_SUCH_HOME', { homeId });
  const otherHomes = await listHomesOfOwners(db, homeId);
  const bills: OpenBillRow[] = await listOpenBillRows(db, homeId);
  if (ofOwner) for (const other of otherHomes) if (other.openFen > 0) bills.push(...(await listOpenBillRows(db, other.homeId)));
  const late = await lateFeesOf(context, lateRuleOf(home), bills, on);
  const pending = await listPendingWaivers(db, bills.map(({ billId }) => billId));
  const promotion = await findPromotion(db, on);
  const monthlyFen = monthlyFeeOf(home);
  return {
    items: bills.map((bill) => ({ ...bill, paidFen: bill.amountFen - bill.waivedFen - bill.openFen, lateFen: late.get(bill.billId)?.amountFen ?? 0, lateDays: late.get(bill.billId)?.days ?? 0, pendingWaiverFen: pending.get(bill.billId) ?? 0 })),
    prepaidFen: home.prepaidFen, lateFen: sumFen([...late.values()].map(({ amountFen }) => amountFen)), otherHomes,
    // A home without a fee cannot pay ahead.
    promotion: promotion && monthlyFen > 0 ? { name: promotion.name, months: promotion.months, bonusDays: promotion.bonusDays, bonusFen: bonusWorth(monthlyFen, promotion.bonusDays) } : null,
  };
};
