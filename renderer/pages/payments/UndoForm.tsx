import { useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { parseYuan } from '../../../shared/domain/money.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { useCommand } from '../../api.ts';
import { Button, Kbd } from '../../components/controls.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { money } from '../../text/formats.ts';
import type { ReceiptAction, ReceiptItem } from './receipt-state.ts';
import './undo-form.css';

type UndoProps = { item: ReceiptItem; action: ReceiptAction; onEnd: () => void };

/** What is done with a receipt, in its row: words and a reason, not a chain of dialogs. */
export function UndoForm({ item, action, onEnd }: UndoProps) {
  if (action === 'refund') return <RefundForm item={item} onEnd={onEnd} />;
  if (action === 'invoice') return <InvoiceForm item={item} onEnd={onEnd} />;
  return <ReasonForm key={action} item={item} action={action} onEnd={onEnd} />;
}

function ReasonForm({ item, action, onEnd }: Omit<UndoProps, 'action'> & { action: 'void' | 'reverse' }) {
  const { t } = useTranslation('payments');
  const [reason, setReason] = useState('');
  const { run, running, refusal } = useCommand(action === 'void' ? 'payments.void' : 'payments.reverse');
  const label = t(`undo.${action}.reason`, { no: item.receiptNo });
  const send = async () => {
    if (reason.trim() === '') return;
    const reply = await run({ paymentId: item.paymentId, reason: reason.trim() });
    if (reply.ok) onEnd();
  };
  return (
    <FormRow label={`${t(`undo.${action}.name`)} ${item.receiptNo}`} confirm={t(`undo.${action}.confirm`)} ready={!running && reason.trim() !== ''} note={t(`undo.${action}.note`)} refusal={refusal} onSend={() => void send()} onEnd={onEnd}>
      <TextField label={label} value={reason} most={200} autoFocus onChange={setReason} />
    </FormRow>
  );
}

function RefundForm({ item, onEnd }: Omit<UndoProps, 'action'>) {
  const { t } = useTranslation(['payments', 'common']);
  const leftFen = item.amountFen - item.refundedFen;
  const [amountText, setAmountText] = useState('');
  const [reason, setReason] = useState('');
  const { run, running, refusal } = useCommand('payments.refund');
  const typed = amountText.trim() !== '';
  const amountFen = typed ? parseYuan(amountText) : leftFen;
  const problem = amountFen === undefined || amountFen <= 0 ? t('problem.unreadable') : amountFen > leftFen ? t('problem.tooMuch', { amount: money(leftFen) }) : undefined;
  const send = async () => {
    if (amountFen === undefined || problem !== undefined || reason.trim() === '') return;
    // All that is left is asked for without an amount: then everything that the payment did is undone.
    const reply = await run({ paymentId: item.paymentId, reason: reason.trim(), ...(amountFen < leftFen && { amountFen }) });
    if (reply.ok) onEnd();
  };
  const label = t('undo.refund.reason', { no: item.receiptNo });
  const note = t(typed && amountFen !== leftFen ? 'undo.refund.notePart' : 'undo.refund.note', { method: t(`common:method.${item.method}`) });
  return (
    <FormRow label={`${t('undo.refund.name')} ${item.receiptNo}`} confirm={t('undo.refund.confirm', { amount: money(problem === undefined ? (amountFen ?? 0) : 0) })} ready={!running && problem === undefined && reason.trim() !== ''} note={note} refusal={refusal} onSend={() => void send()} onEnd={onEnd}>
      <TextField label={t('undo.refund.amount')} value={amountText} most={20} autoFocus amount placeholder={t('undo.refund.all', { amount: money(leftFen) })} problem={problem} onChange={setAmountText} />
      <TextField label={label} value={reason} most={200} onChange={setReason} />
    </FormRow>
  );
}

function InvoiceForm({ item, onEnd }: Omit<UndoProps, 'action'>) {
  const { t } = useTranslation('payments');
  const [invoiceNo, setInvoiceNo] = useState('');
  const { run, running, refusal } = useCommand('payments.markInvoiced');
  const label = t('undo.invoice.reason', { no: item.receiptNo });
  const send = async () => {
    if (invoiceNo.trim() === '') return;
    const reply = await run({ paymentId: item.paymentId, invoiceNo: invoiceNo.trim() });
    if (reply.ok) onEnd();
  };
  return (
    <FormRow label={`${t('undo.invoice.name')} ${item.receiptNo}`} confirm={t('undo.invoice.confirm')} ready={!running && invoiceNo.trim() !== ''} note={t('undo.invoice.note')} refusal={refusal} onSend={() => void send()} onEnd={onEnd}>
      <TextField label={label} value={invoiceNo} most={40} autoFocus onChange={setInvoiceNo} />
    </FormRow>
  );
}

/** Esc leaves what stands in a row, and nothing around it. */
export function leaveBy(event: KeyboardEvent, onEnd: () => void): void {
  if (event.key !== 'Escape') return;
  event.stopPropagation();
  onEnd();
}

type FormRowProps = { label: string; confirm: string; ready: boolean; note: string; refusal: Refusal | undefined; onSend: () => void; onEnd: () => void; children: ReactNode; /** For a form without a field to begin in. */ confirmFocus?: boolean };

/** A form in one row: its fields, what confirms it with Enter, Esc to leave it, and what it will do. */
export function FormRow({ label, confirm, ready, note, refusal, onSend, onEnd, children, confirmFocus = false }: FormRowProps) {
  const { t } = useTranslation();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) onSend();
  };
  return (
    <form className="undo" aria-label={label} onSubmit={submit} onKeyDown={(event) => leaveBy(event, onEnd)}>
      {children}
      <Button type="submit" disabled={!ready} autoFocus={confirmFocus}>
        {confirm} <Kbd>Enter</Kbd>
      </Button>
      <Button onClick={onEnd}>
        {t('cancel')} <Kbd>Esc</Kbd>
      </Button>
      <span className="muted small note">{note}</span>
      <RefusalNote refusal={refusal} />
    </form>
  );
}

type TextProps = { label: string; value: string; most: number; onChange: (value: string) => void; autoFocus?: boolean; amount?: boolean; placeholder?: string; problem?: string | undefined };

/** A field of such a form; an amount is short, right-aligned, and says what is wrong with it. */
export function TextField({ label, value, most, onChange, autoFocus = false, amount = false, placeholder, problem }: TextProps) {
  return (
    <label className={amount ? 'amount' : ''}>
      <span>{label}</span>
      <input
        className="input"
        aria-label={label}
        value={value}
        maxLength={most}
        placeholder={placeholder}
        autoFocus={autoFocus}
        inputMode={amount ? 'decimal' : 'text'}
        aria-invalid={problem !== undefined}
        onFocus={(event) => amount && event.target.select()}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem !== undefined && (
        <span className="red small" role="alert">
          {problem}
        </span>
      )}
    </label>
  );
}
