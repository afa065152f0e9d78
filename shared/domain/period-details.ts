import { formatFen } from './money.ts';

/** What is looked at before a month is closed, in the order in which one mends it. */
export const periodChecks = ['earlierMonths', 'daysClosed', 'channelsSettled', 'sessionsReviewed', 'meterBill', 'platformsSettled', 'costsApproved', 'bankProperty', 'bankCommon', 'crossTotals', 'booksVerified'] as const;
export type PeriodCheck = (typeof periodChecks)[number];

/** What each check is called. */
export const periodCheckNames: Readonly<Record<'zh' | 'en', Readonly<Record<PeriodCheck, string>>>> = {
  zh: { earlierMonths: '前面的月份', daysClosed: '日结', channelsSettled: '渠道对账', sessionsReviewed: '充电订单', meterBill: '电网电费单', platformsSettled: '充电平台结算', costsApproved: '收支审批', bankProperty: '基本户余额', bankCommon: '公共收益专户余额', crossTotals: '试算平衡', booksVerified: '账本核验' },
  en: { earlierMonths: 'Earlier months', daysClosed: 'Days closed', channelsSettled: 'Channels', sessionsReviewed: 'Charging lines', meterBill: 'Grid bills', platformsSettled: 'Charging platforms', costsApproved: 'Vouchers approved', bankProperty: 'Property account', bankCommon: 'Common-income account', crossTotals: 'Trial balance', booksVerified: 'Books verified' },
};
export type PeriodFacts = Record<string, string | number | null>;

type Bank = { account: string; ledgerFen: number; /** Null while none is entered. */ balanceFen: number | null; differenceFen: number | null; postings: number };
/** What each check tells of what it found. */
export type FactsOf = {
  /** The month that comes first. */ earlierMonths: { first: string | null };
  /** How many days, the first of them in words and as a day, who has a shift open. */ daysClosed: { days: number; first: string; from: string; shifts: string };
  channelsSettled: { exceptions: number; missing: number; unmatchedFen: number };
  sessionsReviewed: { lines: number };
  meterBill: { months: string; first: string };
  platformsSettled: { owedFen: number };
  /** Vouchers that wait for the manager, and the number of the first. */ costsApproved: { vouchers: number; first: string };
  bankProperty: Bank;
  bankCommon: Bank;
  /** Funds that are off, in words. */ crossTotals: { funds: string; receivableFen: number; prepaidFen: number };
  booksVerified: { problems: number; first: string };
};
type Words = { readonly [Name in PeriodCheck]: (facts: FactsOf[Name]) => string };

const yuan = (fen: number): string => formatFen(fen).replace('-', '−');
const said = (...parts: readonly (string | false)[]): string[] => parts.filter((part): part is string => part !== false);

const zhBank = ({ account, ledgerFen, balanceFen, differenceFen, postings }: Bank): string => {
  if (balanceFen === null || differenceFen === null) return postings === 0 ? `${account} 没有发生过账，不用录` : `账上 ${yuan(ledgerFen)}，还没录银行对账单余额`;
  return differenceFen === 0 ? `账上 ${yuan(ledgerFen)}，银行 ${yuan(balanceFen)}，一致` : `账上 ${yuan(ledgerFen)}，银行 ${yuan(balanceFen)}，差 ${yuan(differenceFen)}`;
};
const enBank = ({ account, ledgerFen, balanceFen, differenceFen, postings }: Bank): string => {
  if (balanceFen === null || differenceFen === null) return postings === 0 ? `nothing was ever posted on ${account}` : `books ${yuan(ledgerFen)}, the bank’s balance is not entered yet`;
  return differenceFen === 0 ? `books ${yuan(ledgerFen)}, bank ${yuan(balanceFen)}: equal` : `books ${yuan(ledgerFen)}, bank ${yuan(balanceFen)}: ${yuan(differenceFen)} apart`;
};

