import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { call, useCommand, useQuery } from '../../api.ts';
import { Button, Segments, Tag } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { Field } from '../../components/Field.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { useSession } from '../../session.ts';

type Device = Output<'charging.listDevices'>['items'][number];

/** Chargers and sockets: where they stand, what they give, and what they are billed by. */
export function DevicesPart() {
  const { t } = useTranslation('charging');
  const { user } = useSession();
  const [adding, setAdding] = useState(false);
  const [said, setSaid] = useState('');
  const devices = useQuery('charging.listDevices', {});
  const items = devices.value?.items;
  const importing = useCommand('charging.importDevices');
  const [pickRefusal, setPickRefusal] = useState<Refusal | undefined>();
  const [issues, setIssues] = useState<Issues>([]);
  const importFile = async () => {
    const picked = await call('files.pickToOpen', { kind: 'roster' });
    setSaid('');
    setPickRefusal(picked.ok ? undefined : picked);
    if (!picked.ok || picked.value.file === null) return;
    const reply = await importing.run({ file: picked.value.file, commit: true });
    setIssues(reply.ok ? reply.value.issues : []);
    if (reply.ok && reply.value.written) setSaid(t('devices.imported', { count: reply.value.added, unchanged: reply.value.unchanged }));
  };
  return (
    <div className="charging-scroll">
      <div className="charging-bar">
        {(user.role === 'manager' || user.role === 'office') && <Button look="main" onClick={() => { setAdding(true); setSaid(''); }}>{t('devices.add')}</Button>}
        {(user.role === 'manager' || user.role === 'office') && <Button disabled={importing.running} onClick={() => void importFile()}>{t('devices.import')}</Button>}
        {said !== '' && <span className="good" role="status">{said}</span>}
        <span className="at-end"><ExportList list="charging.listDevices" input={{}} name={t('devices.name')} /></span>
      </div>
      {adding && <AddDevices onDone={(words) => { setAdding(false); setSaid(words); }} onLeave={() => setAdding(false)} />}
      <RefusalNote refusal={pickRefusal ?? importing.refusal} />
      {issues.length > 0 && <ImportIssues issues={issues} />}
      <RefusalNote refusal={devices.refusal} onRetry={devices.reload} />
      <section className="card">
        {!items ? <Skeleton rows={8} /> : items.length === 0 ? <EmptyNote title={t('devices.none')}>{t('devices.noneNote')}</EmptyNote> : (
          <table className="book tight">
            <thead><tr><th>{t('devices.code')}</th><th>{t('devices.kind')}</th><th className="num">{t('devices.connectors')}</th><th className="num">{t('devices.rated')}</th><th>{t('devices.place')}</th><th>{t('devices.platform')}</th><th>{t('devices.meter')}</th><th>{t('devices.service')}</th><th>{t('devices.tariff')}</th><th className="num">{t('devices.sessions')}</th><th>{t('devices.last')}</th></tr></thead>
            <tbody>{items.map((device) => <DeviceRow key={device.deviceId} device={device} />)}</tbody>
          </table>
        )}
      </section>
    </div>
  );
}

type Issues = Output<'charging.importDevices'>['issues'];
const SHOWN = 100;

function ImportIssues({ issues }: { issues: Issues }) {
  const { t } = useTranslation('charging');
  return (
    <section className="card refusal" role="alert">
      <p>{t('devices.importNote')}</p>
      <ul className="meter-alarms">{issues.slice(0, SHOWN).map(({ row, code, field, reason, value }, index) => <li key={index}>{t('devices.importIssue', { row, code, field: t(`devices.field.${field}`), reason: t(`devices.issue.${reason}`), value })}</li>)}</ul>
    </section>
  );
}

