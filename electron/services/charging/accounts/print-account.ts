import { findTopUp, listPayBacks } from '../../../../db/queries/charging-accounts.ts';
import { getEstate } from '../../../../db/queries/estate.ts';
import type { Db } from '../../../../db/sql.ts';
import type { Input } from '../../../../shared/contract/index.ts';
import { localDay, localTime } from '../../../../shared/domain/period.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Handler } from '../../../context.ts';
import { accountStatementPage, payBackPage, topUpPage } from '../../../print/charging-account-page.ts';
import { A4 } from '../../../print/shift-style.ts';
import { printPaper } from '../../print-paper.ts';
import { readAccount } from './accounts.ts';

const A5 = { widthMm: 210, heightMm: 148 } as const;

/** Puts a receipt or a slip on A5, a statement on A4. Throws NO_SUCH_TOPUP, NO_SUCH_CHARGING_ACCOUNT, NEEDS_WINDOW, and what the port throws. */
export const printAccount: Handler<'charging.printAccount'> = async ({ office, now }, { what, to, file }) => {
  const html = await office.database.read((db) => pageOf(db, what, localDay(now)));
  return printPaper(office, 'charging.printAccount', { html, size: 'accountId' in what ? A4 : A5, to, file });
};

async function pageOf(db: Db, what: Input<'charging.printAccount'>['what'], today: string): Promise<string> {
  if ('accountId' in what) {
    const { name, officeName, phone } = await getEstate(db);
    return accountStatementPage(await readAccount({ db, today }, what), what, { estateName: name, officeName, officePhone: phone }, today);
  }
  if ('topUpId' in what) {
    const topUp = await findTopUp(db, what.topUpId);
    if (!topUp) throw new AppError('NO_SUCH_TOPUP', { no: what.topUpId });
    const voided = (await listPayBacks(db, { payBackId: what.topUpId })).some(({ kind }) => kind === 'void');
    return topUpPage({ ...topUp, voided, time: localTime(new Date(topUp.registeredAt)) }, today);
  }
  const [one] = await listPayBacks(db, { returnNo: what.returnNo });
  const topUp = one && (await findTopUp(db, one.topUpId));
  if (!topUp) throw new AppError('NO_SUCH_TOPUP', { no: what.returnNo });
  return payBackPage(one, topUp, today);
}
