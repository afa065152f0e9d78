import { endPlan, findPlan, findProduct, insertPlan, insertProduct, listPlansOf, listProducts as listProductRows, setCollects as writeCollects, type ProductRow } from '../../../../db/queries/charging-payers.ts';
import { needPlatform } from '../../../../db/queries/charging-devices.ts';
import { postEntry } from '../../../../db/ledger.ts';
import { randomUUID } from 'node:crypto';
import { addDays } from '../../../../shared/domain/period.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Context, Handler } from '../../../context.ts';
import { PREPAID_ACCOUNT } from './pay-sessions.ts';
import { needAccount } from './top-up.ts';

const CARD_INCOME = '2241.03.16';
const byOf = ({ user, now }: Context) => ({ userId: user.userId, userName: user.name, at: now.toISOString() });

export const defineProduct: Handler<'charging.defineProduct'> = async (context, product) => {
  const { name, kind, priceFen, energy, days } = product;
  if (await findProduct(context.db, name)) throw new AppError('PRODUCT_TAKEN', { product: name });
  const why = kind === 'card' ? (days === null ? 'CARD_DAYS' : undefined) : priceFen > 0 ? 'QUOTA_FREE' : energy === null ? 'QUOTA_ENERGY' : days !== null ? 'QUOTA_DAYS' : undefined;
  if (why) throw new AppError('PRODUCT_TERMS', { product: name, why });
  return { productId: await insertProduct(context.db, product, byOf(context)) };
};

export const listProducts: Handler<'charging.listProducts'> = async ({ db }) => ({ items: await listProductRows(db) });

/** Throws NO_SUCH_PRODUCT. */
async function needProduct({ db }: Context, name: string, kind: ProductRow['kind']): Promise<ProductRow> {
  const product = await findProduct(db, name);
  if (product?.kind !== kind) throw new AppError('NO_SUCH_PRODUCT', { product: name });
  return product;
}

/** Its price is income of the day it is sold; what it covers later is spending, so that both are seen. */
export const sellProduct: Handler<'charging.sellProduct'> = async (context, { formId, accountId, product: name, from = context.today }) => {
  const { db, user, now, today } = context;
  const account = await needAccount(context, accountId);
  const product = await needProduct(context, name, 'card');
  const earlier = await findPlan(db, formId);
  if (earlier) {
    if (earlier.accountId !== accountId || earlier.productId !== product.productId) throw new AppError('PAYMENT_ID_REUSED', { paymentId: formId });
    return { until: addDays(earlier.to ?? today, -1), balanceFen: account.balanceFen };
  }
  const { priceFen, productId, days } = product;
  if (account.balanceFen < priceFen) throw new AppError('BALANCE_TOO_LOW', { balanceFen: account.balanceFen, priceFen });
  const to = addDays(from, days ?? 1);
  const entryId = priceFen === 0 ? null : await postEntry(db, {
    on: today, kind: 'charging-product', memo: `充电月卡 ${name} ${account.cardNo}`, by: user.userId, at: now,
    postings: [{ account: PREPAID_ACCOUNT, fund: 'common', amountFen: priceFen }, { account: CARD_INCOME, fund: 'common', amountFen: -priceFen }],
  });
  await insertPlan(db, { formId, accountId, productId, from, to, priceFen, reason: '', entryId }, byOf(context));
  return { until: addDays(to, -1), balanceFen: account.balanceFen - priceFen };
};

export const grantQuota: Handler<'charging.grantQuota'> = async (context, { accountId, product: name, from = context.today, until, reason }) => {
  const { db } = context;
  await needAccount(context, accountId);
  const product = await needProduct(context, name, 'quota');
  const quotas = (await listPlansOf(db, [accountId])).filter(({ kind }) => kind === 'quota');
  const held = quotas.find(({ to }) => to === null);
  // One that has its last day already is held until then.
  const shared = quotas.some((one) => (one.to === null || one.to > from) && (until === undefined || one.from <= until));
  if (shared && (until === undefined || !held)) throw new AppError('QUOTA_HELD', { accountId });
  if (held && until !== undefined) {
    await endPlan(db, held.planId, addDays(until < held.from ? held.from : until, 1));
    return { planId: held.planId };
  }
  if (until !== undefined && until < from) throw new AppError('PRODUCT_TERMS', { product: name, why: 'QUOTA_SPAN' });
  return { planId: await insertPlan(db, { formId: randomUUID(), accountId, productId: product.productId, from, to: until === undefined ? null : addDays(until, 1), priceFen: 0, reason, entryId: null }, byOf(context)) };
};

export const setCollects: Handler<'charging.setCollects'> = async ({ db, now }, { platform, collects }) => {
  const platformId = (await needPlatform(db, platform, now.toISOString())) ?? 0;
  if (!(await writeCollects(db, platformId, collects))) throw new AppError('PLATFORM_IN_USE', { platform });
  return {};
};
