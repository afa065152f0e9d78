import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../../shared/domain/period.ts';
import { useCommand } from '../../../api.ts';
import { Field } from '../../../components/Field.tsx';
import { useSession } from '../../../session.ts';
import { HomeForm } from '../../homes/changes/HomeForm.tsx';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import { HomeSelect, type PickedHome } from '../HomeSelect.tsx';
import type { ActProps } from './LeaseActs.tsx';
import { Settlement, useSettledWords } from './Settlement.tsx';

/** Ends a lease on a day; what it takes off stands there before the button is pressed. */
export function EndForm({ lease, onDone, onClose }: ActProps) {
  const { t } = useTranslation('parking');
  const { today } = useSession();
  const settled = useSettledWords();
  const [on, setOn] = useState<string | undefined>(lease.from > today ? lease.from : addDays(today, 1));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { run, running, refusal } = useCommand('parking.endLease');
  const submit = async () => {
    setTried(true);
    if (on === undefined || reason.trim() === '') return;
    const reply = await run({ leaseId: lease.leaseId, on, reason: reason.trim() });
    if (reply.ok) onDone(settled(t('act.ended', { on }), reply.value));
  };
  return (
    <HomeForm title={t('act.end')} note={t('act.endNote')} submit={t('act.endDo')} busy={running} refusal={refusal} onSubmit={() => void submit()} onClose={onClose}>
      <Labelled label={t('act.endOn')} hint={t('act.endOnHint')}>
        <DayInput label={t('act.endOn')} value={on} onChange={setOn} clearable={false} />
      </Labelled>
      <Field label={t('space.reason')} value={reason} maxLength={200} autoFocus onChange={setReason} problem={tried && reason.trim() === '' ? t('problem.reason') : undefined} />
      {on !== undefined && (
        <div className="whole">
          <Settlement leaseId={lease.leaseId} on={on} proration={lease.proration} />
        </div>
      )}
    </HomeForm>
  );
}

/** An owner needs the space: after the notice, and refunded by days. */
export function RecallForm({ lease, onDone, onClose }: ActProps) {
  const { t } = useTranslation('parking');
  const { today } = useSession();
  const settled = useSettledWords();
  const [on, setOn] = useState<string | undefined>(addDays(today, lease.noticeDays));
  const [home, setHome] = useState<PickedHome | undefined>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { run, running, refusal } = useCommand('parking.recallLease');
  const submit = async () => {
    setTried(true);
    if (on === undefined || reason.trim() === '') return;
    const reply = await run({ leaseId: lease.leaseId, on, reason: reason.trim(), ...(home && { forHomeId: home.homeId }) });
    if (reply.ok) onDone(settled(t('act.recalled', { on }), reply.value));
  };
  return (
    <HomeForm title={t('act.recall')} note={t('act.recallNote', { count: lease.noticeDays })} submit={t('act.recallDo')} busy={running} refusal={refusal} onSubmit={() => void submit()} onClose={onClose}>
      <Labelled label={t('act.endOn')} hint={t('act.earliest', { date: addDays(today, lease.noticeDays) })}>
        <DayInput label={t('act.endOn')} value={on} onChange={setOn} clearable={false} />
      </Labelled>
      <Labelled label={t('act.forHome')}>
        <HomeSelect label={t('act.forHome')} value={home} onChange={setHome} />
      </Labelled>
      <Field className="whole" label={t('space.reason')} value={reason} maxLength={200} autoFocus onChange={setReason} problem={tried && reason.trim() === '' ? t('problem.reason') : undefined} />
      {on !== undefined && (
        <div className="whole">
          <Settlement leaseId={lease.leaseId} on={on} recall proration={lease.proration} />
        </div>
      )}
    </HomeForm>
  );
}
