import { getChangingHome } from '../../../db/queries/home-changes.ts';
import { formatNumber, takeNumbers } from '../../../db/queries/payments.ts';
import { countVouchers, getVoucher, insertVouchers, listVouchers as listVoucherRows, setVoucherUsed, setVoucherWithdrawn, type VoucherRow } from '../../../db/queries/vouchers.ts';
import { readPlate } from '../../../shared/domain/plate.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';

/** Number series of visitor vouchers (访客停车券). */
const VOUCHER_SERIES = 'FK';

/** Vouchers with numbers of their own, for any car or for one. Throws NO_SUCH_HOME, HOME_MERGED, DATES_REVERSED, PLATE_INVALID. */
export const issueVouchers: Handler<'parking.issueVouchers'> = async ({ db, user, now, today }, { homeId, count, hours, validFrom = today, validThrough, plate, note }) => {
  await getChangingHome(db, homeId, today);
  if (validThrough < validFrom || validThrough < today) throw new AppError('DATES_REVERSED', { from: validFrom < today ? today : validFrom, to: validThrough });
  const year = Number(today.slice(0, 4));
  const first = await takeNumbers(db, VOUCHER_SERIES, year, count);
  const vouchers = Array.from({ length: count }, (_, index) => formatNumber(VOUCHER_SERIES, year, first + index));
  const by = { userId: user.userId, userName: user.name, at: now.toISOString() };
  await insertVouchers(db, vouchers.map((voucherNo) => ({ voucherNo, homeId, hours, validFrom, validThrough, plate: plate === undefined ? '' : plateOf(plate), note, ...by })));
  return { vouchers };
};

function plateOf(text: string): string {
  const read = readPlate(text);
  if (!read) throw new AppError('PLATE_INVALID', { plate: text });
  return read.plate;
}

/** Throws VOUCHER_USED, VOUCHER_WITHDRAWN. */
function checkUnused({ voucherNo, usedAt, withdrawnAt }: VoucherRow): void {
  if (usedAt !== null) throw new AppError('VOUCHER_USED', { voucherNo, at: usedAt });
  if (withdrawnAt !== null) throw new AppError('VOUCHER_WITHDRAWN', { voucherNo });
}

/** A visitor's car parks on a voucher today; a voucher is used once. */
export const spendVoucher: Handler<'parking.useVoucher'> = async ({ db, user, now, today }, { voucherNo, plate: text }) => {
  const plate = plateOf(text);
  const voucher = await getVoucher(db, voucherNo, today);
  checkUnused(voucher);
  const { voucherId, label, hours, validFrom, validThrough } = voucher;
  if (validThrough < today) throw new AppError('VOUCHER_EXPIRED', { voucherNo, through: validThrough });
  if (validFrom > today) throw new AppError('VOUCHER_NOT_YET', { voucherNo, from: validFrom });
  if (voucher.plate !== '' && voucher.plate !== plate) throw new AppError('VOUCHER_OF_OTHER_PLATE', { voucherNo, plate: voucher.plate });
  await setVoucherUsed(db, voucherId, { plate, on: today, at: now.toISOString(), by: user.name });
  return { voucherNo, label, hours };
};

export const withdrawVoucher: Handler<'parking.withdrawVoucher'> = async ({ db, user, now, today }, { voucherNo, reason }) => {
  const voucher = await getVoucher(db, voucherNo, today);
  checkUnused(voucher);
  await setVoucherWithdrawn(db, voucher.voucherId, { reason, by: user.name, at: now.toISOString() });
  return {};
};

/** Newest first, with how many there are of each state. */
export const listVouchers: Handler<'parking.listVouchers'> = async ({ db, today }, { state, limit, after = Number.MAX_SAFE_INTEGER, ...filter }) => {
  const items = await listVoucherRows(db, filter, { state, today, before: after, limit: limit + 1 });
  const counts = await countVouchers(db, filter, today);
  const last = items.length > limit ? items[limit - 1] : undefined;
  return { items: items.slice(0, limit), total: state ? counts[state] : counts.issued + counts.used + counts.expired + counts.withdrawn, counts, ...(last && { next: last.voucherId }) };
};
