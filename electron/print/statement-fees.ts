import type { StatementContent } from '../../shared/contract/statement-content.ts';
import { escapeHtml } from './receipt-values.ts';
import { circled, costsTable, equationsPart, figure, questions, stepsTable, type Heading } from './statement-parts.ts';

type Fees = NonNullable<StatementContent['fees']>;

/** 0.01 % as a percentage with two decimals, e.g. 9375 is 93.75%; a dash where there is nothing to divide by. */
export function percent(permyriad: number | null): string {
  if (permyriad === null) return '—';
  const size = Math.abs(permyriad);
  return `${permyriad < 0 ? '−' : ''}${String((size - (size % 100)) / 100)}.${String(size % 100).padStart(2, '0')}%`;
}

/** The sheet of fees: income by item and how the balance moved, the nine lines of cost, posts, profit and its cap, arrears, the three rates. */
export function feesBody(content: StatementContent, heading: Heading): string {
  const { fees, equations, homes, steps, sourcesFinding } = content;
  const income = `<div class="two"><section>${heading('收了多少', '应收按本期账单，实收按收到的钱', `${String(homes)} 户`)}${incomeTable(content)}</section><section>${steps.length === 0 ? '' : `${heading('余额怎么变的')}${stepsTable(content)}`}</section></div>`;
  const spent = sourcesFinding === '' ? '钱花在哪里' : sourcesFinding;
  const costs = `<div class="two"><section>${heading(spent)}${costsTable(content)}</section><section>${fees === null ? '' : `${heading('人员费用按岗位')}${postsTable(fees)}`}</section></div>`;
  const profit = fees === null ? '' : `<div class="two"><section>${heading('结余和利润上限')}${profitTable(content, fees)}</section><section>${heading('收缴率和欠费')}${ratesTable(fees)}</section></div>`;
  const asked = equations.length === 0 ? '' : `<div class="block">${heading(questions(equations.length))}${equationsPart(content)}</div>`;
  return `${income}${costs}${profit}${asked}`;
}

function incomeTable({ table, totals }: StatementContent): string {
  const rows = table.map(({ name, detail, notes, place, standard, billedFen, receivedFen }) => {
    const small = [detail, place, standard].filter((text) => text !== '').join('，');
    return `<tr><td><b>${escapeHtml(name)}</b>${notes.map(circled).join('')}${small === '' ? '' : `<br><span class="mut">${escapeHtml(small)}</span>`}</td><td class="num led">${figure(billedFen)}</td><td class="num b">${figure(receivedFen)}</td></tr>`;
  }).join('');
  return `<table class="fin wrap"><thead><tr><th>收费项目</th><th class="num led">应收</th><th class="num">实收</th></tr></thead><tbody>${rows}<tr class="sum"><td>合计</td><td class="num led">${figure(totals.billedFen)}</td><td class="num">${figure(totals.receivedFen)}</td></tr></tbody></table>`;
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
