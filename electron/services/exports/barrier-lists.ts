import type { FindingKind, StayFault } from '../../../shared/contract/barrier.ts';
import { listFindings, listStayFaults, listUseByLease } from '../barrier/list-findings.ts';
import { exportOf } from './list-type.ts';

const KIND_NAMES: Readonly<Record<FindingKind, string>> = { 'no-lease': '没有租约', overstay: '超出约定时段', 'outside-lease': '租期以外', unused: '租了没来' };
const STATE_NAMES: Readonly<Record<'open' | 'charged' | 'dismissed', string>> = { open: '待处理', charged: '已收费', dismissed: '不处理' };
const FAULT_NAMES: Readonly<Record<StayFault, string>> = {
  NO_PLATE: '无牌车', PLATE_UNREADABLE: '车牌认不出', TIME_UNREADABLE: '时间读不出', DIRECTION_UNREADABLE: '不知是进是出', EXIT_BEFORE_ENTRY: '出场早于入场', EXIT_LOST: '没有出场', ENTRY_LOST: '没有入场', STAYS_OVERLAP: '同一车牌同时在场两次', CLOCK_SET_BACK: '道闸时钟倒拨', TOO_LONG: '超过 31 天', IN_FUTURE: '时间在将来',
};

export const barrierLists = {
  'barrier.findings': exportOf('barrier.findings', listFindings, (add) => [add({
    name: '道闸核对', items: ({ items }) => items,
    columns: (c) => [
      c.day('日期', ({ on }) => on), c.text('情况', ({ kind }) => KIND_NAMES[kind], { width: 14 }), c.text('状态', ({ state }) => STATE_NAMES[state], { width: 10 }), c.text('车牌', ({ plate }) => plate), c.text('租约', ({ leaseNo }) => leaseNo, { width: 18 }), c.text('房号／公司', ({ label }) => label, { width: 18 }), c.text('承租人', ({ lessee }) => lessee, { width: 18 }), c.text('车位', ({ space }) => space, { width: 10 }),
      c.text('入场', ({ inAt }) => inAt ?? '', { width: 20 }), c.text('出场', ({ outAt }) => outAt ?? '', { width: 20 }), c.text('通道', ({ lane }) => lane, { width: 24 }), c.whole('分钟', ({ minutes }) => minutes, { sum: true }), c.yuan('建议收费', ({ proposedFen }) => proposedFen), c.yuan('已收费', ({ chargedFen }) => chargedFen),
      c.text('账单', ({ billId }) => (billId === null ? '' : String(billId)), { width: 10 }), c.text('经手', ({ decidedBy }) => decidedBy), c.text('原因', ({ reason }) => reason, { width: 28 }),
    ],
  })]),
  'barrier.byLease': exportOf('barrier.byLease', listUseByLease, (add) => [add({
    name: '租约超时', items: ({ items }) => items,
    columns: (c) => [
      c.text('租约', ({ leaseNo }) => leaseNo, { width: 18 }), c.text('房号／公司', ({ label }) => label, { width: 18 }), c.text('承租人', ({ lessee }) => lessee, { width: 18 }), c.text('车位', ({ space }) => space, { width: 10 }), c.whole('停放次数', ({ stays }) => stays, { sum: true }), c.whole('超时次数', ({ overstayStays }) => overstayStays, { sum: true }),
      c.whole('超时分钟', ({ overstayMinutes }) => overstayMinutes, { sum: true }), c.text('最近', ({ lastSeen }) => lastSeen ?? '', { width: 20 }), c.yuan('建议收费', ({ proposedFen }) => proposedFen), c.yuan('已收费', ({ chargedFen }) => chargedFen),
    ],
  })]),
  'barrier.faults': exportOf('barrier.faults', listStayFaults, (add) => [add({
    name: '问题记录', items: ({ items }) => items,
    columns: (c) => [
      c.text('文件', ({ file }) => file, { width: 36 }), c.whole('行', ({ row }) => row), c.text('问题', ({ fault }) => FAULT_NAMES[fault], { width: 22 }), c.text('车牌', ({ plate }) => plate), c.text('原文', ({ value }) => value, { width: 42 }), c.text('入场', ({ inAt }) => inAt ?? '', { width: 20 }), c.text('出场', ({ outAt }) => outAt ?? '', { width: 20 }), c.text('通道', ({ lane }) => lane, { width: 24 }),
    ],
  })]),
};
