import { kgText } from '../../../shared/domain/market.ts';
import { addDays } from '../../../shared/domain/period.ts';
import { money } from '../formats.ts';
import type { RefusalWords } from '../refusal-words.ts';

const COLUMNS: Readonly<Record<string, string>> = { on: 'day', product: 'product', grams: 'weight', price: 'price', amount: 'amount', no: 'ticket number' };

/** Sentences for refusals of the shop. */
export const marketRefusals: Pick<RefusalWords, 'MARKET_FORM_REUSED' | 'MARKET_AGREEMENT_OVERLAPS' | 'MARKET_AGREEMENT_DAYS' | 'NO_SUCH_AGREEMENT' | 'MARKET_SOLD_MORE' | 'MARKET_STOCK_NEEDED' | 'MARKET_AMOUNT' | 'MARKET_IN_FUTURE' | 'MARKET_REFERENCE_TWICE' | 'NO_SUCH_SUPPLIER' | 'MARKET_COLUMNS_MISSING' | 'NO_SUCH_MARKET_ROW' | 'MARKET_ROW_VOID' | 'MARKET_ANSWERED' | 'MARKET_ANSWER_BEFORE'> = {
  MARKET_AGREEMENT_OVERLAPS: ({ agreementId, shopkeeper, from, to }) => `Agreement ${agreementId} (${shopkeeper}) runs from ${from} to ${addDays(to, -1)} and overlaps this one; there is one agreement at a time.`,
  MARKET_AGREEMENT_DAYS: ({ from, to }) => `An agreement that begins on ${from} cannot end on ${to}.`,
  NO_SUCH_AGREEMENT: ({ agreementId }) => `There is no agreement ${agreementId}.`,
  MARKET_SOLD_MORE: ({ product, on, soldGrams, availableGrams }) => `${product}, ${on}: ${kgText(soldGrams)} kg would be sold, but there were only ${kgText(availableGrams)} kg to sell (allowance included, waste taken off). Enter the delivery first, or correct the weight.`,
  MARKET_STOCK_NEEDED: ({ product, on, shortGrams }) => `${product} was sold already: without this, ${kgText(shortGrams)} kg would be missing on ${on}. Void the sales first.`,
  MARKET_AMOUNT: ({ line, product, amountFen, expectedFen }) => `Line ${line}, ${product}: the amount ${money(amountFen)} is more than a fen off weight × price ${money(expectedFen)}.`,
  MARKET_IN_FUTURE: ({ on }) => `${on} has not come yet.`,
  MARKET_FORM_REUSED: () => 'This form was entered with other contents already; look at what was entered, then begin a new one.',
  MARKET_REFERENCE_TWICE: ({ product, on }) => `${product} has two different reference prices on ${on}.`,
  NO_SUCH_SUPPLIER: ({ supplierId }) => `There is no grower ${supplierId}.`,
  MARKET_COLUMNS_MISSING: ({ missing }) => `The file has no column for: ${missing.map((column) => COLUMNS[column] ?? column).join(', ')}. Say which column it is.`,
  NO_SUCH_MARKET_ROW: ({ kind, id }) => `There is no ${kind} ${id}.`,
  MARKET_ROW_VOID: ({ kind, id }) => `The ${kind} ${id} is void already.`,
  MARKET_ANSWERED: ({ complaintId }) => `Complaint ${complaintId} was answered already.`,
  MARKET_ANSWER_BEFORE: ({ on, answeredOn }) => `The answer of ${answeredOn} is before the complaint of ${on}.`,
};
