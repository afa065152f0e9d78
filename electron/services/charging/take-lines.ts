import { setImmediate as breathe } from 'node:timers/promises';
import { dropSession, insertReviews, insertSessions, listKnownReviews, listKnownSessions, sessionList, type KnownSession, type NewReview, type NewSession } from '../../../db/queries/charging-sessions.ts';
import type { DeviceRow } from '../../../db/queries/charging-devices.ts';
import type { Cell } from '../../../shared/domain/cell-text.ts';
import type { SessionColumn } from '../../../shared/domain/charging-columns.ts';
import { isScientific, type LineFault, type LineReader, type SessionLine } from '../../../shared/domain/charging-line.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context } from '../../context.ts';
import { gather, type Gathered } from './gather-sums.ts';
import { judgeLine, sameSession, type Judge, type Judged } from './judge-line.ts';
import type { SeenOrders } from './seen-orders.ts';
import { cellsOfLine, cellsOfSession, sameAs, type ReviewCells } from './review-cells.ts';

/** What a file has come to so far. */
export type Taken = {
  batchId: number; platformId: number; platform: string; columns: Partial<Record<SessionColumn, number>>; read: LineReader; judge: Judge; deviceById: ReadonlyMap<number, DeviceRow>;
  /** Earlier files may have brought the same orders. */ known: { sessions: boolean; reviews: boolean };
  lines: number; accepted: number; repeats: number; review: number; /** What was accepted, by day. */ gathered: Gathered;
  differences: Map<string, { oursFen: number; theirsFen: number }>; needsReview: { orderNo: string; row: number; reason: LineFault; value: string }[]; conflicts: Set<string>;
  /** The part before is written while the next one is read and billed. */ writing: Promise<void>;
  /** Orders of this file, and what of them went to the work list. */ seen: SeenOrders; reviewed: Map<string, Set<string>>;
};
export type Numbered = { row: number; cells: readonly Cell[] };
type Read = { row: number; key: string; line: SessionLine; cells: readonly Cell[] };
type Pending = { session: NewSession; device: DeviceRow; line: SessionLine; cells: readonly Cell[] };
/** What is known of the orders of a part of the file, and what it adds. */
type Part = { sessions: Map<string, KnownSession>; pending: Map<string, Pending>; reviews: NewReview[] };

const LINES_AT_ONCE = 100;

/** Takes some lines: new ones are billed, repeats skipped, contradictions and faults put on the work list. Throws CHARGING_ORDER_SCIENTIFIC. */
export async function takeLines(context: Context, taken: Taken, rows: readonly Numbered[]): Promise<void> {
  const { db } = context;
  const read: Read[] = [];
  const judged: Judged[] = [];
  const asked: string[] = [];
  for (const { row, cells } of rows) {
    // The window is served, and the database goes on with the part before.
    if (read.length % LINES_AT_ONCE === 0) await breathe();
    const one = readOne(taken, row, cells);
    read.push(one);
    const found = judgeLine(taken.judge, one.line, row, one.key);
    judged.push(found instanceof Promise ? await found : found);
    // Only orders that could be known are looked up.
    if (taken.seen.note(one.key) || taken.known.sessions) asked.push(one.key);
  }
  if (asked.length > 0) await taken.writing;
  const part: Part = { sessions: await listKnownSessions(db, taken.platformId, asked), pending: new Map(), reviews: [] };
  if (taken.known.reviews) for (const { orderNo, cells } of await listKnownReviews(db, taken.platformId, read.map(({ key }) => key))) remember(taken, orderNo, JSON.parse(cells) as ReviewCells);
  for (const [index, one] of read.entries()) {
    const found = judged[index];
    const undo = found && takeOne(taken, part, one, found);
    if (undo) await undo(db);
  }
  for (const { session, device } of part.pending.values()) count(taken, session, device, 1);
  await write(db, taken, part);
}

