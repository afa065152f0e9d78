import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../../shared/contract/index.ts';
import type { Refusal } from '../../../../shared/errors.ts';
import { useCommand } from '../../../api.ts';
import { pickToSave } from '../../ledger/book/use-save.ts';

/** The contract of a lease, a notice, or a company's statement. */
export type ParkingPaper = CallInput<'parking.print'>['what'];
export type ParkingPrinter = { running: boolean; refusal: Refusal | undefined; /** What was last done, in words. */ note: string | undefined; print: (paper: ParkingPaper) => Promise<void>; savePdf: (paper: ParkingPaper, name: string) => Promise<void> };

/** Prints papers of parking, or saves them as PDF where the user says. */
export function usePrintParking(): ParkingPrinter {
  const { t } = useTranslation(['parking', 'common']);
  const { run, running, refusal } = useCommand('parking.print', { reloads: false });
  const [picking, setPicking] = useState<Refusal | undefined>();
  const [note, setNote] = useState<string | undefined>();
  return {
    running, refusal: picking ?? refusal, note,
    print: async (what) => {
      const reply = await run({ what, to: 'printer' });
      setNote(reply.ok ? t('paper.printed') : undefined);
    },
    savePdf: async (what, name) => {
      setNote(undefined);
      const file = await pickToSave(name, 'pdf');
      setPicking(file !== null && typeof file !== 'string' ? file : undefined);
      if (typeof file !== 'string') return;
      const reply = await run({ what, to: 'pdf', file });
      setNote(reply.ok ? t('common:saved', { file }) : undefined);
    },
  };
}
