import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { DecideLine, type Done } from './DecideLine.tsx';
import { LineFacts } from './LineFacts.tsx';
import type { LineItem } from './line-columns.tsx';

type DecidePanelProps = { /** A line's number, or `e` and that of an entry. */ at: string | undefined; item: LineItem | undefined; onDone: (done: Done) => void; onLeave: () => void };

/** What to do about the chosen exception: receipts and homes that it may be, and the actions with their keys. */
export function DecidePanel({ at, item, onDone, onLeave }: DecidePanelProps) {
  const { t } = useTranslation('channels');
  const lineId = /^\d{1,15}$/.test(at ?? '') ? Number(at) : 0;
  const found = useQuery('channels.candidates', { lineId: Math.max(1, lineId) }, { enabled: lineId > 0 });
  return (
    <aside className="card decide" aria-label={t('decide.none')}>
      {at === undefined && <EmptyNote title={t('decide.none')}>{t('decide.noneNote')}</EmptyNote>}
      {lineId === 0 && item && <MissingEntry item={item} />}
      {lineId > 0 && found.refusal && <RefusalNote refusal={found.refusal} onRetry={onLeave} />}
      {lineId > 0 && !found.value && found.state === 'loading' && <Skeleton rows={8} />}
      {lineId > 0 && found.value && !found.refusal && <DecideLine found={found.value} onDone={onDone} />}
    </aside>
  );
}

/** An entry that no file has: there is nothing to decide here, but much to look at. */
function MissingEntry({ item }: { item: LineItem }) {
  const { t } = useTranslation('channels');
  const [entry] = item.entries;
  return (
    <>
      <LineFacts item={item} />
      <p className="decide-note">{t('decide.missingNote')}</p>
      {entry && (
        <p className="decide-links">
          <a href={linkTo('ledger', { book: 'journal', entry: entry.entryId })}>{t('list.seeEntry')}</a>
        </p>
      )}
    </>
  );
}