function DeviceRow({ device }: { device: Device }) {
  const { t } = useTranslation('charging');
  const service = [device.from === null ? '' : t('devices.since', { from: device.from }), device.to === null ? '' : t('devices.until', { to: device.to })].filter(Boolean).join(' ');
  return (
    <tr title={device.fireNote}>
      <td><a className="figure" href={linkTo('charging', { tab: 'sessions', device: device.code })}>{device.code}</a></td><td>{t(`kind.${device.kind}`)}</td><td className="num">{device.connectors}</td><td className="num">{device.ratedW.toLocaleString('en-US')}</td>
      <td>{device.place} {device.warnings.map((warning) => <Tag key={warning} tone="red">{t(`devices.warning.${warning}`)}</Tag>)}</td><td>{device.platform}</td><td>{device.meter}</td><td>{service || t('devices.always')}</td>
      <td>{device.tariff ?? <Tag tone="amber">{t('devices.noTariff')}</Tag>}</td><td className="num">{device.sessions.toLocaleString('en-US')}</td><td>{device.lastOn}</td>
    </tr>
  );
}

/** EV-01 and two more is EV-01, EV-02, EV-03. */
function codesFrom(code: string, count: number): string[] {
  const [, head = code, digits = ''] = /^(.*?)(\d*)$/.exec(code.trim()) ?? [];
  return Array.from({ length: count }, (_, index) => (digits === '' ? (index === 0 ? head : `${head}${index + 1}`) : head + String(Number(digits) + index).padStart(digits.length, '0')));
}

const EMPTY = { code: '', count: '1', connectors: '1', rated: '', place: '', platform: '', meter: '', fireNote: '' };

function AddDevices({ onDone, onLeave }: { onDone: (words: string) => void; onLeave: () => void }) {
  const { t } = useTranslation('charging');
  const [kind, setKind] = useState<'ev' | 'ebike'>('ev');
  const [draft, setDraft] = useState(EMPTY);
  const { run, running, refusal } = useCommand('charging.addDevices');
  const whole = (text: string): number | undefined => (/^[1-9]\d{0,6}$/.test(text.trim()) ? Number(text) : undefined);
  const [count, connectors, ratedW] = [whole(draft.count), whole(draft.connectors), whole(draft.rated)];
  const save = async () => {
    if (count === undefined || connectors === undefined || ratedW === undefined) return;
    const { place, platform, meter, fireNote } = draft;
    const reply = await run({ devices: codesFrom(draft.code, count).map((code) => ({ code, kind, connectors, ratedW, place, platform, meter, fireNote })) });
    if (reply.ok) onDone(t('devices.added', { count: reply.value.added }));
  };
  const field = (name: keyof typeof EMPTY, label: string, number?: number | 'text') => (
    <Field label={label} value={draft[name]} maxLength={200} problem={number === undefined && draft[name] !== '' ? t('devices.badNumber') : undefined} hint={name === 'count' ? t('devices.howManyHint') : undefined} onChange={(value) => setDraft({ ...draft, [name]: value })} />
  );
  return (
    <section className="card">
      <div className="sec"><h2>{t('devices.add')}</h2></div>
      <div className="charging-form" style={{ padding: '0 14px' }}>
        <Segments label={t('devices.kind')} value={kind} choices={(['ev', 'ebike'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))} onChange={setKind} />
        {field('code', t('devices.code'), 'text')}{field('count', t('devices.howMany'), count)}{field('connectors', t('devices.connectors'), connectors)}{field('rated', t('devices.rated'), ratedW)}{field('place', t('devices.place'), 'text')}{field('platform', t('devices.platform'), 'text')}{field('meter', t('devices.meter'), 'text')}{field('fireNote', t('devices.fireNote'), 'text')}
      </div>
      <RefusalNote refusal={refusal} />
      <div className="charging-acts"><Button look="main" disabled={running || draft.code.trim() === '' || count === undefined || count > 200 || connectors === undefined || ratedW === undefined} onClick={() => void save()}>{t('devices.save')}</Button><Button onClick={onLeave}>{t('devices.leave')}</Button></div>
    </section>
  );
}
