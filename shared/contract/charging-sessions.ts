import { z } from 'zod';
import { energyUnits, sessionColumns } from '../domain/charging-columns.ts';
import { reviewReasons } from '../domain/charging-line.ts';
import { splitMethods } from '../domain/charging-split.ts';
import { billLine, chargerKind, extraLine, localMoment } from './charging.ts';
import { command, count, everyRole, filePath, id, isoDate, isoMonth, pageLimit, query, word } from './define.ts';

export const reviewReason = z.enum(reviewReasons);
const mapping = z.object({ columns: z.partialRecord(z.enum(sessionColumns), z.string().max(60)), energyUnit: z.enum(energyUnits).optional(), utc: z.boolean().optional() });
const cells = z.record(z.string(), z.string());
const sums = { sessions: count, energy: count, energyFen: z.int(), serviceFen: z.int() };
const difference = z.object({ orderNo: z.string(), oursFen: z.int(), theirsFen: z.int() });

const sessionItem = z.object({
  sessionId: id, platform: z.string(), orderNo: z.string(), device: z.string(), kind: chargerKind, connector: count, /** Local `YYYY-MM-DD HH:MM:SS`. */ start: z.string(), end: z.string(), energy: count, method: z.enum(splitMethods), energyFen: z.int(), serviceFen: z.int(), extraFen: z.int(), totalFen: z.int(),
  theirFen: z.int().nullable(), customer: z.string(), plate: z.string(), paidBy: z.string(), stop: z.string(), /** The order that its connector was charging when it began, and that one's number. */ overlaps: z.string().nullable(), overlapsId: id.nullable(),
  /** What corrections and refunds add; `totalFen` and the rest are the bill as it was first made. */ changedFen: z.int(), /** The bill as it is, corrected or not: what the platform's figure is compared with. */ billedFen: count,
});
const sessionBill = z.object({ start: z.string(), end: z.string(), energy: count, method: z.enum(splitMethods), lines: z.array(billLine), extras: z.array(extraLine), totalFen: count });
const sessionChange = z.object({ on: z.string(), kind: z.enum(['correction', 'refund']), energy: z.int(), energyFen: z.int(), serviceFen: z.int(), extraFen: z.int(), reason: z.string(), by: z.string(), entryId: id.nullable() });
const reviewItem = z.object({ reviewId: id, platform: z.string(), file: z.string(), row: count, orderNo: z.string(), reason: reviewReason, value: z.string(), cells, state: z.enum(['open', 'accepted', 'rejected']), note: z.string(), by: z.string(), at: z.string().nullable() });

