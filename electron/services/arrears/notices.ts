import { insertServices, listNoticeLines, listNotices, listNoticesByNo, sumNotices, type NoticeHead } from '../../../db/queries/dunning.ts';
import type { Db } from '../../../db/sql.ts';
import { AppError } from '../../../shared/errors.ts';
import { bookPage } from '../../print/book-page.ts';
import { dunningBook, type NoticeFacts } from '../../print/dunning-page.ts';
import { A4_BOOK } from '../../print/port-type.ts';
import { spareBooks } from '../../jobs/backups.ts';
import type { Handler } from '../../context.ts';

/** Throws NO_SUCH_NOTICE with the first number that there is not. */
async function getNotices(db: Db, noticeNos: readonly string[]): Promise<NoticeHead[]> {
  const notices = await listNoticesByNo(db, noticeNos);
  const known = new Set(notices.map(({ noticeNo }) => noticeNo));
  const missing = noticeNos.find((noticeNo) => !known.has(noticeNo));
  if (missing !== undefined) throw new AppError('NO_SUCH_NOTICE', { noticeNo: missing });
  return notices;
}

export const printNotices: Handler<'dunning.print'> = async ({ office, progress, checkCancelled }, { noticeNos, to, file }) => {
  const { database, ports, dataFolder } = office;
  const facts = await database.read(async (db): Promise<NoticeFacts[]> => {
    const notices = await getNotices(db, noticeNos);
    const lines = await listNoticeLines(db, notices.map(({ noticeId }) => noticeId));
    return notices.map((notice) => ({ ...notice, lines: lines.get(notice.noticeId) ?? [] }));
  });
  if (!ports.print) throw new AppError('NEEDS_WINDOW', { endpoint: 'dunning.print' });
  const book = dunningBook(facts);
  if (to === 'printer') {
    await ports.print.toPrinter(bookPage(book, book.chapters), A4_BOOK);
    return { file: null };
  }
  if (file === undefined) throw new AppError('BAD_INPUT', { issues: [{ path: 'file', rule: 'required' }] });
  spareBooks(file, dataFolder);
  await ports.print.toBook(book, A4_BOOK, file, { progress: (done, total) => progress({ done, total, label: 'SHEETS' }), checkCancelled });
  return { file };
};

/** Only a notice that was served restarts the limitation of its bills. */
export const recordService: Handler<'dunning.recordService'> = async ({ db, user, now, today }, { noticeNos, way, servedOn, by, note }) => {
  if (servedOn > today) throw new AppError('DATE_IN_FUTURE', { date: servedOn, today });
  const notices = await getNotices(db, noticeNos);
  const later = notices.find(({ on }) => on > servedOn);
  if (later) throw new AppError('SERVED_BEFORE_NOTICE', { noticeNo: later.noticeNo, on: later.on });
  await insertServices(db, notices.map(({ noticeId }) => ({ noticeId, way, servedOn, servedBy: by || user.name, note, userId: user.userId, userName: user.name, at: now.toISOString() })));
  return { served: notices.length };
};

export const listNoticeRows: Handler<'dunning.list'> = async ({ db }, { limit, after, ...filter }) => {
  const found = await listNotices(db, filter, { before: after ?? Number.MAX_SAFE_INTEGER, limit: limit + 1 });
  const page = found.slice(0, limit);
  return { items: page.map(({ noticeId: _noticeId, ...notice }) => notice), ...(await sumNotices(db, filter)), ...(found.length > limit ? { next: page.at(-1)?.noticeId } : {}) };
};
