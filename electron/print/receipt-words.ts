import type { ReceiptFacts } from '../../shared/contract/payments.ts';
import { formatFen, sumFen } from '../../shared/domain/money.ts';

/** The words of the printed receipt. The paper is a Chinese document, whatever the language of the screen. */
export const words = {
  title: '收据',
  number: '号码',
  date: '日期',
  payer: '缴款人',
  home: '房号',
  area: '建筑面积',
  item: '费用项',
  fund: '归属',
  period: '账期',
  quantity: '数量 × 单价',
  billed: '应收',
  paidBefore: '前已收',
  waived: '减免',
  received: '本次实收',
  receivedYuan: '实收 元',
  total: '合计',
  inCapitals: '大写',
  inFigures: '小写',
  method: '收款方式',
  tendered: '实收',
  change: '找零',
  transactionNo: '交易号',
  cashier: '收费员',
  signature: '缴款人签字',
  invoiceNo: '换开发票号',
  note: '备注',
  seal: '收款专用章',
  sealPlace: '（盖章处）',
  firstPrint: '首印',
  reprint: '补打',
  oneHome: '1 户',
  pool: '公摊',
  byHomes: '按户公摊',
  bonus: '优惠',
  refunds: '部分退款',
  phone: '客服',
  prepaymentTip: '预收款在出账时自动抵扣，未到期部分可退。',
  invoiceTip: '本收据不是税务发票，可凭此换开。',
  fundTip: '归属：',
  nextPage: '未完，转下页',
  nothing: '—',
} as const;

export const methodWords: Record<ReceiptFacts['method'], string> = { cash: '现金', wechat: '微信', alipay: '支付宝', card: '刷卡', transfer: '转账' };

export const roleWords: Record<ReceiptFacts['payerRole'], string> = { owner: '（业主）', tenant: '（租客）', other: '（代缴）' };

const FUNDS = new Map([
  ['property', { name: '物业', meaning: '物业＝物业费' }],
  ['common', { name: '公共', meaning: '公共＝全体业主的公共收益' }],
  ['agency', { name: '代收', meaning: '代收＝代收代付，不收手续费' }],
  ['deposit', { name: '押金', meaning: '押金＝到期退还' }],
  ['maintenance', { name: '维修', meaning: '维修＝维修资金' }],
]);

/** The fund of a line in two characters, so that the paper says whose money it is. */
export const fundWord = (fund: string): string => FUNDS.get(fund)?.name ?? fund;

/** What the funds of these lines mean, each once, in the order of the books. */
export function fundMeanings(funds: readonly string[]): string {
  const used = [...FUNDS].filter(([fund]) => funds.includes(fund)).map(([, { meaning }]) => meaning);
  return used.length === 0 ? '' : `${words.fundTip}${used.join('；')}。`;
}

/**
 * Which copy of the paper this is. `printNo` counts from 1.
 * @example printWords(2, '2026-11-02') // '补打第 1 次　2026-11-02'
 */
export const printWords = (printNo: number, printedOn: string): string =>
  printNo <= 1 ? words.firstPrint : `${words.reprint}第 ${String(printNo - 1)} 次　${printedOn}`;

/** The page label of a receipt that needs more than one sheet. */
export const pageWords = (page: number, pages: number): string => `第 ${String(page)} 页，共 ${String(pages)} 页`;

type UndoKind = NonNullable<ReceiptFacts['reversal']>['kind'];
const UNDO_WORDS: Record<UndoKind, string> = { void: '作废', reversal: '红冲', refund: '退款' };

/** What the stamp's short reason leaves out is printed whole under this word. */
export const reasonLabel = (kind: UndoKind): string => `${UNDO_WORDS[kind]}原因`;

/** The stamp of a receipt of which nothing stands any more: its word, when and by whom, why; undefined while it stands. */
export function stampWords({ reversal, refunds, amountFen }: Pick<ReceiptFacts, 'reversal' | 'refunds' | 'amountFen'>): { word: string; line: string; reason: string } | undefined {
  if (reversal) return { word: UNDO_WORDS[reversal.kind], line: `${reversal.on}　${reversal.by}　${reversal.no}`, reason: reversal.reason };
  const last = refunds.at(-1);
  if (!last || sumFen(refunds.map((refund) => refund.amountFen)) < amountFen) return undefined;
  return { word: UNDO_WORDS.refund, line: `${last.on}　${last.no}`, reason: `分 ${String(refunds.length)} 次退完` };
}

/** What a home's share of a pool was weighed by. */
export const poolWords = (weight: string): string => (weight === '' ? words.byHomes : `${words.pool} ${weight}`);

/** More than one month at a price. */
export const timesMonths = (months: number): string => (months > 1 ? ` × ${String(months)} 个月` : '');

/** One receipt for several homes of an owner. */
export const homesWords = (label: string, homes: number): string => `${label} 等 ${String(homes)} 户`;

/** What a promotion added; it is no part of the amount. */
export const bonusWords = ({ name, days, amountFen }: NonNullable<ReceiptFacts['bonus']>): string => `${name}：赠 ${String(days)} 天，¥${formatFen(amountFen)} 已加入预收，不在本次实收内`;

/** What was given back of a receipt that still stands, and what is left. */
export function refundsWords({ refunds, amountFen }: Pick<ReceiptFacts, 'refunds' | 'amountFen'>): string {
  const parts = refunds.map((refund) => `${refund.on} ${refund.no} 退 ¥${formatFen(refund.amountFen)}（${refund.reason}）`);
  return `${parts.join('；')}；余 ¥${formatFen(amountFen - sumFen(refunds.map((refund) => refund.amountFen)))}`;
}

/** Several months paid ahead at one price. */
export const monthsWords = (months: number, monthly: string): string => `${String(months)} 个月 × ${monthly}`;

/** Debts from before the books began have no month of their own. */
export const beforeWords = (day: string): string => `${day} 之前`;

/** Inclusive ends of a period. */
export const spanWords = (first: string, last: string): string => (first === last ? first : `${first} 至 ${last}`);

/** On the narrow roll: what was billed, and what of it was paid or waived before. */
export function billedWords(billed: string, paidBefore: string | undefined, waived: string | undefined): string {
  const parts = [`${words.billed} ${billed}`];
  if (paidBefore) parts.push(`${words.paidBefore} ${paidBefore}`);
  if (waived) parts.push(`${words.waived} ${waived}`);
  return parts.join('，');
}

/** Whom to call. */
export const questionsWords = (phone: string): string => `有疑问请致电 ${phone}`;
