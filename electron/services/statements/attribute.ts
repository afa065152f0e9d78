import type { ChargingParts } from '../../../db/queries/statement-charging.ts';
import type { Move } from '../../../db/queries/statement-moves.ts';
import type { ChargerKind } from '../../../shared/contract/charging.ts';
import type { StatementKind } from '../../../shared/contract/statement-content.ts';
import { splitFen } from '../../../shared/domain/fee-split.ts';
import { BILLS_RECEIVABLE, CHARGING, COMMISSION, GRID_COST, REDUCTIONS, RESIDENT_PARKING, UNBILLED } from '../../../shared/domain/statement-accounts.ts';

/** What an entry brought (positive) or took on a line's account. */
export type Flow = { entryId: number; on: string; account: string; part: string; fen: number };
/** Weights of cars and e-bikes. */
export type Weights = readonly [ev: number, ebike: number];
export type Documents = {
  itemAccounts: ReadonlyMap<string, string>; marked: ReadonlyMap<number, 'opening' | 'subsidy'>;
  /** By entry, what bookings and changes came to by kind of charger. */ charging: ReadonlyMap<number, readonly ChargingParts[]>;
  /** By entry. */ settled: ReadonlyMap<number, Weights>; /** By entry. */ grid: ReadonlyMap<number, Weights>; /** By bill. */ bills: ReadonlyMap<number, Weights>;
};

const KINDS: readonly ChargerKind[] = ['ev', 'ebike'];
/** Where nothing tells the kind. */
const NO_KIND: Weights = [1, 0];
const CHARGING_ITEMS: Readonly<Record<string, string>> = { 'charging-energy': CHARGING.energy, 'charging-service': CHARGING.service, 'charging-extra': CHARGING.extra };

/**
 * Says for every entry what it brought on cash basis, account by account: what is posted on the account itself, less what bills still owe of it. A bill that is issued so brings nothing,
 * and its payment what is paid; a reduction lessens its item. Charging is parted by kind of charger, resident parking by who paid, fees by item; the parts sum to the account to the fen.
 */
export function attribute(kind: StatementKind, moves: readonly Move[], documents: Documents): Flow[] {
  const flows = new Map<string, Flow>();
  for (const entry of byEntry(moves)) {
    const [first] = entry;
    if (!first || documents.marked.get(first[0]) === 'opening') continue;
    for (const { account, part, fen } of ofEntry(kind, entry, documents)) {
      const key = `${first[0]}|${account}|${part}`;
      const known = flows.get(key);
      if (known) known.fen += fen;
      else flows.set(key, { entryId: first[0], on: first[1], account, part, fen });
    }
  }
  return [...flows.values()].filter(({ fen }) => fen !== 0);
}

function* byEntry(moves: readonly Move[]): Generator<Move[]> {
  let entry: Move[] = [];
  for (const move of moves) {
    if (entry.length > 0 && entry[0]?.[0] !== move[0]) {
      yield entry;
      entry = [];
    }
    entry.push(move);
  }
  if (entry.length > 0) yield entry;
}

type Part = Pick<Flow, 'account' | 'part' | 'fen'>;

function ofEntry(kind: StatementKind, entry: readonly Move[], documents: Documents): Part[] {
  const items = [...new Set(entry.filter(([, , account]) => account === BILLS_RECEIVABLE).map(([, , , item]) => item))];
  const [item] = items.length === 1 ? items : [undefined];
  return entry.flatMap((move): Part[] => {
    const [entryId, , account, , , debitFen] = move;
    // Not −0, which a test would tell from 0.
    const fen = 0 - debitFen;
    if (account === BILLS_RECEIVABLE) return ofBills(kind, move, documents);
    if (REDUCTIONS.includes(account) && item !== undefined) return [{ ...placeOfItem(kind, item, documents), fen }];
    if (kind === 'fees') return [{ account, part: item !== undefined && documents.itemAccounts.get(item) === account ? item : '', fen }];
    if (account === RESIDENT_PARKING) return [{ account, part: documents.marked.get(entryId) === 'subsidy' ? 'subsidy' : 'paid', fen }];
    return ofCharging(account, fen, entry, documents) ?? [{ account, part: '', fen }];
  });
}

