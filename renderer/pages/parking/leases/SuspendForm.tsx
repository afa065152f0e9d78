import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api.ts';
import { Field } from '../../../components/Field.tsx';
import { useSession } from '../../../session.ts';
import { HomeForm } from '../../homes/changes/HomeForm.tsx';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import type { ActProps } from './LeaseActs.tsx';
import { useSettledWords } from './Settlement.tsx';

/** Suspends a lease: not held and not charged for a while. */
export function SuspendForm({ lease, onDone, onClose }: ActProps) {
  const { t } = useTranslation('parking');
  const { today } = useSession();
  const settled = useSettledWords();
  const [from, setFrom] = useState<string | undefined>(lease.from > today ? lease.from : today);
  const [to, setTo] = useState<string | undefined>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { run, running, refusal } = useCommand('parking.suspendLease');
  const reversed = from !== undefined && to !== undefined && to <= from;
  const submit = async () => {
    setTried(true);
    if (from === undefined || reversed || reason.trim() === '') return;
    const reply = await run({ leaseId: lease.leaseId, from, reason: reason.trim(), ...(to !== undefined && { to }) });
    if (reply.ok) onDone(settled(t('act.suspended', { from }), reply.value));
  };
  return (
    <HomeForm title={t('act.suspend')} note={t('act.suspendNote')} submit={t('act.suspend')} busy={running} refusal={refusal} onSubmit={() => void submit()} onClose={onClose}>
      <Labelled label={t('space.from')}>
        <DayInput label={t('space.from')} value={from} onChange={setFrom} clearable={false} />
      </Labelled>
      <Labelled label={t('act.suspendTo')} hint={t('space.toHint')} problem={reversed ? t('problem.reversed') : undefined}>
        <DayInput label={t('act.suspendTo')} placeholder={t('act.untilResumed')} value={to} onChange={setTo} />
      </Labelled>
      <Field className="whole" label={t('space.reason')} value={reason} maxLength={200} autoFocus onChange={setReason} problem={tried && reason.trim() === '' ? t('problem.reason') : undefined} />
    </HomeForm>
  );
}

/** Lets a suspended lease run again from a day on. */
export function ResumeForm({ lease, onDone, onClose }: ActProps) {
  const { t } = useTranslation('parking');
  const { today } = useSession();
  const [on, setOn] = useState<string | undefined>(today);
  const { run, running, refusal } = useCommand('parking.resumeLease');
  const submit = async () => {
    if (on === undefined) return;
    const reply = await run({ leaseId: lease.leaseId, on });
    if (reply.ok) onDone(t('act.resumed', { on }));
  };
  return (
    <HomeForm title={t('act.resume')} note={t('act.resumeNote')} submit={t('act.resume')} busy={running} refusal={refusal} onSubmit={() => void submit()} onClose={onClose}>
      <Labelled label={t('act.from')}>
        <DayInput label={t('act.from')} value={on} onChange={setOn} clearable={false} />
      </Labelled>
    </HomeForm>
  );
}
