import type { Fund } from '../../../shared/contract/ledger.ts';
import type { PaymentMethod } from '../../../shared/contract/payments.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { FUND_NAMES } from '../ledger/ledger-words.ts';

/** Words of exported lists: Chinese, as everything the office hands on (DECISIONS 28). */
export const METHOD_NAMES: Readonly<Record<PaymentMethod, string>> = { cash: '现金', wechat: '微信', alipay: '支付宝', card: '银行卡', transfer: '转账' };
export const STATUS_NAMES = { unsold: '未售', vacant: '空置', occupied: '入住', let: '出租' } as const;
export const BASIS_NAMES = { area: '面积', home: '按户', meter: '用量', pool: '公摊', once: '一次性', opening: '期初', late: '违约金' } as const;
export const CYCLE_NAMES = { month: '月', quarter: '季', 'half-year': '半年', year: '年', 'handover-year': '年（按交房日）', none: '—' } as const;
export const STATE_NAMES = { pending: '待审批', approved: '已批准', rejected: '未批准' } as const;
export const REDUCTION_NAMES = { vacancy: '空置优惠', waiver: '减免', promotion: '预缴优惠' } as const;
export const UNDO_NAMES = { void: '作废', reversal: '红冲', refund: '退款' } as const;
export const DEPOSIT_NAMES = { renovation: '装修押金', card: '卡押金', other: '其他押金' } as const;
export const WAY_NAMES = { hand: '当面签收', door: '留置送达（门上）', registered: '挂号信', wechat: '微信', phone: '电话' } as const;
export const OUTCOME_NAMES = { promised: '答应缴', noted: '已告知', disputed: '有异议', refused: '拒缴', unreachable: '打不通', 'wrong-number': '号码不对' } as const;
export const ROLE_NAMES = { manager: '经理', cashier: '收费员', office: '内勤', auditor: '审计' } as const;
export const SKIP_NAMES: Readonly<Record<Output<'fees.previewBills'>['skipped'][number]['reason'], string>> = {
  UNSOLD: '未售，由开发商承担', NOT_HANDED_OVER: '还没有交房', NO_RATE: '没有收费标准', ALREADY_ISSUED: '已经出账', MERGED: '已合并到另一户', NOT_DUE: '这个月不到账期', NO_METER: '没有表', NO_READING: '没有读数',
  READING_FALLS: '读数变小，等更正', NO_USE: '没有用量', NO_POOL: '没有公摊金额', POOL_SPENT: '公摊已分完', NO_SHARE: '分不到一分钱',
};

export const fundName = (fund: string): string => FUND_NAMES[fund as Fund];
