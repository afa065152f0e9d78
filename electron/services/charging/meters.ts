import { needMeter } from '../../../db/queries/charging-devices.ts';
import { insertReadings, listReadings } from '../../../db/queries/charging-meters.ts';
import { secondOf } from '../../../shared/domain/cell-moment.ts';
import { judgeReadings, type ReadingFault } from '../../../shared/domain/charging-readings.ts';
import type { RegisterReading } from '../../../shared/domain/charging-meter.ts';
import { LOCAL_SECONDS } from '../../../shared/domain/period.ts';
import { readReadingSheet, type ReadingIssue, type SheetReading } from '../../../shared/domain/reading-sheet.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { readStatementFile } from '../../files/read-statement.ts';
import { secondOfLocal } from './quote.ts';
import { localText } from './reconcile.ts';

export const addMeterReadings: Handler<'charging.addMeterReadings'> = async ({ db, user, now }, { meter, readings }) => {
  const by = { userId: user.userId, userName: user.name, at: now.toISOString() };
  const meterId = (await needMeter(db, meter, by.at)) ?? 0;
  const given = readings.map(({ at, energy, period = '' }) => ({ meter, period, energy, second: secondOfLocal(at) - LOCAL_SECONDS }));
  const { fresh, faults } = judgeReadings(await listReadings(db, meterId), given, now.getTime() / 1000);
  const [fault] = faults;
  if (fault) throw refusalOf(fault);
  await insertReadings(db, meterId, fresh, by);
  return { added: fresh.length, unchanged: given.length - fresh.length };
};

function refusalOf({ reason, at: { meter, second, energy }, other }: ReadingFault<RegisterReading>): AppError {
  const at = localText(second);
  switch (reason) {
    case 'FUTURE': return new AppError('METER_READING_FUTURE', { meter, at });
    case 'DIFFERS': return new AppError('METER_READING_DIFFERS', { meter, at, ours: other, given: energy });
    case 'FALLS': return new AppError('METER_READING_FALLS', { meter, at, energy, before: other });
  }
}

const FAULTY = { FUTURE: 'at', DIFFERS: 'energy', FALLS: 'energy' } as const;

/** Adds the readings of a file; with any issue nothing is added. */
export const importReadings: Handler<'charging.importReadings'> = async ({ db, user, now, checkCancelled }, { file, commit }) => {
  const by = { userId: user.userId, userName: user.name, at: now.toISOString() };
  // The time of day of a workbook's dates counts here.
  const { name, sheets } = await readStatementFile(file, { times: true });
  const { readings, issues } = readReadingSheet(sheets.map((rows) => ({ name, rows })));
  checkCancelled();
  const given = readings.map((one): SheetReading & RegisterReading => ({ ...one, second: secondOf(one.at) - LOCAL_SECONDS }));
  const { fresh, faults } = judgeReadings(await listReadings(db), given, now.getTime() / 1000);
  const found: ReadingIssue[] = [...issues, ...faults.map(({ reason, given: { row, written } }) => ({ row, field: FAULTY[reason], value: written[FAULTY[reason]], reason }))];
  const written = commit && found.length === 0;
  if (written) for (const meter of new Set(fresh.map((one) => one.meter))) await insertReadings(db, (await needMeter(db, meter, by.at)) ?? 0, fresh.filter((one) => one.meter === meter), by);
  return { added: fresh.length, unchanged: given.length - fresh.length, written, issues: found.sort((one, other) => one.row - other.row) };
};
