/** How quantities look on screen, the same in both languages. */
import { formatFen } from '../../shared/domain/money.ts';
import { addDays, lastDay, localDay, localTime } from '../../shared/domain/period.ts';

/** Fen as yuan: `1,234.56`, negatives with a minus sign first. */
export function money(valueFen: number): string {
  return formatFen(valueFen).replace('-', '−');
}

/** Fen as yuan with the sign of the currency: `¥1,234.56`. */
export function yuan(valueFen: number): string {
  return valueFen < 0 ? `−¥${formatFen(-valueFen)}` : `¥${formatFen(valueFen)}`;
}

/** Fen as a text for an input: `1234.56`, without separators. */
export function plainYuan(valueFen: number): string {
  return formatFen(valueFen, { separators: false });
}

/** 0.01 m² as m²: 10840 is `108.40`. */
export function area(areaDm2: number): string {
  return formatFen(areaDm2);
}

/** 0.0001 yuan as yuan, at least two decimals: 15000 is `1.50`, 12345 is `1.2345`. */
export function rate(rateE4: number): string {
  const whole = (rateE4 - (rateE4 % 10_000)) / 10_000;
  const decimals = String(rateE4 % 10_000).padStart(4, '0').replace(/0{1,2}$/, '');
  return `${whole}.${decimals}`;
}

/** 0.0001 of a unit as people write it: 120000 is `12`, 123500 is `12.35`. */
export function quantity(quantityE4: number): string {
  const decimals = String(quantityE4 % 10_000).padStart(4, '0').replace(/0+$/, '');
  return `${formatFen(((quantityE4 - (quantityE4 % 10_000)) / 10_000) * 100).slice(0, -3)}${decimals === '' ? '' : `.${decimals}`}`;
}

/** The month of a day: `2026-10-31` is `2026-10`. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** A day without its year: `2026-10-31` is `10-31`. */
export function shortDay(day: string): string {
  return day.slice(5, 10);
}

/**
 * A half-open period as people say it: one month, several months, or the days when it begins or ends
 * within a month; an empty one (opening arrears) is its day, and an unknown one (money paid ahead that makes
 * no whole months) is nothing. Both ends may be days or months; `to` is excluded.
 */
export function period(from: string, to: string, until = '至'): string {
  if (from === '' || to === '') return '';
  const first = from.length === 7 ? `${from}-01` : from;
  const last = addDays(to.length === 7 ? `${to}-01` : to, -1);
  if (last < first) return first;
  const wholeMonths = first.endsWith('-01') && last === lastDay(monthOf(last));
  if (!wholeMonths) return `${first} ${until} ${last}`;
  return monthOf(first) === monthOf(last) ? monthOf(first) : `${monthOf(first)} ${until} ${monthOf(last)}`;
}

/** An instant (ISO, UTC) as local day and time: `2026-10-31 16:12`. */
export function dateTime(instant: string): string {
  return `${localDay(new Date(instant))} ${localTime(new Date(instant))}`;
}

/** An instant (ISO, UTC) as local time: `16:12`. */
export function clock(instant: string): string {
  return localTime(new Date(instant));
}

/** The weekday of a day in the language given: 周六 or Sat. */
export function weekday(day: string, language: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en' : 'zh-CN', { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** Bytes as megabytes with one decimal: `3.2`. */
export function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(1);
}
