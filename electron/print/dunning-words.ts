import { formatFen } from '../../shared/domain/money.ts';

/** The words of the printed notice. The paper is a Chinese document, whatever the language of the screen. */
export const words = {
  title: '催缴通知', item: '费用项', fund: '归属', period: '账期', basis: '计费依据', billed: '应收', paid: '已收', open: '尚欠', due: '应缴日', overdue: '逾期', total: '合计',
  inCapitals: '大写', inFigures: '小写', clause: '依据', howToPay: '怎样缴纳', contact: '联系我们', nextPage: '未完，转下页', nothing: '—', dayUnit: '天',
  slip: '送达回执（物业留存）', way: '送达方式', ways: ['当面', '家门', '挂号信', '微信', '电话'], servedOn: '送达日期', servedBy: '送达人', signedBy: '签收人', seal: '物业盖章', phone: '客服',
  private: '本通知只送本户，不对外张贴。',
  promise: '我们不会以停水、停电、限制出入等方式催缴（民法典第九百四十四条）。',
} as const;

/** What a notice cites unless the office writes its own. */
export const DEFAULT_CLAUSE = '按《物业服务合同》约定；《中华人民共和国民法典》第九百四十四条：业主应当按照约定向物业服务人支付物业费；业主违反约定逾期不支付物业费的，物业服务人可以催告其在合理期限内支付；合理期限届满仍不支付的，物业服务人可以提起诉讼或者申请仲裁。';

/** Where and how to pay unless the office writes its own. */
export const defaultHowToPay = (office: string): string => `到${office}收费台缴纳，可用现金、微信、支付宝、银行卡或转账；转账请注明房号。收款后当场开收据。`;

/** Whom the notice is for; a home without a known owner has its number. */
export const addressWords = (label: string, debtor: string, former: boolean): string => `${debtor || label}${former ? '（原业主）' : '（业主）'}：`;

export const payerWords = (payer: string): string => `抄送租客 ${payer}（约定由租客缴纳）`;

/** What is owed and until when to pay. */
export const demandWords = (facts: { on: string; label: string; bills: number; amountFen: number; days: number; deadlineOn: string }): { before: string; amount: string; between: string; deadline: string; after: string } => ({
  before: `截至 ${facts.on}，${facts.label} 有 ${String(facts.bills)} 笔费用到期未缴，共 `, amount: `${formatFen(facts.amountFen)} 元`, between: `，最早一笔已逾期 ${String(facts.days)} 天。请在 `, deadline: facts.deadlineOn, after: ' 当天或之前缴清。',
});

export const contactWords = (office: string, phone: string): string => `对金额有疑问，请${phone ? `致电 ${phone}，或` : ''}到${office}核对账目。已经缴清的，请告知我们，并忽略本通知。`;

/** The page label of a notice that needs more than one sheet. */
export const pageWords = (page: number, pages: number): string => `第 ${String(page)} 页，共 ${String(pages)} 页`;

/** How a book of notices is called. */
export const bookTitle = (estate: string, on: string): string => `${estate} 催缴通知 ${on}`;

/** A notice's bookmark: home, debtor, number. */
export const bookmarkWords = (label: string, debtor: string, noticeNo: string): string => [label, debtor, noticeNo].filter(Boolean).join('　');
