import { firstDay, lastDay } from '../../../../shared/domain/period.ts';
import type { ReadyTariff } from '../../../../shared/domain/charging-tariff.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Context } from '../../../context.ts';
import { openAccount } from '../../charging/accounts/accounts.ts';
import { defineProduct, grantQuota, sellProduct, setCollects } from '../../charging/accounts/products.ts';
import { topUp } from '../../charging/accounts/top-up.ts';
import { addDevices } from '../../charging/devices.ts';
import { defineGridPrices } from '../../charging/grid-prices.ts';
import { importSource } from '../../charging/import-sessions.ts';
import { tariffFinder } from '../../charging/tariff-of.ts';
import { assignTariff, defineTariff } from '../../charging/tariffs.ts';
import type { HomeAccount } from './accounts.ts';
import { billGrid, readMeters, settlePlatform } from './charging-costs.ts';
import { sampleSessions, type SampleCharger } from './charging-sessions.ts';
import { callAt, clock, instantOf, type Desk } from './desk.ts';
import { makeName, makePhone } from './people.ts';
import { quietTime } from './plot.ts';
import { createRandom } from './random.ts';
import { transactionNoOf } from './take-payments.ts';
import type { Step } from './timeline.ts';

/** What the sample remembers of its chargers; an estate of less than two hundred homes has none. */
export type Charging = { seed: number; desk: Desk; cars: SampleCharger[]; bikes: SampleCharger[]; own: SampleCharger[]; cards: { accountId: number; cardNo: string }[]; plates: string[]; /** Its first month. */ from: string };

const CAR_PLATFORM = '云桩充电';
const BIKE_PLATFORM = '小驴充电';
const OWN_PLATFORM = '本小区刷卡主机';
/** A charger for so many homes, a host of ten sockets, and a card that is paid ahead. */
const HOMES = { charger: 85, host: 106, card: 18 } as const;
const PRICES = { valley: 37_840, flat: 90_140, peak: 120_640 } as const;
const DAY = [['00:00', '08:00', 'valley'], ['08:00', '11:00', 'flat'], ['11:00', '13:00', 'valley'], ['13:00', '19:00', 'flat'], ['19:00', '21:00', 'peak'], ['21:00', '22:00', 'flat'], ['22:00', '24:00', 'valley']] as const;
const CAR_SERVICE = 30_000;
const BIKE_SERVICE = 40_000;
/** What the grid charges: a little more than the tariffs, which may not be above it. */
const GRID = { valley: 38_200, flat: 90_900, peak: 121_600 } as const;
const CARD_FEN = 1_200;
const QUOTA = 100_000;
const TOPUPS_FEN = [3_000, 5_000, 10_000] as const;

/** Sets up chargers, prices, cards and products on the first morning of a year. */
export async function openCharging(context: Context, { seed, desk, accounts, month }: { seed: number; desk: Desk; accounts: readonly HomeAccount[]; month: string }, plates: readonly string[]): Promise<Charging | undefined> {
  const random = createRandom(seed, 'charging');
  const from = firstDay(month);
  const call = (by: 'manager' | 'office' | 'cashier', second: string): Context => callAt(context, desk, by, instantOf(from, clock(second)));
  const [chargers, hosts] = [Math.floor(accounts.length / HOMES.charger), Math.floor(accounts.length / HOMES.host)];
  if (hosts < 2) return undefined;
  const own = Math.max(1, Math.floor(hosts / 4));
  const cars = Array.from({ length: chargers }, (_, index): SampleCharger => ({ code: codeOf('EV', index), kind: 'ev', connectors: 1, liked: 120 + random.below(160), failing: index === 2 ? 160 : 18 }));
  const bikes = Array.from({ length: hosts - own }, (_, index): SampleCharger => ({ code: codeOf('EB', index), kind: 'ebike', connectors: 10, liked: 30 + random.below(45), failing: index === 1 ? 120 : 15 }));
  const swiped = Array.from({ length: own }, (_, index): SampleCharger => ({ code: codeOf('EB', bikes.length + index), kind: 'ebike', connectors: 10, liked: 25 + random.below(20), failing: 10 }));
  const deviceOf = (platform: string, place: string, meter: string, ratedW: number) => ({ code, kind, connectors }: SampleCharger) => ({ code, kind, connectors, ratedW, place, platform, meter, from, stopsWhenFull: true, fireNote: kind === 'ev' ? '露天车位，配灭火器箱' : '独立车棚，烟感和喷淋，距住宅 8 米' });
  await addDevices(call('office', '07:37'), { devices: [...cars.map(deviceOf(CAR_PLATFORM, '地面停车场', 'M-汽车桩', 60_000)), ...bikes.map(deviceOf(BIKE_PLATFORM, '北门车棚', 'M-北门车棚', 1000)), ...swiped.map(deviceOf(OWN_PLATFORM, '南门车棚', 'M-南门车棚', 1000))] });
  await setPrices(call('manager', '07:38'), from);
  await readMeters(call('office', '07:38'), month);
  await setCollects(call('manager', '07:38'), { platform: OWN_PLATFORM, collects: 'office' });
  await defineProduct(call('manager', '07:39'), { name: '电瓶车月卡', kind: 'card', priceFen: CARD_FEN, energy: null, days: 30, covers: 'service', note: '只抵服务费' });
  await defineProduct(call('manager', '07:39'), { name: '困难家庭免费额度', kind: 'quota', priceFen: 0, energy: QUOTA, days: null, covers: 'all', note: '业主大会决议' });
  const cards: Charging['cards'] = [];
  for (let index = 0; index < Math.max(4, Math.floor(accounts.length / HOMES.card)); index += 1) {
    const cardNo = `KA${String(index + 1).padStart(5, '0')}`;
    cards.push({ cardNo, accountId: (await openAccount(call('cashier', '07:40'), { cardNo, holder: makeName(random), phone: makePhone(random) })).accountId });
  }
  const [poor] = cards;
  if (poor) await grantQuota(call('manager', '07:41'), { accountId: poor.accountId, product: '困难家庭免费额度', from, reason: '低保家庭，社区证明' });
  return { seed, desk, cars, bikes, own: swiped, cards, plates: [...plates], from: month };
}

