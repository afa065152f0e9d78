import type { Output } from '../../../shared/contract/index.ts';
import type { ChargeSkip, LeaseState } from '../../../shared/contract/parking.ts';
import { previewCharges } from '../parking/issue-charges.ts';
import { listNotices } from '../parking/lease-notices.ts';
import { companyStatement, listCompanies, windowWords } from '../parking/list-companies.ts';
import { listLeases } from '../parking/list-leases.ts';
import { listSpaces } from '../parking/list-spaces.ts';
import { listPrices } from '../parking/prices.ts';
import { listVehicles } from '../parking/vehicles.ts';
import { listVouchers } from '../parking/vouchers.ts';
import { exportOf } from './list-type.ts';

const LEASE_KINDS = { resident: '业主月租', daytime: '日间商用' } as const;
const STATES: Readonly<Record<LeaseState, string>> = { draft: '草稿', signed: '未开始', running: '在租', suspended: '暂停', ended: '已结束' };
const TITLES = { owner: '业主', developer: '开发商', common: '公共', 'civil-defence': '人防' } as const;
const SPACE_KINDS = { standard: '标准', wide: '宽', charging: '充电', disabled: '无障碍' } as const;
const CYCLES = { month: '按月', quarter: '按季', year: '按年' } as const;
const PRORATIONS = { days: '按天', whole: '按整月' } as const;
const VOUCHER_STATES = { issued: '未用', used: '已用', expired: '过期', withdrawn: '收回' } as const;
const NOTICES = { expiry: '到期', recall: '收回', price: '调价', end: '终止' } as const;
const SKIPS: Readonly<Record<ChargeSkip, string>> = { ALREADY_CHARGED: '已出过账', DRAFT: '草稿', SUSPENDED: '暂停', MONTH_COVERED: '本月已由前一租约整月付清', NOT_DUE: '已随前面的月份预收', NOTHING_TO_CHARGE: '没有金额' };
const METHODS: Readonly<Record<string, string>> = { cash: '现金', wechat: '微信', alipay: '支付宝', card: '银行卡', transfer: '转账' };

type Skipped = Output<'parking.previewCharges'>['skipped'][number];

