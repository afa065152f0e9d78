import { rows } from '../../db/sql.ts';
import { addDays } from '../../shared/domain/period.ts';
import { rosterFile } from './builders.ts';
import * as books from './office-model.ts';
import type { Fund, Model, ModelBill, ModelHome } from './office-model.ts';
import { openOffice, type TestOffice } from './open-office.ts';

/** An office and its model, which live the same history. */
export type World = { office: TestOffice; model: Model };

const HOMES = [{ areaDm2: 10_000, owner: '王秀兰', phone: '13800000001' }, { areaDm2: 8_333, owner: '王秀兰', phone: '13800000001' }, { areaDm2: 12_345, owner: '李强', phone: '13800000002' }, { areaDm2: 777, owner: '赵敏', phone: '13800000003', arrearsFen: 31_415 }];
const RATE_E4 = 15_500;
const CLEAN_FEN = 1_250;
const POOL_FEN = 10_001;
const MONTHS = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'] as const;

export const monthAt = (place: number): string => MONTHS[place % MONTHS.length] ?? MONTHS[0];
export const months: readonly string[] = MONTHS;
export const pick = <Item>(list: readonly Item[], at: number): Item | undefined => list[at % Math.max(1, list.length)];
export const todayOf = ({ office }: World): string => new Date(office.ctx.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
export const monthlyOf = (home: ModelHome): number => Math.floor((home.areaDm2 * RATE_E4 + 5_000) / 10_000);
export const periodOf = (month: string): { from: string; to: string } => ({ from: `${month}-01`, to: `${addDays(`${month}-28`, 4).slice(0, 7)}-01` });

/** Four homes, two of one owner, one with opening arrears; the property fee, a fee for each home, a lift pool, a card; late fees on. */
export async function beginWorld(): Promise<World> {
  const office = await openOffice();
  const model = books.emptyModel();
  await office.get('roster.import', { file: rosterFile(HOMES.map((home, place) => ({ room: String(501 + place), rateE4: RATE_E4, ...home }))), commit: true, onError: 'refuse' });
  await office.get('estate.changeSettings', { lateFeeRateE6: books.LATE.rateE6, lateFeeGraceDays: books.LATE.graceDays, lateFeeCapPermille: books.LATE.capPermille });
  await office.get('fees.defineItem', { code: 'clean', name: '垃圾清运', fund: 'property', from: '2026-01-01', basis: 'home', rateE4: CLEAN_FEN * 100 });
  await office.get('fees.defineItem', { code: 'lift', name: '电梯公摊', fund: 'agency', from: '2026-01-01', basis: 'pool', split: 'homes' });
  await office.get('fees.defineItem', { code: 'card', name: '门禁卡', fund: 'common', from: '2026-01-01', basis: 'once' });
  for (const month of MONTHS) await office.get('fees.setPool', { item: 'lift', month, amountFen: POOL_FEN });
  model.homes = HOMES.map((home, place) => ({ homeId: place + 1, owner: home.owner, areaDm2: home.areaDm2, held: { property: 0, common: 0, agency: 0, deposit: 0 }, bills: [], vacancies: [] }));
  const last = model.homes[3];
  if (last) books.addBill(model, { billId: 1, home: last, item: 'opening', fund: 'property', month: 'opening', amountFen: 31_415, dueOn: '2025-12-31' });
  return { office, model };
}

const livingOf = (home: ModelHome, item: string, month: string): ModelBill[] => home.bills.filter((bill) => bill.item === item && bill.month === month && !bill.cancelled);

type Expected = { item: string; fund: Fund; home: ModelHome; amountFen: number };

/** What issuing a month must bill: item after item, for each home without a living bill; those issued again come last. */
export function expectedBills({ model }: World, month: string): Expected[] {
  const missing = (item: string): ModelHome[] => model.homes.filter((home) => livingOf(home, item, month).length === 0);
  const sharing = missing('lift');
  const restFen = POOL_FEN - model.homes.flatMap((home) => livingOf(home, 'lift', month)).reduce((sum, bill) => sum + bill.amountFen, 0);
  const shares = sharing.map((_, place) => (restFen <= 0 ? 0 : Math.floor(restFen / sharing.length) + (place < restFen % sharing.length ? 1 : 0)));
  const items: Expected[][] = [
    missing('property').map((home) => ({ item: 'property', fund: 'property', home, amountFen: monthlyOf(home) })),
    missing('clean').map((home) => ({ item: 'clean', fund: 'property', home, amountFen: CLEAN_FEN })),
    sharing.map((home, place) => ({ item: 'lift', fund: 'agency' as const, home, amountFen: shares[place] ?? 0 })).filter(({ amountFen }) => amountFen > 0),
  ];
  const isAgain = ({ home, item }: Expected): boolean => home.bills.some((bill) => bill.item === item && bill.month === month);
  return items.flatMap((bills) => [...bills.filter((bill) => !isAgain(bill)), ...bills.filter(isAgain)]);
}

/** The number that the next bill takes. */
export async function nextBillId({ office }: World): Promise<number> {
  const [last] = await rows<{ next: number }>(office.raw, 'select coalesce(max(bill_id), 0) + 1 as next from bill');
  return last?.next ?? 1;
}
