import { useTranslation } from 'react-i18next';
import { addMonths } from '../../../shared/domain/period.ts';
import { Button } from '../../components/controls.tsx';
import { DayInput } from '../ledger/book/DayInput.tsx';
import './year-stepper.css';

/** Months of a year that ends with one, both included. */
export function yearUntil(month: string): { from: string; to: string } {
  return { from: addMonths(month, -11), to: month };
}

/** The twelve months up to one: back and forth by a month, or any month picked. */
export function YearStepper({ until, onChange }: { until: string; onChange: (until: string) => void }) {
  const { t } = useTranslation('parkingIncome');
  return (
    <span className="year-stepper">
      <Button aria-label={t('year.before')} title={t('year.before')} onClick={() => onChange(addMonths(until, -1))}>‹</Button>
      <DayInput label={t('year.until')} month clearable={false} value={until} onChange={(month) => month !== undefined && onChange(month)} />
      <Button aria-label={t('year.after')} title={t('year.after')} onClick={() => onChange(addMonths(until, 1))}>›</Button>
      <span className="muted small">{t('year.of', { until })}</span>
    </span>
  );
}
