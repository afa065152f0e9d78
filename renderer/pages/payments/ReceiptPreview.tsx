import { useTranslation } from 'react-i18next';
import { capitalAmount } from '../../../shared/domain/capitals.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { useSession } from '../../session.ts';
import { money, yuan } from '../../text/formats.ts';
import { usePeriod } from '../../text/use-period.ts';
import { useItemName } from '../fees/item-name.ts';
import { chosenPaper } from './print-receipt.ts';
import { payerOf, type PaymentForm } from './use-payment-form.ts';
import './mini-receipt.css';

const CAPITALS_LIMIT_FEN = 100_000_000_000_000;

/** What the receipt is going to say; equal items stand together here, on paper every line stands alone. */
export function ReceiptPreview({ form }: { form: PaymentForm }) {
  const { t } = useTranslation(['payments', 'common']);
  const { user } = useSession();
  const { draft, sums, home } = form;
  const period = usePeriod();
  const itemName = useItemName();
  const { payer } = payerOf(draft, home);
  return (
    <div className="prev">
      <div className="lab">
        <span>{t('preview', { paper: t(chosenPaper() === '80mm' ? 'mm80' : 'a5') })}</span>
        <span>{t('previewNo')}</span>
      </div>
      <div className="mini">
        <h3>{t('receipt')}</h3>
        <div className="r2" />
        <div className="h">
          <span>
            {t('payerIs')} {payer}　{home.label}
          </span>
          <span>{form.today}</span>
        </div>
        <table>
          <tbody>
            {groupLines(form).map(({ name, count, from, to, amountFen }) => (
              <tr key={name}>
                <td>
                  {itemName(name)} {period(from, to)}
                  {count > 1 && t('sheetsOf', { count })}
                </td>
                <td className="num">{money(amountFen)}</td>
              </tr>
            ))}
            {sums.prepayFen > 0 && (
              <tr>
                <td>{t('prepay')}</td>
                <td className="num">{money(sums.prepayFen)}</td>
              </tr>
            )}
          </tbody>
        </table>
        {sums.totalFen > 0 && <Paid form={form} />}
        <div className="ft">
          {t('cashier')} {user.name}
        </div>
        <div className="stamp">{t('sealPlace')}</div>
      </div>
    </div>
  );
}

function Paid({ form: { draft, sums } }: { form: PaymentForm }) {
  const { t } = useTranslation(['payments', 'common']);
  return (
    <>
      <div className="cn">
        <span>{sums.totalFen < CAPITALS_LIMIT_FEN ? capitalAmount(sums.totalFen) : ''}</span>
        <span>{yuan(sums.totalFen)}</span>
      </div>
      <div className="ft">
        {t(`common:method.${draft.method}`)}
        {draft.method === 'cash' && sums.tenderedFen !== undefined && sums.tenderedFen >= sums.totalFen && `　${t('receivedCash')} ${money(sums.tenderedFen)}　${t('change')} ${money(sums.tenderedFen - sums.totalFen)}`}
      </div>
    </>
  );
}

function groupLines({ sums }: PaymentForm) {
  const groups = new Map<string, typeof sums.lines>();
  for (const line of sums.lines) groups.set(line.bill.itemName, [...(groups.get(line.bill.itemName) ?? []), line]);
  return [...groups].map(([name, lines]) => {
    const [first, last] = [lines[0]?.bill, lines.at(-1)?.bill];
    return { name, count: lines.length, from: first?.from ?? '', to: last?.to ?? '', amountFen: sumFen(lines.map((line) => line.amountFen)) };
  });
}
