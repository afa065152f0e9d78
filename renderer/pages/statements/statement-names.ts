import { useTranslation } from 'react-i18next';
import type { StatementHead } from '../../../shared/contract/statement-content.ts';

type Months = Pick<StatementHead, 'from' | 'to'>;

/** The months of a statement as people say them: a month, a quarter, a year, else from month to month. */
export function useSpanName(): (months: Months) => string {
  const { t } = useTranslation('statements');
  return ({ from, to }) => {
    const [year, first, last] = [from.slice(0, 4), Number(from.slice(5)), Number(to.slice(5))];
    if (from === to) return t('span.monthOf', { year, month: first });
    if (to.slice(0, 4) !== year) return `${from} ${t('span.until')} ${to}`;
    if (first === 1 && last === 12) return t('span.yearOf', { year });
    return last === first + 2 && first % 3 === 1 ? t('span.quarterOf', { year, quarter: last / 3 }) : `${from} ${t('span.until')} ${to}`;
  };
}

export const STATE_TONES: Readonly<Record<StatementHead['state'], 'amber' | 'blue' | 'green' | undefined>> = { draft: 'amber', reviewed: 'blue', published: 'green', superseded: undefined };
