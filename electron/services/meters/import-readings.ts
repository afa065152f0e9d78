import { basename } from 'node:path';
import type { PlannedRow, ReadingWrite } from '../../../shared/domain/meter-plan.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { planFile, summariseReadings } from './plan-readings.ts';
import { writeReadings } from './write-readings.ts';

/**
 * Imports an office's list of readings in one transaction. With errors and `refuse` nothing is written and
 * METER_READINGS_HAVE_ERRORS names the rows; `skip` takes the others. Without `commit` it only tells.
 */
export const importReadings: Handler<'meters.importReadings'> = async (context, { commit, onError, ...source }) => {
  const plan = await planFile(context, source);
  const summary = summariseReadings(plan);
  if (!commit) return summary;
  if (onError === 'refuse' && summary.errors.length > 0) throw new AppError('METER_READINGS_HAVE_ERRORS', summary);
  const writes = plan.rows.flatMap(({ write }) => (write ? [write] : []));
  context.progress({ done: 0, total: writes.length, label: 'READINGS' });
  await writeReadings(context, inOrder(writes), plan.states, basename(source.file));
  context.progress({ done: writes.length, total: writes.length, label: 'READINGS' });
  return summary;
};

/** By day; the sheet's order within one. */
function inOrder(writes: readonly ReadingWrite[]): ReadingWrite[] {
  return writes.toSorted((left, right) => (left.readOn < right.readOn ? -1 : Number(left.readOn > right.readOn)));
}

export const previewReadings: Handler<'meters.previewReadings'> = async (context, source) => {
  const plan = await planFile(context, source);
  const headers = Object.fromEntries(Object.entries(plan.headers).map(([field, header]) => [field, header ?? '']));
  return { ...summariseReadings(plan), sheet: plan.sheet, sheets: plan.sheets, headerRow: plan.headerRow, headers, rows: plan.rows.map(rowOf) };
};

function rowOf({ row, action, label, item, itemName, meterNo, readOn, lastE4, valueE4, usedE4, issues }: PlannedRow) {
  return { row, action, label, item, itemName, meterNo, readOn, lastE4, valueE4, usedE4, issues };
}
