import { findDayByReport, findShiftByReport } from '../../../db/queries/shifts.ts';
import { dayReport, shiftReport } from '../../../shared/contract/shifts.ts';
import { AppError } from '../../../shared/errors.ts';
import { dayPage, shiftPage } from '../../print/shift-page.ts';
import { A4 } from '../../print/shift-style.ts';
import { printPaper } from '../print-paper.ts';
import type { Handler } from '../../context.ts';

/** Puts a frozen report on A4: as often as wanted, it never changes. Throws NO_SUCH_REPORT, SHIFT_OF_ANOTHER, NEEDS_WINDOW, and what the port throws. */
export const printReport: Handler<'shifts.print'> = async ({ office, user }, { reportNo, to, file }) => {
  const html = await office.database.read(async (db) => {
    const shift = await findShiftByReport(db, reportNo);
    if (shift && user?.role === 'cashier' && shift.userId !== user.userId) throw new AppError('SHIFT_OF_ANOTHER', { userName: shift.userName });
    if (shift?.report) return shiftPage(shiftReport.parse(JSON.parse(shift.report)));
    const day = await findDayByReport(db, reportNo);
    if (!day) throw new AppError('NO_SUCH_REPORT', { reportNo });
    return dayPage(dayReport.parse(JSON.parse(day.report)));
  });
  return printPaper(office, 'shifts.print', { html, size: A4, to, file });
};
