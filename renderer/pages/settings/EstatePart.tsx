import { useState, type FormEvent } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { useMay } from '../../session.ts';
import { Labelled } from '../ledger/book/Labelled.tsx';
import { LateFeeFields, lateTextsOf, readLate } from './LateFeeFields.tsx';
import { wholeNumber } from './whole-number.ts';

type Settings = Output<'estate.getSettings'>;

const firstMonthRules = ['days', 'half', 'full'] as const satisfies readonly Settings['firstMonthRule'][];
const DUE_DAY = { from: 1, to: 28 };
const IDLE_MINUTES = { from: 0, to: 240 };
const TARGET = { from: 0, to: 100 };
/** Thousandths of a whole in a percent. */
const PERCENT = 10;

/** What the estate is called and how it bills; the manager changes it. */
export function EstatePart() {
  const settings = useQuery('estate.getSettings', {});
  return (
    <section className="card settings-card">
      <RefusalNote refusal={settings.refusal} onRetry={settings.reload} />
      {settings.value ? <EstateForm settings={settings.value} /> : settings.state === 'loading' && <Skeleton rows={7} height={28} />}
    </section>
  );
}

function EstateForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation('settings');
  const may = useMay('manager');
  const [name, setName] = useState(settings.name);
  const [officeName, setOfficeName] = useState(settings.officeName);
  const [phone, setPhone] = useState(settings.phone);
  const [firstMonthRule, setFirstMonthRule] = useState(settings.firstMonthRule);
  const [dueDay, setDueDay] = useState(String(settings.dueDay));
  const [idleMinutes, setIdleMinutes] = useState(String(settings.idleMinutes));
  const wholeTarget = String(Math.floor(settings.collectionTargetPermille / PERCENT));
  const [target, setTarget] = useState(wholeTarget);
  const [late, setLate] = useState(() => lateTextsOf(settings));
  const [saved, setSaved] = useState(false);
  const { run, running, refusal } = useCommand('estate.changeSettings');
  const due = wholeNumber(dueDay, DUE_DAY);
  const idle = wholeNumber(idleMinutes, IDLE_MINUTES);
  const aim = wholeNumber(target, TARGET);
  const missing = (value: string) => (value.trim() === '' ? t('needed') : undefined);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSaved(false);
    const lateRule = readLate(late);
    if (due === undefined || idle === undefined || aim === undefined || lateRule === undefined || missing(name) !== undefined || missing(officeName) !== undefined) return;
    const reply = await run({ name, officeName, phone, firstMonthRule, dueDay: due, idleMinutes: idle, ...(target !== wholeTarget && { collectionTargetPermille: aim * PERCENT }), ...lateRule });
    if (reply.ok) setSaved(true);
  };
  return (
    <form className="settings-form" onSubmit={(event) => void submit(event)} onChange={() => setSaved(false)}>
      <Field label={t('name')} value={name} onChange={setName} maxLength={60} disabled={!may} problem={missing(name)} />
      <Field label={t('officeName')} value={officeName} onChange={setOfficeName} maxLength={60} disabled={!may} hint={t('officeNameHint')} problem={missing(officeName)} />
      <Field label={t('phone')} value={phone} onChange={setPhone} maxLength={40} disabled={!may} />
      <Field label={t('opensOn')} value={settings.opensOn} onChange={() => undefined} disabled hint={t('opensOnHint')} />
      <Labelled label={t('firstMonthRule')}>
        <Select aria-label={t('firstMonthRule')} value={firstMonthRule} disabled={!may} onChange={setFirstMonthRule} options={firstMonthRules.map((rule) => ({ value: rule, label: t(`firstMonth.${rule}`) }))} />
      </Labelled>
      <Field label={t('dueDay')} value={dueDay} onChange={setDueDay} inputMode="numeric" disabled={!may} hint={t('dueDayHint')} problem={due === undefined ? t('badNumber', DUE_DAY) : undefined} />
      <Field label={t('idleMinutes')} value={idleMinutes} onChange={setIdleMinutes} inputMode="numeric" disabled={!may} hint={t('idleHint')} problem={idle === undefined ? t('badNumber', IDLE_MINUTES) : undefined} />
      <Field label={t('target')} value={target} onChange={setTarget} inputMode="numeric" disabled={!may} hint={t('targetHint')} problem={aim === undefined ? t('badNumber', TARGET) : undefined} />
      <LateFeeFields texts={late} disabled={!may} onChange={setLate} />
      <div className="settings-acts">
        <RefusalNote refusal={refusal} />
        {saved && (
          <span className="good" role="status">
            {t('saved')}
          </span>
        )}
        {may ? (
          <Button look="main" type="submit" disabled={running}>
            {t('save')}
          </Button>
        ) : (
          <span className="muted">{t('readOnly')}</span>
        )}
      </div>
    </form>
  );
}
