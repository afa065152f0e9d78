import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { Button, Kbd, Segments } from '../../components/controls.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { useMay } from '../../session.ts';
import { usePaper, usePrintReceipt } from './print-receipt.ts';
import { ReceiptPaper } from './ReceiptPaper.tsx';
import './receipt-view.css';

/** A receipt as it was frozen and would be printed now, with the choice of paper, printing and saving. */
export function ReceiptView({ paymentId, onClose, entryId }: { paymentId: string; onClose: () => void; entryId?: number | undefined }) {
  const { t } = useTranslation(['payments', 'common']);
  const receipt = useQuery('payments.getReceipt', { paymentId });
  const [paper, setPaper] = usePaper();
  const printer = usePrintReceipt();
  const mayPrint = useMay('cashier', 'manager', 'office');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const facts = receipt.value;
  const title = t('receiptTitle', { no: facts?.receiptNo ?? '' });
  return (
    <dialog ref={dialog} className="receipt-view" aria-label={title} onClose={onClose}>
      <header>
        <h2>{title}</h2>
        <Segments
          label={t('paper')}
          value={paper}
          onChange={setPaper}
          choices={[
            { value: 'a5', label: t('a5') },
            { value: '80mm', label: t('mm80') },
          ]}
        />
        <span className="muted small">{facts && (facts.prints > 0 ? t('prints', { count: facts.prints }) : t('neverPrinted'))}</span>
        <div className="acts">
          {entryId !== undefined && <a href={linkTo('ledger', { entry: entryId })}>{t('entry')}</a>}
          {mayPrint && facts && (
            <>
              <Button disabled={printer.running} onClick={() => void printer.savePdf(paymentId, facts.receiptNo)}>
                {t('common:savePdf')}
              </Button>
              <Button look="main" autoFocus disabled={printer.running} onClick={() => void printer.print(paymentId)}>
                {printer.running ? t('printing') : facts.prints > 0 ? t('common:reprint') : t('common:print')}
              </Button>
            </>
          )}
          <Button onClick={() => dialog.current?.close()}>
            {t('common:close')} <Kbd>Esc</Kbd>
          </Button>
        </div>
      </header>
      <RefusalNote refusal={receipt.refusal ?? printer.refusal} onRetry={receipt.refusal && receipt.reload} />
      {printer.saved !== undefined && <p className="muted small" role="status">{t('common:saved', { file: printer.saved })}</p>}
      {printer.printed !== undefined && !printer.running && <p className="muted small" role="status">{t('printed')}</p>}
      <div className="sheet">{facts ? <ReceiptPaper facts={facts} paper={paper} printNo={facts.prints + 1} /> : <Skeleton rows={8} height={20} />}</div>
    </dialog>
  );
}
