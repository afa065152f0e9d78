import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { area, money } from '../../text/formats.ts';

type HomeEvent = Output<'homes.history'>['items'][number];

const AT_FIRST = 6;
/** The day before all others: what a home was when it was entered. */
const ALWAYS = '1900-01-01';

/** The life of a home, newest first: statuses, owners, tenants, transfers, merges. */
export function HomeHistory({ homeId }: { homeId: number }) {
  const { t } = useTranslation('homes');
  const [all, setAll] = useState(false);
  const history = useQuery('homes.history', { homeId });
  const items = history.value?.items;
  const shown = all ? items : items?.slice(0, AT_FIRST);
  return (
    <section>
      <h3>{t('history')}</h3>
      <RefusalNote refusal={history.refusal} onRetry={history.reload} />
      {!items && history.state === 'loading' && <Skeleton rows={3} />}
      <ol className="home-events">
        {shown?.map((event, index) => (
          <li key={index}>
            <time>{event.on === ALWAYS ? t('event.since') : event.on}</time>
            <EventWords event={event} />
          </li>
        ))}
      </ol>
      {items && items.length > AT_FIRST && !all && (
        <Button look="link" className="more" onClick={() => setAll(true)}>
          {t('historyAll', { count: items.length })}
        </Button>
      )}
    </section>
  );
}

function EventWords({ event }: { event: HomeEvent }) {
  const { t } = useTranslation(['homes', 'common']);
  switch (event.kind) {
    case 'status':
      return <Words by={event.by} notes={[event.note]}>{t(event.on === ALWAYS ? 'event.begin' : 'event.status', { status: t(`common:homeStatus.${event.status}`) })}</Words>;
    case 'owner':
      return <Words>{event.to === null ? t('event.owner', { name: event.name }) : t('event.ownerUntil', { name: event.name, to: event.to })}</Words>;
    case 'tenant':
      return <Words>{`${event.to === null ? t('event.tenant', { name: event.name }) : t('event.tenantUntil', { name: event.name, to: event.to })}${event.pays ? t('event.pays') : ''}`}</Words>;
    case 'transfer': {
      const { arrears, prepayment, openFen, prepaidFen } = event;
      const notes = [openFen > 0 ? t(`event.arrears.${arrears}`, { amount: money(openFen) }) : '', prepaidFen > 0 ? t(`event.prepayment.${prepayment}`, { amount: money(prepaidFen) }) : '', event.note];
      return <Words by={event.by} notes={notes}>{event.sellers === '' ? t('event.firstSale', event) : t('event.transfer', event)}</Words>;
    }
    case 'merge':
      return <Words by={event.by} notes={[event.note]}>{t('event.merge', { homes: event.homes, into: event.into, before: area(event.areaBeforeDm2), after: area(event.areaAfterDm2) })}</Words>;
  }
}

function Words({ by = '', notes = [], children }: { by?: string; notes?: string[]; children: string }) {
  const { t } = useTranslation('homes');
  const below = [...notes, by && t('event.by', { name: by })].filter(Boolean).join(t('comma'));
  return (
    <span>
      {children}
      {below !== '' && <span className="small">{below}</span>}
    </span>
  );
}
