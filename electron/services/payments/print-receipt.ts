import { findPayment, insertPrint } from '../../../db/queries/payments.ts';
import { spareBooks } from '../../jobs/backups.ts';
import { AppError } from '../../../shared/errors.ts';
import { printReceiptFacts } from '../../print/print-receipt.ts';
import type { Handler } from '../../context.ts';
import { receiptFactsOf } from './list-payments.ts';

/** Prints or saves a receipt and counts it: from the second print on the paper is marked 补打. */
export const printReceipt: Handler<'payments.printReceipt'> = async ({ office, user, now }, { paymentId, paper, to, file }) => {
  const { database, ports } = office;
  if (!ports.print) throw new AppError('NEEDS_WINDOW', { endpoint: 'payments.printReceipt' });
  if (file !== undefined) spareBooks(file, office.dataFolder);
  const { payment, facts } = await database.read(async (db) => {
    const found = await findPayment(db, paymentId);
    if (!found) throw new AppError('NO_SUCH_PAYMENT', { paymentId });
    return { payment: found, facts: await receiptFactsOf(db, found) };
  });
  const prints = facts.prints + 1;
  const saved = await printReceiptFacts(ports.print, { ...facts, prints }, { paper, to, file, now });
  await database.write((db) => insertPrint(db, { paymentNo: payment.paymentNo, at: now.toISOString(), userId: user?.userId ?? 0, paper }));
  return { file: saved, prints };
};
