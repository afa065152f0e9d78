import { listInstalments } from '../../../../db/queries/cost-contracts.ts';
import { heldFen } from '../../../../db/queries/costs.ts';
import type { CallInput } from '../../../../shared/contract/index.ts';
import type { CostFund } from '../../../../shared/domain/cost-target.ts';
import { divideHalfUp, formatFen, sumFen } from '../../../../shared/domain/money.ts';
import { addMonths, firstDay, lastDay } from '../../../../shared/domain/period.ts';
import type { Context } from '../../../context.ts';
import { approveCost, rejectCost, reverseCost } from '../../costs/decide-cost.ts';
import { writeContract } from '../../costs/contracts.ts';
import { writeCost } from '../../costs/register-cost.ts';
import { clock, instantOf, type Desk } from './desk.ts';
import { paperOf } from './cost-papers.ts';
import { liftFen, planCommonCosts, planPropertyCosts, type PlannedCost } from './cost-plans.ts';
import { quietTime } from './plot.ts';
import { createRandom, type Random } from './random.ts';
import type { Step } from './timeline.ts';

/** What the office remembers of its costs: who pays for how many homes, and since when. */
export type Costs = { seed: number; desk: Desk; homes: number; from: string; contracts: Readonly<Record<'advertising' | 'telecom' | 'lifts', number>>; toMaintenance: Set<string> };

type CostInput = CallInput<'costs.register'>;
/** Stays on the basic account when common money goes to its own account: refunds are paid from it. */
const KEPT_FEN = 300_000;
const INCOME = { advertising: ['电梯和道闸广告', '黔南州众联传媒有限公司'], telecom: ['通信机柜占地', '中国铁塔黔南分公司'] } as const;

/** Signs the year's contracts on its first morning: advertising, cabinets, the lifts' care. */
export async function openCosts(context: Context, { seed, desk, homes, month }: { seed: number; desk: Desk; homes: number; month: string }): Promise<Costs> {
  const random = createRandom(seed, 'costs');
  const term = { from: firstDay(month), to: firstDay(addMonths(month, 12)) };
  const sign = (more: Partial<CallInput<'costs.addContract'>>, paper: string) => writeContract(context, { formId: random.uuid(), code: '', title: '', counterparty: '', direction: 'income', fund: 'common', target: { source: 'advertising' }, place: '', standard: '', totalFen: 0, attachments: [], ...term, ...more }, [paperOf(`${more.code ?? ''}.pdf`, ['CONTRACT', paper, `${term.from} - ${term.to}`])]).then(({ contractId }) => contractId);
  const [title, counterparty] = INCOME.advertising;
  const advertising = await sign({ code: 'GG-01', totalFen: 2_400_000, title, counterparty, target: { source: 'advertising' }, place: '电梯轿厢 32 面、道闸 4 面', standard: '每季 6,000', every: 'quarter' }, 'ADVERTISING');
  const telecom = await sign({ code: 'TX-01', totalFen: 720_000, title: INCOME.telecom[0], counterparty: INCOME.telecom[1], target: { source: 'telecom' }, place: '机柜 6 个', standard: '每半年 3,600', every: 'half' }, 'TELECOM CABINETS');
  const lifts = await sign({ code: 'DT-01', title: '电梯维保', counterparty: '贵州恒安电梯工程有限公司', direction: 'cost', fund: 'property', target: { feeCost: 'facilities' }, place: '电梯 16 台', standard: '每月一付', totalFen: 12 * liftFen(homes), every: 'month' }, 'LIFT MAINTENANCE');
  return { seed, desk, homes, from: month, contracts: { advertising, telecom, lifts }, toMaintenance: new Set() };
}

/** A month of costs: what falls due is paid as soon as there is money for it, and on the last evening the owners' money goes to its own account. */
export function planCosts(costs: Costs | undefined, { month, ago }: { month: string; ago: number }): Step[] {
  if (!costs) return [];
  const random = createRandom(costs.seed, `costs ${month}`);
  const state: { due: PlannedCost[] | undefined } = { due: undefined };
  const evening = (time: string): Date => instantOf(lastDay(month), clock(time));
  const payDays = [8, 14, 20, 25];
  const pay = (until: number) => async (context: Context): Promise<void> => {
    state.due ??= [...(await planPropertyCosts(context.db, costs, month)), ...(await planCommonCosts(context.db, costs, { month, before: month === costs.from ? undefined : addMonths(month, -1) }))];
    const ready = state.due.filter(({ day }) => day <= until);
    for (const planned of ready) if (await payOne(costs, context, planned, random)) state.due = state.due.filter((one) => one !== planned);
  };
  return [
    ...payDays.map((day, index): Step => ({ at: quietTime(month, day, `13:0${index + 1}`), by: 'office', run: pay(day) })),
    { at: quietTime(month, 9, '13:08'), by: 'office', run: (context) => settleInstalments(costs, context, ago, random) },
    { at: evening('18:12'), by: 'office', run: (context) => moveToOwnAccount(costs, context, random) },
    { at: evening('18:16'), by: 'office', run: async (context) => { await pay(31)(context); await oncePerHalf(costs, context, month, random); } },
    ...(ago === 3 ? [{ at: quietTime(month, 26, '13:11'), by: 'office' as const, run: (context: Context) => payTwice(costs, context, random) }] : []),
    ...(ago === 0 ? [{ at: evening('18:20'), by: 'office' as const, run: (context: Context) => leaveWaiting(costs, context, random) }] : []),
  ];
}

const managerOf = (costs: Costs, context: Context): Context => ({ ...context, user: costs.desk.manager });

