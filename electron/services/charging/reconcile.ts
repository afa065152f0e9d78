import { listDevices } from '../../../db/queries/charging-devices.ts';
import { listBillsOfMonths, listGridPrices, type BillOfMonth } from '../../../db/queries/charging-grid.ts';
import { listGridBill, listReadings, type GridLine } from '../../../db/queries/charging-meters.ts';
import { listSums, type KeyedSums } from '../../../db/queries/charging-sums.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { momentOfSecond, secondOf } from '../../../shared/domain/cell-moment.ts';
import { groupAlarms, lossPermille, meterAlarms, registersOf, serviceMargin, shareGroups, sumKnown, type MeterAlarm, type MeterGroup, type Reconciled, type Registers, type Span } from '../../../shared/domain/charging-meter.ts';
import { splitFen } from '../../../shared/domain/fee-split.ts';
import { expectedCost, meanPrices, type MeanPrice } from '../../../shared/domain/grid-price.ts';
import { addMonths, firstDay, lastDay, LOCAL_SECONDS } from '../../../shared/domain/period.ts';
import type { Context, Handler } from '../../context.ts';

/** The local month in seconds, UTC. */
export function spanOfMonth(month: string): Span {
  const [from = 0, to = 0] = [month, addMonths(month, 1)].map((one) => secondOf(`${firstDay(one)} 00:00:00`) - LOCAL_SECONDS);
  return { from, to };
}

export const localText = (second: number): string => momentOfSecond(second + LOCAL_SECONDS);
const periodOf = ({ key }: KeyedSums): string => key.slice(key.indexOf('|') + 1);

export const reconcile: Handler<'charging.reconcile'> = async (context, { month }) => {
  const { db } = context;
  const span = spanOfMonth(month);
  const [readings, lines, bill] = [await listReadings(db), await listGridBill(db, month), (await listBillsOfMonths(db, month, month))[0]];
  const sold = await listSums(db, 'period', [{ from: month, to: month }], false);
  const registers = registersOf(readings);
  const periods = [...new Set([...sold.map(periodOf), ...registers.periods, ...lines.map(({ period }) => period)])].filter((period) => period !== '').sort();
  const rows = [...periods, ''].map((period) => rowOf(period, { registers, span, lines, bill, sold }));
  const expected = lines.length > 0 ? undefined : expectedCosts(rows, meanPrices(await listGridPrices(db), month));
  const groups = await groupsOf(context, month, registers, span, bill);
  const alarms = [...meterAlarms(rows), ...groupAlarms(groups)];
  return {
    rows: rows.map((row) => ({ ...row, serviceMarginFen: serviceMargin(row), expectedCostFen: expected?.get(row.period) ?? null })),
    alarms, evidence: alarms.map((alarm) => evidenceOf(alarm, { month, registers, span, bill })), groups,
    bill: bill ? { version: bill.version, costFen: bill.costFen, entryId: bill.entryId, booked: bill.booked === 1 } : null,
    meters: registers.meters.map((meter) => { const last = readings.findLast((one) => one.meter === meter); return { meter, lastAt: last ? localText(last.second) : null, lastEnergy: last?.energy ?? null, metered: registers.countOf(meter, '', span) }; }),
  };
};

type Facts = { registers: Registers; span: Span; lines: readonly GridLine[]; bill: BillOfMonth | undefined; sold: readonly KeyedSums[] };

function rowOf(period: string, { registers, span, lines, bill, sold }: Facts): Reconciled {
  const metered = sumKnown(registers.meters.map((meter) => registers.countOf(meter, period, span)));
  const grid = period === '' ? bill : lines.find((line) => line.period === period);
  const parts = sold.filter((one) => period === '' || periodOf(one) === period);
  const sum = (field: 'energy' | 'energyFen' | 'serviceFen') => parts.reduce((total, part) => total + part[field], 0);
  const [energy, energyFen] = [sum('energy'), sum('energyFen')];
  return { period, metered, sold: energy, lossPermille: lossPermille(metered, energy), gridEnergy: grid?.energy ?? null, gridCostFen: grid?.costFen ?? null, energyFen, serviceFen: sum('serviceFen'), marginFen: grid ? energyFen - grid.costFen : null };
}

/**
 * What the grid should charge at its prices, by period and ('') together: for what the registers of periods counted where all that was sold has one,
 * else for what the meters counted together, parted as the energy sold is, else for what was sold. Unknown where a period has no price.
 */
function expectedCosts(rows: readonly Reconciled[], prices: ReadonlyMap<string, MeanPrice>): Map<string, number | null> {
  const parts = rows.slice(0, -1);
  const together = rows.at(-1)?.metered ?? null;
  const counted = parts.every(({ metered, sold }) => metered !== null || sold === 0);
  const energies = counted ? parts.map(({ metered }) => metered ?? 0) : together === null ? parts.map(({ sold }) => sold) : splitFen(together, parts.map(({ sold }) => sold));
  const costs = parts.map(({ period }, index) => expectedCost(energies[index] ?? 0, prices.get(period)));
  const known = new Map(parts.map(({ period }, index) => [period, costs[index] ?? null]));
  return known.set('', prices.size === 0 ? null : sumKnown(costs));
}

/** The devices of each meter, and those without one, with what the sums of devices hold of the month. */
async function groupsOf({ db }: Context, month: string, registers: Registers, span: Span, bill: BillOfMonth | undefined): Promise<MeterGroup[]> {
  const devices = await listDevices(db);
  const sums = new Map((await listSums(db, 'device', [{ from: month, to: month }], false)).map((one) => [Number(one.key), one]));
  const meters = [...new Set([...registers.meters, ...devices.map(({ meter }) => meter)])].filter((meter) => meter !== '').sort();
  const groups = [...meters, ...(devices.some(({ meter }) => meter === '') ? [''] : [])].map((meter) => {
    const own = devices.filter((device) => device.meter === meter);
    const sum = (field: 'energy' | 'energyFen' | 'serviceFen') => own.reduce((total, { deviceId }) => total + (sums.get(deviceId)?.[field] ?? 0), 0);
    return { meter, devices: own.map(({ code }) => code), metered: meter === '' ? null : registers.countOf(meter, '', span), sold: sum('energy'), energyFen: sum('energyFen'), serviceFen: sum('serviceFen') };
  });
  return shareGroups(groups, bill?.costFen ?? null);
}

type Evidence = Output<'charging.reconcile'>['evidence'][number];

/** The rows behind an alarm: the readings that its count rests on or the bill that it compares with, and the days and devices of its sessions. */
function evidenceOf({ kind, period, meter, devices }: MeterAlarm, { month, registers, span, bill }: Pick<Facts, 'registers' | 'span' | 'bill'> & { month: string }): Evidence {
  const sessions = { from: firstDay(month), to: lastDay(month), devices: devices ?? [] };
  if (kind === 'CHARGE_ABOVE_GRID') return { readings: [], sessions, bill: bill ? { month, version: bill.version, entryId: bill.entryId } : null };
  const readings = (meter === undefined ? registers.meters : [meter]).flatMap((one) => registers.readingsOf(one, period, span));
  return { readings: readings.map((one) => ({ meter: one.meter, period: one.period, at: localText(one.second), energy: one.energy })), sessions, bill: null };
}
