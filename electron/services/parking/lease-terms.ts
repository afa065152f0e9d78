import { getChangingHome } from '../../../db/queries/home-changes.ts';
import { listHolds, listPlateHolds } from '../../../db/queries/lease-conflicts.ts';
import { findCompany } from '../../../db/queries/companies.ts';
import { listBlocks, type SpaceRow } from '../../../db/queries/parking-spaces.ts';
import type { Db } from '../../../db/sql.ts';
import type { LeaseKind, WeekWindow } from '../../../shared/contract/parking.ts';
import { findClash, type Hold } from '../../../shared/domain/lease-conflict.ts';
import { readPlate } from '../../../shared/domain/plate.ts';
import { spansOf, type Span } from '../../../shared/domain/week-windows.ts';
import { AppError } from '../../../shared/errors.ts';

/** The minutes of the week that windows hold. Throws WINDOW_EMPTY, WINDOWS_OVERLAP. */
export function readWindows(windows: readonly WeekWindow[] | undefined | null): Span[] {
  const spans = spansOf(windows ?? undefined);
  if (Array.isArray(spans)) return spans;
  if (spans.problem === 'empty') throw new AppError('WINDOW_EMPTY', { from: spans.from, to: spans.to });
  throw new AppError('WINDOWS_OVERLAP', { weekday: spans.weekday, from: spans.from, to: spans.to });
}

/** Plates as they are kept. Throws PLATE_INVALID, PLATE_REPEATED. */
export function readPlates(texts: readonly string[]): string[] {
  const plates = texts.map((text) => {
    const found = readPlate(text);
    if (!found) throw new AppError('PLATE_INVALID', { plate: text });
    return found.plate;
  });
  const repeated = plates.find((plate, index) => plates.indexOf(plate) < index);
  if (repeated !== undefined) throw new AppError('PLATE_REPEATED', { plate: repeated });
  return plates;
}

type Payer = { kind: LeaseKind; homeId?: number | undefined; companyId?: number | undefined };

/** Who pays: a home, or a company by its account. Throws LESSEE_NOT_OF_KIND, NO_SUCH_COMPANY, NO_SUCH_HOME, HOME_MERGED, HOME_UNSOLD (on the lease's first day). */
export async function payerOf(db: Db, { kind, homeId, companyId }: Payer, from: string): Promise<number> {
  if (companyId !== undefined) {
    if (kind === 'resident' || homeId !== undefined) throw new AppError('LESSEE_NOT_OF_KIND', { kind });
    if (!(await findCompany(db, companyId))) throw new AppError('NO_SUCH_COMPANY', { companyId });
    return companyId;
  }
  if (homeId === undefined) throw new AppError('LESSEE_NOT_OF_KIND', { kind });
  if (await findCompany(db, homeId)) throw new AppError('NO_SUCH_HOME', { homeId });
  const { label, status } = await getChangingHome(db, homeId, from);
  if (status === 'unsold') throw new AppError('HOME_UNSOLD', { label });
  return homeId;
}

/** What the title of a space asks of a lease. Throws RESOLUTION_NEEDED, CONSENT_NEEDED. */
export function checkTitle({ code, title, ownerHomeId }: SpaceRow, { companyId, payerId, resolutionNo, consent }: { companyId: number | undefined; payerId: number; resolutionNo: string | undefined; consent: string | undefined }): void {
  if (title === 'common' && companyId !== undefined && resolutionNo === undefined) throw new AppError('RESOLUTION_NEEDED', { space: code });
  if (title === 'owner' && ownerHomeId !== payerId && consent === undefined) throw new AppError('CONSENT_NEEDED', { space: code });
}

/** That nothing stands in the way of a hold of a space. Throws SPACE_BLOCKED, SPACE_TAKEN. */
export async function checkFree(db: Db, { spaceId, code }: Pick<SpaceRow, 'spaceId' | 'code'>, hold: Hold, exceptLease = 0): Promise<void> {
  const [block] = await listBlocks(db, spaceId, hold.from, hold.to);
  if (block) throw new AppError('SPACE_BLOCKED', { space: code, from: block.from, to: block.to, reason: block.reason });
  for (const other of await listHolds(db, spaceId, hold, exceptLease)) {
    const clash = findClash(hold, other);
    if (clash) throw new AppError('SPACE_TAKEN', { leaseId: other.leaseId, ...clash, space: code });
  }
}

/** That no other lease has one of the plates on these days. Throws PLATE_TAKEN. */
export async function checkPlates(db: Db, plates: readonly string[], days: Pick<Hold, 'from' | 'to'>, exceptLease = 0): Promise<void> {
  const [taken] = await listPlateHolds(db, plates, days, exceptLease);
  if (taken) throw new AppError('PLATE_TAKEN', { leaseId: taken.leaseId, plate: taken.plate });
}
