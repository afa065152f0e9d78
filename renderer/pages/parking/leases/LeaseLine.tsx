import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { linkTo } from '../../../route.ts';
import { yuan } from '../../../text/formats.ts';
import { KindMark } from './KindMark.tsx';
import { StateTag } from './StateTag.tsx';
import { useWindowWords } from './windows-words.ts';

export type LeaseItem = Output<'parking.listLeases'>['items'][number];

/** One lease of a space in three lines; it leads to the lease. */
export function LeaseLine({ lease }: { lease: LeaseItem }) {
  const { t } = useTranslation('parking');
  const words = useWindowWords();
  const { leaseId, leaseNo, kind, label, lessee, isCompany, state, from, to, windows, plates, monthlyFen } = lease;
  return (
    <a className={`lease-line ${state === 'ended' ? 'quiet' : ''}`} href={linkTo('parking', { tab: 'leases', lease: leaseId })} aria-label={t('lease.open', { no: leaseNo, label })}>
      <KindMark kind={kind} />
      <b>{label}</b>
      {!isCompany && <span>{lessee}</span>}
      <StateTag state={state} />
      <span className="lease-line-facts">
        {words.windows(windows)}
        <br />
        {to === null ? t('lease.fromOpen', { from }) : t('lease.fromTo', { from, to })}
        {t('comma')}
        {t('lease.monthly', { amount: yuan(monthlyFen) })}
        {plates.length > 0 && <br />}
        {plates.join(t('comma'))}
      </span>
    </a>
  );
}
