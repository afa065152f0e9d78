import type { ReceiptFacts } from '../../shared/contract/payments.ts';
import { a5Sheets } from './receipt-a5.ts';
import { rollStrip } from './receipt-roll.ts';
import { A5_STYLE, ROLL_STYLE } from './receipt-style.ts';
import { escapeHtml } from './receipt-values.ts';
import { words } from './receipt-words.ts';

export type ReceiptPaper = 'a5' | '80mm';
export type ReceiptOptions = {
  paper: ReceiptPaper;
  /** Local day YYYY-MM-DD, shown on a reprint. */
  printedOn: string;
  /** 1 is the first print, 2 the first reprint. */
  printNo: number;
};

/**
 * The printed receipt as a complete HTML document without script: one or more A5 landscape sheets, or one
 * strip for an 80 mm roll (domain.md 5). Pure; every text of the facts is escaped. The style carries the
 * nonce placeholder that the protocol handler replaces; the fonts are those that ship with the program.
 */
export function receiptPage(facts: ReceiptFacts, { paper, printedOn, printNo }: ReceiptOptions): string {
  const copy = { printNo, printedOn };
  const { html, style } = paper === 'a5' ? a5Sheets(facts, copy) : { html: rollStrip(facts, copy), style: '' };
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${words.title} ${escapeHtml(facts.receiptNo)}</title>
<link rel="stylesheet" href="app://mingbai/fonts.css">
<style nonce="__NONCE__">${paper === 'a5' ? A5_STYLE : ROLL_STYLE}
${style}</style></head>
<body>${html}</body></html>
`;
}
