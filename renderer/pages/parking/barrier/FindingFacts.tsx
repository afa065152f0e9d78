import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { minuteOf } from '../../../../shared/domain/week-windows.ts';
import { daysBetween } from '../../../../shared/domain/period.ts';
import { linkTo } from '../../../route.ts';
import { money } from '../../../text/formats.ts';
import type { FindingItem } from './barrier-route.ts';
import { StayStrip } from './StayStrip.tsx';
import { useDuration } from './use-duration.ts';

/** Who, where, how long, and by which days; what was decided, if it was. */
export function FindingFacts({ item }: { item: FindingItem }) {
  const { t } = useTranslation('barrier');
  const duration = useDuration();
  const { kind, state, label, lessee, leaseId, leaseNo, space, inAt, outAt, lane, minutes, proposedFen, chargedFen, billId, reason, decidedBy } = item;
  const stayed = inAt !== null && outAt !== null ? minutesBetween(inAt, outAt) : 0;
  const facts: [string, ReactNode][] = [
    [t('list.who'), label === '' ? <span className="muted">{t('list.unknown')}</span> : `${label}${lessee === '' || lessee === label ? '' : ` ${lessee}`}`],
    ...(leaseId === null ? [] : [[t('list.lease'), <a key="lease" href={linkTo('parking', { tab: 'leases', lease: leaseId })}>{leaseNo}</a>] as [string, ReactNode]]),
    ...(space === '' ? [] : [[t('list.space'), space] as [string, ReactNode]]),
    ...(inAt === null ? [] : [[t('list.in'), inAt] as [string, ReactNode], [t('list.out'), outAt] as [string, ReactNode], [t('panel.stay'), duration(stayed)] as [string, ReactNode], [t('panel.outside'), <b key="over" className="red">{duration(minutes)}</b>] as [string, ReactNode]]),
    ...(lane === '' ? [] : [[t('list.lane'), lane] as [string, ReactNode]]),
    ...(kind === 'overstay' || kind === 'outside-lease' ? [[t('panel.proposal'), proposedFen === 0 ? <span key="none" className="muted">{t('panel.noFee')}</span> : t('panel.byHours', { hours: hoursBegun(minutes), fee: money(proposedFen / hoursBegun(minutes)) })] as [string, ReactNode]] : []),
  ];
  return (
    <>
      <dl className="finding-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {kind === 'unused' && <p className="finding-note">{t('panel.unusedNote')}</p>}
      <StayStrip item={item} />
      {state === 'charged' && billId !== null && (
        <p className="finding-note">
          {t('panel.charged', { bill: billId, amount: money(chargedFen) })} <span className="muted small">{t('panel.by', { who: decidedBy })}</span>
        </p>
      )}
      {state === 'dismissed' && (
        <p className="finding-note">
          {t('panel.dismissed', { reason })} <span className="muted small">{t('panel.by', { who: decidedBy })}</span>
        </p>
      )}
    </>
  );
}

function hoursBegun(minutes: number): number {
  return Math.ceil(minutes / 60);
}

/** Minutes of the clock between two local moments. */
function minutesBetween(from: string, to: string): number {
  return daysBetween(from.slice(0, 10), to.slice(0, 10)) * 1440 + minuteOf(to.slice(11, 16)) - minuteOf(from.slice(11, 16));
}