function placeOfItem(kind: StatementKind, item: string, { itemAccounts }: Documents): Pick<Flow, 'account' | 'part'> {
  const account = itemAccounts.get(item) ?? BILLS_RECEIVABLE;
  if (kind === 'fees') return { account, part: item };
  return { account, part: account === RESIDENT_PARKING ? 'paid' : '' };
}

function ofBills(kind: StatementKind, [, , , item, billId, debitFen]: Move, documents: Documents): Part[] {
  const account = CHARGING_ITEMS[item];
  return account === undefined ? [{ ...placeOfItem(kind, item, documents), fen: 0 - debitFen }] : byWeights(account, 0 - debitFen, documents.bills.get(billId ?? 0));
}

/** Accounts that do not know the kind of charger, by the documents behind the entry; undefined for others. */
function ofCharging(account: string, fen: number, entry: readonly Move[], { charging, settled, grid, bills }: Documents): Part[] | undefined {
  const entryId = entry[0]?.[0] ?? 0;
  const parts = charging.get(entryId) ?? [];
  switch (account) {
    case CHARGING.energy: return exactly(account, fen, parts, ({ energyFen }) => energyFen);
    case CHARGING.service: return exactly(account, fen, parts, ({ serviceFen }) => serviceFen);
    case CHARGING.extra: return exactly(account, fen, parts, ({ extraFen }) => extraFen);
    case CHARGING.discount: return exactly(account, fen, parts, ({ discountFen }) => 0 - discountFen);
    case CHARGING.cards: return [{ account, part: 'ebike', fen }]; // accounts and their cards are of e-bikes
    case CHARGING.difference: case COMMISSION: return byWeights(account, fen, settled.get(entryId));
    case GRID_COST: return byWeights(account, fen, grid.get(entryId));
    case UNBILLED: return ofUnbilled(fen, entry, parts, bills);
    default: return undefined;
  }
}

/** What homes owe before a bill: of a booking by its sessions, of a bill by what it bills. */
function ofUnbilled(fen: number, entry: readonly Move[], parts: readonly ChargingParts[], bills: Documents['bills']): Part[] {
  const billed = entry.filter(([, , , item]) => item in CHARGING_ITEMS);
  const [first] = billed;
  if (first) {
    const weights = KINDS.map((_, place) => billed.reduce((sum, [, , , , billId]) => sum + (bills.get(billId ?? 0)?.[place] ?? 0), 0));
    return byWeights(CHARGING_ITEMS[first[3]] ?? CHARGING.energy, fen, [weights[0] ?? 0, weights[1] ?? 0]);
  }
  const owed = parts.flatMap(({ kind, owedEnergyFen, owedServiceFen, owedExtraFen }): Part[] => [{ account: CHARGING.energy, part: kind, fen: 0 - owedEnergyFen }, { account: CHARGING.service, part: kind, fen: 0 - owedServiceFen }, { account: CHARGING.extra, part: kind, fen: 0 - owedExtraFen }]);
  const restFen = fen - owed.reduce((sum, part) => sum + part.fen, 0);
  return restFen === 0 ? owed : [...owed, { account: CHARGING.energy, part: parts[0]?.kind ?? 'ev', fen: restFen }];
}

/** By what each kind came to; what documents do not explain goes to the first of them. */
function exactly(account: string, fen: number, parts: readonly ChargingParts[], amountOf: (part: ChargingParts) => number): Part[] {
  const known = parts.map((one): Part => ({ account, part: one.kind, fen: amountOf(one) }));
  const restFen = fen - known.reduce((sum, one) => sum + one.fen, 0);
  return restFen === 0 ? known : [...known, { account, part: parts[0]?.kind ?? 'ev', fen: restFen }];
}

/** By largest remainder; a reversal is split as its original. */
function byWeights(account: string, fen: number, weights: Weights = NO_KIND): Part[] {
  const own = weights[0] > 0 || weights[1] > 0 ? weights : NO_KIND;
  const sign = fen < 0 ? -1 : 1;
  return splitFen(sign * fen, own.map((weight) => Math.max(0, weight))).map((share, place) => ({ account, part: KINDS[place] ?? 'ev', fen: share === 0 ? 0 : sign * share }));
}
