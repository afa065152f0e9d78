import type { StatementContent } from '../../../../shared/contract/statement-content.ts';
import { bold, counted, monthCount, monthWord, percent, plainYuan, thisPeriod, yuan } from './amounts.ts';
import { sourceName } from './names.ts';

type Content = Pick<StatementContent, 'from' | 'to' | 'netFen' | 'subsidyFen' | 'toMaintenanceFen' | 'closingFen' | 'openingFen' | 'bankFen' | 'differenceFen'> & { bankUsed: boolean };
/** `spaces`: with a subsidised lease; `residentFen`: what each pays a month, null where it changed; `carriedMonths`: resident months that daytime parking paid the subsidy of. */
export type ParkingWords = { spaces: number; residentFen: number | null; marketFen: number | null; carriedMonths: number | null };

function periodOf(from: string, to: string): string {
  const [length, month] = [monthCount(from, to), Number(from.slice(5))];
  const name = { 1: '这个月', 3: '这个季度', 12: '这一年' }[length];
  return name !== undefined && (month - 1) % length === 0 ? name : thisPeriod(from, to);
}

/** What the figures say in plain words; honest where the bank was not asked or says something else. */
export function commonSummary(content: Content, parking: ParkingWords): string[] {
  const { from, to, netFen, subsidyFen, toMaintenanceFen, closingFen, openingFen } = content;
  const parts = [netFen < 0 ? `${thisPeriod(from, to)}公共部位净亏 ${bold(0 - netFen)}` : `${thisPeriod(from, to)}公共部位净赚 ${bold(netFen)}`];
  if (subsidyFen > 0) parts.push(`用 ${bold(subsidyFen)}补给 ${counted(parking.spaces)} 个住户车位${parking.residentFen === null ? '' : `（每个每月只付 ${plainYuan(parking.residentFen)} 元）`}`);
  if (toMaintenanceFen > 0) parts.push(`把 ${bold(toMaintenanceFen)}转进维修资金`);
  parts.push(`${openingFen > 0 ? '连同原有结余，' : ''}账上现有 ${bold(closingFen)}`, bankWords(content));
  const carried = parking.carriedMonths !== null && parking.carriedMonths > 0 && parking.residentFen !== null
    ? [`${periodOf(from, to)}的日间停车付了 **${counted(parking.carriedMonths)}** 个住户月的补贴，住户每月只付 ${plainYuan(parking.residentFen)} 元。`] : [];
  return [`${parts.join('，')}。`, ...carried];
}

function bankWords({ bankUsed, bankFen, closingFen, differenceFen }: Content): string {
  if (!bankUsed && bankFen === null) return '专户没有过收支，钱在哪里逐项列在表二';
  if (bankFen === null) return '银行对账单余额还没有录入，尚未核对';
  if (differenceFen !== 0) return `与银行对账单相差 **${yuan(differenceFen)}** 元，还没有查清`;
  return bankFen === closingFen ? '与银行专户一分不差' : `其中银行专户 ${bold(bankFen)}与对账单一分不差，其余在途、现金和代存款逐项列在表二`;
}

type Row = { source: string; netFen: number };

/** Which sources the net comes from, and which lose money; named by what is in the figures. */
export function sourcesFinding(rows: readonly Row[], netFen: number): string {
  const losing = rows.filter((row) => row.netFen < 0).map(({ source, netFen: fen }) => `${sourceName(source)}亏 ${yuan(0 - fen)} 元`);
  if (rows.length === 0) return '没有收支';
  if (netFen <= 0) return ['合计没有净收益', ...losing].join('，');
  const earning = rows.filter((row) => row.netFen > 0).sort((one, other) => other.netFen - one.netFen);
  const gained = earning.reduce((sum, row) => sum + row.netFen, 0);
  const main: Row[] = [];
  // The fewest that bring two thirds of it.
  for (let sum = 0; sum * 3 < gained * 2 && main.length < earning.length;) {
    const next = earning[main.length];
    if (!next) break;
    main.push(next);
    sum += next.netFen;
  }
  const share = percent(Number((BigInt(main.reduce((sum, row) => sum + row.netFen, 0)) * 1000n) / BigInt(gained)));
  return [`净收益 ${share} 来自${main.map(({ source }) => sourceName(source)).join('、')}`, ...losing].join('，');
}

/** How the net went from month to month. */
export function monthsFinding(months: readonly { month: string; netFen: number }[], word: string): string {
  const [first] = months;
  if (!first) return '没有收支';
  if (months.length === 1) return `${monthWord(first.month)}${word} ${yuan(first.netFen)} 元`;
  const sorted = [...months].sort((one, other) => other.netFen - one.netFen);
  const [most, least] = [sorted[0] ?? first, sorted.at(-1) ?? first];
  if (most.netFen === least.netFen) return `每月${word}都是 ${yuan(most.netFen)} 元`;
  return `${monthWord(most.month)}${word}最多，${yuan(most.netFen)} 元；${monthWord(least.month)}最少，${yuan(least.netFen)} 元`;
}

/** How the net stands to that of other periods. */
export function compareFinding(netFen: number, compared: readonly { name: string; netFen: number }[], word: string): string {
  if (compared.length === 0) return '账簿还没有可比的上期';
  return compared.map((other) => {
    const moreFen = netFen - other.netFen;
    const share = other.netFen > 0 ? `（${percent(Number((BigInt(Math.abs(moreFen)) * 1000n) / BigInt(other.netFen)))}）` : '';
    return moreFen === 0 ? `${word}与 ${other.name}相同` : `${word}比 ${other.name}${moreFen > 0 ? '多' : '少'} ${yuan(Math.abs(moreFen))} 元${share}`;
  }).join('；');
}
