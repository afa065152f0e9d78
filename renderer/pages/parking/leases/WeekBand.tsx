import { useTranslation } from 'react-i18next';
import { DAY_MINUTES } from '../../../../shared/domain/plan-state.ts';
import { slicesOf, type BandLayer } from './band-layers.ts';
import { dayKey } from './windows-words.ts';
import './week-band.css';

const HOURS = [0, 6, 12, 18, 24];

/** A week in seven rows of a day each, with what is held in it. `large` leaves room to read the clock. */
export function WeekBand({ layers, large = false, label }: { layers: readonly BandLayer[]; large?: boolean; label?: string }) {
  const { t } = useTranslation('parking');
  const slices = layers.map((layer) => ({ ...layer, days: slicesOf(layer.spans) }));
  return (
    <div className={`week-band ${large ? 'large' : ''}`} role="img" aria-label={label ?? t('band.label', { names: layers.map((layer) => layer.label).join('、') || t('band.nobody') })}>
      {Array.from({ length: 7 }, (_, day) => (
        <div key={day} className="week-row">
          <span>{t(`weekdayShort.${dayKey(day + 1)}`)}</span>
          <div className="week-track">
            {slices.map(({ key, tone, label: name, days }) =>
              days[day]?.map(({ from, to }) => <i key={`${key} ${from}`} className={tone} title={name} style={{ left: `${(from / DAY_MINUTES) * 100}%`, width: `${((to - from) / DAY_MINUTES) * 100}%` }} />),
            )}
          </div>
        </div>
      ))}
      <div className="week-hours" aria-hidden="true">
        {HOURS.map((hour) => (
          <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>
            {hour}
          </span>
        ))}
      </div>
    </div>
  );
}
