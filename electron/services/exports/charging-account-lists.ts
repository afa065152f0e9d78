import { listAccounts } from '../charging/accounts/accounts.ts';
import { previewHomeBills } from '../charging/accounts/bill-homes.ts';
import { exportOf } from './list-type.ts';

export const chargingAccountLists = {
  'charging.listAccounts': exportOf('charging.listAccounts', listAccounts, (add) => [add({
    name: '充电预存', items: ({ items }) => items,
    columns: (c) => [
      c.text('卡号', ({ cardNo }) => cardNo, { width: 16 }), c.text('持卡人', ({ holder }) => holder), c.text('电话', ({ phone }) => phone, { width: 16 }), c.text('房号', ({ label }) => label), c.yuan('预存', ({ toppedUpFen }) => toppedUpFen), c.yuan('充电', ({ chargedFen }) => chargedFen), c.yuan('退还', ({ paidBackFen }) => paidBackFen), c.yuan('余额', ({ balanceFen }) => balanceFen),
      c.text('在用产品', ({ plans }) => plans, { width: 18 }), c.day('最近', ({ lastOn }) => lastOn),
    ],
  })]),
  'charging.previewHomeBills': exportOf('charging.previewHomeBills', previewHomeBills, (add) => [add({
    name: '充电待出账单', items: ({ items }) => items,
    columns: (c) => [
      c.text('房号', ({ label }) => label), c.whole('单数', ({ sessions }) => sessions, { sum: true }), c.quantity('电量（度）', ({ energy }) => energy, { sum: true }), c.yuan('电费', ({ energyFen }) => energyFen), c.yuan('服务费', ({ serviceFen }) => serviceFen), c.yuan('占位停车', ({ extraFen }) => extraFen), c.yuan('合计', ({ energyFen, serviceFen, extraFen }) => energyFen + serviceFen + extraFen),
    ],
  })]),
};
