import { listEntriesOfLines, listFreeEntries, listMissing, listNumberedEntries, sumMissing, type EntryFacts, type MissingFilter } from '../../../db/queries/channel-entries.ts';
import { findFileSpan, listFiles as listFileRows, listProfiles as listProfileRows } from '../../../db/queries/channel-files.ts';
import { listSettlements as listSettlementRows, listUnsettledDays } from '../../../db/queries/channel-settlements.ts';
import { getLine, listLines as listLineRows, sumLines, type LineRow } from '../../../db/queries/channels.ts';
import { findHomesForLine, findPaymentOfNumber } from '../../../db/queries/channel-homes.ts';
import type { Db } from '../../../db/sql.ts';
import type { ChannelItem, ExceptionReason } from '../../../shared/contract/channels.ts';
import { exceptionReason } from '../../../shared/contract/channels.ts';
import { grouped } from '../../../shared/domain/grouped.ts';
import { channelNames, type ChannelName, type ColumnMapping } from '../../../shared/domain/channel-types.ts';
import { addDays, daysBetween, firstDay, lastDay } from '../../../shared/domain/period.ts';
import type { Handler } from '../../context.ts';

type Item = Omit<ChannelItem, 'reason'> & { reason: ExceptionReason | null };

/** Lines with the entries that they are. */
export async function itemsOfLines(db: Db, lines: readonly LineRow[]): Promise<Item[]> {
  const entries = grouped(await listEntriesOfLines(db, lines.map(({ lineId }) => lineId)), ({ lineId }) => String(lineId));
  return lines.map(({ lineId, channel, file, row, kind, on, clock, transactionNo, orderNo, refundNo, amountFen, feeFen, counterparty, note, state, reason, decision, settlementId }) => ({
    lineId, channel, file, row, kind, on, clock, transactionNo, orderNo, refundNo, amountFen, feeFen, counterparty, note, state, reason: exceptionReason.nullable().catch(null).parse(reason || null), decision, settlementId, entries: (entries.get(String(lineId)) ?? []).map(entryOf),
  }));
}

export function entryOf({ entryId, on, kind, no, label, payer, number, amountFen }: EntryFacts): Item['entries'][number] {
  return { entryId, on, kind, no, label, payer, transactionNo: number, amountFen };
}

/** An entry of ours that no file has: a line of the work list all the same. */
export function missingItem(channel: ChannelName, entry: EntryFacts): Item {
  const { on, amountFen, number, payer } = entry;
  return {
    lineId: null, channel, file: '', row: 0, kind: amountFen > 0 ? 'payment' : 'refund', on, clock: '', transactionNo: number, orderNo: '', refundNo: '', amountFen, feeFen: 0, counterparty: payer, note: '', state: 'exception', reason: 'MISSING_IN_FILE',
    decision: '', settlementId: null, entries: [entryOf(entry)],
  };
}

const WHOLE = { from: '0000-00-00', to: '9999-99-99' };

/** Lines and what the files lack, by day; a page goes on after (day, kind, number). */
export const listChannelLines: Handler<'channels.list'> = async ({ db }, { channel, month, state, search, limit, after }) => {
  const days = month === undefined ? WHOLE : { from: firstDay(month), to: lastDay(month) };
  const lineFilter = { ...days, channel, state, search };
  const wantsMissing = state === undefined || state === 'exception';
  const missingOf = wantsMissing ? (await Promise.all((channel ? [channel] : channelNames).map((name) => missingFilter(db, name, month, search)))).flat() : [];
  const cursor = readCursor(after);
  const lines = await listLineRows(db, lineFilter, { after: { on: cursor.on, lineId: cursor.source === 0 ? cursor.id : Number.MAX_SAFE_INTEGER }, limit: limit + 1 });
  const missing = (await Promise.all(missingOf.map(async (filter) => (await listMissing(db, filter, { after: { on: cursor.on, entryId: cursor.source === 0 ? -1 : cursor.id }, limit: limit + 1 })).map((entry) => ({ channel: filter.channel, entry }))))).flat();
  const merged = [...lines.map((line) => ({ on: line.on, source: 0, id: line.lineId, line })), ...missing.map(({ channel: of, entry }) => ({ on: entry.on, source: 1, id: entry.entryId, of, entry }))]
    .sort((left, right) => left.on.localeCompare(right.on) || left.source - right.source || left.id - right.id);
  const page = merged.slice(0, limit);
  const items = new Map((await itemsOfLines(db, page.flatMap((each) => ('line' in each ? [each.line] : [])))).map((item) => [item.lineId, item]));
  const sums = [await sumLines(db, lineFilter), ...(await Promise.all(missingOf.map((filter) => sumMissing(db, filter))))];
  const last = page.at(-1);
  return {
    items: page.flatMap((each) => ('line' in each ? (items.get(each.line.lineId) ?? []) : [missingItem(each.of, each.entry)])), total: sums.reduce((sum, each) => sum + each.count, 0), amountFen: sums.reduce((sum, each) => sum + each.amountFen, 0),
    ...(merged.length > limit && last ? { next: `${last.on}|${last.source}|${last.id}` } : {}),
  };
};

