import type { z } from 'zod';
import type { voucherState } from '../../shared/contract/parking-desk.ts';
import type { VoucherUse } from '../../shared/domain/barrier-judge.ts';
import { AppError } from '../../shared/errors.ts';
import { jsonTable, row, rows, run, type Db } from '../sql.ts';

export type VoucherState = z.infer<typeof voucherState>;
export type VoucherRow = {
  voucherId: number; voucherNo: string; homeId: number; label: string; hours: number; validFrom: string; validThrough: string; plate: string; usedAt: string | null; usedPlate: string; withdrawnAt: string | null; by: string; note: string; state: VoucherState;
};
export type NewVoucher = { voucherNo: string; homeId: number; hours: number; validFrom: string; validThrough: string; plate: string; note: string; userId: number; userName: string; at: string };

export async function insertVouchers(db: Db, vouchers: readonly NewVoucher[]): Promise<void> {
  const columns = ['voucher_no', 'home_id', 'hours', 'valid_from', 'valid_through', 'plate', 'note', 'user_id', 'user_name', 'at'] as const;
  const values = vouchers.map((one) => [one.voucherNo, one.homeId, one.hours, one.validFrom, one.validThrough, one.plate, one.note, one.userId, one.userName, one.at]);
  await run(db, `insert into visitor_voucher (${columns.join(', ')}) select ${columns.join(', ')} from ${jsonTable(columns)} where 1`, [JSON.stringify(values)]);
}

/** What became of a voucher as of a day (one binding). */
const STATE = `case when v.used_at is not null then 'used' when v.withdrawn_at is not null then 'withdrawn' when v.valid_through < ? then 'expired' else 'issued' end`;
const VOUCHER = `v.voucher_id as voucherId, v.voucher_no as voucherNo, v.home_id as homeId, h.label, v.hours, v.valid_from as validFrom, v.valid_through as validThrough, v.plate, v.used_at as usedAt, coalesce(v.used_plate, '') as usedPlate, v.withdrawn_at as withdrawnAt, v.user_name as "by", v.note, ${STATE} as state`;

/** Throws NO_SUCH_VOUCHER. */
export async function getVoucher(db: Db, voucherNo: string, today: string): Promise<VoucherRow> {
  const found = await row<VoucherRow>(db, `select ${VOUCHER} from visitor_voucher v join home h using (home_id) where v.voucher_no = ?`, [today, voucherNo]);
  if (!found) throw new AppError('NO_SUCH_VOUCHER', { voucherNo });
  return found;
}

export async function setVoucherUsed(db: Db, voucherId: number, use: { plate: string; on: string; at: string; by: string }): Promise<void> {
  await run(db, 'update visitor_voucher set used_plate = ?, used_on = ?, used_at = ?, used_by = ? where voucher_id = ?', [use.plate, use.on, use.at, use.by, voucherId]);
}

export async function setVoucherWithdrawn(db: Db, voucherId: number, { reason, by, at }: { reason: string; by: string; at: string }): Promise<void> {
  await run(db, 'update visitor_voucher set withdrawn_reason = ?, withdrawn_by = ?, withdrawn_at = ? where voucher_id = ?', [reason, by, at, voucherId]);
}

export type VoucherFilter = { homeId?: number | undefined; search?: string | undefined };

function voucherWhere({ homeId, search }: VoucherFilter): { where: string; bindings: (string | number)[] } {
  const conditions = ['1'];
  const bindings: (string | number)[] = [];
  if (homeId !== undefined) { conditions.push('v.home_id = ?'); bindings.push(homeId); }
  if (search) { conditions.push('(instr(v.voucher_no, ?) > 0 or h.label = ? or v.plate = ? or v.used_plate = ?)'); bindings.push(search, search, search.toUpperCase(), search.toUpperCase()); }
  return { where: conditions.join(' and '), bindings };
}

/** Vouchers, newest first; a page goes on before a number. */
export function listVouchers(db: Db, filter: VoucherFilter, { state, today, before, limit }: { state: VoucherState | undefined; today: string; before: number; limit: number }): Promise<VoucherRow[]> {
  const { where, bindings } = voucherWhere(filter);
  return rows(db, `select ${VOUCHER} from visitor_voucher v join home h using (home_id) where ${where} and v.voucher_id < ? ${state ? `and ${STATE} = ?` : ''} order by v.voucher_id desc limit ?`, [today, ...bindings, before, ...(state ? [today, state] : []), limit]);
}

export async function countVouchers(db: Db, filter: VoucherFilter, today: string): Promise<Record<VoucherState, number>> {
  const { where, bindings } = voucherWhere(filter);
  const found = await rows<{ state: VoucherState; count: number }>(db, `select ${STATE} as state, count(*) as count from visitor_voucher v join home h using (home_id) where ${where} group by 1`, [today, ...bindings]);
  const counts = { issued: 0, used: 0, expired: 0, withdrawn: 0 };
  for (const { state, count } of found) counts[state] = count;
  return counts;
}

/** What used vouchers give the plates, by day; index: visitor_voucher_used. */
export async function listVoucherUses(db: Db, plates: readonly string[]): Promise<Map<string, VoucherUse[]>> {
  const found = await rows<{ plate: string; on: string; hours: number }>(db, 'select v.used_plate as plate, v.used_on as "on", v.hours from json_each(?) j cross join visitor_voucher v on v.used_plate = j.value where v.used_at is not null order by v.used_plate, v.used_on, v.voucher_id', [JSON.stringify(plates)]);
  const uses = new Map<string, VoucherUse[]>();
  for (const { plate, on, hours } of found) {
    const use = { on, minutes: hours * 60 };
    const list = uses.get(plate);
    if (list) list.push(use); else uses.set(plate, [use]);
  }
  return uses;
}
