/** Paper in millimetres; a roll is as long as what is on it. */
export type PaperSize = { widthMm: number; heightMm: number | 'content' };

/** What a book's sheets are as large as. */
export const A4_BOOK = { widthMm: 210, heightMm: 297 } as const;

/** Sheets of paper that belong together, e.g. one letter: their HTML, one element for each, and the name of their bookmark. */
export type Chapter = { title: string; sheets: readonly string[] };

/** Many chapters in one document: `style` is what a page of them needs. */
export type Book = { title: string; style: string; chapters: readonly Chapter[] };

/** How far a long print is, in sheets; `checkCancelled` throws CANCELLED when the caller gave up. */
export type PrintWatch = { progress: (done: number, total: number) => void; checkCancelled: () => void };

/** What services know of printing: they hand over a complete page, and Electron stays behind this type. */
export type PrintPort = {
  /** Writes the page as a PDF, whole or not at all. Throws PRINT_FAILED, FILE_NOT_WRITABLE, DISK_FULL. */
  toPdf(html: string, page: PaperSize, file: string): Promise<{ bytes: number }>;
  /**
   * Writes a book as one PDF with a bookmark for each chapter, some sheets at a time, whole or not at all.
   * Throws as `toPdf` does, and CANCELLED.
   */
  toBook(book: Book, page: PaperSize & { heightMm: number }, file: string, watch: PrintWatch): Promise<{ bytes: number; pages: number }>;
  /** Hands the page to the system's print dialog. Throws PRINT_FAILED, and CANCELLED when the user closes it. */
  toPrinter(html: string, page: PaperSize): Promise<void>;
  /** Lets go of the hidden window now, so that it does not hold up the end of the program. */
  close(): void;
};
