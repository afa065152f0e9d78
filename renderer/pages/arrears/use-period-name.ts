import { useTranslation } from 'react-i18next';
import type { ReportPeriod } from '../../../shared/domain/collection.ts';

/** The name of the month, quarter or year that a month lies in. */
export function usePeriodName(): (month: string, period: ReportPeriod) => string {
  const { t } = useTranslation('arrears');
  return (month, period) => {
    const [year, number] = [month.slice(0, 4), Number(month.slice(5, 7))];
    return t(`rates.named.${period}`, { year, month: period === 'quarter' ? Math.ceil(number / 3) : number, text: month });
  };
}
