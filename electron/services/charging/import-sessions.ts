import { listDevices, needPlatform, type DeviceRow } from '../../../db/queries/charging-devices.ts';
import { dropSessionIndexes, findFile, findProfile, hasLines, insertBatch, insertBookings, lastSessionId, makeSessionIndexes, markOverlaps, nextBatchId, saveProfile, type Booking } from '../../../db/queries/charging-sessions.ts';
import { run, withLargeCache } from '../../../db/sql.ts';
import { closedThrough } from '../../../db/queries/periods.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { findSessionTable, namedColumns, type EnergyUnit, type SessionMapping, type SessionTable } from '../../../shared/domain/charging-columns.ts';
import { foldCell, type Cell } from '../../../shared/domain/cell-text.ts';
import { lineReader } from '../../../shared/domain/charging-line.ts';
import { LOCAL_SECONDS } from '../../../shared/domain/period.ts';
import { AppError, isAppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { openLines, type LineSource } from '../../files/read-lines.ts';
import { paySessions, payersOf } from './accounts/pay-sessions.ts';
import { bookDays } from './book-days.ts';
import { addGathered, bookingsOf, gatherer } from './gather-sums.ts';
import { seenOrders } from './seen-orders.ts';
import { takeLines, type Numbered, type Taken } from './take-lines.ts';
import { tariffFinder } from './tariff-of.ts';

type Answer = Output<'charging.importSessions'>;

/** Takes a platform's file, or with `commit: false` does just that and takes it back: what the preview shows is what the import will do, since it did it. */
export const importSessions: Handler<'charging.importSessions'> = (context, input) => withLargeCache(context.db, async () => {
  if (input.commit) return takeFile(context, input);
  await run(context.db, 'savepoint preview');
  try {
    return await takeFile(context, input);
  } finally {
    await run(context.db, 'rollback to preview');
    await run(context.db, 'release preview');
  }
});

async function takeFile(context: Context, { file, ...wanted }: Input<'charging.importSessions'>): Promise<Answer> {
  return importSource(context, await openLines(file), wanted);
}

/** Takes what a platform gives, wherever it comes from. */
export async function importSource(context: Context, source: LineSource, { platform, mapping, month }: Omit<Input<'charging.importSessions'>, 'file' | 'commit'>): Promise<Answer> {
  const { db, user, now } = context;
  const by = { userId: user.userId, userName: user.name, at: now.toISOString() };
  const platformId = (await needPlatform(db, platform, by.at)) ?? 0;
  const { table, chosen, readBy } = await findTable(context, source, platformId, mapping);
  const energyUnit = table.energyUnit ?? 'kWh';
  const utc = chosen?.utc ?? false;
  const taken = await begin(context, { platform, platformId, table, energyUnit, utc });
  const seen = await findFile(db, source.digest);
  const answer = answerOf(taken, { ...namedColumns(table), kind: table.kind, energyUnit, utc, readBy, encoding: source.encoding, delimiter: source.delimiter });
  if (seen) return { ...answer([], 0), repeats: seen.lines, seen: { file: seen.name, at: seen.at } };
  const before = await lastSessionId(db);
  await takeAll(context, source, table, taken, before);
  if (taken.lines === 0) throw new AppError('CHARGING_FILE_EMPTY', { file: source.name });
  const days = bookingsOf(taken.gathered);
  const span = { from: days[0]?.on.slice(0, 7) ?? '', to: days.at(-1)?.on.slice(0, 7) ?? '' };
  const late = taken.needsReview.some(({ reason }) => reason === 'MONTH_CLOSED');
  if (month !== undefined && !late && days.length > 0 && !days.some(({ on }) => on.startsWith(month))) throw new AppError('CHARGING_FILE_OTHER_MONTH', { month, ...span });
  const payerOf = taken.judge.payerOf;
  const bookings = await bookDays(context, days, platform, payerOf && (await paySessions(db, taken.batchId, payerOf)));
  await addGathered(db, taken.gathered);
  const overlaps = await markOverlaps(db, before);
  await insertBookings(db, taken.batchId, platformId, bookings);
  await insertBatch(db, { batchId: taken.batchId, platformId, source: 'file', name: source.name, digest: source.digest, lines: taken.lines, accepted: taken.accepted, repeats: taken.repeats, review: taken.review, ...span, ...by });
  if (mapping) await saveProfile(db, { platformId, kind: table.kind, mapping: JSON.stringify(mapping), ...by });
  return answer(bookings, overlaps);
}

type Found = { table: SessionTable; chosen: SessionMapping | undefined; readBy: Answer['readBy'] };

/** By the mapping that is given, else the platform's own, else what the columns are called. */
async function findTable({ db }: Context, source: LineSource, platformId: number, mapping: SessionMapping | undefined): Promise<Found> {
  const head: Cell[][] = [];
  for await (const { rows } of source.batches()) {
    head.push(...rows);
    if (head.length >= 100) break;
  }
  if (head.every((cells) => cells.every((cell) => foldCell(cell) === ''))) throw new AppError('CHARGING_FILE_EMPTY', { file: source.name });
  if (mapping) return { table: findSessionTable(head, source, mapping), chosen: mapping, readBy: 'mapping' };
  const kept = await findProfile(db, platformId);
  const own = kept === undefined ? undefined : (JSON.parse(kept) as SessionMapping);
  if (own) {
    try {
      return { table: findSessionTable(head, source, own), chosen: own, readBy: 'profile' };
    } catch (error) {
      if (!isAppError(error)) throw error; // the platform writes its file otherwise now
    }
  }
  return { table: findSessionTable(head, source), chosen: undefined, readBy: 'heads' };
}

type Begun = { platform: string; platformId: number; table: SessionTable; energyUnit: EnergyUnit; utc: boolean };

async function begin({ db, now }: Context, { platform, platformId, table, energyUnit, utc }: Begun): Promise<Taken> {
  const devices = await listDevices(db);
  const tariffOf = await tariffFinder(db);
  return {
    batchId: await nextBatchId(db), platformId, platform, columns: table.columns, read: lineReader({ columns: table.columns, energyUnit, utc }), known: await hasLines(db, platformId), deviceById: new Map(devices.map((device) => [device.deviceId, device])),
    judge: { devices: new Map(devices.map((device) => [device.code, device])), tariffOf, nowSecond: Math.floor(now.getTime() / 1000) + LOCAL_SECONDS, payerOf: await payersOf(db, platformId), closed: await closedThrough(db) },
    lines: 0, accepted: 0, repeats: 0, review: 0, gathered: gatherer(), differences: new Map(), needsReview: [], conflicts: new Set(), seen: seenOrders(), reviewed: new Map(), writing: Promise.resolve(),
  };
}

async function takeAll(context: Context, source: LineSource, table: SessionTable, taken: Taken, before: number): Promise<void> {
  try {
    await takeParts(context, source, table, taken, before);
    await taken.writing;
  } finally {
    // Whatever ends it: nothing of it runs on when the transaction is rolled back.
    await taken.writing.catch(() => undefined);
  }
}

async function takeParts(context: Context, source: LineSource, table: SessionTable, taken: Taken, before: number): Promise<void> {
  let indexes: string[] | undefined;
  for await (const { firstRow, rows, doneBytes } of source.batches()) {
    context.checkCancelled();
    const lines = linesOf(rows, firstRow, table);
    if (indexes === undefined && lines.length > 0) {
      checkPlatform(taken, lines);
      indexes = isMany((lines.length * source.bytes) / Math.max(1, doneBytes), before) ? await dropSessionIndexes(context.db) : [];
    }
    await takeLines(context, taken, lines);
    context.progress({ done: doneBytes, total: source.bytes, label: 'BYTES' });
  }
  await taken.writing;
  await makeSessionIndexes(context.db, indexes ?? []);
}

const MANY = 50_000;

/** A file of more sessions than there are: it is quicker to make the indexes again than to keep them. A rollback brings back what was dropped. */
const isMany = (lines: number, before: number): boolean => lines >= MANY && lines > before;

/** Below the lines some platforms print sums and who exported them. */
const NO_LINE = /^(?:(?:本页|本日|本月)?(?:合\s*计|总\s*计|小\s*计|共\s*计)|共\d+(?:条|笔|单)|导出时间|制表|说明[::])/;

function linesOf(rows: readonly (readonly Cell[])[], firstRow: number, { headerRow, headers }: SessionTable): Numbered[] {
  return rows.flatMap((cells, index) => {
    const row = firstRow + index;
    if (row <= headerRow) return [];
    const first = cells.find((cell) => cell !== null && cell.trim() !== '');
    if (first === undefined || first === null || NO_LINE.test(first.trim())) return [];
    return cells.every((cell, place) => foldCell(cell) === (headers[place] ?? '')) ? [] : [{ row, cells }];
  });
}

/** A file whose chargers are all another platform's was picked by mistake. Throws CHARGING_FILE_OTHER_PLATFORM. */
function checkPlatform({ read, judge, platform }: Taken, lines: readonly Numbered[]): void {
  const owners = lines.flatMap(({ cells }) => { const device: DeviceRow | undefined = judge.devices.get(read(cells).device); return device ? [device.platform] : []; });
  const [other] = owners;
  if (other !== undefined && owners.every((owner) => owner !== '' && owner !== platform)) throw new AppError('CHARGING_FILE_OTHER_PLATFORM', { platform, other });
}

const MOST_DIFFERENCES = 10_000;

type Day = Omit<Booking, 'entryId'>;

type HowRead = Pick<Answer, 'headers' | 'samples' | 'columns' | 'energyUnit' | 'utc' | 'readBy' | 'encoding' | 'delimiter'> & Pick<SessionTable, 'kind'>;

function answerOf(taken: Taken, { kind, ...read }: HowRead): (days: readonly Day[], overlaps: number) => Answer {
  return (days, overlaps) => {
    const differences = [...taken.differences].sort(([one], [other]) => (one < other ? -1 : 1)).map(([orderNo, difference]) => ({ orderNo, ...difference }));
    const sum = (field: 'energy' | 'energyFen' | 'serviceFen' | 'extraFen') => days.reduce((total, day) => total + day[field], 0);
    return {
      accepted: taken.accepted, repeats: taken.repeats, conflicts: [...taken.conflicts].sort(), needsReview: taken.needsReview.filter(({ orderNo }) => !taken.conflicts.has(orderNo)), differences: differences.slice(0, MOST_DIFFERENCES), differenceCount: differences.length,
      overchargedFen: differences.reduce((total, { oursFen, theirsFen }) => total + Math.max(0, theirsFen - oursFen), 0), energy: sum('energy'), energyFen: sum('energyFen'), serviceFen: sum('serviceFen'), extraFen: sum('extraFen'), overlaps, months: monthsOf(days),
      profile: `${kind}-platform`, ...read, lines: taken.lines, seen: null,
    };
  };
}

function monthsOf(days: readonly Day[]): Answer['months'] {
  const months: Answer['months'] = {};
  for (const { on, sessions, energy, energyFen, serviceFen } of days) {
    const month = months[on.slice(0, 7)] ?? { sessions: 0, energy: 0, energyFen: 0, serviceFen: 0 };
    months[on.slice(0, 7)] = { sessions: month.sessions + sessions, energy: month.energy + energy, energyFen: month.energyFen + energyFen, serviceFen: month.serviceFen + serviceFen };
  }
  return months;
}
