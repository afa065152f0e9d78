import type { StatementContent } from '../../../../shared/contract/statement-content.ts';
import { bold, percent, thisPeriod, yuan } from './amounts.ts';

/** The three rates, each printed with its definition. */
export const RATES = [
  { key: 'current', name: '当期收缴率', definition: '本期账单已收 ÷（本期应收 − 作废）' },
  { key: 'arrears', name: '清欠率', definition: '收回的以前欠费 ÷ 期初欠费' },
  { key: 'combined', name: '综合收缴率', definition: '两项已收之和 ÷（期初欠费 + 本期应收 − 作废）' },
] as const;

type Fees = NonNullable<StatementContent['fees']>;
type Content = Pick<StatementContent, 'from' | 'to' | 'incomeFen' | 'costFen' | 'netFen' | 'costs' | 'bankFen' | 'differenceFen'>;

/** What the year came to in plain words. */
export function feesSummary(content: Content, { profitFen, capPermyriad, capFen, overCapFen, rates }: Fees): string[] {
  const { incomeFen, costFen, netFen, costs } = content;
  const most = costs.reduce<Content['costs'][number] | undefined>((best, cost) => (cost.amountFen > (best?.amountFen ?? 0) ? cost : best), undefined);
  const first = [`${thisPeriod(content.from, content.to)}收进物业费等 ${bold(incomeFen)}`, `花掉 ${bold(costFen)}${most ? `（最多的是${most.what}，${yuan(most.amountFen)} 元）` : ''}`, netFen < 0 ? `亏 ${bold(0 - netFen)}` : `结余 ${bold(netFen)}`].join('，');
  const cap = capPermyriad === null || capFen === null ? '利润上限还没有约定' : profitFen <= 0 ? '没有利润' : overCapFen > 0 ? `利润上限是收入的 ${percentOf(capPermyriad)}即 ${bold(capFen)}，结余超出 ${bold(overCapFen)}，应当回到小区` : `利润 ${bold(profitFen)}没有超过上限（收入的 ${percentOf(capPermyriad)}即 ${bold(capFen)}）`;
  const rate = rates.find(({ name }) => name === RATES[0].name)?.permyriad;
  const paid = rate === null || rate === undefined ? [] : [`当期账单收了 ${percentOf(rate)}。`];
  return [`${first}。`, `${cap}。`, ...paid];
}

/** 0.01 % as people read them: 3,725 is 37.25%, 800 is 8.0%. */
export const percentOf = (permyriad: number): string => (permyriad % 10 === 0 ? percent(permyriad / 10) : `${Math.trunc(permyriad / 100)}.${String(permyriad % 100).padStart(2, '0')}%`);

/** Where the money went, named by the largest of the nine lines. */
export function costsFinding(costs: Content['costs'], costFen: number): string {
  const sorted = costs.filter(({ amountFen }) => amountFen > 0).sort((one, other) => other.amountFen - one.amountFen);
  const [most] = sorted;
  if (!most || costFen <= 0) return '没有成本入账';
  return `成本最多的是${most.what}，占 ${percent(Number((BigInt(most.amountFen) * 1000n) / BigInt(costFen)))}`;
}
