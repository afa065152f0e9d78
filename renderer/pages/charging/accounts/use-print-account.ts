import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../../shared/contract/index.ts';
import type { Refusal } from '../../../../shared/errors.ts';
import { call, useCommand } from '../../../api.ts';

/** A receipt, a slip, or a statement. */
export type AccountPaper = Input<'charging.printAccount'>['what'];
export type AccountPrinter = { running: boolean; refusal: Refusal | undefined; /** What was last done, in words. */ note: string | undefined; /** Before something else is done. */ clear: () => void; print: (paper: AccountPaper) => Promise<void>; savePdf: (paper: AccountPaper, name: string) => Promise<void> };

/** Prints papers of prepaid accounts, or saves them as PDF where the user says. */
export function usePrintAccount(): AccountPrinter {
  const { t } = useTranslation('chargingAccounts');
  const { run, running, refusal } = useCommand('charging.printAccount', { reloads: false });
  const [note, setNote] = useState<string>();
  return {
    running, refusal, note,
    clear: () => setNote(undefined),
    print: async (what) => {
      const reply = await run({ what, to: 'printer' });
      setNote(reply.ok ? t('printed') : undefined);
    },
    savePdf: async (what, name) => {
      const picked = await call('files.pickToSave', { name: `${name}.pdf`, extension: 'pdf' });
      if (!picked.ok || picked.value.file === null) return;
      const reply = await run({ what, to: 'pdf', file: picked.value.file });
      setNote(reply.ok ? t('saved', { file: picked.value.file }) : undefined);
    },
  };
}
