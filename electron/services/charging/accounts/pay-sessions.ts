import { collectsOf, insertCharges, listCovered, listPayers, listPayingSessions, listPlansOf, type NewCharge, type NewCover, type PayingSession, type PlanUse } from '../../../../db/queries/charging-payers.ts';
import type { Db } from '../../../../db/sql.ts';
import { coverSession } from '../../../../shared/domain/charging-plan.ts';

export const PREPAID_ACCOUNT = '2203.01';
/** Owed by homes for sessions that are in no bill yet. */
export const UNBILLED_ACCOUNT = '1122.02';
/** What plans take off, seen as spending of the owners' income. */
export const DISCOUNT_ACCOUNT = '2241.03.17';

export type Payer = { accountId: number; homeId: null } | { accountId: null; homeId: number };
/** What a line says of who pays, and the local day it began on. */
export type PayerFacts = { card: string; customer: string; plate: string; on: string };
export type PayerFinder = (facts: PayerFacts) => Payer | undefined;

/** Finds who pays a session: the account of its card, else the home that it names, else the home of its plate on that day. */
export async function payerFinder(db: Db): Promise<PayerFinder> {
  const { cards, homes, plates } = await listPayers(db);
  const [accountOf, homeOf] = [cards, homes].map((list) => new Map(list.map(({ name, id }) => [name, id]))) as [Map<string, number>, Map<string, number>];
  return ({ card, customer, plate, on }) => {
    const accountId = accountOf.get(card);
    if (accountId !== undefined) return { accountId, homeId: null };
    if (card !== '') return undefined; // a card nobody has is no reason to bill a home
    const homeId = homeOf.get(customer) ?? (plate === '' ? undefined : plates.find(({ name, from, to }) => name === plate && from <= on && (to === null || to > on))?.id);
    return homeId === undefined ? undefined : { accountId: null, homeId };
  };
}

/** The finder where the office collects itself; undefined where the platform does. */
export async function payersOf(db: Db, platformId: number): Promise<PayerFinder | undefined> {
  return (await collectsOf(db, platformId)) === 'office' ? payerFinder(db) : undefined;
}

/** What of a day's income accounts paid, plans took off, and homes will be billed for. */
export type PaidDay = { prepaidFen: number; discountFen: number; unbilledFen: number };

/**
 * Charges each session of a batch to who pays it, in the order they ended, so that a file's order does not matter to what plans cover. Answers the sums by day.
 * Every session has a payer: lines without one wait on the work list.
 */
export async function paySessions(db: Db, batchId: number, finder: PayerFinder): Promise<Map<string, PaidDay>> {
  const paid = (await listPayingSessions(db, batchId)).flatMap((session) => { const payer = finder({ ...session, on: session.began }); return payer ? [{ session, payer }] : []; });
  const plans = await planBook(db, [...new Set(paid.flatMap(({ payer }) => payer.accountId ?? []))]);
  const days = new Map<string, PaidDay>();
  const [charges, covers]: [NewCharge[], NewCover[]] = [[], []];
  for (const { session, payer } of paid) {
    const own = payer.accountId === null ? [] : plans.cover(payer.accountId, session);
    const discountFen = own.reduce((sum, one) => sum + one.discountFen, 0);
    const amountFen = session.energyFen + session.serviceFen + session.extraFen - discountFen;
    charges.push({ sessionId: session.sessionId, ...payer, amountFen, discountFen });
    covers.push(...own.map((one) => ({ sessionId: session.sessionId, ...one })));
    const day = days.get(session.on) ?? { prepaidFen: 0, discountFen: 0, unbilledFen: 0 };
    const [prepaidFen, unbilledFen] = payer.accountId === null ? [0, amountFen] : [amountFen, 0];
    days.set(session.on, { prepaidFen: day.prepaidFen + prepaidFen, discountFen: day.discountFen + discountFen, unbilledFen: day.unbilledFen + unbilledFen });
  }
  await insertCharges(db, charges, covers);
  return days;
}

/** Plans of some accounts with what is left of them, counted down as sessions use them. */
async function planBook(db: Db, accountIds: readonly number[]): Promise<{ cover: (accountId: number, session: PayingSession) => { planId: number; energy: number; discountFen: number }[] }> {
  const plans = await listPlansOf(db, accountIds);
  const used = new Map<string, number>();
  for (const { planId, month, energy } of await listCovered(db, plans.map(({ planId }) => planId))) for (const key of [`${planId} ${month}`, `${planId}`]) used.set(key, (used.get(key) ?? 0) + energy);
  const leftOf = ({ planId, kind, energy }: PlanUse, month: string): number | null => (energy === null ? null : Math.max(0, energy - (used.get(kind === 'quota' ? `${planId} ${month}` : `${planId}`) ?? 0)));
  return {
    cover: (accountId, session) => {
      const month = session.on.slice(0, 7);
      const open = plans.filter((plan) => plan.accountId === accountId && plan.from <= session.on && (plan.to === null || plan.to > session.on));
      const covers = coverSession(session, open.map((plan) => ({ planId: plan.planId, covers: plan.covers, left: leftOf(plan, month) })));
      for (const { planId, energy } of covers) for (const key of [`${planId} ${month}`, `${planId}`]) used.set(key, (used.get(key) ?? 0) + energy);
      return covers;
    },
  };
}
