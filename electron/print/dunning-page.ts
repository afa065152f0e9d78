import { capitalAmount } from '../../shared/domain/capitals.ts';
import { formatFen, sumFen } from '../../shared/domain/money.ts';
import { daysBetween } from '../../shared/domain/period.ts';
import { addressWords, bookmarkWords, bookTitle, contactWords, demandWords, pageWords, payerWords, words } from './dunning-words.ts';
import { DUNNING_STYLE } from './dunning-style.ts';
import type { Book, Chapter } from './port-type.ts';
import { countLines, paginate } from './receipt-layout.ts';
import { escapeHtml, printPeriod, printQuantity, type ReceiptLine } from './receipt-values.ts';
import { fundWord } from './receipt-words.ts';

/** A bill as the notice demands it; what was received or waived before is billed less open. */
export type DunnedLine = Pick<ReceiptLine, 'itemName' | 'fund' | 'from' | 'to' | 'areaDm2' | 'rateE4' | 'quantityE4' | 'unit' | 'months' | 'note' | 'billedFen'> & {
  billId: number; basis: NonNullable<ReceiptLine['basis']>; share: NonNullable<ReceiptLine['share']>; openFen: number; dueOn: string;
};
/** Everything a notice prints (domain.md 4); frozen when it was made. */
export type NoticeFacts = {
  noticeNo: string; estateName: string; officeName: string; officePhone: string; label: string; debtor: string; former: boolean; payer: string; on: string; deadlineOn: string;
  amountFen: number; clause: string; howToPay: string; lines: readonly DunnedLine[];
};

// Heights in mm of the parts of a sheet as dunning-style.ts sets them, measured in Chromium.
const SHEET_MM = 274;
const HEAD_MM = 16.5;
const TO_MM = 11;
const CC_MM = 5.2;
const ASK_MM = 12.6;
const ASK_LINE_MM = 6.4;
const TABLE_HEAD_MM = 6.2;
const ROW_MM = 6.8;
const MORE_LINE_MM = 3.9;
const NOTE_LINE_MM = 3.2;
const CLOSING_MM = 98;
const SAY_LINE_MM = 5;
const NEXT_PAGE_MM = 6;
const ITEM_ROOM_MM = 16;
const BASIS_ROOM_MM = 30;
const ASK_WIDTH_MM = 174;
const SAY_WIDTH_MM = 163;

/** The notices as one book, each a chapter with its bookmark. */
export function dunningBook(notices: readonly NoticeFacts[]): Book {
  const [first] = notices;
  return { title: first ? bookTitle(first.estateName, first.on) : words.title, style: DUNNING_STYLE, chapters: notices.map(noticeChapter) };
}

/** One notice: as many sheets as its bills need, what to do and the slip on the last. Pure; every text is escaped. */
export function noticeChapter(notice: NoticeFacts): Chapter {
  const { on, lines } = notice;
  const rows = lines.map((line) => ({ html: row(line, on), heightMm: rowHeightMm(line) }));
  const counts = paginate(rows.map(({ heightMm }) => heightMm), SHEET_MM - headMm(notice) - NEXT_PAGE_MM, SHEET_MM - headMm(notice) - closingMm(notice));
  let start = 0;
  const sheets = counts.map((count, index) => {
    const body = rows.slice(start, (start += count)).map(({ html }) => html);
    const last = index === counts.length - 1;
    const page = counts.length > 1 ? pageWords(index + 1, counts.length) : '';
    return `<article class="n">${head(notice, page)}${table([...body, ...(last ? [totalRow(notice)] : [])])}${last ? closing(notice) : `<p class="next">${words.nextPage}</p>`}</article>`;
  });
  return { title: bookmarkWords(notice.label, notice.debtor, notice.noticeNo), sheets };
}

function headMm(notice: NoticeFacts): number {
  return HEAD_MM + TO_MM + (notice.payer ? CC_MM : 0) + ASK_MM + (countLines(Object.values(demandOf(notice)).join(''), 11, ASK_WIDTH_MM) - 1) * ASK_LINE_MM + TABLE_HEAD_MM;
}

const closingMm = ({ clause, howToPay, officeName, officePhone }: NoticeFacts): number =>
  CLOSING_MM + [clause, howToPay, contactWords(officeName, officePhone)].reduce((sum, text) => sum + countLines(text, 9, SAY_WIDTH_MM) * SAY_LINE_MM + 2, 0);

function rowHeightMm(line: DunnedLine): number {
  const lines = Math.max(countLines(line.itemName, 8.5, ITEM_ROOM_MM), countLines(printQuantity({ ...line, ...UNPRINTED }), 8.5, BASIS_ROOM_MM));
  return ROW_MM + (lines - 1) * MORE_LINE_MM + (hasNote(line) ? countLines(line.note, 7, ITEM_ROOM_MM) * NOTE_LINE_MM : 0);
}

