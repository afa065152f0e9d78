import { useTranslation } from 'react-i18next';
import { Button } from '../../components/controls.tsx';
import { useMay, useSession } from '../../session.ts';
import { clock, money, yuan } from '../../text/formats.ts';
import type { usePrintReceipt } from './print-receipt.ts';
import { actionsOf, stateOf, type ReceiptAction, type ReceiptItem } from './receipt-state.ts';
import { UndoForm } from './UndoForm.tsx';
import { useReceiptContent } from './use-receipt-content.ts';

type RowProps = {
  item: ReceiptItem;
  /** The form that is open below the row. */
  doing: ReceiptAction | undefined;
  onDo: (action: ReceiptAction) => void;
  onEnd: () => void;
  printer: ReturnType<typeof usePrintReceipt>;
  onOpen: (paymentId: string) => void;
};

/** One receipt of the day and what may be done with it. */
export function ReceiptRow({ item, doing, onDo, onEnd, printer, onOpen }: RowProps) {
  const { t } = useTranslation(['payments', 'common']);
  const { user } = useSession();
  const mayPrint = useMay('manager', 'cashier', 'office');
  const content = useReceiptContent()(item);
  const actions = actionsOf(item, user.role);
  return (
    <>
      <tr className={item.reversalKind === null ? '' : 'void'} data-receipt={item.receiptNo} data-payment={item.paymentId}>
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
        <td>
          <ReceiptStateTag item={item} />
        </td>
        <td className="acts">
          <Button look="link" onClick={() => onOpen(item.paymentId)} aria-label={`${t('view')} ${item.receiptNo}`}>
            {t('view')}
          </Button>
          {mayPrint && (
            <Button look="link" disabled={printer.running} onClick={() => void printer.print(item.paymentId)} aria-label={`${t('common:reprint')} ${item.receiptNo}`}>
              {t('common:reprint')}
            </Button>
          )}
          {actions.map((action) => (
            <Button key={action} look="link" onClick={() => (doing === action ? onEnd() : onDo(action))} aria-expanded={doing === action} aria-label={`${t(`undo.${action}.name`)} ${item.receiptNo}`}>
              {t(`undo.${action}.name`)}
            </Button>
          ))}
        </td>
      </tr>
      {doing !== undefined && actions.includes(doing) && (
        <tr className="reversing">
          <td colSpan={8}>
            <UndoForm item={item} action={doing} onEnd={onEnd} />
          </td>
        </tr>
      )}
    </>
  );
}

/** The state of a receipt in words: valid, void, reversed, given back, and the invoice that replaced it. */
export function ReceiptStateTag({ item }: { item: ReceiptItem }) {
  const { t } = useTranslation('payments');
  const state = stateOf(item);
  return (
    <span className="receipt-state">
      {state === 'normal' && item.invoiceNo === null && <span className="muted">{t('stateOf.normal')}</span>}
      {state === 'part' && <span className="voided">{t('stateOf.part', { amount: yuan(item.refundedFen) })}</span>}
      {state !== 'normal' && state !== 'part' && (
        <span className="voided" title={item.reversalNo ?? ''}>
          {t(`stateOf.${state}`)}
        </span>
      )}
      {item.invoiceNo !== null && <span className="invoiced" title={t('invoiceIs', { no: item.invoiceNo })}>{t('stateOf.invoiced')}</span>}
    </span>
  );
}
