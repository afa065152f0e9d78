import { debtorOf, type OwnerChange } from '../../shared/domain/debtor.ts';
import { jsonTable, row, rows, run, type Db } from '../sql.ts';

export type NewTransfer = OwnerChange & {
  homeId: number; sellers: string; buyers: string; prepayment: 'buyer' | 'refund'; openFen: number; prepaidFen: number; note: string; userId: number; userName: string; at: string;
};

/** Records a change of owner with the people on both sides; answers its number. */
export async function insertTransfer(db: Db, transfer: NewTransfer, people: { sellers: readonly number[]; buyers: readonly number[] }): Promise<number> {
  const { homeId, on, sellers, buyers, arrears, prepayment, openFen, prepaidFen, note, userId, userName, at } = transfer;
  const made = await row<{ transferId: number }>(db, `insert into home_transfer (home_id, on_date, from_names, to_names, arrears, prepayment, open_fen, prepaid_fen, note, user_id, user_name, at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning transfer_id as transferId`, [homeId, on, sellers, buyers, arrears, prepayment, openFen, prepaidFen, note, userId, userName, at]);
  const transferId = made?.transferId ?? 0;
  const sides = [...people.sellers.map((personId) => [transferId, 'seller', personId]), ...people.buyers.map((personId) => [transferId, 'buyer', personId])];
  await run(db, `insert into home_transfer_person (transfer_id, side, person_id) select * from ${jsonTable(['transfer_id', 'side', 'person_id'])}`, [JSON.stringify(sides)]);
  return transferId;
}

type TransferRow = OwnerChange & { transferId: number; homeId: number; sellers: string; phones: string };

/** The changes of owner that left arrears with the seller, in their order; index: home_transfer_home. */
function listKeptArrears(db: Db, homeIds: readonly number[] | undefined): Promise<TransferRow[]> {
  return rows(db, `select transfer_id as transferId, home_id as homeId, on_date as "on", arrears, from_names as sellers,
    coalesce((select group_concat(p.phone, '/') from home_transfer_person s join person p using (person_id) where s.transfer_id = t.transfer_id and s.side = 'seller' and p.phone <> ''), '') as phones
    from home_transfer t where arrears = 'seller' and from_names <> '' ${homeIds ? 'and home_id in (select value from json_each(?))' : ''} order by home_id, on_date, transfer_id`, homeIds ? [JSON.stringify(homeIds)] : []);
}

type OpenBill = { billId: number; homeId: number; from: string; to: string; openFen: number };

/** Open bills of homes; a late fee has the period of the bill that bore it. Indexes: bill_home, posting_bill. */
function listOpenBillsOf(db: Db, homeIds: readonly number[]): Promise<OpenBill[]> {
  return rows(db, `select * from (select b.bill_id as billId, b.home_id as homeId, coalesce(o.from_on, b.from_on) as "from", coalesce(o.to_on, b.to_on) as "to",
      coalesce((select sum(amount_fen) from posting where bill_id = b.bill_id and account = '1122'), 0) as openFen
    from bill b left join late_charge l using (bill_id) left join bill o on o.bill_id = l.of_bill_id where b.home_id in (select value from json_each(?))) where openFen > 0 order by homeId, "from", billId`, [JSON.stringify(homeIds)]);
}

export type FormerDebt = { homeId: number; transferId: number; names: string; /** Several, parted by a slash. */ phones: string; /** Owner until this day. */ until: string; openFen: number; billIds: number[] };

/** What former owners still owe, by home and change of owner, of the named homes or of all. */
export async function listFormerDebts(db: Db, homeIds?: readonly number[]): Promise<FormerDebt[]> {
  const transfers = new Map<number, TransferRow[]>();
  for (const transfer of await listKeptArrears(db, homeIds)) transfers.set(transfer.homeId, [...(transfers.get(transfer.homeId) ?? []), transfer]);
  if (transfers.size === 0) return [];
  const debts = new Map<number, FormerDebt>();
  for (const { homeId, billId, openFen, ...period } of await listOpenBillsOf(db, [...transfers.keys()])) {
    const kept = debtorOf(period, transfers.get(homeId) ?? []);
    if (!kept) continue;
    const debt = debts.get(kept.transferId) ?? { homeId, transferId: kept.transferId, names: kept.sellers, phones: kept.phones, until: kept.on, openFen: 0, billIds: [] };
    debts.set(kept.transferId, { ...debt, openFen: debt.openFen + openFen, billIds: [...debt.billIds, billId] });
  }
  return [...debts.values()];
}

export type Debtor = {
  homeId: number; label: string; sortKey: string; names: string; phones: string; /** Owner no more. */ former: boolean; openFen: number;
  /** Of a former owner; the present owners owe all other bills of the home. */ billIds: number[];
  /** The tenant who pays for the present owners; empty: nobody does. */ payer: string; payerPhones: string;
};

/**
 * Who owes on a day, in address order: the present owners of each home with open bills, and its former owners apart.
 * One pass over posting_home, or one look-up for each of the named homes.
 */
export async function listDebtors(db: Db, on: string, homeIds?: readonly number[]): Promise<Debtor[]> {
  const named = homeIds ? 'and home_id in (select value from json_each(?))' : '';
  const people = (role: string, what: string): string => `coalesce((select group_concat(${what}) from occupancy o join person p using (person_id) where o.home_id = h.home_id and ${role}), '')`;
  const owner = "o.role = 'owner' and o.to_on is null";
  const payer = "o.role = 'tenant' and o.pays = 1 and o.from_on <= ? and (o.to_on is null or o.to_on > ?)";
  const owing = await rows<Omit<Debtor, 'former' | 'billIds'>>(db, `with open as (select home_id, sum(amount_fen) as fen from posting where home_id is not null and account = '1122' ${named} group by home_id having sum(amount_fen) > 0)
    select h.home_id as homeId, h.label, h.sort_key as sortKey, open.fen as openFen, ${people(owner, "p.name, '、'")} as names, ${people(`${owner} and p.phone <> ''`, "p.phone, '/'")} as phones,
      ${people(payer, "p.name, '、'")} as payer, ${people(`${payer} and p.phone <> ''`, "p.phone, '/'")} as payerPhones
    from open join home h using (home_id) order by h.sort_key`, [...(homeIds ? [JSON.stringify(homeIds)] : []), on, on, on, on]);
  const former = new Map<number, FormerDebt[]>();
  for (const debt of await listFormerDebts(db, homeIds)) former.set(debt.homeId, [...(former.get(debt.homeId) ?? []), debt]);
  return owing.flatMap((home) => {
    const debts = former.get(home.homeId) ?? [];
    const openFen = debts.reduce((left, debt) => left - debt.openFen, home.openFen);
    const gone = debts.map((debt) => ({ ...home, names: debt.names, phones: debt.phones, former: true, openFen: debt.openFen, billIds: debt.billIds, payer: '', payerPhones: '' }));
    return openFen > 0 ? [{ ...home, former: false, openFen, billIds: [] }, ...gone] : gone;
  });
}
