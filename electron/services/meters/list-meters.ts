import { findBillOfReading, listHistory, listMeteredItems, listMeterPage, type HistoryRow, type MeterPageRow } from '../../../db/queries/meter-list.ts';
import { listUsage } from '../../../db/queries/meters.ts';
import type { Db } from '../../../db/sql.ts';
import type { Handler } from '../../context.ts';
import { getMeteredItem } from './metered-item.ts';

export const listMeterItems: Handler<'meters.listItems'> = async ({ db }) => ({ items: (await listMeteredItems(db)).map(({ code, name, unit, meters }) => ({ code, name, unit, meters })) });

export const listMeters: Handler<'meters.list'> = async ({ db }, { item, month, building, search, only, limit, after }) => {
  const { feeItemId } = await getMeteredItem(db, item);
  const homeIds = only === 'blocked' ? await listBlocked(db, feeItemId, month) : undefined;
  const found = await listMeterPage(db, feeItemId, month, { building, search, homeIds, only: only === 'blocked' ? undefined : only }, { after: after ?? '', limit: limit + 1 });
  const page = found.slice(0, limit);
  const usage = await listUsage(db, feeItemId, month, page.map(({ homeId }) => homeId));
  const items = page.map((home) => {
    const used = usage.get(home.homeId) ?? { skip: 'NO_METER' as const };
    return { ...shown(home), usedE4: 'skip' in used ? null : used.quantityE4, skip: 'skip' in used ? used.skip : null };
  });
  return found.length > limit ? { items, next: page.at(-1)?.sortKey } : { items };
};

async function listBlocked(db: Db, feeItemId: number, month: string): Promise<number[]> {
  return [...(await listUsage(db, feeItemId, month))].filter(([, used]) => 'skip' in used && used.skip === 'READING_FALLS').map(([homeId]) => homeId);
}

function shown({ homeId, label, building, meterId, meterNo, lastId, lastOn, lastE4, readingId, readOn, valueE4, kind, billId, quantityE4, amountFen }: MeterPageRow) {
  return {
    homeId, label, building, meterId, meterNo: meterNo ?? '',
    last: lastId === null || lastOn === null || lastE4 === null ? null : { readingId: lastId, readOn: lastOn, valueE4: lastE4 },
    reading: readingId === null || readOn === null || valueE4 === null || kind === null ? null : { readingId, readOn, valueE4, kind },
    bill: billId === null ? null : { billId, quantityE4: quantityE4 ?? 0, amountFen: amountFen ?? 0 },
  };
}

/** All readings of a home, newest first; each living one with what ran since the living one before it. */
export const meterHistory: Handler<'meters.history'> = async ({ db }, { homeId, item }) => {
  const items = (await listMeteredItems(db)).filter(({ code }) => item === undefined || code === item);
  const list = await listHistory(db, homeId, items);
  const before = new Map<number, HistoryRow>();
  const answered = [];
  for (const reading of list) {
    const { readingId, item: code, itemName, unit, meterId, meterNo, readOn, valueE4, kind, correctedBy, corrects, source, note, by, at } = reading;
    const last = before.get(meterId);
    const living = correctedBy === null;
    const usedE4 = living && last ? valueE4 - last.valueE4 : null;
    if (living) before.set(meterId, reading);
    answered.push({ readingId, item: code, itemName, unit, meterId, meterNo, readOn, valueE4, kind, usedE4, falls: (usedE4 ?? 0) < 0, correctedBy, corrects, source, note, by, at, billId: living ? ((await findBillOfReading(db, reading)) ?? null) : null });
  }
  return { items: answered.reverse() };
};
