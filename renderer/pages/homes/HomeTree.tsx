import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import type { QueryState } from '../../api.ts';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { money } from '../../text/formats.ts';
import { countText } from '../ledger/book/count-text.ts';
import type { HomesRoute } from './homes-route.ts';

export type Units = Output<'homes.tree'>['items'];
type Sum = { homes: number; owing: number; openFen: number };
type HomeTreeProps = { tree: QueryState<Output<'homes.tree'>>; route: HomesRoute; onChange: (changes: Partial<HomesRoute>) => void };

/** Buildings and their units, each with its homes and how many of them owe. */
export function HomeTree({ tree, route, onChange }: HomeTreeProps) {
  const { t } = useTranslation('homes');
  const units = tree.value?.items ?? [];
  const buildings = new Map<string, Units>();
  for (const unit of units) buildings.set(unit.building, [...(buildings.get(unit.building) ?? []), unit]);
  if (tree.state === 'ready' && units.length === 0) return null;
  return (
    <nav className="card home-tree" aria-label={t('tree')}>
      <RefusalNote refusal={tree.refusal} onRetry={tree.reload} />
      {!tree.value && tree.state === 'loading' && <Skeleton rows={8} />}
      {units.length > 0 && <TreeRow name={t('allHomes')} sum={sumUnits(units)} on={route.building === undefined} onPick={() => onChange({ building: undefined, unit: undefined })} />}
      {[...buildings].map(([building, itsUnits]) => (
        <Fragment key={building}>
          <TreeRow name={t('buildingName', { name: building })} sum={sumUnits(itsUnits)} on={route.building === building && route.unit === undefined} onPick={() => onChange({ building, unit: undefined })} />
          {itsUnits.map((unit) => (
            <TreeRow
              key={unit.unit}
              nested
              name={t('unitName', { name: unit.unit })}
              sum={unit}
              on={route.building === building && route.unit === unit.unit}
              onPick={() => onChange({ building, unit: unit.unit })}
            />
          ))}
        </Fragment>
      ))}
    </nav>
  );
}

/** Adds units up. */
export function sumUnits(units: Units): Sum {
  return units.reduce((sum, unit) => ({ homes: sum.homes + unit.homes, owing: sum.owing + unit.owing, openFen: sum.openFen + unit.openFen }), { homes: 0, owing: 0, openFen: 0 });
}

type TreeRowProps = { name: string; sum: Sum; on: boolean; nested?: boolean; onPick: () => void };

function TreeRow({ name, sum, on, nested = false, onPick }: TreeRowProps) {
  const { t } = useTranslation('homes');
  const all = `${t('homesCount', { count: sum.homes })}，${t('owes', { amount: money(sum.openFen) })}`;
  return (
    <button type="button" className={`tree-row ${nested ? 'nested' : ''} ${on ? 'on' : ''}`} aria-current={on ? 'true' : undefined} title={all} onClick={onPick}>
      <span className="name">{name}</span>
      <span className="muted">{countText(sum.homes)}</span>
      <span className={sum.owing > 0 ? 'red' : 'muted'}>{sum.owing > 0 ? t('owing', { count: sum.owing }) : ''}</span>
    </button>
  );
}
