import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpaceKind, SpaceTitle } from '../../../../shared/contract/parking.ts';
import { Button, Check, Tag } from '../../../components/controls.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../../components/states.tsx';
import { useMay, useSession } from '../../../session.ts';
import { Choice } from '../../fees/items/Choice.tsx';
import { LongTable, type Column } from '../../ledger/book/LongTable.tsx';
import { SearchBox } from '../../ledger/book/SearchBox.tsx';
import { usePages } from '../../ledger/book/use-pages.ts';
import type { PlanRoute } from '../plan/plan-route.ts';
import { SpacePanel, type SpaceItem } from '../plan/SpacePanel.tsx';
import type { Zone } from '../plan/ZonePlan.tsx';
import { SpaceForm } from './SpaceForm.tsx';
import { spaceKinds, spaceTitles } from './space-draft.ts';

type SpacesRegisterProps = { zones: readonly Zone[]; route: PlanRoute; onChange: (changes: Partial<PlanRoute>) => void };

/** The register of all spaces: filtered, saved, added to, changed. */
export function SpacesRegister({ zones, route, onChange }: SpacesRegisterProps) {
  const { t } = useTranslation('parking');
  const { today } = useSession();
  const mayAdd = useMay('manager', 'office');
  const [search, setSearch] = useState('');
  const [title, setTitle] = useState<SpaceTitle | ''>('');
  const [kind, setKind] = useState<SpaceKind | ''>('');
  const [freeOnly, setFreeOnly] = useState(false);
  const filter = { ...(route.zone && { zone: route.zone }), ...(title && { title }), ...(kind && { kind }), ...(search !== '' && { search }), ...(freeOnly && { freeOnly }) };
  const pages = usePages('parking.listSpaces', filter);
  const columns = useSpaceColumns();
  return (
    <div className="parking-area">
      <section className="card parking-main">
        <div className="parking-bar">
          <SearchBox label={t('spaces.searchLabel')} placeholder={t('spaces.search')} value={search} onChange={setSearch} />
          <Choice label={t('zone')} value={route.zone ?? ''} options={[{ value: '', label: t('everyZone') }, ...zones.map(({ zone }) => ({ value: zone, label: zone }))]} onChange={(zone) => onChange({ zone: zone || undefined })} />
          <Choice label={t('space.title_')} value={title} options={[{ value: '' as const, label: t('everyTitle') }, ...spaceTitles.map((value) => ({ value, label: t(`title_.${value}`) }))]} onChange={setTitle} />
          <Choice label={t('space.kind')} value={kind} options={[{ value: '' as const, label: t('everyKind') }, ...spaceKinds.map((value) => ({ value, label: t(`spaceKind.${value}`) }))]} onChange={setKind} />
          <label className="checked">
            <Check label={t('spaces.freeOnly')} checked={freeOnly} onChange={setFreeOnly} />
            {t('spaces.freeOnly')}
          </label>
          <span className="at-end muted small">{pages.head && t('spaces.count', { count: pages.head.total })}</span>
        </div>
        <div className="parking-bar">
          <Button onClick={() => onChange({ view: 'plan', space: undefined, adding: false })}>{t('spaces.toPlan')}</Button>
          {mayAdd && (
            <>
              <Button onClick={() => onChange({ view: 'import', space: undefined, adding: false })}>{t('spaces.import')}</Button>
              <Button onClick={() => onChange({ adding: true, space: undefined })}>{t('spaces.add')}</Button>
            </>
          )}
          <span className="at-end">
            <ExportList list="parking.listSpaces" input={filter} name={t('spaces.register')} />
          </span>
        </div>
        <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
        <LongTable
          label={t('spaces.register')}
          columns={columns}
          rowCount={pages.rowCount}
          rowAt={pages.rowAt}
          onView={pages.ensure}
          listKey={pages.listKey}
          loading={pages.loading && !pages.refusal}
          onOpen={(row) => onChange({ space: row.code, adding: false })}
          rowClass={(row) => (row.code === route.space ? 'chosen' : '')}
          empty={<EmptyNote title={t('spaces.noMatch')}>{t('spaces.noMatchNote')}</EmptyNote>}
        />
      </section>
      {route.adding && <SpaceForm zones={zones} onClose={() => onChange({ adding: false })} />}
      {!route.adding && route.space !== undefined && <SpacePanel key={route.space} code={route.space} on={today} zones={zones} onClose={() => onChange({ space: undefined })} />}
    </div>
  );
}

function useSpaceColumns(): Column<SpaceItem>[] {
  const { t } = useTranslation('parking');
  return useMemo(
    () => [
      { key: 'code', title: t('space.code'), width: '110px', cell: (row) => <b>{row.code}</b> },
      { key: 'zone', title: t('zone'), width: '88px', cell: (row) => row.zone, hint: (row) => row.zone },
      { key: 'floor', title: t('floor'), width: '64px', cell: (row) => row.floor },
      { key: 'kind', title: t('space.kind'), width: '88px', from: 560, cell: (row) => t(`spaceKind.${row.kind}`) },
      { key: 'title', title: t('space.title_'), width: '88px', cell: (row) => t(`title_.${row.title}`) },
      { key: 'owner', title: t('space.owner'), width: '112px', from: 900, cell: (row) => row.ownerLabel ?? '' },
      { key: 'state', title: t('spaces.today'), width: 'minmax(150px, 1fr)', cell: (row) => <TodayWords space={row} /> },
      { key: 'note', title: t('space.note'), width: 'minmax(80px, 1fr)', from: 760, cell: (row) => <span className="muted">{row.note}</span>, hint: (row) => row.note },
    ],
    [t],
  );
}

function TodayWords({ space }: { space: SpaceItem }) {
  const { t } = useTranslation('parking');
  if (space.blocked) return <Tag tone="amber">{t('spaces.blockedFor', { reason: space.blocked.reason })}</Tag>;
  const kinds = [space.residentLeaseId !== null && t('kind.resident'), space.daytimeLeaseId !== null && t('kind.daytime')].filter((word) => word !== false);
  return kinds.length === 0 ? <span className="muted">{t('plan.state.free')}</span> : <>{kinds.join(t('comma'))}</>;
}
