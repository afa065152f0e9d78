import { Fragment, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { sumFen } from '../../../shared/domain/money.ts';
import { Kbd } from '../../components/controls.tsx';
import { EmptyNote } from '../../components/states.tsx';
import { useMay } from '../../session.ts';
import { money, yuan } from '../../text/formats.ts';
import { BillRow, LateRow } from './BillRow.tsx';
import { isTyping } from './keys.ts';
import { groupByHome, type OpenBill } from './payment-form.ts';
import { PrepayRow } from './PrepayRow.tsx';
import type { PaymentForm } from './use-payment-form.ts';
import { WaiverRow } from './WaiverRow.tsx';
import './bills.css';

/** The open bills, oldest first: what is chosen, how much of it is paid now, and what is paid ahead. */
export function BillsTable({ form }: { form: PaymentForm }) {
  const { t } = useTranslation('payments');
  const { bills, home } = form;
  const mayAsk = useMay('cashier', 'manager', 'office');
  const [waiving, setWaiving] = useState<number>();
  const section = useRef<HTMLElement>(null);
  const showWaived = bills.some((bill) => bill.waivedFen > 0);
  const columns = showWaived ? 10 : 9;
  const close = () => {
    section.current?.querySelector<HTMLElement>(`tr[data-bill="${String(waiving)}"] input`)?.focus();
    setWaiving(undefined);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    walkRows(event);
    const billId = Number(event.target instanceof Element && event.target.closest('tr')?.dataset['bill']);
    if (event.key.toLowerCase() !== 'w' || !mayAsk || billId === 0 || isTyping(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    setWaiving(billId);
  };
  return (
    <section ref={section} className={`card bills ${bills.length === 0 ? 'none' : ''}`} aria-label={t('bills', { count: bills.length })} onKeyDown={onKeyDown}>
      <BillsHead form={form} mayAsk={mayAsk} />
      {bills.length === 0 && <EmptyNote title={t('noBills')}>{home.monthlyFeeFen > 0 && t('noBillsNote')}</EmptyNote>}
      <div className="rows">
        <table className="book">
          <thead>
            <ColumnHeads showWaived={showWaived} />
          </thead>
          <tbody>
            {groupByHome(bills).map((group, _index, groups) => (
              <Fragment key={group.homeId}>
                {groups.length > 1 && <GroupHead label={group.label} bills={group.bills} columns={columns} />}
                {group.bills.map((bill) => (
                  <Fragment key={bill.billId}>
                    <BillRow bill={bill} form={form} showWaived={showWaived} onWaive={mayAsk ? () => setWaiving(bill.billId) : undefined} />
                    {bill.lateFen > 0 && <LateRow bill={bill} form={form} span={columns - 5} />}
                    {waiving === bill.billId && <WaiverRow bill={bill} columns={columns} onEnd={close} />}
                  </Fragment>
                ))}
              </Fragment>
            ))}
          </tbody>
          <tfoot>
            {home.monthlyFeeFen > 0 && <PrepayRow form={form} columns={columns} />}
            <SumRow form={form} showWaived={showWaived} />
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function BillsHead({ form: { bills, draft, readOnly }, mayAsk }: { form: PaymentForm; mayAsk: boolean }) {
  const { t } = useTranslation('payments');
  const late = bills.some((bill) => bill.lateFen > 0);
  const hint = (key: string, words: string, className = '') => (
    <span className={className}>
      <Kbd>{key}</Kbd>
      {words}
    </span>
  );
  return (
    <div className="sec">
      <h2>{t('bills', { count: bills.length })}</h2>
      <span className="muted small">{t('checked', { count: Object.keys(draft.lines).length })}</span>
      <div className="hint">
        {!readOnly && (
          <>
            {hint('Space', t('key.check'))}
            {hint('A', t('key.all'))}
            {hint('Tab', t('key.edit'), 'opt')}
            {hint('P', t('key.prepay'), 'opt')}
            {late && hint('L', t('key.late'))}
          </>
        )}
        {mayAsk && bills.length > 0 && hint('W', t('key.waive'))}
      </div>
    </div>
  );
}

function ColumnHeads({ showWaived }: { showWaived: boolean }) {
  const { t } = useTranslation('payments');
  return (
    <tr>
      <th className="ck" />
      <th>{t('item')}</th>
      <th>{t('fund')}</th>
      <th>{t('period')}</th>
      <th className="num led">{t('billed')}</th>
      {showWaived && <th className="num">{t('waived')}</th>}
      <th className="num">{t('paid')}</th>
      <th className="num">{t('open')}</th>
      <th className="num amt">{t('now')}</th>
      <th>{t('due')}</th>
    </tr>
  );
}

function GroupHead({ label, bills, columns }: { label: string; bills: OpenBill[]; columns: number }) {
  const { t } = useTranslation('payments');
  return (
    <tr className="group">
      <th colSpan={columns} scope="rowgroup">
        <b>{label}</b> {t('groupOwes', { count: bills.length, amount: yuan(sumFen(bills.map((bill) => bill.openFen))) })}
      </th>
    </tr>
  );
}

function SumRow({ form: { bills, sums }, showWaived }: { form: PaymentForm; showWaived: boolean }) {
  const { t } = useTranslation('payments');
  const sum = (amountOf: (bill: OpenBill) => number) => money(sumFen(bills.map(amountOf)));
  return (
    <tr className="sum">
      <td />
      <td colSpan={3}>{t('sum')}</td>
      <td className="num led">{sum((bill) => bill.amountFen)}</td>
      {showWaived && <td className="num">{sum((bill) => bill.waivedFen)}</td>}
      <td className="num">{sum((bill) => bill.paidFen)}</td>
      <td className="num">{sum((bill) => bill.openFen)}</td>
      <td className="amt">
        <span className="fix">
          <span className="dbl">{money(sums.totalFen)}</span>
        </span>
      </td>
      <td />
    </tr>
  );
}

/** Up and down move to the same control of the next row. */
function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLInputElement) || event.target.closest('form')) return;
  const kind = event.target.type === 'checkbox' ? '.ck input' : '.amt input';
  const controls = [...event.currentTarget.querySelectorAll<HTMLInputElement>(kind)];
  const next = controls[controls.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
