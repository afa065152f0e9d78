import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addMonths, firstDay } from '../../../../shared/domain/period.ts';
import { useCommand } from '../../../api.ts';
import { Field } from '../../../components/Field.tsx';
import { useSession } from '../../../session.ts';
import { monthOf } from '../../../text/formats.ts';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import type { ChangeProps } from './change-type.ts';
import { HomeForm } from './HomeForm.tsx';

/** Percent with at most one decimal as permille; undefined when it is none or not within 0.1 and 100. */
function parsePercent(text: string): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d))?$/.exec(text.normalize('NFKC').trim());
  const permille = match ? Number(match[1]) * 10 + Number(match[2] ?? 0) : 0;
  return permille >= 1 && permille <= 1000 ? permille : undefined;
}

/** Asks for a vacancy discount; the manager decides on the screen of reductions. */
export function VacancyForm({ home, onSaid, onClose }: ChangeProps) {
  const { t } = useTranslation('homes');
  const { today } = useSession();
  const next = firstDay(addMonths(monthOf(today), 1));
  const [from, setFrom] = useState<string | undefined>(next);
  const [to, setTo] = useState<string | undefined>(() => firstDay(addMonths(monthOf(next), 6)));
  const [off, setOff] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { run, running, refusal } = useCommand('fees.requestVacancy');
  const offPermille = parsePercent(off);
  const problem = from === undefined || to === undefined ? t('vacancy.needDates') : reason.trim() === '' ? t('vacancy.needReason') : undefined;
  const submit = async () => {
    setTried(true);
    if (from === undefined || to === undefined || offPermille === undefined || problem !== undefined) return;
    const reply = await run({ homeId: home.homeId, from, to, offPermille, reason });
    if (reply.ok) onSaid(t('vacancy.done'));
  };
  return (
    <HomeForm title={t('formOf', { act: t('act.vacancy'), label: home.label })} note={t('vacancy.note')} submit={t('vacancy.go')} busy={running} refusal={refusal} problem={tried ? problem : undefined} onSubmit={() => void submit()} onClose={onClose}>
      <Labelled label={t('vacancy.from')}>
        <DayInput label={t('vacancy.from')} value={from} onChange={setFrom} clearable={false} />
      </Labelled>
      <Labelled label={t('vacancy.to')}>
        <DayInput label={t('vacancy.to')} value={to} onChange={setTo} clearable={false} />
      </Labelled>
      <Field label={t('vacancy.off')} value={off} autoFocus inputMode="decimal" placeholder="30" onChange={setOff} problem={tried && offPermille === undefined ? t('vacancy.badOff') : undefined} />
      <Field label={t('reason')} value={reason} maxLength={200} onChange={setReason} />
    </HomeForm>
  );
}
