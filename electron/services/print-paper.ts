import { AppError } from '../../shared/errors.ts';
import type { EndpointName } from '../../shared/contract/index.ts';
import type { Office } from '../context.ts';
import { spareBooks } from '../jobs/backups.ts';
import type { PaperSize } from '../print/port-type.ts';

type Paper = { html: string; size: PaperSize; to: 'printer' | 'pdf'; file?: string | undefined };

/** Sends a page to the printer, or saves it as PDF where the user said. Throws NEEDS_WINDOW, BAD_INPUT (no file), what sparing the books does, and what the port throws. */
export async function printPaper({ ports, dataFolder }: Office, endpoint: EndpointName, { html, size, to, file }: Paper): Promise<{ file: string | null }> {
  if (!ports.print) throw new AppError('NEEDS_WINDOW', { endpoint });
  if (to === 'printer') {
    await ports.print.toPrinter(html, size);
    return { file: null };
  }
  if (file === undefined) throw new AppError('BAD_INPUT', { issues: [{ path: 'file', rule: 'required' }] });
  spareBooks(file, dataFolder);
  await ports.print.toPdf(html, size, file);
  return { file };
}
