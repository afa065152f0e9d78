import { randomUUID } from 'node:crypto';
import type { BrowserWindow } from 'electron';
import { AppError, isAppError } from '../../shared/errors.ts';
import { bookPage } from './book-page.ts';
import { openMerger, type Bookmark } from './merge-pdf.ts';
import type { Book, Chapter, PaperSize, PrintPort, PrintWatch } from './port-type.ts';
import { savePdf } from './save-pdf.ts';

/** Where pages and the window without a bridge come from: protocol.ts and window.ts. */
export type PrintPages = {
  registerPage(id: string, html: string): string;
  removePage(id: string): void;
  openHiddenWindow(): BrowserWindow;
};

type PrintLog = { error(message: string): void };

const IDLE_MS = 20_000;
const LIMIT_MS = 30_000;
/** Beside the limit, for each sheet of a book's part: fifty times what one takes. */
const LIMIT_MS_PER_SHEET = 200;
/** Sheets that are printed at once: progress moves and a cancellation is heard between them. */
const SHEETS_PER_PART = 100;
const MM_PER_INCH = 25.4;
const CSS_PX_PER_INCH = 96;
const MICRONS_PER_MM = 1000;
/** A roll is cut a little late rather than through a line that paper breaks otherwise than the screen did. */
const ROLL_SLACK_MM = 2;
/** The page may run no script; ours runs beside it, in a world that the page cannot see. */
const PRINT_WORLD = 1001;
// Reading the height lays the page out, which is what makes it ask for its fonts.
const WAIT_AND_MEASURE = 'void document.body.offsetHeight; document.fonts.ready.then(() => document.body.getBoundingClientRect().height)';

/**
 * Prints pages through one hidden window, one page at a time; the window goes when it has been idle for a
 * while, so that printing costs no memory later. What fails is logged and thrown as PRINT_FAILED.
 */
export function createPrintPort(pages: PrintPages, log: PrintLog): PrintPort {
  let window: BrowserWindow | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function close(): void {
    clearTimeout(idle);
    if (window && !window.isDestroyed()) window.destroy();
    window = undefined;
  }

  async function withPage<Result>(html: string, page: PaperSize, use: (window: BrowserWindow, heightMm: number) => Promise<Result>, limitMs = LIMIT_MS): Promise<Result> {
    clearTimeout(idle);
    if (!window || window.isDestroyed()) window = pages.openHiddenWindow();
    const id = randomUUID();
    try {
      const heightMm = await withLimit(load(window, pages.registerPage(id, html), page), limitMs);
      return await use(window, heightMm);
    } catch (error) {
      // A window that failed once is not trusted with the next page.
      close();
      throw refusalFrom(error, log);
    } finally {
      pages.removePage(id);
      idle = setTimeout(close, IDLE_MS);
      idle.unref();
    }
  }

  /** The next job waits for the one before it, whether that succeeds or not. */
  function queue<Result>(job: () => Promise<Result>): Promise<Result> {
    const result = last.then(job);
    last = result.catch(() => undefined);
    return result;
  }

  return {
    toPdf: (html, page, file) =>
      queue(async () => {
        const bytes = await withPage(html, page, (shown, heightMm) => withLimit(makePdf(shown, page.widthMm, heightMm)));
        await savePdf(file, bytes);
        return { bytes: bytes.byteLength };
      }),
    toBook: (book, page, file, watch) =>
      queue(async () => {
        const { bytes, pages: count } = await makeBook(withPage, book, page, watch);
        watch.checkCancelled();
        await savePdf(file, bytes);
        return { bytes: bytes.byteLength, pages: count };
      }),
    toPrinter: (html, page) => queue(() => withPage(html, page, (shown, heightMm) => sendToPrinter(shown, page.widthMm, heightMm))),
    close,
  };
}

type WithPage = (html: string, page: PaperSize, use: (window: BrowserWindow) => Promise<Uint8Array>, limitMs: number) => Promise<Uint8Array>;

