import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { fees as zh } from '../../text/zh/fees.ts';

/** The name of a fee item in the window's language; the books keep it in Chinese. */
export function useItemName(): (name: string) => string {
  const { t } = useTranslation('fees');
  return useCallback((name) => (Object.hasOwn(zh.itemName, name) ? t(`itemName.${name as keyof typeof zh.itemName}`) : name), [t]);
}
