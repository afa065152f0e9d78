import { endCards, findCard, insertAccount, insertCard, listAccounts as listAccountRows, listCards, listMoves, sumAccounts, updateHolder } from '../../../../db/queries/charging-accounts.ts';
import { listCovered, listPlans } from '../../../../db/queries/charging-payers.ts';
import { findPayingHome } from '../../../../db/queries/payments.ts';
import type { Db } from '../../../../db/sql.ts';
import type { Input, Output } from '../../../../shared/contract/index.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Context, Handler } from '../../../context.ts';
import { needAccount } from './top-up.ts';

const byOf = ({ user, now }: Context) => ({ userId: user.userId, userName: user.name, at: now.toISOString() });

/** Throws NO_SUCH_HOME. */
async function checkHome({ db, today }: Context, homeId: number | null): Promise<void> {
  if (homeId !== null && !(await findPayingHome(db, homeId, today))) throw new AppError('NO_SUCH_HOME', { homeId });
}

/** Throws CARD_TAKEN: a number stands for one account for good. */
async function checkFree({ db }: Context, cardNo: string): Promise<void> {
  const known = await findCard(db, cardNo);
  if (known) throw new AppError('CARD_TAKEN', { cardNo, holder: known.holder });
}

export const openAccount: Handler<'charging.openAccount'> = async (context, { cardNo, holder, phone, homeId = null }) => {
  await checkFree(context, cardNo);
  await checkHome(context, homeId);
  return { accountId: await insertAccount(context.db, { holder, phone, homeId, cardNo }, byOf(context)) };
};

export const changeHolder: Handler<'charging.changeHolder'> = async (context, { accountId, ...holder }) => {
  await needAccount(context, accountId);
  await checkHome(context, holder.homeId);
  await updateHolder(context.db, accountId, holder);
  return {};
};

export const replaceCard: Handler<'charging.replaceCard'> = async (context, { accountId, cardNo, reason }) => {
  await needAccount(context, accountId);
  await checkFree(context, cardNo);
  await endCards(context.db, accountId, context.today, reason);
  await insertCard(context.db, accountId, cardNo, byOf(context));
  return {};
};

export const listAccounts: Handler<'charging.listAccounts'> = async ({ db, today }, { limit, after = 0, ...filter }) => {
  const items = await listAccountRows(db, filter, { today, after, limit: limit + 1 });
  const last = items.length > limit ? items[limit - 1] : undefined;
  return { items: items.slice(0, limit), ...(await sumAccounts(db, filter)), ...(last && { next: last.accountId }) };
};

export const getAccount: Handler<'charging.getAccount'> = (context, wanted) => readAccount(context, wanted);

/** Amounts before `from` are in the opening balance. Throws NO_SUCH_CHARGING_ACCOUNT. */
export async function readAccount({ db, today }: { db: Db; today: string }, { accountId, from = '', to = '9999' }: Input<'charging.getAccount'>): Promise<Output<'charging.getAccount'>> {
  const account = await needAccount({ db, today }, accountId);
  let balanceFen = 0;
  const all = (await listMoves(db, accountId)).map((move) => ({ ...move, balanceFen: (balanceFen += move.amountFen) }));
  const openingFen = all.findLast(({ on }) => on < from)?.balanceFen ?? 0;
  const plans = await listPlans(db, accountId);
  const covered = await listCovered(db, plans.map(({ planId }) => planId));
  const planList = plans.map(({ energy, ...plan }) => {
    const used = covered.filter(({ planId, month }) => planId === plan.planId && (plan.kind === 'card' || month === today.slice(0, 7))).reduce((sum, one) => sum + one.energy, 0);
    return { ...plan, leftEnergy: energy === null ? null : Math.max(0, energy - used) };
  });
  return { ...account, cards: await listCards(db, accountId), planList, openingFen, closingFen: all.findLast(({ on }) => on <= to)?.balanceFen ?? 0, moves: all.filter(({ on }) => on >= from && on <= to) };
}
