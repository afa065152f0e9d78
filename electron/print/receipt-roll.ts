import { capitalAmount } from '../../shared/domain/capitals.ts';
import type { ReceiptFacts } from '../../shared/contract/payments.ts';
import { formatFen, sumFen } from '../../shared/domain/money.ts';
import type { Copy } from './receipt-a5.ts';
import { escapeHtml, printLine, type ReceiptLine } from './receipt-values.ts';
import { billedWords, methodWords, printWords, questionsWords, reversalWords, roleWords, words } from './receipt-words.ts';

/** The receipt for an 80 mm roll: 72 mm of print, black only, as long as it needs. */
export function rollStrip(facts: ReceiptFacts, copy: Copy): string {
  return `<article class="th">
<h1>${words.title}</h1><p class="c">${escapeHtml(facts.officeName)}</p>${marks(facts, copy)}<hr class="d">
${pair(words.number, facts.receiptNo, true)}${pair(words.date, `${facts.receivedOn} ${facts.time}`.trim())}${pair(words.home, facts.label, true)}${pair(words.payer, `${facts.payer}${roleWords[facts.payerRole]}`)}
<table><thead><tr><th>${words.item}</th><th class="num">${words.receivedYuan}</th></tr></thead><tbody>${facts.lines.map(row).join('')}</tbody></table>
<p class="tot"><span>${words.total}</span><b>¥${formatFen(facts.amountFen)}</b></p><p class="cn">${capitalAmount(facts.amountFen)}</p><hr>
${pair(words.waived, formatFen(sumFen(facts.lines.map(({ waivedFen }) => waivedFen))))}${paidBy(facts)}${pair(words.cashier, facts.cashier)}${facts.note ? pair(words.note, facts.note) : ''}<hr>
<div class="box">${words.seal}${words.sealPlace}</div>
<p class="n">${printWords(copy.printNo, copy.printedOn)}。${copy.printNo > 1 ? '<br>' : ''}${words.invoiceTip}<br>${words.invoiceNo} ________________${facts.officePhone ? `<br>${escapeHtml(questionsWords(facts.officePhone))}` : ''}</p>
</article>`;
}

const pair = (label: string, value: string, strong = false) => `<p class="kv"><span>${label}</span>${strong ? `<b>${escapeHtml(value)}</b>` : `<em>${escapeHtml(value)}</em>`}</p>`;

/** A thermal printer has no red and no grey: the watermark stands in a line of its own, the stamp is a box. */
function marks({ reversal }: ReceiptFacts, { printNo }: Copy): string {
  const reprint = printNo > 1 ? `<p class="wm">${words.reprint}</p>` : '';
  if (!reversal) return reprint;
  return `${reprint}<div class="void">${words.reversed}<small>${escapeHtml(reversalWords(reversal))}</small><small>${escapeHtml(reversal.reason)}</small></div>`;
}

function row(line: ReceiptLine): string {
  const { item, period, quantity, billed, received } = printLine(line);
  const basis = [period, quantity].filter((text) => text !== words.nothing).map((text) => `<span>${escapeHtml(text)}</span>`);
  const details = basis.length > 0 ? [basis.join('　')] : [];
  if (line.billedFen !== line.amountFen) {
    details.push(billedWords(billed, line.paidBeforeFen ? formatFen(line.paidBeforeFen) : undefined, line.waivedFen ? formatFen(line.waivedFen) : undefined));
  }
  return `<tr><td>${escapeHtml(item)}${details.length > 0 ? `<small>${details.join('<br>')}</small>` : ''}</td><td class="num">${received}</td></tr>`;
}

function paidBy({ method, tenderedFen, amountFen, transactionNo }: ReceiptFacts): string {
  const paid = pair(methodWords[method], formatFen(method === 'cash' ? (tenderedFen ?? amountFen) : amountFen));
  if (method === 'cash') return tenderedFen === null ? paid : `${paid}${pair(words.change, formatFen(tenderedFen - amountFen))}`;
  return transactionNo ? `${paid}${pair(words.transactionNo, transactionNo)}` : paid;
}
