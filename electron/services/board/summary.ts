import { findLastMonth, listBalancesBefore, listMonthMoves } from '../../../db/queries/board.ts';
import { getEstate } from '../../../db/queries/estate.ts';
import { readBasis } from '../../../db/queries/parking-income.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { comparedSpan, type MonthSpan } from '../../../shared/domain/board.ts';
import { addDays, addMonths, firstDay, lastDay } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { readAgeing } from '../arrears/ageing.ts';
import { readSpansBothWays } from '../arrears/collection.ts';
import { income as chargingIncome } from '../charging/income.ts';
import { margin } from '../charging/margin.ts';
import { usage } from '../charging/usage.ts';
import { expiring } from '../parking/expiring.ts';
import { readMonthSums } from '../parking/income.ts';
import { balancesAt, cashOf, chargingOf, commonOf, monthsOf, parkingOf, sourcesOf, type MonthMove } from './figures.ts';
import { readShop } from './shop.ts';
import { readWaiting } from './waiting.ts';

type Summary = Output<'board.summary'>;
type Spans = { months: MonthSpan; then: MonthSpan | null; /** Of the charts. */ shown: MonthSpan; /** From the earliest month that anything is told of. */ all: MonthSpan; skipped: string[] };

/** Months of the charts, and days before a lease's end from which it is listed. */
const [CHART_MONTHS, SOON_DAYS] = [12, 30];

/** Kept sums, bills and the rows of the months shown; what lies further back is not read, so that five years take as long as one. */
export const summary: Handler<'board.summary'> = async (context, input) => {
  const { db, today } = context;
  const spans = await spansOf(context, input);
  const { months, then, shown, all, skipped } = spans;
  const asOf = lastDay(months.to) < today ? lastDay(months.to) : today;
  const before = await listBalancesBefore(db, all.from);
  const moves = await listMonthMoves(db, all.from, months.to);
  const balances = balancesAt(before, moves, months.to);
  const usages = await usage(context, months);
  const rates = await readSpansBothWays(db, shown, then ? [months, then] : [months]);
  const [rateNow, rateThen] = rates.spans;
  if (!rateNow) throw new RangeError('no rates of the months');
  context.checkCancelled();
  return {
    months, then, asOf, today, skipped,
    collection: { now: rateNow, then: rateThen ?? null, trend: rates.months, targetPermille: (await getEstate(db)).collectionTargetPermille },
    charging: { ...(await readCharging(context, spans, moves)), kinds: usages.kinds },
    parking: await readParking(context, spans, moves),
    common: {
      now: commonOf(balances), then: then && commonOf(balancesAt(before, moves, then.to)), months: monthsOf(shown).map((month) => ({ month, balanceFen: commonOf(balancesAt(before, moves, month)).balanceFen })), sources: sourcesOf(balances, moves, months),
    },
    cash: cashOf(balances), ageing: await readAgeing(db, asOf, {}, true),
    heat: usages.heat.filter(({ kind }) => kind === (usages.kinds.some((one) => one.kind === 'ebike') ? 'ebike' : 'ev')), devices: await readDevices(context, months, usages.devices),
    expiring: await readExpiring(context), shop: await readShop(context, spans), ...(await readWaiting(context)),
  };
};

async function spansOf(context: Context, { from: first, to: last, compare }: Parameters<typeof summary>[1]): Promise<Spans> {
  const { db } = context;
  const { month: to, skipped } = last === undefined ? await findWholeMonth(context) : { month: last, skipped: [] };
  const from = first ?? to;
  if (from > to) throw new AppError('DATES_REVERSED', { from, to });
  const months = { from, to };
  const asked = comparedSpan(months, compare);
  // Months before the books began were not zero: nobody knows them.
  const then = asked && asked.from >= (await getEstate(db)).opensOn.slice(0, 7) ? asked : null;
  const year = addMonths(to, 1 - CHART_MONTHS);
  const shown = { from: from < year ? from : year, to };
  return { months, then, shown, all: { from: then && then.from < shown.from ? then.from : shown.from, to }, skipped };
}

/** The month that the board opens on: the last that is over, has entries and lacks no bill of the grid; else the last with entries. Later ones with entries are told, so that nobody takes it for the last. */
async function findWholeMonth(context: Context): Promise<{ month: string; skipped: string[] }> {
  const { db, today } = context;
  const present = today.slice(0, 7);
  const last = (await findLastMonth(db, present)) ?? present;
  const over = (await findLastMonth(db, addMonths(present, -1))) ?? last;
  const { rows } = await margin(context, { from: addMonths(over, 1 - CHART_MONTHS), to: over });
  const opensOn = (await getEstate(db)).opensOn.slice(0, 7);
  const whole = rows.findLast(({ month }) => month >= opensOn && chargingOf(rows, [], { from: month, to: month }).missing.length === 0)?.month ?? over;
  return { month: whole, skipped: whole < over ? monthsOf({ from: addMonths(whole, 1), to: over }) : [] };
}

async function readCharging(context: Context, { months, then, shown, all }: Spans, moves: readonly MonthMove[]): Promise<Omit<Summary['charging'], 'kinds'>> {
  const { rows } = await margin(context, all);
  return { now: chargingOf(rows, moves, months), then: then && chargingOf(rows, moves, then), months: monthsOf(shown).map((month) => ({ month, ...chargingOf(rows, moves, { from: month, to: month }) })) };
}

async function readParking({ db }: Context, { months, then, shown, all }: Spans, moves: readonly MonthMove[]): Promise<Summary['parking']> {
  const sums = await readMonthSums(db, { from: firstDay(all.from), to: firstDay(addMonths(all.to, 1)) });
  return { now: parkingOf(sums, moves, months), then: then && parkingOf(sums, moves, then), months: monthsOf(shown).map((month) => ({ month, ...parkingOf(sums, moves, { from: month, to: month }) })) };
}

/** Devices by the service fee that they brought, the most first. */
async function readDevices(context: Context, { from, to }: MonthSpan, devices: Output<'charging.usage'>['devices']): Promise<Summary['devices']> {
  const brought = new Map((await chargingIncome(context, { from: firstDay(from), to: lastDay(to), by: 'device' })).rows.map(({ key, serviceFen }) => [key, serviceFen]));
  return devices.map(({ device, kind, place, connectors, sessions, energy, utilisationPermille, idleDays, state }) => ({ device, kind, place, connectors, sessions, energy, utilisationPermille, idleDays, state, serviceFen: brought.get(device) ?? 0 }))
    .sort((one, other) => other.serviceFen - one.serviceFen || (one.device < other.device ? -1 : 1));
}

async function readExpiring(context: Context): Promise<Summary['expiring']> {
  const until = addDays(context.today, SOON_DAYS);
  const { items } = await expiring(context, { months: 3 });
  return { items: items.filter(({ to }) => addDays(to, -1) <= until), until, daytimeMonthFen: (await readBasis(context.db, context.today)).daytimeMonthFen };
}
