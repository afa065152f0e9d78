import { useState } from 'react';
import { call, useCommand } from '../../api.ts';
import type { Reply } from '../../../shared/errors.ts';

export type Paper = 'a5' | '80mm';

const STORED_AS = 'mingbai.paper';

/** The paper chosen on this machine; A5 at first. */
export function chosenPaper(): Paper {
  return window.localStorage.getItem(STORED_AS) === '80mm' ? '80mm' : 'a5';
}

/** The paper of this machine, and a way to choose the other. */
export function usePaper(): [Paper, (paper: Paper) => void] {
  const [paper, setPaper] = useState(chosenPaper);
  return [
    paper,
    (next) => {
      window.localStorage.setItem(STORED_AS, next);
      setPaper(next);
    },
  ];
}

/** Prints a receipt, or saves it as PDF where the user says; `saved` is the file last written. */
export function usePrintReceipt() {
  const { run, running, refusal } = useCommand('payments.printReceipt');
  const [saved, setSaved] = useState<string>();
  const [printed, setPrinted] = useState<string>();
  return {
    running,
    refusal,
    saved,
    /** The paymentId last sent to the printer. */
    printed,
    print: async (paymentId: string): Promise<Reply<unknown>> => {
      const reply = await run({ paymentId, paper: chosenPaper(), to: 'printer' });
      setPrinted(reply.ok ? paymentId : undefined);
      return reply;
    },
    savePdf: async (paymentId: string, receiptNo: string): Promise<void> => {
      const picked = await call('files.pickToSave', { name: `${receiptNo}.pdf`, extension: 'pdf' });
      if (!picked.ok || picked.value.file === null) return;
      const reply = await run({ paymentId, paper: chosenPaper(), to: 'pdf', file: picked.value.file });
      if (reply.ok) setSaved(reply.value.file ?? picked.value.file);
    },
  };
}
