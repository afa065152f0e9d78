import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../shared/contract/index.ts';
import { area, quantity, rate } from './formats.ts';
import { usePeriod } from './use-period.ts';

type OpenBill = Output<'payments.listOpenBills'>['items'][number];
type BasisWord = OpenBill['basis'] | null;
/** What an amount was reckoned from; `basis` is null where a receipt line has no bill. */
export type Basis = Pick<OpenBill, 'areaDm2' | 'rateE4' | 'quantityE4' | 'unit' | 'months'> & { basis: BasisWord };

/** What a bill was reckoned from, as people say it: `108.40 m² × 1.50`, `12 m³ × 3.20`, 公摊. Empty where its name says it all. */
export function useBasis(): (bill: Basis) => string {
  const { t } = useTranslation('payments');
  return useCallback(
    ({ basis, areaDm2, rateE4, quantityE4, unit, months }) => {
      const times = months > 1 ? ` × ${t('months', { count: months })}` : '';
      const price = rateE4 === null ? '' : ` × ${rate(rateE4)}`;
      if (basis === 'pool') return t('basis.pool');
      if (basis === 'home') return `${t('basis.home')}${rateE4 === null ? '' : ` ${rate(rateE4)}`}${times}`;
      if (basis === 'opening' || basis === 'late') return '';
      if (quantityE4 !== null) return `${quantity(quantityE4)}${unit === '' ? '' : ` ${unit}`}${price}`;
      return areaDm2 === null || rateE4 === null ? '' : `${area(areaDm2)} m²${price}${times}`;
    },
    [t],
  );
}

/** The period of a bill in the language of the window; what is billed once has none. */
export function useBillPeriod(): (bill: { basis: BasisWord; from: string; to: string }) => string {
  const { t } = useTranslation('payments');
  const period = usePeriod();
  return ({ basis, from, to }) => (basis === 'once' ? t('basis.once') : basis === 'opening' ? t('basis.opening') : period(from, to));
}
