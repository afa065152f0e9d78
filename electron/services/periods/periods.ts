import { getEstate } from '../../../db/queries/estate.ts';
import { sumAccountOn } from '../../../db/queries/period-checks.ts';
import { checkOpen, closedThrough, insertBankBalance, insertPeriodEvent, listPeriodEvents } from '../../../db/queries/periods.ts';
import { addMonths, lastDay } from '../../../shared/domain/period.ts';
import { monthsBetween, playEvents } from '../../../shared/domain/period-states.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { checkMonth } from './check-period.ts';

/** The month in which the books begin. Throws MONTH_BEFORE_OPENING. */
async function firstMonthFor({ db }: Context, month: string): Promise<string> {
  const { opensOn } = await getEstate(db);
  if (lastDay(month) < opensOn) throw new AppError('MONTH_BEFORE_OPENING', { month, opensOn });
  return opensOn.slice(0, 7);
}

function checkOver({ today }: Context, month: string): void {
  if (lastDay(month) >= today) throw new AppError('PERIOD_NOT_OVER', { month, today });
}

const byOf = ({ user, now }: Context) => ({ userId: user.userId, userName: user.name, at: now.toISOString() });

export const checkPeriod: Handler<'periods.check'> = async (context, { month }) => {
  await firstMonthFor(context, month);
  return { items: await checkMonth(context, month) };
};

export const closePeriod: Handler<'periods.close'> = async (context, { month }) => {
  const { db } = context;
  const opening = await firstMonthFor(context, month);
  checkOver(context, month);
  const through = await closedThrough(db);
  if (through !== null && month <= through) throw new AppError('PERIOD_ALREADY_CLOSED', { month, through });
  const next = through === null ? null : addMonths(through, 1);
  if (next !== null && next < month) throw new AppError('PERIOD_EARLIER_OPEN', { month, first: next });
  const wrong = (await checkMonth(context, month)).filter(({ ok }) => !ok);
  if (wrong.length > 0) throw new AppError('PERIOD_NOT_READY', { month, items: wrong.map(({ name, detail, facts }) => ({ name, detail, facts })) });
  await insertPeriodEvent(db, { kind: 'close', month, closedThrough: month, reason: '', ...byOf(context) });
  return { closedThrough: month, months: monthsBetween(next ?? opening, month) };
};

export const reopenPeriod: Handler<'periods.reopen'> = async (context, { month, reason }) => {
  const { db } = context;
  const opening = await firstMonthFor(context, month);
  const through = await closedThrough(db);
  if (through === null || month > through) throw new AppError('PERIOD_NOT_CLOSED', { months: [month] });
  const left = month > opening ? addMonths(month, -1) : null;
  await insertPeriodEvent(db, { kind: 'reopen', month, closedThrough: left, reason, ...byOf(context) });
  return { closedThrough: left, months: monthsBetween(month, through) };
};

export const setBankBalance: Handler<'periods.setBankBalance'> = async (context, { month, account, balanceFen }) => {
  const { db } = context;
  await firstMonthFor(context, month);
  checkOver(context, month);
  await checkOpen(db, lastDay(month));
  await insertBankBalance(db, { month, account, balanceFen, ...byOf(context) });
  const { balanceFen: ledgerFen } = await sumAccountOn(db, account, lastDay(month));
  return { ledgerFen, differenceFen: balanceFen - ledgerFen };
};

export const listPeriods: Handler<'periods.list'> = async ({ db, today }) => {
  const { opensOn } = await getEstate(db);
  const first = opensOn.slice(0, 7);
  const current = today.slice(0, 7);
  const through = await closedThrough(db);
  const { events, closed } = playEvents(await listPeriodEvents(db), first);
  const months = monthsBetween(first, current).map((month) => {
    const by = closed.get(month);
    return { month, state: by ? ('closed' as const) : month === current ? ('running' as const) : ('open' as const), by: by?.by ?? '', at: by?.at ?? null };
  });
  return { opensOn, closedThrough: through, next: months.find(({ state }) => state === 'open')?.month ?? null, months: months.reverse(), events: events.reverse() };
};
