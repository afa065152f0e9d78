import type { StatementContent } from '../../shared/contract/statement-content.ts';
import { formatFen } from '../../shared/domain/money.ts';
import { drawPairs, drawSources, type Drawing } from '../../shared/domain/statement-drawing.ts';
import { escapeHtml } from './receipt-values.ts';
import { drawingSvg } from './statement-charts.ts';

type Row = StatementContent['table'][number];

export const figure = (fen: number): string => formatFen(fen).replace('-', '−');
const cell = (fen: number, look = ''): string => `<td class="num${look}">${fen === 0 ? '<span class="z">0.00</span>' : figure(fen)}</td>`;
/** ① to ⑳; further ones as [21]. */
export const circled = (note: number): string => (note >= 1 && note <= 20 ? String.fromCodePoint(0x2460 + note - 1) : `[${String(note)}]`);
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

export type Heading = (title: string, small?: string, end?: string) => string;

/** Headings in their order, whatever sections a sheet has. */
export function openHeadings(): Heading {
  let next = 0;
  return (title, small = '', end = '') => {
    const no = numerals[next] ?? '';
    next += 1;
    return `<h2${title.length > 22 ? ' class="long"' : ''}>${no}、${escapeHtml(title)}${small === '' ? '' : `<small>${escapeHtml(small)}</small>`}${end === '' ? '' : `<small class="end">${escapeHtml(end)}</small>`}</h2>`;
  };
}

/** Text whose amounts stand between ** and **, as markup. */
export const strong = (text: string): string => escapeHtml(text).replace(/\*\*(.+?)\*\*/g, '<b>$1</b>');
/** The same without marks. */
export const plain = (text: string): string => text.replaceAll('**', '');

const HEADS = ['来源', '位置/数量', '对方', '合同期', '标准（元）', '应收', '实收', '税费', '能耗', '直接成本', '净收益'] as const;

function nameOf({ name, detail, notes }: Row): string {
  const marks = notes.map(circled).join('');
  return `<td><b>${escapeHtml(name)}</b>${detail === '' ? marks : `<br>${escapeHtml(detail)}${marks}`}</td>`;
}

/** Income and cost by source: eleven columns, the thin red line left of the first of money. */
export function commonTable({ table, totals }: StatementContent): string {
  const rows = table.map((row) => `<tr>${nameOf(row)}${[row.place, row.party, row.term, row.standard].map((text) => `<td>${escapeHtml(text)}</td>`).join('')}${cell(row.billedFen, ' led')}${cell(row.receivedFen)}${cell(row.taxFen)}${cell(row.energyFen)}${cell(row.directFen)}<td class="num b">${figure(row.netFen)}</td></tr>`).join('');
  const wide = totals.billedFen >= 1_000_000_00 || totals.receivedFen >= 1_000_000_00 ? ' wide' : '';
  return `<table class="main${wide}"><colgroup>${HEADS.map((_, index) => `<col class="c${String(index + 1)}">`).join('')}</colgroup><thead><tr>${HEADS.map((head, index) => `<th${index < 5 ? '' : ` class="num${index === 5 ? ' led' : ''}"`}>${head}</th>`).join('')}</tr></thead><tbody>${rows}<tr class="sum"><td colspan="5">合计</td><td class="num led">${figure(totals.billedFen)}</td>${[totals.receivedFen, totals.taxFen, totals.energyFen, totals.directFen, totals.netFen].map((fen) => `<td class="num">${figure(fen)}</td>`).join('')}</tr></tbody></table>`;
}

/** Whether a step adds or takes away stands before its name, whoever wrote it. */
export function stepName({ key, name, amountFen }: StatementContent['steps'][number]): string {
  const [, sign, rest] = /^([加减])[\s　]*(.+)$/u.exec(name) ?? [];
  if (sign !== undefined && rest !== undefined) return `${sign}　${rest}`;
  if (key === 'opening' || key === 'closing') return name;
  return `${amountFen < 0 || key === 'toMaintenance' || key === 'subsidy' || key === 'other' ? '减' : '加'}　${name}`;
}

const line = (name: string, basis: string, fen: number, look = ''): string => `<tr${look === '' ? '' : ` class="${look}"`}><td>${escapeHtml(name)}</td><td class="mut">${escapeHtml(basis)}</td><td class="num led">${figure(fen)}</td></tr>`;

/** From the opening balance to the closing one, and where the money is; the difference must read 0.00. */
export function stepsTable({ steps, closingFen, holdings, differenceFen }: StatementContent): string {
  const rows = steps.filter(({ key }) => key !== 'closing').map((step) => line(stepName(step), step.basis, step.amountFen)).join('');
  const basis = holdings.length === 1 ? `期末余额 − ${holdings[0]?.name ?? ''}` : '期末余额 − 以上各项';
  return `<table class="fin"><thead><tr><th>项目</th><th>依据</th><th class="num led">金额</th></tr></thead><tbody>${rows}${line('期末余额', steps.find(({ key }) => key === 'closing')?.basis ?? '', closingFen, 'sum')}${holdings.map(({ name, basis: on, amountFen }) => line(name, on, amountFen)).join('')}<tr class="eq"><td>差额</td><td class="mut">${escapeHtml(basis)}</td><td class="num led b">${figure(differenceFen)}</td></tr></tbody></table>`;
}

