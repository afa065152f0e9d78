import { useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { PaymentMethod } from '../../../../shared/contract/payments.ts';
import { parseYuan } from '../../../../shared/domain/money.ts';
import { useCommand } from '../../../api.ts';
import { Button, Kbd } from '../../../components/controls.tsx';
import { Field } from '../../../components/Field.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import { useSession } from '../../../session.ts';
import { money } from '../../../text/formats.ts';
import { MethodKeys, methodOfKey, TransactionField } from '../../payments/MethodFields.tsx';
import type { AccountPrinter } from './use-print-account.ts';

type Taken = { receiptNo: string; amountFen: number };

/** Takes money ahead: type the sum, F5 to F9 are the ways to pay, Enter takes it and prints; then Enter again for another. */
export function TopUpForm({ accountId, printer }: { accountId: number; printer: AccountPrinter }) {
  // A form is one top-up: another has another number.
  const [round, setRound] = useState(0);
  return <OneTopUp key={round} accountId={accountId} printer={printer} onAgain={() => { printer.clear(); setRound(round + 1); }} />;
}

function OneTopUp({ accountId, printer, onAgain }: { accountId: number; printer: AccountPrinter; onAgain: () => void }) {
  const { t } = useTranslation('chargingAccounts');
  const { today } = useSession();
  const [topUpId] = useState(() => crypto.randomUUID());
  const [amountText, setAmountText] = useState('');
  const [method, setMethod] = useState<PaymentMethod>('cash');
  const [transactionNo, setTransactionNo] = useState('');
  const [taken, setTaken] = useState<Taken>();
  const { run, running, refusal, clear } = useCommand('charging.topUp');
  const sending = useRef(false);
  const amountFen = parseYuan(amountText) ?? 0;
  const wrong = amountText.trim() !== '' && amountFen <= 0;
  const take = async () => {
    if (amountFen <= 0 || sending.current) return;
    sending.current = true;
    const reply = await run({ topUpId, accountId, amountFen, receivedOn: today, method, ...(method !== 'cash' && transactionNo.trim() !== '' && { transactionNo: transactionNo.trim() }) });
    sending.current = false;
    if (!reply.ok) return;
    setTaken({ receiptNo: reply.value.receiptNo, amountFen });
    await printer.print({ topUpId });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = methodOfKey(event.key);
    if (chosen) {
      flushSync(() => { clear(); setMethod(chosen); });
      document.querySelector<HTMLInputElement>('[data-method-field]')?.focus();
    } else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) void take();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (taken) {
    return (
      <section className="side-part account-taken" role="status">
        <h3>✓ {t('topUpDone', { amount: money(taken.amountFen) })}</h3>
        <p className="side-words">{t('receipt')} <b>{taken.receiptNo}</b></p>
        <div className="side-buttons"><Button look="main" autoFocus onClick={onAgain}>{t('again')}</Button><Button disabled={printer.running} onClick={() => void printer.print({ topUpId })}>{t('print')}</Button><Button disabled={printer.running} onClick={() => void printer.savePdf({ topUpId }, taken.receiptNo)}>{t('savePdf')}</Button></div>
      </section>
    );
  }
  return (
    <section className="side-part" aria-label={t('topUp')} onKeyDown={onKeyDown}>
      <h3>{t('topUp')}</h3>
      <div className="parking-form">
        <Field label={t('amount')} className="num-field" value={amountText} inputMode="decimal" autoFocus problem={wrong ? t('badAmount') : undefined} onChange={(text) => { clear(); setAmountText(text); }} />
        <MethodKeys method={method} readOnly={running} onChoose={(chosen) => { clear(); setMethod(chosen); }} />
        {method !== 'cash' && <TransactionField method={method} value={transactionNo} refusal={refusal} readOnly={running} onChange={(text) => { clear(); setTransactionNo(text); }} />}
        <RefusalNote refusal={refusal} />
        <div className="side-buttons"><Button look="main" disabled={amountFen <= 0 || running} onClick={() => void take()}>{running ? t('taking') : t('topUpPrint')} <Kbd>Enter</Kbd></Button></div>
      </div>
    </section>
  );
}
