import { listBillsFrom } from '../../../../db/queries/bills.ts';
import type { Input } from '../../../../shared/contract/index.ts';
import { addDays, addMonths, firstDay, lastDay } from '../../../../shared/domain/period.ts';
import type { Context } from '../../../context.ts';
import { addSpaces } from '../../parking/add-spaces.ts';
import { blockSpace } from '../../parking/change-space.ts';
import { addCompany } from '../../parking/companies.ts';
import { endLease } from '../../parking/end-lease.ts';
import { issueCharges } from '../../parking/issue-charges.ts';
import { writeLease } from '../../parking/lease.ts';
import { moveLease } from '../../parking/move-lease.ts';
import { chargeOverstay } from '../../parking/overstay.ts';
import { setPrices } from '../../parking/prices.ts';
import { suspendLease } from '../../parking/suspend-lease.ts';
import { addVehicle } from '../../parking/vehicles.ts';
import { issueVouchers, spendVoucher } from '../../parking/vouchers.ts';
import type { HomeAccount } from './accounts.ts';
import { callAt, clock, instantOf, type Desk } from './desk.ts';
import { payCompany } from './pay-at-desk.ts';
import { makePhone } from './people.ts';
import { quietTime } from './plot.ts';
import { createRandom, type Random } from './random.ts';
import type { Step } from './timeline.ts';

/** What the sample remembers of its lot. */
export type Parking = { seed: number; desk: Desk; companies: Set<number>; residents: { leaseId: number; homeId: number; plate: string; space: string }[]; daytime: { leaseId: number; plate: string }[]; free: string[] };

const MARKET_FEN = 15_000;
const RESIDENT_FEN = 5000;
const OVERSTAY_FEN = 500;
const RESOLUTION = '业决〔2025〕6号';
/** For a thousand homes: spaces of the owners together, homes that lease one, and spaces let by day besides. */
const SHARE = { common: 725, residents: 386, daytime: 180 } as const;
const WORKDAYS = [{ weekdays: [1, 2, 3, 4, 5], from: '08:30', to: '17:30' }];
const NIGHTS = [{ weekdays: [1, 2, 3, 4, 5], from: '18:00', to: '08:00' }, { weekdays: [6, 7], from: '08:00', to: '18:00' }];
const COMPANIES = ['星河便利店', '黔味坊餐饮', '都匀毛尖茶行', '安心诊所', '匀城快递', '南山健身', '七彩幼教', '剑江设计', '云上影像', '福来超市', '百子桥药房', '石板街咖啡', '绿博汽修', '斗篷山旅行社', '文峰书店', '匀酒商行'];
const ZONES = [['A区', 'B1'], ['B区', 'B1'], ['C区', 'B2'], ['地面', '1F']] as const;
const COLUMNS = 20;
const LETTERS = [...'ABCDEFGHJKLMNPQRSTUVWXYZ'];

const perMille = (homes: number, share: number, least: number): number => Math.max(least, Math.floor((homes * share + 500) / 1000));

/** Opens the lot on the first morning of a year: spaces, prices, leases of residents by night and of companies by day. */
export async function openParking(context: Context, { seed, desk, accounts, month }: { seed: number; desk: Desk; accounts: readonly HomeAccount[]; month: string }, lastMonth: string): Promise<Parking> {
  const random = createRandom(seed, 'parking');
  const from = firstDay(month);
  const call = (by: 'manager' | 'office', second: string): Context => callAt(context, desk, by, instantOf(from, clock(second)));
  const parking: Parking = { seed, desk, companies: new Set(), residents: [], daytime: [], free: [] };
  const codes = await makeSpaces(call('office', '07:33'), accounts.length);
  await setPrices(call('manager', '07:33'), { from, marketFen: MARKET_FEN, residentFen: RESIDENT_FEN, resolutionNo: RESOLUTION });
  const plate = plates(random);
  const lessees = pickHomes(random, accounts, perMille(accounts.length, SHARE.residents, 4));
  const window = firstDay(addMonths(lastMonth, 1));
  for (const [index, homeId] of lessees.entries()) {
    const space = codes[index] ?? '';
    // The first ones share their space with a company by day.
    const nights = index < perMille(accounts.length, SHARE.daytime, 2);
    const ends = random.chance(30) ? addDays(window, 3 + random.below(24)) : undefined;
    const own = plate();
    const { leaseId } = await writeLease(call('office', '07:34'), lease({ space, kind: 'resident', homeId, plates: [own], from, to: ends, windows: nights ? NIGHTS : undefined, monthlyFen: RESIDENT_FEN, proration: 'days' }));
    parking.residents.push({ leaseId, homeId, plate: own, space });
    if (random.chance(600)) await addVehicle(call('office', '07:34'), { plate: own, homeId, from, note: '' });
  }
  await letByDay(call('office', '07:35'), parking, { random, plate, codes, from, count: perMille(accounts.length, SHARE.daytime, 2), homes: accounts.length });
  parking.free = codes.slice(lessees.length);
  const [blocked] = parking.free.slice(-1);
  if (blocked !== undefined) await blockSpace(call('office', '07:35'), { space: blocked, from, reason: '消防通道改造' });
  return parking;
}

