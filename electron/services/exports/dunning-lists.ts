import { listCalls } from '../arrears/calls.ts';
import { listNoticeRows } from '../arrears/notices.ts';
import { exportOf } from './list-type.ts';
import { OUTCOME_NAMES, WAY_NAMES } from './words.ts';

export const dunningLists = {
  'dunning.list': exportOf('dunning.list', listNoticeRows, (add) => [add({
    name: '催缴通知', items: ({ items }) => items,
    columns: (c) => [
      c.text('编号', ({ noticeNo }) => noticeNo, { width: 18 }), c.text('房号', ({ label }) => label), c.text('业主', ({ debtor, former }) => `${debtor}${former ? '（原业主）' : ''}`, { width: 20 }), c.day('日期', ({ on }) => on), c.day('期限', ({ deadlineOn }) => deadlineOn),
      c.text('送达', ({ served }) => (served.length === 0 ? '未送达' : served.map(({ on, way, by, note }) => [on, WAY_NAMES[way], by, note].filter(Boolean).join(' ')).join('；')), { width: 36 }), c.whole('账单', ({ bills }) => bills, { sum: true }), c.yuan('催缴', ({ amountFen }) => amountFen), c.yuan('尚欠', ({ openFen }) => openFen), c.text('制单', ({ by }) => by),
    ],
  })]),
  'dunning.calls': exportOf('dunning.calls', listCalls, (add) => [add({
    name: '电话催缴', items: ({ items }) => items,
    columns: (c) => [
      c.text('房号', ({ label }) => label), c.text('业主', ({ debtor }) => debtor, { width: 20 }), c.text('缴费人', ({ payer }) => payer), c.text('电话', ({ maskedPhone }) => maskedPhone), c.yuan('逾期', ({ overdueFen }) => overdueFen), c.day('最早到期', ({ oldestDueOn }) => oldestDueOn),
      c.whole('次数', ({ calls }) => calls), c.day('上次', ({ lastCallOn }) => lastCallOn), c.text('结果', ({ outcome }) => (outcome === null ? '' : OUTCOME_NAMES[outcome]), { width: 16 }), c.day('答应到', ({ promisedOn }) => promisedOn), c.text('失约', ({ broken }) => (broken ? '答应了没付' : '')), c.text('谁打的', ({ by }) => by), c.text('备注', ({ note }) => note, { width: 30 }),
    ],
  })]),
};
