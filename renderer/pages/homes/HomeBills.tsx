import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { useQuery } from '../../api.ts';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { money, period } from '../../text/formats.ts';
import { useItemName } from '../fees/item-name.ts';

/** The bills of a home that are still open, oldest first, with their total. */
export function HomeBills({ home }: { home: Output<'homes.get'> }) {
  const { t } = useTranslation(['homes', 'common']);
  const itemName = useItemName();
  const bills = useQuery('payments.listOpenBills', { homeId: home.homeId });
  const items = bills.value?.items;
  const formerOf = (billId: number) => home.formerDebts.find(({ billIds }) => billIds.includes(billId))?.names;
  return (
    <section>
      <h3>{items && items.length > 0 ? t('bills', { count: items.length }) : t('noBills')}</h3>
      <RefusalNote refusal={bills.refusal} onRetry={bills.reload} />
      {!items && bills.state === 'loading' && <Skeleton rows={3} />}
      {items && items.length > 0 && (
        <table className="book">
          <thead>
            <tr>
              <th>{t('item')}</th>
              <th>{t('period')}</th>
              <th>{t('due')}</th>
              <th className="num led">{t('openBill')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((bill) => (
              <tr key={bill.billId}>
                <td>
                  {itemName(bill.itemName)}
                  {formerOf(bill.billId) !== undefined && <FormerTag names={formerOf(bill.billId) ?? ''} />}
                </td>
                <td>{bill.from === bill.to ? t('before') : period(bill.from, bill.to)}</td>
                <td>{bill.dueOn}</td>
                <td className="num led">{money(bill.openFen)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="sum-row">
              <td colSpan={3}>{t('common:total')}</td>
              <td className="num led">
                <span className="dbl">{money(sumFen(items.map((bill) => bill.openFen)))}</span>
              </td>
            </tr>
          </tfoot>
        </table>
      )}
    </section>
  );
}

/** Whose debt it is when not the present owners'. */
function FormerTag({ names }: { names: string }) {
  const { t } = useTranslation('homes');
  return (
    <span className="of-former" title={t('ofFormer', { names })}>
      {t('former')}
    </span>
  );
}
