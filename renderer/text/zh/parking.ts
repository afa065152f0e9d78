/** Spaces, leases and charges. */
export const parking = {
  title: '车位',
  tabs: { plan: '平面图', leases: '租约', charges: '收费', vehicles: '车辆', subsidy: '补贴', income: '收益', barrier: '道闸' },
};