/** Entered by the clerk with its invoice, approved by the manager. */
async function enter(costs: Costs, context: Context, input: Omit<CostInput, 'costId' | 'paidOn'>, random: Random, approve = true): Promise<string> {
  const costId = random.uuid();
  const files = input.kind === 'interest' || input.kind === 'transfer' ? [] : [paperOf(`${context.today}.pdf`, ['INVOICE', `No. ${random.digits(8)}`, context.today, `CNY ${formatFen(sumFen(input.lines.map(({ amountFen }) => amountFen)))}`])];
  await writeCost(context, { invoiceNo: input.kind === 'purchase' ? random.digits(8) : '', attachments: [], ...input, costId, paidOn: context.today, lines: input.lines.map((line) => ({ what: '', post: '', ...line })) }, files);
  if (approve) await approveCost(managerOf(costs, context), { costId });
  return costId;
}

const BANK = { property: '1002.01', common: '1002.02' } as const;
const heldNow = (context: Context, fund: CostFund): Promise<number> => heldFen(context.db, BANK[fund], fund, context.today);

/** Paid only out of what there is. */
async function payOne(costs: Costs, context: Context, { input }: PlannedCost, random: Random): Promise<boolean> {
  const amountFen = sumFen(input.lines.map((line) => line.amountFen));
  if (amountFen === 0) return true;
  if ((await heldNow(context, input.fund)) < amountFen) return false;
  const instalment = input.what === '电梯维保' ? (await listInstalments(context.db)).find((one) => one.contractId === costs.contracts.lifts && one.costId === null && one.dueOn <= context.today) : undefined;
  await enter(costs, context, { ...input, ...(instalment && { instalmentId: instalment.instalmentId }) }, random);
  return true;
}

/** Income of contracts as it falls due; of the last month one still waits for the manager. */
async function settleInstalments(costs: Costs, context: Context, ago: number, random: Random): Promise<void> {
  for (const { instalmentId, contractId, no, amountFen, dueOn, costId } of await listInstalments(context.db)) {
    const source = (['advertising', 'telecom'] as const).find((one) => costs.contracts[one] === contractId);
    if (costId !== null || !source || dueOn > context.today) continue;
    const [what, payee] = INCOME[source];
    await enter(costs, context, { kind: 'income', fund: 'common', payee, what: `${what} 第 ${no} 期`, instalmentId, lines: [{ to: { source }, amountFen }] }, random, ago > 0);
  }
}

async function moveToOwnAccount(costs: Costs, context: Context, random: Random): Promise<void> {
  const amountFen = (await heldFen(context.db, '1002.01', 'common', context.today)) - KEPT_FEN;
  if (amountFen > 0) await enter(costs, context, { kind: 'transfer', fund: 'common', payee: '本小区', what: '公共收益转专户', account: '1002.01', toAccount: '1002.02', lines: [{ amountFen }] }, random);
}

/** Interest each quarter, and once each half year what the owners resolved for the maintenance fund: a third of what is there. */
async function oncePerHalf(costs: Costs, context: Context, month: string, random: Random): Promise<void> {
  const no = Number(month.slice(5));
  const held = await heldNow(context, 'common');
  const interestFen = Number(divideHalfUp(BigInt(Math.max(0, held)) * 9n, 10_000n));
  if (no % 3 === 0 && interestFen > 0) await enter(costs, context, { kind: 'interest', fund: 'common', payee: '贵州银行', what: '专户结息', lines: [{ amountFen: interestFen }] }, random);
  const thousands = (held - (held % 300_000)) / 3;
  const half = `${month.slice(0, 4)}-${no <= 6 ? 1 : 2}`;
  if (no % 6 !== 0 || thousands <= 0 || costs.toMaintenance.has(half)) return;
  costs.toMaintenance.add(half);
  await enter(costs, context, { kind: 'maintenance', fund: 'common', payee: '维修资金专户', what: '业主大会决议转维修资金', resolution: { number: `业大〔${month.slice(0, 4)}〕${no / 6} 号`, on: firstDay(month) }, lines: [{ amountFen: thousands }] }, random);
}

/** A bill that was paid twice by mistake, and taken back. */
async function payTwice(costs: Costs, context: Context, random: Random): Promise<void> {
  if ((await heldNow(context, 'property')) < 36_000) return;
  const costId = await enter(costs, context, { kind: 'purchase', fund: 'property', payee: '都匀市文达办公用品店', what: '打印纸和墨盒', lines: [{ to: { feeCost: 'office' }, amountFen: 36_000 }] }, random);
  await reverseCost(managerOf(costs, context), { costId, reason: '同一张发票付了两次，店里已退回' });
}

/** What the manager finds on his desk: one to approve, and one that he sent back. */
async function leaveWaiting(costs: Costs, context: Context, random: Random): Promise<void> {
  await enter(costs, context, { kind: 'purchase', fund: 'common', payee: '都匀市恒亮照明商行', what: '车库灯管更换', lines: [{ shares: [{ to: { source: 'parking-resident', column: 'direct' }, share: 70 }, { to: { source: 'parking-daytime', column: 'direct' }, share: 30 }], amountFen: 86_400 }] }, random, false);
  const costId = await enter(costs, context, { kind: 'purchase', fund: 'property', payee: '黔南州绿美园艺有限公司', what: '中庭补苗', lines: [{ to: { feeCost: 'greening' }, amountFen: 124_000 }] }, random, false);
  await rejectCost(managerOf(costs, context), { costId, reason: '报价单没有盖章，补齐再报' });
}
