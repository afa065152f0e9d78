import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeriod } from '../../text/use-period.ts';
import { useItemName } from '../fees/item-name.ts';
import type { ReceiptItem } from './receipt-state.ts';

/** What a receipt was for, in one line: items, their period, and whether money was paid ahead. */
export function useReceiptContent(): (item: ReceiptItem) => string {
  const { t } = useTranslation(['payments', 'fees']);
  const period = usePeriod();
  const itemName = useItemName();
  return useCallback(
    (item) => {
      const items = item.content.split('、').map(itemName).join(t('fees:itemComma'));
      const paid = item.content === '' ? [] : [`${items} ${period(item.firstFrom, item.lastTo)}`];
      return [...paid, ...(item.prepaidFen > 0 ? [t('prepay')] : [])].join(' + ');
    },
    [t, period, itemName],
  );
}
