import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatFen, parseYuan } from '../../../shared/domain/money.ts';
import { useCommand } from '../../api.ts';
import { Segments } from '../../components/controls.tsx';
import { money, yuan } from '../../text/formats.ts';
import { METHODS } from '../payments/payment-form.ts';
import { FormRow, TextField } from '../payments/UndoForm.tsx';
import type { DepositItem } from './DepositList.tsx';
import { readReturn } from './read-return.ts';

/** Gives a deposit back, whole or in part; what is retained needs its reason. */
export function ReturnForm({ item, onEnd }: { item: DepositItem; onEnd: () => void }) {
  const { t } = useTranslation(['deposits', 'payments', 'common']);
  const [retainedText, setRetainedText] = useState('');
  const [returnedText, setReturnedText] = useState('');
  const [method, setMethod] = useState(item.method);
  const [payee, setPayee] = useState('');
  const [reason, setReason] = useState('');
  const { run, running, refusal } = useCommand('deposits.return');
  const { returnedFen, retainedFen, problem } = readReturn({ returnedText, retainedText }, item.heldFen);
  const send = async () => {
    const reply = await run({ depositId: item.depositId, returnedFen, retainedFen, method, reason: reason.trim(), ...(payee.trim() !== '' && { payee: payee.trim() }) });
    if (reply.ok) onEnd();
  };
  const retained = parseYuan(retainedText) ?? 0;
  const all = formatFen(Math.max(0, item.heldFen - retained));
  return (
    <FormRow
      label={t('giveBack')}
      confirm={t('confirm', { amount: money(returnedFen) })}
      ready={!running && problem === undefined && reason.trim() !== ''}
      note={retainedFen > 0 ? t('retainNote', { amount: yuan(retainedFen) }) : t('returnNote')}
      refusal={refusal}
      onSend={() => void send()}
      onEnd={onEnd}
    >
      <TextField label={t('retain')} value={retainedText} most={20} amount autoFocus placeholder="0.00" problem={problem === 'retained' ? t('payments:problem.tooMuch', { amount: money(item.heldFen) }) : undefined} onChange={setRetainedText} />
      <TextField label={t('giveBackAmount')} value={returnedText} most={20} amount placeholder={all} problem={problem === 'returned' ? t('payments:problem.tooMuch', { amount: all }) : undefined} onChange={setReturnedText} />
      <Segments label={t('payments:method')} value={method} choices={METHODS.map((one) => ({ value: one, label: t(`common:method.${one}`) }))} onChange={setMethod} />
      <TextField label={t('payments:records.payee')} value={payee} most={40} placeholder={item.payer} onChange={setPayee} />
      <TextField label={retainedFen > 0 ? t('retainReason') : t('common:reason')} value={reason} most={200} onChange={setReason} />
    </FormRow>
  );
}
