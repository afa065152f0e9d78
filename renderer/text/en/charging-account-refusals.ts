import { formatFen } from '../../../shared/domain/money.ts';
import type { RefusalWords } from '../refusal-words.ts';

const yuan = (fen: number) => `¥${formatFen(fen)}`;
const TERMS = { CARD_DAYS: 'a monthly card needs its number of days', QUOTA_FREE: 'a free quota costs nothing', QUOTA_ENERGY: 'a free quota needs its energy of a month', QUOTA_DAYS: 'a free quota is given by months, not days', QUOTA_SPAN: 'its last day is before its first' } as const;

type AccountCode = Extract<keyof RefusalWords, 'CARD_TAKEN' | 'NO_SUCH_CHARGING_ACCOUNT' | 'NO_SUCH_TOPUP' | 'PAYBACK_ABOVE_BALANCE' | 'BALANCE_TOO_LOW' | `PRODUCT_${string}` | 'NO_SUCH_PRODUCT' | 'QUOTA_HELD' | 'PLATFORM_IN_USE' | 'SESSION_BILLED'>;

/** What is refused of prepaid accounts and cards. */
export const chargingAccountRefusals: Pick<RefusalWords, AccountCode> = {
  CARD_TAKEN: ({ cardNo, holder }) => `Card ${cardNo} is ${holder}’s; a card that was replaced cannot be used again either.`,
  NO_SUCH_CHARGING_ACCOUNT: () => 'There is no such charging account.',
  NO_SUCH_TOPUP: ({ no }) => `There is no top-up or slip ${no}.`,
  PAYBACK_ABOVE_BALANCE: ({ balanceFen }) => (balanceFen > 0 ? `The balance is ${yuan(balanceFen)}; no more can be paid back.` : 'There is no balance to pay back.'),
  BALANCE_TOO_LOW: ({ balanceFen, priceFen }) => `The balance of ${yuan(balanceFen)} does not pay a card of ${yuan(priceFen)}: top up first.`,
  PRODUCT_TAKEN: ({ product }) => `There is a “${product}” already; choose another name.`,
  PRODUCT_TERMS: ({ product, why }) => `“${product}”: ${TERMS[why]}.`,
  NO_SUCH_PRODUCT: ({ product }) => `There is no “${product}”.`,
  QUOTA_HELD: () => 'This account has a free quota already: end it with its last day first.',
  SESSION_BILLED: () => 'This session is billed already: reduce or cancel its bill first.',
  PLATFORM_IN_USE: ({ platform }) => `“${platform}” has sessions in the books: who collects its money cannot change any more.`,
};
