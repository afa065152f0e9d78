import { listSpentByMonth } from '../../../../db/queries/charging-grid.ts';
import type { Db } from '../../../../db/sql.ts';
import type { CallInput } from '../../../../shared/contract/index.ts';
import type { FeeCost } from '../../../../shared/domain/common-sources.ts';
import { splitFen } from '../../../../shared/domain/fee-split.ts';
import { divideHalfUp } from '../../../../shared/domain/money.ts';
import { firstDay, lastDay } from '../../../../shared/domain/period.ts';

type CostInput = Omit<CallInput<'costs.register'>, 'costId' | 'paidOn'>;
/** A voucher of a month, entered from its day on. */
export type PlannedCost = { day: number; input: CostInput };
type Estate = { homes: number };

/** Of a thousand of the fee's income goes to costs; the rest is what the company keeps. */
const COST_SHARE = 955;
/** What the care of the lifts costs a month, by contract. */
export const liftFen = (homes: number): number => homes * 700;
const heads = (homes: number, each: number): number => Math.max(1, (homes - (homes % each)) / each);

type Part = { weight: number; day: number; kind: 'purchase' | 'payroll'; to: FeeCost; what: string; payee: string; post?: string; /** Homes that one person looks after. */ each?: number };
/** How a month's costs beside the lifts are spent, of their sum. */
const PARTS: readonly Part[] = [
  { weight: 165, day: 14, kind: 'payroll', to: 'staff', what: '客服和管理人员工资', payee: '客服和管理岗', post: '客服与管理', each: 140 }, { weight: 275, day: 14, kind: 'payroll', to: 'order', what: '秩序维护人员工资', payee: '秩序维护岗', post: '秩序维护', each: 85 },
  { weight: 190, day: 14, kind: 'payroll', to: 'cleaning', what: '保洁人员工资', payee: '保洁岗', post: '保洁', each: 90 }, { weight: 110, day: 14, kind: 'payroll', to: 'staff', what: '工程人员工资', payee: '工程岗', post: '工程维修', each: 210 },
  { weight: 95, day: 8, kind: 'purchase', to: 'facilities', what: '公共区域电费', payee: '贵州电网都匀供电局' }, { weight: 22, day: 8, kind: 'purchase', to: 'cleaning', what: '保洁用品和垃圾袋', payee: '都匀市洁净日化商行' },
  { weight: 58, day: 20, kind: 'purchase', to: 'greening', what: '绿化养护', payee: '黔南州绿美园艺有限公司' }, { weight: 26, day: 20, kind: 'purchase', to: 'order', what: '监控和门禁维护', payee: '贵州安达智能科技有限公司' },
  { weight: 24, day: 25, kind: 'purchase', to: 'office', what: '办公用品、电话和网费', payee: '都匀市文达办公用品店' }, { weight: 15, day: 25, kind: 'purchase', to: 'insurance', what: '公众责任保险', payee: '中国人民财产保险黔南分公司' }, { weight: 20, day: 25, kind: 'purchase', to: 'other', what: '化粪池清掏和四害消杀', payee: '都匀市康洁环境服务部' },
];

/** What a month of the property fee pays for: a little less than it brings. */
export async function planPropertyCosts(db: Db, { homes }: Estate, month: string): Promise<PlannedCost[]> {
  const lifts = liftFen(homes);
  const incomeFen = await feeIncome(db, month);
  const restFen = Math.max(0, Number(divideHalfUp(BigInt(incomeFen) * BigInt(COST_SHARE), 1000n)) - lifts);
  const amounts = splitFen(restFen, PARTS.map(({ weight }) => weight));
  const parts = PARTS.map(({ day, kind, to, what, payee, post, each }, index): PlannedCost => {
    // Amounts of whole yuan, as bills and pay are.
    const amountFen = (amounts[index] ?? 0) - ((amounts[index] ?? 0) % 100);
    return { day, input: { kind, fund: 'property', payee, what, lines: [{ to: { feeCost: to }, amountFen, ...(post !== undefined && each !== undefined && { post, headcount: heads(homes, each) }) }] } };
  });
  return [{ day: 8, input: { kind: 'purchase', fund: 'property', payee: '贵州恒安电梯工程有限公司', what: '电梯维保', lines: [{ to: { feeCost: 'facilities' }, amountFen: lifts }] } }, ...parts];
}

async function feeIncome(db: Db, month: string): Promise<number> {
  return 0 - ((await listSpentByMonth(db, '5001', firstDay(month), lastDay(month), 'property')).get(month) ?? 0);
}

const TAXED = [['parking-resident', ['2241.03.01']], ['parking-daytime', ['2241.03.02']], ['charging-car', ['2241.03.11', '2241.03.12']]] as const;

/** What common income pays for: taxes of the month before (a hundredth), light, chargers, lines on the ground, and once the printing of the owners' vote. */
export async function planCommonCosts(db: Db, { homes }: Estate, { month, before }: { month: string; before: string | undefined }): Promise<PlannedCost[]> {
  const planned: PlannedCost[] = [
    { day: 14, input: { kind: 'purchase', fund: 'common', payee: '贵州电网都匀供电局', what: '车库照明电费', lines: [{ shares: [{ to: { source: 'parking-resident', column: 'energy' }, share: 70 }, { to: { source: 'parking-daytime', column: 'energy' }, share: 30 }], amountFen: homes * 180 }] } },
    { day: 20, input: { kind: 'purchase', fund: 'common', payee: '贵州安充新能源科技有限公司', what: '充电桩检修', lines: [{ shares: [{ to: { source: 'charging-car', column: 'direct' }, share: 60 }, { to: { source: 'charging-ebike', column: 'direct' }, share: 40 }], amountFen: homes * 60 }] } },
  ];
  const no = Number(month.slice(5));
  if (no % 3 === 2) planned.push({ day: 25, input: { kind: 'purchase', fund: 'common', payee: '都匀市畅通交通设施部', what: '车位划线', lines: [{ to: { source: 'parking-daytime', column: 'direct' }, amountFen: homes * 150 }] } });
  if (no === 7) planned.push({ day: 20, input: { kind: 'purchase', fund: 'common', payee: '都匀市晨光图文社', what: '业主大会表决票印刷', lines: [{ to: { other: true }, amountFen: homes * 140 }] } });
  const taxes = before === undefined ? [] : await taxLines(db, before);
  if (taxes.length > 0) planned.push({ day: 14, input: { kind: 'purchase', fund: 'common', payee: '国家税务总局都匀市税务局', what: `公共收益税费 ${before ?? ''}`, lines: taxes } });
  return planned;
}

async function taxLines(db: Db, month: string): Promise<CostInput['lines']> {
  const lines: CostInput['lines'] = [];
  for (const [source, accounts] of TAXED) {
    let incomeFen = 0;
    for (const account of accounts) incomeFen -= (await listSpentByMonth(db, account, firstDay(month), lastDay(month))).get(month) ?? 0;
    const amountFen = Number(divideHalfUp(BigInt(Math.max(0, incomeFen)), 100n));
    if (amountFen > 0) lines.push({ to: { source, column: 'tax' }, amountFen });
  }
  return lines;
}
