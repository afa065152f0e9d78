import { listDevices } from '../../../db/queries/charging-devices.ts';
import { findTariffVersion } from '../../../db/queries/charging-tariffs.ts';
import { getEstate } from '../../../db/queries/estate.ts';
import type { Db } from '../../../db/sql.ts';
import { secondOf } from '../../../shared/domain/cell-moment.ts';
import { stepsOf } from '../../../shared/domain/charging-price.ts';
import { secondsByLine } from '../../../shared/domain/charging-split.ts';
import { hoursOf, readyTariff } from '../../../shared/domain/charging-tariff.ts';
import { localDay } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import { printPaper } from '../print-paper.ts';
import type { Handler } from '../../context.ts';
import { sessionPage } from '../../print/charging-page.ts';
import { A4 } from '../../print/shift-style.ts';
import { needChanged } from './change-session.ts';
import { sessionOf } from './sessions.ts';

/** Puts a session's bill on A4 as it is now, with what changed it. Throws NO_SUCH_SESSION, NEEDS_WINDOW, and what the port throws. */
export const printSession: Handler<'charging.printSession'> = async ({ office, now }, { sessionId, to, file }) => {
  const html = await office.database.read((db) => pageOf(db, sessionId, localDay(now)));
  return printPaper(office, 'charging.printSession', { html, size: A4, to, file });
};

async function pageOf(db: Db, sessionId: number, printedOn: string): Promise<string> {
  const session = await sessionOf(db, sessionId);
  const terms = await findTariffVersion(db, (await needChanged(db, sessionId)).session.tariffId);
  if (!terms) throw new AppError('NO_SUCH_SESSION', { sessionId });
  const place = (await listDevices(db)).find(({ code }) => code === session.device)?.place ?? '';
  const { officeName, phone } = await getEstate(db);
  const bill = session.corrected ?? session;
  const ready = readyTariff(terms);
  const [from, until] = [secondOf(bill.start), secondOf(bill.end)];
  const times = secondsByLine(ready, from, until);
  const periods = bill.lines.map((line) => {
    const known = ready.lines.findIndex(({ code, energyPrice, servicePrice }) => code === line.code && energyPrice === line.energyPrice && servicePrice === line.servicePrice);
    return { ...line, hours: hoursOf(ready, known), seconds: times.find((one) => one.line === known)?.seconds ?? 0 };
  });
  return sessionPage({ session, bill, place, periods, terms, steps: stepsOf(terms, bill.lines, until - from, bill.energy), officeName, officePhone: phone, printedOn });
}
