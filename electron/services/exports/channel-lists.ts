import type { ChannelItem } from '../../../shared/contract/channels.ts';
import { listChannelLines, listFiles, listSettlements } from '../channels/list-lines.ts';
import { CHANNEL_NAMES } from '../channels/settle.ts';
import { exportOf } from './list-type.ts';

const KIND_NAMES: Readonly<Record<ChannelItem['kind'], string>> = { payment: '收款', refund: '退款', fee: '费用', transfer: '转账结算', out: '支出' };
const STATE_NAMES: Readonly<Record<ChannelItem['state'], string>> = { matched: '已对上', exception: '异常', held: '暂收', ignored: '不处理' };
const REASON_NAMES: Readonly<Record<NonNullable<ChannelItem['reason']>, string>> = {
  NOT_REGISTERED: '钱到了，没有收据', AMOUNT_DIFFERS: '号码相同，金额不等', AMBIGUOUS: '同日同额不止一笔', REFUND_UNKNOWN: '渠道退了款，账里没有', PAYMENT_UNDONE: '收据已冲销，钱没有退', NOT_SETTLED: '到账对不上整天', BANK_FEE: '银行自己收付的', OUTGOING: '支出，账里没有', MISSING_IN_FILE: '账里有，文件没有',
};

export const channelLists = {
  'channels.list': exportOf('channels.list', listChannelLines, (add) => [add({
    name: '对账明细', items: ({ items }) => items,
    columns: (c) => [
      c.day('日期', ({ on }) => on), c.text('时间', ({ clock }) => clock, { width: 10 }), c.text('渠道', ({ channel }) => CHANNEL_NAMES[channel], { width: 8 }), c.text('种类', ({ kind }) => KIND_NAMES[kind], { width: 10 }), c.text('结果', ({ state }) => STATE_NAMES[state], { width: 10 }), c.text('原因', ({ reason, decision }) => (reason ? REASON_NAMES[reason] : decision), { width: 24 }),
      c.text('交易号', ({ transactionNo }) => transactionNo, { width: 32 }), c.text('商户单号', ({ orderNo }) => orderNo, { width: 24 }), c.text('对方', ({ counterparty }) => counterparty, { width: 28 }), c.text('摘要', ({ note }) => note, { width: 24 }),
      c.text('房号', ({ entries }) => entries.map(({ label }) => label).filter(Boolean).join('、'), { width: 12 }), c.text('收据', ({ entries }) => entries.map(({ no }) => no).filter(Boolean).join('、'), { width: 18 }), c.yuan('手续费', ({ feeFen }) => feeFen), c.yuan('金额', ({ amountFen }) => amountFen), c.text('文件', ({ file, row }) => (row > 0 ? `${file} 第 ${row} 行` : ''), { width: 36 }),
    ],
  })]),
  'channels.settlements': exportOf('channels.settlements', listSettlements, (add) => [add({
    name: '渠道结算', items: ({ items }) => items,
    columns: (c) => [
      c.day('到账日', ({ on }) => on), c.text('渠道', ({ channel }) => CHANNEL_NAMES[channel], { width: 8 }), c.day('从', ({ from }) => from), c.day('到（含）', ({ through }) => through), c.text('状态', ({ undone, lineId }) => (undone ? `已撤销：${undone.reason}` : lineId === null ? '手工' : '银行已见'), { width: 20 }), c.text('经手', ({ by }) => by), c.whole('凭证号', ({ entryId }) => entryId),
      // What was undone counts in no sum but its own.
      c.yuan('收款', ({ undone, grossFen }) => (undone ? 0 : grossFen)), c.yuan('退款', ({ undone, refundFen }) => (undone ? 0 : refundFen)), c.yuan('手续费', ({ undone, feeFen }) => (undone ? 0 : feeFen)), c.yuan('到账', ({ undone, netFen }) => (undone ? 0 : netFen)), c.yuan('已撤销', ({ undone, netFen }) => (undone ? netFen : 0)),
    ],
  })]),
  'channels.files': exportOf('channels.files', listFiles, (add) => [add({
    name: '渠道文件', items: ({ items }) => items,
    columns: (c) => [
      c.text('渠道', ({ channel }) => CHANNEL_NAMES[channel], { width: 8 }), c.text('文件', ({ name }) => name, { width: 40 }), c.day('从', ({ from }) => from), c.day('到（含）', ({ to }) => to), c.whole('笔数', ({ lines }) => lines, { sum: true }), c.whole('对上', ({ matched }) => matched, { sum: true }), c.whole('异常', ({ exceptions }) => exceptions, { sum: true }),
      c.yuan('收款', ({ grossFen }) => grossFen), c.yuan('退款', ({ refundFen }) => refundFen), c.yuan('手续费', ({ feeFen }) => feeFen), c.text('导入', ({ by }) => by), c.text('时间', ({ at }) => at, { width: 26 }),
    ],
  })]),
};
