import { z } from 'zod';
import { periodChecks } from '../domain/period-details.ts';
import { command, everyRole, isoMonth, query, word } from './define.ts';

/** `detail` says it in Chinese; `facts` are what it is made of (counts, fen, days, months), for other languages and for links. */
export const periodItem = z.object({ name: z.enum(periodChecks), ok: z.boolean(), detail: z.string(), facts: z.record(z.string(), z.union([z.number(), z.string(), z.null()])) });
const monthRow = z.object({ month: z.string(), state: z.enum(['closed', 'open', 'running']), by: z.string(), at: z.string().nullable() });
const event = z.object({ eventId: z.int(), kind: z.enum(['close', 'reopen']), month: z.string(), /** The last closed month from then on. */ closedThrough: z.string().nullable(), /** Those that it closed, or opened again. */ months: z.array(z.string()), reason: z.string(), by: z.string(), at: z.string() });
/** At most a hundred thousand million yuan, either side of zero. */
const bankFen = z.int().min(-10_000_000_000_000).max(10_000_000_000_000);

export const periods = {
  /** What must be right before a month is closed, each computed from the books as they are now; money is fen. Refused: MONTH_BEFORE_OPENING. */
  'periods.check': query({ roles: everyRole, input: z.object({ month: isoMonth }), output: z.object({ items: z.array(periodItem) }) }),
  /**
   * Closes a month: no entry is dated in it or before any more. The first that is closed takes all before it along; `months` are those that it closed.
   * Refused: MONTH_BEFORE_OPENING, PERIOD_NOT_OVER, PERIOD_ALREADY_CLOSED, PERIOD_EARLIER_OPEN, PERIOD_NOT_READY (with the items that are not right).
   */
  'periods.close': command({ roles: ['manager'], input: z.object({ month: isoMonth }), output: z.object({ closedThrough: z.string(), months: z.array(z.string()) }) }),
  /** Opens a closed month and all closed ones after it; `months` are those. Refused: PERIOD_NOT_CLOSED. */
  'periods.reopen': command({ roles: ['manager'], input: z.object({ month: isoMonth, reason: word(200) }), output: z.object({ closedThrough: z.string().nullable(), months: z.array(z.string()) }) }),
  /** Notes what the statement of a bank account says at a month's end, in fen; the last one counts. Refused: MONTH_BEFORE_OPENING, PERIOD_NOT_OVER, PERIOD_CLOSED. */
  'periods.setBankBalance': command({ roles: ['manager', 'office'], input: z.object({ month: isoMonth, account: z.enum(['1002.01', '1002.02']), balanceFen: bankFen }), output: z.object({ ledgerFen: z.int(), differenceFen: z.int() }) }),
  /** All months since the books began, the latest first, and what was closed and opened again, the latest first. */
  'periods.list': query({ roles: everyRole, input: z.object({}), output: z.object({ opensOn: z.string(), closedThrough: z.string().nullable(), /** The one that is next to be closed; null while all that are over are. */ next: z.string().nullable(), months: z.array(monthRow), events: z.array(event) }) }),
};