/** Only days of files can lack something: without a month, those from the first to the last file. */
async function missingFilter(db: Db, channel: ChannelName, month: string | undefined, search: string | undefined): Promise<MissingFilter[]> {
  const days = month === undefined ? await findFileSpan(db, channel) : { from: firstDay(month), to: lastDay(month) };
  return days ? [{ ...days, channel, search }] : [];
}

/** A cursor that is not one begins the list anew. */
function readCursor(text: string | undefined): { on: string; source: number; id: number } {
  const match = /^(\d{4}-\d{2}-\d{2})\|([01])\|(\d{1,15})$/.exec(text ?? '');
  return match ? { on: match[1] ?? '', source: Number(match[2]), id: Number(match[3]) } : { on: '', source: 0, id: 0 };
}

const NEAR_DAYS = 7;
const CANDIDATES = 20;

/** What a line could be: entries with its number, its amount or near its day; and homes. */
export const listCandidates: Handler<'channels.candidates'> = async ({ db }, { lineId }) => {
  const line = await getLine(db, lineId);
  const [item] = await itemsOfLines(db, [line]);
  if (!item) throw new RangeError(`no item of line ${lineId}`);
  const numbers = [line.transactionNo, line.orderNo].filter(Boolean);
  const near = await listFreeEntries(db, line.channel, { from: addDays(line.on, -NEAR_DAYS), to: addDays(line.on, NEAR_DAYS) });
  const known = new Map([...near, ...(await listNumberedEntries(db, line.channel, numbers, []))].map((entry) => [entry.entryId, entry]));
  const entries = [...known.values()].filter(({ amountFen }) => Math.sign(amountFen) === Math.sign(line.amountFen)).map((entry) => ({
    ...entryOf(entry), sameNumber: numbers.includes(entry.number), sameAmount: entry.amountFen === line.amountFen, days: Math.abs(daysBetween(entry.on, line.on)),
  }));
  const rank = (entry: (typeof entries)[number]) => (entry.sameNumber ? 0 : 1_000) + (entry.sameAmount ? 0 : 100) + entry.days;
  const best = entries.filter(({ sameNumber, sameAmount, days }) => sameNumber || sameAmount || days <= 1).sort((left, right) => rank(left) - rank(right) || left.entryId - right.entryId).slice(0, CANDIDATES);
  return {
    line: item, entries: best, homes: line.kind === 'payment' ? await findHomesForLine(db, { amountFen: line.amountFen, text: `${line.counterparty} ${line.note}` }) : [],
    waiting: line.kind === 'transfer' && line.state === 'exception' ? await daysBefore(db, line) : null,
    payment: line.kind === 'refund' || line.reason === 'AMOUNT_DIFFERS' ? ((await findPaymentOfNumber(db, numbers)) ?? null) : null,
  };
};

/** The unsettled days that a channel's transfer could be of. */
async function daysBefore(db: Db, { via, on }: LineRow): Promise<{ from: string; through: string; netFen: number; exceptions: number } | null> {
  if (via !== 'wechat' && via !== 'alipay') return null;
  const days = (await listUnsettledDays(db, via)).filter((day) => day.on < on);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  return { from: first.on, through: last.on, netFen: days.reduce((sum, { netFen }) => sum + netFen, 0), exceptions: days.reduce((sum, { exceptions }) => sum + exceptions, 0) };
}

export const listFiles: Handler<'channels.files'> = async ({ db }, { channel, limit, after }) => {
  const items = await listFileRows(db, { channel }, { before: after ?? Number.MAX_SAFE_INTEGER, limit: limit + 1 });
  const page = items.slice(0, limit).map((file) => ({ ...file, netFen: file.grossFen - file.refundFen - file.feeFen }));
  return items.length > limit ? { items: page, next: page.at(-1)?.fileId } : { items: page };
};

export const listSettlements: Handler<'channels.settlements'> = async ({ db }, { channel, month, limit, after }) => {
  const days = month === undefined ? WHOLE : { from: firstDay(month), to: lastDay(month) };
  const rows = await listSettlementRows(db, { channel, ...days }, { before: readSettlementCursor(after), limit: limit + 1 });
  const items = rows.slice(0, limit).map(({ undoneOn, undoneReason, undoneBy, ...row }) => ({ ...row, undone: undoneOn === null ? null : { on: undoneOn, reason: undoneReason ?? '', by: undoneBy ?? '' } }));
  const last = items.at(-1);
  return rows.length > limit && last ? { items, next: `${last.on}|${last.settlementId}` } : { items };
};

function readSettlementCursor(text: string | undefined): { on: string; settlementId: number } {
  const match = /^(\d{4}-\d{2}-\d{2})\|(\d{1,15})$/.exec(text ?? '');
  return match ? { on: match[1] ?? '', settlementId: Number(match[2]) } : { on: '9999-99-99', settlementId: 0 };
}

export const listProfiles: Handler<'channels.profiles'> = async ({ db }) => ({
  // Written by saveProfile from a mapping.
  items: (await listProfileRows(db)).map(({ profileId, name, mapping, by, at, files }) => ({ profileId, name, mapping: JSON.parse(mapping) as ColumnMapping, by, at, files })),
});
