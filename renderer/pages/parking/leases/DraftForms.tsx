import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api.ts';
import { Field } from '../../../components/Field.tsx';
import { useSession } from '../../../session.ts';
import { HomeForm } from '../../homes/changes/HomeForm.tsx';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import type { ActProps } from './LeaseActs.tsx';
import { readPlates, soundPlates } from './lease-draft.ts';
import { PlateField } from './PlateField.tsx';

/** Takes a draft back. */
export function DropForm({ lease, onDone, onClose }: ActProps) {
  const { t } = useTranslation('parking');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { run, running, refusal } = useCommand('parking.dropDraft');
  const submit = async () => {
    setTried(true);
    if (reason.trim() === '') return;
    const reply = await run({ leaseId: lease.leaseId, reason: reason.trim() });
    if (reply.ok) onDone(t('act.dropped'));
  };
  return (
    <HomeForm title={t('act.drop')} note={t('act.dropNote')} submit={t('act.drop')} busy={running} refusal={refusal} onSubmit={() => void submit()} onClose={onClose}>
      <Field className="whole" label={t('space.reason')} value={reason} maxLength={200} autoFocus onChange={setReason} problem={tried && reason.trim() === '' ? t('problem.reason') : undefined} />
    </HomeForm>
  );
}

/** Other plates from a day on. */
export function PlatesForm({ lease, onDone, onClose }: ActProps) {
  const { t } = useTranslation('parking');
  const { today } = useSession();
  const [from, setFrom] = useState<string | undefined>(lease.from > today ? lease.from : today);
  const [plates, setPlates] = useState(lease.plates.join(' '));
  const [reason, setReason] = useState('');
  const { run, running, refusal } = useCommand('parking.changePlates');
  const chips = readPlates(plates);
  const problem = chips.some((chip) => chip.plate === undefined) ? t('problem.plates') : chips.some((chip) => chip.repeated) ? t('problem.plateTwice') : undefined;
  const submit = async () => {
    if (from === undefined || problem !== undefined) return;
    const reply = await run({ leaseId: lease.leaseId, from, plates: soundPlates(plates), reason: reason.trim() });
    if (reply.ok) onDone(t('act.platesDone', { from }));
  };
  return (
    <HomeForm title={t('act.plates')} note={t('act.platesNote')} submit={t('act.plates')} busy={running} refusal={refusal} onSubmit={() => void submit()} onClose={onClose}>
      <PlateField className="whole" label={t('lease.plates')} value={plates} onChange={setPlates} problem={problem} />
      <Labelled label={t('act.from')}>
        <DayInput label={t('act.from')} value={from} onChange={setFrom} clearable={false} />
      </Labelled>
      <Field label={t('act.reasonOptional')} value={reason} maxLength={200} onChange={setReason} />
    </HomeForm>
  );
}
