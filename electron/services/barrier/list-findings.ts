import { countFaults, listBarrierFiles, listFaults } from '../../../db/queries/barrier-files.ts';
import { listFindings as listFindingRows, listLeaseUse, sumFindings } from '../../../db/queries/barrier-findings.ts';
import { firstDay, lastDay } from '../../../shared/domain/period.ts';
import type { Handler } from '../../context.ts';

/** Findings of a month by the day of their first minute, or of all months. */
export const listFindings: Handler<'barrier.findings'> = async ({ db }, { month, limit, after = 0, ...rest }) => {
  const filter = { ...rest, ...(month !== undefined && { from: firstDay(month), to: lastDay(month) }) };
  const items = await listFindingRows(db, filter, { after, limit: limit + 1 });
  const last = items.length > limit ? items[limit - 1] : undefined;
  return { items: items.slice(0, limit), ...(await sumFindings(db, filter)), ...(last && { next: last.findingId }) };
};

export const listUseByLease: Handler<'barrier.byLease'> = async ({ db }, { month }) => ({ items: await listLeaseUse(db, { from: firstDay(month), to: lastDay(month) }) });

export const listFiles: Handler<'barrier.files'> = async ({ db }) => ({ items: await listBarrierFiles(db) });

/** What could not be judged, file by file and line by line. */
export const listStayFaults: Handler<'barrier.faults'> = async ({ db }, { fileId, limit, after = 0 }) => {
  const items = await listFaults(db, fileId, { after, limit: limit + 1 });
  const last = items.length > limit ? items[limit - 1] : undefined;
  return { items: items.slice(0, limit), total: await countFaults(db, fileId), ...(last && { next: last.stayId }) };
};
