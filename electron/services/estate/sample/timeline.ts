import type { Context } from '../../../context.ts';
import { callAt, type Desk, type Staff } from './desk.ts';
import type { Deed } from './take-payments.ts';
import { writePayments, type WrittenPayments } from './write-payments.ts';

/** Something that one of the office does at an instant, by the service that its window uses. */
export type Step = { at: Date; by: Staff; run: (context: Context) => Promise<unknown>; /** Posts nothing: it need not part what the desk took before it from what came after. */ postsNothing?: true };

/**
 * Plays a month in order of time: what the desk took between two steps that post is written together. Steps that post
 * nothing come after them, each with its own time. `deeds` are in order.
 */
export async function playTimeline(context: Context, desk: Desk, deeds: readonly Deed[], steps: readonly Step[]): Promise<void> {
  const written: WrittenPayments = new Map();
  const sorted = [...steps].sort((left, right) => left.at.getTime() - right.at.getTime());
  let done = 0;
  for (const { at, by, run } of sorted.filter(({ postsNothing }) => !postsNothing)) {
    const end = deeds.findIndex((deed, index) => index >= done && deed.at > at);
    const until = end < 0 ? deeds.length : end;
    await writePayments(context.db, desk, deeds.slice(done, until), written);
    done = until;
    await run(callAt(context, desk, by, at));
  }
  await writePayments(context.db, desk, deeds.slice(done), written);
  for (const { at, by, run } of sorted.filter(({ postsNothing }) => postsNothing)) await run(callAt(context, desk, by, at));
}
