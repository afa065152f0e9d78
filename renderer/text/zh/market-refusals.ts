import { kgText } from '../../../shared/domain/market.ts';
import { addDays } from '../../../shared/domain/period.ts';
import { money } from '../formats.ts';
import type { RefusalWords } from '../refusal-words.ts';

const COLUMNS: Readonly<Record<string, string>> = { on: '日期', product: '品名', grams: '重量', price: '单价', amount: '金额', no: '小票号' };
const KINDS: Readonly<Record<string, string>> = { agreement: '协议', delivery: '进货', sale: '销售', waste: '损耗', inspection: '检查', complaint: '投诉' };

/** Sentences for refusals of the shop. */
export const marketRefusals: Pick<RefusalWords, 'MARKET_FORM_REUSED' | 'MARKET_AGREEMENT_OVERLAPS' | 'MARKET_AGREEMENT_DAYS' | 'NO_SUCH_AGREEMENT' | 'MARKET_SOLD_MORE' | 'MARKET_STOCK_NEEDED' | 'MARKET_AMOUNT' | 'MARKET_IN_FUTURE' | 'MARKET_REFERENCE_TWICE' | 'NO_SUCH_SUPPLIER' | 'MARKET_COLUMNS_MISSING' | 'NO_SUCH_MARKET_ROW' | 'MARKET_ROW_VOID' | 'MARKET_ANSWERED' | 'MARKET_ANSWER_BEFORE'> = {
  MARKET_AGREEMENT_OVERLAPS: ({ agreementId, shopkeeper, from, to }) => `协议 ${agreementId}（${shopkeeper}）的期限是 ${from} 至 ${addDays(to, -1)}，与这一份重叠；同一时间只能有一份协议。`,
  MARKET_AGREEMENT_DAYS: ({ from, to }) => `协议的止日 ${to} 要晚于起日 ${from}。`,
  NO_SUCH_AGREEMENT: ({ agreementId }) => `没有协议 ${agreementId}。`,
  MARKET_SOLD_MORE: ({ product, on, soldGrams, availableGrams }) => `${product} ${on} 要记卖出 ${kgText(soldGrams)} kg，到那时只有 ${kgText(availableGrams)} kg 可卖（已含允许的超出，减去损耗）。先记进货，或改重量。`,
  MARKET_STOCK_NEEDED: ({ product, on, shortGrams }) => `${product} 已经卖出，去掉以后到 ${on} 会差 ${kgText(shortGrams)} kg。先作废对应的销售。`,
  MARKET_AMOUNT: ({ line, product, amountFen, expectedFen }) => `第 ${line} 行 ${product} 的金额 ${money(amountFen)} 与重量 × 单价 ${money(expectedFen)} 差了一分以上。`,
  MARKET_IN_FUTURE: ({ on }) => `${on} 还没有到。`,
  MARKET_FORM_REUSED: () => '这张表已经登记过另一份内容；先在列表里看登记了什么，再重新填一张。',
  MARKET_REFERENCE_TWICE: ({ product, on }) => `${product} ${on} 写了两个不同的参考价。`,
  NO_SUCH_SUPPLIER: ({ supplierId }) => `没有菜农 ${supplierId}。`,
  MARKET_COLUMNS_MISSING: ({ missing }) => `文件里找不到这些列：${missing.map((column) => COLUMNS[column] ?? column).join('、')}。请指明是哪一列。`,
  NO_SUCH_MARKET_ROW: ({ kind, id }) => `没有${KINDS[kind] ?? kind} ${id}。`,
  MARKET_ROW_VOID: ({ kind, id }) => `${KINDS[kind] ?? kind} ${id} 已经作废。`,
  MARKET_ANSWERED: ({ complaintId }) => `投诉 ${complaintId} 已经答复。`,
  MARKET_ANSWER_BEFORE: ({ on, answeredOn }) => `答复日 ${answeredOn} 早于投诉日 ${on}。`,
};
