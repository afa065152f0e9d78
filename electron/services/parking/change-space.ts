import { listHolds } from '../../../db/queries/lease-conflicts.ts';
import { endBlock, findBlock, getSpace, hasLivingCharge, insertBlock, updateSpace } from '../../../db/queries/parking-spaces.ts';
import { findClash } from '../../../shared/domain/lease-conflict.ts';
import { ALL_HOURS } from '../../../shared/domain/week-windows.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { checkOwners, factsOf } from './add-spaces.ts';

/** Everything of a space but its code; its title not while charges stand, as it decided whose money they are. */
export const changeSpace: Handler<'parking.changeSpace'> = async ({ db }, input) => {
  const { spaceId, title } = await getSpace(db, input.code);
  const given = factsOf({ ...input, ownerHomeId: input.title === 'owner' ? input.ownerHomeId : undefined });
  if (given.title !== title && (await hasLivingCharge(db, spaceId))) throw new AppError('TITLE_OF_LET_SPACE', { space: input.code });
  await checkOwners(db, [given]);
  await updateSpace(db, spaceId, given);
  return { spaceId };
};

/** Keeps a space from being let; what is let already must be moved first. */
export const blockSpace: Handler<'parking.blockSpace'> = async ({ db, user, now }, { space: code, from, to = null, reason }) => {
  if (to !== null && to <= from) throw new AppError('DATES_REVERSED', { from, to });
  const { spaceId } = await getSpace(db, code);
  const hold = { from, to, spans: ALL_HOURS };
  for (const other of await listHolds(db, spaceId, hold)) {
    const clash = findClash(hold, other);
    if (clash) throw new AppError('SPACE_TAKEN', { leaseId: other.leaseId, ...clash, space: code });
  }
  return { blockId: await insertBlock(db, { spaceId, from, to, reason, userId: user.userId, userName: user.name, at: now.toISOString() }) };
};

/** Ends a block on a day; before its first day it never was. */
export const unblockSpace: Handler<'parking.unblockSpace'> = async ({ db }, { blockId, on }) => {
  const block = await findBlock(db, blockId);
  if (!block || (block.to !== null && block.to <= on)) throw new AppError('NO_SUCH_BLOCK', { blockId });
  await endBlock(db, blockId, on < block.from ? block.from : on);
  return {};
};
