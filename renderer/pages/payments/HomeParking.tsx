import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { parseYuan } from '../../../shared/domain/money.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { linkTo } from '../../route.ts';
import { useMay } from '../../session.ts';
import { money } from '../../text/formats.ts';
import { HomeForm } from '../homes/changes/HomeForm.tsx';

type Lease = Output<'parking.listLeases'>['items'][number];
const SHOWN = 4;

/** The leases of who stands at the desk, with their plates; an overstay is billed from here. */
export function HomeParking({ homeId, today }: { homeId: number; today: string }) {
  const { t } = useTranslation('payments');
  const mayCharge = useMay('manager', 'cashier');
  const [charging, setCharging] = useState<Lease | undefined>();
  const [said, setSaid] = useState<string | undefined>();
  const { value } = useQuery('parking.listLeases', { homeId, limit: 20 });
  const leases = (value?.items ?? []).filter(({ state, to }) => state !== 'draft' && (to === null || to >= today));
  if (leases.length === 0) return null;
  return (
    <div className="home-parking" aria-label={t('car.title')} role="group">
      {leases.slice(0, SHOWN).map((lease) => (
        <span key={lease.leaseId}>
          <a href={linkTo('parking', { tab: 'leases', lease: lease.leaseId })}>{lease.space}</a> {lease.plates.join(' ')} <em>{lease.to === null ? t('car.open') : t('car.until', { day: lease.to })}</em>{' '}
          {mayCharge && <Button look="link" aria-expanded={charging?.leaseId === lease.leaseId} onClick={() => { setSaid(undefined); setCharging(charging?.leaseId === lease.leaseId ? undefined : lease); }}>{t('car.overstay')}</Button>}
        </span>
      ))}
      {leases.length > SHOWN && <a href={linkTo('parking', { tab: 'leases', home: homeId })}>… {leases.length}</a>}
      <a href={linkTo('parking', { tab: 'vehicles', view: 'vouchers' })}>{t('car.use')}</a>
      {said !== undefined && <span role="status">{said}</span>}
      {charging && <OverstayForm key={charging.leaseId} lease={charging} today={today} onDone={(words) => { setCharging(undefined); setSaid(words); }} onClose={() => setCharging(undefined)} />}
    </div>
  );
}

/** Minutes at the lease's fee for each hour begun, or an amount. */
function OverstayForm({ lease: { leaseId, plates }, today, onDone, onClose }: { lease: Lease; today: string; onDone: (words: string) => void; onClose: () => void }) {
  const { t } = useTranslation('payments');
  const [minutes, setMinutes] = useState('');
  const [amount, setAmount] = useState('');
  const [plate, setPlate] = useState(plates[0] ?? '');
  const [tried, setTried] = useState(false);
  const { run, running, refusal } = useCommand('parking.chargeOverstay');
  const amountFen = amount.trim() === '' ? undefined : parseYuan(amount);
  const badMinutes = amount.trim() === '' && !/^[1-9]\d{0,4}$/.test(minutes.trim());
  const badAmount = amount.trim() !== '' && (amountFen === undefined || amountFen <= 0);
  const submit = async () => {
    setTried(true);
    if (badMinutes || badAmount) return;
    const reply = await run({ leaseId, on: today, plate: plate.trim(), ...(amountFen === undefined ? { minutes: Number(minutes) } : { amountFen }) });
    if (reply.ok) onDone(t('car.done', { plate: plate.trim(), amount: money(reply.value.amountFen) }));
  };
  return (
    <HomeForm title={t('car.overstay')} note={t('car.none')} submit={t('car.charge')} busy={running} refusal={refusal} onSubmit={() => void submit()} onClose={onClose}>
      <Field label={t('car.minutes')} value={minutes} inputMode="numeric" autoFocus maxLength={5} onChange={setMinutes} problem={tried && badMinutes ? t('car.bad') : undefined} />
      <Field label={t('car.amount')} value={amount} inputMode="decimal" maxLength={12} onChange={setAmount} problem={tried && badAmount ? t('car.badAmount') : undefined} />
      <Field label={t('car.plate')} value={plate} maxLength={12} onChange={setPlate} />
    </HomeForm>
  );
}
