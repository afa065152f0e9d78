import { AppError } from '../../shared/errors.ts';
import type { FirstMonthRule } from '../../shared/domain/fee.ts';
import { row, run, type Db } from '../sql.ts';

export type Estate = { estateId: number; name: string; opensOn: string; officeName: string; phone: string; firstMonthRule: FirstMonthRule; dueDay: number; idleMinutes: number; /** Per day, 10⁻⁶ of the principal; 0: off. */ lateFeeRateE6: number; lateFeeGraceDays: number; lateFeeCapPermille: number; /** The current rate that the office aims at; 0: none. */ collectionTargetPermille: number };

const COLUMNS = 'estate_id as estateId, name, opens_on as opensOn, office_name as officeName, phone, first_month_rule as firstMonthRule, due_day as dueDay, idle_minutes as idleMinutes, late_fee_rate_e6 as lateFeeRateE6, late_fee_grace_days as lateFeeGraceDays, late_fee_cap_permille as lateFeeCapPermille, collection_target_permille as collectionTargetPermille';

export type NewEstate = Omit<Estate, 'lateFeeRateE6' | 'lateFeeGraceDays' | 'lateFeeCapPermille' | 'collectionTargetPermille'> & { createdAt: string };

export function findEstate(db: Db): Promise<Estate | undefined> {
  return row(db, `select ${COLUMNS} from estate`);
}

/** Throws NO_ESTATE while the data folder is still empty. */
export async function getEstate(db: Db): Promise<Estate> {
  const estate = await findEstate(db);
  if (!estate) throw new AppError('NO_ESTATE', {});
  return estate;
}

/** Late fees and the target begin off (the schema's defaults). */
export async function insertEstate(db: Db, estate: NewEstate): Promise<void> {
  await run(db, 'insert into estate (estate_id, name, opens_on, office_name, phone, first_month_rule, due_day, idle_minutes, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [estate.estateId, estate.name, estate.opensOn, estate.officeName, estate.phone, estate.firstMonthRule, estate.dueDay, estate.idleMinutes, estate.createdAt]);
}

export async function updateEstate(db: Db, estate: Omit<Estate, 'estateId' | 'opensOn'>): Promise<void> {
  await run(db, 'update estate set name = ?, office_name = ?, phone = ?, first_month_rule = ?, due_day = ?, idle_minutes = ?, late_fee_rate_e6 = ?, late_fee_grace_days = ?, late_fee_cap_permille = ?, collection_target_permille = ?',
    [estate.name, estate.officeName, estate.phone, estate.firstMonthRule, estate.dueDay, estate.idleMinutes, estate.lateFeeRateE6, estate.lateFeeGraceDays, estate.lateFeeCapPermille, estate.collectionTargetPermille]);
}
