import type { Fund } from '../../shared/contract/ledger.ts';
import { capitalAmount } from '../../shared/domain/capitals.ts';
import { formatFen } from '../../shared/domain/money.ts';
import { A5_STYLE } from './receipt-style.ts';
import { escapeHtml } from './receipt-values.ts';
import { fundWord, words } from './receipt-words.ts';

const own = { what: '款项', description: '说明', amount: '金额', inCapitals: '大写', printedOn: '打印日期' } as const;

export type SlipRow = { what: string; description: string; amountFen: number; strong?: boolean };
/** A5: who gave or got how much for what, signed and sealed. */
export type Slip = {
  title: string; no: string; officeName: string; officePhone: string; fund: Fund; printedOn: string; fields: [label: string, value: string][]; rows: SlipRow[]; total: SlipRow; /** Written in capitals. */ sumFen: number;
  left: [label: string, value: string][]; right: [label: string, value: string | null][]; remarks: [label: string, text: string][]; tip: string; stamp?: string;
};

const STYLE = `.a5 h1{letter-spacing:.3em;text-indent:.3em}.a5 col.what{width:38mm}.a5 col.fund{width:18mm}.a5 col.amount{width:34mm}.a5 td{font-size:9pt}.a5 td.text{white-space:normal;overflow-wrap:anywhere;padding-top:1.2mm;padding-bottom:1.2mm}.a5 .void{left:14mm;right:auto;top:calc(100% + 45mm);font-size:20pt;line-height:9mm}`;

/** Draws a slip. Pure. */
export function slipPage(sheet: Slip): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${sheet.title} ${escapeHtml(sheet.no)}</title>
<link rel="stylesheet" href="app://mingbai/fonts.css">
<style nonce="__NONCE__">${A5_STYLE}
${STYLE}</style></head>
<body><article class="a5">${head(sheet)}<div class="lines">${table(sheet)}${sheet.stamp ? `<div class="void">${sheet.stamp}</div>` : ''}</div>${closing(sheet)}</article></body></html>
`;
}

function head({ title, no, officeName, officePhone, printedOn, fields }: Slip): string {
  const phone = officePhone ? `${words.phone} ${escapeHtml(officePhone)}` : '';
  return `<header><div class="who"><b>${escapeHtml(officeName)}</b>${phone}</div><h1>${title}</h1><div class="no">No. <b>${escapeHtml(no)}</b><br>${own.printedOn} ${printedOn}</div></header>
<div class="rule2"></div>
<dl>${fields.map(([label, value]) => `<div><dt>${label}</dt><dd>${escapeHtml(value)}</dd></div>`).join('')}</dl>`;
}

function table({ rows, total, fund }: Slip): string {
  const printFen = (fen: number): string => formatFen(fen).replace('-', '−');
  const body = rows.map(({ what, description, amountFen, strong }) =>
    `<tr><td class="item">${escapeHtml(what)}</td><td>${fundWord(fund)}</td><td class="text">${escapeHtml(description)}</td><td class="num led${strong ? ' b' : ''}">${printFen(amountFen)}</td></tr>`);
  return `<table><colgroup><col class="what"><col class="fund"><col><col class="amount"></colgroup>
<thead><tr><th>${own.what}</th><th>${words.fund}</th><th>${own.description}</th><th class="num led">${own.amount}</th></tr></thead>
<tbody>${body.join('')}<tr class="sum"><td colspan="2">${total.what}</td><td>${escapeHtml(total.description)}</td><td class="num led">${printFen(total.amountFen)}</td></tr></tbody></table>`;
}

function closing({ sumFen, left, right, remarks, tip }: Slip): string {
  const fact = ([label, value]: [string, string | null]): string => `<p><span>${label}</span>${value === null ? '<i></i>' : `<em>${escapeHtml(value)}</em>`}</p>`;
  return `<div class="cap"><span>${own.inCapitals}</span><b>${capitalAmount(sumFen)}</b><span>${words.inFigures}</span><b class="fig">¥${formatFen(sumFen)}</b></div>
<div class="foot"><div>${left.map(fact).join('')}</div><div>${right.map(fact).join('')}</div><div class="seal2">${words.seal}<br>${words.sealPlace}</div></div>
${remarks.map(([label, text]) => `<p class="rem"><span>${label}</span>${escapeHtml(text)}</p>`).join('')}<p class="tip">${tip}</p>`;
}