/** Prints a book part by part and puts the parts together; a cancellation closes the hidden window. One chapter alone needs neither. */
async function makeBook(withPage: WithPage, book: Book, page: PaperSize & { heightMm: number }, { progress, checkCancelled }: PrintWatch): Promise<{ bytes: Uint8Array; pages: number }> {
  const total = countSheets(book.chapters);
  if (book.chapters.length === 1) return { bytes: await withPage(bookPage(book, book.chapters), page, (shown) => withLimit(makePdf(shown, page.widthMm, page.heightMm)), LIMIT_MS), pages: total };
  const merger = await openMerger();
  const bookmarks: Bookmark[] = [];
  let printed = 0;
  for (const part of partsOf(book.chapters)) {
    progress(printed, total);
    let at = printed;
    for (const chapter of part) {
      bookmarks.push({ title: chapter.title, page: at });
      at += chapter.sheets.length;
    }
    const limitMs = LIMIT_MS + (at - printed) * LIMIT_MS_PER_SHEET;
    const bytes = await withPage(bookPage(book, part), page, (shown) => {
      checkCancelled();
      return withLimit(makePdf(shown, page.widthMm, page.heightMm), limitMs);
    }, limitMs);
    checkCancelled();
    printed = await merger.add(bytes);
    // A sheet that ran over its page would shift every bookmark after it.
    if (printed !== at) throw new AppError('PRINT_FAILED', { detail: `${String(printed)} pages instead of ${String(at)}` });
  }
  progress(total, total);
  return { bytes: await merger.finish(book.title, bookmarks), pages: printed };
}

const countSheets = (chapters: readonly Chapter[]) => chapters.reduce((sum, { sheets }) => sum + sheets.length, 0);

/** Chapters in their order, as many together as make a part; each stays whole. */
function partsOf(chapters: readonly Chapter[]): Chapter[][] {
  const parts: Chapter[][] = [];
  let sheets = SHEETS_PER_PART;
  for (const chapter of chapters) {
    if (sheets + chapter.sheets.length > SHEETS_PER_PART) {
      parts.push([]);
      sheets = 0;
    }
    parts.at(-1)?.push(chapter);
    sheets += chapter.sheets.length;
  }
  return parts;
}

/** Answers the height of the paper in mm. */
async function load(window: BrowserWindow, url: string, page: PaperSize): Promise<number> {
  await window.loadURL(url);
  const heightPx: unknown = await window.webContents.executeJavaScriptInIsolatedWorld(PRINT_WORLD, [{ code: WAIT_AND_MEASURE }]);
  if (page.heightMm !== 'content') return page.heightMm;
  if (typeof heightPx !== 'number') throw new Error('the page has no height');
  return (heightPx / CSS_PX_PER_INCH) * MM_PER_INCH + ROLL_SLACK_MM;
}

function makePdf(window: BrowserWindow, widthMm: number, heightMm: number): Promise<Uint8Array> {
  return window.webContents.printToPDF({
    printBackground: true,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    pageSize: { width: widthMm / MM_PER_INCH, height: heightMm / MM_PER_INCH },
  });
}

function sendToPrinter(window: BrowserWindow, widthMm: number, heightMm: number): Promise<void> {
  const pageSize = { width: Math.round(widthMm * MICRONS_PER_MM), height: Math.round(heightMm * MICRONS_PER_MM) };
  return new Promise((resolve, reject) => {
    window.webContents.print({ printBackground: true, margins: { marginType: 'none' }, pageSize }, (sent, reason) => {
      if (sent) resolve();
      else reject(/cancel/i.test(reason) ? new AppError('CANCELLED', {}) : new Error(reason));
    });
  });
}

/** A renderer that has died answers nothing. */
async function withLimit<Value>(work: Promise<Value>, limitMs = LIMIT_MS): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the print window did not answer')), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

function refusalFrom(error: unknown, log: PrintLog): AppError {
  if (isAppError(error)) return error;
  const detail = error instanceof Error ? error.message : String(error);
  log.error(`printing failed: ${detail}`);
  return new AppError('PRINT_FAILED', { detail });
}
