import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { sessionColumns, type SessionColumn } from '../../../shared/domain/charging-columns.ts';
import type { ReviewReason } from '../../../shared/domain/charging-line.ts';
import { useCommand } from '../../api.ts';
import { Button, Kbd } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { useSession } from '../../session.ts';
import { money } from '../../text/formats.ts';

type Item = Output<'charging.listReview'>['items'][number];
/** What every bill rests on. */
const ALWAYS: readonly SessionColumn[] = ['device', 'connector', 'start', 'end', 'energy'];
const AMOUNTS: readonly SessionColumn[] = ['theirEnergy', 'theirService', 'theirTotal', 'prepaid', 'refund'];
/** What a bill does not rest on, but who asks and what the platform took do. A state is what the person decides on. */
const OTHERS = sessionColumns.filter((column) => !ALWAYS.includes(column) && column !== 'status');
const ABOUT: Partial<Record<ReviewReason, readonly SessionColumn[]>> = {
  NO_END: ['end'], ENDS_AT_START: ['end'], ENDS_BEFORE_START: ['end'], TOO_LONG: ['end'], TIME_UNREADABLE: ['start', 'end', 'unplugged'], IN_FUTURE: ['end'], ENERGY_UNREADABLE: ['energy'], ENERGY_ZERO: ['energy'], ENERGY_NEGATIVE: ['energy'], ENERGY_ABOVE_RATED: ['energy'],
  UNKNOWN_DEVICE: ['device'], UNKNOWN_CONNECTOR: ['connector'], OUT_OF_SERVICE: ['start'], AMOUNT_UNREADABLE: AMOUNTS, PREPAID_MISMATCH: ['theirTotal', 'prepaid', 'refund'],
};

/** A line of the work list: as it was written, and its form. Enter books it, Escape closes it. */
export function DecidePanel({ item, onDone, onClose }: { item: Item; onDone: (words: string) => void; onClose: () => void }) {
  const { t } = useTranslation('charging');
  const { user } = useSession();
  const may = item.state === 'open' && (user.role === 'manager' || user.role === 'office');
  return (
    <aside className="card parking-side" aria-label={t(`reason.${item.reason}`)} onKeyDown={(event) => { if (event.key === 'Escape') onClose(); }}>
      <div className="parking-side-head"><h2>{t(`reason.${item.reason}`)}</h2><Button look="link" onClick={onClose}>{t('detail.close')}</Button></div>
      <div className="parking-side-body">
        <dl className="side-facts">
          <Cell name={t('review.file')} value={t('detail.fileRow', { file: item.file, row: item.row })} />
          {sessionColumns.filter((column) => item.cells[column] !== undefined).map((column) => <Cell key={column} name={t(`column.${column}`)} value={item.cells[column] ?? ''} />)}
          {item.state !== 'open' && <Cell name={t('review.state')} value={`${t(`review.${item.state}`)} ${t('review.by', { who: item.by, note: item.note })}`} />}
        </dl>
        {may && <DecideForm item={item} onDone={onDone} />}
      </div>
    </aside>
  );
}

function Cell({ name, value }: { name: string; value: string }) {
  return <><dt>{name}</dt><dd>{value}</dd></>;
}

function DecideForm({ item, onDone }: { item: Item; onDone: (words: string) => void }) {
  const { t } = useTranslation('charging');
  const [cells, setCells] = useState<Partial<Record<SessionColumn, string>>>({});
  const [reason, setReason] = useState('');
  const { run, running, refusal } = useCommand('charging.decideReview');
  const about = ABOUT[item.reason] ?? [];
  const ready = !running && reason.trim() !== '';
  const decide = async (action: 'accept' | 'reject') => {
    if (!ready) return;
    const changed = Object.fromEntries(Object.entries(cells).filter(([column, text]) => text !== (item.cells[column] ?? '')));
    const reply = await run({ reviewId: item.reviewId, action, reason, ...(action === 'accept' && { cells: changed }) });
    if (reply.ok) onDone(action === 'accept' ? t('review.done', { amount: money(reply.value.totalFen) }) : t('review.doneReject'));
  };
  const onSubmit = (event: FormEvent) => { event.preventDefault(); void decide('accept'); };
  const isEnergy = (column: SessionColumn) => ['energy', 'critical', 'peak', 'flat', 'valley', 'deep'].includes(column);
  const labelOf = (column: SessionColumn) => (isEnergy(column) ? t('fix.inKwh', { column: t(`column.${column}`) }) : AMOUNTS.includes(column) ? t('fix.inYuan', { column: t(`column.${column}`) }) : t(`column.${column}`));
  const first = about.find((column) => ALWAYS.includes(column) || OTHERS.includes(column)) ?? 'reason';
  const field = (column: SessionColumn) => (
    <Field key={column} label={labelOf(column)} value={cells[column] ?? item.cells[column] ?? ''} maxLength={60} autoFocus={column === first} className={about.includes(column) ? 'at-fault' : ''} onChange={(value) => setCells({ ...cells, [column]: value })} />
  );
  const shown = sessionColumns.filter((column) => ALWAYS.includes(column) || about.includes(column));
  return (
    <form className="parking-form" aria-label={t('review.fix')} onSubmit={onSubmit}>
      <h3>{t('review.fix')}</h3>
      {shown.map(field)}
      <details className="fix-others"><summary>{t('fix.others')}</summary><div className="parking-form">{OTHERS.filter((column) => !shown.includes(column)).map(field)}</div></details>
      <Field label={t('review.reason')} value={reason} maxLength={200} autoFocus={first === 'reason'} onChange={setReason} />
      <RefusalNote refusal={refusal} />
      <div className="side-buttons">
        <Button type="submit" look="main" disabled={!ready}>{t('review.accept')} <Kbd>Enter</Kbd></Button>
        <Button disabled={!ready} onClick={() => void decide('reject')}>{t('review.reject')}</Button>
      </div>
    </form>
  );
}
