import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { sumFen } from '../../../shared/domain/money.ts';
import { Kbd } from '../../components/controls.tsx';
import { EmptyNote } from '../../components/states.tsx';
import { money } from '../../text/formats.ts';
import { BillRow } from './BillRow.tsx';
import { PrepayRow } from './PrepayRow.tsx';
import type { PaymentForm } from './use-payment-form.ts';
import './bills.css';

/** The open bills, oldest first: what is chosen, how much of it is paid now, and what is paid ahead. */
export function BillsTable({ form }: { form: PaymentForm }) {
  const { t } = useTranslation('payments');
  const { bills, sums, home } = form;
  return (
    <section className={`card bills ${bills.length === 0 ? 'none' : ''}`} aria-label={t('bills', { count: bills.length })} onKeyDown={walkRows}>
      <div className="sec">
        <h2>{t('bills', { count: bills.length })}</h2>
        <span className="muted small">{t('checked', { count: Object.keys(form.draft.lines).length })}</span>
        <div className="hint">
          <span>
            <Kbd>Space</Kbd>
            {t('key.check')}
          </span>
          <span>
            <Kbd>A</Kbd>
            {t('key.all')}
          </span>
          <span>
            <Kbd>Tab</Kbd>
            {t('key.edit')}
          </span>
          <span className="opt">
            <Kbd>P</Kbd>
            {t('key.prepay')}
          </span>
        </div>
      </div>
      {bills.length === 0 && <EmptyNote title={t('noBills')}>{home.monthlyFeeFen > 0 && t('noBillsNote')}</EmptyNote>}
      <div className="rows">
        <table className="book">
          <thead>
            <tr>
              <th className="ck" />
              <th>{t('item')}</th>
              <th>{t('fund')}</th>
              <th>{t('period')}</th>
              <th className="num led">{t('billed')}</th>
              <th className="num">{t('paid')}</th>
              <th className="num">{t('open')}</th>
              <th className="num amt">{t('now')}</th>
              <th>{t('due')}</th>
            </tr>
          </thead>
          <tbody>
            {bills.map((bill) => (
              <BillRow key={bill.billId} bill={bill} form={form} />
            ))}
          </tbody>
          <tfoot>
            {home.monthlyFeeFen > 0 && <PrepayRow form={form} />}
            <tr className="sum">
              <td />
              <td colSpan={3}>{t('sum')}</td>
              <td className="num led">{money(sumFen(bills.map((bill) => bill.amountFen)))}</td>
              <td className="num">{money(sumFen(bills.map((bill) => bill.paidFen)))}</td>
              <td className="num">{money(sumFen(bills.map((bill) => bill.openFen)))}</td>
              <td className="amt">
                <span className="fix">
                  <span className="dbl">{money(sums.totalFen)}</span>
                </span>
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

/** Up and down move to the same control of the next row. */
function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLInputElement)) return;
  const kind = event.target.type === 'checkbox' ? 'input[type=checkbox]' : 'input:not([type=checkbox])';
  const controls = [...event.currentTarget.querySelectorAll<HTMLInputElement>(kind)];
  const next = controls[controls.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
