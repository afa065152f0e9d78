import { addDays, addMonths } from '../../../../shared/domain/period.ts';
import type { StatementKind } from '../../../../shared/contract/statement-content.ts';
import type { Context } from '../../../context.ts';
import { addObjection, answerObjection } from '../../statements/objections.ts';
import { addPosting } from '../../statements/postings.ts';
import { prepareStatement } from '../../statements/prepare.ts';
import { publishStatement } from '../../statements/publish.ts';
import { callAt, clock, instantOf, type Desk } from './desk.ts';
import { createRandom } from './random.ts';

const PLACES = ['南门公告栏', '3 栋大厅', '地下车库入口'] as const;
const isQuarterEnd = (month: string): boolean => Number(month.slice(5)) % 3 === 0;

/** On the day after a quarter was closed: the sheet of common income and the fees of its last month are prepared by the clerk, published by the manager and put up; somebody asks. */
export async function publishQuarter(context: Context, desk: Desk, { month, firstMonth }: { month: string; firstMonth: string }): Promise<void> {
  const from = addMonths(month, -2);
  if (!isQuarterEnd(month) || from < firstMonth) return;
  const day = `${addMonths(month, 1)}-13`;
  const at = (time: string, on = day): Date => instantOf(on, clock(time));
  const sheets: readonly [StatementKind, string, string][] = [['common', from, month], ['fees', month, month]];
  for (const [kind, first, last] of sheets) {
    const { statementId } = await prepareStatement(callAt(context, desk, 'office', at('09:20')), { kind, from: first, to: last });
    await publishStatement(callAt(context, desk, 'manager', at('10:05')), { statementId });
    for (const place of PLACES.slice(0, kind === 'common' ? 3 : 2)) await addPosting(callAt(context, desk, 'office', at('10:40')), { statementId, place, from: day });
    if (kind === 'fees') continue;
    const [asked, answered] = [addDays(day, 3), addDays(day, 5)];
    const objectionId = createRandom(0, `objection ${month}`).uuid();
    await addObjection(callAt(context, desk, 'office', at('15:10', asked)), { objectionId, statementId, on: asked, what: '停车补贴按多少个车位、每个多少钱算的？' });
    await answerObjection(callAt(context, desk, 'manager', at('11:20', answered)), { objectionId, on: answered, answer: '按租约逐月计：市场价减住户价，乘以当月在租的住户车位数；逐份租约可到物业中心查看。' });
  }
}

/** What the clerk has begun and the bank has not confirmed yet. */
export async function draftMonth(context: Context, desk: Desk, month: string): Promise<void> {
  await prepareStatement(callAt(context, desk, 'office', instantOf(`${month}-28`, clock('16:50'))), { kind: 'common', from: month, to: month });
}
