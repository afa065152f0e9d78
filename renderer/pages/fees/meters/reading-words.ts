import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { quantity } from '../../../text/formats.ts';
import { meters as zh } from '../../../text/zh/meters.ts';

export type ReadingRow = Output<'meters.previewReadings'>['rows'][number];
export type ReadingsSource = { file: string; sheet?: string; item?: string; readOn?: string };
export type ReadingAction = ReadingRow['action'];
type Issue = ReadingRow['issues'][number];

export type ReadingWords = { field: (field: string) => string; reason: (issue: Issue) => string; quantity: (valueE4: number | null) => string };

/** Words for the codes of a preview of readings. */
export function useReadingWords(): ReadingWords {
  const { t } = useTranslation('meters');
  return useMemo(
    () => ({
      field: (name) => (isKey(zh.field, name) ? t(`field.${name}`) : name),
      reason: ({ reason, ours }) => (isKey(zh.reasons, reason) ? t(`reasons.${reason}`, { ours }) : reason),
      quantity: (valueE4) => (valueE4 === null ? '' : quantity(valueE4)),
    }),
    [t],
  );
}

function isKey<Known extends object>(words: Known, key: string): key is Extract<keyof Known, string> {
  return Object.hasOwn(words, key);
}
