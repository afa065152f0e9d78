import { countOpenObjections, countOverdueInstalments, countPending } from '../../../db/queries/board.ts';
import { listLapsingBills } from '../../../db/queries/arrears-homes.ts';
import { countOpenReviews } from '../../../db/queries/charging-sums.ts';
import { sumWaiting } from '../../../db/queries/costs.ts';
import { getEstate } from '../../../db/queries/estate.ts';
import { listComplaints } from '../../../db/queries/market-lists.ts';
import { closedThrough } from '../../../db/queries/periods.ts';
import { listPostingRows } from '../../../db/queries/statement-postings.ts';
import { listStatements } from '../../../db/queries/statements.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { waitingKinds, type WaitingKind } from '../../../shared/domain/board.ts';
import { addMonths } from '../../../shared/domain/period.ts';
import { countWorkdays } from '../../../shared/domain/workdays.ts';
import type { Context } from '../../context.ts';
import { listChannelLines } from '../channels/list-lines.ts';
import { headOf } from '../statements/head.ts';
import { readSettings } from '../statements/settings.ts';
import { monthsOf } from './figures.ts';

type Summary = Output<'board.summary'>;

/** What waits for a person now, whatever months are shown, and the sheets on the wall. */
export async function readWaiting(context: Context): Promise<Pick<Summary, 'waiting' | 'wall'>> {
  const { db, today } = context;
  const { wall, notPosted, hangingOld } = await readWall(context);
  const counts: Record<WaitingKind, number> = {
    costs: (await sumWaiting(db)).count, objections: await countOpenObjections(db), complaints: (await listComplaints(db, { openOnly: true })).length, instalments: await countOverdueInstalments(db, today), notPosted, hangingOld,
    chargingReview: await countOpenReviews(db), channelExceptions: (await listChannelLines(context, { state: 'exception', limit: 1 })).total, lapsing: new Set((await listLapsingBills(db, today, {}, true)).map(({ homeId }) => homeId)).size,
    waivers: await countPending(db, 'waiver'), vacancies: await countPending(db, 'vacancy'), unclosed: await countUnclosed(context),
  };
  return { waiting: waitingKinds.map((kind) => ({ kind, count: counts[kind] })).filter(({ count }) => count > 0), wall };
}

/** Months that are over and not closed, from the first of the books. */
async function countUnclosed({ db, today }: Context): Promise<number> {
  const closed = await closedThrough(db);
  const from = closed === null ? (await getEstate(db)).opensOn.slice(0, 7) : addMonths(closed, 1);
  return monthsOf({ from, to: addMonths(today.slice(0, 7), -1) }).length;
}

/** Sheets that hang and how long, by the place where each hangs longest; how many that hold were never put up, and how many hang that no longer hold. */
async function readWall({ db, today }: Context): Promise<{ wall: Summary['wall']; notPosted: number; hangingOld: number }> {
  const { holidays, postingDays } = await readSettings(db);
  const postings = await listPostingRows(db, undefined);
  const heads = (await listStatements(db, undefined)).map(headOf);
  const hangs = (statementId: number): boolean => postings.some((one) => one.statementId === statementId && one.endedOn === null);
  const holding = heads.filter(({ state }) => state === 'published');
  const wall = holding.filter(({ statementId }) => hangs(statementId)).map(({ statementId, kind, from, to, version }) => {
    const workdays = postings.filter((one) => one.statementId === statementId && one.endedOn === null).map((one) => countWorkdays(one.from, today, holidays));
    return { statementId, kind, from, to, version, workdays: Math.max(...workdays), wanted: postingDays };
  });
  return {
    wall, notPosted: holding.filter(({ statementId }) => !postings.some((one) => one.statementId === statementId)).length,
    hangingOld: heads.filter(({ statementId, state }) => state === 'superseded' && hangs(statementId)).length,
  };
}
