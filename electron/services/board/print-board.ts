import { getEstate } from '../../../db/queries/estate.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { localDay } from '../../../shared/domain/period.ts';
import type { Context, Handler } from '../../context.ts';
import { A4_LANDSCAPE, boardPage } from '../../print/board-page.ts';
import { printPaper } from '../print-paper.ts';
import { summary } from './summary.ts';

/** Puts the board on paper as it is now. Throws what reading it throws, NEEDS_WINDOW, and what the port throws. */
export const printBoard: Handler<'board.print'> = async ({ office, now, user, session, progress, checkCancelled }, { months, to, file }) => {
  const html = await office.database.read(async (db) => {
    if (!user) throw new RangeError('nobody is signed in');
    const context: Context = { db, user, now, today: localDay(now), progress, checkCancelled, dataFolder: office.dataFolder, version: office.version, locked: session.locked };
    const { name, officeName, phone } = await getEstate(db);
    // The schema only brands the amounts that the handler answers.
    return boardPage((await summary(context, months)) as Output<'board.summary'>, { estateName: name, officeName, officePhone: phone });
  });
  return printPaper(office, 'board.print', { html, size: A4_LANDSCAPE, to, file });
};
