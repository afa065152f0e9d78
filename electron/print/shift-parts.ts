import type { DayReport, ShiftReport } from '../../shared/contract/shifts.ts';
import { formatFen } from '../../shared/domain/money.ts';
import { localTime } from '../../shared/domain/period.ts';
import { fundWord, methodWords } from './receipt-words.ts';
import { escapeHtml } from './receipt-values.ts';
import { REPORT_STYLE } from './shift-style.ts';
import { documentWords, kindWords, seriesWord, words } from './shift-words.ts';

/** What shift and day have in common. */
type Facts = Pick<ShiftReport | DayReport, 'matrix' | 'totals' | 'series' | 'documents'>;
const METHODS = ['cash', 'wechat', 'alipay', 'card', 'transfer'] as const;

/** An amount with a true minus sign; nothing is a dash. */
export const printFen = (fen: number): string => (fen === 0 ? '—' : formatFen(fen).replace('-', '−'));

export const moneyCell = (fen: number, led = false): string => `<td class="num${led ? ' led' : ''}${fen === 0 ? ' zero' : ''}">${printFen(fen)}</td>`;

/** The page around a report: one sheet as long as it must be, without script. */
export function page(title: string, reportNo: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title} ${escapeHtml(reportNo)}</title>
<link rel="stylesheet" href="app://mingbai/fonts.css">
<style nonce="__NONCE__">${REPORT_STYLE}</style></head>
<body><table class="sheet"><thead><tr><td></td></tr></thead><tfoot><tr><td></td></tr></tfoot><tbody><tr><td>
${body}
</td></tr></tbody></table></body></html>
`;
}

export function head(title: string, { officeName, estateName, reportNo }: Pick<ShiftReport, 'officeName' | 'estateName' | 'reportNo'>, on: string, facts: readonly (readonly [string, string])[]): string {
  const list = facts.map(([label, value]) => `<div><dt>${label}</dt><dd>${escapeHtml(value)}</dd></div>`).join('');
  return `<header><div class="who"><b>${escapeHtml(officeName)}</b>${escapeHtml(estateName)}</div><h1>${title}</h1><div class="no">No. <b>${escapeHtml(reportNo)}</b><br>${on}</div></header>
<div class="rule2"></div><dl>${list}</dl>`;
}

export const heading = (no: string, title: string, tip = ''): string => `<h2>${no}、${title}${tip ? `<small>${tip}</small>` : ''}</h2>`;

/** Method × item; what was undone stands in rows of its own, below zero. */
export function matrixTable({ matrix, totals }: Facts): string {
  const rows = matrix.map((row) => {
    const kind = kindWords[row.kind];
    return `<tr><td>${kind ? `${kind} ` : ''}<b>${escapeHtml(row.itemName)}</b></td><td>${escapeHtml(fundWord(row.fund))}</td>${METHODS.map((method, index) => moneyCell(row.byMethod[method], index === 0)).join('')}<td class="num b">${printFen(row.byMethod.totalFen)}</td></tr>`;
  });
  const none = matrix.length === 0 ? `<tr><td class="soft" colspan="8">${words.nothingTaken}</td></tr>` : '';
  return `<table class="lines"><thead><tr><th>${words.item}</th><th>${words.fund}</th>${METHODS.map((method, index) => `<th class="num${index === 0 ? ' led' : ''}">${methodWords[method]}</th>`).join('')}<th class="num">${words.total}</th></tr></thead>
<tbody>${rows.join('')}${none}<tr class="sum"><td colspan="2">${words.total}</td>${METHODS.map((method, index) => `<td class="num${index === 0 ? ' led' : ''}">${formatFen(totals[method]).replace('-', '−')}</td>`).join('')}<td class="num">${formatFen(totals.totalFen).replace('-', '−')}</td></tr></tbody></table>`;
}

/** Numbers by series; a number that stands on no paper is named. */
export function seriesTable({ series }: Facts): string {
  const rows = series.map(({ series: name, count, runs, missing }) => {
    const spans = runs.map(({ first, last }) => (first === last ? first : `${first} 至 ${last.slice(last.lastIndexOf('-') + 1)}`)).join('，');
    return `<tr><td class="nw">${escapeHtml(seriesWord(name))}</td><td class="num">${String(count)}</td><td>${escapeHtml(spans)}</td><td>${missing.length === 0 ? words.none : escapeHtml(missing.join('，'))}</td></tr>`;
  });
  const none = series.length === 0 ? `<tr><td class="soft" colspan="4">${words.none}</td></tr>` : '';
  return `<table class="lines"><thead><tr><th>${words.seriesName}</th><th class="num">${words.sheets}</th><th>${words.numbers}</th><th>${words.missing}</th></tr></thead><tbody>${rows.join('')}${none}</tbody></table>`;
}

export function documentsTable({ documents }: Facts): string {
  if (documents.length === 0) return `<p class="under">${words.noDocuments}</p>`;
  const rows = documents.map((one) => `<tr><td class="nw">${documentWords[one.kind]}</td><td class="nw">${escapeHtml(one.no)}</td><td class="nw">${escapeHtml(one.ofNo ?? '—')}</td><td class="nw">${localTime(new Date(one.at))}</td><td class="nw">${escapeHtml(one.label)}</td><td class="nw">${methodWords[one.method]}</td><td>${escapeHtml(one.reason || '—')}</td>${moneyCell(one.amountFen, true)}</tr>`);
  return `<table class="lines"><thead><tr><th>${words.kind}</th><th>${words.no}</th><th>${words.ofNo}</th><th>${words.time}</th><th>${words.who}</th><th>${words.method}</th><th>${words.reason}</th><th class="num led">${words.amount}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** Notes, two places to sign, and what the paper is: one block that never splits. */
export function ending(signers: readonly (readonly [string, string])[], note: string, tip: string): string {
  const place = ([role, name]: readonly [string, string]): string => `<div><p>${role}<b>${escapeHtml(name)}</b></p><div class="ln"><span>${words.signature}</span><i></i><span>${words.date}</span><i></i></div></div>`;
  return `<div class="end">${note ? `<p class="under">${words.note}　${escapeHtml(note)}</p>` : ''}<div class="sign">${signers.map(place).join('')}</div><p class="tip">${tip}</p></div>`;
}
