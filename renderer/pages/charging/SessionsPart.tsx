import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { formatEnergy } from '../../../shared/domain/meter.ts';
import { call, useQuery } from '../../api.ts';
import { Button, Check, Tag } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../components/states.tsx';
import { goTo, useRoute } from '../../route.ts';
import { useSession } from '../../session.ts';
import { money } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';
import { usePages } from '../ledger/book/use-pages.ts';
import { readLocal, signed } from './amounts.ts';
import { ImportSessions } from './ImportSessions.tsx';
import { SessionPanel } from './SessionPanel.tsx';

type Item = Output<'charging.listSessions'>['items'][number];

/** Sessions by phone tail, plate, order number, device and day; one of them explained. */
export function SessionsPart() {
  const { t } = useTranslation('charging');
  const { params } = useRoute();
  const { user } = useSession();
  const [differsOnly, setDiffersOnly] = useState(false);
  const [overlapsOnly, setOverlapsOnly] = useState(false);
  const [search, writeSearch] = useState('');
  const [open, setOpen] = useState<number | undefined>();
  const [from, to] = ['from', 'to'].map((name) => params.get(name) ?? undefined);
  const [device, writeDevice] = useState(params.get('device') ?? '');
  const [at, writeAt] = useState('');
  // Whoever looks for another session has done with the one that is explained.
  const another = (write: (text: string) => void) => (text: string) => { write(text); setOpen(undefined); };
  const [setSearch, setDevice, setAt] = [another(writeSearch), another(writeDevice), another(writeAt)] as const;
  const moment = readLocal(at);
  const input = { ...(search.trim() !== '' && { search: search.trim() }), ...(device.trim() !== '' && { device: device.trim() }), ...(moment !== undefined && { at: moment }), ...(from !== undefined && { from }), ...(to !== undefined && { to }), differsOnly, overlapsOnly };
  const pages = usePages('charging.listSessions', input);
  const columns = useColumns(setOpen, overlapsOnly);
  const box = useRef<HTMLInputElement>(null);
  const leave = () => { setOpen(undefined); box.current?.focus(); };
  /** The one that was found is explained; of several the person chooses with the arrow keys. */
  const find = async () => {
    const reply = await call('charging.listSessions', { ...input, limit: 2 });
    if (!reply.ok) return;
    const [first, second] = reply.value.items;
    if (first && !second) setOpen(first.sessionId);
    else if (first) document.querySelector<HTMLElement>('.parking-main .long')?.focus();
  };
  const onEnter = (event: KeyboardEvent) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) void find(); };
  const go = (changes: { from?: string | undefined; to?: string | undefined }) => {
    const next = { from, to, ...changes };
    goTo('charging', Object.fromEntries([['tab', 'sessions'], ...Object.entries(next).filter((pair): pair is [string, string] => pair[1] !== undefined)]));
  };
  if (params.get('import') !== null) return <ImportSessions />;
  return (
    <div className="parking-area" onKeyDown={(event) => { if (event.key === 'Escape' && open !== undefined) leave(); }}>
      <section className="card parking-main">
        <div className="parking-bar">
          <input ref={box} onKeyDown={onEnter} className="input charging-search" aria-label={t('list.search')} placeholder={t('list.search')} value={search} autoFocus onChange={(event) => setSearch(event.target.value)} />
          <DayInput label={t('list.from')} value={from} onChange={(day) => go({ from: day })} />
          <DayInput label={t('list.to')} value={to} onChange={(day) => go({ to: day })} />
          <input onKeyDown={onEnter} className="input charging-device" aria-label={t('list.device')} placeholder={t('list.device')} value={device} maxLength={30} onChange={(event) => setDevice(event.target.value)} />
          <input onKeyDown={onEnter} className="input charging-moment" aria-label={t('change.at')} placeholder={`${t('change.at')} ${t('change.atHint')}`} value={at} maxLength={30} aria-invalid={at.trim() !== '' && moment === undefined} title={at.trim() !== '' && moment === undefined ? t('change.badMoment') : undefined} onChange={(event) => setAt(event.target.value)} />
          <label className="checked"><Check label={t('list.differs')} checked={differsOnly} onChange={setDiffersOnly} /> {t('list.differs')}</label>
          <label className="checked"><Check label={t('overlap.only')} checked={overlapsOnly} onChange={setOverlapsOnly} /> {t('overlap.only')}</label>
          <span className="at-end charging-ends"><ExportList list="charging.listSessions" input={input} name={t('list.name')} />{(user.role === 'manager' || user.role === 'office') && <Button look="main" onClick={() => goTo('charging', { tab: 'sessions', import: 1 })}>{t('list.import')}</Button>}</span>
        </div>
        <Platforms />
        <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
        <LongTable label={t('list.name')} columns={columns} rowCount={pages.rowCount} rowAt={pages.rowAt} onView={pages.ensure} listKey={pages.listKey} loading={pages.loading && !pages.refusal} empty={<EmptyNote title={t('list.none')}>{t('list.noneNote')}</EmptyNote>} rowClass={(item) => (item.sessionId === open ? 'chosen' : '')} onOpen={(item) => setOpen(item.sessionId)} />
      </section>
      {open !== undefined && <SessionPanel key={open} sessionId={open} onOther={setOpen} onClose={leave} />}
    </div>
  );
}

