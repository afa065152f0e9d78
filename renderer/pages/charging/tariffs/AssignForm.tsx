import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { localDay } from '../../../../shared/domain/period.ts';
import { useCommand, useQuery } from '../../../api.ts';
import { Button, Check, Segments, Tag } from '../../../components/controls.tsx';
import { RefusalNote, Skeleton } from '../../../components/states.tsx';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import type { Tariff } from './tariff-draft.ts';

type Device = Output<'charging.listDevices'>['items'][number];

/** Gives a tariff to a kind or to some devices from a day on, and shows what each has now. */
export function AssignForm({ tariff, firstFrom, onDone, onLeave }: { tariff: Tariff; /** When its first version begins. */ firstFrom: string; onDone: (words: string) => void; onLeave: () => void }) {
  const { t } = useTranslation('charging');
  const devices = useQuery('charging.listDevices', { kind: tariff.kind });
  const [today] = useState(() => localDay(new Date()));
  // One that nobody has yet holds from its first day on; one in use is given from today.
  const [from, setFrom] = useState(tariff.devices === 0 || firstFrom > today ? firstFrom : today);
  const [whom, setWhom] = useState<'kind' | 'devices'>('kind');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { run, running, refusal } = useCommand('charging.assignTariff');
  const items = devices.value?.items;
  const codes = (items ?? []).map(({ code }) => code).filter((code) => chosen.has(code));
  const assign = async () => {
    const reply = await run({ tariff: tariff.name, from, ...(whom === 'kind' ? { kind: tariff.kind } : { devices: codes }) });
    if (reply.ok) onDone(whom === 'kind' ? t('tariffs.assigned', { from, name: tariff.name }) : t('assign.done', { count: codes.length, from, name: tariff.name }));
  };
  return (
    <section className="tariff-assign" aria-label={t('assign.title', { name: tariff.name })}>
      <h3>{t('assign.title', { name: tariff.name })}</h3>
      <div className="charging-form">
        <Labelled label={t('assign.from')}><DayInput label={t('assign.from')} clearable={false} value={from} onChange={(day) => day !== undefined && setFrom(day)} /></Labelled>
        <Labelled label={t('assign.whom')}><Segments label={t('assign.whom')} value={whom} choices={[{ value: 'kind', label: t('assign.kind', { kind: t(`kind.${tariff.kind}`) }) }, { value: 'devices', label: t('assign.devices') }]} onChange={setWhom} /></Labelled>
        <span className="muted small">{t(whom === 'kind' ? 'assign.kindNote' : 'assign.devicesNote')}</span>
      </div>
      <RefusalNote refusal={devices.refusal} onRetry={devices.reload} />
      {!items ? <Skeleton rows={2} /> : items.length === 0 ? <p className="tariff-said muted">{t('assign.noDevices')}</p> : whom === 'kind' ? <NowOfKind devices={items} /> : <DeviceChecks devices={items} chosen={chosen} own={tariff.name} onChange={setChosen} />}
      {from < firstFrom && <p className="tariff-said red" role="alert">{t('assign.before', { from: firstFrom })}</p>}
      <RefusalNote refusal={refusal} />
      <div className="charging-acts"><Button look="main" disabled={running || (whom === 'devices' && codes.length === 0)} onClick={() => void assign()}>{whom === 'kind' ? t('assign.saveKind') : t('assign.save', { count: codes.length })}</Button><Button onClick={onLeave}>{t('tariffs.leave')}</Button></div>
    </section>
  );
}

/** How many devices have which tariff today. */
function NowOfKind({ devices }: { devices: readonly Device[] }) {
  const { t } = useTranslation('charging');
  const counts = new Map<string, number>();
  for (const { tariff } of devices) counts.set(tariff ?? '', (counts.get(tariff ?? '') ?? 0) + 1);
  return <p className="tariff-said">{`${t('assign.now')}${[...counts].map(([name, count]) => t('assign.nowOf', { name: name === '' ? t('devices.noTariff') : name, count })).join(t('terms.comma'))}`}</p>;
}

type DeviceChecksProps = { devices: readonly Device[]; chosen: ReadonlySet<string>; own: string; onChange: (chosen: ReadonlySet<string>) => void };

function DeviceChecks({ devices, chosen, own, onChange }: DeviceChecksProps) {
  const { t } = useTranslation('charging');
  const turn = (code: string) => { const next = new Set(chosen); if (!next.delete(code)) next.add(code); onChange(next); };
  const without = devices.filter(({ tariff }) => tariff === null);
  return (
    <>
      <p className="tariff-said assign-quick">
        <Button look="link" onClick={() => onChange(new Set(devices.map(({ code }) => code)))}>{t('assign.all')}</Button>
        {without.length > 0 && <Button look="link" onClick={() => onChange(new Set(without.map(({ code }) => code)))}>{t('assign.without', { count: without.length })}</Button>}
        <Button look="link" onClick={() => onChange(new Set(devices.filter(({ tariff }) => tariff !== own).map(({ code }) => code)))}>{t('assign.others')}</Button>
        {chosen.size > 0 && <Button look="link" onClick={() => onChange(new Set())}>{t('assign.none')}</Button>}
      </p>
      <div className="assign-devices" role="group" aria-label={t('assign.devices')}>
        {devices.map(({ code, place, tariff, nextTariff }) => (
          <label key={code} className="checked">
            <Check label={code} checked={chosen.has(code)} onChange={() => turn(code)} /> <b>{code}</b> {tariff === null ? <Tag tone="amber">{t('devices.noTariff')}</Tag> : <span className={tariff === own ? 'muted' : ''}>{tariff}</span>}
            {nextTariff && <span className="muted small">{t('assign.next', { ...nextTariff })}</span>} <span className="muted small assign-place">{place}</span>
          </label>
        ))}
      </div>
    </>
  );
}
