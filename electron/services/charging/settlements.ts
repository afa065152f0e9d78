import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { postEntry, reverseEntry, type Posting } from '../../../db/ledger.ts';
import { collectsOf } from '../../../db/queries/charging-payers.ts';
import { findPlatform, findSettlement, findSettlementFile, insertDecision, insertSettlement, insertUndo, listPlatformDays, listReceivables, listSettledLines, receivableBalance, type PlatformDay, type SettledLine } from '../../../db/queries/charging-settlements.ts';
import type { Db } from '../../../db/sql.ts';
import { checkOpen } from '../../../db/queries/periods.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { isCommission, readSettlementSheet, type SettledDay } from '../../../shared/domain/settlement-sheet.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { readBounded, readTables } from '../../files/read-table.ts';
import { PLATFORM_RECEIVABLE } from './book-days.ts';

/** The owners' own bank account, what a platform keeps, and what is given up of what it owes. */
const BANK = '1002.02';
const COMMISSION = '2241.03.18';
const DIFFERENCE = '2241.03.14';

const entryOf = (parts: readonly (readonly [account: string, amountFen: number])[]): Posting[] => parts.filter(([, amountFen]) => amountFen !== 0).map(([account, amountFen]) => ({ account, fund: 'common', amountFen }));

/** Throws NO_SUCH_PLATFORM. */
async function needPlatform(db: Db, platform: string): Promise<number> {
  const platformId = await findPlatform(db, platform);
  if (platformId === undefined) throw new AppError('NO_SUCH_PLATFORM', { platform });
  return platformId;
}

/** Throws NO_SUCH_PLATFORM, SETTLEMENT_OF_OFFICE. */
async function needSettling(db: Db, platform: string): Promise<number> {
  const platformId = await needPlatform(db, platform);
  if ((await collectsOf(db, platformId)) === 'office') throw new AppError('SETTLEMENT_OF_OFFICE', { platform });
  return platformId;
}

/** What of some days is new, said before, or contradicts what stands; and where new days differ from the books. */
type Compared = { fresh: SettledDay[]; repeats: number; conflicts: string[]; differences: { on: string; bookedFen: number; grossFen: number }[] };

async function compare(db: Db, platformId: number, days: readonly SettledDay[]): Promise<Compared> {
  const found: Compared = { fresh: [], repeats: 0, conflicts: [], differences: [] };
  const sorted = days.toSorted((one, other) => (one.on < other.on ? -1 : 1));
  const [first, last] = [sorted[0], sorted.at(-1)];
  const span = first && last && { platformId, from: first.on, to: last.on };
  const known = new Map(span ? (await listPlatformDays(db, span)).map((day) => [day.on, day]) : []);
  const settled = new Map<string, SettledLine[]>();
  for (const line of span ? await listSettledLines(db, span) : []) settled.set(line.on, [...(settled.get(line.on) ?? []), line]);
  for (const day of sorted) {
    const booked = known.get(day.on);
    const lines = settled.get(day.on) ?? [];
    // What of the day is left to settle: all of it, or after a settlement what came late.
    const leftFen = booked ? booked.bookedFen - (lines.length === 0 ? 0 : (booked.grossFen ?? 0) + booked.decidedFen) : 0;
    if (lines.length > 0 && !isFurther(day, lines, leftFen)) {
      if (lines.some(({ grossFen, commissionFen }) => grossFen === day.grossFen && commissionFen === day.commissionFen)) found.repeats += 1;
      else found.conflicts.push(day.on);
      continue;
    }
    found.fresh.push(day);
    if (leftFen !== day.grossFen) found.differences.push({ on: day.on, bookedFen: leftFen, grossFen: day.grossFen });
  }
  return found;
}

/** Another payment of a day that came late sessions into: under a number of its own, and no more than the day still owes, so that the whole day said anew is none. */
function isFurther({ grossFen, reference }: SettledDay, lines: readonly SettledLine[], leftFen: number): boolean {
  if (reference === '' || lines.some((line) => line.reference === '' || line.reference === reference)) return false;
  return leftFen > 0 ? grossFen > 0 && grossFen <= leftFen : grossFen < 0 && grossFen >= leftFen;
}

