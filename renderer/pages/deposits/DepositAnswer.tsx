import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Kbd } from '../../components/controls.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { yuan } from '../../text/formats.ts';
import type { Taken } from './DepositPanel.tsx';
import { usePrintDeposit } from './use-print-deposit.ts';
import '../payments/answer.css';

// The button has the focus at once: the rest of a double press must not press it.
const DOUBLE_PRESS_MS = 500;

/** The answer to a deposit is its receipt; Esc goes back to the bills. */
export function DepositAnswer({ depositId, receiptNo, amountFen, heldFen, print, onEnd }: Taken & { onEnd: () => void }) {
  const { t } = useTranslation(['deposits', 'payments', 'common']);
  const printer = usePrintDeposit();
  const sent = useRef(false);
  const shownAt = useRef(0);
  useEffect(() => {
    shownAt.current = performance.now();
  }, []);
  useEffect(() => {
    // Once per deposit, also when this part is drawn again.
    if (!print || sent.current) return;
    sent.current = true;
    void printer.print({ depositId });
  });
  return (
    <form
      className="pay answer"
      aria-label={t('receipt')}
      role="status"
      onSubmit={(event) => {
        event.preventDefault();
        if (performance.now() - shownAt.current > DOUBLE_PRESS_MS) onEnd();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onEnd();
      }}
    >
      <div className="cap">
        <b>✓ {t('payments:done')}</b>
        <span className="muted">{t('receipt')}</span>
      </div>
      <b className="receipt-no">{receiptNo}</b>
      <dl>
        <dt>{t('amount')}</dt>
        <dd>{yuan(amountFen)}</dd>
      </dl>
      <p>{t('heldIs', { amount: yuan(heldFen) })}</p>
      {printer.running && <p className="muted">{t('payments:printing')}</p>}
      {printer.note !== undefined && <p className="muted">{printer.note}</p>}
      <RefusalNote refusal={printer.refusal} />
      <div className="acts">
        <Button disabled={printer.running} onClick={() => void printer.print({ depositId })}>
          {t('common:print')}
        </Button>
        <Button disabled={printer.running} onClick={() => void printer.savePdf({ depositId }, receiptNo)}>
          {t('common:savePdf')}
        </Button>
      </div>
      <div className="go">
        <Button look="main" type="submit" autoFocus>
          {t('backToBills')} <Kbd>Esc</Kbd>
        </Button>
      </div>
    </form>
  );
}
