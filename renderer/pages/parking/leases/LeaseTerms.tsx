import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { linkTo } from '../../../route.ts';
import { useMay } from '../../../session.ts';
import { money, yuan } from '../../../text/formats.ts';
import { HomeLink } from '../HomeLink.tsx';
import { layerOf } from './band-layers.ts';
import type { Lease } from './LeasePanel.tsx';
import { WeekBand } from './WeekBand.tsx';
import { useWindowWords } from './windows-words.ts';

/** What was agreed: who, which space, when in the week, and what is owed of it. */
export function LeaseTerms({ lease }: { lease: Lease }) {
  const { t } = useTranslation('parking');
  const words = useWindowWords();
  const mayCollect = useMay('cashier', 'manager');
  const { homeId, label, lessee, isCompany, openFen, depositFen, depositHeldFen, windows } = lease;
  return (
    <>
      <div className="lease-owes">
        <a href={linkTo('payments', { home: homeId })} title={mayCollect ? t('lease.toDesk') : undefined}>
          {t('lease.openYuan')}
          <b className={openFen > 0 ? 'red' : ''}>{money(openFen)}</b>
        </a>
        <span>
          {t('lease.monthlyYuan')}
          <b>{money(lease.monthlyFen)}</b>
        </span>
        <span>
          {t('lease.depositYuan')}
          <b>{money(depositHeldFen)}</b>
          {depositHeldFen < depositFen && <em className="warn">{t('lease.depositAgreed', { amount: yuan(depositFen) })}</em>}
        </span>
      </div>
      <dl className="side-facts">
        <Fact name={t('lease.payer')}>
          <b>
            <HomeLink homeId={homeId} label={label} isCompany={isCompany} />
          </b>
          {!isCompany && ` ${lessee}`}
        </Fact>
        <Fact name={t('lease.space')}>
          <a className="figure" href={linkTo('parking', { zone: lease.zone, space: lease.space })}>
            {lease.space}
          </a>{' '}
          <span className="muted">
            {lease.zone} {t(`title_.${lease.title}`)}
          </span>
        </Fact>
        <Fact name={t('lease.term')}>{lease.to === null ? t('lease.fromOpen', { from: lease.from }) : t('lease.fromTo', { from: lease.from, to: lease.to })}</Fact>
        <Fact name={t('lease.plates')}>{lease.plates.length === 0 ? <span className="muted">{t('lease.noPlates')}</span> : lease.plates.join(t('comma'))}</Fact>
        <Fact name={t('lease.windows')}>{words.windows(windows)}</Fact>
      </dl>
      <WeekBand layers={[layerOf(lease)]} />
    </>
  );
}

/** How it is charged, by which resolution or consent, and what changed since. */
export function LeaseAgreement({ lease }: { lease: Lease }) {
  const { t } = useTranslation('parking');
  const { chargedTo } = lease;
  return (
    <>
      <dl className="side-facts more">
        <Fact name={t('lease.pricing')}>{t('lease.pricingWords', { proration: t(`proration.${lease.proration}`), cycle: t(`cycle.${lease.cycle}`) })}</Fact>
        <Fact name={t('lease.chargedTo')}>{chargedTo ?? <span className="muted">{t('lease.notCharged')}</span>}</Fact>
        {lease.contractNo !== '' && (
          <Fact name={t('lease.contractNo')}>
            <a className="figure" href={linkTo('parking', { tab: 'leases', contract: lease.contractNo, lease: lease.leaseId })}>
              {lease.contractNo}
            </a>
          </Fact>
        )}
        {lease.resolutionNo !== '' && <Fact name={t('lease.resolution')}>{[lease.resolutionNo, lease.resolutionOn, lease.resolutionTo && t('until', { date: lease.resolutionTo })].filter(Boolean).join(' ')}</Fact>}
        {lease.consent !== '' && <Fact name={t('lease.consent')}>{lease.consent}</Fact>}
        {lease.overstayFen > 0 && <Fact name={t('lease.overstay')}>{t('lease.overstayWords', { amount: yuan(lease.overstayFen) })}</Fact>}
        <Fact name={t('lease.noticeDays')}>{t('days', { count: lease.noticeDays })}</Fact>
        {lease.note !== '' && <Fact name={t('space.note')}>{lease.note}</Fact>}
      </dl>
      {lease.spans.length > 1 && <Spans lease={lease} />}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** The stretches of a lease that was moved, priced anew or suspended. */
function Spans({ lease }: { lease: Lease }) {
  const { t } = useTranslation('parking');
  return (
    <section className="side-part" aria-label={t('lease.spans')}>
      <h3>{t('lease.spans')}</h3>
      <table className="book">
        <thead>
          <tr>
            <th>{t('lease.space')}</th>
            <th>{t('lease.spanFrom')}</th>
            <th>{t('lease.spanTo')}</th>
            <th className="num led">{t('lease.monthlyYuan')}</th>
          </tr>
        </thead>
        <tbody>
          {lease.spans.map((span) => (
            <tr key={span.spanId}>
              <td>{span.space}</td>
              <td>{span.from}</td>
              <td>{span.to ?? t('lease.openEnd')}</td>
              <td className="num led">{money(span.monthlyFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
