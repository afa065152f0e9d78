import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseYuan } from '../../../../shared/domain/money.ts';
import { Button } from '../../../components/controls.tsx';
import { Field } from '../../../components/Field.tsx';
import { plainYuan } from '../../../text/formats.ts';

type FormProps<Value> = { running: boolean; onConfirm: (value: Value) => void; onCancel: () => void };

/** Why a finding costs nothing; Enter confirms, Esc goes back. */
export function ReasonForm({ running, onConfirm, onCancel }: FormProps<string>) {
  const { t } = useTranslation('barrier');
  const [reason, setReason] = useState('');
  const word = reason.trim();
  return (
    <DecisionForm title={t('panel.dismiss')} ready={word !== '' && !running} onSubmit={() => onConfirm(word)} onCancel={onCancel}>
      <Field label={t('panel.reason')} placeholder={t('panel.needReason')} value={reason} maxLength={200} autoFocus onChange={setReason} />
    </DecisionForm>
  );
}

/** Another amount than what is proposed. */
export function AmountForm({ proposedFen, running, onConfirm, onCancel }: FormProps<number> & { proposedFen: number }) {
  const { t } = useTranslation('barrier');
  const [text, setText] = useState(proposedFen > 0 ? plainYuan(proposedFen) : '');
  const amountFen = parseYuan(text);
  const isGood = amountFen !== undefined && amountFen > 0;
  return (
    <DecisionForm title={t('panel.amount')} ready={isGood && !running} onSubmit={() => onConfirm(amountFen ?? 0)} onCancel={onCancel}>
      <Field label={t('panel.amountLabel')} className="num-field" inputMode="decimal" value={text} maxLength={12} autoFocus onChange={setText} problem={text === '' || isGood ? undefined : t('panel.badAmount')} />
    </DecisionForm>
  );
}

function DecisionForm({ title, ready, onSubmit, onCancel, children }: { title: string; ready: boolean; onSubmit: () => void; onCancel: () => void; children: React.ReactNode }) {
  const { t } = useTranslation(['barrier', 'common']);
  return (
    <form
      className="finding-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSubmit();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <b>{title}</b>
      {children}
      <div className="finding-form-acts">
        <Button onClick={onCancel}>{t('common:cancel')}</Button>
        <Button look="main" type="submit" disabled={!ready}>
          {t('panel.confirm')}
        </Button>
      </div>
    </form>
  );
}
