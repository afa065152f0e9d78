import { listAgedBills, listLapsingBills, listOwingHomes, sumLapsed, sumOwingHomes, type AgedBill } from '../../../db/queries/arrears-homes.ts';
import { listDebtors, type Debtor } from '../../../db/queries/home-transfers.ts';
import { getHome } from '../../../db/queries/homes.ts';
import { isLarge } from '../../../db/queries/open-bills.ts';
import type { Db } from '../../../db/sql.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { ageBucket, lapsesOn, limitationOf } from '../../../shared/domain/arrears.ts';
import { maskPhone } from '../../../shared/domain/address.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { daysBetween } from '../../../shared/domain/period.ts';
import type { Handler } from '../../context.ts';

/** Who owes for each home: present owners and former ones who kept their arrears, in one line. */
export async function debtorsOf(db: Db, on: string, homeIds: readonly number[]): Promise<Map<number, { debtor: string; former: boolean; maskedPhone: string; payer: string }>> {
  const byHome = new Map<number, Debtor[]>();
  for (const debtor of homeIds.length > 0 ? await listDebtors(db, on, homeIds) : []) byHome.set(debtor.homeId, [...(byHome.get(debtor.homeId) ?? []), debtor]);
  return new Map([...byHome].map(([homeId, debtors]) => [homeId, {
    debtor: debtors.map(({ names }) => names).filter(Boolean).join('、'), former: debtors.every(({ former }) => former), maskedPhone: maskPhone(debtors[0]?.phones ?? ''), payer: debtors.find(({ payer }) => payer)?.payer ?? '',
  }]));
}

const NOBODY = { debtor: '', former: false, maskedPhone: '', payer: '' };

export const listArrears: Handler<'arrears.list'> = async ({ db, today }, { on = today, limit, after = '', ...filter }) => {
  const large = await isLarge(db);
  const found = await listOwingHomes(db, on, filter, { after, limit: limit + 1 }, large);
  const page = found.slice(0, limit);
  const debtors = await debtorsOf(db, today, page.map(({ homeId }) => homeId));
  const items = page.map(({ sortKey: _sortKey, beganOn, ...home }) => {
    const lapses = lapsesOn(beganOn, null);
    return { ...home, ...(debtors.get(home.homeId) ?? NOBODY), lapsesOn: lapses, limitation: limitationOf(lapses, on) };
  });
  return { items, ...(await sumOwingHomes(db, on, filter, large)), ...(found.length > limit ? { next: page.at(-1)?.sortKey } : {}) };
};

function describeBill(bill: AgedBill, on: string): Output<'arrears.bills'>['items'][number] {
  const lapses = lapsesOn(bill.dueOn, bill.lastServedOn);
  return { ...bill, overdueDays: daysBetween(bill.dueOn, on), bucket: ageBucket(bill.dueOn, on), lapsesOn: lapses, limitation: limitationOf(lapses, on), daysLeft: daysBetween(on, lapses) };
}

export const arrearsBills: Handler<'arrears.bills'> = async ({ db, today }, { homeId, on = today }) => {
  await getHome(db, homeId, today);
  const items = (await listAgedBills(db, on, { homeIds: [homeId] }, await isLarge(db))).map((bill) => describeBill(bill, on));
  return { items, totalFen: sumFen(items.map(({ openFen }) => openFen)) };
};

export const listLapsing: Handler<'arrears.lapsing'> = async ({ db, today }, { on = today, ...filter }) => {
  const large = await isLarge(db);
  const items = (await listLapsingBills(db, on, filter, large)).map((bill) => describeBill(bill, on));
  return { items, homes: new Set(items.map(({ homeId }) => homeId)).size, amountFen: sumFen(items.map(({ openFen }) => openFen)), lapsed: await sumLapsed(db, on, filter, large) };
};
