import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../../components/states.tsx';
import { useSession } from '../../../session.ts';
import { TariffCard } from './TariffCard.tsx';
import type { Tariff } from './tariff-draft.ts';
import { TariffEditor } from './TariffEditor.tsx';

/** Tariffs and their versions, each day drawn as a band; a new version is written beside the old one. */
export function TariffsPart() {
  const { t } = useTranslation('charging');
  const { user } = useSession();
  const tariffs = useQuery('charging.listTariffs', {});
  const [editing, setEditing] = useState<{ base: Tariff | undefined } | undefined>();
  const [said, setSaid] = useState('');
  const items = tariffs.value?.items;
  const isManager = user.role === 'manager';
  const edit = (base: Tariff | undefined) => { setEditing({ base }); setSaid(''); };
  return (
    <div className="charging-scroll">
      <div className="charging-bar">
        {isManager ? <Button look={editing ? 'plain' : 'main'} onClick={() => edit(undefined)}>{t('tariffs.add')}</Button> : <span className="muted small">{t('tariffs.onlyManager')}</span>}
        <span className="muted small">{t('tariffs.frozen')}</span>
        {said !== '' && <span className="good" role="status">{said}</span>}
      </div>
      {editing && <TariffEditor key={editing.base?.tariffId ?? 0} base={editing.base} onDone={(words) => { setEditing(undefined); setSaid(words); }} onLeave={() => setEditing(undefined)} />}
      <RefusalNote refusal={tariffs.refusal} onRetry={tariffs.reload} />
      {!items ? <Skeleton rows={6} /> : items.length === 0 && !editing ? <section className="card"><EmptyNote title={t('tariffs.none')}>{t('tariffs.noneNote')}</EmptyNote></section> : items.map((tariff) => <TariffCard key={tariff.tariffId} tariff={tariff} firstFrom={items.findLast(({ name }) => name === tariff.name)?.from ?? tariff.from} isManager={isManager} isLatest={items.find(({ name }) => name === tariff.name) === tariff} onChange={() => edit(tariff)} onSaid={setSaid} />)}
    </div>
  );
}
