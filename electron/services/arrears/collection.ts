import { listBuildings, listPartHomes, readCollection, readSpans, spanKey, sumPartHomes, type Grouping, type GroupFigures, type Months } from '../../../db/queries/collection.ts';
import { listItemRows } from '../../../db/queries/fee-items.ts';
import { isLarge } from '../../../db/queries/open-bills.ts';
import type { Db } from '../../../db/sql.ts';
import type { collectionFigures } from '../../../shared/contract/arrears.ts';
import type { CollectionFigures } from '../../../shared/domain/collection.ts';
import { addMonths } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import type { z } from 'zod';

type Figures = z.input<typeof collectionFigures>;
const NOTHING: CollectionFigures = { current: { billedFen: 0, cancelledFen: 0, collectedFen: 0 }, arrears: { openingFen: 0, collectedFen: 0 }, households: { billed: 0, paid: 0 } };

/** Every number with its name, for comparing and for telling which differs. */
function numbersOf({ current, arrears, households }: CollectionFigures): [figure: string, value: number][] {
  return [
    ['billedFen', current.billedFen], ['cancelledFen', current.cancelledFen], ['collectedFen', current.collectedFen],
    ['openingFen', arrears.openingFen], ['arrearsCollectedFen', arrears.collectedFen], ['householdsBilled', households.billed], ['householdsPaid', households.paid],
  ];
}

/**
 * The figures of a period computed twice: from the documents, and from the postings by the kind of their entry. Answered
 * only when all are equal. Throws RATES_DISAGREE with the first that is not.
 */
export async function readBothWays(db: Db, months: Months, by: Grouping): Promise<GroupFigures[]> {
  const large = await isLarge(db);
  const periods = by === 'month' ? eachMonth(months).map((month) => ({ from: month, to: month })) : [months];
  return agreed(months, await readCollection(db, 'document', months, by, periods, large), await readCollection(db, 'ledger', months, by, periods, large));
}

/** The same of each month of some and of other spans, from what is kept however few bills there are. Throws RATES_DISAGREE. */
export async function readSpansBothWays(db: Db, months: Months, spans: readonly Months[]): Promise<{ months: (Figures & { month: string })[]; spans: Figures[] }> {
  const each = eachMonth(months);
  const found = new Map(agreed(months, await readSpans(db, 'document', each, spans), await readSpans(db, 'ledger', each, spans)).map((group) => [group.key, figuresOf(group)]));
  return { months: each.map((month) => ({ month, ...(found.get(spanKey({ from: month, to: month })) ?? NOTHING) })), spans: spans.map((span) => found.get(spanKey(span)) ?? NOTHING) };
}

function agreed(months: Months, documents: GroupFigures[], posted: readonly GroupFigures[]): GroupFigures[] {
  const ledger = new Map(posted.map((group) => [group.key, group]));
  const known = new Map(documents.map((group) => [group.key, group]));
  for (const key of new Set([...known.keys(), ...ledger.keys()])) {
    const figures = numbersOf(ledger.get(key) ?? NOTHING);
    numbersOf(known.get(key) ?? NOTHING).forEach(([figure, value], index) => {
      const other = figures[index]?.[1] ?? 0;
      if (value !== other) throw new AppError('RATES_DISAGREE', { ...months, figure, key, documents: value, ledger: other });
    });
  }
  return documents;
}

function eachMonth({ from, to }: Months): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

const isSomething = (figures: CollectionFigures): boolean => numbersOf(figures).some(([, value]) => value !== 0);

/** The figures alone; the schema brands their amounts. */
const figuresOf = ({ current, arrears, households }: CollectionFigures): Figures => ({ current, arrears, households });

async function readTotal(db: Db, months: Months): Promise<Figures> {
  return figuresOf((await readBothWays(db, months, 'all'))[0] ?? NOTHING);
}

export const collectionRates: Handler<'collection.rates'> = ({ db }, { month }) => readTotal(db, { from: month, to: month });

export const collectionReport: Handler<'collection.report'> = async ({ db, checkCancelled }, { by, ...months }) => {
  checkOrder(months);
  const total = await readTotal(db, months);
  checkCancelled();
  if (!by) return { total, items: [] };
  const groups = new Map((await readBothWays(db, months, by)).filter(isSomething).map((group) => [group.key, group]));
  // Buildings in address order, items in that of the settings.
  const names = by === 'building' ? (await listBuildings(db)).map((building) => ({ group: building, key: building, name: building })) : (await listItemRows(db)).map(({ feeItemId, code, name }) => ({ group: String(feeItemId), key: code, name }));
  return { total, items: names.flatMap(({ group, key, name }) => { const figures = groups.get(group); return figures ? [{ key, name, ...figuresOf(figures) }] : []; }) };
};

export const collectionTrend: Handler<'collection.trend'> = async ({ db }, { until, months }) => {
  const groups = await readBothWays(db, { from: addMonths(until, 1 - months), to: until }, 'month');
  return { items: groups.map((group) => ({ month: group.key, ...figuresOf(group) })) };
};

export const collectionHomes: Handler<'collection.homes'> = async ({ db }, { part, from, to, limit, after = '', ...filter }) => {
  checkOrder({ from, to });
  const found = await listPartHomes(db, part, { from, to }, filter, { after, limit: limit + 1 });
  const page = found.slice(0, limit);
  return { items: page.map(({ sortKey: _sortKey, ...home }) => home), ...(await sumPartHomes(db, part, { from, to }, filter)), ...(found.length > limit ? { next: page.at(-1)?.sortKey } : {}) };
};

function checkOrder({ from, to }: Months): void {
  if (from > to) throw new AppError('DATES_REVERSED', { from, to });
}
