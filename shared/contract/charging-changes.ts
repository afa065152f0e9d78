import { z } from 'zod';
import { localMoment } from './charging.ts';
import { command, count, filePath, host, id, positiveFen, query, word } from './define.ts';

/** What a session really was; energy is 0.0001 kWh, and a session without any is refused by name. */
const facts = { start: localMoment.optional(), end: localMoment.optional(), energy: z.int().min(-2_000_000_000).max(2_000_000_000).optional() };
const differences = { energyFen: z.int(), serviceFen: z.int(), extraFen: z.int() };
const changed = z.object({ changeId: id, ...differences, /** What stands of the session now. */ standsFen: count, /** Null where no amount changed. */ entryId: id.nullable() });

export const chargingChanges = {
  /**
   * Puts a session right: bills it anew by the version of the tariff that it was billed by, from what it really was, and posts today the difference to what stands; what was booked stands.
   * A refund that was given before is part of what stands: after a correction the new bill stands, no more and no less. The answer's amounts are differences.
   * Refused: NO_SUCH_SESSION, SESSION_TIMES, SESSION_STILL_WRONG (what would wait on the work list), SESSION_NOTHING_TO_CHANGE.
   */
  'charging.correctSession': command({ roles: ['manager', 'office'], input: z.object({ sessionId: id, ...facts, reason: word(200) }), output: changed }),
  /** What a correction would come to; writes nothing. Refused as it is. */
  'charging.tryCorrection': query({ roles: ['manager', 'office'], input: z.object({ sessionId: id, ...facts }), output: z.object({ ...differences, standsFen: count, becomesFen: count }) }),
  /**
   * Gives back part or all of what stands of a session, through the platform that took it: the service fee first, then idle and parking, the energy charge last, since it is the grid's. Posted today.
   * The same refundId again answers the same refund. Refused: NO_SUCH_SESSION, REFUND_ABOVE_SESSION, PAYMENT_ID_REUSED.
   */
  'charging.refundSession': command({ roles: ['manager'], input: z.object({ /** Made by the form. */ refundId: z.uuid().optional(), sessionId: id, amountFen: positiveFen, reason: word(200) }), output: changed }),
  /** Prints on A4, or saves, how a session's bill came about. Refused: NO_SUCH_SESSION, NEEDS_WINDOW, and those of printing. */
  'charging.printSession': host({ roles: ['manager', 'office', 'cashier'], input: z.object({ sessionId: id, to: z.enum(['printer', 'pdf']), file: filePath.optional() }), output: z.object({ file: z.string().nullable() }) }),
};
