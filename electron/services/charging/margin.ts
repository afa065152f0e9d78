import { listBillsOfMonths, listSpentByMonth } from '../../../db/queries/charging-grid.ts';
import { listReadings } from '../../../db/queries/charging-meters.ts';
import { listSums } from '../../../db/queries/charging-sums.ts';
import { lossPermille, registersOf, serviceMargin, sumKnown } from '../../../shared/domain/charging-meter.ts';
import { addMonths, firstDay, lastDay } from '../../../shared/domain/period.ts';
import type { Handler } from '../../context.ts';
import { spanOfMonth } from './reconcile.ts';

/** What platforms keep for their service. */
const COMMISSION = '2241.03.18';
/** Settlement differences, cards that were sold, and what plans took off. */
const OTHERS = ['2241.03.14', '2241.03.16', '2241.03.17'] as const;

/** Months from kept sums, bills, readings and postings; no session is read. */
export const margin: Handler<'charging.margin'> = async ({ db }, { from, to }) => {
  const sums = await listSums(db, 'kind', [{ from, to }], true);
  const bills = new Map((await listBillsOfMonths(db, from, to)).map((bill) => [bill.month, bill]));
  const commissions = await listSpentByMonth(db, COMMISSION, firstDay(from), lastDay(to));
  const others = await Promise.all(OTHERS.map((account) => listSpentByMonth(db, account, firstDay(from), lastDay(to))));
  const registers = registersOf(await listReadings(db));
  const rows = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) {
    const own = sums.filter(({ bucket }) => bucket === month);
    const sum = (field: 'sessions' | 'energy' | 'energyFen' | 'serviceFen' | 'extraFen') => own.reduce((total, one) => total + one[field], 0);
    const [energy, energyFen, serviceFen, extraFen, commissionFen, bill] = [sum('energy'), sum('energyFen'), sum('serviceFen'), sum('extraFen'), commissions.get(month) ?? 0, bills.get(month)];
    const otherFen = others.reduce((total, spent) => total + (spent.get(month) ?? 0), 0);
    const metered = sumKnown(registers.meters.map((meter) => registers.countOf(meter, '', spanOfMonth(month))));
    const gridCostFen = bill?.costFen ?? null;
    rows.push({
      month, sessions: sum('sessions'), energy, energyFen, serviceFen, extraFen, gridCostFen, commissionFen, otherFen, metered, lossPermille: lossPermille(metered, energy), energyMarginFen: gridCostFen === null ? null : energyFen - gridCostFen,
      serviceMarginFen: serviceMargin({ serviceFen, metered, sold: energy, gridEnergy: bill?.energy ?? null, gridCostFen }), netFen: gridCostFen === null ? null : energyFen + serviceFen + extraFen - gridCostFen - commissionFen - otherFen,
    });
  }
  return { rows };
};
