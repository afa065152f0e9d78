import { allowedPermille, insertRule, insertVoid, isVoided } from '../../../db/queries/market.ts';
import { insertAgreement, listAgreements as listRows, type AgreementRow, type Voided } from '../../../db/queries/market-lists.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { waivedRentFen } from '../../../shared/domain/market.ts';
import { addDays, addMonths } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';

export const byOf = ({ user, now }: Pick<Context, 'user' | 'now'>) => ({ userId: user.userId, userName: user.name, at: now.toISOString() });
export const voidedOf = ({ voidReason, voidBy, voidAt }: Voided) => (voidReason === null ? null : { reason: voidReason, by: voidBy ?? '', at: voidAt ?? '' });
/** A row without the columns of its void. */
export const plainOf = <Row extends Voided>({ voidReason: _, voidBy: __, voidAt: ___, ...row }: Row) => row;

export const setAgreement: Handler<'market.setAgreement'> = async (context, { agreementId, rentFen: _, ...terms }) => {
  const { db } = context;
  if (terms.to <= terms.from) throw new AppError('MARKET_AGREEMENT_DAYS', { from: terms.from, to: terms.to });
  const all = await listRows(db);
  const known = all.find((one) => one.agreementId === agreementId);
  if (agreementId !== undefined && (!known || known.voidReason !== null)) throw new AppError('NO_SUCH_AGREEMENT', { agreementId });
  const other = all.find((one) => one.agreementId !== agreementId && one.voidReason === null && one.from < terms.to && terms.from < one.to);
  const warnings = [...(terms.resolutionNo === '' ? ['NO_RESOLUTION' as const] : []), ...(terms.source === '' ? ['NO_SOURCE' as const] : [])];
  if (known && isSame(known, terms)) return { agreementId: known.agreementId, version: known.version, warnings };
  if (other) throw new AppError('MARKET_AGREEMENT_OVERLAPS', { agreementId: other.agreementId, shopkeeper: other.shopkeeper, from: other.from, to: other.to });
  const made = { agreementId: known?.agreementId ?? Math.max(0, ...all.map((one) => one.agreementId)) + 1, version: (known?.version ?? 0) + 1 };
  await insertAgreement(db, { ...made, ...terms }, byOf(context));
  return { ...made, warnings };
};

type Terms = Omit<Input<'market.setAgreement'>, 'agreementId' | 'rentFen'>;

function isSame(known: AgreementRow, { duties, ...terms }: Terms): boolean {
  return known.duties === JSON.stringify(duties) && Object.entries(terms).every(([name, value]) => known[name as keyof typeof terms] === value);
}

/** Months of a term, its first to its last day. */
function monthsOf({ from, to }: { from: string; to: string }): string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= addDays(to, -1).slice(0, 7); month = addMonths(month, 1)) months.push(month);
  return months;
}

export const listAgreements: Handler<'market.listAgreements'> = async ({ db, today }) => ({
  items: (await listRows(db)).map((one) => ({
    ...plainOf(one), duties: JSON.parse(one.duties) as string[], inForce: one.voidReason === null && one.from <= today && today < one.to, voided: voidedOf(one),
    waivedFen: sumFen(monthsOf(one).map((month) => waivedRentFen(month, { ...one, imputedFen: one.imputedRentFen }))),
  })),
  allowedPermille: await allowedPermille(db),
});

export const voidAgreement: Handler<'market.voidAgreement'> = async (context, { agreementId, reason }) => {
  if (!(await listRows(context.db)).some((one) => one.agreementId === agreementId)) throw new AppError('NO_SUCH_AGREEMENT', { agreementId });
  if (await isVoided(context.db, 'agreement', agreementId)) throw new AppError('MARKET_ROW_VOID', { kind: 'agreement', id: agreementId });
  await insertVoid(context.db, 'agreement', agreementId, reason, byOf(context));
  return {};
};

export const setRules: Handler<'market.setRules'> = async (context, { allowedPermille: permille }) => {
  await insertRule(context.db, permille, byOf(context));
  return {};
};
