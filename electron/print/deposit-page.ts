import type { DepositKind } from '../../shared/contract/deposits.ts';
import type { PaymentMethod } from '../../shared/contract/payments.ts';
import { capitalAmount } from '../../shared/domain/capitals.ts';
import { formatFen } from '../../shared/domain/money.ts';
import { A5_STYLE } from './receipt-style.ts';
import { escapeHtml } from './receipt-values.ts';
import { fundWord, methodWords, words } from './receipt-words.ts';

export type DepositFacts = {
  receiptNo: string; officeName: string; officePhone: string; receivedOn: string; time: string; label: string; kind: DepositKind; payer: string; note: string; method: PaymentMethod; transactionNo: string | null; amountFen: number; cashier: string;
  /** Oldest first. */ returns: readonly ReturnFacts[];
};
export type ReturnFacts = { returnNo: string; on: string; returnedFen: number; retainedFen: number; method: PaymentMethod; reason: string; payee: string; by: string };

const KINDS: Record<DepositKind, string> = { renovation: '装修押金', card: '门禁卡押金', other: '其他押金' };
const own = {
  receipt: '押金收据', slip: '押金退还单', what: '款项', description: '说明', amount: '金额', held: '现押', inCapitals: '大写', returned: '退还', retained: '扣留', paidOut: '本次退还', payee: '收款人', payeeSignature: '收款人签字', handledBy: '经办人', original: '原收据',
  way: '退还方式', reason: '原因', before: '此前', printedOn: '打印日期', receiptTip: '押金不是收入，按约定退还；退还时请交回本收据。扣留须写明原因，并另行入账。', slipTip: '押金随本单结清的，原收据同时失效。扣留的部分是物业服务收入，不再退还。',
} as const;

type Row = { what: string; description: string; amountFen: number; strong?: boolean };
type Sheet = {
  title: string; no: string; facts: DepositFacts; printedOn: string; fields: [label: string, value: string][]; rows: Row[]; total: Row; /** Written in capitals. */ sumFen: number;
  left: [label: string, value: string][]; right: [label: string, value: string | null][]; remarks: [label: string, text: string][]; tip: string; stamp?: string;
};

/** The receipt of a deposit on A5, as it stands: what was returned or kept of it follows below, and nothing held is stamped. Pure. */
export function depositPage(facts: DepositFacts, printedOn: string): string {
  const { receiptNo, kind, payer, note, amountFen, returns, method, transactionNo, cashier } = facts;
  const gone = returns.flatMap(({ returnNo, on, returnedFen, retainedFen, reason }): Row[] => [
    { what: own.returned, description: `${on}　${returnNo}`, amountFen: -returnedFen }, { what: own.retained, description: `${on}　${reason}`, amountFen: -retainedFen },
  ]);
  const heldFen = amountFen + gone.reduce((sum, row) => sum + row.amountFen, 0);
  return page({
    title: own.receipt, no: receiptNo, facts, printedOn, fields: [[words.date, `${facts.receivedOn} ${facts.time}`.trim()], [words.payer, payer], [words.home, facts.label]],
    rows: [{ what: KINDS[kind], description: note, amountFen, strong: true }, ...gone.filter((row) => row.amountFen !== 0)], total: { what: own.held, description: '', amountFen: heldFen }, sumFen: amountFen,
    left: [[words.method, methodWords[method]], ...(transactionNo ? [[words.transactionNo, transactionNo] as [string, string]] : [])], right: [[words.cashier, cashier], [words.signature, null]], remarks: [], tip: own.receiptTip,
    ...(heldFen === 0 ? { stamp: '已结清' } : {}),
  });
}

