import { listDocuments, listMatrixLines, listNumbers, listNumbersBetween, sumCash, type Cover } from '../../../db/queries/shift-facts.ts';
import { findEstate } from '../../../db/queries/estate.ts';
import type { Db } from '../../../db/sql.ts';
import type { ShiftReport } from '../../../shared/contract/shifts.ts';
import { buildMatrix, rangeNumbers } from '../../../shared/domain/shift.ts';

export type Facts = Pick<ShiftReport, 'entries' | 'cashInFen' | 'cashOutFen' | 'matrix' | 'totals' | 'series' | 'documents'>;

/** All that the entries of some covers come to: a shift has one cover, a day one for each shift and each user without. */
export async function factsOf(db: Db, covers: readonly Cover[]): Promise<Facts> {
  const { rows: matrix, totals } = buildMatrix(await listMatrixLines(db, covers));
  const taken = await listNumbers(db, covers);
  const existing: string[] = [];
  for (const { runs } of rangeNumbers(taken, [])) existing.push(...await listNumbersBetween(db, runs[0]?.first ?? '', runs.at(-1)?.last ?? ''));
  return { ...await sumCash(db, covers), matrix, totals, series: rangeNumbers(taken, existing), documents: await listDocuments(db, covers) };
}

/** Whose paper it is. */
export async function officeOf(db: Db): Promise<{ estateName: string; officeName: string }> {
  const estate = await findEstate(db);
  return { estateName: estate?.name ?? '', officeName: estate?.officeName ?? '' };
}
