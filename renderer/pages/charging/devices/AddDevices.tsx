import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api.ts';
import { Button, Segments } from '../../../components/controls.tsx';
import { Field } from '../../../components/Field.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import { codesFrom, factsOf, NEW_DEVICE, problemsOf, wholeNumber } from './device-draft.ts';
import { DeviceFields } from './DeviceFields.tsx';

const MOST = 200;

/** Adds one device, or several whose codes count up. */
export function AddDevices({ onDone, onLeave }: { onDone: (words: string) => void; onLeave: () => void }) {
  const { t } = useTranslation('charging');
  const [kind, setKind] = useState<'ev' | 'ebike'>('ev');
  const [[code, many], setCodes] = useState<readonly [string, string]>(['', '1']);
  const [draft, setDraft] = useState(NEW_DEVICE);
  const { run, running, refusal } = useCommand('charging.addDevices');
  const count = wholeNumber(many);
  const codes = code.trim() === '' || count === undefined || count > MOST ? [] : codesFrom(code, count);
  const ready = codes.length > 0 && problemsOf(draft).length === 0;
  const save = async () => {
    if (running || !ready) return;
    const { from, to } = draft;
    const reply = await run({ devices: codes.map((one) => ({ code: one, kind, ...factsOf(draft), ...(from !== undefined && { from }), ...(to !== undefined && { to }) })) });
    if (reply.ok) onDone(t('devices.added', { count: reply.value.added }));
  };
  return (
    <form className="card" aria-label={t('devices.add')} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <div className="sec"><h2>{t('devices.add')}</h2></div>
      <div className="charging-form device-form">
        <Labelled label={t('devices.kind')}><Segments label={t('devices.kind')} value={kind} choices={(['ev', 'ebike'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))} onChange={setKind} /></Labelled>
        <Field label={t('devices.code')} value={code} autoFocus maxLength={30} onChange={(next) => setCodes([next, many])} />
        <Field className="num-field" label={t('devices.howMany')} value={many} maxLength={3} problem={count === undefined || count > MOST ? t('devices.badNumber') : undefined} hint={codes.length > 1 ? `${codes[0] ?? ''} … ${codes.at(-1) ?? ''}` : t('devices.howManyHint')} onChange={(next) => setCodes([code, next])} />
        <DeviceFields draft={draft} kind={kind} onChange={setDraft} />
      </div>
      <RefusalNote refusal={refusal} />
      <div className="charging-acts"><Button look="main" type="submit" disabled={running || !ready}>{t('devices.save')}</Button><Button onClick={onLeave}>{t('devices.leave')}</Button></div>
    </form>
  );
}