/** The slip of one return on A5: what the deposit was, what went before, what is kept and why, what is paid out. Pure. */
export function returnPage(facts: DepositFacts, one: ReturnFacts, printedOn: string): string {
  const { receiptNo, kind, amountFen, returns, receivedOn } = facts;
  const before = returns.slice(0, returns.findIndex(({ returnNo }) => returnNo === one.returnNo));
  const sumOf = (pick: (each: ReturnFacts) => number): number => before.reduce((sum, each) => sum + pick(each), 0);
  const rows: Row[] = [
    { what: KINDS[kind], description: `${own.original} ${receiptNo}　${receivedOn}`, amountFen, strong: true }, { what: `${own.before}${own.returned}`, description: '', amountFen: -sumOf(({ returnedFen }) => returnedFen) },
    { what: `${own.before}${own.retained}`, description: '', amountFen: -sumOf(({ retainedFen }) => retainedFen) }, { what: own.retained, description: one.reason, amountFen: -one.retainedFen },
  ];
  const heldFen = rows.reduce((sum, row) => sum + row.amountFen, 0) - one.returnedFen;
  return page({
    title: own.slip, no: one.returnNo, facts, printedOn, fields: [[words.date, one.on], [own.payee, one.payee], [words.home, facts.label]],
    rows: rows.filter((row) => row.amountFen !== 0), total: { what: own.paidOut, description: heldFen > 0 ? `${own.held} ${formatFen(heldFen)}` : '', amountFen: one.returnedFen }, sumFen: one.returnedFen,
    left: [[own.way, methodWords[one.method]]], right: [[own.handledBy, one.by], [own.payeeSignature, null]], remarks: one.retainedFen > 0 ? [] : [[own.reason, one.reason]], tip: own.slipTip,
  });
}

const STYLE = `.a5 h1{letter-spacing:.3em;text-indent:.3em}.a5 col.what{width:38mm}.a5 col.fund{width:18mm}.a5 col.amount{width:34mm}.a5 td{font-size:9pt}.a5 td.text{white-space:normal;overflow-wrap:anywhere;padding-top:1.2mm;padding-bottom:1.2mm}.a5 .void{left:14mm;right:auto;top:calc(100% + 45mm);font-size:20pt;line-height:9mm}`;

function page(sheet: Sheet): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${sheet.title} ${escapeHtml(sheet.no)}</title>
<link rel="stylesheet" href="app://mingbai/fonts.css">
<style nonce="__NONCE__">${A5_STYLE}
${STYLE}</style></head>
<body><article class="a5">${head(sheet)}<div class="lines">${table(sheet)}${sheet.stamp ? `<div class="void">${sheet.stamp}</div>` : ''}</div>${closing(sheet)}</article></body></html>
`;
}

function head({ title, no, facts: { officeName, officePhone }, printedOn, fields }: Sheet): string {
  const phone = officePhone ? `${words.phone} ${escapeHtml(officePhone)}` : '';
  return `<header><div class="who"><b>${escapeHtml(officeName)}</b>${phone}</div><h1>${title}</h1><div class="no">No. <b>${escapeHtml(no)}</b><br>${own.printedOn} ${printedOn}</div></header>
<div class="rule2"></div>
<dl>${fields.map(([label, value]) => `<div><dt>${label}</dt><dd>${escapeHtml(value)}</dd></div>`).join('')}</dl>`;
}

function table({ rows, total }: Sheet): string {
  const printFen = (fen: number): string => formatFen(fen).replace('-', '−');
  const body = rows.map(({ what, description, amountFen, strong }) =>
    `<tr><td class="item">${escapeHtml(what)}</td><td>${fundWord('deposit')}</td><td class="text">${escapeHtml(description)}</td><td class="num led${strong ? ' b' : ''}">${printFen(amountFen)}</td></tr>`);
  return `<table><colgroup><col class="what"><col class="fund"><col><col class="amount"></colgroup>
<thead><tr><th>${own.what}</th><th>${words.fund}</th><th>${own.description}</th><th class="num led">${own.amount}</th></tr></thead>
<tbody>${body.join('')}<tr class="sum"><td colspan="2">${total.what}</td><td>${escapeHtml(total.description)}</td><td class="num led">${printFen(total.amountFen)}</td></tr></tbody></table>`;
}

function closing({ sumFen, left, right, remarks, tip }: Sheet): string {
  const fact = ([label, value]: [string, string | null]): string => `<p><span>${label}</span>${value === null ? '<i></i>' : `<em>${escapeHtml(value)}</em>`}</p>`;
  return `<div class="cap"><span>${own.inCapitals}</span><b>${capitalAmount(sumFen)}</b><span>${words.inFigures}</span><b class="fig">¥${formatFen(sumFen)}</b></div>
<div class="foot"><div>${left.map(fact).join('')}</div><div>${right.map(fact).join('')}</div><div class="seal2">${words.seal}<br>${words.sealPlace}</div></div>
${remarks.map(([label, text]) => `<p class="rem"><span>${label}</span>${escapeHtml(text)}</p>`).join('')}<p class="tip">${tip}</p>`;
}
