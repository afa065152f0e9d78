import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../../api.ts';
import { ExportList } from '../../../components/ExportList.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../../components/states.tsx';
import { linkTo } from '../../../route.ts';
import { useSession } from '../../../session.ts';
import { money } from '../../../text/formats.ts';
import { countText } from '../../ledger/book/count-text.ts';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { useItemName } from '../item-name.ts';

const ACCOUNTS = { vacancy: '5001.91', waiver: '5001.92', promotion: '5001.93' } as const;

/** What was given away from day to day, by kind, item and who approved it. */
export function ReductionSummary() {
  const { t } = useTranslation(['reductions', 'common']);
  const { today } = useSession();
  const itemName = useItemName();
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`);
  const [to, setTo] = useState(today);
  const sums = useQuery('fees.listReductions', { from, to }, { keepLast: true });
  const { value } = sums;
  return (
    <section className="card fees-main">
      <div className="sec">
        <h2>{value ? t('summary.finding', { from, to, amount: money(value.totalFen) }) : t('part.summary')}</h2>
        <span className="hint">
          <DayInput label={t('summary.from')} value={from} clearable={false} onChange={(day) => day !== undefined && setFrom(day)} />
          <DayInput label={t('summary.to')} value={to} clearable={false} onChange={(day) => day !== undefined && setTo(day)} />
          <ExportList list="fees.listReductions" input={{ from, to }} name={t('part.summary')} />
        </span>
      </div>
      <RefusalNote refusal={sums.refusal} onRetry={sums.reload} />
      {!value && sums.state === 'loading' && <Skeleton rows={4} />}
      {value?.items.length === 0 && <EmptyNote title={t('summary.none')}>{t('summary.noneNote')}</EmptyNote>}
      {value && value.items.length > 0 && (
        <div className="draft-scroll">
          <table className="book">
            <thead>
              <tr>
                <th>{t('summary.kind')}</th>
                <th>{t('item')}</th>
                <th>{t('summary.by')}</th>
                <th className="num">{t('summary.count')}</th>
                <th className="num led">{t('summary.amount')}</th>
              </tr>
            </thead>
            <tbody>
              {value.items.map(({ kind, itemName: item, by, count, amountFen }) => (
                <tr key={`${kind} ${item} ${by}`}>
                  <td>{t(`summary.kinds.${kind}`)}</td>
                  <td>{itemName(item)}</td>
                  <td>{by}</td>
                  <td className="num">{countText(count)}</td>
                  <td className="num led">
                    <a className="figure" href={linkTo('ledger', { book: 'account', account: ACCOUNTS[kind], from, to })} title={t('summary.seeAccount')}>
                      {money(amountFen)}
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr className="sum-row">
                <td colSpan={4}>{t('summary.total')}</td>
                <td className="num led">
                  <span className="dbl">{money(value.totalFen)}</span>
                </td>
              </tr>
            </tfoot>
          </table>
          <p className="muted small summary-note">{t('summary.note')}</p>
        </div>
      )}
    </section>
  );
}
