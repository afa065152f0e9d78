import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { localDay } from '../../../../shared/domain/period.ts';
import { useQuery } from '../../../api.ts';
import { Button, Tag } from '../../../components/controls.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../../components/states.tsx';
import { useMay, useSession } from '../../../session.ts';
import { DayBand } from '../tariffs/DayBand.tsx';
import { GridPriceForm } from './GridPriceForm.tsx';

export type GridVersion = Output<'charging.listGridPrices'>['items'][number];

/** What the grid takes for a kWh: the version in force and those to come, earlier ones folded away. */
export function GridPricesCard() {
  const { t } = useTranslation('charging');
  const isManager = useMay('manager');
  const { today } = useSession();
  const prices = useQuery('charging.listGridPrices', {});
  const [writing, setWriting] = useState(false);
  const [said, setSaid] = useState('');
  const [items, above] = [prices.value?.items, prices.value?.above ?? []];
  const shown = items?.filter(({ inForce, from }) => inForce || from > today) ?? [];
  const older = items?.filter((one) => !shown.includes(one)) ?? [];
  return (
    <section className="card grid-card">
      <div className="sec">
        <h2>{t('grid.title')}</h2>
        {said !== '' && <span className="good" role="status">{said}</span>}
        <span className="at-end">{isManager ? !writing && <Button onClick={() => { setWriting(true); setSaid(''); }}>{t('grid.add')}</Button> : <span className="muted small">{t('grid.onlyManager')}</span>}</span>
      </div>
      {above.length > 0 && <p className="tariff-said red" role="alert">{t('grid.above', { names: above.join('、') })}</p>}
      {writing && <GridPriceForm base={items?.[0]} onDone={(version) => { setWriting(false); setSaid(t('grid.saved', { version })); }} onLeave={() => setWriting(false)} />}
      <RefusalNote refusal={prices.refusal} onRetry={prices.reload} />
      {!items ? <Skeleton rows={2} /> : items.length === 0 && !writing ? <EmptyNote title={t('grid.none')}>{t('grid.noneNote')}</EmptyNote> : shown.map((one) => <Version key={one.version} version={one} />)}
      {older.length > 0 && <details className="grid-older"><summary>{t('grid.older', { count: older.length })}</summary>{older.map((one) => <Version key={one.version} version={one} />)}</details>}
    </section>
  );
}

function Version({ version: { version, from, inForce, periods, variants, by, at } }: { version: GridVersion }) {
  const { t } = useTranslation('charging');
  const { today } = useSession();
  return (
    <>
      <p className="tariff-said">{t('grid.version', { version, from })} {inForce ? <Tag tone="green">{t('grid.inForce')}</Tag> : from > today && <Tag>{t('grid.later')}</Tag>} <span className="muted small">{t('grid.by', { who: by, at: localDay(new Date(at)) })}{variants.length > 0 && ` · ${t('grid.variants', { count: variants.length })}`}</span></p>
      <DayBand periods={periods} />
    </>
  );
}