export const chargingSessions = {
  /**
   * Reads a platform's sessions, bills each by the tariff in force when it started, and books a day of a platform with one entry. Repeats are skipped, contradictions kept out, faulty lines put on the work list.
   * With `commit: false` it does just that and takes it back. A `mapping` is kept as the platform's profile when it is committed. `month` refuses a file without a session of it. Energy is 0.0001 kWh; months and days are those a session ended in.
   * Refused: CHARGING_COLUMNS_MISSING, CHARGING_FILE_EMPTY, CHARGING_ORDER_SCIENTIFIC, CHARGING_FILE_OTHER_PLATFORM, CHARGING_FILE_OTHER_MONTH and those of files.
   */
  'charging.importSessions': command({
    roles: ['manager', 'office'],
    input: z.object({ file: filePath, platform: word(40), mapping: mapping.optional(), month: isoMonth.optional(), commit: z.boolean() }),
    output: z.object({
      accepted: count, repeats: count, conflicts: z.array(z.string()), needsReview: z.array(z.object({ orderNo: z.string(), row: count, reason: reviewReason, value: z.string() })), /** The first ten thousand; `differenceCount` are all. */ differences: z.array(difference), differenceCount: count, overchargedFen: count,
      energy: count, energyFen: count, serviceFen: count, extraFen: count, overlaps: count, months: z.record(z.string(), z.object(sums)), profile: z.string(), headers: z.array(z.string()), /** Up to three cells below each head. */ samples: z.array(z.array(z.string())), columns: z.partialRecord(z.enum(sessionColumns), z.string()), energyUnit: z.enum(energyUnits), /** Times without a zone were read as UTC. */ utc: z.boolean(), /** By what its columns were told: the mapping that was given, the platform's own, or their heads. */ readBy: z.enum(['mapping', 'profile', 'heads']),
      /** utf-8, utf-8-bom, utf-16le, utf-16be or gb18030, and what parts its cells; null for a workbook. */ encoding: z.string().nullable(), delimiter: z.string().nullable(), lines: count,
      /** The same bytes came before. */ seen: z.object({ file: z.string(), at: z.string() }).nullable(),
    }),
  }),
  /** `receivableFen` is what a platform owes: booked and changed, less settled and written off. */
  'charging.listPlatforms': query({ roles: everyRole, input: z.object({}), output: z.object({ items: z.array(z.object({ name: z.string(), sessions: count, lastOn: z.string().nullable(), receivableFen: z.int(), /** Whom its users pay. */ collects: z.enum(['platform', 'office']) })) }) }),
  'charging.listFiles': query({ roles: everyRole, input: z.object({}), output: z.object({ items: z.array(z.object({ batchId: id, platform: z.string(), name: z.string(), lines: count, accepted: count, repeats: count, review: count, open: count, from: z.string(), to: z.string(), by: z.string(), at: z.string() })) }) }),
  /** What sessions that ended within days (both included) brought, and what corrections and refunds of these days changed. A session counts once: with the period that most of its energy was drawn in, and the hour it ended in; energy and amounts are each period's own. */
  'charging.income': query({ roles: everyRole, input: z.object({ from: isoDate, to: isoDate, by: z.enum(['day', 'month', 'device', 'period', 'hour']), kind: chargerKind.optional() }), output: z.object({ rows: z.array(z.object({ key: z.string(), ...sums, energy: z.int(), extraFen: z.int() })) }) }),
  /** Sessions, the latest first, by phone tail, plate, order number or device, within days; `at` are those that ran at a local moment. `differsOnly` are those whose platform took otherwise than we bill. Refused: SESSION_TIMES. */
  'charging.listSessions': query({ roles: everyRole, input: z.object({ search: z.string().trim().max(60).optional(), device: z.string().max(30).optional(), at: localMoment.optional(), from: isoDate.optional(), to: isoDate.optional(), differsOnly: z.boolean().default(false), /** Those that began before an earlier one on their connector had ended. */ overlapsOnly: z.boolean().default(false), limit: pageLimit.default(100), after: z.string().max(40).optional() }), output: z.object({ items: z.array(sessionItem), next: z.string().optional() }) }),
  /** One session with how its bill came about. Refused: NO_SUCH_SESSION. */
  'charging.getSession': query({ roles: everyRole, input: z.object({ sessionId: id }), output: sessionItem.extend({ lines: z.array(billLine), extras: z.array(extraLine), tariff: z.string(), version: count, theirEnergyFen: z.int().nullable(), theirServiceFen: z.int().nullable(), prepaidFen: z.int().nullable(), refundFen: z.int().nullable(), file: z.string(), row: count, entryId: id.nullable(), on: z.string(), /** All that its connector was charging at the same time, earlier and later ones. */ overlapping: z.array(z.object({ sessionId: id, orderNo: z.string(), start: z.string(), end: z.string() })), /** Oldest first; amounts are differences. */ changes: z.array(sessionChange), /** What is left of the bill after all changes. */ standsFen: count, /** The bill of the last correction; null without one. */ corrected: sessionBill.nullable() }) }),
  'charging.listReview': query({ roles: everyRole, input: z.object({ state: z.enum(['open', 'accepted', 'rejected']).optional(), reason: reviewReason.optional(), limit: pageLimit.default(100), after: z.int().optional() }), output: z.object({ items: z.array(reviewItem), total: count, open: count, next: z.int().optional() }) }),
  /**
   * Decides on a line of the work list: `reject` keeps it out for good; `accept` bills it as it stands or with cells put right, its own entry on the day it ended.
   * Refused: NO_SUCH_REVIEW, REVIEW_DECIDED, REVIEW_STILL_WRONG (a conflict is taken as it stands; a session that the books have may not come twice).
   */
  'charging.decideReview': command({ roles: ['manager', 'office'], input: z.object({ reviewId: id, action: z.enum(['accept', 'reject']), cells: z.partialRecord(z.enum(sessionColumns), z.string().max(60)).optional(), reason: word(200) }), output: z.object({ sessionId: id.nullable(), totalFen: z.int() }) }),
};
