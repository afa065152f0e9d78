import { capitalAmount } from '../../shared/domain/capitals.ts';
import type { ReceiptFacts } from '../../shared/contract/payments.ts';
import { formatFen, sumFen } from '../../shared/domain/money.ts';
import { countLines, fitColumns, paginate, rowHeightMm, textEm, type Columns } from './receipt-layout.ts';
import { escapeHtml, isOfSeveralHomes, printArea, printHomes, printLine, type PrintedLine } from './receipt-values.ts';
import { bonusWords, fundMeanings, methodWords, pageWords, printWords, reasonLabel, refundsWords, roleWords, stampWords, words } from './receipt-words.ts';

export type Copy = { /** 1 is the first print. */ printNo: number; /** YYYY-MM-DD */ printedOn: string };

// Heights in mm of the parts of a sheet as receipt-style.ts sets them, measured in Chromium.
const SHEET_MM = 131.6;
const TITLE_MM = 12;
const FACTS_MM = 11.1;
const TABLE_HEAD_MM = 6.3;
const TOTAL_MM = 7.5;
const CAPITALS_MM = 14.4;
const SIGNATURES_MM = 27;
const NEXT_PAGE_MM = 6;
const OFFICE_LINE_MM = 4.4;
const FACT_LINE_MM = 4.8;
const REMARK_LINE_MM = 4.4;
const TIP_LINE_MM = 3.8;
const TIP_MM = 1.4;

const OFFICE_WIDTH_MM = 70;
const REMARK_WIDTH_MM = 172;
const TIP_WIDTH_MM = 188;
/** What fits beside the other facts in one row, and what the stamp can carry without hiding the table. */
const LONGEST_PAYER_EM = 13;
const LONGEST_VALUE_EM = 16;
const LONGEST_CAPITALS = 20;
const LONGEST_STAMP_REASON = 24;

/** The sheets of an A5 receipt, as HTML; column widths are in the answered style. */
export function a5Sheets(facts: ReceiptFacts, copy: Copy): { html: string; style: string } {
  const several = isOfSeveralHomes(facts);
  const rows = facts.lines.map((line) => printLine(line, several));
  const total = totalRow(facts);
  const columns = fitColumns([...rows, total]);
  const headMm = titleHeight(facts) + FACTS_MM + (isLongPayer(facts) ? FACT_LINE_MM : 0) + TABLE_HEAD_MM;
  const counts = paginate(rows.map((row) => rowHeightMm(row, columns)), SHEET_MM - headMm - NEXT_PAGE_MM, SHEET_MM - headMm - closingHeight(facts));
  let start = 0;
  const sheets = counts.map((count, index) => {
    const body = rows.slice(start, (start += count));
    const last = index === counts.length - 1;
    const page = counts.length > 1 ? pageWords(index + 1, counts.length) : '';
    return `<article class="a5">${watermark(copy)}${head(facts, copy, page)}<div class="lines">${table(body, last ? total : undefined)}${stamp(facts)}</div>${last ? closing(facts) : `<p class="next">${words.nextPage}</p>`}</article>`;
  });
  return { html: sheets.join('\n'), style: columnStyle(columns) };
}

const titleHeight = ({ officeName, officePhone }: ReceiptFacts) =>
  Math.max(TITLE_MM, (countLines(officeName, 10.6, OFFICE_WIDTH_MM) + (officePhone ? 1 : 0)) * OFFICE_LINE_MM + 2);

const isLongPayer = (facts: ReceiptFacts) => textEm(facts.payer) > LONGEST_PAYER_EM;

function closingHeight(facts: ReceiptFacts): number {
  const remarkLines = remarks(facts).reduce((lines, [, text]) => lines + countLines(text, 8, REMARK_WIDTH_MM), 0);
  const tipLines = countLines(tip(facts), 7.2, TIP_WIDTH_MM);
  return TOTAL_MM + CAPITALS_MM + SIGNATURES_MM + remarkLines * REMARK_LINE_MM + TIP_MM + tipLines * TIP_LINE_MM;
}

/** Across every sheet of a reprint. */
const watermark = ({ printNo }: Copy) => (printNo > 1 ? `<div class="wm" aria-hidden="true">${words.reprint}</div>` : '');

/** Over the lines of every sheet of an undone receipt: what is signed below them stays legible. */
function stamp(facts: ReceiptFacts): string {
  const stamped = stampWords(facts);
  if (!stamped) return '';
  const short = [...stamped.reason].slice(0, LONGEST_STAMP_REASON).join('');
  const reason = short === stamped.reason ? short : `${short}…`;
  return `<div class="void">${stamped.word}<small>${escapeHtml(stamped.line)}</small><small>${escapeHtml(reason)}</small></div>`;
}

function head(facts: ReceiptFacts, copy: Copy, page: string): string {
  const phone = facts.officePhone ? `${words.phone} ${escapeHtml(facts.officePhone)}` : '';
  const mark = `${printWords(copy.printNo, copy.printedOn)}${page ? `　${page}` : ''}`;
  const payer = isLongPayer(facts) ? '<div class="long">' : '<div>';
  return `<header><div class="who"><b>${escapeHtml(facts.officeName)}</b>${phone}</div><h1>${words.title}</h1><div class="no">No. <b>${escapeHtml(facts.receiptNo)}</b><br>${mark}</div></header>
<div class="rule2"></div>
<dl><div><dt>${words.date}</dt><dd>${escapeHtml(`${facts.receivedOn} ${facts.time}`.trim())}</dd></div>${payer}<dt>${words.payer}</dt><dd>${escapeHtml(facts.payer)}${roleWords[facts.payerRole]}</dd></div><div><dt>${words.home}</dt><dd>${escapeHtml(printHomes(facts))}</dd></div>${isOfSeveralHomes(facts) ? '' : `<div><dt>${words.area}</dt><dd>${printArea(facts.areaDm2)}</dd></div>`}</dl>`;
}

