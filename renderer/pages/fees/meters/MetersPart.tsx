import { useState } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { lastDay } from '../../../../shared/domain/period.ts';
import { useQuery } from '../../../api.ts';
import { Button, Segments } from '../../../components/controls.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../../components/states.tsx';
import { linkTo } from '../../../route.ts';
import { useMay, useSession } from '../../../session.ts';
import { monthOf } from '../../../text/formats.ts';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { SearchBox } from '../../ledger/book/SearchBox.tsx';
import { Choice } from '../items/Choice.tsx';
import { ALL_MONTHS, type FeesPartProps, type MeterShow } from '../fees-route.ts';
import { useItemName } from '../item-name.ts';
import { MeterPanel } from './MeterPanel.tsx';
import { MetersTable } from './MetersTable.tsx';
import { ReadingsImport } from './ReadingsImport.tsx';
import './meters.css';

const SHOWN: readonly MeterShow[] = ['all', 'metered', 'unread', 'blocked', 'none'];
const EVERY_BUILDING = '';

/** The meters of an item in a month: readings typed down a column, imported, replaced, corrected. */
export function MetersPart({ route, onChange }: FeesPartProps) {
  const { t } = useTranslation('meters');
  const { today } = useSession();
  const may = useMay('manager', 'office');
  const items = useQuery('meters.listItems', {});
  const item = items.value?.items.find(({ code }) => code === route.item) ?? items.value?.items[0];
  const month = route.month === undefined || route.month === ALL_MONTHS ? monthOf(today) : route.month;
  const [picked, setPicked] = useState<{ homeId: number; label: string } | undefined>();
  if (!item) {
    return (
      <div className="fees-area">
        <section className="card fees-main">
          <RefusalNote refusal={items.refusal} onRetry={items.reload} />
          {items.value ? (
            <EmptyNote title={t('noItems')}>
              {t('noItemsNote')} <a href={linkTo('fees', { tab: 'items' })}>{t('toItems')}</a>
            </EmptyNote>
          ) : (
            items.state === 'loading' && <Skeleton rows={8} />
          )}
        </section>
      </div>
    );
  }
  if (route.importing) return <ReadingsImport item={item} items={items.value?.items ?? []} onClose={() => onChange({ importing: false })} />;
  return (
    <div className="fees-area">
      <section className="card fees-main">
        <MetersBar route={{ ...route, month, item: item.code }} items={items.value?.items ?? []} onChange={onChange} />
        <MetersTable key={item.code} item={item} month={month} route={route} dayOfReading={month < monthOf(today) ? lastDay(month) : today} chosen={picked?.homeId} onPick={setPicked}>
          {may && <Button onClick={() => onChange({ importing: true })}>{t('import')}</Button>}
        </MetersTable>
      </section>
      {picked && <MeterPanel key={`${item.code} ${String(picked.homeId)}`} home={picked} item={item} onClose={() => setPicked(undefined)} />}
    </div>
  );
}

type BarProps = FeesPartProps & { items: { code: string; name: string }[] };

function MetersBar({ route, items, onChange }: BarProps) {
  const { t } = useTranslation('meters');
  const itemName = useItemName();
  const tree = useQuery('homes.tree', {}, { keepLast: true });
  const { item = '', month, building, show, search } = route;
  const buildings = [...new Set((tree.value?.items ?? []).map((unit) => unit.building))];
  return (
    <div className="fees-bar meters-bar">
      {items.length <= 4 ? (
        <Segments label={t('item')} value={item} choices={items.map(({ code, name }) => ({ value: code, label: itemName(name) }))} onChange={(code) => onChange({ item: code })} />
      ) : (
        <Choice label={t('item')} value={item} options={items.map(({ code, name }) => ({ value: code, label: itemName(name) }))} onChange={(code) => onChange({ item: code })} />
      )}
      <DayInput month label={t('month')} value={month} onChange={(value) => onChange({ month: value })} clearable={false} />
      <Select aria-label={t('building')} style={{ width: 124 }} value={building ?? EVERY_BUILDING} onChange={(value) => onChange({ building: value || undefined })} options={[{ value: EVERY_BUILDING, label: t('everyBuilding') }, ...buildings.map((name) => ({ value: name, label: t('buildingName', { name }) }))]} />
      <Select<MeterShow> aria-label={t('only')} style={{ width: 112 }} value={show} onChange={(value) => onChange({ show: value })} options={SHOWN.map((value) => ({ value, label: t(`show.${value}`) }))} />
      <SearchBox label={t('searchLabel')} placeholder={t('search')} value={search ?? ''} onChange={(text) => onChange({ search: text || undefined })} />
    </div>
  );
}
