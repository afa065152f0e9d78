import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { monthsBetween } from '../../../shared/domain/period-states.ts';
import { useCommand } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { useMay } from '../../session.ts';
import { useMonthWords } from './month-words.ts';

/** Closes a month; `before` are those that are closed with it when it is the first. */
export function CloseBar({ month, ready, before, onDone }: { month: string; ready: boolean; before: number; onDone: (said: string) => void }) {
  const { t } = useTranslation('periods');
  const { nameOf } = useMonthWords();
  const mayClose = useMay('manager');
  const { run, running, refusal } = useCommand('periods.close');
  const close = async () => {
    const reply = await run({ month });
    if (reply.ok) onDone(t('done', { month: nameOf(month) }));
  };
  return (
    <div className="periods-act">
      <Button look="main" disabled={!mayClose || !ready || running} onClick={() => void close()}>{t('close', { month: nameOf(month) })}</Button>
      <span className="muted small">{mayClose ? (before > 0 ? `${t('closeFirst', { month: nameOf(month), count: before })} ` : '') + t('closeNote', { month: nameOf(month) }) : t('onlyManager')}</span>
      <RefusalNote refusal={refusal} />
    </div>
  );
}

/** Opens a closed month and those after it again, with a reason. */
export function ReopenBar({ month, through, onDone }: { month: string; through: string; onDone: (said: string) => void }) {
  const { t } = useTranslation('periods');
  const { spanOf } = useMonthWords();
  const mayReopen = useMay('manager');
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { run, running, refusal } = useCommand('periods.reopen');
  const months = spanOf(monthsBetween(month, through));
  const reopen = async () => {
    if (reason.trim() === '') return;
    const reply = await run({ month, reason: reason.trim() });
    if (reply.ok) onDone(t('reopened', { months: spanOf(reply.value.months) }));
  };
  if (!asking) return <div className="periods-act"><Button disabled={!mayReopen} onClick={() => setAsking(true)}>{t('reopen')}</Button>{!mayReopen && <span className="muted small">{t('onlyManager')}</span>}</div>;
  return (
    <form className="periods-act reopen" onSubmit={(event) => { event.preventDefault(); void reopen(); }} onKeyDown={(event) => { if (event.key === 'Escape') setAsking(false); }}>
      <p>{t('reopenMonths', { months })}</p>
      <Field label={t('reason')} value={reason} maxLength={200} autoFocus onChange={setReason} />
      <Button look="main" type="submit" disabled={running || reason.trim() === ''}>{t('confirmReopen')}</Button>
      <Button onClick={() => setAsking(false)}>{t('leave')}</Button>
      <RefusalNote refusal={refusal} />
    </form>
  );
}
