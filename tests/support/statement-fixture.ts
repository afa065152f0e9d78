import type { StatementContent } from '../../shared/contract/statement-content.ts';

type Row = StatementContent['table'][number];
type Money = readonly [billed: number, received: number, tax: number, energy: number, direct: number];

function row(source: string, name: string, detail: string, [place, party, term, standard]: readonly [string, string, string, string], notes: number[], [billedFen, receivedFen, taxFen, energyFen, directFen]: Money): Row {
  return { source, name, detail, place, party, term, standard, notes, billedFen, receivedFen, taxFen, energyFen, directFen, netFen: receivedFen - taxFen - energyFen - directFen, lines: [`income:${source}`, `tax:${source}`] };
}

const TABLE: Row[] = [
  row('parking-resident', '住户月租', '住户自付', ['公共车位 168 个', '住户', '按月签订', '50/个·月'], [], [25_200_00, 24_700_00, 247_00, 1_206_48, 3_360_00]),
  row('parking-resident', '住户月租', '补贴入账', ['同上', '公共收益', '2026-07 至 09', '市场价 120 − 50 = 70/个·月'], [1], [35_280_00, 35_280_00, 0, 0, 0]),
  row('parking-daytime', '日间商用', '', ['公共车位 58 个，工作日 8:00–18:30', '企业 6 家，RJ-01 至 06', '2026-01 起逐份签订', '260/个·月'], [2], [45_240_00, 45_240_00, 452_40, 502_70, 1_740_00]),
  row('charging-car', '汽车充电', '', ['6 台，535 单，16,496.88 kWh', '充电用户', '随用随付', '电费分时段，服务费 0.30/kWh'], [3], [18_327_86, 18_327_86, 183_28, 13_769_29, 1_456_39]),
  row('charging-ebike', '电动自行车充电', '', ['插座 80 个，14,129.44 kWh', '充电用户', '随用随付', '电费 0.5593/kWh，服务费 0.40/kWh'], [4], [14_448_73, 14_448_73, 144_49, 8_297_65, 1_282_44]),
  row('advertising', '广告', '', ['电梯轿厢 32 面，道闸 4 面', '企业 1 家，GG-01', '2026-04 至 2027-03', '2,000/月'], [], [6_000_00, 6_000_00, 60_00, 0, 0]),
];

const LINES: StatementContent['lines'] = TABLE.filter(({ detail }) => detail !== '补贴入账').map(({ source, receivedFen }) => ({ line: `income:${source}`, section: 'income', source, account: '2241.03.01', amountFen: receivedFen, entries: 12 }));

