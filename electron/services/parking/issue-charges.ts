import { listNames } from '../../../db/queries/leases.ts';
import { listSpaceCodes } from '../../../db/queries/parking-charges.ts';
import { checkOpen } from '../../../db/queries/periods.ts';
import type { ChargePart } from '../../../shared/domain/lease-charge.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { daysBetween, daysInMonth, firstDay } from '../../../shared/domain/period.ts';
import type { Context, Handler } from '../../context.ts';
import { draftCharges, type ChargeDraft } from './draft-charges.ts';
import { writeCharges } from './write-charges.ts';

/** Bills the leases of a month; a day that a standing charge has is not charged again. */
export const issueCharges: Handler<'parking.issueCharges'> = async (context, { month, commit }) => {
  const draft = await draftOpen(context, month);
  if (commit && draft.charges.length > 0) await writeDraft(context, draft);
  return { ...sumsOf(draft), skipped: draft.skipped };
};

async function writeDraft(context: Context, { month, estate: { opensOn, dueDay }, charges, again }: ChargeDraft): Promise<void> {
  const { today } = context;
  const dueOn = `${month}-${String(dueDay).padStart(2, '0')}`;
  const on = entryDay(month, today, opensOn);
  // A month whose books were read long ago does not change: what is charged again is today's.
  const nowOn = laterOf(opensOn, today);
  await writeCharges(context, charges.map((charge) => ({ ...charge, month, on: again.has(charge.leaseId) ? nowOn : on, dueOn: laterOf(dueOn, charge.parts[0]?.from ?? '') })));
  context.progress({ done: charges.length, total: charges.length, label: 'BILLS' });
}

/** What a month charges, unless it would be dated in a closed one. Throws PERIOD_CLOSED. */
async function draftOpen(context: Context, month: string): Promise<ChargeDraft> {
  const draft = await draftCharges(context, month);
  if (draft.charges.some(({ leaseId }) => !draft.again.has(leaseId))) await checkOpen(context.db, entryDay(month, context.today, draft.estate.opensOn));
  return draft;
}

/** The month's first day, but neither in the future nor before the books begin. */
const entryDay = (month: string, today: string, opensOn: string): string => laterOf(opensOn, firstDay(month) < today ? firstDay(month) : today);

function sumsOf({ charges }: ChargeDraft) {
  return { issued: charges.length, amountFen: sumFen(charges.map(({ amountFen }) => amountFen)), subsidyFen: sumFen(charges.map(({ subsidyFen }) => subsidyFen)) };
}

export const previewCharges: Handler<'parking.previewCharges'> = async (context, { month }) => {
  const draft = await draftOpen(context, month);
  const names = await listNames(context.db, [...new Set(draft.charges.map(({ homeId }) => homeId))]);
  const codes = await listSpaceCodes(context.db);
  return {
    ...sumsOf(draft), skipped: draft.skipped, withoutMarketPrice: draft.charges.filter(({ item, parts }) => item === 'parking-resident' && parts.some(({ marketFen }) => marketFen === null)).length,
    lines: draft.charges.map(({ leaseId, leaseNo, kind, homeId, label, space, parts, amountFen, subsidyFen }) => ({
      leaseId, leaseNo, kind, label, lessee: names.get(homeId) ?? '', space, from: parts[0]?.from ?? '', to: parts.at(-1)?.to ?? '', amountFen, subsidyFen, parts: parts.map((part) => partShown(part, codes.get(part.spaceId) ?? '')),
    })),
  };
};

/** A part of a charge as it is shown. */
export function partShown({ from, to, monthlyFen, marketFen, amountFen, subsidyFen }: ChargePart, space: string) {
  const month = from.slice(0, 7);
  return { month, space, from, to, days: daysBetween(from, to), monthDays: daysInMonth(month), monthlyFen, marketFen, amountFen, subsidyFen };
}

function laterOf(left: string, right: string): string {
  return left > right ? left : right;
}
