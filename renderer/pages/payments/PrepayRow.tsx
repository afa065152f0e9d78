import { useTranslation } from 'react-i18next';
import { PREPAYMENT_MONTHS } from '../../../shared/domain/payment.ts';
import { Check, FundTag } from '../../components/controls.tsx';
import { money } from '../../text/formats.ts';
import { useRefusalText } from '../../text/refusals.ts';
import type { PaymentForm } from './use-payment-form.ts';

/** Months paid ahead, at most twelve with what the home already holds. */
export function PrepayRow({ form }: { form: PaymentForm }) {
  const { t } = useTranslation('payments');
  const words = useRefusalText();
  const { prepayFen } = form.draft;
  const fee = form.home.monthlyFeeFen;
  const most = Math.max(0, PREPAYMENT_MONTHS * fee - form.home.prepaidFen);
  const months = Math.floor(prepayFen / fee);
  const whole = months * fee === prepayFen;
  const set = (amountFen: number) => form.change({ do: 'setPrepay', amountFen });
  const refusal = form.refusal?.code === 'PREPAYMENT_TOO_FAR' ? words(form.refusal) : undefined;
  const problem = refusal ?? (prepayFen > most ? t('problem.tooMuch', { amount: money(most) }) : undefined);
  return (
    <>
      <tr className={`pre ${prepayFen > 0 ? 'on' : ''}`}>
        <td className="ck">
          <Check label={t('checkPrepay')} checked={prepayFen > 0} disabled={form.readOnly || (most < fee && prepayFen === 0)} onChange={(on) => set(on ? fee : 0)} />
        </td>
        <td className="what" title={t('prepayNote')}>
          <b>{t('prepay')}</b> <span className="muted small">{t('prepayNote')}</span>
        </td>
        <td>
          <FundTag fund="property" />
        </td>
        <td colSpan={4}>
          {t('prepayFrom', { month: form.home.prepaidFrom })}
          <span className="step">
            <button type="button" aria-label={t('fewer')} disabled={form.readOnly || prepayFen === 0} onClick={() => set(whole ? prepayFen - fee : months * fee)}>
              −
            </button>
            <b>{t('months', { count: months })}</b>
            <button
              type="button"
              data-prepay-more
              aria-label={t('moreMonths')}
              disabled={form.readOnly || (months + 1) * fee > most}
              onClick={() => set((months + 1) * fee)}
            >
              +
            </button>
          </span>
          <span className="muted small">{whole ? t('mostMonths') : t('notWhole')}</span>
        </td>
        <td className="amt">
          <span className="fix">{prepayFen === 0 ? '' : money(prepayFen)}</span>
        </td>
        <td className="due muted">{problem === undefined && whole && months > 0 && t('prepayTimes', { fee: money(fee), count: months })}</td>
      </tr>
      {problem !== undefined && (
        <tr className="pre-problem">
          <td />
          <td colSpan={8}>
            <span className="red" role="alert">
              {problem}
            </span>
          </td>
        </tr>
      )}
    </>
  );
}
