import type { CallInput } from '../../shared/contract/index.ts';
import type { DayReport, ShiftReport } from '../../shared/contract/shifts.ts';
import { givenBill, pay } from './builders.ts';
import type { TestCaller } from './open-office.ts';

export const cashier = { as: 'cashier' } as const;

let rooms = 0;

/** A payment of so much, in cash unless told, taken from a home of its own that owes one fen more. */
export async function take(office: TestCaller, amountFen: number, change: Partial<CallInput<'payments.register'>> = {}, as: 'cashier' | 'manager' = 'cashier'): Promise<CallInput<'payments.register'> & { receiptNo: string }> {
  rooms += 1;
  const { home, bill } = await givenBill(office, { amountFen: amountFen + 1, room: String(1000 + rooms) });
  const input = pay(home, bill, amountFen, change);
  const { receiptNo } = await office.get('payments.register', input, { as });
  return { ...input, receiptNo };
}

/** A shift's frozen report. */
export async function shiftReportOf(office: TestCaller, reportNo: string): Promise<ShiftReport> {
  const found = await office.get('shifts.get', { reportNo });
  if (found.kind !== 'shift') throw new Error(`${reportNo} is no shift's`);
  return found.report;
}

/** A day's frozen report. */
export async function dayReportOf(office: TestCaller, reportNo: string): Promise<DayReport> {
  const found = await office.get('shifts.get', { reportNo });
  if (found.kind !== 'day') throw new Error(`${reportNo} is no day's`);
  return found.report;
}
