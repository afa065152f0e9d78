import type { PayingHome } from '../../../db/queries/payments.ts';
import { pricePropertyFee } from '../../../shared/domain/fee.ts';
import { addMonths } from '../../../shared/domain/period.ts';

/** What a whole month of the property fee costs a home today, in fen; 0 without a rate. */
export function monthlyFeeOf(home: PayingHome): number {
  return home.rateE4 === null ? 0 : pricePropertyFee(home.areaDm2, home.rateE4, { numerator: 1, denominator: 1 });
}

/** The month in which the last billed period ends (half-open), `YYYY-MM`; before any bill, the present month or that in which the books begin. */
export function firstUnbilledMonth(home: PayingHome, today: string): string {
  return home.billedTo ? home.billedTo.slice(0, 7) : (today > home.opensOn ? today : home.opensOn).slice(0, 7);
}

/** The first month that money paid ahead now would be for, `YYYY-MM`: after the whole months that the home holds already. */
export function nextPrepaidMonth(home: PayingHome, today: string): string {
  const monthlyFen = monthlyFeeOf(home);
  return addMonths(firstUnbilledMonth(home, today), monthlyFen === 0 ? 0 : Math.floor(home.prepaidFen / monthlyFen));
}
