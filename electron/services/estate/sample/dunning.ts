import type { CallOutcome } from '../../../../db/queries/dunning-calls.ts';
import { formatNumber } from '../../../../db/queries/payments.ts';
import { addDays, localDay } from '../../../../shared/domain/period.ts';
import type { dunningWays } from '../../../../shared/contract/arrears.ts';
import { logCall } from '../../arrears/calls.ts';
import { draftNotices, NOTICE_SERIES, writeDraft } from '../../arrears/create-notices.ts';
import { recordService } from '../../arrears/notices.ts';
import type { HomeAccount } from './accounts.ts';
import { quietTime, later, type Plot } from './plot.ts';
import type { Step } from './timeline.ts';

/** A round of notices to homes of a building that owe much. `way`: how they are served three days later; undefined: they lie in the office. */
type Round = { ago: number; day: number; building: string; minFen: number; way?: (typeof dunningWays)[number]; note: string };

const ROUNDS: readonly Round[] = [
  { ago: 5, day: 26, building: '2', minFen: 150_000, way: 'door', note: '本人不在家，贴于入户门并拍照' },
  { ago: 1, day: 26, building: '1', minFen: 200_000, way: 'hand', note: '本人签收' },
  { ago: 0, day: 28, building: '3', minFen: 150_000, note: '' },
];

type Call = { ago: number; day: number; outcome: CallOutcome; /** Days until the promised one. */ promise?: number; note: string };

const CALLS: readonly Call[] = [
  { ago: 2, day: 10, outcome: 'promised', promise: 20, note: '发工资后来交' }, { ago: 2, day: 10, outcome: 'unreachable', note: '响铃无人接' }, { ago: 1, day: 8, outcome: 'promised', promise: 12, note: '约好月底前' },
  { ago: 1, day: 8, outcome: 'disputed', note: '称漏水未修好，转工程部' }, { ago: 1, day: 21, outcome: 'wrong-number', note: '号码已换人' }, { ago: 0, day: 12, outcome: 'promised', promise: 10, note: '先交一半' },
  { ago: 0, day: 12, outcome: 'noted', note: '已知悉，周末到前台' }, { ago: 0, day: 22, outcome: 'refused', note: '要求先解决停车问题' }, { ago: 0, day: 22, outcome: 'unreachable', note: '关机' }, { ago: 0, day: 29, outcome: 'promised', promise: 30, note: '十一月底前结清' },
];

/** The clerk's notices of a month with their service, and the calls to homes that owe for three months or more. */
export function planDunning(plot: Plot): Step[] {
  const rounds = ROUNDS.filter(({ ago }) => ago === plot.ago).flatMap((round) => noticeSteps(plot.month, round));
  const calls = CALLS.filter(({ ago }) => ago === plot.ago).flatMap((call, index) => callSteps(plot, call, index));
  return [...rounds, ...calls];
}

function noticeSteps(month: string, { day, building, minFen, way, note }: Round): Step[] {
  const at = quietTime(month, day, '13:05');
  let noticeNos: string[] = [];
  const make: Step = { at, by: 'office', postsNothing: true, run: async (context) => {
    const draft = await draftNotices(context.db, context, { filter: { building, minFen } });
    if (draft.plans.length === 0) return;
    await writeDraft(context.db, context, draft);
    noticeNos = draft.plans.map((_, index) => formatNumber(NOTICE_SERIES, Number(month.slice(0, 4)), draft.firstNo + index));
  } };
  if (way === undefined) return [make];
  // Each eighth is handed over later, or never.
  const serve: Step = { at: quietTime(month, day + 3, '13:25'), by: 'office', postsNothing: true, run: async (context) => {
    const served = noticeNos.filter((_, index) => index % 8 !== 7);
    if (served.length > 0) await recordService(context, { noticeNos: served, way, servedOn: context.today, note });
  } };
  return [make, serve];
}

const OWES_MONTHS = 3;

function callSteps({ month, take }: Plot, { day, outcome, promise, note }: Call, index: number): Step[] {
  const account = take(({ home: { phone }, open }: HomeAccount) => phone !== '' && open.length >= OWES_MONTHS);
  if (!account) return [];
  const at = later(quietTime(month, day, '12:20'), 6 * index);
  return [{ at, by: 'office', postsNothing: true, run: (context) => logCall(context, { homeId: account.homeId, outcome, note, ...(promise === undefined ? {} : { promisedOn: addDays(localDay(at), promise) }) }) }];
}
