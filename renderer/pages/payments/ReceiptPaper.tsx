import { useTranslation } from 'react-i18next';
import type { ReceiptFacts } from '../../../shared/contract/payments.ts';
import { capitalAmount } from '../../../shared/domain/capitals.ts';
import { pricePropertyFee } from '../../../shared/domain/fee.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { area, money, yuan } from '../../text/formats.ts';
import { useBasis, useBillPeriod } from '../../text/use-basis.ts';
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
        {narrow ? <NarrowLines facts={facts} /> : <WideLines facts={facts} />}
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
        <Fact name={t('paperText.invoice')} value={facts.invoiceNo ?? ''} />
        {facts.bonus && <Fact name={facts.bonus.name} value={t('paperText.bonus', { count: facts.bonus.days, amount: money(facts.bonus.amountFen) })} />}
        {facts.refunds.map((refund) => (
          <Fact key={refund.no} name={t('stateOf.refund')} value={`${money(refund.amountFen)}　${refund.on} ${refund.no} ${refund.reason}`} />
        ))}
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
      <b>{t(`stateOf.${reversal.kind}`)}</b>
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
  const basis = useBasis();
  return (line) => {
    const { billId, areaDm2, rateE4, share, amountFen, note } = line;
    if (billId === null) {
      const monthlyFen = areaDm2 === null || rateE4 === null ? 0 : pricePropertyFee(areaDm2, rateE4, { numerator: 1, denominator: 1 });
      return monthlyFen > 0 && amountFen % monthlyFen === 0 ? `${t('months', { count: amountFen / monthlyFen })} × ${money(monthlyFen)}` : '—';
    }
    const part = share && share.numerator !== share.denominator ? ` × ${t('paperText.share', share)}` : '';
    const words = [`${basis(line)}${part}`, note].filter((word) => word !== '');
    return words.length === 0 ? '—' : words.join(t('basis.comma'));
  };
}

/** The home of a line where it is not that of the receipt: one owner's homes can share one. */
const otherHome = (line: Line, facts: ReceiptFacts) => (line.label === facts.label ? '' : line.label);

const orDash = (valueFen: number) => (valueFen === 0 ? '—' : money(valueFen));

function WideLines({ facts }: { facts: ReceiptFacts }) {
  const { t } = useTranslation(['payments', 'common']);
  const { lines } = facts;
  const quantity = useQuantity();
  const itemName = useItemName();
  const period = useBillPeriod();
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
              <b>{itemName(line.itemName)}</b> {otherHome(line, facts)}
            </td>
            <td>{t(`common:fund.${line.fund as 'property'}`)}</td>
            <td>{period(line)}</td>
            <td className="basis">{quantity(line)}</td>
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

function NarrowLines({ facts }: { facts: ReceiptFacts }) {
  const { t } = useTranslation('payments');
  const quantity = useQuantity();
  const itemName = useItemName();
  const period = useBillPeriod();
  return (
    <ul>
      {facts.lines.map((line) => (
        <li key={line.billId ?? 'prepaid'}>
          <b>
            {itemName(line.itemName)} {otherHome(line, facts)}
          </b>
          <b>{money(line.amountFen)}</b>
          <span>
            {period(line)}　{quantity(line)}
            {line.waivedFen > 0 && `　${t('paperText.waived')} ${money(line.waivedFen)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
