import { addMonths, firstDay } from '../../../../shared/domain/period.ts';
import type { Context } from '../../../context.ts';
import { approveVacancy, requestVacancy } from '../../fees/vacancies.ts';
import type { HomeAccount } from './accounts.ts';
import { callAt, instantOf, type Desk } from './desk.ts';
import { quietTime, later, type Plot } from './plot.ts';
import type { Step } from './timeline.ts';

/** Three tenths off, as the office's rule for homes empty for half a year has it. */
const OFF_PERMILLE = 300;
const REASONS = ['连续空置满半年，水电表读数未动，已现场核实', '业主在外地工作，房屋空置，附水电用量证明', '毛坯未装修，无人入住', '老人随子女居住，房屋空置'] as const;
/** How many of the vacant homes have asked as the year begins. */
const FIRST_REQUESTS = 14;
const LATER: readonly { ago: number; day: number; decision: 'approve' | 'reject' | 'wait' }[] = [
  { ago: 8, day: 11, decision: 'approve' }, { ago: 7, day: 17, decision: 'approve' }, { ago: 5, day: 9, decision: 'reject' }, { ago: 3, day: 14, decision: 'approve' }, { ago: 0, day: 20, decision: 'wait' }, { ago: 0, day: 27, decision: 'wait' },
];

/** The discounts that are in force as a month begins: asked for by the clerk and granted by the manager before its bills. */
export async function grantVacancies(context: Context, desk: Desk, plot: Plot, asked: Set<HomeAccount>, second: number): Promise<void> {
  const from = firstDay(plot.month);
  for (let index = 0; index < FIRST_REQUESTS; index += 1) {
    const account = plot.take(isVacant);
    if (!account) return;
    asked.add(account);
    const to = firstDay(addMonths(plot.month, index % 3 === 0 ? 12 : 6));
    const { vacancyId } = await requestVacancy(callAt(context, desk, 'office', instantOf(from, second)), { homeId: account.homeId, from, to, offPermille: OFF_PERMILLE, reason: plot.random.pick(REASONS) });
    await approveVacancy(callAt(context, desk, 'manager', instantOf(from, second + 60)), { vacancyId, approve: true, note: '' });
  }
}

/** Requests of a month: for the half-year after it. `asked`: homes that have asked before. */
export function planVacancies(plot: Plot, asked: Set<HomeAccount>): Step[] {
  return LATER.filter(({ ago }) => ago === plot.ago).flatMap(({ day, decision }) => {
    const account = plot.take((one) => isVacant(one) && !asked.has(one));
    if (account) asked.add(account);
    return account ? requestSteps(plot, account, day, decision) : [];
  });
}

function requestSteps({ month, random }: Plot, { homeId }: HomeAccount, day: number, decision: 'approve' | 'reject' | 'wait'): Step[] {
  const at = quietTime(month, day, '11:49');
  const asked = { homeId, from: firstDay(addMonths(month, 1)), to: firstDay(addMonths(month, 7)), offPermille: OFF_PERMILLE, reason: random.pick(REASONS) };
  let vacancyId = 0;
  const request: Step = { at, by: 'office', postsNothing: true, run: async (context) => { ({ vacancyId } = await requestVacancy(context, asked)); } };
  const decide: Step = { at: later(at, 100), by: 'manager', postsNothing: true, run: (context) => approveVacancy(context, { vacancyId, approve: decision === 'approve', note: decision === 'approve' ? '' : '上月用水 11 吨，有人居住' }) };
  return decision === 'wait' ? [request] : [request, decide];
}

function isVacant({ home: { status, handoverOn } }: HomeAccount): boolean {
  return status === 'vacant' && handoverOn !== null;
}
