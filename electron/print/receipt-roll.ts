import { capitalAmount } from '../../shared/domain/capitals.ts';
import type { ReceiptFacts } from '../../shared/contract/payments.ts';
import { formatFen, sumFen } from '../../shared/domain/money.ts';
import type { Copy } from './receipt-a5.ts';
import { textEm } from './receipt-layout.ts';
import { escapeHtml, isOfSeveralHomes, printHomes, printLine, type ReceiptLine } from './receipt-values.ts';
import { billedWords, bonusWords, methodWords, printWords, questionsWords, refundsWords, roleWords, stampWords, words } from './receipt-words.ts';

const LONGEST_PAIR_EM = 15;

/** The receipt for an 80 mm roll: 72 mm of print, black only, as long as it needs. */
export function rollStrip(facts: ReceiptFacts, copy: Copy): string {
  const several = isOfSeveralHomes(facts);
  const invoice = facts.invoiceNo === null ? '________________' : escapeHtml(facts.invoiceNo);
  return `<article class="th">
<h1>${words.title}</h1><p class="c">${escapeHtml(facts.officeName)}</p>${marks(facts, copy)}<hr class="d">
${pair(words.number, facts.receiptNo, true)}${pair(words.date, `${facts.receivedOn} ${facts.time}`.trim())}${pair(words.home, printHomes(facts), true)}${pair(words.payer, `${facts.payer}${roleWords[facts.payerRole]}`)}
<table><thead><tr><th>${words.item}</th><th class="num">${words.receivedYuan}</th></tr></thead><tbody>${facts.lines.map((line) => row(line, several)).join('')}</tbody></table>
<p class="tot"><span>${words.total}</span><b>¥${formatFen(facts.amountFen)}</b></p><p class="cn">${capitalAmount(facts.amountFen)}</p><hr>
${pair(words.waived, formatFen(sumFen(facts.lines.map(({ waivedFen }) => waivedFen))))}${paidBy(facts)}${pair(words.cashier, facts.cashier)}${remark(words.bonus, facts.bonus ? bonusWords(facts.bonus) : '')}${remark(words.note, facts.note)}${remark(words.refunds, facts.refunds.length > 0 ? refundsWords(facts) : '')}<hr>
<div class="box">${words.seal}${words.sealPlace}</div>
<p class="n">${printWords(copy.printNo, copy.printedOn)}。${copy.printNo > 1 ? '<br>' : ''}${words.invoiceTip}<br>${words.invoiceNo} ${invoice}${facts.officePhone ? `<br>${escapeHtml(questionsWords(facts.officePhone))}` : ''}</p>
</article>`;
}

const pair = (label: string, value: string, strong = false) => `<p class="kv"><span>${label}</span>${strong ? `<b>${escapeHtml(value)}</b>` : `<em>${escapeHtml(value)}</em>`}</p>`;

/** What fits beside its label stands right, like a figure; what does not is a paragraph. */
const remark = (label: string, text: string) => (text === '' ? '' : textEm(text) <= LONGEST_PAIR_EM ? pair(label, text) : `<p class="rem"><span>${label}</span>${escapeHtml(text)}</p>`);

/** A thermal printer has no red and no grey: the watermark stands in a line of its own, the stamp is a box. */
function marks(facts: ReceiptFacts, { printNo }: Copy): string {
  const reprint = printNo > 1 ? `<p class="wm">${words.reprint}</p>` : '';
  const stamped = stampWords(facts);
  return stamped ? `${reprint}<div class="void">${stamped.word}<small>${escapeHtml(stamped.line)}</small><small>${escapeHtml(stamped.reason)}</small></div>` : reprint;
}

function row(line: ReceiptLine, several: boolean): string {
  const { item, home, note, period, quantity, billed, received } = printLine(line, several);
  const basis = [period, quantity].filter((text) => text !== words.nothing).map((text) => `<span>${escapeHtml(text)}</span>`);
  const details = [basis.join('　'), escapeHtml(note)].filter(Boolean);
  if (line.billedFen !== line.amountFen) {
    details.push(billedWords(billed, line.paidBeforeFen ? formatFen(line.paidBeforeFen) : undefined, line.waivedFen ? formatFen(line.waivedFen) : undefined));
  }
  return `<tr><td>${escapeHtml(home ? `${item} ${home}` : item)}${details.length > 0 ? `<small>${details.join('<br>')}</small>` : ''}</td><td class="num">${received}</td></tr>`;
}

function paidBy({ method, tenderedFen, amountFen, transactionNo }: ReceiptFacts): string {
  const paid = pair(methodWords[method], formatFen(method === 'cash' ? (tenderedFen ?? amountFen) : amountFen));
  if (method === 'cash') return tenderedFen === null ? paid : `${paid}${pair(words.change, formatFen(tenderedFen - amountFen))}`;
  return transactionNo ? `${paid}${pair(words.transactionNo, transactionNo)}` : paid;
}
