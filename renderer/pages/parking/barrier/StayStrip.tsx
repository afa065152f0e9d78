import { useTranslation } from 'react-i18next';
import { clockOf, spansOf, type Span } from '../../../../shared/domain/week-windows.ts';
import { useQuery } from '../../../api.ts';
import { shortDay, weekday } from '../../../text/formats.ts';
import type { FindingItem } from './barrier-route.ts';
import { stayDays, type StayDay } from './stay-days.ts';

/** The days of a stay beside the hours that its lease holds: what lies outside is red. */
export function StayStrip({ item }: { item: FindingItem }) {
  const { t } = useTranslation('barrier');
  const { leaseId, inAt, outAt, plate } = item;
  const lease = useQuery('parking.getLease', { leaseId: leaseId ?? 1 }, { enabled: leaseId !== null });
  if (inAt === null || outAt === null || lease.refusal) return null;
  if (leaseId !== null && !lease.value) return <div className="strip-wait" aria-hidden="true" />;
  const days = stayDays(inAt, outAt, lease.value && heldBy(lease.value, plate));
  return (
    <figure className="strip">
      <figcaption className="muted small">
        {leaseId !== null && (
          <>
            <i className="strip-key held" /> {t('panel.week')}
          </>
        )}
        <i className="strip-key in" /> {t('panel.stay')} <i className="strip-key over" /> {t('panel.outside')}
      </figcaption>
      {days.map((day) => (
        <StripDay key={day.on} day={day} />
      ))}
      <div className="strip-hours small muted" aria-hidden="true">
        {['0', '6', '12', '18', '24'].map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </div>
    </figure>
  );
}

type Lease = { windows: { weekdays: number[]; from: string; to: string }[]; spans: { from: string; to: string | null }[]; plateHistory: { plate: string; from: string; to: string | null }[] };

/** The minutes and days that a lease holds for a plate. */
function heldBy({ windows, spans, plateHistory }: Lease, plate: string): { windows: Span[]; days: { from: string; to: string | null }[] } {
  const minutes = spansOf(windows);
  const days = spans.flatMap((span) => plateHistory.filter((one) => one.plate === plate).map((one) => ({ from: later(span.from, one.from), to: earlier(span.to, one.to) })));
  return { windows: Array.isArray(minutes) ? minutes : [], days };
}

function later(left: string, right: string): string {
  return left > right ? left : right;
}

function earlier(left: string | null, right: string | null): string | null {
  if (left === null || right === null) return left ?? right;
  return left < right ? left : right;
}

function StripDay({ day: { on, stay, held, over } }: { day: StayDay }) {
  const { t, i18n } = useTranslation('barrier');
  const said = [`${clockOf(stay.from)}–${clockOf(stay.to)}`, ...over.map(({ from, to }) => `${t('panel.outside')} ${clockOf(from)}–${clockOf(to)}`)].join(', ');
  return (
    <div className="strip-day">
      <span className="small">
        {shortDay(on)} <span className="muted">{weekday(on, i18n.language)}</span>
      </span>
      <div className="strip-bar" role="img" aria-label={`${on} ${said}`} title={said}>
        {held.map((span) => (
          <i key={span.from} className="held" style={placeOf(span)} />
        ))}
        <i className="in" style={placeOf(stay)} />
        {over.map((span) => (
          <i key={span.from} className="over" style={placeOf(span)} />
        ))}
      </div>
    </div>
  );
}

function placeOf({ from, to }: Span): { left: string; width: string } {
  return { left: `${(from / 1440) * 100}%`, width: `${((to - from) / 1440) * 100}%` };
}
