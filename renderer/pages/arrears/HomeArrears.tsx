import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { Button, FundTag } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { money, yuan } from '../../text/formats.ts';
import { usePeriod } from '../../text/use-period.ts';
import { useItemName } from '../fees/item-name.ts';

/** The open bills of a home, oldest first, each with its age and what is left of its limitation. */
export function HomeArrears({ homeId, on, onClose }: { homeId: number; on: string | undefined; onClose: () => void }) {
  const { t } = useTranslation(['arrears', 'common']);
  const itemName = useItemName();
  const period = usePeriod();
  const input = { homeId, ...(on && { on }) };
  const bills = useQuery('arrears.bills', input);
  const items = bills.value?.items;
  return (
    <aside className="card arrears-side" aria-label={t('ageing.bills')} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div className="sec">
        <h2>{items?.[0]?.label ?? t('ageing.bills')}</h2>
        <a href={linkTo('homes', { home: homeId })}>{t('ageing.toHome')}</a>
        <Button look="link" className="hint" autoFocus onClick={onClose}>{t('common:close')}</Button>
      </div>
      <RefusalNote refusal={bills.refusal} onRetry={bills.reload} />
      {!items && !bills.refusal && <Skeleton rows={5} height={22} />}
      {items && (
        <div className="side-scroll">
          <table className="book" aria-label={t('ageing.bills')}>
            <thead><tr><th>{t('rates.byHead.item')}</th><th>{t('ageing.due')}</th><th className="num led">{t('ageing.owed')}</th></tr></thead>
            <tbody>
              {items.map((bill) => (
                <tr key={bill.billId}>
                  <td>{itemName(bill.itemName)} <FundTag fund={bill.fund} /><div className="muted small">{period(bill.from, bill.to)}</div></td>
                  <td>{bill.dueOn}<div className={`small ${bill.limitation === 'running' ? 'muted' : 'red'}`}>{bill.overdueDays > 0 ? t('ageing.overdue', { count: bill.overdueDays }) : t('bucket.notDue')} · {bill.daysLeft < 0 ? t('ageing.lapsedBill') : t('ageing.left', { count: bill.daysLeft })}</div></td>
                  <td className="num led"><a className="figure" href={linkTo('ledger', { entry: bill.entryId })}>{money(bill.openFen)}</a></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="side-foot">
        <b>{bills.value && yuan(bills.value.totalFen)}</b>
        <ExportList list="arrears.bills" input={input} name={t('ageing.bills')} />
        <a className="button main" href={linkTo('payments', { home: homeId })}>{t('ageing.toDesk')}</a>
      </div>
    </aside>
  );
}
