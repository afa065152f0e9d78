import type { Fund } from '../../../shared/contract/ledger.ts';

/** Words of exported books: Chinese, as the accounts they print. */
export const FUND_NAMES: Readonly<Record<Fund, string>> = { property: '物业', common: '公共', agency: '代收', deposit: '押金', maintenance: '维修资金' };

export const KIND_NAMES: Readonly<Record<string, string>> = { opening: '期初', bill: '出账', payment: '收款', 'prepayment-use': '预收抵扣', 'prepayment-return': '退回抵扣', reversal: '红冲', cancel: '账单作废', reduction: '减免', 'late-fee': '违约金', refund: '退款', deposit: '收押金', 'deposit-return': '退押金', shift: '长短款', banking: '解款', settlement: '渠道结算', subsidy: '停车补贴', charging: '充电', 'charging-topup': '充电预存', 'charging-payback': '退充电预存', 'charging-product': '充电月卡', 'charging-grid': '电网电费', 'charging-change': '充电更正', 'charging-settlement': '充电平台结算', cost: '成本费用', income: '其他公共收入', interest: '利息', 'to-maintenance': '转维修资金' };
