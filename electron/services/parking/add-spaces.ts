import type { z } from 'zod';
import { insertSpaces, listSpacesByCode, listUnknownHomes, type SpaceFacts, type SpaceRow } from '../../../db/queries/parking-spaces.ts';
import type { Db } from '../../../db/sql.ts';
import type { newSpace } from '../../../shared/contract/parking.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';

/** A space of an input, as it is stored. */
export function factsOf({ code, zone, floor, kind, title, ownerHomeId, row, column, note }: z.output<typeof newSpace>): SpaceFacts {
  return { code, zone, floor, kind, title, ownerHomeId: ownerHomeId ?? null, row: row ?? null, column: column ?? null, note };
}

/** The first field in which two descriptions of a space differ; what the new one leaves open agrees with anything. */
export function differenceOf(known: SpaceFacts, given: SpaceFacts): { field: string; ours: string; given: string } | undefined {
  const compared = ['zone', 'title', 'kind', 'floor', 'ownerHomeId', 'row', 'column'] as const;
  const field = compared.find((one) => given[one] !== known[one] && given[one] !== null && given[one] !== '');
  return field && { field, ours: String(known[field] ?? ''), given: String(given[field] ?? '') };
}

/** Throws NO_SUCH_HOME for owners that are no homes. */
export async function checkOwners(db: Db, spaces: readonly SpaceFacts[]): Promise<void> {
  const [homeId] = await listUnknownHomes(db, spaces.flatMap(({ ownerHomeId }) => (ownerHomeId === null ? [] : [ownerHomeId])));
  if (homeId !== undefined) throw new AppError('NO_SUCH_HOME', { homeId });
}

/** Of given spaces those that are new; a code that is known, or given twice, must agree. Throws SPACE_DIFFERS. */
export function newOnes(known: ReadonlyMap<string, SpaceRow>, given: readonly SpaceFacts[]): { added: SpaceFacts[]; unchanged: number } {
  const added = new Map<string, SpaceFacts>();
  let unchanged = 0;
  for (const space of given) {
    const other = known.get(space.code) ?? added.get(space.code);
    if (!other) { added.set(space.code, space); continue; }
    const difference = differenceOf(other, space);
    if (difference) throw new AppError('SPACE_DIFFERS', { space: space.code, ...difference });
    unchanged += 1;
  }
  return { added: [...added.values()], unchanged };
}

/** Adds spaces; the same ones again change nothing. An owner is only of an owner's space. */
export const addSpaces: Handler<'parking.addSpaces'> = async ({ db }, { spaces }) => {
  const given = spaces.map(factsOf);
  const stray = given.find(({ title, ownerHomeId }) => title !== 'owner' && ownerHomeId !== null);
  if (stray) throw new AppError('SPACE_DIFFERS', { space: stray.code, field: 'title', ours: 'owner', given: stray.title });
  await checkOwners(db, given);
  const { added, unchanged } = newOnes(await listSpacesByCode(db, given.map(({ code }) => code)), given);
  await insertSpaces(db, added);
  return { added: added.length, unchanged };
};
