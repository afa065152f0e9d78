import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useQuery } from '../../api.ts';
import { Button, Tag } from '../../components/controls.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { useMay } from '../../session.ts';
import { area, money, rate, yuan } from '../../text/formats.ts';
import { HomeChanges, type Act } from './changes/HomeChanges.tsx';
import { HomeBills } from './HomeBills.tsx';
import { HomeHistory } from './HomeHistory.tsx';
import { HomePayments } from './HomePayments.tsx';
import { PersonLine } from './PersonLine.tsx';

type Home = Output<'homes.get'>;

/** One home: who lives there, what it owes and what it paid. */
export function HomePanel({ homeId, onClose }: { homeId: number; onClose: () => void }) {
  const { t } = useTranslation(['homes', 'common']);
  const home = useQuery('homes.get', { homeId });
  const mayCollect = useMay('cashier', 'manager');
  const [act, setAct] = useState<Act | undefined>();
  const [said, setSaid] = useState<string | undefined>();
  return (
    <aside className="card home-panel" aria-label={home.value?.label ?? t('title')} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div className="home-panel-head">
        <h2>{home.value?.label ?? ''}</h2>
        {home.value && <HomeTags home={home.value} />}
        <Button look="link" aria-label={t('closeHome')} onClick={onClose}>
          {t('common:close')}
        </Button>
      </div>
      <div className="home-panel-body">
        <RefusalNote refusal={home.refusal} onRetry={home.reload} />
        {!home.value && home.state === 'loading' && <Skeleton rows={8} />}
        {home.value && (
          <>
            <HomeFacts home={home.value} />
            <HomeChanges home={home.value} act={act} onAct={setAct} said={said} onSaid={setSaid} />
            <HomeBills home={home.value} />
            <HomePayments homeId={homeId} />
            <HomeHistory homeId={homeId} />
          </>
        )}
      </div>
      <div className="home-panel-acts">
        <a className="button" href={linkTo('ledger', { book: 'home', homeId })}>
          {t('homeBook')}
        </a>
        {mayCollect && (
          <a className={act === undefined ? 'button main' : 'button'} href={linkTo('payments', { home: homeId })}>
            {t('collect')}
          </a>
        )}
      </div>
    </aside>
  );
}

function HomeTags({ home }: { home: Home }) {
  const { t } = useTranslation(['homes', 'common']);
  return (
    <span className="home-tags">
      <Tag>{t(`common:homeStatus.${home.status}`)}</Tag>
      {home.homeType !== 'residence' && <Tag>{t(`common:homeType.${home.homeType}`)}</Tag>}
      {home.mergedInto !== null && <Tag tone="amber">{t('mergedInto', { date: home.mergedOn, label: home.mergedInto })}</Tag>}
    </span>
  );
}

function HomeFacts({ home }: { home: Home }) {
  const { t } = useTranslation('homes');
  const book = linkTo('ledger', { book: 'home', homeId: home.homeId });
  return (
    <>
      <div className="home-owes">
        <a href={book}>
          {t('open')}
          <b className={home.openFen > 0 ? 'red' : ''}>{money(home.openFen)}</b>
        </a>
        <a href={book}>
          {t('prepaid')}
          <b>{money(home.prepaidFen)}</b>
        </a>
      </div>
      {home.formerDebts.map(({ names, until, openFen }) => (
        <p className="former" key={`${until} ${names}`}>
          <b>{t('formerOwes', { names, amount: money(openFen) })}</b> <span className="small">{t('formerUntil', { date: until })}</span>
        </p>
      ))}
      <dl className="home-facts">
        {home.people.length === 0 && (
          <>
            <dt>{t('people')}</dt>
            <dd className="muted">{t('noPeople')}</dd>
          </>
        )}
        {home.people.map((person) => (
          <PersonLine key={person.personId} homeId={home.homeId} person={person} />
        ))}
        <dt>{t('areaFact')}</dt>
        <dd>{area(home.areaDm2)} m²</dd>
        <dt>{t('rateFact')}</dt>
        <dd>{home.rateE4 === null ? t('noRate') : t('rateValue', { rate: rate(home.rateE4) })}</dd>
        <dt>{t('monthly')}</dt>
        <dd>{home.rateE4 === null ? '—' : yuan(home.monthlyFeeFen)}</dd>
        <dt>{t('handover')}</dt>
        <dd>{home.handoverOn ?? '—'}</dd>
        {home.note !== '' && (
          <>
            <dt>{t('note_')}</dt>
            <dd>{home.note}</dd>
          </>
        )}
      </dl>
    </>
  );
}