export const parkingLists = {
  'parking.listSpaces': exportOf('parking.listSpaces', listSpaces, (add) => [add({
    name: '车位', items: ({ items }) => items,
    columns: (c) => [
      c.text('车位编号', ({ code }) => code), c.text('区域', ({ zone }) => zone), c.text('楼层', ({ floor }) => floor, { width: 8 }), c.text('类型', ({ kind }) => SPACE_KINDS[kind], { width: 8 }), c.text('产权', ({ title }) => TITLES[title], { width: 8 }), c.text('业主房号', ({ ownerLabel }) => ownerLabel ?? ''),
      c.text('停用', ({ blocked }) => blocked?.reason ?? '', { width: 20 }), c.text('业主租约', ({ residentLeaseId }) => (residentLeaseId === null ? '' : '有'), { width: 10 }), c.text('日间租约', ({ daytimeLeaseId }) => (daytimeLeaseId === null ? '' : '有'), { width: 10 }), c.text('备注', ({ note }) => note, { width: 24 }),
    ],
  })]),
  'parking.listLeases': exportOf('parking.listLeases', listLeases, (add) => [add({
    name: '租约', items: ({ items }) => items,
    columns: (c) => [
      c.text('租约', ({ leaseNo }) => leaseNo, { width: 18 }), c.text('合同号', ({ contractNo }) => contractNo, { width: 18 }), c.text('种类', ({ kind }) => LEASE_KINDS[kind]), c.text('状态', ({ state }) => STATES[state], { width: 10 }), c.text('房号／公司', ({ label }) => label, { width: 18 }), c.text('承租人', ({ lessee }) => lessee, { width: 16 }), c.text('车位', ({ space }) => space), c.text('产权', ({ title }) => TITLES[title], { width: 8 }),
      c.day('起', ({ from }) => from), c.text('止（不含）', ({ to }) => to ?? '不定期', { width: 12 }), c.text('时段', ({ windows }) => windowWords(windows), { width: 36 }), c.text('车牌', ({ plates }) => plates.join('、'), { width: 22 }), c.yuan('月租', ({ monthlyFen }) => monthlyFen), c.text('收费', ({ cycle }) => CYCLES[cycle], { width: 8 }), c.text('不足一月', ({ proration }) => PRORATIONS[proration], { width: 10 }),
      c.yuan('约定押金', ({ depositFen }) => depositFen), c.yuan('在押', ({ depositHeldFen }) => depositHeldFen), c.yuan('欠费', ({ openFen }) => openFen), c.text('已收费到（不含）', ({ chargedTo }) => chargedTo ?? '', { width: 16 }),
    ],
  })]),
  'parking.previewCharges': exportOf('parking.previewCharges', previewCharges, (add) => [add({
    name: '停车出账草稿', items: ({ lines }) => lines,
    columns: (c) => [
      c.text('租约', ({ leaseNo }) => leaseNo, { width: 18 }), c.text('种类', ({ kind }) => LEASE_KINDS[kind]), c.text('房号／公司', ({ label }) => label, { width: 18 }), c.text('承租人', ({ lessee }) => lessee, { width: 16 }), c.text('车位', ({ space }) => space), c.day('起', ({ from }) => from), c.text('止（不含）', ({ to }) => to, { width: 12 }), c.yuan('金额', ({ amountFen }) => amountFen), c.yuan('补贴', ({ subsidyFen }) => subsidyFen),
    ],
  }), add({
    name: '未出账', items: ({ skipped }) => skipped,
    columns: (c) => [c.text('租约', ({ leaseNo }: Skipped) => leaseNo, { width: 18 }), c.text('房号／公司', ({ label }) => label, { width: 18 }), c.text('车位', ({ space }) => space), c.text('原因', ({ reason }) => SKIPS[reason], { width: 26 })],
  })]),
  'parking.listPrices': exportOf('parking.listPrices', listPrices, (add) => [add({
    name: '停车价格', items: ({ items }) => items,
    columns: (c) => [c.day('起', ({ from }) => from), c.balance('市场价', ({ marketFen }) => marketFen), c.balance('业主价', ({ residentFen }) => residentFen), c.text('决议', ({ resolutionNo }) => resolutionNo, { width: 24 }), c.text('经手', ({ by }) => by)],
  })]),
  'parking.listVehicles': exportOf('parking.listVehicles', listVehicles, (add) => [add({
    name: '车辆', items: ({ items }) => items,
    columns: (c) => [c.text('车牌', ({ plate }) => plate), c.text('房号／公司', ({ label }) => label, { width: 18 }), c.text('车主', ({ ownerName }) => ownerName, { width: 16 }), c.day('起', ({ from }) => from), c.text('止', ({ to }) => to ?? '', { width: 12 }), c.text('车位', ({ space }) => space ?? ''), c.text('备注', ({ note }) => note, { width: 24 })],
  })]),
  'parking.listVouchers': exportOf('parking.listVouchers', listVouchers, (add) => [add({
    name: '访客券', items: ({ items }) => items,
    columns: (c) => [
      c.text('券号', ({ voucherNo }) => voucherNo, { width: 18 }), c.text('房号／公司', ({ label }) => label, { width: 18 }), c.text('状态', ({ state }) => VOUCHER_STATES[state], { width: 8 }), c.whole('小时', ({ hours }) => hours), c.day('起', ({ validFrom }) => validFrom), c.day('最后一天', ({ validThrough }) => validThrough), c.text('限车牌', ({ plate }) => plate), c.text('使用车牌', ({ usedPlate }) => usedPlate), c.text('经手', ({ by }) => by), c.text('备注', ({ note }) => note, { width: 24 }),
    ],
  })]),
  'parking.listCompanies': exportOf('parking.listCompanies', listCompanies, (add) => [add({
    name: '企业', items: ({ items }) => items,
    columns: (c) => [
      c.text('企业', ({ name }) => name, { width: 24 }), c.text('联系人', ({ contact }) => contact), c.text('电话', ({ phone }) => phone, { width: 18 }), c.whole('租约', ({ leases }) => leases, { sum: true }), c.whole('车位', ({ spaces }) => spaces, { sum: true }), c.yuan('月租', ({ monthlyFen }) => monthlyFen), c.yuan('欠费', ({ openFen }) => openFen), c.yuan('预存', ({ prepaidFen }) => prepaidFen), c.yuan('押金', ({ depositHeldFen }) => depositHeldFen), c.text('备注', ({ note }) => note, { width: 24 }),
    ],
  })]),
  'parking.companyStatement': exportOf('parking.companyStatement', companyStatement, (add) => [add({
    name: '收费', items: ({ lines }) => lines,
    columns: (c) => [
      c.text('租约', ({ leaseNo }) => leaseNo, { width: 18 }), c.text('合同号', ({ contractNo }) => contractNo, { width: 18 }), c.text('车位', ({ space }) => space), c.text('项目', ({ itemName }) => itemName, { width: 24 }), c.text('车牌', ({ plates }) => plates.join('、'), { width: 22 }), c.day('起', ({ from }) => from), c.text('止（不含）', ({ to }) => to, { width: 12 }), c.text('时段', ({ windows }) => windows, { width: 36 }), c.balance('月租', ({ monthlyFen }) => monthlyFen), c.yuan('金额', ({ amountFen }) => amountFen), c.yuan('未付', ({ openFen }) => openFen), c.day('到期日', ({ dueOn }) => dueOn),
    ],
  }), add({
    name: '付款', items: ({ payments }) => payments,
    columns: (c) => [c.text('票号', ({ receiptNo }) => receiptNo, { width: 18 }), c.day('日期', ({ receivedOn }) => receivedOn), c.text('方式', ({ method }) => METHODS[method] ?? '', { width: 10 }), c.yuan('金额', ({ amountFen }) => amountFen)],
  }), add({
    name: '余额', items: ({ openingFen, chargedFen, paidFen, closingFen }) => [['月初欠款', openingFen], ['加：收费', chargedFen], ['减：付款', paidFen], ['月末欠款', closingFen]] as const,
    columns: (c) => [c.text('项目', ([name]) => name), c.balance('金额', ([, fen]) => fen)],
  })]),
  'parking.listNotices': exportOf('parking.listNotices', listNotices, (add) => [add({
    name: '租约通知', items: ({ items }) => items,
    columns: (c) => [c.text('编号', ({ noticeNo }) => noticeNo, { width: 18 }), c.text('种类', ({ kind }) => NOTICES[kind], { width: 8 }), c.text('租约', ({ leaseNo }) => leaseNo, { width: 18 }), c.text('房号／公司', ({ label }) => label, { width: 18 }), c.day('日期', ({ on }) => on), c.text('经手', ({ by }) => by)],
  })]),
};
