import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useQuery } from '../../api.ts';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { Button } from '../../components/controls.tsx';
import { useMay } from '../../session.ts';
import { money } from '../../text/formats.ts';
import type { ChannelsPartProps } from './ChannelsPage.tsx';
import type { Done } from './DecideLine.tsx';
import { DecidePanel } from './DecidePanel.tsx';
import { keyOfItem, StateTag, type LineItem } from './line-columns.tsx';
import { ChannelSelect } from './LinesPart.tsx';
import { isTyping } from '../payments/keys.ts';

const SHOWN = 500;

/** The exceptions of all months, oldest first, and what to do about the chosen one: ↑↓ choose, the keys in the panel decide. */
export function WorkPart({ route, onChange }: ChannelsPartProps) {
  const { t } = useTranslation('channels');
  const { channel, at } = route;
  const input = { state: 'exception' as const, ...(channel && { channel }) };
  const list = useQuery('channels.list', { ...input, limit: SHOWN }, { keepLast: true });
  const items = list.value?.items ?? [];
  const [last, setLast] = useState<Done | undefined>();
  // Where the line stood that was just decided on. It leaves the list, and others may with it: what then stands there is next.
  const [decidedAt, setDecidedAt] = useState<number | undefined>();
  const index = items.findIndex((item) => keyOfItem(item) === at);
  const chosen = items[index];
  const mayDecide = useMay('manager', 'office');
  const again = useCommand('channels.rematch');
  const choose = (item: LineItem | undefined) => {
    setDecidedAt(undefined);
    onChange({ at: item && keyOfItem(item) });
  };
  useChoiceKeys(items, index, choose);
  const next = at === undefined ? items[0] : decidedAt !== undefined && !chosen ? items[Math.min(decidedAt, items.length - 1)] : undefined;
  const nextKey = next && keyOfItem(next);
  useEffect(() => {
    if (nextKey !== undefined) onChange({ at: nextKey });
  }, [nextKey, onChange]);
  return (
    <div className="channels-area">
      <section className="card channels-main">
        <div className="channels-bar">
          <ChannelSelect value={channel} onChange={(picked) => onChange({ channel: picked, at: undefined })} />
          <span className="muted small channels-count">{list.value ? `${t('list.rows', { count: list.value.total })}　${t('list.sum', { amount: money(list.value.amountFen) })}` : ''}</span>
          {mayDecide && (
            <Button disabled={again.running} onClick={() => void again.run({})} title={t('decide.againNote')}>
              {t('decide.again')}
            </Button>
          )}
          <ExportList list="channels.list" input={input} name={t('part.work')} />
        </div>
        {last && (
          <p className="work-last good small" role="status">
            ✓ {[t('decide.done'), last.receiptNo, last.settled > 0 ? t('decide.settledToo', { count: last.settled }) : ''].filter(Boolean).join(' · ')}
          </p>
        )}
        <RefusalNote refusal={list.refusal ?? again.refusal} onRetry={list.reload} />
        {!list.value && list.state === 'loading' && <Skeleton rows={8} />}
        {list.value && items.length === 0 && <EmptyNote title={t('list.noExceptions')}>{t('list.noExceptionsNote')}</EmptyNote>}
        {items.length > 0 && <WorkRows items={items} chosen={at} onChoose={choose} />}
      </section>
      <DecidePanel
        key={at ?? ''}
        at={at}
        item={chosen}
        onDone={(done) => {
          setLast(done);
          setDecidedAt(Math.max(0, index));
        }}
        onLeave={() => choose(items[0])}
      />
    </div>
  );
}

function WorkRows({ items, chosen, onChoose }: { items: LineItem[]; chosen: string | undefined; onChoose: (item: LineItem) => void }) {
  const { t } = useTranslation('channels');
  return (
    <div className="work-rows" role="listbox" aria-label={t('part.work')} tabIndex={-1}>
      {items.map((item) => {
        const key = keyOfItem(item);
        const who = item.lineId === null ? item.entries.map(({ label, no }) => [label, no].filter(Boolean).join(' ')).join('、') : [item.counterparty, item.note].filter(Boolean).join(' · ');
        return (
          <Button key={key} role="option" aria-selected={key === chosen} className={`work-row ${key === chosen ? 'on' : ''}`} onClick={() => onChoose(item)}>
            <span className="when">{item.on}</span>
            <span>{t(`channel.${item.channel}`)}</span>
            <StateTag item={item} />
            <span className="who muted" title={who}>
              {who}
            </span>
            <span className={`num ${item.amountFen < 0 ? 'red' : ''}`}>{money(item.amountFen)}</span>
          </Button>
        );
      })}
    </div>
  );
}

/** ↑ and ↓ walk the exceptions wherever the focus is, but not while one types. */
function useChoiceKeys(items: LineItem[], index: number, choose: (item: LineItem) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined || isTyping(event.target) || items.length === 0) return;
      event.preventDefault();
      const item = items[Math.max(0, Math.min(items.length - 1, index + step))];
      if (item) choose(item);
      document.querySelector('.work-row.on')?.scrollIntoView({ block: 'nearest' });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [items, index, choose]);
}
