import { useQuery } from '../../api.ts';
import { BillsOfMonth } from './BillsOfMonth.tsx';
import { ALL_MONTHS, type FeesPartProps } from './fees-route.ts';
import { IssueDraft } from './IssueDraft.tsx';
import { MonthList } from './MonthList.tsx';

/** The months, and the bills or the draft of one. */
export function BillsPart({ route, onChange }: FeesPartProps) {
  const months = useQuery('fees.listMonths', {});
  const items = months.value?.items;
  const month = route.month ?? (items ? (items.find(({ bills }) => bills > 0) ?? items.at(-1))?.month ?? ALL_MONTHS : undefined);
  const drafting = route.draft && month !== ALL_MONTHS;
  return (
    <div className="fees-area">
      <MonthList months={months} chosen={month} onChoose={(chosen) => onChange({ month: chosen, draft: false, search: undefined })} />
      {month !== undefined && drafting && (
        <section className="card fees-main">
          <IssueDraft key={month} month={month} onClose={() => onChange({ month, draft: false })} />
        </section>
      )}
      {month !== undefined && !drafting && <BillsOfMonth key={month} month={month} facts={items?.find((item) => item.month === month)} route={route} onChange={onChange} />}
    </div>
  );
}
