import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { useQuery } from '../../../api.ts';
import { ExportList } from '../../../components/ExportList.tsx';
import { RefusalNote, Skeleton } from '../../../components/states.tsx';
import { money, yuan } from '../../../text/formats.ts';
import { yearUntil } from '../YearStepper.tsx';
import { linkToAccount, months as monthsText, type ParkingAccount } from './account-links.ts';
import { MonthPanel } from './MonthPanel.tsx';
import { subsidyFinding } from './subsidy-finding.ts';

type SubsidyMonth = Output<'parking.subsidy'>['months'][number];

/** Twelve months of the subsidy account, and how one of them comes about. */
export function SubsidyAccount({ until, month, onMonth }: { until: string; month: string | undefined; onMonth: (month: string) => void }) {
  const { t } = useTranslation('parkingIncome');
  const input = { ...yearUntil(until), entries: false };
  const account = useQuery('parking.subsidy', input, { keepLast: true });
  const value = account.value;
  const finding = value && subsidyFinding(value.months);
  // Without a month in the address the last one with figures is open.
  const open = month ?? value?.months.findLast(isSomething)?.month ?? until;
  return (
    <div className="subsidy-area">
      <section className="card subsidy-main">
        <div className="sec">
          <h2>{finding ? t(`subsidyFinding.${finding.kind}`, { left: yuan(finding.leftFen) }) : t('subsidyList')}</h2>
          <span className="hint"><ExportList list="parking.subsidy" input={yearUntil(until)} name={`${t('subsidyList')} ${until}`} /></span>
        </div>
        <p className="muted small subsidy-unit">{t('subsidyNote')}</p>
        <RefusalNote refusal={account.refusal} onRetry={account.reload} />
        {!value && !account.refusal && <Skeleton rows={12} height={22} />}
        {value && <MonthTable value={value} open={open} onMonth={onMonth} />}
      </section>
      <MonthPanel month={open} />
    </div>
  );
}

const isSomething = ({ daytimeFen, otherFen, residentPaidFen, subsidyFen }: SubsidyMonth): boolean => daytimeFen !== 0 || otherFen !== 0 || residentPaidFen !== 0 || subsidyFen !== 0;

function MonthTable({ value: { months, totals }, open, onMonth }: { value: Output<'parking.subsidy'>; open: string; onMonth: (month: string) => void }) {
  const { t } = useTranslation('parkingIncome');
  return (
    <div className="subsidy-scroll">
      <table className="book subsidy-table" aria-label={t('subsidyList')}>
        <thead>
          <tr>
            <th>{t('month')}</th>
            {(['market', 'resident', 'residentMonths'] as const).map((name) => <th key={name} className="num">{t(name)}</th>)}
            {(['residentPaid', 'daytime', 'other', 'subsidy', 'left'] as const).map((name, index) => <th key={name} className={index === 0 ? 'num led' : 'num'}>{t(name)}</th>)}
            <th className="num">{t('carried')}</th>
          </tr>
        </thead>
        <tbody>{months.map((item) => <MonthRow key={item.month} item={item} isOpen={item.month === open} onOpen={() => onMonth(item.month)} />)}</tbody>
        <tfoot>
          <tr className="sum-row">
            <td colSpan={4}>{t('total')}</td>
            <td className="num led">{money(totals.residentPaidFen)}</td>
            <td className="num">{money(totals.daytimeFen)}</td>
            <td className="num">{money(totals.otherFen)}</td>
            <td className="num">{money(totals.subsidyFen)}</td>
            <td className="num"><span className={totals.leftFen < 0 ? 'dbl red' : 'dbl'}>{money(totals.leftFen)}</span></td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** A month with its figures; each leads to the postings of its account. */
function MonthRow({ item, isOpen, onOpen }: { item: SubsidyMonth; isOpen: boolean; onOpen: () => void }) {
  const { t } = useTranslation('parkingIncome');
  const { month, marketFen, residentFen, leftFen, carriedMonths } = item;
  const hasFigures = isSomething(item);
  const price = (fen: number | null) => (fen === null ? <span className="muted">{t('noPrice')}</span> : money(fen));
  const figure = (account: ParkingAccount, fen: number) => (hasFigures ? <a className="figure" href={linkToAccount(account, month)} onClick={(event) => event.stopPropagation()}>{money(fen)}</a> : <span className="muted">—</span>);
  return (
    <tr className={isOpen ? 'chosen' : ''} onClick={onOpen}>
      <td><button type="button" className="figure" aria-pressed={isOpen} aria-label={t('openMonth', { month })} onClick={onOpen}>{month}</button></td>
      <td className="num">{price(marketFen)}</td>
      <td className="num">{price(residentFen)}</td>
      <td className="num">{hasFigures ? monthsText(item.residentMonthsPermille) : <span className="muted">{t('noData')}</span>}</td>
      <td className="num led">{figure('2241.03.01', item.residentPaidFen)}</td>
      <td className="num">{figure('2241.03.02', item.daytimeFen)}</td>
      <td className="num">{figure('2241.03.03', item.otherFen)}</td>
      <td className="num">{figure('2241.03.09', item.subsidyFen)}</td>
      <td className="num">{hasFigures ? <b className={leftFen < 0 ? 'red' : ''}>{money(leftFen)}</b> : <span className="muted">—</span>}</td>
      <td className="num">{hasFigures && carriedMonths !== null ? carriedMonths.toLocaleString('en-US') : <span className="muted">—</span>}</td>
    </tr>
  );
}