const codeOf = (head: string, index: number): string => `${head}-${String(index + 1).padStart(2, '0')}`;

async function setPrices(context: Context, from: string): Promise<void> {
  await defineGridPrices(context, { from, variants: [], periods: DAY.map(([begin, end, code]) => ({ from: begin, to: end, code, energyPrice: GRID[code] })) });
  const none = { variants: [], basis: 'energy', tiers: [], minimumFen: 0, capFen: null, startFee: 0, idleFenPerMinute: 0, idleGraceMinutes: 0, parkingFenPerHour: 0, parkingFreeMinutes: 0 } as const;
  await defineTariff(context, { ...none, variants: [], tiers: [], name: '汽车分时电价', kind: 'ev', from, periods: DAY.map(([begin, end, code]) => ({ from: begin, to: end, code, energyPrice: PRICES[code], servicePrice: CAR_SERVICE })), note: '电费按电网价，不加价' });
  await defineTariff(context, { ...none, variants: [], tiers: [], name: '电瓶车电价', kind: 'ebike', from, periods: DAY.map(([begin, end, code]) => ({ from: begin, to: end, code, energyPrice: PRICES[code], servicePrice: BIKE_SERVICE })), minimumFen: 50, note: '按度收费（发改办价格〔2024〕537号）' });
  await assignTariff(context, { tariff: '汽车分时电价', kind: 'ev', from });
  await assignTariff(context, { tariff: '电瓶车电价', kind: 'ebike', from });
}

/** A month of charging: cards are topped up at the desk, the office reads the meters and enters what platforms paid and the grid charged for the month before, and on the last day it imports what each platform gives. */
export function planCharging(charging: Charging | undefined, { month, ago }: { month: string; ago: number }): Step[] {
  if (!charging) return [];
  const random = createRandom(charging.seed, `charging ${month}`);
  const at = (time: string): Date => instantOf(lastDay(month), clock(time));
  const files = [[CAR_PLATFORM, charging.cars, '16:20'], [BIKE_PLATFORM, charging.bikes, '16:24'], [OWN_PLATFORM, charging.own, '16:28']] as const;
  const after: Step[] = month === charging.from ? [] : [
    { at: quietTime(month, 3, '12:05'), by: 'office', run: (context) => readMeters(context, month) },
    ...[CAR_PLATFORM, BIKE_PLATFORM].map((platform, index): Step => ({ at: quietTime(month, 6, `12:0${index + 1}`), by: 'office', run: (context) => settlePlatform(context, { platform, month, short: ago === 0 && index === 0 }, random) })),
    { at: quietTime(month, 10, '12:08'), by: 'office', run: (context) => billGrid(context, month, GRID) },
  ];
  return [
    ...after,
    ...charging.cards.filter(() => random.chance(450)).map(({ accountId }, index): Step => ({ at: quietTime(month, 3 + (index % 22), `12:${String(30 + (index % 20)).padStart(2, '0')}`), by: 'cashier', run: (context) => payAhead(context, accountId, random.pick(TOPUPS_FEN), random) })),
    ...files.map(([platform, chargers, time]): Step => ({
      at: at(time), by: 'office',
      run: async (context) => importSource(context, sampleSessions(random, { month, platform, chargers: ago < 2 ? chargers.filter(({ code }) => code !== 'EV-07') : chargers, tariff: await tariffOn(context, chargers, firstDay(month)), cards: platform === OWN_PLATFORM ? charging.cards.map(({ cardNo }) => cardNo) : [], plates: charging.plates, faulty: ago === 0 && platform !== OWN_PLATFORM }), { platform }),
    })),
  ];
}

/** Some pay by WeChat; who has enough buys a month's card now and then. */
async function payAhead(context: Context, accountId: number, amountFen: number, random: ReturnType<typeof createRandom>): Promise<void> {
  const method = random.chance(550) ? 'wechat' : 'cash';
  const { balanceFen } = await topUp(context, { topUpId: random.uuid(), accountId, amountFen, receivedOn: context.today, method, transactionNo: transactionNoOf(random, method, context.today, 900_000 + accountId) ?? '' });
  if (balanceFen > CARD_FEN && random.chance(200)) await sellProduct(context, { formId: random.uuid(), accountId, product: '电瓶车月卡' });
}

async function tariffOn({ db }: Context, chargers: readonly SampleCharger[], on: string): Promise<ReadyTariff> {
  const find = await tariffFinder(db);
  const tariff = await find({ deviceId: 0, kind: chargers[0]?.kind ?? 'ev' }, on);
  if (!tariff) throw new AppError('NO_SUCH_TARIFF', { tariff: '' });
  return tariff.ready;
}
