import { useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { DepositKind } from '../../../shared/contract/deposits.ts';
import { formatFen, parseYuan } from '../../../shared/domain/money.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button, Kbd, Segments } from '../../components/controls.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { money } from '../../text/formats.ts';
import { MethodKeys, methodOfKey, TransactionField } from '../payments/MethodFields.tsx';
import { PayerChoice } from '../payments/PayerChoice.tsx';
import { usualPayer, type Draft, type HomeDetails } from '../payments/payment-form.ts';
import { payerOf } from '../payments/use-payment-form.ts';
import { DepositAnswer } from './DepositAnswer.tsx';
import './deposits.css';

// Not taken from the contract: importing its values would bring the schema library into the desk.
const KINDS: readonly DepositKind[] = ['renovation', 'card', 'other'];

type DepositDraft = Pick<Draft, 'payer' | 'payerName' | 'method' | 'transactionNo'> & { kind: DepositKind; /** The lease it secures. */ leaseId: number | undefined; amountText: string; note: string };
export type Taken = { depositId: string; receiptNo: string; amountFen: number; heldFen: number; print: boolean };
type PanelProps = { home: HomeDetails; today: string; onEnd: () => void };

/** Takes a deposit at the desk, in the place of the payment: Enter takes it, F5 to F9 are the ways to pay, Esc goes back. */
export function DepositPanel({ home, today, onEnd }: PanelProps) {
  const { t } = useTranslation(['deposits', 'payments', 'common']);
  // Made once per form and kept on every retry, so that a double press cannot take it twice.
  const [depositId] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState<DepositDraft>({ kind: 'renovation', leaseId: undefined, amountText: '', note: '', payer: usualPayer(home.people), payerName: '', method: 'cash', transactionNo: '' });
  const [taken, setTaken] = useState<Taken>();
  const { run, running, refusal, clear } = useCommand('deposits.take');
  const amountFen = parseYuan(draft.amountText) ?? 0;
  const ready = amountFen > 0 && !running;
  const change = (values: Partial<DepositDraft>) => {
    clear();
    setDraft((before) => ({ ...before, ...values }));
  };
  const take = async (print: boolean) => {
    if (!ready) return;
    const transactionNo = draft.method === 'cash' ? '' : draft.transactionNo.trim();
    const { payer } = payerOf(draft, home.people);
    const { kind, method, note, leaseId } = draft;
    const reply = await run({ depositId, homeId: home.homeId, kind, amountFen, receivedOn: today, method, note: note.trim(), ...(transactionNo !== '' && { transactionNo }), ...(payer !== '' && { payer }), ...(leaseId !== undefined && { leaseId }) });
    if (reply.ok) setTaken({ depositId, ...reply.value, amountFen, print });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const method = methodOfKey(event.key);
    if (event.key === 'Escape') onEnd();
    else if (method) {
      flushSync(() => change({ method }));
      document.querySelector<HTMLInputElement>('[data-method-field]')?.focus();
    } else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) void take(!event.shiftKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (taken) return <DepositAnswer {...taken} onEnd={onEnd} />;
  return (
    <form className="pay deposit" aria-label={t('take')} onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
      <div className="cap">
        <b>{t('take')}</b>
        <span className="muted">{home.label}</span>
      </div>
      <AmountBox text={draft.amountText} onChange={(amountText) => change({ amountText })} />
      <div className="split">
        <div>
          <em>{t('common:fundLong.deposit')}</em>
          {money(amountFen)}
        </div>
      </div>
      <div className="lab">{t('kind')}</div>
      <Segments label={t('kind')} value={draft.kind} choices={KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} onChange={(kind) => change({ kind })} />
      <LeaseDeposits homeId={home.homeId} chosen={draft.leaseId} onChoose={change} />
      <PayerChoice people={home.people} value={draft} readOnly={false} onChange={change} />
      <MethodKeys method={draft.method} readOnly={false} onChoose={(method) => change({ method })} />
      {draft.method !== 'cash' && <TransactionField method={draft.method} value={draft.transactionNo} refusal={refusal} readOnly={false} onChange={(transactionNo) => change({ transactionNo })} />}
      <div className="lab">{t('common:note')}</div>
      <input className="input" aria-label={t('common:note')} value={draft.note} maxLength={200} placeholder={t('noteHint')} onChange={(event) => change({ note: event.target.value })} />
      <p className="muted small">{t('takeNote')}</p>
      <RefusalNote refusal={refusal} />
      <div className="go">
        <Button look="main" disabled={!ready} onClick={() => void take(true)}>
          {running ? t('payments:registering') : t('takePrint')} <Kbd>Enter</Kbd>
        </Button>
        <Button onClick={onEnd}>
          <span>{t('backToBills')}</span>
          <Kbd>Esc</Kbd>
        </Button>
      </div>
    </form>
  );
}

/** The leases whose agreed deposit is not held yet, each a button that fills the form with what is missing. */
function LeaseDeposits({ homeId, chosen, onChoose }: { homeId: number; chosen: number | undefined; onChoose: (values: Pick<DepositDraft, 'leaseId' | 'kind'> & { amountText?: string }) => void }) {
  const { t } = useTranslation('deposits');
  const leases = (useQuery('parking.listLeases', { homeId, limit: 20 }).value?.items ?? []).filter(({ state, depositFen, depositHeldFen }) => state !== 'ended' && depositFen > depositHeldFen);
  if (leases.length === 0) return null;
  return (
    <div className="side-buttons">
      {leases.map(({ leaseId, space, depositFen, depositHeldFen }) => (
        <Button key={leaseId} aria-pressed={chosen === leaseId} onClick={() => onChoose(chosen === leaseId ? { leaseId: undefined, kind: 'other' } : { leaseId, kind: 'other', amountText: formatFen(depositFen - depositHeldFen, { separators: false }) })}>
          {t('ofLease', { space, amount: money(depositFen - depositHeldFen) })}
        </Button>
      ))}
    </div>
  );
}

function AmountBox({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation(['deposits', 'payments']);
  const wrong = text.trim() !== '' && (parseYuan(text) ?? 0) <= 0;
  return (
    <>
      <label className="total">
        <small>¥</small>
        <input aria-label={t('amount')} inputMode="decimal" data-total autoFocus value={text} placeholder={formatFen(0)} aria-invalid={wrong} onChange={(event) => onChange(event.target.value)} />
      </label>
      {wrong && (
        <p className="problem small" role="alert">
          {t('payments:problem.unreadable')}
        </p>
      )}
    </>
  );
}

