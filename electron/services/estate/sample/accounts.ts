import { listOpenBills, listPrepaid } from '../../../../db/queries/bills.ts';
import type { Db } from '../../../../db/sql.ts';
import type { Fund } from '../../../../shared/contract/ledger.ts';
import { pricePropertyFee } from '../../../../shared/domain/fee.ts';
import type { RosterHome } from '../../../../shared/domain/roster.ts';
import type { ItemDraft } from '../../fees/draft-bills.ts';
import { cutFen } from '../../fees/write-bills.ts';
import { makeName } from './people.ts';
import { createRandom } from './random.ts';

export type OpenBill = { billId: number; homeId: number; /** Code of its fee item. */ item: string; fund: Fund; /** Less what a vacancy took off. */ amountFen: number; openFen: number };

/** What the sample remembers of a home from month to month: only what is open. */
export type HomeAccount = {
  homeId: number; home: RosterHome;
  /** Below 1000; the smaller, the sooner a home pays. */
  reluctance: number;
  /** '' unless the home is let. */
  tenant: string;
  /** The tenant pays instead of the owner, always. */
  tenantPays: boolean;
  /** Oldest first; without those that a former owner still owes. */
  open: OpenBill[];
  /** Of the fund `property`. */
  prepaidFen: number;
  /** The property fee rate last billed, 0.0001 yuan per m² and month, and a whole month's fee at it. */
  rateE4: number;
  monthFeeFen: number;
  /** Bills before this one are a former owner's. */
  ownFrom: number;
  /** A part of another home by now. */
  merged: boolean;
};

/** Accounts of new homes, numbered in their order, each with its opening arrears as the first bills. */
export function openAccounts(seed: number, homes: readonly RosterHome[]): HomeAccount[] {
  const random = createRandom(seed, 'habits');
  let billId = 0;
  return homes.map((home, index) => {
    const homeId = index + 1;
    const open = home.arrearsFen > 0 ? [{ billId: (billId += 1), homeId, item: 'opening', fund: 'property' as const, amountFen: home.arrearsFen, openFen: home.arrearsFen }] : [];
    const reluctance = random.below(850) + (home.status === 'vacant' ? 150 : home.status === 'let' ? 60 : 0);
    return { homeId, home, reluctance, tenant: home.status === 'let' ? makeName(random) : '', tenantPays: false, open, prepaidFen: 0, rateE4: 0, monthFeeFen: 0, ownFrom: 0, merged: false };
  });
}

/** Puts a month's bills, numbered from `firstBillId` item by item, on the accounts; returns the homes that were billed. */
export function addBills(accounts: readonly HomeAccount[], items: readonly ItemDraft[], firstBillId: number): HomeAccount[] {
  const billed = new Set<HomeAccount>();
  let billId = firstBillId;
  for (const { item, bills } of items) {
    for (const { homeId, amountFen, cuts, rateE4, areaDm2 } of bills) {
      const account = accountOf(accounts, homeId);
      const owedFen = amountFen - cutFen(cuts);
      const usedFen = item.fund === 'property' ? Math.min(owedFen, account.prepaidFen) : 0;
      account.prepaidFen -= usedFen;
      if (item.code === 'property' && rateE4 !== null) {
        account.rateE4 = rateE4;
        account.monthFeeFen = pricePropertyFee(areaDm2 ?? 0, rateE4, { numerator: 1, denominator: 1 });
      }
      if (usedFen < owedFen) account.open.push({ billId, homeId, item: item.code, fund: item.fund, amountFen: owedFen, openFen: owedFen - usedFen });
      billed.add(account);
      billId += 1;
    }
  }
  return [...billed];
}

/** Takes what a payment paid off the account's bills and adds what it paid ahead and was given for it. */
export function settle(account: HomeAccount, lines: readonly { billId: number; amountFen: number }[], prepaidFen: number): void {
  const paid = new Map(lines.map(({ billId, amountFen }) => [billId, amountFen]));
  for (const bill of account.open) bill.openFen -= paid.get(bill.billId) ?? 0;
  account.open = account.open.filter(({ openFen }) => openFen > 0);
  account.prepaidFen += prepaidFen;
}

/** Reads from the books what homes owe and hold, after services have changed it. */
export async function refreshAccounts(db: Db, accounts: readonly HomeAccount[]): Promise<void> {
  if (accounts.length === 0) return;
  const held = await listPrepaid(db, 'property', accounts.map(({ homeId }) => homeId));
  for (const account of accounts) {
    account.prepaidFen = held.get(account.homeId) ?? 0;
    const bills = await listOpenBills(db, account.homeId);
    account.open = bills.filter(({ billId }) => billId >= account.ownFrom).map(({ billId, homeId, item, fund, amountFen, waivedFen, openFen }) => ({ billId, homeId, item, fund, amountFen: amountFen - waivedFen, openFen })).sort((left, right) => left.billId - right.billId);
  }
}

function accountOf(accounts: readonly HomeAccount[], homeId: number): HomeAccount {
  const account = accounts[homeId - 1];
  if (account?.homeId !== homeId) throw new RangeError(`no home ${homeId}`);
  return account;
}
