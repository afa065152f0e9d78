import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api.ts';
import { Button, Tag } from '../../../components/controls.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import { linkTo } from '../../../route.ts';
import { draftOfDevice, factsOf, problemsOf, type Device } from './device-draft.ts';
import { DeviceFields } from './DeviceFields.tsx';

type DevicePanelProps = { device: Device; mayChange: boolean; onDone: (words: string) => void; onClose: () => void };

/** A device: what is known of it, what is wrong with it, and its form. Escape closes it. */
export function DevicePanel({ device, mayChange, onDone, onClose }: DevicePanelProps) {
  const { t } = useTranslation('charging');
  const { code, kind, sessions, lastOn, tariff, nextTariff, fireNote, warnings } = device;
  const facts: [string, string][] = [
    [t('devices.kind'), t(`kind.${kind}`)], [t('devices.tariff'), tariff ?? t('devices.noTariff')], [t('deviceChange.next'), nextTariff ? t('assign.next', { ...nextTariff }) : ''], [t('devices.last'), lastOn ?? ''],
    ...(mayChange ? [] : ([[t('devices.fireNote'), fireNote]] as [string, string][])),
  ];
  return (
    <aside className="card parking-side" aria-label={code} onKeyDown={(event) => { if (event.key === 'Escape') onClose(); }}>
      <div className="parking-side-head"><h2>{code}</h2><Button look="link" onClick={onClose}>{t('detail.close')}</Button></div>
      <div className="parking-side-body">
        <dl className="side-facts">
          {facts.filter(([, value]) => value !== '').flatMap(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name}=`}>{value}</dd>])}
          <dt>{t('devices.sessions')}</dt><dd><a className="text-link" href={linkTo('charging', { tab: 'sessions', device: code })}>{t('deviceChange.sessions', { count: sessions })}</a></dd>
        </dl>
        {warnings.length > 0 && <p className="side-words device-warnings">{warnings.map((warning) => <Tag key={warning} tone="red">{t(`devices.warning.${warning}`)}</Tag>)}</p>}
        {mayChange && <ChangeForm device={device} onDone={onDone} />}
      </div>
    </aside>
  );
}

function ChangeForm({ device, onDone }: { device: Device; onDone: (words: string) => void }) {
  const { t } = useTranslation('charging');
  const [draft, setDraft] = useState(() => draftOfDevice(device));
  const { run, running, refusal } = useCommand('charging.changeDevice');
  const changed = JSON.stringify(draft) !== JSON.stringify(draftOfDevice(device));
  const ready = changed && !running && problemsOf(draft).length === 0;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const reply = await run({ code: device.code, ...factsOf(draft), from: draft.from ?? null, to: draft.to ?? null });
    if (reply.ok) onDone(t('deviceChange.done', { code: device.code }));
  };
  return (
    <form className="parking-form device-change" aria-label={t('deviceChange.title')} onSubmit={(event) => void save(event)}>
      <h3>{t('deviceChange.title')}</h3>
      <DeviceFields draft={draft} kind={device.kind} onChange={setDraft} />
      <p className="muted small">{t('deviceChange.stands')}</p>
      <RefusalNote refusal={refusal} />
      <div className="side-buttons"><Button type="submit" look="main" disabled={!ready}>{t('deviceChange.save')}</Button><Button disabled={!changed} onClick={() => setDraft(draftOfDevice(device))}>{t('deviceChange.back')}</Button></div>
    </form>
  );
}
