import { useTranslation } from 'react-i18next';
import type { Fund } from '../../../shared/contract/ledger.ts';
import { Button, Kbd } from '../../components/controls.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { money, yuan } from '../../text/formats.ts';
import { useRefusalText } from '../../text/refusals.ts';
import { MethodFields, MethodKeys } from './MethodFields.tsx';
import { PayerChoice } from './PayerChoice.tsx';
import { ReceiptPreview } from './ReceiptPreview.tsx';
import { canRegister, totalTextOf, type PaymentForm } from './use-payment-form.ts';
import './panel.css';

// Shown beside the field that they name; every other refusal stands above the button.
const SHOWN_BESIDE_FIELD: string[] = ['TRANSACTION_NO_MISSING', 'TRANSACTION_NO_USED', 'CASH_TENDERED_TOO_SMALL', 'LINES_EXCEED_AMOUNT'];

/** What is being taken, split by whose money it is; from whom, how, and the button that takes it. */
export function PaymentPanel({ form }: { form: PaymentForm }) {
  const { t } = useTranslation(['payments', 'common']);
  const { sums, refusal } = form;
  const beside =
    refusal !== undefined &&
    (SHOWN_BESIDE_FIELD.includes(refusal.code) || 'billId' in refusal.details || (refusal.code === 'PREPAYMENT_TOO_FAR' && form.home.monthlyFeeFen > 0));
  const ready = canRegister(sums) && !form.registering && !form.readOnly;
  return (
    <section className="pay" aria-label={t('panel')}>
      <div className="cap">
        <span>
          <b>{t('total')}</b> <Kbd>T</Kbd>
        </span>
        <span className="muted">
          <TotalParts form={form} />
        </span>
      </div>
      <TotalBox form={form} />
      <div className="split">
        {sums.byFund.map(({ fund, amountFen }) => (
          <div key={fund}>
            <em>{t(`common:fundLong.${fund as Fund}`)}</em>
            {money(amountFen)}
          </div>
        ))}
      </div>
      {sums.lateLeftFen > 0 && <p className="late-left warn small">{t('lateLeft', { amount: yuan(sums.lateLeftFen) })}</p>}
      <PayerChoice people={form.home.people} value={form.draft} readOnly={form.readOnly} onChange={(values) => form.change({ do: 'set', values })} />
      <MethodKeys method={form.draft.method} readOnly={form.readOnly} onChoose={(method) => form.change({ do: 'set', values: { method } })} />
      <MethodFields form={form} />
      <ReceiptPreview form={form} />
      {!beside && <RefusalNote refusal={refusal} />}
      {form.readOnly && <p className="muted small">{t('notAllowed')}</p>}
      <div className="go">
        <Button look="main" disabled={!ready} onClick={() => void form.register(true)}>
          {form.registering ? t('registering') : t('registerPrint')} <Kbd>Enter</Kbd>
        </Button>
        <Button disabled={!ready} onClick={() => void form.register(false)}>
          <span>{t('registerOnly')}</span>
          <span>
            <Kbd>Shift</Kbd> <Kbd>Enter</Kbd>
          </span>
        </Button>
      </div>
    </section>
  );
}

function TotalParts({ form: { sums } }: { form: PaymentForm }) {
  const { t } = useTranslation('payments');
  const count = sums.lines.length;
  if (count === 0) return sums.prepayFen > 0 ? t('totalPrepay') : t('totalNothing');
  const more = [...(sums.lateFen > 0 ? [t('plusLate', { amount: money(sums.lateFen) })] : []), ...(sums.prepayFen > 0 ? [t('plusPrepay', { amount: money(sums.prepayFen) })] : [])];
  return more.length === 0 ? t('totalBills', { count }) : [t('totalOf', { count, bills: money(sums.billsFen) }), ...more].join(' + ');
}

/** The total can be typed: it is spread over the bills, oldest first, and the rest is prepayment. */
function TotalBox({ form }: { form: PaymentForm }) {
  const { t } = useTranslation('payments');
  const words = useRefusalText();
  const { draft, sums, refusal } = form;
  const problem = sums.totalUnreadable ? t('problem.unreadable') : form.nothingToTake ? t('problem.nothing') : refusal?.code === 'LINES_EXCEED_AMOUNT' ? words(refusal) : undefined;
  return (
    <>
      <label className="total">
        <small>¥</small>
        <input
          aria-label={t('total')}
          inputMode="decimal"
          data-total
          value={totalTextOf(draft, sums)}
          readOnly={form.readOnly}
          aria-invalid={problem !== undefined}
          onFocus={(event) => event.target.select()}
          onChange={(event) => form.change({ do: 'setTotal', text: event.target.value, bills: form.bills })}
          onBlur={() => draft.totalText !== undefined && form.change({ do: 'endTotal' })}
        />
      </label>
      {problem !== undefined && (
        <p className="problem small" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
