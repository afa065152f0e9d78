import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { Kbd } from '../../components/controls.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { useSession } from '../../session.ts';
import type { usePrintReceipt } from './print-receipt.ts';
import { ReceiptRow } from './ReceiptRow.tsx';
import { ACTION_KEYS, actionOfKey, actionsOf, receiptActions, type ReceiptAction } from './receipt-state.ts';
import './receipts.css';

type TodayProps = { today: string; printer: ReturnType<typeof usePrintReceipt>; onOpen: (paymentId: string) => void };
type Doing = { paymentId: string; action: ReceiptAction };

const SHOWN = 200;

/** The day's receipts, newest first: look at them, print them again, void, give back. F4 goes there, arrows walk, letters act. */
export function TodayReceipts({ today, printer, onOpen }: TodayProps) {
  const { t } = useTranslation('payments');
  const { user } = useSession();
  const list = useQuery('payments.list', { on: today, limit: SHOWN }, { keepLast: true });
  const [doing, setDoing] = useState<Doing>();
  const section = useRef<HTMLElement>(null);
  const items = list.value?.items ?? [];
  const standOn = (paymentId: string | undefined) => section.current?.querySelector<HTMLElement>(`tr[data-payment="${String(paymentId)}"] .figure`)?.focus();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = items.findIndex(({ paymentId }) => paymentId === (event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('tr')?.dataset['payment'] : undefined));
    const item = items[at];
    if (!item || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const action = actionOfKey(event.key, actionsOf(item, user.role));
    if (step !== undefined) standOn(items[at + step]?.paymentId);
    else if (action) setDoing({ paymentId: item.paymentId, action });
    else return;
    event.preventDefault();
    // The desk has other meanings for some of these letters.
    event.stopPropagation();
  };
  const end = () => {
    standOn(doing?.paymentId);
    setDoing(undefined);
  };
  return (
    <section ref={section} className="card recs" data-receipts aria-label={t('today', { count: list.value?.total ?? 0 })} onKeyDown={onKeyDown}>
      <Head first={items.at(-1)?.receiptNo} last={items[0]?.receiptNo} total={list.value?.total ?? 0} />
      <RefusalNote refusal={list.refusal ?? printer.refusal} onRetry={list.refusal && list.reload} />
      {list.state === 'loading' && !list.value && <Skeleton rows={3} />}
      {list.state === 'ready' && items.length === 0 && <EmptyNote title={t('noReceipts')} />}
      {items.length > 0 && (
        <div className="rows">
          <table className="book">
            <thead>
              <tr>
                <th>{t('no')}</th>
                <th>{t('time')}</th>
                <th>{t('who')}</th>
                <th>{t('content')}</th>
                <th>{t('way')}</th>
                <th className="num led">{t('amount')}</th>
                <th>{t('state')}</th>
                <th>{t('actions')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <ReceiptRow
                  key={item.paymentId}
                  item={item}
                  doing={doing?.paymentId === item.paymentId ? doing.action : undefined}
                  onDo={(action) => setDoing({ paymentId: item.paymentId, action })}
                  onEnd={end}
                  printer={printer}
                  onOpen={onOpen}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Head({ first, last, total }: { first: string | undefined; last: string | undefined; total: number }) {
  const { t } = useTranslation('payments');
  // The same count as in the status bar, also of more receipts than are listed.
  const reversed = useQuery('estate.dayStatus', {}).value?.reversed ?? 0;
  return (
    <div className="sec">
      <h2>{t('today', { count: total })}</h2>
      <span className="muted small">
        {total > 0 && t('range', { first, last })}
        {total > 0 && reversed > 0 && t('reversedCount', { count: reversed })}
      </span>
      <div className="hint row-keys">
        {receiptActions.map((action) => (
          <span key={action}>
            <Kbd>{ACTION_KEYS[action]}</Kbd>
            {t(`undo.${action}.name`)}
          </span>
        ))}
      </div>
      <div className="hint usual">
        <a href={linkTo('payments', { view: 'receipts' })}>{t('allReceipts')}</a>
        {total > 0 && (
          <span className="opt">
            <Kbd>F4</Kbd>
            {t('toReceipts')}
          </span>
        )}
        <span>
          <Kbd>Ctrl</Kbd>
          <Kbd>R</Kbd>
          {t('reprintLast')}
        </span>
        <span>
          <Kbd>Ctrl</Kbd>
          <Kbd>J</Kbd>
          {t('toShift')}
        </span>
      </div>
    </div>
  );
}
