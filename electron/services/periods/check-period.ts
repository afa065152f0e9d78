import { sumMissing } from '../../../db/queries/channel-entries.ts';
import { countWaitingTo } from '../../../db/queries/costs.ts';
import { getEstate } from '../../../db/queries/estate.ts';
import { countOpenExceptions, countWaitingLines, listMonthsWithoutBill, listOpenDays, sumAccountOn, sumsOff, unmatchedInTransit } from '../../../db/queries/period-checks.ts';
import { closedThrough, listBankBalances } from '../../../db/queries/periods.ts';
import { listOpenShifts } from '../../../db/queries/shifts.ts';
import { verifyChain, verifyMoney } from '../../../db/queries/verify.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { channelNames } from '../../../shared/domain/channel-types.ts';
import { bankAccounts } from '../../../shared/domain/common-sources.ts';
import { addMonths, firstDay, lastDay } from '../../../shared/domain/period.ts';
import { periodChecks, periodDetail, type FactsOf, type PeriodCheck } from '../../../shared/domain/period-details.ts';
import { formatFen } from '../../../shared/domain/money.ts';
import type { Context } from '../../context.ts';
import { PLATFORM_RECEIVABLE } from '../charging/book-days.ts';

export type PeriodItem = Output<'periods.check'>['items'][number];
/** The month, its last day, and the first month that is not closed: what lies before it was looked at when it was. */
type Around = { month: string; on: string; since: string; closed: string | null };
type Check<Name extends PeriodCheck> = (context: Context, around: Around) => Promise<{ ok: boolean; facts: FactsOf[Name] }>;

const DAYS_NAMED = 3;

const earlierMonths: Check<'earlierMonths'> = (_, { month, since, closed }) => Promise.resolve({ ok: closed === null || since >= month, facts: { first: closed !== null && since < month ? since : null } });

const daysClosed: Check<'daysClosed'> = async ({ db }, { on }) => {
  const days = await listOpenDays(db, on);
  const shifts = (await listOpenShifts(db, on)).map(({ userName }) => userName).join('、');
  const first = days.slice(0, DAYS_NAMED).join('、') + (days.length > DAYS_NAMED ? '…' : '');
  return { ok: days.length === 0 && shifts === '', facts: { days: days.length, first, from: days[0] ?? '', shifts } };
};

const channelsSettled: Check<'channelsSettled'> = async ({ db }, { on, since }) => {
  const exceptions = await countOpenExceptions(db, on);
  let missing = 0;
  for (const channel of channelNames) missing += (await sumMissing(db, { channel, from: firstDay(since), to: on })).count;
  const unmatched = [await unmatchedInTransit(db, 'wechat', on), await unmatchedInTransit(db, 'alipay', on)];
  const facts = { exceptions, missing, unmatchedFen: unmatched.reduce((sum, fen) => sum + Math.abs(fen), 0) };
  return { ok: Object.values(facts).every((value) => value === 0), facts };
};

const sessionsReviewed: Check<'sessionsReviewed'> = async ({ db }, { month }) => {
  const lines = await countWaitingLines(db, month);
  return { ok: lines === 0, facts: { lines } };
};

const meterBill: Check<'meterBill'> = async ({ db }, { month, since }) => {
  const months = await listMonthsWithoutBill(db, since, month);
  return { ok: months.length === 0, facts: { months: months.join('、'), first: months[0] ?? '' } };
};

/** Platforms pay weeks later, so that it hinders nothing. */
const platformsSettled: Check<'platformsSettled'> = async ({ db }, { on }) => ({ ok: true, facts: { owedFen: (await sumAccountOn(db, PLATFORM_RECEIVABLE, on)).balanceFen } });

/** A voucher that is approved later would be dated in a month that takes no entry. */
const costsApproved: Check<'costsApproved'> = async ({ db }, { on }) => {
  const facts = await countWaitingTo(db, on);
  return { ok: facts.vouchers === 0, facts };
};

const bankBalance = (account: string): Check<'bankProperty'> & Check<'bankCommon'> => async ({ db }, { month, on }) => {
  const { balanceFen: ledgerFen, postings } = await sumAccountOn(db, account, on);
  const balanceFen = (await listBankBalances(db, month)).find((one) => one.account === account)?.balanceFen ?? null;
  const differenceFen = balanceFen === null ? null : balanceFen - ledgerFen;
  return { ok: differenceFen === 0 || (differenceFen === null && postings === 0), facts: { account, ledgerFen, balanceFen, differenceFen, postings } };
};

const crossTotals: Check<'crossTotals'> = async ({ db }, { on }) => {
  const { funds, receivableFen, prepaidFen } = await sumsOff(db, on);
  return { ok: funds.length === 0 && receivableFen === 0 && prepaidFen === 0, facts: { funds: funds.map(({ fund, fen }) => `${fund} ${formatFen(fen).replace('-', '−')}`).join('、'), receivableFen, prepaidFen } };
};

const booksVerified: Check<'booksVerified'> = async ({ db, checkCancelled }) => {
  const problems = [...(await verifyChain(db, checkCancelled)), ...(await verifyMoney(db))];
  const [first] = problems;
  return { ok: problems.length === 0, facts: { problems: problems.length, first: first ? `${first.kind} ${first.subject} ${first.detail}` : '' } };
};

/** Every check by its name: one more is one more line here and in `periodChecks`. */
const CHECKS: { readonly [Name in PeriodCheck]: Check<Name> } = {
  earlierMonths, daysClosed, channelsSettled, sessionsReviewed, meterBill, platformsSettled, costsApproved, bankProperty: bankBalance(bankAccounts.property), bankCommon: bankBalance(bankAccounts.common), crossTotals, booksVerified,
};

/** Looks at everything that must be right before a month is closed. */
export async function checkMonth(context: Context, month: string): Promise<PeriodItem[]> {
  const closed = await closedThrough(context.db);
  const { opensOn } = await getEstate(context.db);
  const around = { month, on: lastDay(month), closed, since: closed === null ? opensOn.slice(0, 7) : addMonths(closed, 1) };
  const items: PeriodItem[] = [];
  for (const name of periodChecks) {
    context.checkCancelled();
    const { ok, facts } = await CHECKS[name](context, around);
    items.push({ name, ok, detail: periodDetail('zh', name, facts), facts });
  }
  return items;
}
