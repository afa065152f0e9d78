import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { money } from '../../text/formats.ts';

const AT_FIRST = 12;
const AT_MOST = 1000;

/** What a home paid, newest first; a receipt that was reversed stays in its place, struck through. */
export function HomePayments({ homeId }: { homeId: number }) {
  const { t } = useTranslation(['homes', 'common']);
  const [limit, setLimit] = useState(AT_FIRST);
  const payments = useQuery('payments.list', { homeId, limit }, { keepLast: true });
  const { value } = payments;
  return (
    <section>
      <h3>{value && value.total > 0 ? t('payments', { count: value.total, amount: money(value.totalFen) }) : t('noPayments')}</h3>
      <RefusalNote refusal={payments.refusal} onRetry={payments.reload} />
      {!value && payments.state === 'loading' && <Skeleton rows={3} />}
      {value && value.items.length > 0 && (
        <table className="book">
          <thead>
            <tr>
              <th>{t('receivedOn')}</th>
              <th>{t('receipt')}</th>
              <th>{t('method')}</th>
              <th className="num led">{t('amount')}</th>
            </tr>
          </thead>
          <tbody>
            {value.items.map((payment) => (
              <tr key={payment.paymentId} className={payment.reversalNo === null ? '' : 'reversed'}>
                <td>{payment.receivedOn}</td>
                <td title={payment.content}>{payment.receiptNo}</td>
                <td>{payment.reversalNo === null ? t(`common:method.${payment.method}`) : t('reversed')}</td>
                <td className="num led">
                  <a className="figure amount" href={linkTo('ledger', { book: 'home', homeId, entry: payment.entryId })} title={t('seeEntry')}>
                    {money(payment.amountFen)}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {value && value.next !== undefined && limit < AT_MOST && (
        <Button look="link" className="more" onClick={() => setLimit(AT_MOST)}>
          {t('common:more')}
        </Button>
      )}
    </section>
  );
}
