import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useQuery } from '../../api.ts';
import { DepositPanel } from '../deposits/DepositPanel.tsx';
import { BillsTable } from './BillsTable.tsx';
import { HomeCard } from './HomeCard.tsx';
import { isTyping, ownsEnter } from './keys.ts';
import { methodOfKey } from './MethodFields.tsx';
import { OtherHomes } from './OtherHomes.tsx';
import type { HomeDetails, OpenBills } from './payment-form.ts';
import { PaymentPanel } from './PaymentPanel.tsx';
import { ReceiptAnswer } from './ReceiptAnswer.tsx';
import { usePaymentForm, type PaymentForm, type Registered } from './use-payment-form.ts';

// An Enter that comes this soon after the home was chosen is the second half of a double press.
const DOUBLE_PRESS_MS = 250;

type CounterProps = {
  home: HomeDetails;
  open: OpenBills;
  today: string;
  readOnly: boolean;
  answer: Registered | undefined;
  onRegistered: (registered: Registered) => void;
  /** The answer is read: the cashier goes on with this home. */
  onTouch: () => void;
  onNext: () => void;
  onOpen: (paymentId: string) => void;
};

/** One home at the counter: its card, its open bills, and the payment or the deposit being taken. */
export function Counter({ home, open, today, readOnly, answer, onRegistered, onTouch, onNext, onOpen }: CounterProps) {
  const left = useRef<HTMLElement>(null);
  const [others, setOthers] = useState<readonly number[]>([]);
  const [deposit, setDeposit] = useState(false);
  const bills = useBillsOf(home.homeId, open, others);
  const form = usePaymentForm({ home, bills, promotion: open.promotion, today, readOnly, chooseNone: answer !== undefined, onTouch, onRegistered });
  const take = () => {
    onTouch();
    setDeposit(true);
  };
  const endDeposit = () => {
    flushSync(() => setDeposit(false));
    firstControl(left.current)?.focus();
  };
  useCounterKeys(form, { answered: answer !== undefined, asleep: deposit, onDeposit: take });
  const answered = useRef(answer !== undefined);
  useEffect(() => {
    // After a payment the search box keeps the focus, for the next customer.
    if (answered.current || readOnly) return;
    firstControl(left.current)?.focus();
  }, [readOnly]);
  return (
    <>
      <section className="left" ref={left}>
        <HomeCard home={home} today={today} onDeposit={readOnly || deposit ? undefined : take} />
        <OtherHomes
          homes={open.otherHomes}
          chosen={others}
          readOnly={readOnly}
          onChoose={(homeIds) => {
            onTouch();
            setOthers(homeIds);
          }}
        />
        <BillsTable form={form} />
      </section>
      {deposit ? (
        <DepositPanel home={home} today={today} onEnd={endDeposit} />
      ) : answer ? (
        <ReceiptAnswer registered={answer} onNext={onNext} onKeepOn={onTouch} onOpen={onOpen} />
      ) : (
        <PaymentPanel form={form} />
      )}
    </>
  );
}

/** The home's bills and those of the chosen other homes; the same array until they are read again. */
function useBillsOf(homeId: number, own: OpenBills, others: readonly number[]): OpenBills['items'] {
  const all = useQuery('payments.listOpenBills', { homeId, ofOwner: true }, { enabled: others.length > 0, keepLast: true }).value;
  return useMemo(() => [...own.items, ...(others.length > 0 && all ? all.items.filter((bill) => others.includes(bill.homeId)) : [])], [own, all, others]);
}

/** The first bill, or the total where there is none. */
function firstControl(left: HTMLElement | null): HTMLElement | null {
  return left?.querySelector<HTMLElement>('tbody input[type=checkbox]') ?? document.querySelector<HTMLElement>('[data-total]');
}

/** Goes to the total, to type what the customer gives; the key itself is not typed there. */
function focusTotal(event: KeyboardEvent): void {
  event.preventDefault();
  document.querySelector<HTMLInputElement>('[data-total]')?.focus();
}

const press = (selector: string) => document.querySelector<HTMLButtonElement>(selector)?.click();

type KeyOptions = { answered: boolean; /** Something else has the keys. */ asleep: boolean; onDeposit: () => void };

/** Enter takes the money, Shift+Enter without printing; letters choose, pay ahead and go to the total; F5 to F9 are the ways to pay. */
function useCounterKeys(form: PaymentForm, { answered, asleep, onDeposit }: KeyOptions): void {
  const since = useRef(0);
  useEffect(() => {
    since.current = performance.now();
  }, []);
  useEffect(() => {
    const letters: Record<string, (event: KeyboardEvent) => void> = {
      a: () => form.change({ do: 'toggleAll', bills: form.bills }),
      l: () => form.change({ do: 'toggleAllLate', bills: form.bills }),
      p: () => press('[data-prepay-more]'),
      y: () => press('[data-prepay-promotion]'),
      o: () => press('[data-other-homes]'),
      t: focusTotal,
      d: (event) => {
        event.preventDefault();
        // As above: the amount is typed right after the key.
        flushSync(onDeposit);
      },
    };
    const onKey = (event: KeyboardEvent) => {
      if (asleep || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog[open]')) return;
      if (event.key === 'Enter') {
        if (answered || event.repeat || ownsEnter(event.target) || performance.now() - since.current < DOUBLE_PRESS_MS) return;
        event.preventDefault();
        void form.register(!event.shiftKey);
        return;
      }
      if (form.readOnly) return;
      const method = methodOfKey(event.key);
      if (method) {
        event.preventDefault();
        // Drawn and focused before the next key: a scanner, or a quick hand, would lose its first digits.
        flushSync(() => form.change({ do: 'set', values: { method } }));
        document.querySelector<HTMLInputElement>('[data-method-field]')?.focus();
      } else if (!isTyping(event.target)) letters[event.key.toLowerCase()]?.(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
