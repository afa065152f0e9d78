import { listDevices } from '../../../db/queries/charging-devices.ts';
import { listReadings } from '../../../db/queries/charging-meters.ts';
import { listSums } from '../../../db/queries/charging-sums.ts';
import { listAccounts } from '../../../db/queries/books.ts';
import { listItemRows } from '../../../db/queries/fee-items.ts';
import { hasChargers, listBillKinds, listBookedParts, listChangedParts, listEntryGridMonths, listEntryPlatforms, listPlatformKinds, listSettledKinds, type ChargingParts } from '../../../db/queries/statement-charging.ts';
import { listMarked, listMoves, type Counted, type Move } from '../../../db/queries/statement-moves.ts';
import type { Db } from '../../../db/sql.ts';
import type { StatementKind } from '../../../shared/contract/statement-content.ts';
import { registersOf } from '../../../shared/domain/charging-meter.ts';
import { splitFen } from '../../../shared/domain/fee-split.ts';
import { CHARGING, COMMISSION, GRID_COST, isOfCharging, roleOf, UNBILLED } from '../../../shared/domain/statement-accounts.ts';
import { spanOfMonth } from '../charging/reconcile.ts';
import { attribute, type Documents, type Flow, type Weights } from './attribute.ts';

/** Weights that later readings and sessions could change: they are kept with the statement, so that its lines open as they were computed. */
export type Basis = { grid: Record<string, Weights>; /** By entry. */ settled: Record<string, Weights> };
export type Flows = { flows: Flow[]; basis: Basis };

/** What each entry of a fund brought and took in some days, on cash basis; `basis` as it was kept, else made anew. */
export async function readFlows(db: Db, kind: StatementKind, counted: Counted, basis?: Basis): Promise<Flows> {
  const accounts = (await listAccounts(db)).map(({ account }) => account).filter((account) => roleOf(account) === 'flow' || account === UNBILLED);
  const moves = await listMoves(db, counted, accounts);
  const itemAccounts = new Map((await listItemRows(db)).map(({ code, account }) => [code, account]));
  const plain: Documents = { itemAccounts, marked: await listMarked(db, counted), charging: new Map(), settled: new Map(), grid: new Map(), bills: new Map() };
  const charging = moves.filter(([, , account, item]) => isOfCharging(account) || account === UNBILLED || item.startsWith('charging-'));
  if (kind === 'fees' || charging.length === 0) return { flows: attribute(kind, moves, plain), basis: { grid: {}, settled: {} } };
  const documents = await readCharging(db, counted, charging, basis);
  return { flows: attribute(kind, moves, { ...plain, ...documents }), basis: documents.basis };
}

async function readCharging(db: Db, { from, to }: Counted, moves: readonly Move[], kept: Basis | undefined): Promise<Omit<Documents, 'itemAccounts' | 'marked'> & { basis: Basis }> {
  const parts = (await hasChargers(db)) ? [...await listBookedParts(db, { from: spanOfMonth(from.slice(0, 7)).from, to: spanOfMonth(to.slice(0, 7)).to }), ...await listChangedParts(db, from, to)] : [];
  const charging = new Map<number, ChargingParts[]>();
  for (const part of parts) charging.set(part.entryId, [...(charging.get(part.entryId) ?? []), part]);
  const entriesOn = (accounts: readonly string[]): number[] => [...new Set(moves.filter(([, , account]) => accounts.includes(account)).map(([entryId]) => entryId))];
  const settled = kept?.settled ?? await settledWeights(db, entriesOn([COMMISSION, CHARGING.difference]));
  const months = await listEntryGridMonths(db, entriesOn([GRID_COST]));
  const grid = kept?.grid ?? await gridWeights(db, [...new Set(months.map(({ month }) => month))]);
  const bills = new Map<number, Weights>();
  for (const { billId, kind, fen } of await listBillKinds(db, [...new Set(moves.flatMap(([, , , , billId]) => billId ?? []))])) {
    const [ev, ebike] = bills.get(billId) ?? [0, 0];
    bills.set(billId, kind === 'ev' ? [ev + fen, ebike] : [ev, ebike + fen]);
  }
  return { charging, settled: new Map(Object.entries(settled).map(([entryId, weights]) => [Number(entryId), weights])), grid: new Map(months.map(({ entryId, month }) => [entryId, grid[month] ?? ([1, 0] as const)])), bills, basis: { grid, settled } };
}

/** What the days that each entry settles came to by kind; of days without sessions, the kind of the platform's devices. Not the period's days: months must sum to their quarter, and an undoing must mirror its settlement. */
async function settledWeights(db: Db, entryIds: readonly number[]): Promise<Record<string, Weights>> {
  const weights: Record<string, Weights> = {};
  if (entryIds.length === 0) return weights;
  const kinds = new Map<number, Weights>();
  // Cars come last, so that a platform of both kinds falls to them.
  for (const { platformId, kind } of (await listPlatformKinds(db)).sort((one) => (one.kind === 'ev' ? 1 : -1))) kinds.set(platformId, kind === 'ev' ? [1, 0] : [0, 1]);
  for (const { entryId, platformId } of await listEntryPlatforms(db, entryIds)) weights[String(entryId)] = kinds.get(platformId) ?? [1, 0];
  const sums = new Map<number, [number, number]>();
  for (const { entryId, kind, fen } of await listSettledKinds(db, entryIds)) {
    const sum = sums.get(entryId) ?? [0, 0];
    sum[kind === 'ev' ? 0 : 1] += fen;
    sums.set(entryId, sum);
  }
  for (const [entryId, sum] of sums) if (sum.some((fen) => fen > 0)) weights[String(entryId)] = sum;
  return weights;
}

/** The energy of each kind in some months: what its sub-meters counted, where none tells what was sold; a meter of both kinds is parted as its devices sold. */
async function gridWeights(db: Db, months: readonly string[]): Promise<Record<string, Weights>> {
  const weights: Record<string, Weights> = {};
  if (months.length === 0) return weights;
  const [devices, registers] = [await listDevices(db), registersOf(await listReadings(db))];
  for (const month of months) {
    const sold = new Map((await listSums(db, 'device', [{ from: month, to: month }], false)).map(({ key, energy }) => [Number(key), energy]));
    const sum: [number, number] = [0, 0];
    for (const meter of new Set(devices.map((device) => device.meter))) {
      const own = devices.filter((device) => device.meter === meter);
      const parts = (['ev', 'ebike'] as const).map((kind) => own.filter((device) => device.kind === kind).reduce((total, { deviceId }) => total + (sold.get(deviceId) ?? 0), 0));
      const metered = meter === '' ? null : registers.countOf(meter, '', spanOfMonth(month));
      const shares = metered === null || metered <= 0 || !parts.some((part) => part > 0) ? parts : splitFen(metered, parts);
      sum[0] += shares[0] ?? 0;
      sum[1] += shares[1] ?? 0;
    }
    weights[month] = sum;
  }
  return weights;
}
