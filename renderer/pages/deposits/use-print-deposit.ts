import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCommand } from '../../api.ts';
import type { Refusal } from '../../../shared/errors.ts';

/** A deposit's receipt, or the slip of one of its returns. */
export type DepositPaper = { depositId: string; returnNo?: string };
export type DepositPrinter = {
  running: boolean;
  refusal: Refusal | undefined;
  /** What was last done, in words. */
  note: string | undefined;
  print: (paper: DepositPaper) => Promise<void>;
  savePdf: (paper: DepositPaper, name: string) => Promise<void>;
};

/** Prints papers of deposits, or saves them as PDF where the user says. */
export function usePrintDeposit(): DepositPrinter {
  const { t } = useTranslation(['payments', 'common']);
  const { run, running, refusal } = useCommand('deposits.print', { reloads: false });
  const [note, setNote] = useState<string>();
  return {
    running, refusal, note,
    print: async (paper) => {
      const reply = await run({ ...paper, to: 'printer' });
      setNote(reply.ok ? t('printed') : undefined);
    },
    savePdf: async (paper, name) => {
      const picked = await call('files.pickToSave', { name: `${name}.pdf`, extension: 'pdf' });
      if (!picked.ok || picked.value.file === null) return;
      const reply = await run({ ...paper, to: 'pdf', file: picked.value.file });
      setNote(reply.ok ? t('common:saved', { file: picked.value.file }) : undefined);
    },
  };
}
