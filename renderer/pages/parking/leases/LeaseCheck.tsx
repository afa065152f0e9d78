import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { intersect, union, type Span, type Window } from '../../../../shared/domain/week-windows.ts';
import { useQuery } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { RefusalNote, Skeleton } from '../../../components/states.tsx';
import { layerOf, type BandLayer } from './band-layers.ts';
import { readSpans, readWindows, soundPlates, type LeaseDraft, type SpaceDraft } from './lease-draft.ts';
import type { LeaseItem } from './LeaseLine.tsx';
import { WeekBand } from './WeekBand.tsx';
import { dayKey, useWindowWords } from './windows-words.ts';

type Check = Output<'parking.checkLease'>;
type Asked = { from: string; to: string | undefined; windows: Window[]; spans: Span[] };
type LeaseCheckProps = { draft: LeaseDraft; onChange: (changes: Partial<LeaseDraft>) => void };

/** What stands in the way of the lease that is being typed, space by space, and what would fit instead. */
export function LeaseCheck({ draft, onChange }: LeaseCheckProps) {
  const { t } = useTranslation('parking');
  const windows = readWindows(draft.windows);
  const spans = readSpans(draft.windows);
  const { from, to } = draft;
  const reversed = from !== undefined && to !== undefined && to <= from;
  const asked = from !== undefined && windows && spans && !reversed ? { from, to, windows, spans } : undefined;
  const take = (index: number, space: string) => onChange({ spaces: draft.spaces.map((one, at) => (at === index ? { ...one, space, title: undefined, ownerHomeId: null } : one)) });
  return (
    <aside className="card parking-side lease-check" aria-label={t('check.title')}>
      <div className="parking-side-head">
        <h2>{t('check.title')}</h2>
      </div>
      <div className="parking-side-body">
        {!asked && <p className="side-words muted">{t('check.waits')}</p>}
        {asked &&
          draft.spaces.map((row, index) =>
            row.space === '' ? (
              <FreeSpaces key={index} asked={asked} taken={draft.spaces.map(({ space }) => space)} onTake={(space) => take(index, space)} />
            ) : (
              <SpaceCheck key={index} asked={asked} row={row} onTake={(space) => take(index, space)} onChange={onChange} />
            ),
          )}
      </div>
    </aside>
  );
}

/** Spaces that take the lease as it is, each a button. */
function FreeSpaces({ asked, taken, onTake }: { asked: Asked; taken: readonly string[]; onTake: (space: string) => void }) {
  const { t } = useTranslation('parking');
  const free = useQuery('parking.findFree', { from: asked.from, ...(asked.to !== undefined && { to: asked.to }), ...(asked.windows.length > 0 && { windows: inputOf(asked.windows) }) }, { keepLast: true });
  const items = (free.value?.items ?? []).filter(({ space }) => !taken.includes(space));
  return (
    <section className="side-part" aria-label={t('check.free')}>
      <h3>{free.value ? t('check.freeCount', { count: items.length }) : t('check.free')}</h3>
      <RefusalNote refusal={free.refusal} onRetry={free.reload} />
      {!free.value && free.state === 'loading' && <Skeleton rows={3} />}
      <div className="offers">
        {items.slice(0, 48).map(({ space, zone }) => (
          <Button key={space} title={zone} onClick={() => onTake(space)}>
            {space}
          </Button>
        ))}
      </div>
      {items.length > 48 && <p className="side-words muted small">{t('check.moreFree', { count: items.length - 48 })}</p>}
    </section>
  );
}

function inputOf(windows: readonly Window[]): { weekdays: number[]; from: string; to: string }[] {
  return windows.map((one) => ({ ...one, weekdays: [...one.weekdays] }));
}

type SpaceCheckProps = { asked: Asked; row: SpaceDraft; onTake: (space: string) => void; onChange: (changes: Partial<LeaseDraft>) => void };

