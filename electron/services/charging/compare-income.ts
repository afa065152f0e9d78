import type { Input, Output } from '../../../shared/contract/index.ts';
import { addMonths, isDay, lastDay, yearBefore } from '../../../shared/domain/period.ts';
import type { Handler } from '../../context.ts';
import { income } from './income.ts';

type Row = Output<'charging.compareIncome'>['rows'][number];
type Earned = Row['now'];
type By = Input<'charging.compareIncome'>['by'];

const NOTHING: Earned = { sessions: 0, energy: 0, energyFen: 0, serviceFen: 0, extraFen: 0 };

/** A year that is not over is compared with as much of the one before. */
export const compareIncome: Handler<'charging.compareIncome'> = async (context, { from, to, by, kind }) => {
  const until = to < context.today ? to : context.today;
  const month = until.slice(0, 7);
  // The end of February is compared with the end of February.
  const lastTo = until === lastDay(month) ? lastDay(addMonths(month, -12)) : yearBefore(until);
  const lastFrom = yearBefore(from);
  const ask = async (first: string, last: string, key: By = by) => (await income(context, { from: first, to: last, by: key, ...(kind && { kind }) })).rows;
  const [since] = await ask(lastFrom, lastTo, 'day');
  const rows = new Map<string, Row>();
  const rowOf = (key: string): Row => {
    const row = rows.get(key) ?? { key, now: NOTHING, last: NOTHING };
    rows.set(key, row);
    return row;
  };
  for (const { key, ...now } of await ask(from, until)) rowOf(key).now = now;
  for (const { key, ...last } of await ask(lastFrom, lastTo)) {
    const row = rowOf(yearLater(key, by));
    row.last = { sessions: row.last.sessions + last.sessions, energy: row.last.energy + last.energy, energyFen: row.last.energyFen + last.energyFen, serviceFen: row.last.serviceFen + last.serviceFen, extraFen: row.last.extraFen + last.extraFen };
  }
  return { from, to: until, lastFrom, lastTo, lastSince: since?.key ?? null, rows: [...rows.values()].sort((one, other) => (one.key < other.key ? -1 : 1)) };
};

/** This year's key of one of last year's; 29 February is the 28th. */
function yearLater(key: string, by: By): string {
  if (by !== 'day' && by !== 'month') return key;
  const month = addMonths(key.slice(0, 7), 12);
  if (by === 'month') return month;
  return isDay(month + key.slice(7)) ? month + key.slice(7) : lastDay(month);
}
