import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../../api.ts';
import { Check } from '../../../components/controls.tsx';
import { Field } from '../../../components/Field.tsx';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import { problemsOf, type DeviceDraft, type DeviceProblem } from './device-draft.ts';

type DeviceFieldsProps = { draft: DeviceDraft; kind: 'ev' | 'ebike'; onChange: (draft: DeviceDraft) => void };

/** What is written of a device besides its code and kind; platforms and meters that are known are offered. */
export function DeviceFields({ draft, kind, onChange }: DeviceFieldsProps) {
  const { t } = useTranslation('charging');
  const list = useId();
  const known = useQuery('charging.listDevices', {}).value?.items ?? [];
  const platforms = useQuery('charging.listPlatforms', {}).value?.items ?? [];
  const problemOf = (field: DeviceProblem['field']) => { const found = problemsOf(draft).find((one) => one.field === field); return found && (field !== 'rated' || draft.rated !== '') ? t(`deviceChange.${found.why}`) : undefined; };
  const text = (field: 'place' | 'platform' | 'meter' | 'fireNote', label: string, options?: readonly string[]) => (
    <>
      <Field className={field === 'place' || field === 'fireNote' ? 'wide' : ''} label={label} value={draft[field]} maxLength={200} list={options && `${list}${field}`} autoComplete="off" onChange={(value) => onChange({ ...draft, [field]: value })} />
      {options && <datalist id={`${list}${field}`}>{[...new Set(options)].filter(Boolean).map((option) => <option key={option} value={option} />)}</datalist>}
    </>
  );
  return (
    <>
      <Field className="num-field" label={t('devices.connectors')} value={draft.connectors} maxLength={4} problem={problemOf('connectors')} onChange={(connectors) => onChange({ ...draft, connectors })} />
      <Field className="num-field" label={t('deviceChange.rated')} value={draft.rated} maxLength={9} problem={problemOf('rated')} onChange={(rated) => onChange({ ...draft, rated })} />
      {text('place', t('devices.place'), known.map(({ place }) => place))}
      {text('platform', t('devices.platform'), [...platforms.map(({ name }) => name), ...known.map(({ platform }) => platform)])}
      {text('meter', t('devices.meter'), known.map(({ meter }) => meter))}
      <Labelled label={t('deviceChange.from')}><DayInput label={t('deviceChange.from')} placeholder={t('deviceChange.open')} value={draft.from} onChange={(from) => onChange({ ...draft, from })} /></Labelled>
      <Labelled label={t('deviceChange.to')} problem={problemOf('to')}><DayInput label={t('deviceChange.to')} placeholder={t('deviceChange.open')} value={draft.to} onChange={(to) => onChange({ ...draft, to })} /></Labelled>
      {text('fireNote', t('devices.fireNote'))}
      <label className="checked charging-check"><Check label={t('deviceChange.stops')} checked={draft.stopsWhenFull} onChange={(stopsWhenFull) => onChange({ ...draft, stopsWhenFull })} /> {t('deviceChange.stops')}</label>
      {kind === 'ebike' && !draft.stopsWhenFull && <p className="red small">{t('deviceChange.mustStop')}</p>}
    </>
  );
}
