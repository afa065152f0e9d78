import { useTranslation } from 'react-i18next';
import { DAY_MINUTES, minuteOf } from '../../../../shared/domain/charging-tariff.ts';
import { priceText } from '../amounts.ts';

type Period = { from: string; to: string; code: string; energyPrice: number; /** The grid has none. */ servicePrice?: number };
const priceOf = ({ energyPrice, servicePrice }: Period): string => (servicePrice === undefined ? priceText(energyPrice) : `${priceText(energyPrice)}＋${priceText(servicePrice)}`);
type Piece = Period & { begin: number; end: number; hole?: boolean };

/** Pieces of a day in their order, with holes where nothing covers it; a period over midnight is two. */
function piecesOf(periods: readonly Period[]): Piece[] {
  const pieces = periods.flatMap((period): Piece[] => {
    const [begin, end] = [minuteOf(period.from), period.to === '00:00' ? DAY_MINUTES : minuteOf(period.to)];
    if (begin === undefined || end === undefined || begin === end) return [];
    return begin < end ? [{ ...period, begin, end }] : [{ ...period, begin, end: DAY_MINUTES }, { ...period, begin: 0, end }];
  }).sort((one, other) => one.begin - other.begin);
  const drawn: Piece[] = [];
  let reached = 0;
  const hole = (end: number): void => { if (end > reached) drawn.push({ from: '', to: '', code: '', energyPrice: 0, servicePrice: 0, begin: reached, end, hole: true }); };
  for (const piece of pieces) {
    hole(piece.begin);
    const begin = Math.max(reached, piece.begin);
    if (piece.end > begin) drawn.push({ ...piece, begin });
    reached = Math.max(reached, piece.end);
  }
  hole(DAY_MINUTES);
  return drawn;
}

/** Minutes in whose width a price does not stand in one line. */
const NARROW = 90;

/** A day of a tariff as a band: the dearer a kWh, the darker; what no period covers is hatched red. */
export function DayBand({ periods, days = '', among = [] }: { periods: readonly Period[]; /** Of which days, where there are several kinds. */ days?: string; /** Periods of other days of the tariff: a shade is one price in all of them. */ among?: readonly Period[] }) {
  const { t } = useTranslation('charging');
  const pieces = piecesOf(periods);
  const prices = [...new Set([...periods, ...among].map(({ energyPrice, servicePrice }) => energyPrice + (servicePrice ?? 0)))].sort((one, other) => one - other);
  const shade = ({ energyPrice, servicePrice = 0 }: Period): number => 12 + (prices.indexOf(energyPrice + servicePrice) * 48) / Math.max(1, prices.length - 1);
  return (
    <>
      <div className="day-band" role="img" aria-label={days === '' ? t('tariffs.band') : t('terms.bandOf', { days })}>
        {pieces.map((piece) => (
          <span key={piece.begin} className={piece.hole ? 'hole' : piece.end - piece.begin < NARROW ? 'narrow' : ''} style={{ flex: `${piece.end - piece.begin} 0 0`, ...(!piece.hole && { background: `color-mix(in srgb, var(--mb-chart-2) ${shade(piece)}%, var(--mb-surface))` }) }} title={piece.hole ? '' : `${piece.from}–${piece.to} ${priceOf(piece)}`}>
            {!piece.hole && <><b>{t(`period.${piece.code as 'peak'}`, { defaultValue: piece.code })}</b><span className="prices"><span>{priceText(piece.energyPrice)}</span>{piece.servicePrice !== undefined && <span>{`＋${priceText(piece.servicePrice)}`}</span>}</span></>}
          </span>
        ))}
      </div>
      <div className="day-hours" aria-hidden="true">{[0, 4, 8, 12, 16, 20, 24].map((hour) => <span key={hour} style={{ left: `${(hour * 100) / 24}%` }}>{hour}</span>)}</div>
    </>
  );
}
