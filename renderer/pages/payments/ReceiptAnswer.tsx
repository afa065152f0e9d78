import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { money, yuan } from '../../text/formats.ts';
import { usePrintReceipt } from './print-receipt.ts';
import type { Registered } from './use-payment-form.ts';
import './answer.css';

// The button stands where the one was that took the money: the rest of a double click must not press it.
const DOUBLE_CLICK_MS = 500;

const ReceiptPaper = lazy(async () => ({ default: (await import('./ReceiptPaper.tsx')).ReceiptPaper }));

type AnswerProps = { registered: Registered; onNext: () => void; onKeepOn: () => void; onOpen: (paymentId: string) => void };

/** The answer to a payment is its receipt: the number, the change, and what is left; no toast. */
export function ReceiptAnswer({ registered, onNext, onKeepOn, onOpen }: AnswerProps) {
  const { t } = useTranslation(['payments', 'common']);
  const { paymentId, receiptNo } = registered;
  const printer = usePrintReceipt();
  const { print } = printer;
  const sent = useRef('');
  const shownAt = useRef(0);
  useEffect(() => {
    shownAt.current = performance.now();
  }, []);
  useEffect(() => {
    // Once per receipt, also when this part is drawn again.
    if (!registered.print || sent.current === paymentId) return;
    sent.current = paymentId;
    void print(paymentId);
  });
  return (
    <section className="pay answer" aria-label={t('receipt')} role="status">
      <div className="cap">
        <b>✓ {t('done')}</b>
        <span className="muted">{t('receipt')}</span>
      </div>
      <button type="button" className="receipt-no" onClick={() => onOpen(paymentId)}>
        {receiptNo}
      </button>
      <dl>
        <dt>{t('total')}</dt>
        <dd>{yuan(registered.totalFen)}</dd>
        {registered.changeFen > 0 && (
          <>
            <dt>{t('doneChange')}</dt>
            <dd className="change">{money(registered.changeFen)}</dd>
          </>
        )}
      </dl>
      <p>{registered.openFen > 0 ? <span className="red">{t('doneOpen', { amount: money(registered.openFen) })}</span> : t('donePaid')}</p>
      {registered.lateLeftFen > 0 && <p className="warn">{t('doneLateLeft', { amount: money(registered.lateLeftFen) })}</p>}
      {registered.prepaidFen > 0 && (
        <p>
          {t('donePrepaid', { amount: money(registered.prepaidFen) })}
          {registered.bonusFen > 0 && t('doneBonus', { amount: money(registered.bonusFen) })}
        </p>
      )}
      <PrintState printer={printer} />
      <div className="acts">
        <Button disabled={printer.running} onClick={() => void print(paymentId)}>
          {printer.printed === undefined ? t('common:print') : t('common:reprint')}
        </Button>
        <Button disabled={printer.running} onClick={() => void printer.savePdf(paymentId, receiptNo)}>
          {t('common:savePdf')}
        </Button>
        <Button onClick={() => onOpen(paymentId)}>{t('openReceipt')}</Button>
      </div>
      <Slip paymentId={paymentId} />
      <div className="go">
        <Button look="main" onClick={() => performance.now() - shownAt.current > DOUBLE_CLICK_MS && onNext()}>
          {t('doneNext')}
        </Button>
        <Button onClick={onKeepOn}>{t('keepOn')}</Button>
      </div>
      <p className="muted small">{t('doneNextHint')}</p>
    </section>
  );
}

/** The receipt as it was frozen, narrow as the panel: the copy that was just handed out. */
function Slip({ paymentId }: { paymentId: string }) {
  const facts = useQuery('payments.getReceipt', { paymentId }).value;
  return (
    <div className="slip">
      <Suspense fallback={null}>{facts && <ReceiptPaper facts={facts} paper="80mm" printNo={Math.max(1, facts.prints)} />}</Suspense>
    </div>
  );
}

function PrintState({ printer }: { printer: ReturnType<typeof usePrintReceipt> }) {
  const { t } = useTranslation(['payments', 'common']);
  if (printer.running) return <p className="muted">{t('printing')}</p>;
  if (printer.refusal)
    return (
      <>
        <p className="warn">{t('notPrinted')}</p>
        <RefusalNote refusal={printer.refusal} />
      </>
    );
  if (printer.saved !== undefined) return <p className="muted">{t('common:saved', { file: printer.saved })}</p>;
  return printer.printed === undefined ? null : <p className="muted">{t('printed')}</p>;
}