/** The week of one space with the new lease drawn over it, and every clash by name. */
function SpaceCheck({ asked, row, onTake, onChange }: SpaceCheckProps) {
  const { t } = useTranslation('parking');
  const { from, to, windows, spans } = asked;
  const check = useQuery('parking.checkLease', { space: row.space, from, plates: soundPlates(row.plates), ...(to !== undefined && { to }), ...(windows.length > 0 && { windows: inputOf(windows) }) }, { keepLast: true });
  const leases = useQuery('parking.listLeases', { space: row.space, limit: 100 }, { keepLast: true });
  const value = check.state === 'error' ? undefined : check.value;
  return (
    <section className="side-part" aria-label={row.space}>
      <h3>{row.space}</h3>
      <WeekBand large layers={layersOf(leases.value?.items ?? [], asked, spans, t('check.newLease'))} />
      <RefusalNote refusal={check.refusal} onRetry={check.reload} />
      {!value && check.state === 'loading' && <Skeleton rows={2} />}
      {value && <Findings check={value} />}
      {value && <Offers check={value} onTake={onTake} onChange={onChange} />}
    </section>
  );
}

/** Those who hold the space in the days asked for, the new lease over them, and what both hold in red. */
function layersOf(leases: readonly LeaseItem[], { from, to }: Asked, spans: Span[], label: string): BandLayer[] {
  const holding = leases.filter((lease) => lease.state !== 'ended' && lease.state !== 'draft' && (to === undefined || lease.from < to) && (lease.to === null || lease.to > from));
  const layers = holding.map(layerOf);
  return [...layers, { key: 'new', spans, tone: 'new', label }, { key: 'clash', spans: intersect(spans, union(layers.flatMap((layer) => layer.spans))), tone: 'clash', label }];
}

function Findings({ check }: { check: Check }) {
  const { t } = useTranslation('parking');
  const { clashes, platesTaken, blocked } = check;
  if (clashes.length === 0 && platesTaken.length === 0 && !blocked) {
    return (
      <p className="side-words good" role="status">
        {t('check.fits')}
      </p>
    );
  }
  return (
    <ul className="check-findings" role="status">
      {blocked && <li>{blocked.to === null ? t('space.blockedOpen', blocked) : t('space.blockedTo', { ...blocked, to: blocked.to })}</li>}
      {clashes.map((clash) => (
        <li key={clash.leaseId}>
          {t('check.clash', { ...clash, weekday: t(`weekday.${dayKey(clash.weekday)}`) })}
          {clash.until !== null && ` ${t('check.until', { date: clash.until })}`}
        </li>
      ))}
      {platesTaken.map((taken) => (
        <li key={taken.plate}>{t('check.plateTaken', taken)}</li>
      ))}
    </ul>
  );
}

/** What would fit: later, in the hours that are free, or in another space; each fills the form. */
function Offers({ check, onTake, onChange }: { check: Check; onTake: (space: string) => void; onChange: (changes: Partial<LeaseDraft>) => void }) {
  const { t } = useTranslation('parking');
  const words = useWindowWords();
  const { clashes, blocked, nextFrom, freeWindows, others } = check;
  if (clashes.length === 0 && !blocked) return null;
  return (
    <div className="check-offers">
      {nextFrom !== null && (
        <Button className="wide-offer" onClick={() => onChange({ from: nextFrom })}>
          {t('check.from', { date: nextFrom })}
        </Button>
      )}
      {freeWindows.length > 0 && clashes.length > 0 && (
        <Button className="wide-offer" onClick={() => onChange({ windows: freeWindows.map((one) => ({ ...one, weekdays: [...one.weekdays] })) })}>
          {t('check.windows', { windows: words.windows(freeWindows) })}
        </Button>
      )}
      {others.length > 0 && (
        <>
          <p className="muted small">{t('check.others')}</p>
          <div className="offers">
            {others.slice(0, 24).map((space) => (
              <Button key={space} onClick={() => onTake(space)}>
                {space}
              </Button>
            ))}
          </div>
        </>
      )}
      {nextFrom === null && freeWindows.length === 0 && others.length === 0 && <p className="muted small">{t('check.nothing')}</p>}
    </div>
  );
}
