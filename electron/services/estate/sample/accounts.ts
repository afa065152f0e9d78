import { pricePropertyFee } from '../../../../shared/domain/fee.ts';
import type { RosterHome } from '../../../../shared/domain/roster.ts';
import type { DraftBill } from '../../fees/draft-bills.ts';
import { prepaymentsFor } from '../../fees/write-bills.ts';
import { makeName } from './people.ts';
import { createRandom } from './random.ts';

export type OpenBill = { billId: number; homeId: number; amountFen: number; openFen: number };

/** What the sample remembers of a home from month to month: only what is open. */
export type HomeAccount = {
  homeId: number; home: RosterHome;
  /** Below 1000; the smaller, the sooner a home pays. */
  reluctance: number;
  /** '' unless the home is let. */
  tenant: string;
  /** Oldest first. */
  open: OpenBill[];
  prepaidFen: number;
  /** The rate last billed, 0.0001 yuan per m² and month, and a whole month's fee at it. */
  rateE4: number;
  monthFeeFen: number;
};

/** Accounts of new homes, numbered in their order, each with its opening arrears as the first bills. */
export function openAccounts(seed: number, homes: readonly RosterHome[]): HomeAccount[] {
  const random = createRandom(seed, 'habits');
  let billId = 0;
  return homes.map((home, index) => {
    const homeId = index + 1;
    const open = home.arrearsFen > 0 ? [{ billId: (billId += 1), homeId, amountFen: home.arrearsFen, openFen: home.arrearsFen }] : [];
    const reluctance = random.below(850) + (home.status === 'vacant' ? 150 : home.status === 'let' ? 60 : 0);
    return { homeId, home, reluctance, tenant: home.status === 'let' ? makeName(random) : '', open, prepaidFen: 0, rateE4: 0, monthFeeFen: 0 };
  });
}

/** Puts a month's bills, numbered from `firstBillId`, on the accounts; returns the homes that were billed. */
export function addBills(accounts: readonly HomeAccount[], drafts: readonly DraftBill[], firstBillId: number): HomeAccount[] {
  const held = new Map(accounts.filter(({ prepaidFen }) => prepaidFen > 0).map(({ homeId, prepaidFen }) => [homeId, prepaidFen]));
  const bills = drafts.map(({ homeId, amountFen, rateE4 }, index) => ({ billId: firstBillId + index, homeId, amountFen, owedFen: amountFen, rateE4: rateE4 ?? 0 }));
  const used = new Map(prepaymentsFor(bills, held).map(({ bill, usedFen }) => [bill.billId, usedFen]));
  return bills.map(({ billId, homeId, amountFen, rateE4 }) => {
    const account = accountOf(accounts, homeId);
    const usedFen = used.get(billId) ?? 0;
    account.prepaidFen -= usedFen;
    account.rateE4 = rateE4;
    account.monthFeeFen = pricePropertyFee(account.home.areaDm2, rateE4, { numerator: 1, denominator: 1 });
    if (usedFen < amountFen) account.open.push({ billId, homeId, amountFen, openFen: amountFen - usedFen });
    return account;
  });
}

/** Takes what a payment paid off the account's bills and adds what it paid ahead. */
export function settle(account: HomeAccount, lines: readonly { billId: number; amountFen: number }[], prepaidFen: number): void {
  const paid = new Map(lines.map(({ billId, amountFen }) => [billId, amountFen]));
  for (const bill of account.open) bill.openFen -= paid.get(bill.billId) ?? 0;
  account.open = account.open.filter(({ openFen }) => openFen > 0);
  account.prepaidFen += prepaidFen;
}

function accountOf(accounts: readonly HomeAccount[], homeId: number): HomeAccount {
  const account = accounts[homeId - 1];
  if (account?.homeId !== homeId) throw new RangeError(`no home ${homeId}`);
  return account;
}
