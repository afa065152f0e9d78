import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api.ts';
import { Field } from '../../../components/Field.tsx';
import { useSession } from '../../../session.ts';
import { HomeForm } from '../../homes/changes/HomeForm.tsx';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';

type FormProps = { space: string; onDone: (words: string) => void; onClose: () => void };

/** Takes a space out of letting: repairs, or kept for a purpose. */
export function BlockForm({ space, on, onDone, onClose }: FormProps & { on: string }) {
  const { t } = useTranslation('parking');
  const [from, setFrom] = useState<string | undefined>(on);
  const [to, setTo] = useState<string | undefined>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { run, running, refusal } = useCommand('parking.blockSpace');
  const reversed = from !== undefined && to !== undefined && to <= from;
  const submit = async () => {
    setTried(true);
    if (from === undefined || reversed || reason.trim() === '') return;
    const reply = await run({ space, from, reason: reason.trim(), ...(to !== undefined && { to }) });
    if (reply.ok) onDone(t('space.blockDone', { space, from }));
  };
  return (
    <HomeForm title={t('space.blockTitle', { space })} note={t('space.blockNote')} submit={t('space.block')} busy={running} refusal={refusal} onSubmit={() => void submit()} onClose={onClose}>
      <Labelled label={t('space.from')}>
        <DayInput label={t('space.from')} value={from} onChange={setFrom} clearable={false} />
      </Labelled>
      <Labelled label={t('space.to')} hint={t('space.toHint')} problem={reversed ? t('problem.reversed') : undefined}>
        <DayInput label={t('space.to')} placeholder={t('space.open')} value={to} onChange={setTo} />
      </Labelled>
      <Field className="whole" label={t('space.reason')} value={reason} maxLength={200} autoFocus placeholder={t('space.reasonHint')} onChange={setReason} problem={tried && reason.trim() === '' ? t('problem.reason') : undefined} />
    </HomeForm>
  );
}

/** Ends a block on a day. */
export function UnblockForm({ space, block, onDone, onClose }: FormProps & { block: { blockId: number; from: string; reason: string } }) {
  const { t } = useTranslation('parking');
  const { today } = useSession();
  const [on, setOn] = useState<string | undefined>(today);
  const { run, running, refusal } = useCommand('parking.unblockSpace');
  const submit = async () => {
    if (on === undefined) return;
    const reply = await run({ blockId: block.blockId, on });
    if (reply.ok) onDone(t('space.unblockDone', { space, on }));
  };
  return (
    <HomeForm title={t('space.unblockTitle', { space, reason: block.reason })} submit={t('space.unblock')} busy={running} refusal={refusal} onSubmit={() => void submit()} onClose={onClose}>
      <Labelled label={t('space.unblockOn')}>
        <DayInput label={t('space.unblockOn')} value={on} onChange={setOn} clearable={false} />
      </Labelled>
    </HomeForm>
  );
}
