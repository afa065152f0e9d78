import { listNames } from '../../../db/queries/leases.ts';
import { listExpiring } from '../../../db/queries/parking-income.ts';
import { addDays, addMonths, firstDay } from '../../../shared/domain/period.ts';
import type { Handler } from '../../context.ts';
import { byMonth } from './income-range.ts';

/** Leases that hold their last day from today to the end of so many months, this one included, and the monthly income that ends with them. */
export const expiring: Handler<'parking.expiring'> = async ({ db, today }, { months }) => {
  const present = today.slice(0, 7);
  const leases = await listExpiring(db, today, firstDay(addMonths(present, months)));
  const names = await listNames(db, [...new Set(leases.map(({ homeId }) => homeId))]);
  const items = leases.map(({ homeId, ...lease }) => ({ ...lease, lessee: names.get(homeId) ?? '' }));
  const endsIn = byMonth(items, ({ to }) => addDays(to, -1).slice(0, 7));
  return {
    items,
    months: Array.from({ length: months }, (_, index) => {
      const month = addMonths(present, index);
      const own = endsIn.get(month) ?? [];
      const sum = (kind: 'resident' | 'daytime'): number => own.reduce((fen, lease) => fen + (lease.kind === kind ? lease.monthlyFen : 0), 0);
      return { month, residentFen: sum('resident'), daytimeFen: sum('daytime'), leases: own.length };
    }),
  };
};