type Terms = Omit<Input<'parking.lease'>, 'contractNo' | 'cycle' | 'depositFen' | 'overstayFen' | 'noticeDays' | 'note' | 'draft'> & { cycle?: 'month' | 'quarter' };
const lease = (terms: Terms): Input<'parking.lease'> => ({ contractNo: '', cycle: 'month', depositFen: 0, overstayFen: OVERSTAY_FEN, noticeDays: 30, note: '', draft: false, ...terms });

async function makeSpaces(context: Context, homes: number): Promise<string[]> {
  const common = perMille(homes, SHARE.common, 8);
  const codes: string[] = [];
  const spaces: Input<'parking.addSpaces'>['spaces'] = [];
  for (let index = 0; index < common; index += 1) {
    const zone = Math.floor((index * ZONES.length) / common);
    const [name, floor] = ZONES[zone] ?? ZONES[0];
    const place = index - Math.ceil((zone * common) / ZONES.length);
    const code = `${name.slice(0, 1)}-${String(place + 1).padStart(3, '0')}`;
    codes.push(code);
    spaces.push({ code, zone: name, floor, title: 'common', kind: index % 31 === 7 ? 'charging' : index % 67 === 3 ? 'disabled' : index % 43 === 11 ? 'wide' : 'standard', row: Math.floor(place / COLUMNS) + 1, column: (place % COLUMNS) + 1, note: '' });
  }
  for (const [title, share] of [['owner', 14], ['developer', 9], ['civil-defence', 14]] as const) {
    for (let index = 0; index < perMille(homes, share, 1); index += 1) spaces.push({ code: `${title === 'owner' ? 'Y' : title === 'developer' ? 'K' : 'R'}-${String(index + 1).padStart(3, '0')}`, zone: 'D区', floor: 'B2', title, kind: 'standard', note: '', ...(title === 'owner' && { ownerHomeId: index + 1 }) });
  }
  await addSpaces(context, { spaces });
  return codes;
}

/** Lived in, sold, and each once. */
function pickHomes(random: Random, accounts: readonly HomeAccount[], count: number): number[] {
  const fitting = accounts.filter(({ merged, home: { status } }) => !merged && (status === 'occupied' || status === 'let')).map(({ homeId }) => ({ homeId, rank: random.below(1_000_000) }));
  return fitting.sort((left, right) => left.rank - right.rank || left.homeId - right.homeId).slice(0, count).map(({ homeId }) => homeId);
}

/** Plates of Qiannan, one in six of them green; none twice. */
function plates(random: Random): () => string {
  const given = new Set<string>();
  return () => {
    for (;;) {
      const plate = random.chance(160) ? `贵JD${random.digits(5)}` : `贵J${random.pick(LETTERS)}${random.digits(4)}`;
      if (given.has(plate)) continue;
      given.add(plate);
      return plate;
    }
  };
}

type DayLets = { random: Random; plate: () => string; codes: readonly string[]; from: string; count: number; homes: number };

