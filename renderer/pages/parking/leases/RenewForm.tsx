import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseYuan } from '../../../../shared/domain/money.ts';
import { addMonths, firstDay } from '../../../../shared/domain/period.ts';
import { useCommand } from '../../../api.ts';
import { Segments } from '../../../components/controls.tsx';
import { Field } from '../../../components/Field.tsx';
import { useSession } from '../../../session.ts';
import { monthOf, plainYuan } from '../../../text/formats.ts';
import { HomeForm } from '../../homes/changes/HomeForm.tsx';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import type { ActProps } from './LeaseActs.tsx';

/** From when a renewal counts unless it is said: the end that was agreed, or what is not charged yet. */
function beginOf({ to, chargedTo }: { to: string | null; chargedTo: string | null }, today: string): string {
  return to ?? chargedTo ?? firstDay(addMonths(monthOf(today), 1));
}

type EndChoice = 'keep' | 'day' | 'open';

/** A new price from a day, a new end, or both. */
export function RenewForm({ lease, onDone, onClose }: ActProps) {
  const { t } = useTranslation('parking');
  const { today } = useSession();
  const [from, setFrom] = useState<string | undefined>(beginOf(lease, today));
  const [priceText, setPriceText] = useState(plainYuan(lease.monthlyFen));
  const [end, setEnd] = useState<EndChoice>(lease.to === null ? 'keep' : 'day');
  const [to, setTo] = useState<string | undefined>(lease.to === null ? undefined : `${Number(lease.to.slice(0, 4)) + 1}${lease.to.slice(4) === '-02-29' ? '-03-01' : lease.to.slice(4)}`);
  const [resolutionNo, setResolutionNo] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { run, running, refusal } = useCommand('parking.renewLease');
  const monthlyFen = parseYuan(priceText);
  const badPrice = monthlyFen === undefined || monthlyFen < 0;
  const badEnd = end === 'day' && (to === undefined || (from !== undefined && to < from));
  const same = monthlyFen === lease.monthlyFen && end === 'keep';
  const submit = async () => {
    setTried(true);
    if (from === undefined || badPrice || badEnd || same) return;
    const ends = end === 'keep' ? {} : { to: end === 'open' ? null : (to ?? null) };
    const reply = await run({ leaseId: lease.leaseId, from, reason: reason.trim(), ...(monthlyFen !== lease.monthlyFen && { monthlyFen }), ...ends, ...(resolutionNo.trim() !== '' && { resolutionNo: resolutionNo.trim() }) });
    if (reply.ok) onDone(t('act.renewed', { from }));
  };
  const ends = (['keep', 'day', 'open'] as const).filter((value) => lease.to !== null || value !== 'open');
  return (
    <HomeForm title={t('act.renew')} note={t('act.renewNote')} submit={t('act.renew')} busy={running} refusal={refusal} problem={tried && same ? t('act.renewSame') : undefined} onSubmit={() => void submit()} onClose={onClose}>
      <Field className="num-field" label={t('lease.monthlyYuan')} value={priceText} inputMode="decimal" autoFocus onChange={setPriceText} problem={tried && badPrice ? t('problem.amount') : undefined} />
      <Labelled label={t('act.priceFrom')}>
        <DayInput label={t('act.priceFrom')} value={from} onChange={setFrom} clearable={false} />
      </Labelled>
      <div className="whole">
        <Labelled label={t('act.newEnd')}>
          <Segments label={t('act.newEnd')} value={end} choices={ends.map((value) => ({ value, label: t(`act.endChoice.${value}`) }))} onChange={setEnd} />
        </Labelled>
      </div>
      {end === 'day' && (
        <Labelled label={t('lease.to')} hint={t('lease.toHint')} problem={tried && badEnd ? t('problem.reversed') : undefined}>
          <DayInput label={t('lease.to')} value={to} onChange={setTo} clearable={false} />
        </Labelled>
      )}
      {lease.isCompany && <Field label={t('lease.resolutionNo')} value={resolutionNo} maxLength={60} placeholder={lease.resolutionNo} onChange={setResolutionNo} />}
      <Field className="whole" label={t('act.reasonOptional')} value={reason} maxLength={200} onChange={setReason} />
    </HomeForm>
  );
}
