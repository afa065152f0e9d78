import type { ReceiptFacts } from '../../shared/contract/payments.ts';
import { pricePropertyFee } from '../../shared/domain/fee.ts';
import { formatFen } from '../../shared/domain/money.ts';
import { addDays, addMonths, isDay, isMonth } from '../../shared/domain/period.ts';
import { beforeWords, fundWord, homesWords, monthsWords, poolWords, spanWords, timesMonths, words } from './receipt-words.ts';

export type ReceiptLine = ReceiptFacts['lines'][number];

/** A line as it is printed; amounts are already text. The home stands beside the item where a receipt has several, the note small below. */
export type PrintedLine = { item: string; home: string; note: string; fund: string; period: string; quantity: string; billed: string; paidBefore: string; waived: string; received: string };

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Makes any text safe inside HTML, in attributes too; control characters become spaces. */
export function escapeHtml(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/**
 * A half-open period as a reader says it: whole months as months, anything else as days, last one included.
 * Takes days or months; what is neither is printed as it is, nothing as a dash.
 * @example printPeriod('2026-11-01', '2027-01-01') // '2026-11 至 2026-12'
 */
export function printPeriod(from: string, to: string): string {
  const [first, end] = [dayOf(from), dayOf(to)];
  if (!first || !end) return from || to ? spanWords(from || to, to || from) : words.nothing;
  if (end <= first) return beforeWords(from);
  if (!first.endsWith('-01') || !end.endsWith('-01')) return spanWords(first, addDays(end, -1));
  return spanWords(first.slice(0, 7), addMonths(end.slice(0, 7), -1));
}

const dayOf = (text: string) => (isDay(text) ? text : isMonth(text) ? `${text}-01` : undefined);

/** 0.01 m² as m² with two decimals. */
export const printArea = (areaDm2: number): string => `${formatFen(areaDm2, { separators: false })} m²`;

/**
 * A rate in 0.0001 yuan as yuan, two decimals or as many as it needs.
 * @example printRate(15_000) // '1.50'
 */
export function printRate(rateE4: number): string {
  const yuan = Math.floor(rateE4 / 10_000);
  const decimals = String(rateE4 % 10_000).padStart(4, '0').replace(/0{1,2}$/, '');
  return `${String(yuan)}.${decimals}`;
}

/**
 * A quantity of 0.0001 of a unit, with as many decimals as it needs.
 * @example printUnits(125_000, 'm³') // '12.5 m³'
 */
export function printUnits(quantityE4: number, unit: string): string {
  const decimals = String(quantityE4 % 10_000).padStart(4, '0').replace(/0+$/, '');
  return [`${String(Math.floor(quantityE4 / 10_000))}${decimals ? `.${decimals}` : ''}`, unit].filter(Boolean).join(' ');
}

/** Quantity × price, how a pool was shared, how a late fee came about; a dash where there is nothing to multiply. */
export function printQuantity(line: ReceiptLine): string {
  const { basis, areaDm2, rateE4, quantityE4, unit, months, share } = line;
  if (line.billId === null) return areaDm2 === null || rateE4 === null ? words.nothing : printPrepaidMonths(line, areaDm2, rateE4);
  if (basis === 'late') return splitLateNote(line.note)[1];
  const amount = quantityE4 !== null ? printUnits(quantityE4, unit) : areaDm2 !== null ? printArea(areaDm2) : basis === 'home' || basis === 'pool' ? words.oneHome : '';
  if (basis === 'pool') return poolWords(quantityE4 === null && areaDm2 === null ? '' : amount);
  if (amount === '' || rateE4 === null) return words.nothing;
  const part = share && share.numerator !== share.denominator ? ` × ${String(share.numerator)}/${String(share.denominator)}` : '';
  return `${amount} × ${printRate(rateE4)}${timesMonths(months)}${part}`;
}

/** A late fee's note names its bill, then the principal × days × rate. */
function splitLateNote(note: string): [string, string] {
  const [bill = '', ...rest] = note.split('　');
  return [rest.length > 0 ? bill : '', rest.join('　') || note || words.nothing];
}

/** Money paid ahead is a number of months only when it pays for exactly those; else it is a sum. */
function printPrepaidMonths({ from, to, amountFen }: ReceiptLine, areaDm2: number, rateE4: number): string {
  const [first, end] = [dayOf(from), dayOf(to)];
  const monthlyFen = pricePropertyFee(areaDm2, rateE4, { numerator: 1, denominator: 1 });
  if (!first || !end || monthlyFen === 0) return words.nothing;
  const months = amountFen / monthlyFen;
  return Number.isInteger(months) && addMonths(first.slice(0, 7), months) === end.slice(0, 7) ? monthsWords(months, formatFen(monthlyFen)) : words.nothing;
}

const amountOrDash = (fen: number) => (fen === 0 ? words.nothing : formatFen(fen));

/** The texts of a line, named by its home where a receipt has several. Every line is printed: equal months are never merged. */
export function printLine(line: ReceiptLine, severalHomes = false): PrintedLine {
  return {
    item: line.itemName,
    home: severalHomes ? line.label : '',
    note: line.basis === 'late' ? splitLateNote(line.note)[0] : line.note,
    fund: fundWord(line.fund),
    period: printPeriod(line.from, line.to),
    quantity: printQuantity(line),
    billed: formatFen(line.billedFen),
    paidBefore: amountOrDash(line.paidBeforeFen),
    waived: amountOrDash(line.waivedFen),
    received: formatFen(line.amountFen),
  };
}

/** Whether a receipt pays for several homes of one owner. */
export const isOfSeveralHomes = ({ label, lines }: Pick<ReceiptFacts, 'label' | 'lines'>): boolean => lines.some((line) => line.label !== label);

/** The home of a receipt, or how many homes it pays for. */
export function printHomes({ label, lines }: Pick<ReceiptFacts, 'label' | 'lines'>): string {
  return isOfSeveralHomes({ label, lines }) ? homesWords(label, new Set([label, ...lines.map((line) => line.label)]).size) : label;
}
