import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { useItemName } from '../fees/item-name.ts';

/** Which open bills a notice or a call is about; all of them when empty. */
export type BillChoice = { building?: string; item?: string };

const EVERY = '';

/** One building or all, one fee item or all. */
export function BillFilters({ value: { building, item, ...rest }, onChange }: { value: BillChoice; onChange: (value: BillChoice) => void }) {
  const { t } = useTranslation('arrears');
  const itemName = useItemName();
  const tree = useQuery('homes.tree', {}, { keepLast: true });
  const items = useQuery('fees.listItems', {}, { keepLast: true });
  const buildings = [...new Set((tree.value?.items ?? []).map((unit) => unit.building))];
  return (
    <>
      <Select
        aria-label={t('dunning.building')} style={{ width: 132 }} value={building ?? EVERY}
        options={[{ value: EVERY, label: t('dunning.everyBuilding') }, ...buildings.map((name) => ({ value: name, label: t('dunning.buildingName', { name }) }))]}
        onChange={(picked) => onChange({ ...rest, ...(item !== undefined && { item }), ...(picked !== EVERY && { building: picked }) })}
      />
      <Select
        aria-label={t('dunning.item')} style={{ width: 140 }} value={item ?? EVERY}
        options={[{ value: EVERY, label: t('dunning.everyItem') }, ...(items.value?.items ?? []).map(({ code, name }) => ({ value: code, label: itemName(name) }))]}
        onChange={(picked) => onChange({ ...rest, ...(building !== undefined && { building }), ...(picked !== EVERY && { item: picked }) })}
      />
    </>
  );
}