function Platforms() {
  const { t } = useTranslation('charging');
  const platforms = useQuery('charging.listPlatforms', {});
  const used = (platforms.value?.items ?? []).filter(({ sessions }) => sessions > 0);
  return used.length === 0 ? null : <div className="parking-bar muted small">{used.map(({ name, sessions, lastOn, receivableFen }) => <span key={name}>{t('list.platforms', { name, count: sessions, last: lastOn ?? '', amount: money(receivableFen) })}</span>)}</div>;
}

function useColumns(onOther: (sessionId: number) => void, overlapsOnly: boolean): Column<Item>[] {
  const { t } = useTranslation('charging');
  return useMemo((): Column<Item>[] => {
    const order: Column<Item> = { key: 'order', title: t('list.order'), width: 'minmax(180px, 1.2fr)', from: overlapsOnly ? 0 : 1000, cell: (item) => <><span className="selectable">{item.orderNo}</span> {!overlapsOnly && <Other item={item} words={t('overlap.short')} onOther={onOther} />}</>, hint: (item) => (item.overlaps === null ? item.orderNo : `${item.orderNo} ${t('list.overlap', { order: item.overlaps })}`) };
    return [
      { key: 'end', title: t('list.end'), width: '150px', cell: (item) => item.end.slice(0, 16) },
      { key: 'device', title: t('list.device'), width: '96px', cell: (item) => `${item.device}-${item.connector}` },
      ...(overlapsOnly ? [order, { key: 'overlap', title: t('overlap.with'), width: 'minmax(180px, 1.2fr)', cell: (item: Item) => <Other item={item} words={item.overlaps ?? ''} onOther={onOther} /> }] : []),
      { key: 'who', title: t('list.who'), width: 'minmax(150px, 1fr)', from: overlapsOnly ? 1100 : 0, cell: (item) => <span className="selectable">{[item.customer, item.plate].filter(Boolean).join(' ')}</span> },
      { key: 'energy', title: t('energy'), width: '100px', num: true, from: overlapsOnly ? 860 : 0, cell: (item) => formatEnergy(item.energy) },
      { key: 'fee', title: t('energyFee'), width: '96px', num: true, from: 1200, cell: (item) => money(item.energyFen) },
      { key: 'service', title: t('serviceFee'), width: '96px', num: true, from: 1200, cell: (item) => money(item.serviceFen) },
      { key: 'ours', title: t('list.ours'), width: '120px', num: true, cell: (item) => <Ours item={item} />, hint: (item) => (item.changedFen === 0 ? undefined : t('change.changed', { amount: signed(item.changedFen), stands: money(item.totalFen + item.changedFen) })) },
      { key: 'theirs', title: t('list.theirs'), width: '104px', num: true, from: overlapsOnly ? 1200 : 860, cell: (item) => (item.theirFen === null ? '—' : money(item.theirFen)) },
      { key: 'differs', title: t('list.difference'), width: '120px', num: true, from: overlapsOnly ? 1200 : 0, cell: (item) => <Difference item={item} /> },
      ...(overlapsOnly ? [] : [order]),
    ];
  }, [t, onOther, overlapsOnly]);
}

/** Opens the order that its connector was charging when it began. */
function Other({ item: { overlaps, overlapsId }, words, onOther }: { item: Item; words: string; onOther: (sessionId: number) => void }) {
  const { t } = useTranslation('charging');
  if (overlapsId === null || overlaps === null) return null;
  return <Button look="link" aria-label={t('list.overlap', { order: overlaps })} title={t('list.overlap', { order: overlaps })} onClick={(event) => { event.stopPropagation(); onOther(overlapsId); }}>{words}</Button>;
}

/** The bill as it is, with what was given back of it. */
function Ours({ item: { billedFen, totalFen, changedFen } }: { item: Item }) {
  const { t } = useTranslation('charging');
  const refundedFen = billedFen - totalFen - changedFen;
  return <>{refundedFen > 0 && <span className="muted small">{`${t('change.refunded')} ${money(refundedFen)} `}</span>}{money(billedFen)}</>;
}

function Difference({ item: { theirFen, billedFen } }: { item: Item }) {
  const { t } = useTranslation('charging');
  if (theirFen === null || theirFen === billedFen) return null;
  const over = theirFen > billedFen;
  return <Tag tone={over ? 'red' : 'amber'}>{`${t(over ? 'list.over' : 'list.under')} ${money(Math.abs(theirFen - billedFen))}`}</Tag>;
}
