import { capitalAmount } from '../../../shared/domain/capitals.ts';
import { listDeposits } from '../deposits/list-deposits.ts';
import { listOpenBills } from '../payments/list-open-bills.ts';
import { listPayments } from '../payments/list-payments.ts';
import { listPrepaid, prepaidStatement } from '../payments/list-prepaid.ts';
import { exportOf } from './list-type.ts';
import { BASIS_NAMES, DEPOSIT_NAMES, fundName, METHOD_NAMES, UNDO_NAMES } from './words.ts';
import { KIND_NAMES } from '../ledger/ledger-words.ts';

export const paymentLists = {
  'payments.list': exportOf('payments.list', listPayments, (add) => [add({
    name: '收据', items: ({ items }) => items,
    columns: (c) => [
      c.text('票号', ({ receiptNo }) => receiptNo, { width: 18 }), c.day('收款日', ({ receivedOn }) => receivedOn), c.text('房号', ({ label }) => label), c.text('内容', ({ content, prepaidFen }) => [content, prepaidFen > 0 ? '预收' : ''].filter(Boolean).join('、'), { width: 30 }),
      c.text('方式', ({ method }) => METHOD_NAMES[method], { width: 8 }), c.text('状态', ({ reversalKind, refundedFen }) => (reversalKind ? UNDO_NAMES[reversalKind] : refundedFen > 0 ? '部分退款' : '正常'), { width: 10 }),
      c.yuan('收款', ({ amountFen }) => amountFen), c.yuan('已退或冲销', ({ amountFen, reversalKind, refundedFen }) => (reversalKind ? amountFen : refundedFen)), c.yuan('实收', ({ amountFen, reversalKind, refundedFen }) => (reversalKind ? 0 : amountFen - refundedFen)),
      c.text('收款大写', ({ amountFen }) => capitalAmount(amountFen), { width: 36 }), c.text('冲销号', ({ reversalNo }) => reversalNo, { width: 18 }), c.text('发票号', ({ invoiceNo }) => invoiceNo, { width: 22 }), c.text('收费员', ({ cashier }) => cashier),
    ],
  })]),
  'payments.listOpenBills': exportOf('payments.listOpenBills', listOpenBills, (add) => [add({
    name: '未结账单', items: ({ items }) => items,
    columns: (c) => [
      c.text('房号', ({ label }) => label), c.text('费用项', ({ itemName }) => itemName, { width: 18 }), c.text('归属', ({ fund }) => fundName(fund), { width: 10 }), c.text('计费', ({ basis }) => BASIS_NAMES[basis], { width: 10 }), c.day('起', ({ from }) => from), c.day('止（不含）', ({ to }) => to), c.day('到期', ({ dueOn }) => dueOn),
      c.yuan('应收', ({ amountFen }) => amountFen), c.yuan('减免', ({ waivedFen }) => waivedFen), c.yuan('已收', ({ paidFen }) => paidFen), c.yuan('违约金', ({ lateFen }) => lateFen), c.yuan('欠', ({ openFen }) => openFen),
    ],
  })]),
  'payments.listPrepaid': exportOf('payments.listPrepaid', listPrepaid, (add) => [add({
    name: '预收', items: ({ items }) => items,
    columns: (c) => [c.text('房号', ({ label }) => label), c.text('业主', ({ ownerName }) => ownerName), c.day('最近收款', ({ lastReceivedOn }) => lastReceivedOn), c.yuan('月物业费', ({ monthlyFeeFen }) => monthlyFeeFen), c.yuan('其中赠送', ({ bonusFen }) => bonusFen), c.yuan('预收余额', ({ prepaidFen }) => prepaidFen)],
  })]),
  'payments.prepaidStatement': exportOf('payments.prepaidStatement', prepaidStatement, (add) => [add({
    name: '预收对账', items: ({ items }) => items,
    columns: (c) => [c.day('日期', ({ on }) => on), c.text('类别', ({ kind }) => KIND_NAMES[kind] ?? kind), c.text('摘要', ({ memo }) => memo, { width: 36 }), c.text('归属', ({ fund }) => fundName(fund), { width: 10 }), c.yuan('增减', ({ amountFen }) => amountFen), c.balance('余额', ({ balanceFen }) => balanceFen)],
  })]),
  'deposits.list': exportOf('deposits.list', listDeposits, (add) => [
    add({
      name: '押金', items: ({ items }) => items,
      columns: (c) => [
        c.text('票号', ({ receiptNo }) => receiptNo, { width: 18 }), c.day('收款日', ({ receivedOn }) => receivedOn), c.text('房号', ({ label }) => label), c.text('种类', ({ kind }) => DEPOSIT_NAMES[kind]), c.text('缴款人', ({ payer }) => payer), c.text('方式', ({ method }) => METHOD_NAMES[method], { width: 8 }), c.text('备注', ({ note }) => note, { width: 24 }), c.text('收费员', ({ cashier }) => cashier),
        c.yuan('收取', ({ amountFen }) => amountFen), c.yuan('已退', ({ returnedFen }) => returnedFen), c.yuan('扣留', ({ retainedFen }) => retainedFen), c.yuan('在押', ({ heldFen }) => heldFen),
      ],
    }),
    add({
      name: '退还记录', items: ({ items }) => items.flatMap((item) => item.returns.map((back) => ({ ...back, label: item.label, receiptNo: item.receiptNo }))),
      columns: (c) => [c.text('退还号', ({ returnNo }) => returnNo, { width: 18 }), c.text('押金票号', ({ receiptNo }) => receiptNo, { width: 18 }), c.day('日期', ({ on }) => on), c.text('房号', ({ label }) => label), c.text('收款人', ({ payee }) => payee), c.text('原因', ({ reason }) => reason, { width: 30 }), c.text('经手', ({ by }) => by), c.yuan('扣留', ({ retainedFen }) => retainedFen), c.yuan('退还', ({ returnedFen }) => returnedFen)],
    }),
  ]),
};
