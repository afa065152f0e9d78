import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls.tsx';
import { dayKey } from '../../parking/leases/windows-words.ts';
import { MONTHS, monthKey, useDayWords, WEEKDAYS } from './day-words.ts';
import { PeriodRows } from './PeriodRows.tsx';
import type { PeriodRow, VariantDraft } from './tariff-draft.ts';

type VariantEditorProps = { variant: VariantDraft; index: number; everyday: readonly PeriodRow[]; /** Rows of all kinds of day. */ among: readonly PeriodRow[]; onChange: (variant: VariantDraft) => void; onRemove: () => void; /** Before the one above it, which it is asked after. */ onEarlier: () => void };

/** A kind of day: its months and weekdays, and its own periods. */
export function VariantEditor({ variant, index, everyday, among, onChange, onRemove, onEarlier }: VariantEditorProps) {
  const { t } = useTranslation(['charging', 'parking']);
  const dayWords = useDayWords();
  const words = dayWords(variant);
  return (
    <section className="tariff-days" aria-label={words}>
      <header>
        <h3>{t('terms.variant', { number: index + 1, days: words })}</h3>
        <Button look="link" onClick={() => onChange({ ...variant, rows: everyday.map((row) => ({ ...row })) })}>{t('terms.copy')}</Button>
        {index > 0 && <Button look="link" onClick={onEarlier}>{t('terms.earlier')}</Button>}
        <Button look="link" onClick={onRemove}>{t('terms.removeVariant')}</Button>
      </header>
      <div className="tariff-chips">
        <Chips label={t('terms.months')} values={MONTHS} chosen={variant.months} nameOf={(month) => t(`terms.month.${monthKey(month)}`)} onChange={(months) => onChange({ ...variant, months })} />
        <Chips label={t('terms.weekdays')} values={WEEKDAYS} chosen={variant.weekdays} nameOf={(day) => t(`parking:weekday.${dayKey(day)}`)} onChange={(weekdays) => onChange({ ...variant, weekdays })} />
      </div>
      {variant.months.length % MONTHS.length === 0 && variant.weekdays.length % WEEKDAYS.length === 0 && <p className="tariff-said red">{t('terms.allDays')}</p>}
      <PeriodRows rows={variant.rows} days={words} among={among} onChange={(rows) => onChange({ ...variant, rows })} />
    </section>
  );
}

type ChipsProps = { label: string; values: readonly number[]; chosen: readonly number[]; nameOf: (value: number) => string; onChange: (chosen: number[]) => void };

/** Some of a few numbers; none is all of them. */
function Chips({ label, values, chosen, nameOf, onChange }: ChipsProps) {
  const turn = (value: number) => onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value].sort((one, other) => one - other));
  return <div className="tariff-chip-row" role="group" aria-label={label}><span className="muted small">{label}</span>{values.map((value) => <button key={value} type="button" className="tariff-chip" aria-pressed={chosen.includes(value)} onClick={() => turn(value)}>{nameOf(value)}</button>)}</div>;
}