/** The sheet of the mock-up: a common income statement of a quarter. Nothing in it names a resident. */
export const COMMON_STATEMENT: StatementContent = {
  format: 'mingbai-statement-1', kind: 'common', number: 'GS-GY-2026Q3', version: 1, estate: '汇悦新天地', homes: 855, title: '汇悦新天地公共收益收支公示', subtitle: '2026 年第三季度（2026-07-01 至 2026-09-30）', from: '2026-07', to: '2026-09',
  preparedOn: '2026-10-20', postedFrom: '2026-10-20', postedTo: '2026-12-04', workdays: 34, preparedBy: '物业服务中心', officeName: '汇悦新天地物业服务中心', phone: '0854-0000855',
  summary: ['这三个月公共部位净赚 **111,294.47** 元，用 **35,280.00** 元补给 168 个住户车位（每个每月只付 50 元），把 **40,000.00** 元转进维修资金，连同原有结余，账上现有 **220,737.96** 元，与银行专户一分不差。'],
  lines: LINES, table: TABLE, totals: { billedFen: 144_496_59, receivedFen: 143_996_59, taxFen: 1_087_17, energyFen: 23_776_12, directFen: 7_838_83, netFen: 111_294_47 },
  steps: [
    { key: 'opening', name: '期初余额', basis: '2026-07-01', amountFen: 186_420_37, lines: [] }, { key: 'net', name: '净收益', basis: '见表一合计', amountFen: 111_294_47, lines: [] }, { key: 'interest', name: '专户利息', basis: '银行结息单', amountFen: 163_12, lines: ['interest'] },
    { key: 'toMaintenance', name: '转维修资金', basis: '转账凭证 1 笔', amountFen: -40_000_00, lines: ['toMaintenance'] }, { key: 'subsidy', name: '停车补贴', basis: '168 个 × 70 元 × 3 个月', amountFen: -35_280_00, lines: ['subsidy'] }, { key: 'other', name: '其他支出', basis: '业主大会表决印刷、投递', amountFen: -1_860_00, lines: ['other'] },
    { key: 'closing', name: '期末余额', basis: '', amountFen: 220_737_96, lines: [] },
  ],
  holdings: [{ key: 'bank', name: '专户余额', basis: '银行对账单 2026-09-30', amountFen: 220_737_96 }], differenceFen: 0,
  costs: [
    { category: '税费', what: '按实缴数', amountFen: 1_087_17, lines: [] }, { category: '能耗', what: '汽车充电购电（电网账单）', amountFen: 13_769_29, lines: [] }, { category: '能耗', what: '电动自行车充电购电（电网账单）', amountFen: 8_297_65, lines: [] }, { category: '能耗', what: '车库照明、道闸用电', amountFen: 1_709_18, lines: [] },
    { category: '直接成本', what: '充电平台服务费', amountFen: 1_638_83, lines: [] }, { category: '直接成本', what: '充电设备维护', amountFen: 1_100_00, lines: [] }, { category: '直接成本', what: '车位保洁、划线、道闸维护', amountFen: 5_100_00, lines: [] },
  ],
  costTotalFen: 32_702_12,
  equations: [
    { ask: '停车补贴从哪来？', answer: '从日间商用租金来，还有剩余：', terms: [{ name: '日间商用实收', sign: '', amountFen: 45_240_00 }, { name: '停车补贴', sign: '−', amountFen: 35_280_00 }, { name: '留在公共收益', sign: '=', amountFen: 9_960_00 }] },
    { ask: '充电电费加价了吗？', answer: '没有，付给电网的还更多，线损由服务费承担：', terms: [{ name: '向用户收电费', sign: '', amountFen: 21_281_41 }, { name: '付电网电费', sign: '−', amountFen: 22_066_94 }, { name: '线损差额', sign: '=', amountFen: -785_53 }] },
  ],
  months: [{ month: '2026-07', incomeFen: 48_102_33, costFen: 11_240_70, netFen: 36_861_63 }, { month: '2026-08', incomeFen: 47_551_08, costFen: 10_866_12, netFen: 36_684_96 }, { month: '2026-09', incomeFen: 48_343_18, costFen: 10_595_30, netFen: 37_747_88 }],
  monthsFinding: '三个月里 9 月净收益最多，37,747.88 元', sourcesFinding: '净收益靠车位和日间商用，充电薄利',
  compare: [{ name: '2026 年第二季度', from: '2026-04', to: '2026-06', incomeFen: 138_220_41, costFen: 33_905_77, netFen: 104_314_64 }, { name: '2025 年第三季度', from: '2025-07', to: '2025-09', incomeFen: 121_008_12, costFen: 30_554_90, netFen: 90_453_22 }],
  compareFinding: '比上季度多 6,979.83 元，比上年同季多 20,841.25 元',
  notes: ['公共车位市场价 120 元/个·月，住户付 50 元；差额 70 元记作收入，同时列作“停车补贴”支出，余额不因此增减。住户自付尚欠 500.00 元，在催收。', '依据业主大会 2025-03 号决议（有效至 2027-10-17）。', '电费 谷 0.3784、平 0.9014、峰 1.2064 元/kWh，与电网价相同。', '每次最低收 0.50 元。', '惠民超市用房按决议免租，本季无收入。本表不列任何住户的姓名、电话、车牌与欠费；全部数字由账簿生成，可凭核验码查对。'],
  fees: null, openingFen: 186_420_37, incomeFen: 143_996_59, costFen: 32_702_12, netFen: 111_294_47, interestFen: 163_12, toMaintenanceFen: 40_000_00, subsidyFen: 35_280_00, otherFen: 1_860_00, closingFen: 220_737_96, bankFen: 220_737_96,
  checks: [{ name: '期初余额 + 净收益 + 利息 − 支出 = 期末余额', ok: true, detail: '220,737.96 = 220,737.96' }, { name: '期末余额 = 专户余额', ok: true, detail: '220,737.96 = 220,737.96' }], changes: [],
};

