import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { useQuery } from '../../../api.ts';
import { Button, Tag } from '../../../components/controls.tsx';
import { RefusalNote, Skeleton } from '../../../components/states.tsx';
import { linkTo } from '../../../route.ts';
import { useMay } from '../../../session.ts';
import { HomeLink } from '../HomeLink.tsx';
import { LeaseLine } from '../leases/LeaseLine.tsx';
import { layerOf } from '../leases/band-layers.ts';
import { WeekBand } from '../leases/WeekBand.tsx';
import { BlockForm, UnblockForm } from '../spaces/BlockForm.tsx';
import { SpaceForm } from '../spaces/SpaceForm.tsx';
import type { Zone } from './ZonePlan.tsx';

export type SpaceItem = Output<'parking.listSpaces'>['items'][number];
type Act = 'block' | 'unblock' | 'change';
type SpacePanelProps = { code: string; on: string; zones: readonly Zone[]; onClose: () => void };

/** One space: what it is, who has it through the week, and what can be done with it. */
export function SpacePanel({ code, on, zones, onClose }: SpacePanelProps) {
  const { t } = useTranslation(['parking', 'common']);
  const found = useQuery('parking.listSpaces', { search: code, limit: 50 }, { keepLast: true });
  const space = found.value?.items.find((one) => one.code === code);
  const [act, setAct] = useState<Act | undefined>();
  const [said, setSaid] = useState<string | undefined>();
  const finish = (words: string) => {
    setAct(undefined);
    setSaid(words);
  };
  if (act === 'change' && space) return <SpaceForm zones={zones} space={space} onDone={finish} onClose={() => setAct(undefined)} />;
  return (
    <aside className="card parking-side" aria-label={t('space.title', { code })} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div className="parking-side-head">
        <h2>{code}</h2>
        {space && <Tag tone={space.title === 'common' ? 'blue' : undefined}>{t(`title_.${space.title}`)}</Tag>}
        {space?.blocked && <Tag tone="amber">{t('plan.state.blocked')}</Tag>}
        <Button look="link" onClick={onClose}>
          {t('common:close')}
        </Button>
      </div>
      <div className="parking-side-body">
        <RefusalNote refusal={found.refusal} onRetry={found.reload} />
        {!space && found.state === 'loading' && <Skeleton rows={7} />}
        {!space && found.state === 'ready' && <p className="side-words muted">{t('space.gone')}</p>}
        {space && <SpaceFacts space={space} />}
        {said !== undefined && (
          <p className="side-said" role="status">
            {said}
          </p>
        )}
        {space && <SpaceActs space={space} on={on} act={act} onAct={setAct} onDone={finish} />}
        <SpaceLeases code={code} on={on} />
      </div>
    </aside>
  );
}

function SpaceFacts({ space }: { space: SpaceItem }) {
  const { t } = useTranslation('parking');
  const { zone, floor, kind, row, column, ownerHomeId, ownerLabel, note, blocked } = space;
  return (
    <dl className="side-facts">
      <dt>{t('space.where')}</dt>
      <dd>
        {[zone, floor].filter(Boolean).join(' ')}
        {row !== null && column !== null && <span className="muted"> {t('space.place', { row, column })}</span>}
      </dd>
      <dt>{t('space.kind')}</dt>
      <dd>{t(`spaceKind.${kind}`)}</dd>
      {ownerHomeId !== null && (
        <>
          <dt>{t('space.owner')}</dt>
          <dd>
            <HomeLink homeId={ownerHomeId} label={ownerLabel ?? ''} />
          </dd>
        </>
      )}
      {blocked && (
        <>
          <dt>{t('space.blocked')}</dt>
          <dd className="warn">{blocked.to === null ? t('space.blockedOpen', blocked) : t('space.blockedTo', { ...blocked, to: blocked.to })}</dd>
        </>
      )}
      {note !== '' && (
        <>
          <dt>{t('space.note')}</dt>
          <dd>{note}</dd>
        </>
      )}
    </dl>
  );
}

type SpaceActsProps = { space: SpaceItem; on: string; act: Act | undefined; onAct: (act: Act | undefined) => void; onDone: (words: string) => void };

function SpaceActs({ space, on, act, onAct, onDone }: SpaceActsProps) {
  const { t } = useTranslation('parking');
  const mayLease = useMay('manager', 'cashier', 'office');
  const mayChange = useMay('manager', 'office');
  const leave = () => onAct(undefined);
  if (act === 'block') return <BlockForm space={space.code} on={on} onDone={onDone} onClose={leave} />;
  if (act === 'unblock' && space.blocked) return <UnblockForm block={space.blocked} space={space.code} onDone={onDone} onClose={leave} />;
  if (!mayLease) return null;
  return (
    <div className="side-buttons">
      {!space.blocked && (
        <a className="button main" href={linkTo('parking', { tab: 'leases', new: 1, space: space.code, from: on })}>
          {t('lease.new')}
        </a>
      )}
      {mayChange && space.blocked && <Button onClick={() => onAct('unblock')}>{t('space.unblock')}</Button>}
      {mayChange && !space.blocked && <Button onClick={() => onAct('block')}>{t('space.block')}</Button>}
      {mayChange && <Button onClick={() => onAct('change')}>{t('space.change')}</Button>}
    </div>
  );
}

function SpaceLeases({ code, on }: { code: string; on: string }) {
  const { t } = useTranslation('parking');
  const list = useQuery('parking.listLeases', { space: code, limit: 100 }, { keepLast: true });
  const [past, setPast] = useState(false);
  const leases = list.value?.items ?? [];
  const present = leases.filter(({ state }) => state !== 'ended');
  const ended = leases.filter(({ state }) => state === 'ended');
  const holding = present.filter(({ state, from, to }) => state !== 'draft' && state !== 'suspended' && from <= on && (to === null || on < to));
  return (
    <section className="side-part" aria-label={t('space.leases')}>
      <h3>{t('space.week')}</h3>
      <RefusalNote refusal={list.refusal} onRetry={list.reload} />
      {!list.value && list.state === 'loading' && <Skeleton rows={4} />}
      {list.value && <WeekBand layers={holding.map(layerOf)} />}
      {list.value && present.length === 0 && <p className="side-words muted">{t('space.noLeases')}</p>}
      {present.map((lease) => (
        <LeaseLine key={lease.leaseId} lease={lease} />
      ))}
      {ended.length > 0 && (
        <Button look="link" className="side-more" aria-expanded={past} onClick={() => setPast(!past)}>
          {t('space.past', { count: ended.length })}
        </Button>
      )}
      {past && ended.map((lease) => <LeaseLine key={lease.leaseId} lease={lease} />)}
    </section>
  );
}
