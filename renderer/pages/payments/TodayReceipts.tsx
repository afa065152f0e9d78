import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useQuery } from '../../api.ts';
import { Button, Kbd } from '../../components/controls.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { useMay } from '../../session.ts';
import { clock, money } from '../../text/formats.ts';
import { usePeriod } from '../../text/use-period.ts';
import { useItemName } from '../fees/item-name.ts';
import type { usePrintReceipt } from './print-receipt.ts';
import { ReverseForm } from './ReverseForm.tsx';
import './receipts.css';

type Item = Output<'payments.list'>['items'][number];
type TodayProps = { today: string; printer: ReturnType<typeof usePrintReceipt>; onOpen: (paymentId: string) => void };

const SHOWN = 200;

/** The day's receipts, newest first: look at them, print them again, and for the manager reverse them. */
export function TodayReceipts({ today, printer, onOpen }: TodayProps) {
  const { t } = useTranslation(['payments', 'common']);
  const list = useQuery('payments.list', { on: today, limit: SHOWN }, { keepLast: true });
  const [reversing, setReversing] = useState<string>();
  const items = list.value?.items ?? [];
  // The same count as in the status bar, also of more receipts than are listed.
  const reversed = useQuery('estate.dayStatus', {}).value?.reversed ?? 0;
  return (
    <section className="card recs" aria-label={t('today', { count: list.value?.total ?? 0 })}>
      <div className="sec">
        <h2>{t('today', { count: list.value?.total ?? 0 })}</h2>
        <span className="muted small">
          {items.length > 0 && t('range', { first: items.at(-1)?.receiptNo, last: items[0]?.receiptNo })}
          {items.length > 0 && reversed > 0 && t('reversedCount', { count: reversed })}
        </span>
        <div className="hint">
          <span>
            <Kbd>Ctrl</Kbd>
            <Kbd>R</Kbd>
            {t('reprintLast')}
          </span>
        </div>
      </div>
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
                  reversing={reversing === item.paymentId}
                  onReverse={(open) => setReversing(open ? item.paymentId : undefined)}
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

type RowProps = Pick<TodayProps, 'printer' | 'onOpen'> & { item: Item; reversing: boolean; onReverse: (open: boolean) => void };

function ReceiptRow({ item, reversing, onReverse, printer, onOpen }: RowProps) {
  const { t } = useTranslation(['payments', 'common', 'fees']);
  const period = usePeriod();
  const itemName = useItemName();
  const mayReverse = useMay('manager');
  const mayPrint = useMay('manager', 'cashier', 'office');
  const reversed = item.reversalNo !== null;
  const items = item.content.split('、').map(itemName).join(t('fees:itemComma'));
  const paid = item.content === '' ? [] : [`${items} ${period(item.firstFrom, item.lastTo)}`];
  const content = [...paid, ...(item.prepaidFen > 0 ? [t('prepay')] : [])].join(' + ');
  return (
    <>
      <tr className={reversed ? 'void' : ''} data-receipt={item.receiptNo}>
        <td>
          <button type="button" className="figure" onClick={() => onOpen(item.paymentId)}>
            {item.receiptNo}
          </button>
        </td>
        <td>{clock(item.registeredAt)}</td>
        <td>{item.label}</td>
        <td className="content" title={content}>
          {content}
        </td>
        <td>{t(`common:method.${item.method}`)}</td>
        <td className="num led">
          <span className="a">{money(item.amountFen)}</span>
        </td>
        <td>{reversed ? <span className="voided" title={item.reversalNo ?? ''}>{t('reversed')}</span> : <span className="muted">{t('normal')}</span>}</td>
        <td className="acts">
          <Button look="link" onClick={() => onOpen(item.paymentId)} aria-label={`${t('view')} ${item.receiptNo}`}>
            {t('view')}
          </Button>
          {mayPrint && (
            <Button look="link" disabled={printer.running} onClick={() => void printer.print(item.paymentId)} aria-label={`${t('common:reprint')} ${item.receiptNo}`}>
              {t('common:reprint')}
            </Button>
          )}
          {mayReverse && !reversed && (
            <Button look="link" onClick={() => onReverse(!reversing)} aria-expanded={reversing} aria-label={`${t('reverse')} ${item.receiptNo}`}>
              {t('reverse')}
            </Button>
          )}
        </td>
      </tr>
      {reversing && !reversed && (
        <tr className="reversing">
          <td colSpan={8}>
            <ReverseForm paymentId={item.paymentId} receiptNo={item.receiptNo} onEnd={() => onReverse(false)} />
          </td>
        </tr>
      )}
    </>
  );
}