const FEE_ROWS: readonly (readonly [source: string, name: string, place: string, standard: string, billedFen: number, receivedFen: number])[] = [
  ['property-fee', '物业费', '855 户，97,412.60 m²', '1.50/m²·月', 1_753_426_80, 1_604_211_35], ['late-fee', '违约金', '按约定', '每日万分之三', 3_218_40, 3_218_40], ['vacancy', '空置优惠', '12 户，经批准', '七折', -8_904_22, -8_904_22],
];
const FEE_COSTS = ['人员费用', '共用部位、共用设施日常运行维护', '清洁卫生', '绿化养护', '秩序维护', '办公费用', '固定资产折旧', '公众责任保险', '经业主同意的其他费用'];

/** A year's sheet of fees. */
export const FEES_STATEMENT: StatementContent = {
  ...COMMON_STATEMENT, kind: 'fees', number: 'GS-FY-2025', title: '汇悦新天地物业费收支公示', subtitle: '2025 年（2025-01-01 至 2025-12-31）', from: '2025-01', to: '2025-12',
  summary: ['一年收了物业费等 **1,598,525.53** 元，花了 **1,482,050.00** 元，结余 **116,475.53** 元。'], lines: [],
  table: FEE_ROWS.map(([source, name, place, standard, billedFen, receivedFen]) => ({ source, name, detail: '', place, party: '业主', term: '', standard, notes: [], billedFen, receivedFen, taxFen: 0, energyFen: 0, directFen: 0, netFen: receivedFen, lines: [`income:${source}`] })),
  totals: { billedFen: 1_747_740_98, receivedFen: 1_598_525_53, taxFen: 0, energyFen: 0, directFen: 0, netFen: 1_598_525_53 }, steps: [{ key: 'opening', name: '期初余额', basis: '2025-01-01', amountFen: 402_118_90, lines: [] }, { key: 'net', name: '加 本期结余', basis: '收入合计 − 成本合计', amountFen: 116_475_73, lines: [] }, { key: 'closing', name: '期末余额', basis: '2025-12-31', amountFen: 518_594_63, lines: [] }], holdings: [{ key: '1002.01', name: '基本户余额', basis: '银行对账单 2025-12-31', amountFen: 517_000_00 }, { key: '1012.01', name: '微信在途', basis: '渠道还没有结算', amountFen: 1_594_63 }],
  costs: FEE_COSTS.map((what, index) => ({ category: '成本', what, amountFen: (index + 1) * 32_934_44, lines: [`cost:${String(index)}`] })), costTotalFen: 1_482_049_80,
  equations: [], months: Array.from({ length: 12 }, (_, index) => ({ month: `2025-${String(index + 1).padStart(2, '0')}`, incomeFen: 133_210_46 + index, costFen: 123_504_15, netFen: 9_706_31 + index })), monthsFinding: '12 月结余最多，9,706.42 元', sourcesFinding: '',
  compare: [{ name: '2024 年', from: '2024-01', to: '2024-12', incomeFen: 1_551_002_10, costFen: 1_466_120_00, netFen: 84_882_10 }], compareFinding: '比上年多 31,593.63 元', notes: ['人员费用按岗位和人数公布，不列姓名。'],
  openingFen: 402_118_90, incomeFen: 1_598_525_53, costFen: 1_482_049_80, netFen: 116_475_73, interestFen: 0, toMaintenanceFen: 0, subsidyFen: 0, otherFen: 0, closingFen: 518_594_63, bankFen: 517_000_00,
  fees: {
    posts: [{ post: '客服', headcount: 4, amountFen: 168_000_00 }, { post: '维修', headcount: 5, amountFen: 246_500_00 }, { post: '保洁', headcount: 9, amountFen: 302_400_00 }], profitFen: 116_475_73, capPermyriad: 600, capFen: 95_911_53, overCapFen: 20_564_20, arrearsFen: 214_330_76, arrearsHomes: 74,
    rates: [
      { name: '当期收缴率', definition: '收回本期账单 ÷（本期应收 − 作废）', numeratorFen: 1_532_118_20, denominatorFen: 1_747_740_98, permyriad: 8_766 }, { name: '清欠率', definition: '收回旧欠 ÷ 期初欠费', numeratorFen: 0, denominatorFen: 0, permyriad: null },
      { name: '综合收缴率', definition: '两项收回合计 ÷（期初欠费 + 本期应收）', numeratorFen: 1_598_525_53, denominatorFen: 1_812_856_29, permyriad: 8_817 },
    ],
  },
};
