import { findLeaseNotice } from '../../../db/queries/lease-notices.ts';
import { getEstate } from '../../../db/queries/estate.ts';
import type { Db } from '../../../db/sql.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { localDay } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import { printPaper } from '../print-paper.ts';
import type { Handler } from '../../context.ts';
import { leasePage, noticePage, statementPage } from '../../print/parking-page.ts';
import { A4 } from '../../print/shift-style.ts';
import { readLease } from './list-leases.ts';
import { readStatement, windowWords } from './list-companies.ts';

/** Puts a contract, a notice or a statement on A4. Throws what reading it throws, NO_SUCH_NOTICE, NEEDS_WINDOW, and what the port throws. */
export const printParking: Handler<'parking.print'> = async ({ office, now }, { what, to, file }) => {
  const html = await office.database.read((db) => pageOf(db, what, localDay(now)));
  return printPaper(office, 'parking.print', { html, size: A4, to, file });
};

async function pageOf(db: Db, what: Input<'parking.print'>['what'], today: string): Promise<string> {
  if (what.kind === 'notice') {
    const notice = await findLeaseNotice(db, what.noticeNo);
    if (!notice) throw new AppError('NO_SUCH_NOTICE', { noticeNo: what.noticeNo });
    return noticePage(notice);
  }
  const { name, officeName, phone } = await getEstate(db);
  const by = { estateName: name, officeName, officePhone: phone };
  if (what.kind === 'statement') return statementPage(await readStatement(db, what), by, today);
  const lease = await readLease(db, what.leaseId, today);
  return leasePage({ ...lease, windowWords: windowWords(lease.windows) }, by);
}