const sumOf = (days: readonly SettledDay[], field: 'grossFen' | 'commissionFen'): number => days.reduce((sum, day) => sum + day[field], 0);
const sumsOf = (days: readonly SettledDay[]) => ({ grossFen: sumOf(days, 'grossFen'), commissionFen: sumOf(days, 'commissionFen'), netFen: sumOf(days, 'grossFen') - sumOf(days, 'commissionFen') });

type Written = { platformId: number; platform: string; source: 'file' | 'desk'; file: string; digest: string };

/** One settlement and one entry for each payment: the day and the number it was paid by. */
async function writeSettlements({ db, user, now }: Context, { platform, ...source }: Written, days: readonly SettledDay[]): Promise<{ settlementId: number; entryId: number | null }[]> {
  const payments = new Map<string, SettledDay[]>();
  for (const day of days) payments.set(`${day.paidOn}|${day.reference}`, [...(payments.get(`${day.paidOn}|${day.reference}`) ?? []), day]);
  const written: { settlementId: number; entryId: number | null }[] = [];
  for (const lines of payments.values()) {
    const { paidOn = '', reference = '' } = lines[0] ?? {};
    const { grossFen, commissionFen, netFen } = sumsOf(lines);
    const postings = entryOf([[BANK, netFen], [COMMISSION, commissionFen], [PLATFORM_RECEIVABLE, -grossFen]]);
    const entryId = postings.length === 0 ? null : await postEntry(db, { on: paidOn, kind: 'charging-settlement', memo: `充电结算 ${platform} ${lines.length} 天${reference === '' ? '' : ` ${reference}`}`, by: user.userId, at: now, postings });
    const settlementId = await insertSettlement(db, { ...source, paidOn, reference, grossFen, commissionFen, entryId, userId: user.userId, userName: user.name, at: now.toISOString() }, lines);
    written.push({ settlementId, entryId });
  }
  return written;
}

export const importSettlement: Handler<'charging.importSettlement'> = async (context, { file, platform, mapping, paidOn, commit }) => {
  const { db, today } = context;
  const platformId = await needSettling(db, platform);
  if (paidOn !== undefined && paidOn > today) throw new AppError('SETTLEMENT_IN_FUTURE', { on: paidOn });
  const digest = createHash('sha256').update(await readBounded(file)).digest('hex');
  const sheet = readSettlementSheet((await readTables(file)).sheets, { mapping: mapping?.columns, paidOn, today });
  context.checkCancelled();
  const { fresh, repeats, conflicts, differences } = await compare(db, platformId, sheet.days);
  for (const day of new Set(fresh.map((one) => one.paidOn))) await checkOpen(db, day);
  const written = commit && sheet.issues.length === 0 && fresh.length > 0;
  const seen = (await findSettlementFile(db, digest)) ?? null;
  if (written) await writeSettlements(context, { platformId, platform, source: 'file', file: basename(file), digest }, fresh);
  return { days: fresh.length, repeats: repeats + sheet.repeats, conflicts: [...conflicts, ...sheet.conflicts].sort(), issues: sheet.issues, ...sumsOf(fresh), differences, written, seen };
};

export const addSettlement: Handler<'charging.addSettlement'> = async (context, { platform, paidOn, reference, lines }) => {
  const { db, today } = context;
  const platformId = await needSettling(db, platform);
  if (paidOn > today) throw new AppError('SETTLEMENT_IN_FUTURE', { on: paidOn });
  const seen = new Set<string>();
  for (const { on, grossFen, commissionFen } of lines) {
    if (seen.has(on)) throw new AppError('SETTLEMENT_DAY_TWICE', { on });
    if (on > paidOn) throw new AppError('SETTLEMENT_DAY_AFTER', { on, paidOn });
    if (!isCommission(grossFen, commissionFen)) throw new AppError('SETTLEMENT_COMMISSION', { on, grossFen, commissionFen });
    seen.add(on);
  }
  const { fresh, repeats, conflicts, differences } = await compare(db, platformId, lines.map((line) => ({ ...line, paidOn, reference })));
  const [made] = await writeSettlements(context, { platformId, platform, source: 'desk', file: '', digest: '' }, fresh);
  return { settlementId: made?.settlementId ?? null, entryId: made?.entryId ?? null, days: fresh.length, repeats, conflicts, ...sumsOf(fresh), differences };
};