function totalRow({ lines, amountFen }: ReceiptFacts): PrintedLine {
  const total = (pick: (line: ReceiptFacts['lines'][number]) => number) => formatFen(sumFen(lines.map(pick)));
  return {
    item: words.total, home: '', note: '', fund: '', period: '', quantity: '',
    billed: total((line) => line.billedFen), paidBefore: total((line) => line.paidBeforeFen), waived: total((line) => line.waivedFen), received: formatFen(amountFen),
  };
}

const money = (row: PrintedLine) =>
  `<td class="num led">${row.billed}</td><td class="num">${row.paidBefore}</td><td class="num">${row.waived}</td><td class="num b">${row.received}</td>`;

function table(rows: readonly PrintedLine[], total: PrintedLine | undefined): string {
  const body = rows.map((row) => `<tr><td class="item">${escapeHtml(row.item)}${row.home ? ` <span>${escapeHtml(row.home)}</span>` : ''}${row.note ? `<small>${escapeHtml(row.note)}</small>` : ''}</td><td>${escapeHtml(row.fund)}</td><td>${escapeHtml(row.period)}</td><td>${escapeHtml(row.quantity)}</td>${money(row)}</tr>`);
  const sum = total ? `<tr class="sum"><td colspan="4">${total.item}</td>${money(total)}</tr>` : '';
  return `<table><colgroup><col class="item"><col class="fund"><col class="period"><col class="quantity"><col class="billed"><col class="paidBefore"><col class="waived"><col class="received"></colgroup>
<thead><tr><th>${words.item}</th><th>${words.fund}</th><th>${words.period}</th><th>${words.quantity}</th><th class="num led">${words.billed}</th><th class="num">${words.paidBefore}</th><th class="num">${words.waived}</th><th class="num">${words.received}</th></tr></thead>
<tbody>${body.join('')}${sum}</tbody></table>`;
}

function columnStyle({ points, widthMm }: Columns): string {
  const widths = Object.entries(widthMm).map(([name, mm]) => `.a5 col.${name}{width:${mm.toFixed(2)}mm}`);
  return `${widths.join('')}.a5 td{font-size:${String(points)}pt}`;
}

/** Totals in words and figures, method, signatures, notes: one block that never splits. */
function closing(facts: ReceiptFacts): string {
  const capitals = capitalAmount(facts.amountFen);
  const rows = remarks(facts).map(([label, text]) => `<p class="rem"><span>${label}</span>${escapeHtml(text)}</p>`);
  return `<div class="cap"><span>${words.inCapitals}</span><b${capitals.length > LONGEST_CAPITALS ? ' class="long"' : ''}>${capitals}</b><span>${words.inFigures}</span><b class="fig">¥${formatFen(facts.amountFen)}</b></div>
<div class="foot"><div>${paidBy(facts)}</div>
<div>${fact(words.cashier, facts.cashier)}<p><span>${words.signature}</span><i></i></p>${facts.invoiceNo === null ? `<p><span>${words.invoiceNo}</span><i></i></p>` : fact(words.invoiceNo, facts.invoiceNo)}</div>
<div class="seal2">${words.seal}<br>${words.sealPlace}</div></div>
${rows.join('')}<p class="tip">${tip(facts)}</p>`;
}

const fact = (label: string, value: string) => `<p><span>${label}</span><em${textEm(value) > LONGEST_VALUE_EM ? ' class="long"' : ''}>${escapeHtml(value)}</em></p>`;

function paidBy({ method, tenderedFen, amountFen, transactionNo }: ReceiptFacts): string {
  const change = method === 'cash' && tenderedFen !== null ? `　${words.tendered} ${formatFen(tenderedFen)}　${words.change} ${formatFen(tenderedFen - amountFen)}` : '';
  const number = method !== 'cash' && transactionNo ? fact(words.transactionNo, transactionNo) : '';
  return `<p><span>${words.method}</span>${methodWords[method]}${change}</p>${number}`;
}

/** Longer texts, across the sheet. */
function remarks(facts: ReceiptFacts): [label: string, text: string][] {
  const { note, reversal, bonus, refunds } = facts;
  const list: [string, string][] = bonus ? [[words.bonus, bonusWords(bonus)]] : [];
  if (note) list.push([words.note, note]);
  if (refunds.length > 0) list.push([words.refunds, refundsWords(facts)]);
  if (reversal && [...reversal.reason].length > LONGEST_STAMP_REASON) list.push([reasonLabel(reversal.kind), reversal.reason]);
  return list;
}

function tip({ lines }: ReceiptFacts): string {
  const prepaid = lines.some(({ billId }) => billId === null) ? words.prepaymentTip : '';
  const funds = fundMeanings(lines.map(({ fund }) => fund));
  return `${prepaid}${words.invoiceTip}${funds ? `　${funds}` : ''}`;
}
