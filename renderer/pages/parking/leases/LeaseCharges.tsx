import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Tag } from '../../../components/controls.tsx';
import { linkTo } from '../../../route.ts';
import { money, monthOf } from '../../../text/formats.ts';
import { usePeriod } from '../../../text/use-period.ts';
import type { Lease } from './LeasePanel.tsx';

type Charge = Lease['charges'][number];

/** What the lease was charged, each with the parts it was reckoned from, and the deposits it holds. */
export function LeaseCharges({ lease }: { lease: Lease }) {
  const { t } = useTranslation('parking');
  const [open, setOpen] = useState<number | undefined>();
  const { charges, deposits, label } = lease;
  return (
    <>
      <section className="side-part" aria-label={t('charge.title')}>
        <h3>{t('charge.titleCount', { count: charges.length })}</h3>
        {charges.length === 0 && <p className="side-words muted">{t('charge.none')}</p>}
        {charges.length > 0 && (
          <table className="book">
            <thead>
              <tr>
                <th>{t('charge.period')}</th>
                <th className="num led">{t('charge.amount')}</th>
                <th className="num">{t('charge.subsidy')}</th>
                <th className="num">{t('charge.open')}</th>
              </tr>
            </thead>
            <tbody>
              {charges.map((charge) => (
                <ChargeRow key={charge.billId} charge={charge} label={label} open={open === charge.billId} onToggle={() => setOpen(open === charge.billId ? undefined : charge.billId)} />
              ))}
            </tbody>
          </table>
        )}
      </section>
      {deposits.length > 0 && (
        <section className="side-part" aria-label={t('lease.deposits')}>
          <h3>{t('lease.deposits')}</h3>
          <table className="book">
            <tbody>
              {deposits.map((deposit) => (
                <tr key={deposit.depositId}>
                  <td>
                    <a className="figure" href={linkTo('payments', { view: 'deposits', search: deposit.receiptNo })}>
                      {deposit.receiptNo}
                    </a>
                  </td>
                  <td className="num led">{money(deposit.amountFen)}</td>
                  <td className="num">{t('lease.depositHeld', { amount: money(deposit.heldFen) })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

function ChargeRow({ charge, label, open, onToggle }: { charge: Charge; label: string; open: boolean; onToggle: () => void }) {
  const { t } = useTranslation('parking');
  const period = usePeriod();
  const { billId, month, from, to, amountFen, openFen, subsidyFen, cancelled, entryId, parts } = charge;
  return (
    <Fragment>
      <tr className={cancelled ? 'cancelled' : ''}>
        <td>
          <Button look="link" aria-expanded={open} onClick={onToggle}>
            {period(from, to)}
          </Button>
          {cancelled && <Tag tone="red">{t('charge.cancelled')}</Tag>}
        </td>
        <td className="num led">
          <a className="figure sum" href={linkTo('ledger', { entry: entryId })} title={t('charge.toEntry', { no: entryId })}>
            {money(amountFen)}
          </a>
        </td>
        <td className="num">{subsidyFen === 0 ? <span className="muted">—</span> : money(subsidyFen)}</td>
        <td className="num">{cancelled ? <span className="muted">—</span> : <span className={openFen > 0 ? 'owed' : 'muted'}>{money(openFen)}</span>}</td>
      </tr>
      {open && (
        <tr className="charge-parts">
          <td colSpan={4}>
            <Parts parts={parts} />
            <a className="text-link" href={linkTo('fees', { month, search: label })}>
              {t('charge.toBill', { no: billId, month: monthOf(month) })}
            </a>{' '}
            <a className="text-link" href={linkTo('ledger', { entry: entryId })}>
              {t('charge.toEntry', { no: entryId })}
            </a>
          </td>
        </tr>
      )}
    </Fragment>
  );
}

function Parts({ parts }: { parts: Charge['parts'] }) {
  const { t } = useTranslation('parking');
  return (
    <ul>
      {parts.map((part) => (
        <li key={`${part.month} ${part.from} ${part.space}`}>
          <span>
            {part.month} {part.space}
          </span>
          <span className="muted">
            {part.days === part.monthDays ? t('charge.wholeMonth', { price: money(part.monthlyFen) }) : t('charge.partMonth', { price: money(part.monthlyFen), days: part.days, monthDays: part.monthDays })}
            {part.marketFen !== null && t('charge.market', { price: money(part.marketFen) })}
          </span>
          <b>{money(part.amountFen)}</b>
        </li>
      ))}
    </ul>
  );
}
