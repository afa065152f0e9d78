import { useTranslation } from 'react-i18next';
import type { PaymentMethod } from '../../../shared/contract/payments.ts';
import { formatFen } from '../../../shared/domain/money.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { Kbd } from '../../components/controls.tsx';
import { money, plainYuan } from '../../text/formats.ts';
import { useRefusalText } from '../../text/refusals.ts';
import { METHODS, quickNotes } from './payment-form.ts';
import type { PaymentForm } from './use-payment-form.ts';

const FIRST_KEY = 5;

/** The way to pay that a function key stands for; undefined for any other key. */
export function methodOfKey(key: string): PaymentMethod | undefined {
  return METHODS[Number(/^F(\d)$/.exec(key)?.[1] ?? 0) - FIRST_KEY];
}

type MethodProps = { method: PaymentMethod; readOnly: boolean; onChoose: (method: PaymentMethod) => void };

/** The five ways to pay, F5 to F9. */
export function MethodKeys({ method: chosen, readOnly, onChoose }: MethodProps) {
  const { t } = useTranslation(['payments', 'common']);
  return (
    <>
      <div className="lab">{t('method')}</div>
      <div className="keys" role="radiogroup" aria-label={t('method')}>
        {METHODS.map((method, index) => (
          <button
            key={method}
            type="button"
            className={`key ${method === chosen ? 'on' : ''}`}
            role="radio"
            aria-checked={method === chosen}
            aria-label={t(`common:method.${method}`)}
            disabled={readOnly}
            onClick={() => onChoose(method)}
          >
            <b>{t(`common:method.${method}`)}</b>
            <Kbd>F{FIRST_KEY + index}</Kbd>
          </button>
        ))}
      </div>
    </>
  );
}

/** What the chosen way needs: cash handed over and its change, or the number of the transaction. */
export function MethodFields({ form }: { form: PaymentForm }) {
  const { draft, refusal, readOnly } = form;
  if (draft.method === 'cash') return <CashFields form={form} />;
  return <TransactionField method={draft.method} value={draft.transactionNo} refusal={refusal} readOnly={readOnly} onChange={(transactionNo) => form.change({ do: 'set', values: { transactionNo } })} />;
}

function CashFields({ form }: { form: PaymentForm }) {
  const { t } = useTranslation('payments');
  const words = useRefusalText();
  const { draft, sums, refusal } = form;
  const changeFen = (sums.tenderedFen ?? sums.totalFen) - sums.totalFen;
  const unreadable = draft.tenderedText.trim() !== '' && sums.tenderedFen === undefined;
  const problem = unreadable ? t('problem.unreadable') : refusal?.code === 'CASH_TENDERED_TOO_SMALL' ? words(refusal) : undefined;
  const set = (tenderedText: string) => form.change({ do: 'set', values: { tenderedText } });
  return (
    <>
      <div className="cash">
        <div>
          <div className="lab">{t('tendered')} ¥</div>
          <input
            aria-label={t('tendered')}
            inputMode="decimal"
            data-method-field
            value={draft.tenderedText}
            placeholder={sums.totalFen > 0 ? formatFen(sums.totalFen) : ''}
            readOnly={form.readOnly}
            aria-invalid={problem !== undefined || changeFen < 0}
            onFocus={(event) => event.target.select()}
            onChange={(event) => set(event.target.value)}
          />
        </div>
        <div>
          <div className="lab">{changeFen < 0 ? t('short') : t('change')} ¥</div>
          <output className={`change ${changeFen < 0 ? 'red' : ''}`} aria-label={changeFen < 0 ? t('short') : t('change')}>
            {money(Math.abs(changeFen))}
          </output>
        </div>
      </div>
      {problem !== undefined && (
        <p className="problem small" role="alert">
          {problem}
        </p>
      )}
      <div className="quick">
        {sumsToHandOver(sums.totalFen).map((amountFen, index) => (
          <button key={amountFen} type="button" aria-pressed={sums.tenderedFen === amountFen} disabled={form.readOnly} onClick={() => set(plainYuan(amountFen))}>
            {index === 0 ? t('exact', { amount: short(amountFen) }) : short(amountFen)}
          </button>
        ))}
      </div>
    </>
  );
}

/** The sum itself and what people hand over for it; nothing where nothing is taken. */
const sumsToHandOver = (totalFen: number) => (totalFen === 0 ? [] : [totalFen, ...quickNotes(totalFen)]);

/** Whole yuan without decimals, as notes are. */
const short = (amountFen: number) => money(amountFen).replace(/\.00$/, '');

type TransactionProps = { method: PaymentMethod; value: string; refusal: Refusal | undefined; readOnly: boolean; onChange: (value: string) => void };

/** The number of a payment that was not cash; a transfer needs one. */
export function TransactionField({ method, value, refusal, readOnly, onChange }: TransactionProps) {
  const { t } = useTranslation('payments');
  const words = useRefusalText();
  const problem = refusal?.code === 'TRANSACTION_NO_MISSING' || refusal?.code === 'TRANSACTION_NO_USED' ? words(refusal) : undefined;
  return (
    <div className="transaction">
      <div className="lab">
        <span>{t('transactionNo')}</span>
        <span>{method === 'transfer' ? t('transactionRequired') : t('transactionOptional')}</span>
      </div>
      <input
        className="input"
        aria-label={t('transactionNo')}
        data-method-field
        value={value}
        maxLength={64}
        readOnly={readOnly}
        aria-invalid={problem !== undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem !== undefined && (
        <p className="problem small" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
