import { useTranslation } from 'react-i18next';
import { capitalAmount } from '../../../shared/domain/capitals.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { useSession } from '../../session.ts';
import { money, yuan } from '../../text/formats.ts';
import { useBillPeriod } from '../../text/use-basis.ts';
import { useItemName } from '../fees/item-name.ts';
import { chosenPaper } from './print-receipt.ts';
import { payerOf, type PaymentForm } from './use-payment-form.ts';
import './mini-receipt.css';

// With more lines than that the seal's place would lie over the amount.
const ROWS_BESIDE_SEAL = 4;
const CAPITALS_LIMIT_FEN = 100_000_000_000_000;

/** What the receipt is going to say; equal items stand together here, on paper every line stands alone. */
export function ReceiptPreview({ form }: { form: PaymentForm }) {
  const { t } = useTranslation(['payments', 'common']);
  const { user } = useSession();
  const { draft, sums, home } = form;
  const period = useBillPeriod();
  const itemName = useItemName();
  const { payer } = payerOf(draft, home.people);
  const groups = groupLines(form);
  const rows = groups.length + Number(sums.lateFen > 0) + Number(sums.prepayFen > 0);
  return (
    <div className="prev">
      <div className="lab">
        <span>{t('preview', { paper: t(chosenPaper() === '80mm' ? 'mm80' : 'a5') })}</span>
        <span>{t('previewNo')}</span>
      </div>
      <div className={`mini ${rows > ROWS_BESIDE_SEAL ? 'long' : ''}`}>
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
            {groups.map(({ key, label, name, count, amountFen, ...span }) => (
              <tr key={key}>
                <td>
                  {label} {itemName(name)} {period(span)}
                  {count > 1 && t('sheetsOf', { count })}
                </td>
                <td className="num">{money(amountFen)}</td>
              </tr>
            ))}
            {sums.lateFen > 0 && (
              <tr>
                <td>
                  {t('late')}
                  {sums.late.length > 1 && t('sheetsOf', { count: sums.late.length })}
                </td>
                <td className="num">{money(sums.lateFen)}</td>
              </tr>
            )}
            {sums.prepayFen > 0 && (
              <tr>
                <td>
                  {t('prepay')}
                  {form.promotion && sums.bonusFen > 0 && ` ${t('bonus', { count: form.promotion.bonusDays, amount: yuan(sums.bonusFen) })}`}
                </td>
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

function groupLines({ sums, home }: PaymentForm) {
  const groups = new Map<string, typeof sums.lines>();
  for (const line of sums.lines) {
    const key = `${String(line.bill.homeId)} ${line.bill.itemName}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups].map(([key, lines]) => {
    const [first, last] = [lines[0]?.bill, lines.at(-1)?.bill];
    // The home stands on the lines only where they are of another one.
    const label = first && first.homeId !== home.homeId ? first.label : '';
    return { key, label, name: first?.itemName ?? '', count: lines.length, basis: first?.basis ?? null, from: first?.from ?? '', to: last?.to ?? '', amountFen: sumFen(lines.map((line) => line.amountFen)) };
  });
}
