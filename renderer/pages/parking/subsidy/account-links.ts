import { lastDay } from '../../../../shared/domain/period.ts';
import { linkTo } from '../../../route.ts';

/** The accounts of parking in the common income, as the ledger names them. */
export const PARKING_ACCOUNTS = { '2241.03.01': 'resident', '2241.03.02': 'daytime', '2241.03.03': 'other', '2241.03.09': 'subsidy' } as const;
export type ParkingAccount = keyof typeof PARKING_ACCOUNTS;

/** The account's postings of a month. */
export function linkToAccount(account: ParkingAccount, month: string): string {
  return linkTo('ledger', { book: 'account', account, fund: 'common', from: `${month}-01`, to: lastDay(month) });
}

/** Whether a code is one of them. */
export function isParkingAccount(account: string): account is ParkingAccount {
  return Object.hasOwn(PARKING_ACCOUNTS, account);
}

/** Thousandths as people write them: 57000 is `57`, 57350 is `57.35`. */
export function months(permille: number): string {
  const [sign, size] = [permille < 0 ? '−' : '', Math.abs(permille)];
  const decimals = String(size % 1000).padStart(3, '0').replace(/0+$/, '');
  return `${sign}${String((size - (size % 1000)) / 1000)}${decimals === '' ? '' : `.${decimals}`}`;
}
