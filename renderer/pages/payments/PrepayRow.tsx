import { useTranslation } from 'react-i18next';
import { PREPAYMENT_MONTHS } from '../../../shared/domain/payment.ts';
import { Button, Check, FundTag, Kbd } from '../../components/controls.tsx';
import { money, yuan } from '../../text/formats.ts';
import { useRefusalText } from '../../text/refusals.ts';
import type { PaymentForm } from './use-payment-form.ts';

// Besides check, text, fund, amount and due.
const OTHER_COLUMNS = 5;

/** Months paid ahead, at most twelve with what the home already holds, and what a promotion gives for them. */
export function PrepayRow({ form, columns }: { form: PaymentForm; columns: number }) {
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
        <td colSpan={columns - OTHER_COLUMNS}>
          {t('prepayFrom', { month: form.home.prepaidFrom })}
          <span className="step">
            <button type="button" aria-label={t('fewer')} disabled={form.readOnly || prepayFen === 0} onClick={() => set(whole ? prepayFen - fee : months * fee)}>
              −
            </button>
            <b>{t('months', { count: months })}</b>
            <button type="button" data-prepay-more aria-label={t('moreMonths')} disabled={form.readOnly || (months + 1) * fee > most} onClick={() => set((months + 1) * fee)}>
              +
            </button>
          </span>
          <Offer form={form} most={most} whole={whole} />
        </td>
        <td className="amt">
          <span className="fix">{prepayFen === 0 ? '' : money(prepayFen)}</span>
        </td>
        <td className="due muted">
          {problem === undefined && whole && months > 0 && <span>{t('prepayTimes', { fee: money(fee), count: months })}</span>}
          {form.promotion && form.sums.bonusFen > 0 && <span className="good">{t('bonus', { count: form.promotion.bonusDays, amount: yuan(form.sums.bonusFen) })}</span>}
        </td>
      </tr>
      {problem !== undefined && (
        <tr className="pre-problem">
          <td />
          <td colSpan={columns - 1}>
            <span className="red" role="alert">
              {problem}
            </span>
          </td>
        </tr>
      )}
    </>
  );
}

/** The promotion in force, one key away; otherwise how far ahead one may pay. */
function Offer({ form, most, whole }: { form: PaymentForm; most: number; whole: boolean }) {
  const { t } = useTranslation('payments');
  const { promotion, home, readOnly } = form;
  const amountFen = (promotion?.months ?? 0) * home.monthlyFeeFen;
  if (!promotion || amountFen > most || form.sums.bonusFen > 0 || readOnly) return <span className="muted small">{whole ? t('mostMonths') : t('notWhole')}</span>;
  return (
    <span className="offer" title={promotion.name}>
      <Button look="link" data-prepay-promotion onClick={() => form.change({ do: 'setPrepay', amountFen })}>
        {t('offer', { months: t('months', { count: promotion.months }), count: promotion.bonusDays })} <span className="worth">{yuan(promotion.bonusFen)}</span>
      </Button>
      <Kbd>Y</Kbd>
    </span>
  );
}
