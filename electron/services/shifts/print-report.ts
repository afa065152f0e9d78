import { findDayByReport, findShiftByReport } from '../../../db/queries/shifts.ts';
import { dayReport, shiftReport } from '../../../shared/contract/shifts.ts';
import { AppError } from '../../../shared/errors.ts';
import { dayPage, shiftPage } from '../../print/shift-page.ts';
import { A4 } from '../../print/shift-style.ts';
import { spareBooks } from '../../jobs/backups.ts';
import type { Handler } from '../../context.ts';

/** Puts a frozen report on A4: as often as wanted, it never changes. Throws NO_SUCH_REPORT, SHIFT_OF_ANOTHER, NEEDS_WINDOW, and what the port throws. */
export const printReport: Handler<'shifts.print'> = async ({ office, user }, { reportNo, to, file }) => {
  const { database, ports } = office;
  const html = await database.read(async (db) => {
    const shift = await findShiftByReport(db, reportNo);
    if (shift && user?.role === 'cashier' && shift.userId !== user.userId) throw new AppError('SHIFT_OF_ANOTHER', { userName: shift.userName });
    if (shift?.report) return shiftPage(shiftReport.parse(JSON.parse(shift.report)));
    const day = await findDayByReport(db, reportNo);
    if (!day) throw new AppError('NO_SUCH_REPORT', { reportNo });
    return dayPage(dayReport.parse(JSON.parse(day.report)));
  });
  if (!ports.print) throw new AppError('NEEDS_WINDOW', { endpoint: 'shifts.print' });
  if (to === 'printer') {
    await ports.print.toPrinter(html, A4);
    return { file: null };
  }
  if (file === undefined) throw new AppError('BAD_INPUT', { issues: [{ path: 'file', rule: 'required' }] });
  spareBooks(file, office.dataFolder);
  await ports.print.toPdf(html, A4, file);
  return { file };
};