export const undoSettlement: Handler<'charging.undoSettlement'> = async ({ db, user, now, today }, { settlementId, reason }) => {
  const found = await findSettlement(db, settlementId);
  if (!found) throw new AppError('NO_SUCH_SETTLEMENT', { settlementId });
  if (found.undone === 1) throw new AppError('SETTLEMENT_ALREADY_UNDONE', { settlementId });
  const entryId = found.entryId === null ? null : await reverseEntry(db, found.entryId, { on: today, memo: `撤销充电结算 ${found.platform} ${found.paidOn}：${reason}`, by: user.userId, at: now });
  await insertUndo(db, { settlementId, reason, entryId, userId: user.userId, userName: user.name, at: now.toISOString() });
  return { entryId };
};

type Item = Output<'charging.listSettlements'>['items'][number];

/** What a day of a platform has come to; a difference is what the platform settled too little. */
function itemOf({ platformId: _, bookings, decisionId, ...day }: PlatformDay): Item {
  const { bookedFen, grossFen, decidedFen } = day;
  const owedFen = bookedFen - (grossFen ?? 0) - decidedFen;
  const open = grossFen === null ? 'unsettled' : bookings === 0 ? 'unbooked' : 'differs';
  return { ...day, differenceFen: grossFen === null ? 0 : bookedFen - grossFen, owedFen, state: owedFen !== 0 ? open : decisionId !== null ? 'decided' : 'equal' };
}

export const listSettlements: Handler<'charging.listSettlements'> = async ({ db }, { platform, from, to, state }) => {
  const platformId = platform === undefined ? undefined : await needPlatform(db, platform);
  const items = (await listPlatformDays(db, { platformId, from, to })).map(itemOf).filter((item) => state === undefined || item.state === state);
  const sum = (field: 'sessions' | 'bookedFen' | 'commissionFen' | 'differenceFen' | 'decidedFen' | 'owedFen') => items.reduce((total, item) => total + item[field], 0);
  return {
    items, receivableFen: platformId === undefined ? await receivableBalance(db) : ((await listReceivables(db)).get(platformId) ?? 0),
    totals: { sessions: sum('sessions'), bookedFen: sum('bookedFen'), grossFen: items.reduce((total, { grossFen }) => total + (grossFen ?? 0), 0), commissionFen: sum('commissionFen'), differenceFen: sum('differenceFen'), decidedFen: sum('decidedFen'), owedFen: sum('owedFen') },
  };
};

export const decideSettlement: Handler<'charging.decideSettlement'> = async ({ db, user, now, today }, { platform, on, reason }) => {
  const platformId = await needPlatform(db, platform);
  const [day] = (await listPlatformDays(db, { platformId, from: on, to: on })).map(itemOf);
  if (!day || day.owedFen === 0) throw new AppError('SETTLEMENT_NOTHING_LEFT', { platform, on });
  const amountFen = day.owedFen;
  const entryId = await postEntry(db, { on: today, kind: 'charging-settlement', memo: `充电结算差异 ${platform} ${on}：${reason}`, by: user.userId, at: now, postings: entryOf([[DIFFERENCE, amountFen], [PLATFORM_RECEIVABLE, -amountFen]]) });
  await insertDecision(db, { platformId, on, amountFen, reason, entryId, userId: user.userId, userName: user.name, at: now.toISOString() });
  return { amountFen, entryId };
};
