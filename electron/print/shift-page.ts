import type { DayReport, ShiftReport } from '../../shared/contract/shifts.ts';
import { capitalAmount } from '../../shared/domain/capitals.ts';
import { formatFen } from '../../shared/domain/money.ts';
import { localDay } from '../../shared/domain/period.ts';
import { fundWord } from './receipt-words.ts';
import { escapeHtml } from './receipt-values.ts';
import { documentsTable, ending, head, heading, matrixTable, moneyCell, page, printFen, seriesTable } from './shift-parts.ts';
import { bankWord, entriesWords, faceWord, FROZEN, FROZEN_DAY, instantWords, spanOfShift, words } from './shift-words.ts';

/** A shift's frozen report as a complete page without script; pure, every text of it escaped. */
export function shiftPage(report: ShiftReport): string {
  const on = localDay(new Date(report.closedAt));
  const facts: [string, string][] = [
    [words.cashier, report.userName], [words.witness, report.witness || '—'], [words.shift, spanOfShift(report.openedAt, report.closedAt)],
    ...(report.closedBy === report.userName ? [] : [[words.closedBy, report.closedBy] as [string, string]]), [words.entries, entriesWords(report.entries, report.fromEntry, report.toEntry)],
  ];
  return page(words.shiftTitle, report.reportNo, [
    head(words.shiftTitle, report, on, facts),
    heading('一', words.taken, words.takenTip), matrixTable(report),
    `<div class="two"><div>${heading('二', words.cash)}${cashTable(report)}</div><div>${heading('三', words.count)}${notesTable(report)}</div></div>`,
    bankedBox(report.bankedFen, bankedParts(report)),
    heading('四', words.series), seriesTable(report),
    heading('五', words.documents), documentsTable(report),
    ending([[words.cashier, report.userName], [words.witness, report.witness]], report.note, FROZEN),
  ].join('\n'));
}

/** From the float to what must lie there, what does, and what stays. */
function cashTable({ floatFen, cashInFen, cashOutFen, expectedFen, countedFen, overShortFen, bankedFen, keptFen }: ShiftReport): string {
  const line = (label: string, fen: number, kind = ''): string => `<tr${kind ? ` class="${kind}"` : ''}><td>${label}</td>${kind === 'mid' || kind === 'sum' ? `<td class="num led">${formatFen(fen).replace('-', '−')}</td>` : moneyCell(fen, true)}</tr>`;
  const difference = overShortFen === 0 ? line(words.noDifference, 0) : line(overShortFen > 0 ? words.over : words.short, overShortFen, 'red');
  return `<table class="lines"><thead><tr><th>${words.item}</th><th class="num led">${words.amount}</th></tr></thead><tbody>${line(words.float, floatFen)}${line(words.cashIn, cashInFen)}${line(words.cashOut, cashOutFen)}${line(words.expected, expectedFen, 'mid')}${line(words.counted, countedFen, 'mid')}${difference}${line(words.banked, -bankedFen)}${line(words.kept, keptFen, 'sum')}</tbody></table>`;
}

function notesTable({ notes, countedFen }: ShiftReport): string {
  const rows = notes.map(({ faceFen, pieces }) => `<tr><td>${faceWord(faceFen)}</td><td class="num">${String(pieces)}</td>${moneyCell(faceFen * pieces, true)}</tr>`);
  const none = notes.length === 0 ? `<tr><td class="soft" colspan="3">${words.notCounted}</td></tr>` : '';
  return `<table class="lines"><thead><tr><th>${words.face}</th><th class="num">${words.pieces}</th><th class="num led">${words.amount}</th></tr></thead><tbody>${rows.join('')}${none}<tr class="sum"><td colspan="2">${words.counted}</td><td class="num led">${formatFen(countedFen)}</td></tr></tbody></table>`;
}

function bankedParts({ banked, slipNo }: ShiftReport): string {
  const parts = banked.map(({ fund, account, amountFen }) => `${fundWord(fund)} ${formatFen(amountFen)} 存${bankWord(account)}`);
  return [...(slipNo ? [`${words.slip} ${slipNo}`] : []), ...(parts.length > 0 ? [`${words.bankedOf} ${parts.join('，')}`] : [])].join('　');
}

/** What went to the bank, in capitals as on the slip. */
function bankedBox(bankedFen: number, under: string): string {
  return `<div class="cap"><span>${words.bankedCapitals}</span><b>${bankedFen === 0 ? words.none : capitalAmount(bankedFen)}</b><span>${words.figures}</span><b class="fig">¥${formatFen(bankedFen)}</b></div>${under ? `<p class="under">${escapeHtml(under)}</p>` : ''}`;
}

/** A day's frozen report: its shifts, what was done outside of them, and all of it together. */
export function dayPage(report: DayReport): string {
  const facts: [string, string][] = [[words.day, report.on], [words.maker, report.userName], [words.closedAt, instantWords(report.closedAt)]];
  return page(words.dayTitle, report.reportNo, [
    head(words.dayTitle, report, report.on, facts),
    heading('一', words.shifts), shiftsTable(report), othersTable(report),
    heading('二', words.taken, words.takenTip), matrixTable(report),
    bankedBox(report.bankedFen, ''),
    heading('三', words.series), seriesTable(report),
    heading('四', words.documents), documentsTable(report),
    ending([[words.maker, report.userName], [words.checker, report.witness]], report.note, FROZEN_DAY),
  ].join('\n'));
}

function shiftsTable({ shifts, overShortFen, bankedFen }: DayReport): string {
  const rows = shifts.map((shift) => `<tr><td class="nw">${escapeHtml(shift.reportNo)}</td><td>${escapeHtml(shift.userName)}</td><td class="nw">${spanOfShift(shift.openedAt, shift.closedAt)}</td>${moneyCell(shift.totalFen, true)}${moneyCell(shift.expectedFen)}${moneyCell(shift.countedFen)}${moneyCell(shift.overShortFen)}${moneyCell(shift.bankedFen)}</tr>`);
  const none = shifts.length === 0 ? `<tr><td class="soft" colspan="8">${words.noShifts}</td></tr>` : '';
  const total = (pick: (shift: DayReport['shifts'][number]) => number): string => printFen(shifts.reduce((sum, shift) => sum + pick(shift), 0));
  return `<table class="lines"><thead><tr><th>${words.report}</th><th>${words.cashier}</th><th>${words.shift}</th><th class="num led">${words.taken}</th><th class="num">${words.expected}</th><th class="num">${words.counted}</th><th class="num">${words.over}／${words.short}</th><th class="num">${words.banked.slice(2)}</th></tr></thead>
<tbody>${rows.join('')}${none}<tr class="sum"><td colspan="3">${words.total}</td><td class="num led">${total(({ totalFen }) => totalFen)}</td><td class="num">${total(({ expectedFen }) => expectedFen)}</td><td class="num">${total(({ countedFen }) => countedFen)}</td><td class="num">${printFen(overShortFen)}</td><td class="num">${printFen(bankedFen)}</td></tr></tbody></table>`;
}

function othersTable({ others }: DayReport): string {
  if (others.length === 0) return '';
  const rows = others.map((other) => `<tr><td>${escapeHtml(other.userName)}</td><td>${String(other.fromEntry + 1)} 至 ${String(other.toEntry)}</td>${moneyCell(other.cashFen, true)}${moneyCell(other.totalFen)}</tr>`);
  return `<h2>${words.others}<small>${words.othersTip}</small></h2><table class="lines"><thead><tr><th>${words.doer}</th><th>${words.entries}</th><th class="num led wide">${words.cashNet}</th><th class="num wide">${words.total}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
