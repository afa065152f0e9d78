import { useTranslation } from 'react-i18next';
import type { ReceiptFacts } from '../../../shared/contract/payments.ts';
import { capitalAmount } from '../../../shared/domain/capitals.ts';
import { pricePropertyFee } from '../../../shared/domain/fee.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { area, money, rate, yuan } from '../../text/formats.ts';
import { usePeriod } from '../../text/use-period.ts';
import { useItemName } from '../fees/item-name.ts';
import type { Paper } from './print-receipt.ts';
import './receipt-paper.css';

type Line = ReceiptFacts['lines'][number];

type PaperProps = { facts: ReceiptFacts; paper: Paper; /** Which print is shown, 1 is the first. */ printNo: number };

/** The facts of a receipt laid out like its paper. What is printed is made by main, from the same facts. */
export function ReceiptPaper({ facts, paper, printNo }: PaperProps) {
  const { t } = useTranslation(['payments', 'common']);
  const narrow = paper === '80mm';
  const printed = printNo <= 1 ? t('paperText.first') : t('paperText.again', { count: printNo - 1 });
  const aheadPaid = facts.lines.some(({ billId }) => billId === null);
  return (
    <article className={narrow ? 'paper narrow selectable' : 'paper selectable'} aria-label={facts.receiptNo}>
      {printNo > 1 && (
        <div className="watermark" aria-hidden="true">
          {t('paperText.reprint')}
        </div>
      )}
      <header>
        <div>
          <b>{facts.officeName}</b>
          {facts.officePhone !== '' && <span>{t('paperText.service', { phone: facts.officePhone })}</span>}
        </div>
        <h1>{t('receipt')}</h1>
        <div className="no">
          <b>{facts.receiptNo}</b>
          <span>{printed}</span>
        </div>
      </header>
      <div className="double" />
      <dl className="who">
        <Fact name={t('paperText.date')} value={`${facts.receivedOn} ${facts.time}`} />
        <Fact name={t('payerIs')} value={facts.payerRole === 'other' ? facts.payer : `${facts.payer}（${t(`common:${facts.payerRole}`)}）`} />
        <Fact name={t('paperText.home')} value={facts.label} />
        <Fact name={t('paperText.area')} value={`${area(facts.areaDm2)} m²`} />
      </dl>
      <div className="lines">
        {narrow ? <NarrowLines lines={facts.lines} /> : <WideLines lines={facts.lines} />}
        {facts.reversal && <Stamp reversal={facts.reversal} />}
      </div>
      <div className="amount">
        <span>
          <em>{t('paperText.capitals')}</em> <b>{capitalAmount(facts.amountFen)}</b>
        </span>
        <span>
          <em>{t('paperText.figures')}</em> <b>{yuan(facts.amountFen)}</b>
        </span>
      </div>
      <dl className="how">
        <Fact name={t('paperText.way')} value={wayOf(facts, t(`common:method.${facts.method}`), [t('receivedCash'), t('change')])} />
        <Fact name={t('cashier')} value={facts.cashier} />
        <Fact name={t('transactionNo')} value={facts.transactionNo ?? '—'} />
        <Fact name={t('paperText.invoice')} value="" />
        {facts.note !== '' && <Fact name={t('common:note')} value={facts.note} />}
      </dl>
      <div className="seal-place">{t('paperText.seal')}</div>
      <footer>
        {aheadPaid && t('paperText.prepayment')} {t('paperText.footer')}
      </footer>
    </article>
  );
}

function Stamp({ reversal }: { reversal: NonNullable<ReceiptFacts['reversal']> }) {
  const { t } = useTranslation('payments');
  return (
    <div className="reversed">
      <b>{t('reversed')}</b>
      <span>
        {reversal.on} {reversal.by} {reversal.no}
      </span>
      <span>{reversal.reason}</span>
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function wayOf({ tenderedFen, amountFen }: ReceiptFacts, method: string, [received, change]: [string, string]): string {
  return tenderedFen === null ? method : `${method}　${received} ${money(tenderedFen)}　${change} ${money(tenderedFen - amountFen)}`;
}

function useQuantity(): (line: Line) => string {
  const { t } = useTranslation('payments');
  return ({ billId, areaDm2, rateE4, share, amountFen }) => {
    if (areaDm2 === null || rateE4 === null) return '—';
    if (billId === null) {
      const monthlyFen = pricePropertyFee(areaDm2, rateE4, { numerator: 1, denominator: 1 });
      return monthlyFen > 0 && amountFen % monthlyFen === 0 ? `${t('months', { count: amountFen / monthlyFen })} × ${money(monthlyFen)}` : '—';
    }
    const part = share && share.numerator !== share.denominator ? ` × ${t('paperText.share', share)}` : '';
    return `${area(areaDm2)} m² × ${rate(rateE4)}${part}`;
  };
}

const orDash = (valueFen: number) => (valueFen === 0 ? '—' : money(valueFen));

function WideLines({ lines }: { lines: Line[] }) {
  const { t } = useTranslation(['payments', 'common']);
  const quantity = useQuantity();
  const itemName = useItemName();
  const period = usePeriod();
  return (
    <table>
      <thead>
        <tr>
          <th>{t('item')}</th>
          <th>{t('fund')}</th>
          <th>{t('period')}</th>
          <th>{t('paperText.quantity')}</th>
          <th className="num led">{t('billed')}</th>
          <th className="num">{t('paperText.before')}</th>
          <th className="num">{t('paperText.waived')}</th>
          <th className="num">{t('paperText.nowPaid')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.billId ?? 'prepaid'}>
            <td>
              <b>{itemName(line.itemName)}</b>
            </td>
            <td>{t(`common:fund.${line.fund as 'property'}`)}</td>
            <td>{period(line.from, line.to)}</td>
            <td>{quantity(line)}</td>
            <td className="num led">{money(line.billedFen)}</td>
            <td className="num">{orDash(line.paidBeforeFen)}</td>
            <td className="num">{orDash(line.waivedFen)}</td>
            <td className="num">
              <b>{money(line.amountFen)}</b>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={4}>{t('sum')}</td>
          <td className="num led">{money(sumFen(lines.map((line) => line.billedFen)))}</td>
          <td className="num">{money(sumFen(lines.map((line) => line.paidBeforeFen)))}</td>
          <td className="num">{money(sumFen(lines.map((line) => line.waivedFen)))}</td>
          <td className="num">{money(sumFen(lines.map((line) => line.amountFen)))}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function NarrowLines({ lines }: { lines: Line[] }) {
  const quantity = useQuantity();
  const itemName = useItemName();
  const period = usePeriod();
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.billId ?? 'prepaid'}>
          <b>{itemName(line.itemName)}</b>
          <b>{money(line.amountFen)}</b>
          <span>
            {period(line.from, line.to)}　{quantity(line)}
          </span>
        </li>
      ))}
    </ul>
  );
}
