import { useId, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls.tsx';
import { DayBand } from './DayBand.tsx';
import { periodCodes, usePeriodWords } from './day-words.ts';
import { readRows, tidyClock, withRow, type PeriodRow } from './tariff-draft.ts';

type PeriodRowsProps = { rows: readonly PeriodRow[]; /** Of which days, where there are several kinds. */ days: string; /** Rows of the other days. */ among: readonly PeriodRow[]; onChange: (rows: PeriodRow[]) => void };
const FIELDS = ['from', 'to', 'code', 'energy', 'service'] as const;
type Field = (typeof FIELDS)[number];

/** The periods of a day, drawn as they are typed. Enter goes on to the next row, and where the day is not covered yet adds the one that is missing. */
export function PeriodRows({ rows, days, among, onChange }: PeriodRowsProps) {
  const { t } = useTranslation('charging');
  const [body, codes] = [useRef<HTMLTableSectionElement>(null), useId()];
  const { wordOf, codeOf } = usePeriodWords();
  const { drawn, fault, complete } = readRows(rows);
  const change = (index: number, part: Partial<PeriodRow>) => onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  // A row that was just added is on the page only after it was drawn.
  const focus = (index: number, field: Field) => requestAnimationFrame(() => body.current?.rows[index]?.querySelector<HTMLInputElement>(`[name=${field}]`)?.select());
  const add = (index: number, onlyHoles: boolean) => {
    const next = withRow(rows, index, onlyHoles);
    if (next.at >= 0) onChange(next.rows);
    focus(next.at < 0 ? index + 1 : next.at, next.at >= 0 && next.rows[next.at]?.code === '' ? 'code' : 'to');
  };
  const onKeyDown = (index: number) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add(index, true);
  };
  const labels: Record<Field, string> = { from: t('tariffs.start'), to: t('tariffs.end'), code: t('tariffs.code'), energy: t('tariffs.energyPrice'), service: t('tariffs.servicePrice') };
  const tidy = (index: number, field: Field, text: string) => { const next = field === 'from' || field === 'to' ? tidyClock(text) : field === 'code' ? codeOf(text.trim()) : text; if (next !== rows[index]?.[field]) change(index, { [field]: next }); };
  const input = (index: number, field: Field) => (
    <input
      name={field} aria-label={`${days === '' ? '' : `${days} `}${labels[field]} ${index + 1}`} list={field === 'code' ? codes : undefined} maxLength={20} autoComplete="off" value={field === 'code' ? wordOf(rows[index]?.code ?? '') : (rows[index]?.[field] ?? '')}
      onChange={({ target: { value } }) => change(index, { [field]: field === 'code' ? codeOf(value) : value })} onBlur={({ target: { value } }) => tidy(index, field, value)} onKeyDown={onKeyDown(index)}
    />
  );
  return (
    <>
      <div className="tariff-periods">
        <datalist id={codes}>{periodCodes.map((code) => <option key={code} value={wordOf(code)} />)}</datalist>
        <table>
          <thead><tr>{FIELDS.map((field) => <th key={field} className={field === 'energy' || field === 'service' ? 'num' : ''}>{labels[field]}</th>)}<th /></tr></thead>
          <tbody ref={body}>
            {rows.map((_, index) => (
              <tr key={index}>
                {FIELDS.map((field) => <td key={field} className={field === 'energy' || field === 'service' ? 'num' : ''}>{input(index, field)}</td>)}
                <td>{rows.length > 1 && <Button look="link" aria-label={`${t('tariffs.remove')} ${index + 1}`} onClick={() => onChange(rows.toSpliced(index, 1))}>{t('tariffs.remove')}</Button>}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="tariff-add"><Button look="link" onClick={() => add(rows.length - 1, false)}>{t('tariffs.addPeriod')}</Button><span className="muted small">{t('terms.rowsHint')}</span></div>
      </div>
      <DayBand periods={drawn} days={days} among={readRows(among).drawn} />
      {fault && <p className="tariff-said red" role="alert">{days === '' ? '' : t('terms.ofDays', { days })}{t(`tariffs.fault.${fault.fault}`, { from: fault.from, to: fault.to })}</p>}
      {!fault && !complete && <p className="tariff-said muted">{t('terms.unpriced')}</p>}
    </>
  );
}
