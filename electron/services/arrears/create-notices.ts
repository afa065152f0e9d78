import { rm } from 'node:fs/promises';
import { listAgedBills, listOwingHomes } from '../../../db/queries/arrears-homes.ts';
import { describeLines, insertNotices, lastNumber, type NoticeLine } from '../../../db/queries/dunning.ts';
import { getEstate, type Estate } from '../../../db/queries/estate.ts';
import { listDebtors } from '../../../db/queries/home-transfers.ts';
import { isLarge } from '../../../db/queries/open-bills.ts';
import { formatNumber, takeNumbers } from '../../../db/queries/payments.ts';
import type { Db } from '../../../db/sql.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { deadlineOf, planNotices, type NoticePlan } from '../../../shared/domain/dunning.ts';
import { fen, sumFen } from '../../../shared/domain/money.ts';
import { AppError } from '../../../shared/errors.ts';
import { dunningBook, type NoticeFacts } from '../../print/dunning-page.ts';
import { A4_BOOK } from '../../print/port-type.ts';
import { spareBooks } from '../../jobs/backups.ts';
import type { Handler, HostContext } from '../../context.ts';
import { readTexts, type NoticeTexts } from './notice-texts.ts';

export const NOTICE_SERIES = 'CJ';
const MOST_HOMES = 1_000_000;
/** Someone else may have taken the numbers while ours were being printed. */
const ATTEMPTS = 3;

type Draft = { plans: NoticePlan[]; lines: Map<number, NoticeLine[]>; texts: NoticeTexts; estate: Estate; firstNo: number };
type Made = Output<'dunning.create'>;

/**
 * Makes notices for whoever owes overdue bills and fits the filter. They are printed first, under the numbers that come
 * next, and written when the file is there: a print that fails or is cancelled leaves nothing.
 * Throws NOTHING_TO_DUN, NEEDS_WINDOW, CANCELLED, and what the port throws.
 */
export const createNotices: Handler<'dunning.create'> = async (context, input) => {
  const { office, checkCancelled } = context;
  if (input.file !== undefined && !office.ports.print) throw new AppError('NEEDS_WINDOW', { endpoint: 'dunning.create' });
  if (input.file !== undefined) spareBooks(input.file, office.dataFolder);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const draft = await office.database.read((db) => draftNotices(db, context, input));
    if (draft.plans.length === 0) throw new AppError('NOTHING_TO_DUN', {});
    if (input.file !== undefined) await printDraft(context, draft, input.file);
    checkCancelled();
    const made = await office.database.write((db) => writeDraft(db, context, draft, input.file)).catch(async (error: unknown) => {
      if (input.file !== undefined) await rm(input.file, { force: true });
      throw error;
    });
    if (made) return made;
  }
  throw new AppError('BUSY', {});
};

type Author = Pick<HostContext, 'user' | 'now' | 'today'>;

/** Whom notices of a day would go to, and what they say. Writes nothing. */
export async function draftNotices(db: Db, { today }: Pick<Author, 'today'>, { filter: { bucket, lapsing, minFen, ...bills }, ...words }: Input<'dunning.create'>): Promise<Draft> {
  const large = await isLarge(db);
  const overdue = { ...bills, overdueOnly: true };
  const homes = await listOwingHomes(db, today, { ...overdue, bucket, lapsing, minFen }, { after: '', limit: MOST_HOMES }, large);
  const homeIds = homes.map(({ homeId }) => homeId);
  const plans = homeIds.length > 0 ? planNotices(await listAgedBills(db, today, { ...overdue, homeIds }, large), await listDebtors(db, today, homeIds)) : [];
  const texts = await readTexts(db);
  return {
    plans, lines: await describeLines(db, plans), estate: await getEstate(db), firstNo: (await lastNumber(db, NOTICE_SERIES, yearOf(today))) + 1,
    texts: { clause: words.clause ?? texts.clause, howToPay: words.howToPay ?? texts.howToPay, deadlineDays: words.deadlineDays ?? texts.deadlineDays },
  };
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The notices of a draft as they are printed and written. */
function factsOf({ plans, lines, texts, estate, firstNo }: Draft, today: string): NoticeFacts[] {
  return plans.map(({ label, debtor, former, payer, lines: own }, index) => ({
    noticeNo: formatNumber(NOTICE_SERIES, yearOf(today), firstNo + index), estateName: estate.name, officeName: estate.officeName, officePhone: estate.phone, label, debtor, former, payer, on: today, deadlineOn: deadlineOf(today, texts.deadlineDays),
    amountFen: sumFen(own.map(({ openFen }) => openFen)), clause: texts.clause, howToPay: texts.howToPay, lines: lines.get(index) ?? [],
  }));
}

async function printDraft({ office: { ports }, today, progress, checkCancelled }: HostContext, draft: Draft, file: string): Promise<void> {
  await ports.print?.toBook(dunningBook(factsOf(draft, today)), A4_BOOK, file, { progress: (done, total) => progress({ done, total, label: 'SHEETS' }), checkCancelled });
}

/** Writes a draft under its numbers; undefined when a file was printed and they are taken. */
export async function writeDraft(db: Db, { user, now, today }: Author, draft: Draft, file?: string): Promise<Made | undefined> {
  const firstNo = (await lastNumber(db, NOTICE_SERIES, yearOf(today))) + 1;
  if (file !== undefined && firstNo !== draft.firstNo) return undefined;
  await takeNumbers(db, NOTICE_SERIES, yearOf(today), draft.plans.length);
  const notices = factsOf({ ...draft, firstNo }, today).map(({ lines: _lines, ...notice }, index) => ({
    ...notice, homeId: draft.plans[index]?.homeId ?? 0, lines: draft.plans[index]?.lines ?? [], userId: user?.userId ?? null, userName: user?.name ?? '', at: now.toISOString(),
  }));
  await insertNotices(db, notices);
  return { notices: notices.length, amountFen: fen(sumFen(notices.map(({ amountFen }) => amountFen))), file: file ?? null, firstNo: notices[0]?.noticeNo ?? null, lastNo: notices.at(-1)?.noticeNo ?? null };
}
