import { insertBarrierFile, insertStays, findBarrierFile, lastStayId, listKnownRaws, listKnownStays, type NumberedStay } from '../../../db/queries/barrier-files.ts';
import { dismissUsed, insertFindings, sumFileFindings, type NewFinding } from '../../../db/queries/barrier-findings.ts';
import { listHoldings } from '../../../db/queries/barrier-leases.ts';
import { run, withLargeCache } from '../../../db/sql.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { findBarrierTable } from '../../../shared/domain/barrier-columns.ts';
import { leaseOfEntry } from '../../../shared/domain/barrier-judge.ts';
import { readBarrierLines } from '../../../shared/domain/barrier-lines.ts';
import { momentOfSecond, secondOf } from '../../../shared/domain/cell-moment.ts';
import { daysOfLines, LONGEST_DAYS, planStays, type BarrierPlan } from '../../../shared/domain/barrier-stays.ts';
import type { BarrierLine, BarrierShape, PlannedStay } from '../../../shared/domain/barrier-types.ts';
import { localDay, localTime } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import { readStatementFile } from '../../files/read-statement.ts';
import type { Context, Handler } from '../../context.ts';
import { judgeStays, findAbsent } from './judge-stays.ts';

type Answer = Awaited<ReturnType<Handler<'barrier.import'>>>;
type PlannedFile = BarrierPlan & { name: string; digest: string; shape: BarrierShape; lines: number; from: string; to: string };

/** Takes a barrier's file, or with `commit: false` does just that and takes it back: what the preview shows is what the import will do, since it did it. */
export const importBarrierFile: Handler<'barrier.import'> = (context, input) => withLargeCache(context.db, async () => {
  const plan = await planFile(context, input);
  context.checkCancelled();
  if (input.commit) return writeFile(context, plan);
  await run(context.db, 'savepoint preview');
  try {
    return { ...(await writeFile(context, plan)), fileId: null };
  } finally {
    await run(context.db, 'rollback to preview');
    await run(context.db, 'release preview');
  }
});

/** Throws BARRIER_FILE_SEEN, BARRIER_FILE_EMPTY, BARRIER_COLUMNS_MISSING and those of files. */
async function planFile({ db, now, checkCancelled }: Context, { file, mapping }: Input<'barrier.import'>): Promise<PlannedFile> {
  const { name, digest, sheets } = await readStatementFile(file, { times: true });
  const seen = await findBarrierFile(db, digest);
  if (seen) throw new AppError('BARRIER_FILE_SEEN', { file: seen.name, at: seen.at });
  if (sheets.every((rows) => rows.length === 0)) throw new AppError('BARRIER_FILE_EMPTY', { file: name });
  checkCancelled();
  const table = findBarrierTable(sheets.map((rows) => ({ name: '', rows })), mapping);
  const { shape } = table;
  const lines = readBarrierLines(table, localMoment(now));
  if (lines.length === 0) throw new AppError('BARRIER_FILE_EMPTY', { file: name });
  const plan = planStays(lines, shape, await knownOf(db, lines), await listKnownRaws(db, lines.flatMap(({ raw }) => (raw === '' ? [] : [raw]))));
  const days = daysOfLines(lines, plan);
  return { ...plan, name, digest, shape, lines: lines.length, from: days?.from ?? '', to: days?.to ?? '' };
}

function localMoment(instant: Date): string {
  return `${localDay(instant)} ${localTime(instant)}:${String(instant.getUTCSeconds()).padStart(2, '0')}`;
}

/** What earlier files say of the cars of this one, from as long before as a stay may last. */
function knownOf(db: Context['db'], lines: readonly BarrierLine[]): ReturnType<typeof listKnownStays> {
  let [from, to] = ['9999-12-31 00:00:00', ''];
  const plates = new Set<string>();
  for (const { plate, inAt, outAt, raw } of lines) {
    if (raw !== '') continue;
    plates.add(plate);
    for (const at of [inAt, outAt]) {
      if (at !== null && at < from) from = at;
      if (at !== null && at > to) to = at;
    }
  }
  return to === '' ? Promise.resolve([]) : listKnownStays(db, [...plates], daysBefore(from), to);
}

function daysBefore(moment: string): string {
  return momentOfSecond(secondOf(moment) - LONGEST_DAYS * 86_400);
}

const CHUNK = 5_000;

async function writeFile(context: Context, plan: PlannedFile): Promise<Answer> {
  const { db, user, now } = context;
  const { name, digest, shape, from, to, lines, repeats } = plan;
  const by = { userId: user.userId, userName: user.name, at: now.toISOString() };
  const fileId = await insertBarrierFile(db, { name, digest, shape, from, to, lines, repeats: repeats.length, ...by });
  const holdings = await listHoldings(db, [...new Set(plan.stays.flatMap(({ raw, plate }) => (raw === '' ? [plate] : [])))]);
  const last = await lastStayId(db);
  const stays = plan.stays.map((stay, index): NumberedStay => ({ ...stay, stayId: last + index + 1, leaseId: stay.raw === '' ? leaseOfEntry(stay.inAt ?? stay.outAt ?? '', holdings.get(stay.plate) ?? []) : null }));
  const findings = await judgeStays(db, stays, holdings);
  await writeParts(context, fileId, stays, findings);
  await dismissUsed(db, fileId, { ...by, reason: `后来导入的 ${name} 里有进出` });
  if (from !== '') await insertFindings(db, fileId, await findAbsent(db, { from, to, since: daysBefore(`${from} 00:00:00`) }));
  return answerOf(fileId, plan, await sumFileFindings(db, fileId));
}

/** In parts, so that there is progress and a way to stop. */
async function writeParts({ db, progress, checkCancelled }: Context, fileId: number, stays: readonly NumberedStay[], findings: readonly NewFinding[]): Promise<void> {
  const total = stays.length + findings.length;
  for (let done = 0; done < stays.length; done += CHUNK) {
    checkCancelled();
    progress({ done, total, label: 'ROWS' });
    await insertStays(db, fileId, stays.slice(done, done + CHUNK));
  }
  for (let done = 0; done < findings.length; done += CHUNK) {
    checkCancelled();
    progress({ done: stays.length + done, total, label: 'ROWS' });
    await insertFindings(db, fileId, findings.slice(done, done + CHUNK));
  }
  progress({ done: total, total, label: 'ROWS' });
}

function answerOf(fileId: number, { stays, repeats, lines, from, to }: PlannedFile, found: Awaited<ReturnType<typeof sumFileFindings>>): Answer {
  const countOf = (kind: 'no-lease' | 'overstay' | 'outside-lease' | 'unused') => found.get(kind)?.count ?? 0;
  return {
    fileId, rows: lines, stays: stays.filter(({ fault }) => fault === null).length, repeats: repeats.length, faults: stays.flatMap(faultOf), from, to,
    findings: { noLease: countOf('no-lease'), overstay: countOf('overstay'), outsideLease: countOf('outside-lease'), unused: countOf('unused') }, proposedFen: [...found.values()].reduce((sum, { proposedFen }) => sum + proposedFen, 0),
  };
}

function faultOf({ row, plate, fault, value }: PlannedStay): Answer['faults'] {
  return fault === null ? [] : [{ row, plate, fault, value }];
}
