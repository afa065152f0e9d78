import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { localDay } from '../../../shared/domain/period.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button, Tag } from '../../components/controls.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { useSession } from '../../session.ts';
import { money } from '../../text/formats.ts';
import { DayBand } from './DayBand.tsx';
import { TariffEditor } from './TariffEditor.tsx';

export type Tariff = Output<'charging.listTariffs'>['items'][number];

/** Tariffs and their versions, each day drawn as a band; a new version is written beside the old one. */
export function TariffsPart() {
  const { t } = useTranslation('charging');
  const { user } = useSession();
  const tariffs = useQuery('charging.listTariffs', {});
  const [editing, setEditing] = useState<{ base: Tariff | undefined } | undefined>();
  const [said, setSaid] = useState('');
  const items = tariffs.value?.items;
  const isManager = user.role === 'manager';
  return (
    <div className="charging-scroll">
      <div className="charging-bar">
        {isManager ? <Button look="main" onClick={() => { setEditing({ base: undefined }); setSaid(''); }}>{t('tariffs.add')}</Button> : <span className="muted small">{t('tariffs.onlyManager')}</span>}
        <span className="muted small">{t('tariffs.frozen')}</span>
        {said !== '' && <span className="good" role="status">{said}</span>}
      </div>
      {editing && <TariffEditor key={editing.base?.tariffId ?? 0} base={editing.base} onDone={(words) => { setEditing(undefined); setSaid(words); }} onLeave={() => setEditing(undefined)} />}
      <RefusalNote refusal={tariffs.refusal} onRetry={tariffs.reload} />
      {!items ? <Skeleton rows={6} /> : items.length === 0 && !editing ? <section className="card"><EmptyNote title={t('tariffs.none')}>{t('tariffs.noneNote')}</EmptyNote></section> : items.map((tariff) => <TariffCard key={tariff.tariffId} tariff={tariff} isManager={isManager} isLatest={items.find(({ name }) => name === tariff.name) === tariff} onChange={() => setEditing({ base: tariff })} onSaid={setSaid} />)}
    </div>
  );
}

type CardProps = { tariff: Tariff; isManager: boolean; isLatest: boolean; onChange: () => void; onSaid: (words: string) => void };

function TariffCard({ tariff, isManager, isLatest, onChange, onSaid }: CardProps) {
  const { t } = useTranslation('charging');
  const { run, running, refusal } = useCommand('charging.assignTariff');
  const assign = async () => {
    const today = localDay(new Date());
    const from = tariff.devices === 0 ? tariff.from : tariff.from > today ? tariff.from : today;
    if ((await run({ tariff: tariff.name, kind: tariff.kind, from })).ok) onSaid(t('tariffs.assigned', { from, name: tariff.name }));
  };
  const limits = [tariff.minimumFen > 0 ? `${t('tariffs.minimum')} ${money(tariff.minimumFen)}` : '', tariff.capFen === null ? '' : `${t('tariffs.cap').replace(/（.*）| \(.*\)/, '')} ${money(tariff.capFen)}`, tariff.startFee > 0 ? `${t('tariffs.startFee')} ${money(tariff.startFee)}` : ''].filter(Boolean).join(' · ');
  return (
    <section className="card tariff-card">
      <header>
        <h2>{tariff.name}</h2>
        <Tag>{t(`kind.${tariff.kind}`)}</Tag>
        <span>{t('tariffs.version', { version: tariff.version, from: tariff.from })}</span>
        <span className="muted small">{t('tariffs.used', { devices: isLatest ? tariff.devices : 0, sessions: tariff.sessions })}</span>
        <span className="muted small">{limits}</span>
        {tariff.variants.length > 0 && <span className="muted small">{t('tariffs.variants', { count: tariff.variants.length })}</span>}
        {isManager && isLatest && <span className="at-end"><Button onClick={onChange}>{t('tariffs.change')}</Button> <Button disabled={running} onClick={() => void assign()}>{t('tariffs.assign')}</Button></span>}
      </header>
      {tariff.basis === 'energy' ? <DayBand periods={tariff.periods} /> : <p className="tariff-said red">{t('tariffs.byHour')}</p>}
      <RefusalNote refusal={refusal} />
    </section>
  );
}
