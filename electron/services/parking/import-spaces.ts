import { insertSpaces, listHomesByLabel, listSpacesByCode, type SpaceFacts } from '../../../db/queries/parking-spaces.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { readSpaceSheet, type SheetSpace, type SpaceField, type SpaceFault, type SpaceIssue, type SpaceSheet } from '../../../shared/domain/space-sheet.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { readTables } from '../../files/read-table.ts';
import { differenceOf } from './add-spaces.ts';

type Result = Output<'parking.importSpaces'>;

/** Imports a file of spaces in one transaction; rows with errors are named, and refuse the file unless the others are asked for. */
export const importSpaces: Handler<'parking.importSpaces'> = async (context, { file, commit, acceptErrors }) => {
  const { sheets } = await readTables(file);
  const sheet = readSpaceSheet(sheets);
  context.checkCancelled();
  const { added, unchanged, issues } = await compare(context, sheet);
  const errors: Result['errors'] = [...sheet.issues, ...issues].sort((left, right) => left.row - right.row).map(({ field, ...issue }) => ({ ...issue, column: field }));
  const result = { added: added.length, unchanged, errors };
  if (commit && errors.length > 0 && !acceptErrors) throw new AppError('SPACES_HAVE_ERRORS', result);
  if (commit) await insertSpaces(context.db, added);
  return result;
};

/** What of a file is new, what is known, and what does not agree with the books or with a row before it. */
async function compare({ db }: Context, { spaces, headers }: SpaceSheet): Promise<{ added: SpaceFacts[]; unchanged: number; issues: SpaceIssue[] }> {
  const known = await listSpacesByCode(db, spaces.map(({ code }) => code));
  const homes = await listHomesByLabel(db, spaces.flatMap(({ owner }) => (owner === '' ? [] : [owner])));
  const added = new Map<string, SpaceFacts>();
  const issues: SpaceIssue[] = [];
  let unchanged = 0;
  for (const space of spaces) {
    const fail = (field: SpaceField, reason: SpaceFault, value: string): unknown => issues.push({ row: space.row, field, header: headers[field] ?? '', value, reason, code: space.code });
    const ownerHomeId = space.owner === '' ? null : homes.get(space.owner);
    if (ownerHomeId === undefined) { fail('owner', 'NO_SUCH_HOME', space.owner); continue; }
    const facts = factsOf(space, ownerHomeId);
    const other = known.get(space.code) ?? added.get(space.code);
    const difference = other && differenceOf(other, facts);
    if (difference) fail(FIELDS[difference.field] ?? 'code', known.has(space.code) ? 'DIFFERS' : 'REPEATED', difference.given);
    else if (other) unchanged += 1;
    else added.set(space.code, facts);
  }
  return { added: [...added.values()], unchanged, issues };
}

const FIELDS: Readonly<Record<string, SpaceField>> = { zone: 'zone', title: 'title', kind: 'kind', floor: 'floor', ownerHomeId: 'owner', row: 'row', column: 'column' };

function factsOf({ code, zone, floor, kind, title, planRow, planColumn, note }: SheetSpace, ownerHomeId: number | null): SpaceFacts {
  return { code, zone, floor, kind, title, ownerHomeId, row: planRow, column: planColumn, note };
}
