import { Select } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../../components/states.tsx';
import { useMay } from '../../../session.ts';
import { money } from '../../../text/formats.ts';
import { LongTable } from '../../ledger/book/LongTable.tsx';
import { SearchBox } from '../../ledger/book/SearchBox.tsx';
import { usePages } from '../../ledger/book/use-pages.ts';
import { findingKinds, findingStates, type BarrierRoute, type FindingItem, type FindingKind, type FindingState } from './barrier-route.ts';
import { BulkDismiss } from './BulkDismiss.tsx';
import { useFindingColumns } from './finding-columns.tsx';
import { FindingPanel } from './FindingPanel.tsx';
import { useDuration } from './use-duration.ts';

type FindingsViewProps = { route: BarrierRoute; onChange: (changes: Partial<BarrierRoute>) => void };
const ANY = 'any';

/** What was found, and beside it what is to be done about the chosen one: ↑↓ choose, letters decide. */
export function FindingsView({ route, onChange }: FindingsViewProps) {
  const { t } = useTranslation('barrier');
  const duration = useDuration();
  const { month, kind, state, leaseId, search } = route;
  const input = { ...(month && { month }), ...(kind && { kind }), ...(state !== 'all' && { state }), ...(leaseId && { leaseId }), ...(search && { search }) };
  const pages = usePages('barrier.findings', input);
  const columns = useFindingColumns(state !== 'open');
  const mayDecide = useMay('manager', 'cashier');
  // Where one stands: after a decision what then stands there is next.
  const [stand, setStand] = useState({ listKey: '', index: 0 });
  const [said, setSaid] = useState({ listKey: '', text: '' });
  const index = stand.listKey === pages.listKey ? stand.index : 0;
  const chosen = pages.rowAt(Math.min(index, Math.max(0, pages.knownRows - 1)));
  const { listKey } = pages;
  const choose = useCallback((_: FindingItem, at: number) => setStand({ listKey, index: at }), [listKey]);
  const say = (text: string) => setSaid({ listKey, text });
  useTableKeys();
  const head = pages.head;
  return (
    <div className="barrier-area">
      <section className="card barrier-main">
        <div className="barrier-filter">
          <Select aria-label={t('list.kind')} style={{ width: 124 }} value={kind ?? ANY} onChange={(picked: FindingKind | typeof ANY) => onChange({ kind: picked === ANY ? undefined : picked })} options={[{ value: ANY, label: t('allKinds') }, ...findingKinds.map((value) => ({ value, label: t(`kind.${value}`) }))]} />
          <Select aria-label={t('list.state')} style={{ width: 104 }} value={state} onChange={(picked: FindingState | 'all') => onChange({ state: picked })} options={[...findingStates.map((value) => ({ value, label: t(`state.${value}`) })), { value: 'all' as const, label: t('allStates') }]} />
          <SearchBox label={t('list.searchLabel')} placeholder={t('list.search')} value={search ?? ''} onChange={(text) => onChange({ search: text || undefined })} wide />
          <ExportList list="barrier.findings" input={input} name={t('view.findings')} />
        </div>
        <div className="barrier-said">
          {head && head.total > 0 && <b>{state === 'open' && head.minutes === 0 ? t('list.findingPlain', { count: head.total }) : state === 'open' ? t('list.finding', { count: head.total, time: duration(head.minutes), amount: money(head.proposedFen) }) : `${t('list.rows', { count: head.total })}　${t('list.sum', { time: duration(head.minutes), amount: money(head.proposedFen) })}`}</b>}
          {leaseId !== undefined && (
            <span className="small">
              {t('list.oneLease', { no: route.leaseNo ?? leaseId })}{' '}
              <Button look="link" onClick={() => onChange({ leaseId: undefined, leaseNo: undefined })}>
                {t('list.allLeases')}
              </Button>
            </span>
          )}
          {said.text !== '' && said.listKey === listKey && (
            <span className="good small" role="status">
              ✓ {said.text}
            </span>
          )}
          {mayDecide && state === 'open' && head && head.total > 1 && <BulkDismiss key={listKey} input={input} count={head.total} onDone={say} />}
        </div>
        <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
        <LongTable
          label={t('view.findings')} columns={columns} rowCount={pages.rowCount} rowAt={pages.rowAt} onView={pages.ensure} listKey={listKey} loading={pages.loading && !pages.refusal} onOpen={choose} onMove={choose}
          rowClass={(item) => [item.findingId === chosen?.findingId ? 'chosen' : '', item.state === 'dismissed' ? 'quiet' : ''].join(' ')} empty={<NoFindings route={route} onImport={() => onChange({ importing: true })} />}
        />
      </section>
      {chosen && (
        <FindingPanel
          key={chosen.findingId}
          item={chosen}
          onDone={(text) => {
            say(text);
            setStand({ listKey, index: state === 'open' ? index : Math.min(index + 1, Math.max(0, pages.knownRows - 1)) });
          }}
        />
      )}
    </div>
  );
}

/** ↑ and ↓ walk the list also when nothing has the focus. */
function useTableKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || event.target !== document.body) return;
      const table = document.querySelector<HTMLElement>('.barrier-main .long');
      if (!table) return;
      event.preventDefault();
      table.focus();
      table.dispatchEvent(new KeyboardEvent('keydown', { key: event.key, bubbles: true, cancelable: true }));
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** Nothing was imported, nothing fits the filter, or nothing is left to decide. */
function NoFindings({ route, onImport }: { route: BarrierRoute; onImport: () => void }) {
  const { t } = useTranslation('barrier');
  const files = useQuery('barrier.files', {});
  const mayImport = useMay('manager', 'cashier', 'office');
  if (files.value?.items.length === 0) {
    return (
      <EmptyNote title={t('list.noFile')}>
        {t('list.noFileNote')}
        {mayImport && (
          <Button look="main" className="barrier-first" onClick={onImport}>
            {t('importFile')}
          </Button>
        )}
      </EmptyNote>
    );
  }
  const filtered = route.kind !== undefined || route.month !== undefined || route.search !== undefined || route.leaseId !== undefined || route.state !== 'open';
  return filtered ? <EmptyNote title={t('list.filtered')}>{t('list.filteredNote')}</EmptyNote> : <EmptyNote title={t('list.none')}>{t('list.noneNote')}</EmptyNote>;
}
