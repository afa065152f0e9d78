import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { EmptyNote } from '../../components/states.tsx';
import { dateTime } from '../../text/formats.ts';
import { useMonthWords } from './month-words.ts';

/** Who closed and reopened which months, and why; the latest first. */
export function PeriodHistory({ events }: { events: Output<'periods.list'>['events'] }) {
  const { t } = useTranslation('periods');
  const { spanOf } = useMonthWords();
  return (
    <section className="card periods-history">
      <div className="sec"><h2>{t('history')}</h2></div>
      {events.length === 0 ? <EmptyNote title={t('noHistory')} /> : (
        <table className="book" aria-label={t('history')}>
          <thead><tr><th>{t('at')}</th><th>{t('what')}</th><th>{t('span')}</th><th>{t('reason')}</th><th>{t('by')}</th></tr></thead>
          <tbody>{events.map((event) => <tr key={event.eventId}><td>{dateTime(event.at)}</td><td className={event.kind === 'reopen' ? 'red' : ''}>{t(`event.${event.kind}`)}</td><td>{spanOf(event.months)}</td><td>{event.reason}</td><td>{event.by}</td></tr>)}</tbody>
        </table>
      )}
    </section>
  );
}