/** Costs by kind; a kind is named once. */
export function costsTable({ costs, costTotalFen, kind }: StatementContent): string {
  const rows = costs.map(({ category, what, amountFen }, index) => `<tr><td>${costs[index - 1]?.category === category ? '' : escapeHtml(category)}</td><td>${escapeHtml(what)}</td><td class="num led">${figure(amountFen)}</td></tr>`).join('');
  return `<table class="cost"><thead><tr><th>类别</th><th>内容</th><th class="num led">金额</th></tr></thead><tbody>${rows}<tr class="sum"><td>合计</td><td class="thin">${kind === 'common' ? '= 税费 + 能耗 + 直接成本' : '= 以上各项之和'}</td><td class="num led">${figure(costTotalFen)}</td></tr></tbody></table>`;
}

/** Questions with figures that a calculator can follow. */
export function equationsPart({ equations }: StatementContent): string {
  return equations.map(({ ask, answer, terms }) => `<div class="say"><b>${escapeHtml(ask)}</b>${strong(answer)}<div class="eqn">${terms.map(({ name, sign, amountFen }) => `${sign === '' ? '' : `<span>${escapeHtml(sign)}</span>`}<span>${figure(amountFen)}<small>${escapeHtml(name)}</small></span>`).join('')}</div></div>`).join('');
}

export const questions = (count: number): string => `大家常问的${count === 1 ? '一' : count === 2 ? '两' : (numerals[count - 1] ?? '几')}笔账`;

/** A source as charts name it, e.g. 住户月租 自付. */
export const sourceLabel = ({ name, detail }: Pick<Row, 'name' | 'detail'>): string => (detail === '' ? name : `${name} ${detail.replace(/^住户|入账$/g, '')}`);

export const sourcesDrawing = ({ table }: StatementContent): Drawing =>
  drawSources(table.map((row) => ({ label: sourceLabel(row), netFen: row.netFen, costFen: row.taxFen + row.energyFen + row.directFen })), { net: '净收益', cost: '税费、能耗与成本', head: '净收益 元' }, figure);

export const monthsDrawing = ({ months, kind }: StatementContent): Drawing => drawPairs(months.map(({ month, ...rest }) => ({ label: month, ...rest })), pairWords(kind), figure);

/** This period and those that it is compared with. */
export const compareDrawing = ({ subtitle, compare, incomeFen, costFen, netFen, kind }: StatementContent): Drawing =>
  drawPairs([{ label: subtitle.replace(/（.*$/u, ''), incomeFen, costFen, netFen }, ...compare.map(({ name, ...rest }) => ({ label: name, ...rest }))], pairWords(kind), figure);

const pairWords = (kind: StatementContent['kind']) => (kind === 'common' ? { income: '收入', cost: '成本', head: '净收益 元' } : { income: '收入', cost: '成本', head: '结余 元' });

/** Income and costs by month. */
const monthsPart = (content: StatementContent, heading: Heading): string => (content.months.length === 0 ? '' : `${heading(content.monthsFinding)}${drawingSvg(monthsDrawing(content), 'h2', content.monthsFinding)}`);

/** Beside the period before and the year before. */
const comparePart = (content: StatementContent, heading: Heading): string => `${heading(content.compareFinding)}${content.compare.length === 0 ? '' : drawingSvg(compareDrawing(content), 'h3', content.compareFinding)}`;

/** Both of them, side by side. */
export const pairCharts = (content: StatementContent, heading: Heading): string => `<div class="two pairs"><section>${monthsPart(content, heading)}</section><section>${comparePart(content, heading)}</section></div>`;

/** A column's parts, and about how high they are, in the units of drawings. */
type Column = { html: string; height: number };

/** Two columns, each with its parts one below the other, and the pictures of months and comparison where there is more room. */
export function columns(content: StatementContent, heading: Heading, left: Column, right: Column): string {
  const [monthsHeight, compareHeight] = [monthsDrawing(content).height, compareDrawing(content).height];
  const monthsLeft = Math.max(left.height + monthsHeight, right.height + compareHeight) <= Math.max(left.height + compareHeight, right.height + monthsHeight);
  const [first, second] = monthsLeft ? [monthsPart, comparePart] : [comparePart, monthsPart];
  return `<div class="two"><div>${left.html}<section>${first(content, heading)}</section></div><div>${right.html}<section>${second(content, heading)}</section></div></div>`;
}
