import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Window } from '../../../../shared/domain/week-windows.ts';

const DAY_KEYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The name of a weekday among the words; 1 is Monday. */
export function dayKey(weekday: number): (typeof DAY_KEYS)[number] {
  return DAY_KEYS[weekday - 1] ?? 'mon';
}

/**
 * Weekdays as runs, first and last of each: `[1, 2, 3, 5]` is Monday to Wednesday, and Friday.
 * @example weekdayRuns([1, 2, 3, 5]) // [[1, 3], [5, 5]]
 */
export function weekdayRuns(weekdays: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const day of [...new Set(weekdays)].sort((left, right) => left - right)) {
    const last = runs.at(-1);
    if (last?.[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

/** Whether a window reaches into the next day. */
export function crossesMidnight({ from, to }: Pick<Window, 'from' | 'to'>): boolean {
  return to <= from;
}

export type WindowWords = { windows: (windows: readonly Window[]) => string; weekdays: (weekdays: readonly number[]) => string };

/** Says windows as people do: 周一至周五 08:30–17:30；周六、周日 全天. None are all hours. */
export function useWindowWords(): WindowWords {
  const { t } = useTranslation('parking');
  const weekdays = useCallback(
    (days: readonly number[]) => {
      const runs = weekdayRuns(days);
      const name = (day: number) => t(`weekday.${dayKey(day)}`);
      if (runs[0]?.[0] === 1 && runs[0][1] === 7) return t('band.everyDay');
      return runs.map(([first, last]) => (first === last ? name(first) : last === first + 1 ? `${name(first)}${t('comma')}${name(last)}` : t('band.run', { first: name(first), last: name(last) }))).join(t('comma'));
    },
    [t],
  );
  const windows = useCallback(
    (list: readonly Window[]) => {
      if (list.length === 0) return t('band.allHours');
      return list
        .map((one) => {
          const hours = one.from === '00:00' && one.to === '24:00' ? t('band.allDay') : crossesMidnight(one) ? t('band.overnight', { from: one.from, to: one.to }) : `${one.from}–${one.to}`;
          return `${weekdays(one.weekdays)} ${hours}`;
        })
        .join(t('semicolon'));
    },
    [t, weekdays],
  );
  return { windows, weekdays };
}
