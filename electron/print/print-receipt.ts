import type { ReceiptFacts } from '../../shared/contract/payments.ts';
import { localDay } from '../../shared/domain/period.ts';
import { AppError } from '../../shared/errors.ts';
import type { PaperSize, PrintPort } from './port-type.ts';
import { receiptPage, type ReceiptPaper } from './receipt-page.ts';

const PAPERS: Record<ReceiptPaper, PaperSize> = { a5: { widthMm: 210, heightMm: 148 }, '80mm': { widthMm: 80, heightMm: 'content' } };

export type ReceiptPrint = { paper: ReceiptPaper; to: 'printer' | 'pdf'; file?: string | undefined; now: Date };

/**
 * Prints a receipt or saves it as a PDF. `facts.prints` already counts this print: 1 is 首印, 2 is 补打第 1 次.
 * Answers the file, or null for the printer. Throws what the port throws, and BAD_INPUT for a PDF without a file.
 */
export async function printReceiptFacts(port: PrintPort, facts: ReceiptFacts, { paper, to, file, now }: ReceiptPrint): Promise<string | null> {
  const html = receiptPage(facts, { paper, printedOn: localDay(now), printNo: Math.max(1, facts.prints) });
  if (to === 'printer') {
    await port.toPrinter(html, PAPERS[paper]);
    return null;
  }
  if (file === undefined) throw new AppError('BAD_INPUT', { issues: [{ path: 'file', rule: 'required' }] });
  await port.toPdf(html, PAPERS[paper], file);
  return file;
}