/** A late fee's note is its basis already. */
const hasNote = ({ basis, note }: DunnedLine): boolean => note !== '' && basis !== 'late';
/** What a receipt's line has beside, and `printQuantity` does not look at. */
const UNPRINTED = { label: '', paidBeforeFen: 0, waivedFen: 0, amountFen: 0 };

function demandOf({ on, label, lines, amountFen, deadlineOn }: NoticeFacts): ReturnType<typeof demandWords> {
  const oldest = lines.reduce((least, { dueOn }) => (dueOn < least ? dueOn : least), on);
  return demandWords({ on, label, bills: lines.length, amountFen, days: daysBetween(oldest, on), deadlineOn });
}

function head(notice: NoticeFacts, page: string): string {
  const { officeName, officePhone, noticeNo, on, label, debtor, former, payer } = notice;
  const demand = demandOf(notice);
  const phone = officePhone ? `${words.phone} ${escapeHtml(officePhone)}` : '';
  return `<header><div class="who"><b>${escapeHtml(officeName)}</b>${phone}</div><h1>${words.title}</h1><div class="no">No. <b>${escapeHtml(noticeNo)}</b><br>${on}${page ? `　${page}` : ''}</div></header>
<div class="rule2"></div>
<p class="to"><b>${escapeHtml(addressWords(label, debtor, former))}</b><em>${escapeHtml(label)}</em></p>${payer ? `<p class="cc">${escapeHtml(payerWords(payer))}</p>` : ''}
<p class="ask">${escapeHtml(demand.before)}<b>${demand.amount}</b>${demand.between}<b>${demand.deadline}</b>${demand.after}</p>`;
}

function table(rows: readonly string[]): string {
  return `<table><colgroup><col><col class="fund"><col class="period"><col class="basis"><col class="billed"><col class="paid"><col class="open"><col class="due"><col class="over"></colgroup>
<thead><tr><th>${words.item}</th><th>${words.fund}</th><th>${words.period}</th><th>${words.basis}</th><th class="num led">${words.billed}</th><th class="num">${words.paid}</th><th class="num">${words.open}</th><th>${words.due}</th><th class="num">${words.overdue}</th></tr></thead>
<tbody>${rows.join('')}</tbody></table>`;
}

const dash = (fen: number): string => (fen === 0 ? words.nothing : formatFen(fen));

function row(line: DunnedLine, on: string): string {
  const note = hasNote(line) ? `<small>${escapeHtml(line.note)}</small>` : '';
  return `<tr><td class="item">${escapeHtml(line.itemName)}${note}</td><td>${escapeHtml(fundWord(line.fund))}</td><td>${escapeHtml(printPeriod(line.from, line.to))}</td><td class="basis">${escapeHtml(printQuantity({ ...line, ...UNPRINTED }))}</td>
<td class="num led">${formatFen(line.billedFen)}</td><td class="num">${dash(line.billedFen - line.openFen)}</td><td class="num b">${formatFen(line.openFen)}</td><td>${line.dueOn}</td><td class="num">${String(daysBetween(line.dueOn, on))} ${words.dayUnit}</td></tr>`;
}

function totalRow({ lines, amountFen }: NoticeFacts): string {
  const billedFen = sumFen(lines.map((line) => line.billedFen));
  return `<tr class="sum"><td colspan="4">${words.total}</td><td class="num led">${formatFen(billedFen)}</td><td class="num">${dash(billedFen - amountFen)}</td><td class="num">${formatFen(amountFen)}</td><td colspan="2"></td></tr>`;
}

/** What it stands on, how to pay, whom to ask; below the cut, the slip that the office keeps. */
function closing(notice: NoticeFacts): string {
  const { amountFen, clause, howToPay, officeName, officePhone, noticeNo, label, debtor, on } = notice;
  const say = (title: string, text: string): string => `<p class="say"><b>${title}</b><span>${escapeHtml(text)}</span></p>`;
  const ways = words.ways.map((way) => `<em><span class="box"></span>${way}</em>`).join('');
  return `<div class="cap"><span>${words.inCapitals}</span><b>${capitalAmount(amountFen)}</b><span>${words.inFigures}</span><b class="fig">¥${formatFen(amountFen)}</b></div>
${say(words.clause, clause)}${say(words.howToPay, howToPay)}${say(words.contact, contactWords(officeName, officePhone))}
<div class="foot"><p>${words.promise}<br>${words.private}</p><p class="by"><b>${escapeHtml(officeName)}</b>${on}</p><div class="seal2">${words.seal}</div></div>
<div class="slip"><h2>${words.slip}<span>${escapeHtml([noticeNo, label, debtor].filter(Boolean).join('　'))}　¥${formatFen(amountFen)}　${on}</span></h2>
<p><span>${words.way}</span>${ways}</p><p><span>${words.servedOn}</span><i></i><span>${words.servedBy}</span><i></i><span>${words.signedBy}</span><i></i></p></div>`;
}
