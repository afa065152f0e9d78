import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { useQuery } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { RefusalNote, Skeleton } from '../../../components/states.tsx';
import { KindMark } from './KindMark.tsx';
import { LeaseActs, type LeaseAct } from './LeaseActs.tsx';
import { LeaseCharges } from './LeaseCharges.tsx';
import { LeaseEvents } from './LeaseEvents.tsx';
import { LeasePapers } from './LeasePapers.tsx';
import { LeaseAgreement, LeaseTerms } from './LeaseTerms.tsx';
import { StateTag } from './StateTag.tsx';

export type Lease = Output<'parking.getLease'>;

/** One lease: its terms and week, what was charged and is owed, what happened to it, and what can be done. */
export function LeasePanel({ leaseId, onClose }: { leaseId: number; onClose: () => void }) {
  const { t } = useTranslation(['parking', 'common']);
  const lease = useQuery('parking.getLease', { leaseId });
  const [act, setAct] = useState<LeaseAct | undefined>();
  const [said, setSaid] = useState<string | undefined>();
  const { value } = lease;
  const finish = (words: string) => {
    setAct(undefined);
    setSaid(words);
  };
  return (
    <aside className="card parking-side lease-panel" aria-label={value ? t('lease.titleOf', { no: value.leaseNo }) : t('lease.title')} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div className="parking-side-head">
        <h2>{value?.leaseNo ?? ''}</h2>
        {value && <KindMark kind={value.kind} />}
        {value && <StateTag state={value.state} />}
        <Button look="link" onClick={onClose}>
          {t('common:close')}
        </Button>
      </div>
      <div className="parking-side-body">
        <RefusalNote refusal={lease.refusal} onRetry={lease.reload} />
        {!value && lease.state === 'loading' && <Skeleton rows={10} />}
        {value && (
          <>
            <LeaseTerms lease={value} />
            {said !== undefined && (
              <p className="side-said" role="status">
                {said}
              </p>
            )}
            <LeaseActs lease={value} act={act} onAct={(next) => { setSaid(undefined); setAct(next); }} onDone={finish} />
            <LeaseAgreement lease={value} />
            <LeaseCharges lease={value} />
            <LeasePapers lease={value} />
            <LeaseEvents lease={value} />
          </>
        )}
      </div>
    </aside>
  );
}