const zh: Words = {
  earlierMonths: ({ first }) => (first === null ? '前面的月份都已月结' : `${first} 还没有月结，要先结它`),
  daysClosed: ({ days, first, shifts }) => said(days !== 0 && `${days} 天没有日结：${first}`, shifts !== '' && `没交班：${shifts}`).join('；') || '有收付的日子都已日结',
  channelsSettled: ({ exceptions, missing, unmatchedFen }) => said(exceptions !== 0 && `${exceptions} 条对账异常没处理`, missing !== 0 && `${missing} 笔账上有、渠道文件没有`, unmatchedFen !== 0 && `月末在途 ${yuan(unmatchedFen)} 没有对上渠道文件`).join('；') || '渠道文件与账一致，在途的都已对上',
  sessionsReviewed: ({ lines }) => (lines === 0 ? '没有待处理的充电订单' : `${lines} 条充电订单等着处理`),
  meterBill: ({ months }) => (months === '' ? '有充电的月份都录了电网电费单' : `缺电网电费单：${months}`),
  platformsSettled: ({ owedFen }) => (owedFen === 0 ? '平台都已结清' : `充电平台还欠 ${yuan(owedFen)}（仅提示，不影响月结）`),
  costsApproved: ({ vouchers, first }) => (vouchers === 0 ? '收支凭证都已审批' : `${vouchers} 张收支凭证等经理审批，第一张：${first}`),
  bankProperty: zhBank, bankCommon: zhBank,
  crossTotals: ({ funds, receivableFen, prepaidFen }) => said(funds !== '' && `试算不平：${funds}`, receivableFen !== 0 && `应收账款有 ${yuan(receivableFen)} 不在任何账单上`, prepaidFen !== 0 && `预收账款有 ${yuan(prepaidFen)} 不在任何房号上`).join('；') || '各资金试算平衡，应收、预收与明细一致',
  booksVerified: ({ problems, first }) => (problems === 0 ? '账本核验没有发现问题' : `账本核验有 ${problems} 个问题，第一个：${first}`),
};

const en: Words = {
  earlierMonths: ({ first }) => (first === null ? 'all months before are closed' : `${first} is not closed yet and comes first`),
  daysClosed: ({ days, first, shifts }) => said(days !== 0 && `${days} days are not closed: ${first}`, shifts !== '' && `open shifts: ${shifts}`).join('; ') || 'every day on which money moved is closed',
  channelsSettled: ({ exceptions, missing, unmatchedFen }) => said(exceptions !== 0 && `${exceptions} exceptions are undecided`, missing !== 0 && `${missing} entries are in no channel file`, unmatchedFen !== 0 && `${yuan(unmatchedFen)} in transit at the month’s end matches no channel file`).join('; ') || 'channel files agree with the books, all in transit is matched',
  sessionsReviewed: ({ lines }) => (lines === 0 ? 'no charging line waits' : `${lines} charging lines wait for a decision`),
  meterBill: ({ months }) => (months === '' ? 'every month with charging has its grid bill' : `grid bills are missing: ${months}`),
  platformsSettled: ({ owedFen }) => (owedFen === 0 ? 'platforms owe nothing' : `charging platforms still owe ${yuan(owedFen)} (for information only)`),
  costsApproved: ({ vouchers, first }) => (vouchers === 0 ? 'every voucher is decided' : `${vouchers} vouchers wait for the manager, the first: ${first}`),
  bankProperty: enBank, bankCommon: enBank,
  crossTotals: ({ funds, receivableFen, prepaidFen }) => said(funds !== '' && `the trial balance is off: ${funds}`, receivableFen !== 0 && `${yuan(receivableFen)} receivable is on no bill`, prepaidFen !== 0 && `${yuan(prepaidFen)} of prepayments is no home’s`).join('; ') || 'every fund balances; receivables and prepayments agree with their details',
  booksVerified: ({ problems, first }) => (problems === 0 ? 'verifying the books found nothing' : `verifying the books found ${problems} problems, the first: ${first}`),
};

/** What a check found, in words. */
export function periodDetail(language: 'zh' | 'en', name: PeriodCheck, facts: PeriodFacts): string {
  // The pair (name, facts) was made by the check of that name; the union cannot see it.
  return ((language === 'zh' ? zh : en)[name] as (facts: PeriodFacts) => string)(facts);
}
