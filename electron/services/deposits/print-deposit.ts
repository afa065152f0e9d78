import { findDeposit, listReturns } from '../../../db/queries/deposits.ts';
import type { Db } from '../../../db/sql.ts';
import { localDay, localTime } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import { depositPage, returnPage } from '../../print/deposit-page.ts';
import { printPaper } from '../print-paper.ts';
import type { Handler } from '../../context.ts';

const A5 = { widthMm: 210, heightMm: 148 } as const;

/** Prints or saves a deposit's receipt as it stands, or the slip of one of its returns. Throws NO_SUCH_DEPOSIT, NEEDS_WINDOW, and what the port throws. */
export const printDeposit: Handler<'deposits.print'> = async ({ office, now }, { depositId, returnNo, to, file }) => {
  const html = await office.database.read((db) => pageOf(db, depositId, returnNo, localDay(now)));
  return printPaper(office, 'deposits.print', { html, size: A5, to, file });
};

async function pageOf(db: Db, depositId: string, returnNo: string | undefined, printedOn: string): Promise<string> {
  const deposit = await findDeposit(db, depositId);
  if (!deposit) throw new AppError('NO_SUCH_DEPOSIT', { depositId });
  const returns = await listReturns(db, [deposit.depositNo]);
  const facts = { ...deposit, time: localTime(new Date(deposit.registeredAt)), returns };
  if (returnNo === undefined) return depositPage(facts, printedOn);
  const one = returns.find((each) => each.returnNo === returnNo);
  if (!one) throw new AppError('NO_SUCH_DEPOSIT', { depositId });
  return returnPage(facts, one, printedOn);
}
