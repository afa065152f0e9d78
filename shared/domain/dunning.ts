import { addDays } from './period.ts';

/** What a notice demands of one debtor of one home. */
export type NoticePlan = { homeId: number; label: string; debtor: string; former: boolean; payer: string; lines: { billId: number; openFen: number }[] };

type DunnedBill = { billId: number; homeId: number; label: string; openFen: number };
type Debtor = { homeId: number; names: string; former: boolean; billIds: readonly number[]; payer: string };

/**
 * Shares overdue bills out to who owes them: a former owner those that stayed with him, the present owners of the home
 * all others; one notice each, in the order of the bills. Every bill is in exactly one.
 */
export function planNotices(bills: readonly DunnedBill[], debtors: readonly Debtor[]): NoticePlan[] {
  const formerOf = new Map(debtors.filter(({ former }) => former).flatMap((debtor) => debtor.billIds.map((billId) => [billId, debtor] as const)));
  const presentOf = new Map(debtors.filter(({ former }) => !former).map((debtor) => [debtor.homeId, debtor]));
  const notices = new Map<string, NoticePlan>();
  for (const { billId, homeId, label, openFen } of bills) {
    const debtor = formerOf.get(billId) ?? presentOf.get(homeId);
    const key = `${String(homeId)} ${debtor?.former ? debtor.names : ''}`;
    const notice = notices.get(key) ?? { homeId, label, debtor: debtor?.names ?? '', former: debtor?.former ?? false, payer: debtor?.payer ?? '', lines: [] };
    notice.lines.push({ billId, openFen });
    notices.set(key, notice);
  }
  return [...notices.values()];
}

/** Days to pay in, unless one says otherwise. */
export const DEADLINE_DAYS = 15;

/** The last day to pay: the day of the notice and so many days. */
export const deadlineOf = (on: string, days: number): string => addDays(on, days);
