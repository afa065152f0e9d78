import type { StatementContent, StatementKind } from '../../../../shared/contract/statement-content.ts';
import { firstDay, lastDay } from '../../../../shared/domain/period.ts';
import { periodDays, periodName, plainYuan, yuan } from './amounts.ts';
import { shopNote } from './shop-words.ts';

type Steps = StatementContent['steps'];
type Amounts = Pick<StatementContent, 'openingFen' | 'netFen' | 'interestFen' | 'toMaintenanceFen' | 'subsidyFen' | 'otherFen' | 'closingFen'>;
/** How many entries a section's lines have, and the lines. */
export type Behind = (section: 'interest' | 'toMaintenance' | 'subsidy' | 'other') => { entries: number; lines: string[] };

export const titleOf = (kind: StatementKind, estate: string): string => `${estate}${kind === 'common' ? '公共收益收支公示' : '物业服务费收支公示'}`;
export const subtitleOf = (from: string, to: string): string => `${periodName(from, to)}（${periodDays(from, to)}）`;

/** What the subsidy multiplies out of, and what other spending was for; '' where that cannot be said. */
export type Bases = { subsidy: string; other: string };

/** How the balance came about, signed as printed. */
export function stepsOf(kind: StatementKind, { from, to }: { from: string; to: string }, amounts: Amounts, behind: Behind, bases: Bases): Steps {
  const step = (key: string, name: string, basis: string, amountFen: number, lines: string[] = []) => ({ key, name, basis, amountFen, lines });
  const vouchers = (count: number, word: string): string => (count === 0 ? '无' : `${word} ${count} 笔`);
  const [opening, closing] = [step('opening', '期初余额', firstDay(from), amounts.openingFen), step('closing', '期末余额', lastDay(to), amounts.closingFen)];
  if (kind === 'fees') return [opening, step('net', '加 本期结余', '收入合计 − 成本合计', amounts.netFen), closing];
  const [interest, maintenance, subsidy, other] = [behind('interest'), behind('toMaintenance'), behind('subsidy'), behind('other')];
  return [
    opening, step('net', '加 净收益', '见表一合计', amounts.netFen), step('interest', '加 专户利息', interest.entries === 0 ? '本期没有结息' : '银行结息单', amounts.interestFen, interest.lines),
    step('toMaintenance', '减 转维修资金', vouchers(maintenance.entries, '转账凭证'), 0 - amounts.toMaintenanceFen, maintenance.lines), step('subsidy', '减 停车补贴', bases.subsidy || vouchers(subsidy.entries, '按租约，凭证'), 0 - amounts.subsidyFen, subsidy.lines),
    step('other', '减 其他支出', other.entries === 0 ? '无' : bases.other || vouchers(other.entries, '凭证'), 0 - amounts.otherFen, other.lines), closing,
  ];
}

type NoteFacts = { kind: StatementKind; to: string; owedFen: number; marketFen: number | null; residentFen: number | null; subsidyFen: number; resolutions: string; hasCharging: boolean; shop: Parameters<typeof shopNote>[0] | null; posts: number };
/** Notes with the rows that they belong to. */
export function notesOf({ kind, to, owedFen, marketFen, residentFen, subsidyFen, resolutions, hasCharging, shop, posts }: NoteFacts): { text: string; sources: string[] }[] {
  const notes: { text: string; sources: string[] }[] = [];
  if (kind === 'common' && subsidyFen !== 0) {
    const prices = marketFen === null || residentFen === null ? '公共车位的市场价与住户价的差额' : `公共车位市场价 ${plainYuan(marketFen)} 元/个·月，住户付 ${plainYuan(residentFen)} 元；差额 ${plainYuan(marketFen - residentFen)} 元`;
    notes.push({ text: `${prices}记作收入，同时列作“停车补贴”支出，余额不因此增减。`, sources: ['parking-subsidy'] });
  }
  if (kind === 'common' && resolutions !== '') notes.push({ text: `日间商用依据业主大会决议（${resolutions}）。`, sources: ['parking-daytime'] });
  if (kind === 'common' && hasCharging) notes.push({ text: '充电按结束那天计；电费与服务费分开计价，平台服务费列直接成本，电网账单按两类充电的用电量分摊。', sources: ['charging-car', 'charging-ebike'] });
  if (shop !== null) notes.push({ text: shopNote(shop), sources: [] });
  if (posts > 0) notes.push({ text: '岗位人数是本期各月中最多的一个月的人数，金额是全期合计；不列姓名。', sources: [] });
  notes.push({ text: `收到的钱才算收入，收回以前的欠费也算（实收因此可以多于应收），开出还没有收到的账单不算；${owedFen > 0 ? `截至 ${lastDay(to)} 应收未收共 ${yuan(owedFen)} 元，在催收。` : `截至 ${lastDay(to)} 没有应收未收。`}`, sources: [] });
  notes.push({ text: '本表不列任何住户的姓名、电话、车牌与欠费；全部数字由账簿生成，可凭核验码查对。', sources: [] });
  return notes;
}
