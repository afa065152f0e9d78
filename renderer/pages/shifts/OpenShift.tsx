import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api.ts';
import { Button, Kbd } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { amountOf } from './count-form.ts';

/** Opens a shift with a float; Enter does it. */
export function OpenShift({ entries }: { /** Done since the last close. */ entries: number }) {
  const { t } = useTranslation('shifts');
  const { run, running, refusal } = useCommand('shifts.open');
  const [floatText, setFloatText] = useState('');
  const [tried, setTried] = useState(false);
  const floatFen = amountOf(floatText);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (floatFen !== undefined) void run({ floatFen });
  };
  return (
    <form className="drawer" onSubmit={onSubmit}>
      <h2>{t('notOpen')}</h2>
      <p className="muted small">{entries > 0 ? t('pending', { count: entries }) : t('pendingNote')}</p>
      <Field className="amount" label={t('floatYuan')} value={floatText} onChange={setFloatText} inputMode="decimal" placeholder="0.00" autoFocus hint={t('openNote')} problem={tried && floatFen === undefined ? t('badAmount') : undefined} />
      <RefusalNote refusal={refusal} />
      <Button look="main" type="submit" className="big" disabled={running}>
        {t('open')} <Kbd>Enter</Kbd>
      </Button>
    </form>
  );
}
