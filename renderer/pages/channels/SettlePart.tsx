import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button, Tag } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { useMay } from '../../session.ts';
import { money } from '../../text/formats.ts';
import type { ChannelsPartProps } from './ChannelsPage.tsx';
import { SettleForm } from './SettleForm.tsx';

type Settlement = Output<'channels.settlements'>['items'][number];

/** What the channels paid to the bank in a month, and a form for a transfer that no bank file shows. */
export function SettlePart({ month }: ChannelsPartProps) {
  const { t } = useTranslation('channels');
  const mayUndo = useMay('manager');
  const list = useQuery('channels.settlements', { month, limit: 1000 }, { keepLast: true });
  const [undoing, setUndoing] = useState<number | undefined>();
  const items = list.value?.items;
  return (
    <div className="channels-area">
      <section className="card channels-main">
        <div className="sec">
          <h2>{t('settle.head')}</h2>
          <span className="hint">{items && items.length > 0 && <ExportList list="channels.settlements" input={{ month }} name={t('settle.head')} />}</span>
        </div>
        <RefusalNote refusal={list.refusal} onRetry={list.reload} />
        {!items && list.state === 'loading' && <Skeleton rows={6} />}
        {items?.length === 0 && <EmptyNote title={t('settle.none')}>{t('settle.noneNote')}</EmptyNote>}
        {items && items.length > 0 && (
          <div className="channels-scroll">
            <table className="book channels-settled">
              <thead>
                <tr>
                  <th>{t('settle.on')}</th>
                  <th>{t('overview.head')}</th>
                  <th>{t('settle.days')}</th>
                  <th className="num led">{t('settle.gross')}</th>
                  <th className="num">{t('settle.refund')}</th>
                  <th className="num">{t('settle.fee')}</th>
                  <th className="num">{t('settle.net')}</th>
                  <th>{t('settle.state')}</th>
                  <th className="by">{t('settle.by')}</th>
                  <th />
                </tr>
              </thead>
              <tbody>
                {items.map((item) => (
                  <SettlementRow key={item.settlementId} item={item} mayUndo={mayUndo} undoing={undoing === item.settlementId} onUndo={setUndoing} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <SettleForm month={month} />
    </div>
  );
}

function SettlementRow({ item, mayUndo, undoing, onUndo }: { item: Settlement; mayUndo: boolean; undoing: boolean; onUndo: (settlementId: number | undefined) => void }) {
  const { t } = useTranslation('channels');
  return (
    <>
      <tr className={item.undone ? 'undone' : ''}>
        <td>{item.on}</td>
        <td>{t(`channel.${item.channel}`)}</td>
        <td>{item.from === item.through ? item.from : t('import.days', { from: item.from, to: item.through })}</td>
        <td className="num led">{money(item.grossFen)}</td>
        <td className="num">{money(item.refundFen)}</td>
        <td className="num">{money(item.feeFen)}</td>
        <td className="num">
          <a className="figure" href={linkTo('ledger', { book: 'journal', entry: item.entryId })} title={t('list.seeEntry')}>
            {money(item.netFen)}
          </a>
        </td>
        <td className="state">{item.undone ? <Tag tone="red">{t('settle.undone')}</Tag> : <Tag>{item.lineId === null ? t('settle.byHand') : t('settle.shown')}</Tag>}</td>
        <td className="by muted">{item.by}</td>
        <td className="num">{mayUndo && !item.undone && !undoing && <Button look="link" onClick={() => onUndo(item.settlementId)}>{t('settle.undo')}</Button>}</td>
      </tr>
      {undoing && (
        <tr>
          <td colSpan={10}>
            <UndoSettlement settlementId={item.settlementId} onEnd={() => onUndo(undefined)} />
          </td>
        </tr>
      )}
    </>
  );
}

/** Undoes with a reason, in its row. */
function UndoSettlement({ settlementId, onEnd }: { settlementId: number; onEnd: () => void }) {
  const { t } = useTranslation(['channels', 'common']);
  const [reason, setReason] = useState('');
  const { run, running, refusal } = useCommand('channels.undoSettlement');
  const undo = async () => {
    const reply = await run({ settlementId, reason: reason.trim() });
    if (reply.ok) onEnd();
  };
  return (
    <form
      className="settle-undo"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') void undo();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onEnd()}
    >
      <input className="input" aria-label={t('settle.undoReason')} placeholder={t('settle.undoReason')} value={reason} maxLength={200} autoFocus onChange={(event) => setReason(event.target.value)} />
      <Button type="submit" disabled={running || reason.trim() === ''}>
        {t('settle.undo')}
      </Button>
      <Button onClick={onEnd}>{t('common:cancel')}</Button>
      <span className="muted small">{t('settle.undoNote')}</span>
      <RefusalNote refusal={refusal} />
    </form>
  );
}
