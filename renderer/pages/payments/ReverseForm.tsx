import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { RefusalNote } from '../../components/states.tsx';

/** Reverses a receipt with a reason, in its row: words, not a chain of dialogs. */
export function ReverseForm({ paymentId, receiptNo, onEnd }: { paymentId: string; receiptNo: string; onEnd: () => void }) {
  const { t } = useTranslation(['payments', 'common']);
  const [reason, setReason] = useState('');
  const { run, running, refusal } = useCommand('payments.reverse');
  const label = t('reverseReason', { no: receiptNo });
  const reverse = async () => {
    if (reason.trim() === '') return;
    const reply = await run({ paymentId, reason: reason.trim() });
    if (reply.ok) onEnd();
  };
  return (
    <form
      className="reverse"
      onSubmit={(event) => {
        event.preventDefault();
        void reverse();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onEnd()}
    >
      <label>
        <span>{label}</span>
        <input className="input" aria-label={label} value={reason} maxLength={200} autoFocus onChange={(event) => setReason(event.target.value)} />
      </label>
      <Button type="submit" disabled={running || reason.trim() === ''}>
        {t('reverseConfirm')}
      </Button>
      <Button onClick={onEnd}>{t('common:cancel')}</Button>
      <span className="muted small">{t('reverseNote')}</span>
      <RefusalNote refusal={refusal} />
    </form>
  );
}
