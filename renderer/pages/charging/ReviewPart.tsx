import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { reviewReasons, type ReviewReason } from '../../../shared/domain/charging-line.ts';
import { Segments, Tag } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../components/states.tsx';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';
import { usePages } from '../ledger/book/use-pages.ts';
import { DecidePanel } from './DecidePanel.tsx';

type Item = Output<'charging.listReview'>['items'][number];
const states = ['open', 'accepted', 'rejected', 'all'] as const;
const ANY = '';

/** Lines that could not be taken as they stand: put right and booked, or kept out with a reason. One decided, the next one opens. */
export function ReviewPart() {
  const { t } = useTranslation('charging');
  const [state, setState] = useState<(typeof states)[number]>('open');
  const [reason, setReason] = useState<ReviewReason | typeof ANY>(ANY);
  const [chosen, setChosen] = useState<{ item: Item; index: number } | undefined>();
  const [said, setSaid] = useState('');
  const input = { ...(state !== 'all' && { state }), ...(reason !== ANY && { reason }) };
  const pages = usePages('charging.listReview', input);
  const columns = useColumns();
  const total = pages.head?.total;
  const open = (item: Item, index: number) => { setChosen({ item, index }); setSaid(''); };
  const done = (words: string) => {
    setSaid(words);
    // Of the open ones the decided line goes, and the next one takes its place; elsewhere it stays where it is.
    const next = pages.rowAt((chosen?.index ?? 0) + 1);
    setChosen((last) => (last && next && state === 'open' ? { item: next, index: last.index } : undefined));
  };
  return (
    <div className="parking-area">
      <section className="card parking-main">
        <div className="parking-bar">
          <Segments label={t('review.state')} value={state} choices={states.map((value) => ({ value, label: t(`review.${value}`) }))} onChange={(next) => { setState(next); setChosen(undefined); }} />
          <Select<ReviewReason | typeof ANY> aria-label={t('review.why')} style={{ width: 200 }} value={reason} options={[{ value: ANY, label: t('fix.anyReason') }, ...reviewReasons.map((value) => ({ value, label: t(`reason.${value}`) }))]} onChange={(next) => { setReason(next); setChosen(undefined); }} />
          {total !== undefined && <span className="muted small">{t('fix.count', { count: total })}</span>}
          <span className="at-end"><ExportList list="charging.listReview" input={input} name={t('review.name')} /></span>
        </div>
        <div className="parking-bar muted small">{t('review.note')}</div>
        {said !== '' && <p className="side-said" role="status">{said}</p>}
        <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
        <LongTable label={t('review.name')} columns={columns} rowCount={pages.rowCount} rowAt={pages.rowAt} onView={pages.ensure} listKey={pages.listKey} loading={pages.loading && !pages.refusal} empty={<EmptyNote title={t(reason === ANY ? 'review.none' : 'fix.noneOfReason')}>{t('review.noneNote')}</EmptyNote>} rowClass={(item) => (item.reviewId === chosen?.item.reviewId ? 'chosen' : '')} onOpen={open} />
      </section>
      {chosen && <DecidePanel key={chosen.item.reviewId} item={chosen.item} onDone={done} onClose={() => setChosen(undefined)} />}
    </div>
  );
}

function useColumns(): Column<Item>[] {
  const { t } = useTranslation('charging');
  return useMemo(
    () => [
      { key: 'why', title: t('review.why'), width: '190px', cell: (item) => <Tag tone={item.state === 'open' ? 'amber' : item.state === 'accepted' ? 'green' : 'blue'}>{t(`reason.${item.reason}`)}</Tag>, hint: (item) => t(`reason.${item.reason}`) },
      { key: 'value', title: t('review.value'), width: 'minmax(120px, 1fr)', cell: (item) => item.value, hint: (item) => item.value },
      { key: 'order', title: t('review.order'), width: 'minmax(190px, 1.2fr)', cell: (item) => <span className="selectable">{item.orderNo}</span>, hint: (item) => item.orderNo },
      { key: 'device', title: t('list.device'), width: '90px', from: 900, cell: (item) => item.cells.device },
      { key: 'platform', title: t('review.platform'), width: '130px', from: 1200, cell: (item) => item.platform },
      { key: 'file', title: t('review.file'), width: 'minmax(130px, 1fr)', from: 1000, cell: (item) => <span className="muted">{item.file}</span>, hint: (item) => item.file },
      { key: 'row', title: t('review.row'), width: '72px', num: true, cell: (item) => item.row.toLocaleString('en-US') },
      { key: 'note', title: t('review.state'), width: 'minmax(120px, 1fr)', cell: (item) => (item.state === 'open' ? t('review.open') : t('review.by', { who: item.by, note: item.note })), hint: (item) => (item.state === 'open' ? undefined : t('review.by', { who: item.by, note: item.note })) },
    ],
    [t],
  );
}
