import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatementHead } from '../../../shared/contract/statement-content.ts';

/** Which published sheet something belongs to; the newest at first. */
export function useSheetChoice(published: readonly StatementHead[]): { statementId: number; options: { value: number; label: string }[]; choose: (statementId: number) => void } {
  const { t } = useTranslation('statements');
  const [chosen, setChosen] = useState<number | undefined>();
  const standing = published.find(({ state }) => state === 'published') ?? published[0];
  return { statementId: chosen ?? standing?.statementId ?? 0, options: published.map(({ statementId, number, version }) => ({ value: statementId, label: `${number} ${t('versionNo', { version })}` })), choose: setChosen };
}
