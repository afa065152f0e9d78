import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentMethod } from '../../../shared/contract/payments.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button, Kbd, Tag } from '../../components/controls.tsx';
import { linkTo } from '../../route.ts';
import { useMay } from '../../session.ts';
import { area, rate, shortDay, yuan } from '../../text/formats.ts';
import { useRefusalText } from '../../text/refusals.ts';
import type { HomeDetails } from './payment-form.ts';
import { HomeParking } from './HomeParking.tsx';
import './home-card.css';

type Person = HomeDetails['people'][number];

type CardProps = { home: HomeDetails; today: string; /** Takes a deposit; undefined where that is not to be had. */ onDeposit: (() => void) | undefined };

/** Who lives there, what is owed, what was paid ahead and what is held as deposit. */
export function HomeCard({ home, today, onDeposit }: CardProps) {
  const { t } = useTranslation(['payments', 'common']);
  const last = home.lastPayment;
  return (
    <section className="card home" aria-label={home.label}>
      <h1>
        {home.isCompany ? <a href={linkTo('parking', { tab: 'vehicles', view: 'companies', search: home.label })}>{home.label}</a> : <a href={linkTo('homes', { home: home.homeId })}>{home.label}</a>} <Tag>{home.isCompany ? t('company') : t(`common:homeStatus.${home.status}`)}</Tag>
        {home.mergedInto !== null && <Tag tone="amber">{t('mergedInto', { home: home.mergedInto })}</Tag>}
        {onDeposit && (
          <Button look="link" onClick={onDeposit}>
            <Kbd>D</Kbd> {t('takeDeposit')}
          </Button>
        )}
      </h1>
      <div className="owes">
        <a href={linkTo('ledger', { home: home.homeId })}>
          {t('owes')}
          <b className={home.openFen > 0 ? 'red' : ''}>{yuan(home.openFen)}</b>
        </a>
        <a href={linkTo('payments', { view: 'prepaid', of: home.homeId })}>
          {t('prepaid')}
          <b>{yuan(home.prepaidFen)}</b>
        </a>
        <DepositHeld homeId={home.homeId} />
      </div>
      <div className="facts">
        {home.people.map((person) => (
          <PersonFact key={person.personId} homeId={home.homeId} person={person} />
        ))}
        {home.people.length === 0 && (
          <div>
            <em>{t('common:owner')}</em>
            {t('noPeople')}
          </div>
        )}
        {!home.isCompany && (
          <div>
            <em>{t('areaAndRate')}</em>
            {home.rateE4 === null ? t('noRate', { area: area(home.areaDm2) }) : t('areaRate', { area: area(home.areaDm2), rate: rate(home.rateE4) })}
          </div>
        )}
        <div>
          <em>{t('lastPayment')}</em>
          {last ? `${last.receivedOn.startsWith(today.slice(0, 4)) ? shortDay(last.receivedOn) : last.receivedOn} ${t(`common:method.${last.method as PaymentMethod}`)} ${yuan(last.amountFen)}` : t('neverPaid')}
        </div>
      </div>
      <HomeParking homeId={home.homeId} today={today} />
    </section>
  );
}

/** What is held of the home as deposits, where there is any. */
function DepositHeld({ homeId }: { homeId: number }) {
  const { t } = useTranslation('payments');
  const heldFen = useQuery('deposits.list', { homeId, heldOnly: true }).value?.heldFen ?? 0;
  if (heldFen === 0) return null;
  return (
    <a href={linkTo('payments', { view: 'deposits', of: homeId })}>
      {t('depositHeld')}
      <b>{yuan(heldFen)}</b>
    </a>
  );
}

/** A person with the phone masked; showing it is a command, since main keeps who looked. */
function PersonFact({ homeId, person }: { homeId: number; person: Person }) {
  const { t } = useTranslation(['payments', 'common']);
  const may = useMay('manager', 'cashier');
  const [phone, setPhone] = useState<string>();
  const { run, running, refusal } = useCommand('homes.revealPhone', { reloads: false });
  const text = useRefusalText();
  const show = async () => {
    const reply = await run({ homeId, personId: person.personId });
    if (reply.ok) setPhone(reply.value.phone);
  };
  return (
    <div>
      <em>{t(`common:${person.role}`)}</em>
      <b>{person.name}</b> {person.pays && <Tag>{t('tenantPays')}</Tag>} <span className="selectable">{phone ?? person.maskedPhone}</span>{' '}
      {may && phone === undefined && person.maskedPhone !== '' && (
        <Button look="link" disabled={running} aria-label={t('showPhone', { name: person.name })} onClick={() => void show()}>
          {t('show')}
        </Button>
      )}
      {refusal && <span className="red small">{text(refusal)}</span>}
    </div>
  );
}
