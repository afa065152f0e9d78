/** Paper in millimetres; a roll is as long as what is on it. */
export type PaperSize = { widthMm: number; heightMm: number | 'content' };

/** What services know of printing: they hand over a complete page, and Electron stays behind this type. */
export type PrintPort = {
  /** Writes the page as a PDF, whole or not at all. Throws PRINT_FAILED, FILE_NOT_WRITABLE, DISK_FULL. */
  toPdf(html: string, page: PaperSize, file: string): Promise<{ bytes: number }>;
  /** Hands the page to the system's print dialog. Throws PRINT_FAILED, and CANCELLED when the user closes it. */
  toPrinter(html: string, page: PaperSize): Promise<void>;
  /** Lets go of the hidden window now, so that it does not hold up the end of the program. */
  close(): void;
};
