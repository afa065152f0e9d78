import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { useRoute } from '../../route.ts';
import { useMay, useSession } from '../../session.ts';
import { Counter } from './Counter.tsx';
import { FindHome } from './FindHome.tsx';
import { usePrintReceipt } from './print-receipt.ts';
import { rememberHome } from './recent-homes.ts';
import { RecentHomes } from './RecentHomes.tsx';
import { TodayReceipts } from './TodayReceipts.tsx';
import type { Registered } from './use-payment-form.ts';
import './desk.css';

const ReceiptView = lazy(async () => ({ default: (await import('./ReceiptView.tsx')).ReceiptView }));
const RecordsPage = lazy(async () => ({ default: (await import('./RecordsPage.tsx')).RecordsPage }));

type Place = { homeId: number; /** Counts forms, so that each payment begins with a new one. */ form: number; answer?: Registered };

/** The desk, or with `#/payments?view=…` what was taken over it: receipts, prepayments, deposits. */
export function FrontDeskPage() {
  const { params } = useRoute();
  if (!params.has('view')) return <FrontDesk params={params} />;
  return (
    <Suspense fallback={<Skeleton rows={6} height={28} />}>
      <RecordsPage />
    </Suspense>
  );
}

/** The counter: find a home, take the money, hand out the receipt, next. `#/payments?home=12` opens a home. */
function FrontDesk({ params }: { params: URLSearchParams }) {
  const { t } = useTranslation('payments');
  const asked = Number(params.get('home') ?? 0);
  const [place, setPlace] = useState<Place | undefined>(asked > 0 ? { homeId: asked, form: 0 } : undefined);
  // Counts customers: each begins with an empty search box that has the focus.
  const [turn, setTurn] = useState(0);
  const [opened, setOpened] = useState<string>();
  const today = useToday();
  const printer = usePrintReceipt();
  const choose = useCallback((homeId: number) => setPlace((before) => ({ homeId, form: (before?.form ?? 0) + 1 })), []);
  const [askedBefore, setAskedBefore] = useState(asked);
  if (asked !== askedBefore) {
    setAskedBefore(asked);
    if (asked > 0) choose(asked);
  }
  const next = useCallback(() => {
    setPlace(undefined);
    setTurn((count) => count + 1);
  }, []);
  useDeskKeys({ next, reprintLast: useReprintLast(today, printer.print) });
  const onRegistered = (answer: Registered) => {
    setPlace((before) => before && { ...before, form: before.form + 1, answer });
    setTurn((count) => count + 1);
  };
  return (
    <main className="desk" aria-label={t('desk')}>
      <div className="top">
        <div className="rule2" />
        <div className="in">
          <FindHome key={turn} onChoose={choose} />
          <RecentHomes homeId={place?.homeId} onChoose={choose} />
        </div>
      </div>
      {place ? (
        <AtCounter
          place={place}
          today={today}
          onRegistered={onRegistered}
          onTouch={() => setPlace((before) => (before?.answer ? { homeId: before.homeId, form: before.form } : before))}
          onNext={next}
          onOpen={setOpened}
        />
      ) : (
        <NobodyYet />
      )}
      <TodayReceipts today={today} printer={printer} onOpen={setOpened} />
      {opened !== undefined && (
        <Suspense fallback={null}>
          <ReceiptView key={opened} paymentId={opened} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </main>
  );
}

/** The day the program goes by; the status bar reads it again every minute, past midnight too. */
function useToday(): string {
  const session = useSession();
  return useQuery('estate.dayStatus', {}).value?.today ?? session.today;
}

function NobodyYet() {
  const { t } = useTranslation('payments');
  return (
    <>
      <section className="left">
        <div className="card">
          <EmptyNote title={t('choose')}>{t('chooseNote')}</EmptyNote>
        </div>
      </section>
      <section className="pay" aria-label={t('panel')}>
        <EmptyNote title={t('totalNothing')} />
      </section>
    </>
  );
}

type AtCounterProps = { place: Place; today: string; onRegistered: (answer: Registered) => void; onTouch: () => void; onNext: () => void; onOpen: (paymentId: string) => void };

function AtCounter({ place, today, ...rest }: AtCounterProps) {
  const { t } = useTranslation('payments');
  const mayTake = useMay('cashier', 'manager');
  const home = useQuery('homes.get', { homeId: place.homeId });
  const bills = useQuery('payments.listOpenBills', { homeId: place.homeId });
  const details = home.value;
  useEffect(() => {
    if (details) rememberHome(details);
  }, [details]);
  if (details && bills.value)
    return <Counter key={`${place.homeId} ${place.form}`} home={details} open={bills.value} today={today} readOnly={!mayTake} answer={place.answer} {...rest} />;
  const failed = home.refusal ? home : bills.refusal ? bills : undefined;
  return (
    <>
      <section className="left">
        {failed ? (
          <RefusalNote refusal={failed.refusal} onRetry={failed.reload} />
        ) : (
          <div className="card">
            <Skeleton rows={5} height={24} />
          </div>
        )}
      </section>
      <section className="pay" aria-label={t('panel')}>
        {!failed && <Skeleton rows={8} height={28} />}
      </section>
    </>
  );
}

/** Prints the newest receipt of the day again. */
function useReprintLast(today: string, print: (paymentId: string) => Promise<unknown>): () => void {
  const last = useQuery('payments.list', { on: today, limit: 1 }).value?.items[0];
  return () => {
    if (last) void print(last.paymentId);
  };
}

/** Esc calls the next customer, Ctrl+R prints the last receipt again, F4 goes to the receipts. */
function useDeskKeys({ next, reprintLast }: { next: () => void; reprintLast: () => void }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]')) return;
      if (event.ctrlKey && event.key.toLowerCase() === 'r') {
        event.preventDefault();
        reprintLast();
      } else if (event.key === 'F4' && !event.altKey) {
        event.preventDefault();
        document.querySelector<HTMLElement>('[data-receipts] .figure')?.focus();
      } else if (event.key === 'Escape' && !event.isComposing && !(event.target instanceof Element && event.target.closest('form'))) next();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
