import type { Input } from '../../../../shared/contract/index.ts';
import { divideHalfUp } from '../../../../shared/domain/money.ts';
import { addMonths, firstDay } from '../../../../shared/domain/period.ts';
import type { Context } from '../../../context.ts';
import { defineItem } from '../../fees/define-item.ts';
import { setPool } from '../../fees/pools.ts';
import { setPromotion } from '../../fees/promotions.ts';
import type { HomeAccount } from './accounts.ts';
import type { Random } from './random.ts';

/** Codes of what is charged beside the property fee. */
export const SECOND_WATER = 'second-water';
export const LIFTS = 'lift';
export const WATER = 'water';
export const RUBBISH = 'rubbish';
export const DOOR_CARD = 'card';

/** Yuan per home, m³, m² and card, in 0.0001. */
const RATES_E4 = { [SECOND_WATER]: 80_000, [WATER]: 33_500, [RUBBISH]: 40_000, [DOOR_CARD]: 150_000 } as const;
const METERED_BUILDINGS = 2;
/** Months of the last in which the office charges for water. */
export const WATER_MONTHS = 6;

/** The buildings with pumps and water meters of the office: the newest two. */
export function meteredBuildings(accounts: readonly HomeAccount[]): Set<string> {
  return new Set([...new Set(accounts.map(({ home }) => home.building))].slice(-METERED_BUILDINGS));
}

type ItemInput = Input<'fees.defineItem'>;

/** Defines the items of the last year from its first day, those of water from a later one; answers the number of the water fee. */
export async function defineItems(context: Context, buildings: ReadonlySet<string>, { from, waterFrom }: { from: string; waterFrom: string }): Promise<{ waterId: number }> {
  const rates = (code: keyof typeof RATES_E4): ItemInput['rates'] => [...buildings].map((building) => ({ scope: 'building', key: building, rateE4: RATES_E4[code] }));
  const rest: Pick<ItemInput, 'from' | 'rates' | 'cycle' | 'unit' | 'vacancy' | 'lateFee'> = { from, rates: [], cycle: 'month', unit: '', vacancy: false, lateFee: false };
  await defineItem(context, { ...rest, from: waterFrom, code: SECOND_WATER, name: '二次供水电费', fund: 'agency', basis: 'home', rates: rates(SECOND_WATER) });
  await defineItem(context, { ...rest, code: LIFTS, name: '电梯及公共照明公摊', fund: 'agency', basis: 'pool', split: 'area', cycle: 'quarter' });
  const { feeItemId: waterId } = await defineItem(context, { ...rest, from: waterFrom, code: WATER, name: '水费', fund: 'agency', basis: 'meter', unit: 'm³', rates: rates(WATER) });
  await defineItem(context, { ...rest, code: RUBBISH, name: '装修垃圾清运', fund: 'property', basis: 'once', unit: 'm²', rateE4: RATES_E4[RUBBISH] });
  await defineItem(context, { ...rest, code: DOOR_CARD, name: '门禁卡', fund: 'property', basis: 'once', unit: '张', rateE4: RATES_E4[DOOR_CARD] });
  return { waterId };
}

const PROMOTION = { name: '预缴全年赠 15 天', months: 12, bonusDays: 15 } as const;

/** Promises fifteen days to whoever pays a year ahead, from the first day of a month to the end of the last. */
export async function promise(context: Context, { from, lastMonth }: { from: string; lastMonth: string }): Promise<typeof PROMOTION & { promotionId: number }> {
  const { promotionId } = await setPromotion(context, { ...PROMOTION, from, to: firstDay(addMonths(lastMonth, 1)) });
  return { ...PROMOTION, promotionId };
}

/** What power for lifts and corridors costs for each home and month: 4.20 to 5.60 yuan, at 0.55 yuan per kWh. */
const POWER_FEN = { least: 420, spread: 140, perKwh: 55 } as const;

/** Says what the lifts cost in the quarter that ends with a month, or in its part since the item began; nothing in other months. */
export async function setLiftPool(context: Context, random: Random, { month, months, homes }: { month: string; /** Since the item began, this one included. */ months: number; homes: number }): Promise<void> {
  if (Number(month.slice(5)) % 3 !== 0 || homes === 0) return;
  const covered = Math.min(3, months);
  const kwh = Number(divideHalfUp(BigInt(homes * covered * (POWER_FEN.least + random.below(POWER_FEN.spread))), BigInt(POWER_FEN.perKwh)));
  const last = addMonths(month, -1);
  await setPool(context, { item: LIFTS, month, amountFen: kwh * POWER_FEN.perKwh, note: `供电局电费单至 ${last}，${kwh} 度 × 0.55 元` });
}
