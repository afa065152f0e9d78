import { findItem } from '../../../db/queries/meter-list.ts';
import type { Db } from '../../../db/sql.ts';
import { AppError } from '../../../shared/errors.ts';

/** An item that is charged by meter. Throws NO_SUCH_ITEM, ITEM_NOT_METERED. */
export async function getMeteredItem(db: Db, item: string): Promise<{ feeItemId: number; name: string }> {
  const found = await findItem(db, item);
  if (!found) throw new AppError('NO_SUCH_ITEM', { item });
  if (!found.metered) throw new AppError('ITEM_NOT_METERED', { item: found.name });
  return found;
}
