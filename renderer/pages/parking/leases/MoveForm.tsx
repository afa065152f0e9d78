import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseYuan } from '../../../../shared/domain/money.ts';
import { useCommand, useQuery } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { Field } from '../../../components/Field.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import { useSession } from '../../../session.ts';
import { plainYuan } from '../../../text/formats.ts';
import { HomeForm } from '../../homes/changes/HomeForm.tsx';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import type { ActProps } from './LeaseActs.tsx';
import type { Lease } from './LeasePanel.tsx';
import { useSettledWords } from './Settlement.tsx';
import { SpaceSelect } from './SpaceSelect.tsx';

const SHOWN = 18;

/** The same lease in another space; those that take it are offered. */
export function MoveForm({ lease, onDone, onClose }: ActProps) {
  const { t } = useTranslation('parking');
  const { today } = useSession();
  const settled = useSettledWords();
  const [on, setOn] = useState<string | undefined>(lease.from > today ? lease.from : today);
  const [space, setSpace] = useState('');
  const [priceText, setPriceText] = useState(plainYuan(lease.monthlyFen));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { run, running, refusal } = useCommand('parking.moveLease');
  const monthlyFen = parseYuan(priceText);
  const badPrice = monthlyFen === undefined || monthlyFen < 0;
  const submit = async () => {
    setTried(true);
    if (on === undefined || space === '' || badPrice || reason.trim() === '') return;
    const reply = await run({ leaseId: lease.leaseId, on, space, reason: reason.trim(), ...(monthlyFen !== lease.monthlyFen && { monthlyFen }) });
    if (reply.ok) onDone(settled(t('act.moved', { on, space }), reply.value));
  };
  return (
    <HomeForm title={t('act.move')} note={t('act.moveNote')} submit={t('act.move')} busy={running} refusal={refusal} onSubmit={() => void submit()} onClose={onClose}>
      <Labelled label={t('act.from')}>
        <DayInput label={t('act.from')} value={on} onChange={setOn} clearable={false} />
      </Labelled>
      <Labelled label={t('act.moveTo')} problem={tried && space === '' ? t('problem.space') : undefined}>
        <SpaceSelect label={t('act.moveTo')} value={space} onChange={setSpace} />
      </Labelled>
      {on !== undefined && <Fitting lease={lease} on={on} chosen={space} onTake={setSpace} />}
      <Field className="num-field" label={t('lease.monthlyYuan')} value={priceText} inputMode="decimal" onChange={setPriceText} problem={tried && badPrice ? t('problem.amount') : undefined} />
      <Field label={t('space.reason')} value={reason} maxLength={200} onChange={setReason} problem={tried && reason.trim() === '' ? t('problem.reason') : undefined} />
    </HomeForm>
  );
}

/** Spaces of the same title that take the lease as it is, its own zone first. */
function Fitting({ lease, on, chosen, onTake }: { lease: Lease; on: string; chosen: string; onTake: (space: string) => void }) {
  const { t } = useTranslation('parking');
  const { windows, to, title, zone, space } = lease;
  const free = useQuery('parking.findFree', { from: on, title, ...(to !== null && to > on && { to }), ...(windows.length > 0 && { windows }) }, { keepLast: true });
  const items = (free.value?.items ?? []).filter((item) => item.space !== space).sort((left, right) => Number(right.zone === zone) - Number(left.zone === zone));
  return (
    <div className="whole" role="group" aria-label={t('act.fitting')}>
      <p className="muted small">{free.value ? t('act.fittingCount', { count: items.length }) : t('act.fitting')}</p>
      <RefusalNote refusal={free.refusal} onRetry={free.reload} />
      <div className="offers">
        {items.slice(0, SHOWN).map((item) => (
          <Button key={item.space} aria-pressed={item.space === chosen} title={item.zone} onClick={() => onTake(item.space)}>
            {item.space}
          </Button>
        ))}
      </div>
    </div>
  );
}
