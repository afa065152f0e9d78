import type { TariffVariant } from '../../shared/domain/charging-tariff.ts';
import { row, rows, run, type Db } from '../sql.ts';
import type { By } from './charging-meters.ts';

/** Where the common fund bears what the grid charges for chargers. */
export const GRID_COST = '2241.03.19';

/** A version's energy and cost: of its line of the whole month, else of its periods together. */
const WHOLE = (column: string) => `coalesce(max(case period when '' then ${column} end), sum(${column}))`;
const LAST_BILLS = `with last as (select month, max(version) as version from charging_grid_bill group by month),
  whole as (select b.month, b.version, ${WHOLE('b.energy')} as energy, ${WHOLE('b.cost_fen')} as fen from charging_grid_bill b join last using (month, version) group by b.month, b.version)`;

export type BillOfMonth = { month: string; version: number; energy: number; costFen: number; /** Null where it cost nothing, or was entered before bills were booked. */ entryId: number | null; booked: number };

/** The bills in force of months, both included; primary keys. */
export function listBillsOfMonths(db: Db, from: string, to: string): Promise<BillOfMonth[]> {
  return rows(db, `${LAST_BILLS} select w.month, w.version, w.energy, w.fen as costFen, e.entry_id as entryId, e.month is not null as booked from whole w left join charging_grid_entry e using (month, version) where w.month between ? and ? order by w.month`, [from, to]);
}

export async function insertGridEntry(db: Db, month: string, version: number, entryId: number | null): Promise<void> {
  await run(db, 'insert into charging_grid_entry (month, version, entry_id) values (?, ?, ?)', [month, version, entryId]);
}

/** The entry that stands for a month's bill, and its day; none where it came to nothing. */
export function findGridEntry(db: Db, month: string): Promise<{ entryId: number; on: string } | undefined> {
  return row(db, `select g.entry_id as entryId, e.on_date as "on" from charging_grid_entry g join entry e using (entry_id) where g.month = ? and not exists (select 1 from entry r where r.reverses = g.entry_id)`, [month]);
}

type Problem = { kind: 'CHARGING'; subject: string; detail: string };
const SHOWN = 100;

/** Of each version of a bill: what stands of it on the account of the cost is its own where it is the last, else nothing; and nothing else stands there. */
export async function wrongGrid(db: Db): Promise<Problem[]> {
  return rows<Problem>(db, `${LAST_BILLS}, entries as (select month, version, entry_id from charging_grid_entry union all select g.month, g.version, r.entry_id from charging_grid_entry g join entry r on r.reverses = g.entry_id),
      standing as (select e.month, e.version, coalesce(sum(p.amount_fen), 0) as fen from entries e left join posting p on p.entry_id = e.entry_id and p.account = '${GRID_COST}' group by e.month, e.version),
      booked as (select month from charging_grid_entry group by month),
      wanted as (select month, version, fen from whole where month in (select month from booked))
    select 'CHARGING' as kind, 'grid ' || coalesce(s.month, w.month) as subject, coalesce(s.fen, 0) || ' ≠ ' || coalesce(w.fen, 0) as detail from standing s full join wanted w on w.month = s.month and w.version = s.version where coalesce(s.fen, 0) <> coalesce(w.fen, 0)
    union all select 'CHARGING', 'entry ' || p.entry_id, p.amount_fen || ' ≠ 0' from posting p where p.account = '${GRID_COST}' and p.entry_id not in (select entry_id from entries where entry_id is not null) limit ${SHOWN}`);
}

export type GridPriceRow = { version: number; from: string; variants: TariffVariant[]; by: string; at: string };

/** Versions of the grid's prices, the latest first. */
export async function listGridPrices(db: Db): Promise<GridPriceRow[]> {
  const found = await rows<Omit<GridPriceRow, 'variants'> & { variants: string }>(db, `select version, from_on as "from", variants, user_name as by, at from charging_grid_price order by version desc`);
  return found.map((one) => ({ ...one, variants: JSON.parse(one.variants) as TariffVariant[] }));
}

export async function insertGridPrices(db: Db, { version, from, variants }: Omit<GridPriceRow, 'by' | 'at'>, by: By): Promise<void> {
  await run(db, 'insert into charging_grid_price (version, from_on, variants, user_id, user_name, at) values (?, ?, ?, ?, ?, ?)', [version, from, JSON.stringify(variants), by.userId, by.userName, by.at]);
}

/** What an account of a fund (the common one, unless another is given) spent, by month; index: posting_account. */
export async function listSpentByMonth(db: Db, account: string, from: string, to: string, fund: 'common' | 'property' = 'common'): Promise<Map<string, number>> {
  const found = await rows<{ month: string; fen: number }>(db, `select substr(on_date, 1, 7) as month, sum(amount_fen) as fen from posting where account = ? and fund = ? and on_date between ? and ? group by 1`, [account, fund, from, to]);
  return new Map(found.map(({ month, fen }) => [month, fen]));
}
