import { useTranslation } from 'react-i18next';
import { dateTime, money } from '../../../text/formats.ts';
import type { Lease } from './LeasePanel.tsx';

type Event = Lease['events'][number];

/** What happened to a lease, newest first. */
export function LeaseEvents({ lease }: { lease: Lease }) {
  const { t } = useTranslation('parking');
  const events = [...lease.events].sort((left, right) => right.at.localeCompare(left.at));
  return (
    <section className="side-part" aria-label={t('event.title')}>
      <h3>{t('event.title')}</h3>
      <ol className="lease-events">
        {events.map((event, index) => (
          <li key={index}>
            <time title={dateTime(event.at)}>{event.on}</time>
            <span>
              <b>{t(`event.${event.kind}`)}</b> <Details event={event} />
              {event.reason !== '' && <span className="small">{event.reason}</span>}
              <span className="small muted">{t('event.by', { name: event.by })}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What changed, name by name; names that the window has no word for stay out. */
function Details({ event }: { event: Event }) {
  const { t } = useTranslation('parking');
  const words = Object.entries(event.details).flatMap(([name, value]) => {
    if (value === null || value === '' || !(name in NAMES)) return [];
    return [`${t(`event.detail.${name as keyof typeof NAMES}`)} ${NAMES[name as keyof typeof NAMES] === 'fen' ? money(Number(value)) : String(value)}`];
  });
  return <>{words.join(t('comma'))}</>;
}

const NAMES = { space: 'text', fromSpace: 'text', from: 'text', to: 'text', monthlyFen: 'fen', beforeFen: 'fen', refundFen: 'fen', heldFen: 'fen', plates: 'text', resolutionNo: 'text' } as const;
