import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../shared/domain/period.ts';
import { Button } from '../../components/controls.tsx';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { Labelled } from '../ledger/book/Labelled.tsx';
import type { Action, Decision } from './decide-actions.ts';
import type { LineItem } from './line-columns.tsx';

type ActionFormProps = { action: Action; line: LineItem; running: boolean; onDecide: (decision: Decision) => void; onCancel: () => void };

/** The word or the day that an action needs; Enter confirms, Esc goes back. */
export function ActionForm({ action, line, running, onDecide, onCancel }: ActionFormProps) {
  const { t } = useTranslation(['channels', 'common']);
  const [reason, setReason] = useState('');
  const [through, setThrough] = useState<string | undefined>(() => addDays(line.on, -1));
  const settles = action === 'settle';
  const ready = settles ? through !== undefined : reason.trim() !== '';
  return (
    <form
      className="decide-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onDecide(settles ? { action, ...(through !== undefined && { through }) } : { action, reason: reason.trim() });
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <b>{t(`action.${action}`)}</b>
      {settles ? (
        <Labelled label={t('decide.settleThrough')} hint={t('decide.settleNote')}>
          <DayInput label={t('decide.settleThrough')} value={through} onChange={setThrough} clearable={false} />
        </Labelled>
      ) : (
        <input className="input" aria-label={t('decide.reason')} placeholder={action === 'reopen' ? t('decide.reopenReason') : t('decide.needReason')} value={reason} maxLength={200} autoFocus onChange={(event) => setReason(event.target.value)} />
      )}
      <div className="decide-form-acts">
        <Button onClick={onCancel}>{t('common:cancel')}</Button>
        <Button look="main" type="submit" disabled={running || !ready}>
          {t('decide.confirm')}
        </Button>
      </div>
    </form>
  );
}
