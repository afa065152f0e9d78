import { divideHalfUp } from '../../../../shared/domain/money.ts';
import { approveWaiver, requestWaiver } from '../../fees/waivers.ts';
import type { HomeAccount, OpenBill } from './accounts.ts';
import { quietTime, isInhabited, type Plot } from './plot.ts';
import type { Step } from './timeline.ts';

type Decision = 'approve' | 'reject' | 'wait';
/** `permille`: of the oldest open bill. */
type Case = { ago: number; day: number; permille: number; reason: string; decision: Decision; note: string };

const CASES: readonly Case[] = [
  { ago: 10, day: 9, permille: 1000, reason: '楼顶漏水，维修期间无法居住，减免当期', decision: 'approve', note: '工程部已核实' },
  { ago: 8, day: 13, permille: 300, reason: '电梯停运 9 天，按天减免', decision: 'approve', note: '' },
  { ago: 7, day: 6, permille: 500, reason: '对绿化服务不满意，要求减半', decision: 'reject', note: '服务达标，不予减免' },
  { ago: 6, day: 18, permille: 300, reason: '低保户，凭社区证明减免三成', decision: 'approve', note: '' },
  { ago: 5, day: 12, permille: 1000, reason: '地下室进水损坏物品，协商减免一期', decision: 'approve', note: '已签和解书' },
  { ago: 4, day: 20, permille: 200, reason: '单元门禁故障一个月', decision: 'approve', note: '' },
  { ago: 3, day: 8, permille: 1000, reason: '称未收到催缴，要求免除', decision: 'reject', note: '有送达记录' },
  { ago: 2, day: 15, permille: 300, reason: '残疾人家庭，凭证减免', decision: 'approve', note: '' },
  { ago: 1, day: 11, permille: 500, reason: '外墙施工影响采光三个月', decision: 'approve', note: '' },
  { ago: 1, day: 19, permille: 1000, reason: '车位被占，要求抵物业费', decision: 'reject', note: '两事不能相抵' },
  { ago: 0, day: 9, permille: 300, reason: '低保户，凭社区证明减免三成', decision: 'approve', note: '' },
  { ago: 0, day: 22, permille: 1000, reason: '厨房返水，楼上管道为公共部分，协商减免一期', decision: 'wait', note: '' },
  { ago: 0, day: 18, permille: 400, reason: '电梯停运 12 天，按天减免', decision: 'wait', note: '' },
  { ago: 0, day: 29, permille: 1000, reason: '五年前遗留争议，业委会调解同意减免一期', decision: 'wait', note: '' },
];

/** What is asked for in a month, by the clerk; the manager decides the day after next. */
export function planWaivers(plot: Plot): Step[] {
  return CASES.filter(({ ago }) => ago === plot.ago).flatMap((one) => {
    const account = plot.take((each) => isInhabited(each) && propertyBill(each) !== undefined);
    const bill = account && propertyBill(account);
    return bill ? waiverSteps(plot.month, bill, one) : [];
  });
}

function propertyBill({ open }: HomeAccount): OpenBill | undefined {
  return open.find(({ item }) => item === 'property');
}

function waiverSteps(month: string, { billId, openFen }: OpenBill, { day, permille, reason, decision, note }: Case): Step[] {
  let waiverId = 0;
  // Whole yuan, unless all of it.
  const amountFen = permille === 1000 ? openFen : Math.max(100, 100 * Number(divideHalfUp(BigInt(openFen * permille), 100_000n)));
  const request: Step = { at: quietTime(month, day, '11:41'), by: 'office', ...(decision === 'wait' ? { postsNothing: true } : {}), run: async (context) => { ({ waiverId } = await requestWaiver(context, { billId, amountFen: Math.min(amountFen, openFen), reason })); } };
  const decide: Step = { at: quietTime(month, day + 2, '13:45'), by: 'manager', run: (context) => approveWaiver(context, { waiverId, approve: decision === 'approve', note }) };
  return decision === 'wait' ? [request] : [request, decide];
}
