import { createHash } from 'node:crypto';
import { weighedFen } from '../../../../shared/domain/market.ts';
import { divideHalfUp } from '../../../../shared/domain/money.ts';
import { addDays, addMonths, daysInMonth, firstDay, lastDay } from '../../../../shared/domain/period.ts';
import type { ScaleRow } from '../../../../shared/domain/scale-sheet.ts';
import type { Context } from '../../../context.ts';
import { setAgreement } from '../../market/agreements.ts';
import { addDelivery, addWaste } from '../../market/deliveries.ts';
import { writeRows } from '../../market/import-sales.ts';
import { addComplaint, addInspection, answerComplaint } from '../../market/lists.ts';
import { setReference } from '../../market/sales.ts';
import type { HomeAccount } from './accounts.ts';
import { callAt, clock, instantOf, type Desk } from './desk.ts';
import { makeName, makePhone } from './people.ts';
import { quietTime } from './plot.ts';
import { createRandom, type Random } from './random.ts';
import type { Step } from './timeline.ts';

type Grower = { name: string; village: string; phone: string };
/** What the sample remembers of its shop; an estate of less than two hundred homes has none. */
export type Market = { seed: number; growers: Grower[]; homes: number };

const LEAST_HOMES = 212;
/** Fen of a kg at the market, grams that a home buys in a day, and the grower who brings it. */
const PRODUCTS = [
  { product: '大白菜', marketFen: 360, grams: 62, grower: 0 }, { product: '土豆', marketFen: 440, grams: 48, grower: 1 }, { product: '番茄', marketFen: 680, grams: 40, grower: 0 }, { product: '黄瓜', marketFen: 560, grams: 30, grower: 2 },
  { product: '青椒', marketFen: 780, grams: 22, grower: 2 }, { product: '豆腐', marketFen: 600, grams: 34, grower: 3 }, { product: '土鸡蛋', marketFen: 1_480, grams: 18, grower: 1 }, { product: '鲜猪肉', marketFen: 2_680, grams: 26, grower: 3 },
] as const;
const VILLAGES = ['河湾村', '石板村', '河湾村', '石板村'] as const;
/** Of a thousand: what the shop asks and what the grower gets, of the market's price; and by month how much is bought. */
const [ASKED, PAID] = [905, 742] as const;
const SEASON = [1_120, 940, 960, 980, 1_000, 1_020, 1_000, 1_010, 1_030, 1_040, 1_050, 1_080] as const;
const BATCH_DAYS = 5;
const TENTHS = 10;
const share = (amount: number, perMille: number): number => Number(divideHalfUp(BigInt(amount) * BigInt(perMille), 1000n));
/** Prices are written in tenths of a yuan. */
const rounded = (priceFen: number): number => Number(divideHalfUp(BigInt(priceFen), BigInt(TENTHS))) * TENTHS;

/** The agreement and the growers, on the first morning of a year. */
export async function openMarket(context: Context, { seed, desk, accounts, month }: { seed: number; desk: Desk; accounts: readonly HomeAccount[]; month: string }): Promise<Market | undefined> {
  if (accounts.length < LEAST_HOMES) return undefined;
  const random = createRandom(seed, 'market');
  const from = firstDay(month);
  await setAgreement(callAt(context, desk, 'manager', instantOf(from, clock('07:42'))), {
    shopkeeper: `${makeName(random)}（惠民超市）`, place: '2 栋架空层', areaDm2: 12_600, from, to: firstDay(addMonths(month, 24)), rentFen: 0, imputedRentFen: 441_000, source: '同街铺面三家询价，35 元/㎡·月', resolutionNo: '业会〔2025〕6 号', resolutionOn: addDays(from, -41),
    duties: ['售价不高于市场参考价，价牌每天更新', '蔬菜从河湾村、石板村进货', '每天 7:00 至 20:00 营业', '每月接受价格和卫生检查'], note: '',
  });
  return { seed, homes: accounts.length, growers: VILLAGES.map((village) => ({ name: makeName(random), village, phone: makePhone(random) })) };
}

