import { useTranslation } from 'react-i18next';
import { weekdays } from '../../../charts/week-hours.ts';
import type { HeatCell, SpreadClass } from './use-findings.ts';

const [HOUR_MINUTES, KILO] = [60, 1000] as const;

/** Whole hours with a decimal, rounded half up. */
export function hoursOf(seconds: number): string {
  const tenths = Math.floor((seconds + 180) / 360);
  return `${((tenths - (tenths % 10)) / 10).toLocaleString('en-US')}.${tenths % 10}`;
}

/** How hours of the week, classes of length and of power, and reasons are said. */
export function useUseWords() {
  const { t } = useTranslation('chargingUse');
  const minutes = (value: number) => (value % HOUR_MINUTES === 0 && value > 0 ? t('hour', { value: value / HOUR_MINUTES }) : t('minute', { value }));
  const watts = (value: number) => (value >= KILO ? `${(value / KILO).toLocaleString('en-US')} kW` : `${value} W`);
  const length = ({ from, to }: SpreadClass) => {
    if (to === null) return t('above', { from: minutes(from) });
    if (from === 0) return t('below', { to: minutes(to) });
    return from >= HOUR_MINUTES ? t('hours', { from: from / HOUR_MINUTES, to: to / HOUR_MINUTES }) : t('minutes', { from, to });
  };
  const power = ({ from, to }: SpreadClass) => {
    if (to === null) return t('above', { from: watts(from) });
    if (from === 0) return t('below', { to: watts(to) });
    return from >= KILO ? `${from / KILO}–${watts(to)}` : `${from}–${watts(to)}`;
  };
  return {
    at: ({ weekday, hour }: Pick<HeatCell, 'weekday' | 'hour'>) => t('hourOf', { weekday: t(`weekday.${weekdays[weekday - 1] ?? 'mon'}`), hour }), reason: (reason: string) => reason || t('unknown'),
    lengths: { name: length, bound: minutes }, powers: { name: power, bound: watts },
  };
}
