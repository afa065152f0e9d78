import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { BillsTable } from './BillsTable.tsx';
import { HomeCard } from './HomeCard.tsx';
import { isTyping, ownsEnter } from './keys.ts';
import { METHODS, type HomeDetails, type OpenBill } from './payment-form.ts';
import { PaymentPanel } from './PaymentPanel.tsx';
import { ReceiptAnswer } from './ReceiptAnswer.tsx';
import { usePaymentForm, type PaymentForm, type Registered } from './use-payment-form.ts';

const FIRST_KEY = 5;
// An Enter that comes this soon after the home was chosen is the second half of a double press.
const DOUBLE_PRESS_MS = 250;

type CounterProps = {
  home: HomeDetails;
  bills: OpenBill[];
  today: string;
  readOnly: boolean;
  answer: Registered | undefined;
  onRegistered: (registered: Registered) => void;
  /** The answer is read: the cashier goes on with this home. */
  onTouch: () => void;
  onNext: () => void;
  onOpen: (paymentId: string) => void;
};

/** One home at the counter: its card, its open bills, and the payment being taken. */
export function Counter({ home, bills, today, readOnly, answer, onRegistered, onTouch, onNext, onOpen }: CounterProps) {
  const left = useRef<HTMLElement>(null);
  const form = usePaymentForm({ home, bills, today, readOnly, chooseNone: answer !== undefined, onTouch, onRegistered });
  useCounterKeys(form, answer !== undefined);
  const answered = useRef(answer !== undefined);
  useEffect(() => {
    // After a payment the search box keeps the focus, for the next customer.
    if (answered.current || readOnly) return;
    const first = left.current?.querySelector<HTMLElement>('tbody input[type=checkbox]') ?? document.querySelector<HTMLElement>('[data-total]');
    first?.focus();
  }, [readOnly]);
  return (
    <>
      <section className="left" ref={left}>
        <HomeCard home={home} today={today} />
        <BillsTable form={form} />
      </section>
      {answer ? <ReceiptAnswer registered={answer} onNext={onNext} onKeepOn={onTouch} onOpen={onOpen} /> : <PaymentPanel form={form} />}
    </>
  );
}

/** Goes to the total, to type what the customer gives; the key itself is not typed there. */
function focusTotal(event: KeyboardEvent): void {
  event.preventDefault();
  document.querySelector<HTMLInputElement>('[data-total]')?.focus();
}

/** Enter takes the money, Shift+Enter without printing, A chooses all, T goes to the total, P pays ahead, F5 to F9 are the ways to pay. */
function useCounterKeys(form: PaymentForm, answered: boolean): void {
  const since = useRef(0);
  useEffect(() => {
    since.current = performance.now();
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog[open]')) return;
      if (event.key === 'Enter') {
        if (answered || event.repeat || ownsEnter(event.target) || performance.now() - since.current < DOUBLE_PRESS_MS) return;
        event.preventDefault();
        void form.register(!event.shiftKey);
        return;
      }
      if (form.readOnly) return;
      const method = METHODS[Number(/^F(\d)$/.exec(event.key)?.[1] ?? 0) - FIRST_KEY];
      if (method) {
        event.preventDefault();
        // Drawn and focused before the next key: a scanner, or a quick hand, would lose its first digits.
        flushSync(() => form.change({ do: 'set', values: { method } }));
        document.querySelector<HTMLInputElement>('[data-method-field]')?.focus();
      } else if (isTyping(event.target)) return;
      else if (event.key.toLowerCase() === 'a') form.change({ do: 'toggleAll', bills: form.bills });
      else if (event.key.toLowerCase() === 't') focusTotal(event);
      else if (event.key.toLowerCase() === 'p') document.querySelector<HTMLButtonElement>('[data-prepay-more]')?.click();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
