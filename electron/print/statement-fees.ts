import type { StatementContent } from '../../shared/contract/statement-content.ts';
import { escapeHtml } from './receipt-values.ts';
import { circled, costsTable, equationsPart, figure, questions, type Heading } from './statement-parts.ts';

type Fees = NonNullable<StatementContent['fees']>;

/** 0.01 % as a percentage with two decimals, e.g. 9375 is 93.75%; a dash where there is nothing to divide by. */
export function percent(permyriad: number | null): string {
  if (permyriad === null) return '—';
  const size = Math.abs(permyriad);
  return `${permyriad < 0 ? '−' : ''}${String((size - (size % 100)) / 100)}.${String(size % 100).padStart(2, '0')}%`;
}

/** The sheet of fees: income by item, the nine lines of cost, posts, profit and its cap, arrears, the three rates. */
export function feesBody(content: StatementContent, heading: Heading): string {
  const { fees, equations, homes } = content;
  const income = `${heading('收了多少', '应收按本期账单，实收按本期收款', `${String(homes)} 户`)}${incomeTable(content)}`;
  const left = `<section>${heading('钱花在哪里')}${costsTable(content)}</section>`;
  const right = fees === null ? '<section></section>' : `<section>${heading('人员费用按岗位')}${postsTable(fees)}</section>`;
  const profit = fees === null ? '' : `<div class="two"><section>${heading('结余和利润上限')}${profitTable(content, fees)}</section><section>${heading('收缴率和欠费')}${ratesTable(fees)}</section></div>`;
  const asked = equations.length === 0 ? '' : `<div class="block">${heading(questions(equations.length))}${equationsPart(content)}</div>`;
  return `${income}<div class="two">${left}${right}</div>${profit}${asked}`;
}

function incomeTable({ table, totals }: StatementContent): string {
  const heads = ['收费项目', '范围', '标准（元）', '应收', '实收', '未收'];
  const rows = table.map(({ name, detail, notes, place, standard, billedFen, receivedFen }) => `<tr><td><b>${escapeHtml(name)}</b>${escapeHtml(detail === '' ? '' : ` ${detail}`)}${notes.map(circled).join('')}</td><td>${escapeHtml(place)}</td><td>${escapeHtml(standard)}</td><td class="num led">${figure(billedFen)}</td><td class="num b">${figure(receivedFen)}</td><td class="num">${figure(billedFen - receivedFen)}</td></tr>`).join('');
  return `<table class="main fees"><colgroup>${heads.map((_, index) => `<col class="c${String(index + 1)}">`).join('')}</colgroup><thead><tr>${heads.map((text, index) => `<th${index < 3 ? '' : ` class="num${index === 3 ? ' led' : ''}"`}>${text}</th>`).join('')}</tr></thead><tbody>${rows}<tr class="sum"><td colspan="3">合计</td><td class="num led">${figure(totals.billedFen)}</td><td class="num">${figure(totals.receivedFen)}</td><td class="num">${figure(totals.billedFen - totals.receivedFen)}</td></tr></tbody></table>`;
}

/** Pay by post and headcount, never by name. */
function postsTable({ posts }: Fees): string {
  if (posts.length === 0) return '<p class="none">本期没有按岗位登记的人员费用。</p>';
  const total = posts.reduce((sum, { headcount, amountFen }) => ({ headcount: sum.headcount + headcount, amountFen: sum.amountFen + amountFen }), { headcount: 0, amountFen: 0 });
  return `<table class="cost"><thead><tr><th>岗位</th><th class="num">人数</th><th class="num led">金额</th></tr></thead><tbody>${posts.map(({ post, headcount, amountFen }) => `<tr><td>${escapeHtml(post)}</td><td class="num">${String(headcount)}</td><td class="num led">${figure(amountFen)}</td></tr>`).join('')}<tr class="sum"><td>合计</td><td class="num">${String(total.headcount)}</td><td class="num led">${figure(total.amountFen)}</td></tr></tbody></table>`;
}

function profitTable({ incomeFen, costFen }: StatementContent, { profitFen, capPermyriad, capFen, overCapFen }: Fees): string {
  const line = (name: string, basis: string, amount: string, look = ''): string => `<tr${look}><td>${name}</td><td class="mut">${basis}</td><td class="num led">${amount}</td></tr>`;
  const cap = capFen === null ? line('利润上限', '没有约定', '—') : line('利润上限', `收入 × ${percent(capPermyriad)}`, figure(capFen));
  return `<table class="fin"><thead><tr><th>项目</th><th>依据</th><th class="num led">金额</th></tr></thead><tbody>${line('收入', '计入本期的物业费等', figure(incomeFen))}${line('减　成本', '见九项成本合计', figure(-costFen))}${line('结余', '收入 − 成本', figure(profitFen), ' class="sum"')}${cap}${line('超出上限、流回业主', '结余 − 上限', figure(overCapFen))}</tbody></table>`;
}

/** Each rate with what it divides by what; arrears as a total, of nobody by name. */
function ratesTable({ rates, arrearsFen, arrearsHomes }: Fees): string {
  const rows = rates.map(({ name, definition, numeratorFen, denominatorFen, permyriad }) => `<tr><td>${escapeHtml(name)}</td><td class="mut">${escapeHtml(definition)}<br>${figure(numeratorFen)} ÷ ${figure(denominatorFen)}</td><td class="num led b">${percent(permyriad)}</td></tr>`).join('');
  return `<table class="cost"><thead><tr><th>收缴率</th><th>怎么算</th><th class="num led">结果</th></tr></thead><tbody>${rows}<tr><td>期末欠费</td><td class="mut">${String(arrearsHomes)} 户，只公布总数</td><td class="num led b">${figure(arrearsFen)}</td></tr></tbody></table>`;
}
