import { useState } from 'react';
import type { Refusal } from '../../../shared/errors.ts';
import { useCommand } from '../../api.ts';
import { useSave, type Saving } from '../ledger/book/use-save.ts';

export type ReportPrinter = { running: boolean; /** Of the printer; that of a file is with `saving`. */ refusal: Refusal | undefined; /** It went to the printer. */ printed: boolean; saving: Saving; print: () => void; savePdf: () => void };

/** Puts a frozen report on A4, or saves it where the user says. */
export function usePrintReport(reportNo: string): ReportPrinter {
  const { run, running } = useCommand('shifts.print', { reloads: false });
  const saving = useSave();
  const [sent, setSent] = useState<{ printed: boolean; refusal?: Refusal }>({ printed: false });
  const print = async (): Promise<void> => {
    const reply = await run({ reportNo, to: 'printer' });
    setSent(reply.ok ? { printed: true } : reply.code === 'CANCELLED' ? { printed: false } : { printed: false, refusal: reply });
  };
  return {
    running, printed: sent.printed, refusal: sent.refusal, saving,
    print: () => void print(),
    savePdf: () => void saving.save(reportNo, 'pdf', (file) => run({ reportNo, to: 'pdf', file })),
  };
}
