/** Arrears: ages, notices, calls, collection rates. */
export const arrears = {
  title: '欠费', view: { ageing: '账龄', dunning: '催缴', calls: '电话', rates: '收缴率' },
  viewNote: { ageing: '按到期日算，含期初欠费，合计等于应收账款', dunning: '只送到欠费的那一户；送达才中断诉讼时效', calls: '先打答应了没付的，再按欠费多少', rates: '由单据和分录各算一遍，一致才显示' },
};
