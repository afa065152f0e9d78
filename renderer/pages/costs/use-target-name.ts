import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommonSource, CostColumn, FeeCost } from '../../../shared/domain/common-sources.ts';

/** Targets as words: `fee.cleaning` is 清洁卫生, `parking-resident.energy` is 业主月租 能耗; several are joined. */
export function useTargetName(): (words: string) => string {
  const { t } = useTranslation('costs');
  return useCallback((words) => {
    const nameOf = (word: string): string => {
      const [head = '', tail = ''] = word.split('.');
      if (word === 'other') return t('otherSpending');
      if (head === 'fee') return t(`fee.${tail as FeeCost}`);
      return tail === '' ? t(`source.${head as CommonSource}`) : `${t(`source.${head as CommonSource}`)} ${t(`column.${tail as CostColumn}`)}`;
    };
    return words.split(' ').filter((word) => word !== '').map(nameOf).join(t('joiner'));
  }, [t]);
}
