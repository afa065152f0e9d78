import type { GivenHome } from './builders.ts';
import type { TestCaller } from './open-office.ts';

/** All that money stands on: accounts by fund, what each home owes by bill, what it holds. Two books with the same are the same. */
export async function balancesOf(office: TestCaller, homes: readonly GivenHome[]): Promise<{ accounts: string[]; open: string[]; held: string[] }> {
  const { accounts } = await office.get('ledger.trialBalance', {});
  const open: string[] = [];
  const held: string[] = [];
  for (const { homeId, label } of homes) {
    const { items, prepaidFen } = await office.get('payments.listOpenBills', { homeId });
    open.push(...items.map(({ itemName, from, amountFen, waivedFen, paidFen, openFen, lateFen }) => `${label} ${itemName} ${from}: ${[amountFen, waivedFen, paidFen, openFen, lateFen].join(' ')}`));
    held.push(`${label}: ${String(prepaidFen)}`);
  }
  return { accounts: accounts.filter(({ balanceFen }) => balanceFen !== 0).map(({ fund, account, balanceFen }) => `${fund} ${account} ${String(balanceFen)}`), open: open.sort(), held };
}

/** Switches late fees on: half a per mille a day, unless said otherwise. */
export async function givenLateFees(office: TestCaller, rule: { lateFeeRateE6?: number; lateFeeGraceDays?: number; lateFeeCapPermille?: number } = {}): Promise<void> {
  await office.get('estate.changeSettings', { lateFeeRateE6: 500, ...rule });
}

/** A promotion over all of 2026: twelve months ahead give thirty days. */
export async function givenPromotion(office: TestCaller, change: { months?: number; bonusDays?: number } = {}): Promise<void> {
  await office.get('fees.setPromotion', { name: '预缴一年送一月', from: '2026-01-01', to: '2027-01-01', months: 12, bonusDays: 30, ...change });
}
