import { escapeHtml } from './receipt-values.ts';
import { REPORT_STYLE } from './shift-style.ts';

/** Whose paper it is: the estate's office. */
export type Office = { estateName: string; officeName: string; officePhone: string };

const STYLE = `${REPORT_STYLE}
.clauses{margin:3mm 0 0;padding:0 0 0 7mm;line-height:6.2mm;font-size:10pt} .clauses li{break-inside:avoid} .text{margin:4mm 0 0;font-size:11pt;line-height:8mm;text-indent:2em} .text.to{text-indent:0} .facts{margin-top:4mm} .facts th{width:24mm;text-align:left;font-weight:400}
.facts th,.facts td{padding:.8mm 1.6mm;border-bottom:.2mm solid #d8d2c8;line-height:5.4mm;font-size:10pt;vertical-align:top} .parties{margin-top:12mm;display:grid;grid-template-columns:1fr 1fr;gap:10mm;break-inside:avoid} .parties p{margin:0;line-height:9mm} .seal{margin-top:14mm;text-align:right;line-height:7mm;break-inside:avoid}`;

/** A4 with the office's head; `body` is markup. */
export function reportPage(title: string, { officeName, officePhone }: Office, no: string, on: string, body: string): string {
  const phone = officePhone ? `电话 ${escapeHtml(officePhone)}` : '';
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(`${title} ${no}`)}</title><link rel="stylesheet" href="app://mingbai/fonts.css"><style nonce="__NONCE__">${STYLE}</style></head><body><table class="sheet"><thead><tr><td></td></tr></thead><tfoot><tr><td></td></tr></tfoot><tbody><tr><td>
<header><div class="who"><b>${escapeHtml(officeName)}</b>${phone}</div><h1>${title}</h1><div class="no">No. <b>${escapeHtml(no)}</b><br>${on}</div></header><div class="rule2"></div>
${body}</td></tr></tbody></table></body></html>`;
}

/** Names and values of a paper, one below the other. */
export const facts = (list: readonly (readonly [string, string])[]): string => `<table class="facts">${list.map(([name, value]) => `<tr><th>${name}</th><td>${escapeHtml(value)}</td></tr>`).join('')}</table>`;
