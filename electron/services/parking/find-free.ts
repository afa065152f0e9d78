import { listAllHolds, listHolds, listPlateHolds, type SpaceHold } from '../../../db/queries/lease-conflicts.ts';
import { getSpace, listBlockedSpaces, listBlocks, listSpacesToLet, type SpaceToLet } from '../../../db/queries/parking-spaces.ts';
import { listLesseesOf } from '../../../db/queries/lease-list.ts';
import type { Db } from '../../../db/sql.ts';
import { findClash, firstFit, freeMinutes, sharedMinutes, windowsOf, type Hold } from '../../../shared/domain/lease-conflict.ts';
import { ALL_HOURS } from '../../../shared/domain/week-windows.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { readPlates, readWindows } from './lease-terms.ts';

const OTHERS_SHOWN = 12;

/** Spaces that take a lease over all of its days, with what of the week is free in each. */
export const findFree: Handler<'parking.findFree'> = async ({ db }, { windows, from, to = null, zone, kind, title }) => {
  const asked = readHold(from, to, windows);
  const items = (await listFitting(db, asked, { zone, kind, title })).map(({ space, zone: own, kind: ownKind, title: ownTitle, holds }) => ({
    space, windows: windowsOf(freeMinutes(asked, holds)).map(({ weekdays, ...window }) => ({ weekdays: [...weekdays], ...window })), zone: own, kind: ownKind, title: ownTitle,
  }));
  return { items };
};

/** The days and minutes that are asked for. Throws DATES_REVERSED, WINDOW_EMPTY, WINDOWS_OVERLAP. */
function readHold(from: string, to: string | null, windows: Parameters<typeof readWindows>[0]): Hold {
  if (to !== null && to <= from) throw new AppError('DATES_REVERSED', { from, to });
  return { from, to, spans: readWindows(windows) };
}

async function listFitting(db: Db, asked: Hold, filter: Parameters<typeof listSpacesToLet>[1], exceptLease = 0): Promise<(SpaceToLet & { holds: SpaceHold[] })[]> {
  const blocked = await listBlockedSpaces(db, asked.from, asked.to);
  const holds = await listAllHolds(db, asked, filter.zone);
  return (await listSpacesToLet(db, filter)).flatMap((space) => {
    const own = (holds.get(space.spaceId) ?? []).filter(({ leaseId }) => leaseId !== exceptLease);
    return blocked.has(space.spaceId) || own.some((hold) => sharedMinutes(asked, hold).length > 0) ? [] : [{ ...space, holds: own }];
  });
}

/** What stands in the way of a lease before it is signed, and what would fit instead. */
export const checkLease: Handler<'parking.checkLease'> = async ({ db }, { space: code, from, to = null, windows, plates, leaseId: except = 0 }) => {
  const asked = readHold(from, to, windows);
  const space = await getSpace(db, code);
  const [blocks, later] = [await listBlocks(db, space.spaceId, from, null), await listHolds(db, space.spaceId, { from, to: null }, except)];
  const inDays = later.filter((hold) => to === null || hold.from < to);
  const clashing = inDays.flatMap((hold) => {
    const clash = findClash(asked, hold);
    return clash ? [{ ...clash, leaseId: hold.leaseId, leaseNo: hold.leaseNo, until: hold.to }] : [];
  });
  const taken = plates.length === 0 ? [] : await listPlateHolds(db, readPlates(plates), asked, except);
  const lessees = clashing.length + taken.length === 0 ? new Map<number, string>() : await listLesseesOf(db, [...clashing, ...taken].map(({ leaseId }) => leaseId));
  const [block] = blocks.filter((one) => to === null || one.from < to);
  const walls = blocks.map((one): Hold => ({ from: one.from, to: one.to, spans: ALL_HOURS }));
  const free = block ? [] : freeMinutes(asked, inDays);
  const others = clashing.length > 0 || block ? await listFitting(db, asked, { zone: space.zone }, except) : [];
  return {
    clashes: clashing.map((clash) => ({ ...clash, lessee: lessees.get(clash.leaseId) ?? '' })),
    platesTaken: taken.map(({ plate, leaseId, leaseNo }) => ({ plate, leaseId, leaseNo, lessee: lessees.get(leaseId) ?? '' })),
    blocked: block ? { from: block.from, to: block.to, reason: block.reason } : null,
    nextFrom: firstFit(asked, [...later, ...walls]),
    freeWindows: windowsOf(free).map(({ weekdays, ...window }) => ({ weekdays: [...weekdays], ...window })),
    others: others.filter((one) => one.spaceId !== space.spaceId).slice(0, OTHERS_SHOWN).map((one) => one.space),
  };
};
