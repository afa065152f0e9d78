import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../../../shared/errors.ts';
import { call, useCommand, useQuery } from '../../../api.ts';
import { Button, Segments, Tag } from '../../../components/controls.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../../components/states.tsx';
import { useSession } from '../../../session.ts';
import { AddDevices } from './AddDevices.tsx';
import { foundDevices, kinds, sumDevices, type Device, type DeviceFilter } from './device-draft.ts';
import { DevicePanel } from './DevicePanel.tsx';
import { ImportIssues, type Issues } from './ImportIssues.tsx';

/** Chargers and sockets: where they stand, what they give, and what they are billed by. */
export function DevicesPart() {
  const { t } = useTranslation('charging');
  const { user } = useSession();
  const may = user.role === 'manager' || user.role === 'office';
  const [adding, setAdding] = useState(false);
  const [said, setSaid] = useState('');
  const [filter, setFilter] = useState<DeviceFilter>({ kind: 'all', search: '' });
  const [open, setOpen] = useState<string | undefined>();
  const devices = useQuery('charging.listDevices', {});
  const items = devices.value?.items;
  const importing = useImport(setSaid);
  const found = items && foundDevices(items, filter);
  const chosen = items?.find(({ code }) => code === open);
  return (
    <div className="parking-area">
      <div className="charging-column">
        <div className="charging-bar">
          {may && <Button look={adding ? 'plain' : 'main'} onClick={() => { setAdding(true); setSaid(''); }}>{t('devices.add')}</Button>}
          {may && <Button disabled={importing.running} onClick={() => void importing.pick()}>{t('devices.import')}</Button>}
          <Segments label={t('devices.kind')} value={filter.kind} choices={kinds.map((value) => ({ value, label: value === 'all' ? t('allKinds') : t(`kind.${value}`) }))} onChange={(kind) => setFilter({ ...filter, kind })} />
          <input className="input charging-search" type="search" aria-label={t('deviceChange.search')} placeholder={t('deviceChange.search')} value={filter.search} onChange={(event) => setFilter({ ...filter, search: event.target.value })} />
          {said !== '' && <span className="good" role="status">{said}</span>}
          <span className="at-end"><ExportList list="charging.listDevices" input={filter.kind === 'all' ? {} : { kind: filter.kind }} name={t('devices.name')} /></span>
        </div>
        {adding && <AddDevices onDone={(words) => { setAdding(false); setSaid(words); }} onLeave={() => setAdding(false)} />}
        <RefusalNote refusal={importing.refusal} />
        {importing.issues.length > 0 && <ImportIssues issues={importing.issues} />}
        <RefusalNote refusal={devices.refusal} onRetry={devices.reload} />
        <section className="card device-card">
          {!items || !found ? <Skeleton rows={8} /> : items.length === 0 ? <EmptyNote title={t('devices.none')}>{t('devices.noneNote')}</EmptyNote> : <DeviceTable devices={found} chosen={open} onOpen={(code) => { setOpen(code === open ? undefined : code); setSaid(''); }} />}
        </section>
      </div>
      {chosen && <DevicePanel key={chosen.code} device={chosen} mayChange={may} onDone={(words) => { setSaid(words); setOpen(undefined); }} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

function useImport(onSaid: (words: string) => void) {
  const { t } = useTranslation('charging');
  const { run, running, refusal } = useCommand('charging.importDevices');
  const [pickRefusal, setPickRefusal] = useState<Refusal | undefined>();
  const [issues, setIssues] = useState<Issues>([]);
  const pick = async () => {
    const picked = await call('files.pickToOpen', { kind: 'roster' });
    onSaid('');
    setPickRefusal(picked.ok ? undefined : picked);
    if (!picked.ok || picked.value.file === null) return;
    const reply = await run({ file: picked.value.file, commit: true });
    setIssues(reply.ok ? reply.value.issues : []);
    if (reply.ok && reply.value.written) onSaid(t('devices.imported', { count: reply.value.added, unchanged: reply.value.unchanged }));
  };
  return { running, refusal: pickRefusal ?? refusal, issues, pick };
}

type DeviceTableProps = { devices: readonly Device[]; chosen: string | undefined; onOpen: (code: string) => void };

function DeviceTable({ devices, chosen, onOpen }: DeviceTableProps) {
  const { t } = useTranslation('charging');
  const sums = sumDevices(devices);
  // Beside an open device its own panel says the rest.
  const wide = chosen === undefined;
  return (
    <table className="book tight device-table" aria-label={t('devices.name')}>
      <thead><tr><th>{t('devices.code')}</th><th>{t('devices.kind')}</th><th className="num">{t('devices.connectors')}</th><th className="num">{t('devices.rated')}</th><th>{t('devices.place')}</th><th>{t('deviceChange.safety')}</th>{wide && <><th>{t('devices.platform')}</th><th>{t('devices.meter')}</th></>}<th>{t('devices.service')}</th><th>{t('devices.tariff')}</th><th className="num">{t('devices.sessions')}</th>{wide && <th>{t('devices.last')}</th>}</tr></thead>
      <tbody>
        {devices.length === 0 && <tr><td colSpan={wide ? 12 : 9} className="muted">{t('deviceChange.noneFound')}</td></tr>}
        {devices.map((device) => <DeviceRow key={device.deviceId} device={device} isChosen={device.code === chosen} wide={wide} onOpen={() => onOpen(device.code)} />)}
      </tbody>
      <tfoot><tr className="sum-row"><td colSpan={2}>{t('deviceChange.count', { count: sums.devices })}</td><td className="num">{sums.connectors.toLocaleString('en-US')}</td><td colSpan={wide ? 7 : 5} /><td className="num">{sums.sessions.toLocaleString('en-US')}</td>{wide && <td />}</tr></tfoot>
    </table>
  );
}

function DeviceRow({ device, isChosen, wide, onOpen }: { device: Device; isChosen: boolean; wide: boolean; onOpen: () => void }) {
  const { t } = useTranslation('charging');
  const service = [device.from === null ? '' : t('devices.since', { from: device.from }), device.to === null ? '' : t('devices.until', { to: device.to })].filter(Boolean).join(' ');
  return (
    <tr className={isChosen ? 'chosen' : ''}>
      <td><Button className="whole" look="link" aria-expanded={isChosen} onClick={onOpen}>{device.code}</Button></td><td className="whole">{t(`kind.${device.kind}`)}</td><td className="num">{device.connectors.toLocaleString('en-US')}</td><td className="num">{device.ratedW.toLocaleString('en-US')}</td><td>{device.place}</td>
      <td className="device-safety">{device.warnings.map((warning) => <Tag key={warning} tone="red">{t(`devices.warning.${warning}`)}</Tag>)} {device.fireNote}</td>{wide && <><td>{device.platform}</td><td>{device.meter}</td></>}<td className="whole">{service || t('devices.always')}</td>
      <td>{device.tariff ?? <Tag tone="amber">{t('devices.noTariff')}</Tag>}{device.nextTariff && <div className="muted small">{t('assign.next', { ...device.nextTariff })}</div>}</td><td className="num">{device.sessions.toLocaleString('en-US')}</td>{wide && <td className="whole">{device.lastOn}</td>}
    </tr>
  );
}
