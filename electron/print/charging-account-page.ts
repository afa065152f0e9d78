import type { Output } from '../../shared/contract/index.ts';
import type { PayBackRow, TopUpRow } from '../../db/queries/charging-accounts.ts';
import { formatFen } from '../../shared/domain/money.ts';
import { escapeHtml } from './receipt-values.ts';
import { methodWords, words } from './receipt-words.ts';
import { facts, reportPage, type Office } from './report-page.ts';
import { slipPage } from './slip-page.ts';

const printFen = (fen: number): string => formatFen(fen).replace('-', '−');

/** The receipt of a top-up on A5. Pure. */
export function topUpPage(topUp: TopUpRow & { time: string; voided: boolean }, printedOn: string): string {
  const { receiptNo, officeName, officePhone, receivedOn, time, payer, cardNo, label, amountFen, leftFen, method, transactionNo, cashier, voided } = topUp;
  const backFen = amountFen - leftFen;
  return slipPage({
    title: '充电预存收据', no: receiptNo, officeName, officePhone, fund: 'common', printedOn, fields: [[words.date, `${receivedOn} ${time}`.trim()], [words.payer, payer], ['卡号', cardNo], ...(label === '' ? [] : [[words.home, label] as [string, string]])],
    rows: [{ what: '充电预存', description: cardNo, amountFen, strong: true }, ...(backFen === 0 ? [] : [{ what: voided ? '作废' : '已退还', description: '', amountFen: -backFen }])], total: { what: '合计', description: '', amountFen: leftFen }, sumFen: amountFen,
    left: [[words.method, methodWords[method]], ...(transactionNo ? [[words.transactionNo, transactionNo] as [string, string]] : [])], right: [[words.cashier, cashier], [words.signature, null]], remarks: [], tip: '预存款随充随扣，电费和服务费分开计；余额可随时退，按原来的付款方式退回，请带本收据。',
    ...(leftFen === 0 ? { stamp: voided ? '作废' : '已退还' } : {}),
  });
}

/** The slip of what went back of a top-up on A5. Pure. */
export function payBackPage(one: PayBackRow, topUp: TopUpRow, printedOn: string): string {
  const { kind, returnNo, on, payee, amountFen, method, reason, by, ofReceiptNo } = one;
  return slipPage({
    title: kind === 'void' ? '充电预存作废单' : '充电预存退款单', no: returnNo, officeName: topUp.officeName, officePhone: topUp.officePhone, fund: 'common', printedOn, fields: [[words.date, on], ['收款人', payee], ['卡号', topUp.cardNo]],
    rows: [{ what: '充电预存', description: `原收据 ${ofReceiptNo}　${topUp.receivedOn}　${formatFen(topUp.amountFen)} 元`, amountFen, strong: true }], total: { what: '本次退还', description: '', amountFen }, sumFen: amountFen,
    left: [['退还方式', methodWords[method]]], right: [['经办人', by], ['收款人签字', null]], remarks: [['原因', reason]], tip: '退款按原来的付款方式退回。',
  });
}

const KINDS = { topup: '预存', charge: '充电', product: '月卡', payback: '退款', void: '作废', change: '更正' } as const;

/** An account's statement of some days on A4: opening, each move with the balance after it, closing. Pure. */
export function accountStatementPage(account: Output<'charging.getAccount'>, days: { from: string; to: string }, office: Office, on: string): string {
  const cell = (fen: number): string => `<td class="num led">${printFen(fen)}</td>`;
  const { moves, openingFen, closingFen } = account;
  const sum = (wanted: (fen: number) => boolean): number => moves.reduce((total, { amountFen }) => total + (wanted(amountFen) ? amountFen : 0), 0);
  const lines = moves.map((move) => `<tr><td class="nw">${move.on}</td><td>${KINDS[move.kind]}</td><td>${escapeHtml(move.no)}</td><td>${escapeHtml(move.text)}</td>${cell(move.amountFen)}${cell(move.balanceFen)}</tr>`);
  return reportPage('充电预存对账单', office, account.cardNo, on, `${facts([['卡号', account.cardNo], ['持卡人', [account.holder, account.label].filter(Boolean).join(' ')], ['日期', `${days.from} 至 ${days.to}`]])}
<h2>收支</h2><table class="lines"><thead><tr><th>日期</th><th>事项</th><th>单号</th><th>说明</th><th class="num led">金额</th><th class="num led">余额</th></tr></thead><tbody><tr><td colspan="5">期初余额</td>${cell(openingFen)}</tr>${lines.join('') || '<tr><td class="soft" colspan="6">这些天没有收支</td></tr>'}<tr class="sum"><td colspan="5">期末余额</td>${cell(closingFen)}</tr></tbody></table>
<h2>合计</h2><table class="lines"><tbody><tr><td>期初余额</td>${cell(openingFen)}</tr><tr><td>加：存入</td>${cell(sum((fen) => fen > 0))}</tr><tr><td>减：充电、月卡与退款</td>${cell(-sum((fen) => fen < 0))}</tr><tr class="sum"><td>期末余额</td>${cell(closingFen)}</tr></tbody></table>
<p class="under">对账单有疑问请到物业前台，每一单都可以查到时段、单价和算法。</p><div class="seal">${escapeHtml(office.officeName)}（盖章）</div>`);
}
