import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { sessionColumns } from '../../../shared/domain/charging-columns.ts';
import { useCommand } from '../../api.ts';
import { Button, Segments, Tag } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { Field } from '../../components/Field.tsx';
import { EmptyNote, RefusalNote } from '../../components/states.tsx';
import { useSession } from '../../session.ts';
import { money } from '../../text/formats.ts';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';
import { usePages } from '../ledger/book/use-pages.ts';

type Item = Output<'charging.listReview'>['items'][number];
const states = ['open', 'accepted', 'rejected', 'all'] as const;

/** Lines that could not be taken as they stand: put right and booked, or kept out with a reason. */
export function ReviewPart() {
  const { t } = useTranslation('charging');
  const [state, setState] = useState<(typeof states)[number]>('open');
  const [chosen, setChosen] = useState<Item | undefined>();
  const [said, setSaid] = useState('');
  const input = state === 'all' ? {} : { state };
  const pages = usePages('charging.listReview', input);
  const columns = useColumns();
  return (
    <div className="parking-area">
      <section className="card parking-main">
        <div className="parking-bar">
          <Segments label={t('review.state')} value={state} choices={states.map((value) => ({ value, label: t(`review.${value}`) }))} onChange={(next) => { setState(next); setChosen(undefined); }} />
          <span className="muted small">{t('review.note')}</span>
          <span className="at-end"><ExportList list="charging.listReview" input={input} name={t('review.name')} /></span>
        </div>
        {said !== '' && <p className="side-said" role="status">{said}</p>}
        <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
        <LongTable label={t('review.name')} columns={columns} rowCount={pages.rowCount} rowAt={pages.rowAt} onView={pages.ensure} listKey={pages.listKey} loading={pages.loading && !pages.refusal} empty={<EmptyNote title={t('review.none')}>{t('review.noneNote')}</EmptyNote>} rowClass={(item) => (item.reviewId === chosen?.reviewId ? 'chosen' : '')} onOpen={(item) => setChosen(item)} />
      </section>
      {chosen && <DecidePanel key={chosen.reviewId} item={chosen} onDone={(words) => { setSaid(words); setChosen(undefined); }} onClose={() => setChosen(undefined)} />}
    </div>
  );
}

function useColumns(): Column<Item>[] {
  const { t } = useTranslation('charging');
  return useMemo(
    () => [
      { key: 'why', title: t('review.why'), width: '190px', cell: (item) => <Tag tone={item.state === 'open' ? 'amber' : item.state === 'accepted' ? 'green' : 'blue'}>{t(`reason.${item.reason}`)}</Tag> },
      { key: 'value', title: t('review.value'), width: 'minmax(120px, 1fr)', cell: (item) => item.value },
      { key: 'order', title: t('review.order'), width: 'minmax(190px, 1.2fr)', cell: (item) => <span className="selectable">{item.orderNo}</span> },
      { key: 'platform', title: t('review.platform'), width: '130px', from: 1200, cell: (item) => item.platform },
      { key: 'file', title: t('review.file'), width: 'minmax(130px, 1fr)', from: 1000, cell: (item) => <span className="muted">{item.file}</span> },
      { key: 'row', title: t('review.row'), width: '72px', num: true, cell: (item) => item.row.toLocaleString('en-US') },
      { key: 'note', title: t('review.state'), width: 'minmax(120px, 1fr)', cell: (item) => (item.state === 'open' ? t('review.open') : t('review.by', { who: item.by, note: item.note })) },
    ],
    [t],
  );
}

const FIXED = ['device', 'connector', 'start', 'end', 'energy'] as const;

function DecidePanel({ item, onDone, onClose }: { item: Item; onDone: (words: string) => void; onClose: () => void }) {
  const { t } = useTranslation('charging');
  const { user } = useSession();
  const [cells, setCells] = useState(() => Object.fromEntries(FIXED.map((column) => [column, item.cells[column] ?? ''])));
  const [reason, setReason] = useState('');
  const { run, running, refusal } = useCommand('charging.decideReview');
  const decide = async (action: 'accept' | 'reject') => {
    const changed = Object.fromEntries(FIXED.filter((column) => cells[column] !== (item.cells[column] ?? '')).map((column) => [column, cells[column] ?? '']));
    const reply = await run({ reviewId: item.reviewId, action, reason, ...(action === 'accept' && { cells: changed }) });
    if (reply.ok) onDone(action === 'accept' ? t('review.done', { amount: money(reply.value.totalFen) }) : t('review.doneReject'));
  };
  const may = item.state === 'open' && (user.role === 'manager' || user.role === 'office');
  return (
    <aside className="card parking-side" aria-label={t(`reason.${item.reason}`)}>
      <div className="parking-side-head"><h2>{t(`reason.${item.reason}`)}</h2><Button look="link" onClick={onClose}>{t('detail.close')}</Button></div>
      <div className="parking-side-body">
        <dl className="side-facts">{sessionColumns.filter((column) => item.cells[column] !== undefined).map((column) => <Cell key={column} name={t(`column.${column}`)} value={item.cells[column] ?? ''} />)}</dl>
        <RefusalNote refusal={refusal} />
        {may && (
          <div className="parking-form">
            <h3>{t('review.fix')}</h3>
            {FIXED.map((column) => <Field key={column} label={column === 'energy' ? `${t('column.energy')}（${t('review.energyHint')}）` : t(`column.${column}`)} value={cells[column] ?? ''} maxLength={60} onChange={(value) => setCells({ ...cells, [column]: value })} />)}
            <Field label={t('review.reason')} value={reason} maxLength={200} onChange={setReason} />
            <div className="side-buttons">
              <Button look="main" disabled={running || reason.trim() === ''} onClick={() => void decide('accept')}>{t('review.accept')}</Button>
              <Button disabled={running || reason.trim() === ''} onClick={() => void decide('reject')}>{t('review.reject')}</Button>
            </div>
          </div>
        )}
      </div>
    </aside>
  );
}

function Cell({ name, value }: { name: string; value: string }) {
  return <><dt>{name}</dt><dd>{value}</dd></>;
}
