import type { Posting } from '../../../db/ledger.ts';
import type { Fund } from '../../../shared/contract/ledger.ts';
import type { PaymentMethod } from '../../../shared/contract/payments.ts';
import { fen } from '../../../shared/domain/money.ts';

/** Where money of each method arrives and leaves. Channels hold it in transit until they settle (domain.md 3). */
export const MONEY_ACCOUNT: Record<PaymentMethod, string> = { cash: '1001', wechat: '1012.01', alipay: '1012.02', card: '1002.01', transfer: '1002.01' };
/** What promotions give away. */
export const BONUS_ACCOUNT = '5001.93';

export type LineForBooks = { billId: number; homeId: number; fund: Fund; amountFen: number };
type PaymentForBooks = { homeId: number; method: PaymentMethod; prepaidFen: number; bonusFen?: number; lines: readonly LineForBooks[] };

/** A payment's postings: money by fund on the left, the bills it pays and the prepayment on the right; then a promotion's bonus. */
export function paymentPostings({ homeId, method, prepaidFen, bonusFen = 0, lines }: PaymentForBooks): Posting[] {
  const paid: Posting[] = lines.map(({ billId, homeId: of, fund, amountFen }) => ({ account: '1122', fund, homeId: of, billId, amountFen: -amountFen }));
  const ahead: Posting[] = prepaidFen > 0 ? [{ account: '2203', fund: 'property', homeId, amountFen: -prepaidFen }] : [];
  const bonus: Posting[] = bonusFen > 0 ? [{ account: BONUS_ACCOUNT, fund: 'property', amountFen: bonusFen }, { account: '2203', fund: 'property', homeId, amountFen: -bonusFen }] : [];
  return [...moneyFor([...paid, ...ahead], method), ...paid, ...ahead, ...bonus];
}

/**
 * A refund's postings: the bills it opens again and what leaves the prepayment on the left, money by fund on the right,
 * then the bonus that lapses.
 */
export function refundPostings({ method, lines, held, lapsed }: { method: PaymentMethod; lines: readonly LineForBooks[]; held: readonly { homeId: number; fund: Fund; amountFen: number }[]; lapsed?: { homeId: number; amountFen: number } }): Posting[] {
  const opened: Posting[] = lines.map(({ billId, homeId, fund, amountFen }) => ({ account: '1122', fund, homeId, billId, amountFen }));
  const given: Posting[] = held.filter(({ amountFen }) => amountFen > 0).map(({ homeId, fund, amountFen }) => ({ account: '2203', fund, homeId, amountFen }));
  const bonus: Posting[] = lapsed && lapsed.amountFen > 0
    ? [{ account: '2203', fund: 'property', homeId: lapsed.homeId, amountFen: lapsed.amountFen }, { account: BONUS_ACCOUNT, fund: 'property', amountFen: -lapsed.amountFen }] : [];
  return [...opened, ...given, ...moneyFor([...opened, ...given], method), ...bonus];
}

/** The other side of postings on the account of a method: one line for each fund. */
export function moneyFor(postings: readonly Posting[], method: PaymentMethod): Posting[] {
  const sums = new Map<Fund, number>();
  for (const { fund, amountFen } of postings) sums.set(fund, (sums.get(fund) ?? 0) + amountFen);
  return [...sums].map(([fund, amountFen]) => ({ account: MONEY_ACCOUNT[method], fund, amountFen: fen(-amountFen) }));
}
