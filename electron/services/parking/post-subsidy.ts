import { insertSubsidyReturn, subsidyOf } from '../../../db/queries/parking-charges.ts';
import { postEntry } from '../../../db/ledger.ts';
import type { Context } from '../../context.ts';

/** Where residents are at the market price, and what it costs that they pay less. */
const RESIDENT_INCOME = '2241.03.01';
const SUBSIDY = '2241.03.09';

/** Residents' income at the market price and the spending that makes up for it; a negative one is taken back. */
export function postSubsidy({ db, user, now }: Context, { on, memo, subsidyFen }: { on: string; memo: string; subsidyFen: number }): Promise<number> {
  return postEntry(db, { on, kind: 'subsidy', memo, by: user.userId, at: now, postings: [
    { account: RESIDENT_INCOME, fund: 'common', amountFen: -subsidyFen },
    { account: SUBSIDY, fund: 'common', amountFen: subsidyFen },
  ] });
}

/** Takes back the subsidy of a charge that is cancelled on a day, if it had any; bills that charge no lease have none. */
export async function returnSubsidy(context: Context, { billId, label, month }: { billId: number; label: string; month: string }, on: string): Promise<void> {
  const subsidyFen = await subsidyOf(context.db, billId);
  if (subsidyFen === 0) return;
  const entryId = await postSubsidy(context, { on, memo: `收回停车补贴 ${label} ${month}`, subsidyFen: -subsidyFen });
  await insertSubsidyReturn(context.db, billId, entryId);
}
