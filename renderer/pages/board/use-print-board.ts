import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract/index.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { call, useCommand } from '../../api.ts';

export type BoardPrinter = { running: boolean; refusal: Refusal | undefined; /** Where it was saved. */ note: string | undefined; savePdf: (months: CallInput<'board.summary'>, name: string) => Promise<void> };

/** Saves the board as PDF where the user says. */
export function usePrintBoard(): BoardPrinter {
  const { t } = useTranslation('board');
  const { run, running, refusal } = useCommand('board.print', { reloads: false });
  const [note, setNote] = useState<string>();
  return {
    running, refusal, note,
    savePdf: async (months, name) => {
      setNote(undefined);
      const picked = await call('files.pickToSave', { name: `${name}.pdf`, extension: 'pdf' });
      if (!picked.ok || picked.value.file === null) return;
      const reply = await run({ months, to: 'pdf', file: picked.value.file });
      setNote(reply.ok ? t('printed', { file: picked.value.file }) : undefined);
    },
  };
}
