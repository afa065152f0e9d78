import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useBasis, type Basis } from '../../text/use-basis.ts';

/** What an amount was reckoned from, never empty: numbers where there are some, else the kind of the fee and its note. */
export function useHow(): (bill: Basis & { note?: string }) => string {
  const { t } = useTranslation('fees');
  const basis = useBasis();
  return useCallback((bill) => basis(bill) || (bill.note ?? '') || (bill.basis === null ? '' : t(`basisWords.${bill.basis}`)), [t, basis]);
}
