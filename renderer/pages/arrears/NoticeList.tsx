import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { call } from '../../api.ts';
import { Button, Check, Tag } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../components/states.tsx';
import { money } from '../../text/formats.ts';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';
import { SearchBox } from '../ledger/book/SearchBox.tsx';
import { usePages } from '../ledger/book/use-pages.ts';
import { TickedNotices } from './TickedNotices.tsx';

export type Notice = Output<'dunning.list'>['items'][number];

const PAGE = 1000;
/** As many as one command takes. */
const MOST = 10_000;

/** Notices, newest first; ticked ones are served or printed together. Enter ticks the row that the arrows stand on. */
export function NoticeList({ may }: { may: boolean }) {
  const { t } = useTranslation('arrears');
  const [search, setSearch] = useState('');
  const [unservedOnly, setUnservedOnly] = useState(false);
  const input = { ...(search !== '' && { search }), ...(unservedOnly && { unservedOnly }) };
  const pages = usePages('dunning.list', input);
  const ticks = useTicks(input);
  const columns = useNoticeColumns(may ? ticks : undefined);
  const narrow = (change: () => void) => {
    change();
    ticks.clear();
  };
  return (
    <section className="card dunning-main">
      <div className="dunning-bar">
        <SearchBox label={t('dunning.searchLabel')} placeholder={t('dunning.search')} value={search} onChange={(text) => narrow(() => setSearch(text))} />
        <label className="dunning-check">
          <Check label={t('dunning.unservedOnly')} checked={unservedOnly} onChange={(on) => narrow(() => setUnservedOnly(on))} /> {t('dunning.unservedOnly')}
        </label>
        <span className="muted small dunning-count">{pages.head ? t('dunning.count', { count: pages.head.total, amount: money(pages.head.amountFen) }) : ''}</span>
        <ExportList list="dunning.list" input={input} name={t('dunning.notices')} />
      </div>
      <RefusalNote refusal={pages.refusal ?? ticks.refusal} onRetry={pages.retry} />
      <LongTable
        label={t('dunning.notices')}
        columns={columns}
        rowCount={pages.rowCount}
        rowAt={pages.rowAt}
        onView={pages.ensure}
        listKey={pages.listKey}
        loading={pages.loading && !pages.refusal}
        {...(may && { onOpen: ({ noticeNo }: Notice) => ticks.toggle(noticeNo) })}
        rowClass={({ noticeNo, openFen }) => `${openFen === 0 ? 'quiet' : ''} ${ticks.ticked.has(noticeNo) ? 'chosen' : ''}`}
        empty={<EmptyNote title={t('dunning.none')}>{t(search === '' && !unservedOnly ? 'dunning.noneNote' : 'dunning.noneFound')}</EmptyNote>}
      />
      {may && (
        <div className="dunning-ticked">
          <div className="dunning-ticks">
            <b>{t('dunning.ticked', { count: ticks.ticked.size })}</b>
            {pages.head !== undefined && ticks.ticked.size < Math.min(MOST, pages.head.total) && (
              <Button look="link" onClick={() => void ticks.tickAll()}>
                {t('dunning.tickAll', { count: Math.min(MOST, pages.head.total) })}
              </Button>
            )}
            {ticks.ticked.size > 0 && (
              <Button look="link" onClick={ticks.clear}>
                {t('dunning.tickNone')}
              </Button>
            )}
            {ticks.ticked.size === 0 && pages.head !== undefined && pages.head.total > 0 && <span className="muted small">{t('dunning.tickHint')}</span>}
          </div>
          {ticks.ticked.size > 0 && <TickedNotices noticeNos={[...ticks.ticked]} onServed={ticks.clear} />}
        </div>
      )}
    </section>
  );
}

type Ticks = { ticked: ReadonlySet<string>; toggle: (noticeNo: string) => void; tickAll: () => Promise<void>; clear: () => void; refusal: Refusal | undefined };

/** The ticked numbers; all of a list are read page by page. */
function useTicks(input: { search?: string; unservedOnly?: boolean }): Ticks {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const toggle = (noticeNo: string) => setTicked((last) => (last.has(noticeNo) ? new Set([...last].filter((one) => one !== noticeNo)) : new Set([...last, noticeNo])));
  const tickAll = async () => {
    setRefusal(undefined);
    const all: string[] = [];
    let after: number | undefined;
    do {
      const reply = await call('dunning.list', { ...input, limit: PAGE, ...(after !== undefined && { after }) });
      if (!reply.ok) return setRefusal(reply);
      all.push(...reply.value.items.map(({ noticeNo }) => noticeNo));
      after = reply.value.next;
    } while (after !== undefined && all.length < MOST);
    setTicked(new Set(all.slice(0, MOST)));
  };
  return { ticked, toggle, tickAll, clear: () => setTicked(new Set()), refusal };
}

/** When and how a notice reached its debtor, the last first; empty: it did not. */
function useServedWords(): (notice: Notice) => string[] {
  const { t } = useTranslation('arrears');
  return ({ served }) => [...served].sort((left, right) => right.on.localeCompare(left.on)).map(({ way, on, by, note }) => [[on, t(`dunning.way.${way}`)].join(' '), by, note].filter(Boolean).join(' · '));
}

function useNoticeColumns(ticks: Ticks | undefined): Column<Notice>[] {
  const { t } = useTranslation('arrears');
  const servedWords = useServedWords();
  const tick: Column<Notice>[] = ticks
    ? [{ key: 'tick', title: '', width: '38px', cell: ({ noticeNo }) => <span className="dunning-tick" onClick={(event) => event.stopPropagation()}><Check label={t('dunning.tick', { no: noticeNo })} checked={ticks.ticked.has(noticeNo)} onChange={() => ticks.toggle(noticeNo)} /></span> }]
    : [];
  return [
    ...tick,
    { key: 'no', title: t('dunning.no'), width: '126px', cell: ({ noticeNo }) => <span className="selectable">{noticeNo}</span> },
    { key: 'home', title: t('dunning.home'), width: 'minmax(84px, 96px)', cell: ({ label }) => <b>{label}</b> },
    { key: 'debtor', title: t('dunning.debtor'), width: 'minmax(72px, 1fr)', cell: ({ debtor, former }) => <>{debtor}{former && <span className="muted small"> {t('dunning.former')}</span>}</>, hint: ({ debtor }) => debtor },
    { key: 'on', title: t('dunning.on'), width: '94px', from: 640, cell: ({ on }) => on },
    { key: 'deadline', title: t('dunning.deadlineOn'), width: '94px', from: 940, cell: ({ deadlineOn }) => <span className="muted">{deadlineOn}</span> },
    {
      key: 'served', title: t('dunning.state'), width: 'minmax(236px, 1.4fr)', hint: (notice) => servedWords(notice).join('\n'),
      cell: (notice) => (notice.served.length === 0 ? <Tag tone="amber">{t('dunning.unserved')}</Tag> : <span className="good">{t('dunning.served', { when: servedWords(notice)[0]?.split(' · ')[0] ?? '' })}</span>),
    },
    { key: 'amount', title: t('dunning.amount'), width: '92px', num: true, led: true, cell: ({ amountFen }) => money(amountFen) },
    { key: 'open', title: t('dunning.open'), width: '92px', num: true, cell: ({ openFen }) => (openFen === 0 ? t('dunning.settled') : <span className="red">{money(openFen)}</span>) },
  ];
}
