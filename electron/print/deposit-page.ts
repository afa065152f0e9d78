import type { DepositKind } from '../../shared/contract/deposits.ts';
import type { PaymentMethod } from '../../shared/contract/payments.ts';
import { formatFen } from '../../shared/domain/money.ts';
import { methodWords, words } from './receipt-words.ts';
import { slipPage, type SlipRow } from './slip-page.ts';

export type DepositFacts = {
  receiptNo: string; officeName: string; officePhone: string; receivedOn: string; time: string; label: string; kind: DepositKind; payer: string; note: string; method: PaymentMethod; transactionNo: string | null; amountFen: number; cashier: string;
  /** Oldest first. */ returns: readonly ReturnFacts[];
};
export type ReturnFacts = { returnNo: string; on: string; returnedFen: number; retainedFen: number; method: PaymentMethod; reason: string; payee: string; by: string };

const KINDS: Record<DepositKind, string> = { renovation: '装修押金', card: '门禁卡押金', other: '其他押金' };
const own = {
  receipt: '押金收据', slip: '押金退还单', held: '现押', returned: '退还', retained: '扣留', paidOut: '本次退还', payee: '收款人', payeeSignature: '收款人签字', handledBy: '经办人', original: '原收据',
  way: '退还方式', reason: '原因', before: '此前', receiptTip: '押金不是收入，按约定退还；退还时请交回本收据。扣留须写明原因，并另行入账。', slipTip: '押金随本单结清的，原收据同时失效。扣留的部分是物业服务收入，不再退还。',
} as const;

/** The receipt of a deposit on A5, as it stands: what was returned or kept of it follows below, and nothing held is stamped. Pure. */
export function depositPage(facts: DepositFacts, printedOn: string): string {
  const { receiptNo, kind, payer, note, amountFen, returns, method, transactionNo, cashier, officeName, officePhone } = facts;
  const gone = returns.flatMap(({ returnNo, on, returnedFen, retainedFen, reason }): SlipRow[] => [
    { what: own.returned, description: `${on}　${returnNo}`, amountFen: -returnedFen }, { what: own.retained, description: `${on}　${reason}`, amountFen: -retainedFen },
  ]);
  const heldFen = amountFen + gone.reduce((sum, row) => sum + row.amountFen, 0);
  return slipPage({
    title: own.receipt, no: receiptNo, officeName, officePhone, fund: 'deposit', printedOn, fields: [[words.date, `${facts.receivedOn} ${facts.time}`.trim()], [words.payer, payer], [words.home, facts.label]],
    rows: [{ what: KINDS[kind], description: note, amountFen, strong: true }, ...gone.filter((row) => row.amountFen !== 0)], total: { what: own.held, description: '', amountFen: heldFen }, sumFen: amountFen,
    left: [[words.method, methodWords[method]], ...(transactionNo ? [[words.transactionNo, transactionNo] as [string, string]] : [])], right: [[words.cashier, cashier], [words.signature, null]], remarks: [], tip: own.receiptTip,
    ...(heldFen === 0 ? { stamp: '已结清' } : {}),
  });
}

/** The slip of one return on A5: what the deposit was, what went before, what is kept and why, what is paid out. Pure. */
export function returnPage(facts: DepositFacts, one: ReturnFacts, printedOn: string): string {
  const { receiptNo, kind, amountFen, returns, receivedOn, officeName, officePhone } = facts;
  const before = returns.slice(0, returns.findIndex(({ returnNo }) => returnNo === one.returnNo));
  const sumOf = (pick: (each: ReturnFacts) => number): number => before.reduce((sum, each) => sum + pick(each), 0);
  const rows: SlipRow[] = [
    { what: KINDS[kind], description: `${own.original} ${receiptNo}　${receivedOn}`, amountFen, strong: true }, { what: `${own.before}${own.returned}`, description: '', amountFen: -sumOf(({ returnedFen }) => returnedFen) },
    { what: `${own.before}${own.retained}`, description: '', amountFen: -sumOf(({ retainedFen }) => retainedFen) }, { what: own.retained, description: one.reason, amountFen: -one.retainedFen },
  ];
  const heldFen = rows.reduce((sum, row) => sum + row.amountFen, 0) - one.returnedFen;
  return slipPage({
    title: own.slip, no: one.returnNo, officeName, officePhone, fund: 'deposit', printedOn, fields: [[words.date, one.on], [own.payee, one.payee], [words.home, facts.label]],
    rows: rows.filter((row) => row.amountFen !== 0), total: { what: own.paidOut, description: heldFen > 0 ? `${own.held} ${formatFen(heldFen)}` : '', amountFen: one.returnedFen }, sumFen: one.returnedFen,
    left: [[own.way, methodWords[one.method]]], right: [[own.handledBy, one.by], [own.payeeSignature, null]], remarks: one.retainedFen > 0 ? [] : [[own.reason, one.reason]], tip: own.slipTip,
  });
}
