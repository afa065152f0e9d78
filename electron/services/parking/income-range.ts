import type { DayRange } from '../../../db/queries/parking-income.ts';
import { addMonths, firstDay } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';

export type Months = { from: string; to: string };

/** The months of a range, both included, and its days. Throws DATES_REVERSED. */
export function readMonths({ from, to }: Months): { months: string[]; days: DayRange } {
  if (from > to) throw new AppError('DATES_REVERSED', { from, to });
  const months: string[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return { months, days: { from: firstDay(from), to: firstDay(addMonths(to, 1)) } };
}

/** Rows by their month, in their order. */
export function byMonth<Row>(rows: readonly Row[], monthOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(monthOf(row));
    if (group) group.push(row); else groups.set(monthOf(row), [row]);
  }
  return groups;
}