async function letByDay(context: Context, parking: Parking, { random, plate, codes, from, count, homes }: DayLets): Promise<void> {
  const companies: number[] = [];
  for (const name of COMPANIES.slice(0, Math.max(2, Math.min(COMPANIES.length, Math.floor((homes + 25) / 50))))) companies.push((await addCompany(context, { name, contact: '', phone: makePhone(random), note: '' })).companyId);
  for (const companyId of companies) parking.companies.add(companyId);
  for (let index = 0; index < count; index += 1) {
    const company = Math.floor((index * companies.length) / count);
    const companyId = companies[company] ?? 0;
    const own = plate();
    // Some came when the year had begun.
    const starts = random.chance(250) ? addMonths(from.slice(0, 7), 1 + random.below(6)) : from.slice(0, 7);
    const { leaseId } = await writeLease(context, lease({
      space: codes[index] ?? '', kind: 'daytime', companyId, plates: [own], from: firstDay(starts), to: undefined, windows: WORKDAYS, monthlyFen: 20_000 + 1000 * random.below(7), proration: company % 3 === 0 ? 'whole' : 'days', cycle: company % 2 === 0 ? 'month' : 'quarter', resolutionNo: RESOLUTION, resolutionOn: addDays(from, -20),
    }));
    parking.daytime.push({ leaseId, plate: own });
  }
}

/** Issues a month of parking; homes pay it with their fees, companies by a transfer of their own. */
export async function playParkingMonth(context: Context, { desk, companies, seed }: Parking, { month, firstBillId, accounts }: { month: string; firstBillId: number; accounts: ReadonlyMap<number, HomeAccount> }): Promise<Step[]> {
  const random = createRandom(seed, `parking ${month}`);
  await issueCharges(callAt(context, desk, 'manager', instantOf(firstDay(month), clock('08:05'))), { month, commit: true });
  const bills = await listBillsFrom(context.db, firstBillId);
  for (const { openFen, ...bill } of bills) if (openFen > 0) accounts.get(bill.homeId)?.open.push({ ...bill, openFen });
  return [...companies].filter(() => random.chance(930)).map((companyId, index): Step => ({
    at: quietTime(month, 8 + (index % 14), `12:${String(10 + index).padStart(2, '0')}`), by: 'cashier', run: (call) => payCompany(call, companyId, { paymentId: random.uuid(), random }),
  }));
}

/** What else happens in the lot: a lease ends early, one rests, one moves, cars stay too long, guests come. */
export function planParking({ residents, daytime, free, seed }: Parking, { month, ago, accounts }: { month: string; ago: number; accounts: readonly HomeAccount[] }): Step[] {
  // What was merged into another home has no story of its own any more.
  const merged = new Set(accounts.filter((account) => account.merged).map(({ homeId }) => homeId));
  const random = createRandom(seed, `lot ${month}`);
  const steps: Step[] = [];
  const add = (day: number, time: string, by: Step['by'], run: Step['run']): unknown => steps.push({ at: quietTime(month, day, time), by, run });
  // Another one in each month.
  const own = residents[ago];
  const resident = own && !merged.has(own.homeId) ? own : undefined;
  if (resident && ago === 4) add(16, '13:02', 'manager', (call) => endLease(call, { leaseId: resident.leaseId, on: firstDay(addMonths(month, 1)), reason: '卖车退租' }));
  if (resident && ago === 3) add(12, '13:04', 'manager', (call) => suspendLease(call, { leaseId: resident.leaseId, from: firstDay(addMonths(month, 1)), to: firstDay(addMonths(month, 5)), reason: '外出务工' }));
  const leaving = daytime[7 % Math.max(1, daytime.length)];
  if (leaving && ago === 5) add(20, '13:03', 'manager', (call) => endLease(call, { leaseId: leaving.leaseId, on: addDays(call.today, 3), reason: '门店搬迁' }));
  const [target] = free;
  if (resident && target !== undefined && ago === 2) add(20, '13:06', 'manager', (call) => moveLease(call, { leaseId: resident.leaseId, on: firstDay(addMonths(month, 1)), space: target, monthlyFen: undefined, reason: '原车位漏水' }));
  const late = daytime[(ago * 11 + 1) % Math.max(1, daytime.length)];
  if (late && ago < 6) add(24, '13:08', 'cashier', (call) => chargeOverstay(call, { leaseId: late.leaseId, on: call.today, minutes: 40 + random.below(150), plate: late.plate, note: '' }));
  if (resident && ago < 2) add(9, '13:10', 'cashier', async (call) => {
    const { vouchers } = await issueVouchers(call, { homeId: resident.homeId, count: 5, hours: 4, validThrough: lastDay(month), note: '' });
    await spendVoucher(call, { voucherNo: vouchers[0] ?? '', plate: `贵A${random.digits(5)}` });
  });
  return steps;
}