/** A month of the shop: reference prices, what growers bring, what the scale sold, what spoilt; now and then a check, and one complaint. */
export function planMarket(market: Market | undefined, { month, ago }: { month: string; ago: number }): Step[] {
  if (!market) return [];
  const random = createRandom(market.seed, `market ${month}`);
  const lines = PRODUCTS.map((one) => ({ ...one, referenceFen: rounded(share(one.marketFen, 930 + random.below(140))) }));
  const quiet = (at: Date, by: Step['by'], run: Step['run']): Step => ({ at, by, run, postsNothing: true });
  const steps = [quiet(instantOf(firstDay(month), clock('08:20')), 'office', (context) => setReference(context, { from: firstDay(month), source: '大十字农贸市场', items: lines.map(({ product, referenceFen }) => ({ product, referenceFen })) }))];
  const sold: ScaleRow[] = [];
  for (const line of lines) steps.push(...planProduct(market, { month, ago, random, line, sold }).map(({ on, run }) => quiet(instantOf(on, clock('08:30')), 'office', run)));
  steps.push(quiet(instantOf(lastDay(month), clock('20:10')), 'office', (context) => writeRows(context, sold, { name: `电子秤 ${month}.csv`, digest: createHash('sha256').update(JSON.stringify(sold)).digest('hex') })));
  if (ago === 7) steps.push(quiet(quietTime(month, 12, '13:10'), 'office', (context) => addInspection(context, { on: context.today, kind: 'price', passed: true, inspector: '业委会', note: '抽查 8 种，均不高于参考价' })));
  if (ago === 1) steps.push(quiet(quietTime(month, 16, '13:15'), 'office', (context) => addInspection(context, { on: context.today, kind: 'hygiene', passed: false, inspector: '物业巡查', note: '豆腐柜没有加盖，当天整改' })), ...planComplaint(month));
  return steps;
}

function planComplaint(month: string): Step[] {
  let complaintId = 0;
  return [
    { at: quietTime(month, 9, '12:50'), by: 'cashier', postsNothing: true, run: async (context) => { ({ complaintId } = await addComplaint(context, { on: context.today, complaint: '青椒标价和结账不一样' })); } },
    { at: quietTime(month, 12, '12:55'), by: 'office', postsNothing: true, run: (context) => answerComplaint(context, { complaintId, answer: '换价时价签没有同步，已退差价并改价签', answeredOn: context.today }) },
  ];
}

type ProductMonth = { month: string; ago: number; random: Random; line: (typeof PRODUCTS)[number] & { referenceFen: number }; sold: ScaleRow[] };

/** Deliveries of a product that cover what is sold until the next one, a little of each spoils. */
function planProduct({ growers, homes }: Market, { month, ago, random, line, sold }: ProductMonth): { on: string; run: Step['run'] }[] {
  const { product, referenceFen, grams } = line;
  const supplier = growers[line.grower];
  if (!supplier) return [];
  const season = SEASON[Number(month.slice(5)) - 1] ?? 1000;
  const days = daysInMonth(month);
  const steps: { on: string; run: Step['run'] }[] = [];
  for (let first = 1; first <= days; first += BATCH_DAYS) {
    const on = addDays(firstDay(month), first - 1);
    const before = sold.length;
    for (let day = first; day < first + BATCH_DAYS && day <= days; day += 1) sold.push(soldOn({ on: addDays(firstDay(month), day - 1), product, grams: share(share(grams * homes, season), 820 + random.below(360)), priceFen: rounded(share(referenceFen, isDear(line.product, ago, day) ? 1_030 : ASKED)) }));
    const need = sold.slice(before).reduce((sum, row) => sum + row.grams, 0);
    const wasted = share(need, 5 + random.below(12));
    steps.push({ on, run: (context) => addDelivery(context, { supplier, product, on, grams: need + wasted, priceFen: rounded(share(referenceFen, PAID)), note: '' }) });
    steps.push({ on: addDays(on, Math.min(BATCH_DAYS, days - first + 1) - 1), run: (context) => addWaste(context, { product, on: context.today, grams: wasted, reason: '黄叶、破损' }) });
  }
  return steps;
}

/** For three days the shop forgot to follow the market down. */
const isDear = (product: string, ago: number, day: number): boolean => product === '青椒' && ago === 1 && day >= 6 && day <= 8;

function soldOn({ on, product, grams, priceFen }: { on: string; product: string; grams: number; priceFen: number }): ScaleRow {
  const amountFen = weighedFen(grams, priceFen);
  return { row: 0, key: `${JSON.stringify([on, product, grams, priceFen, amountFen])}#1`, numbered: false, on, product, grams, priceFen, amountFen };
}