/** Hands a part to the database, once it has done the one before; the next is read and billed meanwhile. */
async function write(db: Context['db'], taken: Taken, { pending, reviews }: Part): Promise<void> {
  const list = pending.size === 0 ? undefined : sessionList([...pending.values()].map(({ session }) => session));
  await taken.writing;
  taken.writing = (list === undefined ? Promise.resolve() : insertSessions(db, taken.batchId, taken.platformId, list)).then(() => insertReviews(db, taken.batchId, taken.platformId, reviews));
  // Whoever waits for it next is told; until then a failure is no unhandled one.
  taken.writing.catch(() => undefined);
}

function readOne(taken: Taken, row: number, cells: readonly Cell[]): Read {
  const line = taken.read(cells);
  taken.lines += 1;
  if (isScientific(line.orderNo)) throw new AppError('CHARGING_ORDER_SCIENTIFIC', { row, value: line.orderNo });
  return { row, line, cells, key: line.orderNo || `${line.device}/${line.connector}/${line.start ?? ''}/${line.energy ?? ''}` };
}

function remember(taken: Taken, key: string, cells: ReviewCells): void {
  const known = taken.reviewed.get(key) ?? new Set<string>();
  taken.reviewed.set(key, known.add(sameAs(cells)));
}

/** Decides on a line; answers what is to be undone in the books when it contradicts an earlier line of its own file. */
function takeOne(taken: Taken, part: Part, { row, key, line, cells }: Read, judged: Judged): ((db: Context['db']) => Promise<void>) | undefined {
  const own = (): ReviewCells => cellsOfLine(line, cells, taken.columns);
  const [earlier, known, reviewed] = [part.pending.get(key), part.sessions.get(key), taken.reviewed.get(key)];
  if (reviewed?.has(sameAs(own()))) { taken.repeats += 1; return undefined; }
  const stands = earlier?.session ?? known;
  if (stands && (judged.fault === null ? sameSession(stands, judged.session) : line.fault === null && repeats(taken, stands, own()))) { taken.repeats += 1; return undefined; }
  const toReview = (at: number, reason: NewReview['reason'], value: string, found: ReviewCells): void => {
    part.reviews.push({ row: at, orderNo: key, reason, value, cells: JSON.stringify(found) });
    taken.review += 1;
    remember(taken, key, found);
  };
  if (!stands && !reviewed) {
    if (judged.fault === null) part.pending.set(key, { session: judged.session, device: judged.device, line, cells });
    else {
      toReview(row, judged.fault, judged.value, own());
      taken.needsReview.push({ orderNo: line.orderNo, row, reason: judged.fault, value: judged.value });
    }
    return undefined;
  }
  taken.conflicts.add(key);
  toReview(row, 'CONFLICT', '', own());
  if (earlier) {
    toReview(earlier.session.row, 'CONFLICT', '', cellsOfLine(earlier.line, earlier.cells, taken.columns));
    part.pending.delete(key);
  } else if (known?.batchId === taken.batchId) {
    const device = taken.deviceById.get(known.deviceId);
    if (!device) return undefined;
    toReview(known.row, 'CONFLICT', '', cellsOfSession(known, device.code));
    part.sessions.delete(key);
    count(taken, known, device, -1);
    return (db) => dropSession(db, known.sessionId);
  }
  return undefined;
}

/** Tells a repeat of what was taken by what both say, where the charger, its tariff or who pays has changed since and it could not be billed now. */
function repeats({ deviceById }: Taken, stands: NewSession, own: ReviewCells): boolean {
  return sameAs({ ...own, order: stands.orderNo }) === sameAs(cellsOfSession(stands, deviceById.get(stands.deviceId)?.code ?? ''));
}

/** Counts a session of the file, or with −1 takes it out again. */
function count(taken: Taken, session: NewSession, { kind }: DeviceRow, sign: 1 | -1): void {
  gather(taken.gathered, kind, session, sign);
  taken.accepted += sign;
  const oursFen = session.energyFen + session.serviceFen + session.extraFen;
  if (session.theirFen === null || session.theirFen === oursFen) return;
  if (sign === 1) taken.differences.set(session.orderNo, { oursFen, theirsFen: session.theirFen });
  else taken.differences.delete(session.orderNo);
}
