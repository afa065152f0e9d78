import { formatFen } from '../../../shared/domain/money.ts';
import type { RefusalWords } from '../refusal-words.ts';

const yuan = (fen: number) => `¥${formatFen(fen)}`;
const TERMS = { CARD_DAYS: '月卡要写能用几天', QUOTA_FREE: '免费额度不收钱', QUOTA_ENERGY: '免费额度要写每月多少度', QUOTA_DAYS: '免费额度按月给，不写天数', QUOTA_SPAN: '最后一天早于开始的一天' } as const;

type AccountCode = Extract<keyof RefusalWords, 'CARD_TAKEN' | 'NO_SUCH_CHARGING_ACCOUNT' | 'NO_SUCH_TOPUP' | 'PAYBACK_ABOVE_BALANCE' | 'BALANCE_TOO_LOW' | `PRODUCT_${string}` | 'NO_SUCH_PRODUCT' | 'QUOTA_HELD' | 'PLATFORM_IN_USE' | 'SESSION_BILLED'>;

/** What is refused of prepaid accounts and cards. */
export const chargingAccountRefusals: Pick<RefusalWords, AccountCode> = {
  CARD_TAKEN: ({ cardNo, holder }) => `卡号 ${cardNo} 已经是${holder}的了，换过的旧卡号也不能再用。`,
  NO_SUCH_CHARGING_ACCOUNT: () => '没有这个充电账户。',
  NO_SUCH_TOPUP: ({ no }) => `没有预存或退款单 ${no}。`,
  PAYBACK_ABOVE_BALANCE: ({ balanceFen }) => (balanceFen > 0 ? `余额只有 ${yuan(balanceFen)}，不能多退。` : '没有余额可退。'),
  BALANCE_TOO_LOW: ({ balanceFen, priceFen }) => `余额 ${yuan(balanceFen)}，不够买 ${yuan(priceFen)} 的月卡，请先预存。`,
  PRODUCT_TAKEN: ({ product }) => `已经有“${product}”了，换一个名字。`,
  PRODUCT_TERMS: ({ product, why }) => `“${product}”：${TERMS[why]}。`,
  NO_SUCH_PRODUCT: ({ product }) => `没有“${product}”。`,
  QUOTA_HELD: () => '这个账户已经有免费额度，先写明最后一天把它停掉。',
  SESSION_BILLED: () => '这一单已经出了账单，请对账单办减免或作废后再改。',
  PLATFORM_IN_USE: ({ platform }) => `“${platform}”已经有订单入账，不能再改由谁收钱。`,
};
