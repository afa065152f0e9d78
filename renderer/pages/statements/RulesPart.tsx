import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { isDay } from '../../../shared/domain/period.ts';
import { parseYuan } from '../../../shared/domain/money.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { useSession } from '../../session.ts';
import { plainYuan } from '../../text/formats.ts';

type Settings = Output<'statements.settings'>;

/** How long sheets hang, which days do not count, whom to call, and the cap on profit. */
export function RulesPart() {
  const { value, refusal, reload } = useQuery('statements.settings', {});
  return <div className="st-scroll"><RefusalNote refusal={refusal} onRetry={reload} />{!value && !refusal && <Skeleton rows={5} height={30} />}{value && <RulesForm key={JSON.stringify(value)} settings={value} />}</div>;
}

function RulesForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation(['statements', 'common']);
  const { user } = useSession();
  const [phone, setPhone] = useState(settings.phone);
  const [days, setDays] = useState(String(settings.postingDays));
  const [cap, setCap] = useState(settings.profitCapPermyriad === null ? '' : plainYuan(settings.profitCapPermyriad));
  const [holidays, setHolidays] = useState(settings.holidays.join(' '));
  const { run, running, refusal } = useCommand('statements.setSettings');
  const [saved, setSaved] = useState(false);
  const named = holidays.split(/[\s,，、]+/u).filter(Boolean);
  const wrong = named.find((day) => !isDay(day));
  // Percent with two decimals is read as yuan with two: both are hundredths.
  const permyriad = cap.trim() === '' ? null : parseYuan(cap.trim());
  const fits = wrong === undefined && /^\d{1,3}$/.test(days.trim()) && Number(days) > 0 && permyriad !== undefined && phone.trim() !== '';
  const save = async () => {
    if (permyriad === undefined) return;
    setSaved((await run({ phone, postingDays: Number(days), profitCapPermyriad: permyriad, holidays: named })).ok);
  };
  return (
    <form className="card st-rules" aria-label={t('tabs.rules')} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <h2>{t('rules.title')}</h2>
      <fieldset disabled={user.role !== 'manager'}>
        <Field label={t('rules.phone')} value={phone} maxLength={40} onChange={setPhone} hint={t('rules.phoneHint')} />
        <Field label={t('rules.days')} value={days} maxLength={3} inputMode="numeric" onChange={setDays} hint={t('rules.daysHint')} />
        <Field label={t('rules.cap')} value={cap} maxLength={6} inputMode="decimal" onChange={setCap} hint={t('rules.capHint')} problem={permyriad === undefined ? t('rules.capWrong') : undefined} />
        <Field label={t('rules.holidays')} value={holidays} maxLength={5000} onChange={setHolidays} hint={t('rules.holidaysHint', { count: named.length })} problem={wrong === undefined ? undefined : t('rules.holidayWrong', { day: wrong })} />
        <RefusalNote refusal={refusal} />
        {user.role === 'manager' && <Button type="submit" look="main" disabled={running || !fits}>{t('common:save')}</Button>}
        {saved && <span className="good" role="status">{t('rules.saved')}</span>}
      </fieldset>
    </form>
  );
}
