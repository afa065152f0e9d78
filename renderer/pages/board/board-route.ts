import { comparisons, type Comparison } from '../../../shared/domain/board.ts';
import { periodMonths, periodOf, type ReportPeriod } from '../../../shared/domain/collection.ts';
import { isMonth } from '../../../shared/domain/period.ts';
import type { CallInput, Output } from '../../../shared/contract/index.ts';

export type Board = Output<'board.summary'>;
export const periodUnits = Object.keys(periodMonths) as ReportPeriod[];

/** What the address of the board says, e.g. `#/board?unit=quarter&month=2026-09&compare=year`. Without a month: the last one in which anything was entered. */
export type BoardRoute = { unit: ReportPeriod; month?: string | undefined; compare: Comparison };

/** Reads the address; unknown values are dropped. */
export function readBoardRoute(params: URLSearchParams): BoardRoute {
  const month = params.get('month') ?? '';
  return { unit: periodUnits.find((unit) => unit === params.get('unit')) ?? 'month', month: isMonth(month) ? month : undefined, compare: comparisons.find((one) => one === params.get('compare')) ?? 'before' };
}

/** The parameters of an address for `linkTo('board', …)`. */
export function boardParams({ unit, month, compare }: BoardRoute): Record<string, string> {
  const wanted = { unit: unit === 'month' ? undefined : unit, month, compare: compare === 'before' ? undefined : compare };
  return Object.fromEntries(Object.entries(wanted).filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** What the screen asks. `last`: the month that stands for none. */
export function boardInput({ unit, month, compare }: BoardRoute, last: string | undefined): CallInput<'board.summary'> {
  const own = month ?? (unit === 'month' ? undefined : last);
  return { compare, ...(own !== undefined && periodOf(own, unit)) };
}
