import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPaper, insertPaper, type KeptPaper } from '../../../db/queries/statement-postings.ts';
import type { StatementContent, StatementHead } from '../../../shared/contract/statement-content.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { qrText } from '../../../shared/domain/statement-code.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler, Office } from '../../context.ts';
import { countPages } from '../../print/merge-pdf.ts';
import type { PrintPort } from '../../print/port-type.ts';
import { markStatement, statementPage } from '../../print/statement-page.ts';
import { STATEMENT_SIZES, type StatementPaper } from '../../print/statement-style.ts';
import { printPaper } from '../print-paper.ts';
import { saveKept } from './save-kept.ts';
import { readStatement } from './read-statement.ts';

/** A sheet that asks for more pages each time would never end. */
const MOST_PAGES = 40;

/** Puts a sheet on paper. A published one is laid out once, kept, and printed from what was kept. Throws as its contract says. */
export const printStatement: Handler<'statements.print'> = async ({ office, now }, input) => {
  const { statementId, paper } = input;
  const { print } = office.ports;
  if (!print) throw new AppError('NEEDS_WINDOW', { endpoint: 'statements.print' });
  const { head, content, newer } = await office.database.read((db) => readStatement(db, statementId));
  if (head.digest === null) {
    const draft = await layOut(print, paper, (pages) => statementPage(content, { paper, code: null, qr: null, mark: head.closed ? '草稿' : '草稿（账期未结）', pages }));
    return { ...(await send(office, input, draft, draft.page)), pages: draft.pages, digest: null };
  }
  const kept = await keptPaper(office, print, head, content, paper, now);
  const marked = head.state === 'superseded' ? markStatement(kept.page, newer === 0 ? '已作废（反结账）' : `已被第 ${String(newer)} 版取代`) : kept.page;
  return { ...(await send(office, input, kept, marked)), pages: kept.pages, digest: kept.digest };
};

/** The bytes that were kept, unless the page has been marked since. */
async function send(office: Office, { paper, to, file }: Input<'statements.print'>, { page, pdf }: Pick<KeptPaper, 'page' | 'pdf'>, html: string): Promise<{ file: string | null }> {
  if (to === 'pdf' && file !== undefined && html === page) return saveKept(office, file, pdf);
  return printPaper(office, 'statements.print', { html, size: STATEMENT_SIZES[paper], to, file });
}

async function keptPaper({ database }: Office, print: PrintPort, { statementId, code, digest, version, number, from, to }: StatementHead, content: StatementContent, paper: StatementPaper, now: Date): Promise<KeptPaper> {
  const known = await database.read((db) => findPaper(db, statementId, paper));
  if (known) return known;
  const qr = qrText({ number, version, from, to, digest: digest ?? '' });
  const made = await layOut(print, paper, (pages) => statementPage(content, { paper, code, qr, mark: '', pages }));
  // Two windows may print it for the first time at once: what was kept first holds.
  return database.write(async (db) => {
    await insertPaper(db, statementId, paper, made, now.toISOString());
    return (await findPaper(db, statementId, paper)) ?? made;
  });
}

/** Lays a sheet out until it says how many pages it takes; the number stands on each of them. */
async function layOut(print: PrintPort, paper: StatementPaper, pageOf: (pages: number) => string): Promise<KeptPaper> {
  const folder = await mkdtemp(join(tmpdir(), 'mingbai-'));
  const file = join(folder, 'sheet.pdf');
  try {
    let pages = 1;
    for (;;) {
      const page = pageOf(pages);
      await print.toPdf(page, STATEMENT_SIZES[paper], file);
      const pdf = await readFile(file);
      const counted = await countPages(pdf);
      if (counted <= pages || pages >= MOST_PAGES) return { page, pages: counted, pdf, digest: createHash('sha256').update(pdf).digest('hex') };
      pages = counted;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
