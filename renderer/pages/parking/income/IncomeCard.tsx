import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { useQuery } from '../../../api.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { linkTo } from '../../../route.ts';
import { money, yuan } from '../../../text/formats.ts';
import { linkToAccount, type ParkingAccount } from '../subsidy/account-links.ts';
import { yearUntil } from '../YearStepper.tsx';
import { hasFigures, incomeFinding, netFen } from './findings.ts';
import { IncomeChart } from './IncomeChart.tsx';
import { WaitCard } from './WaitCard.tsx';

type Months = Output<'parking.income'>['months'];

/** Twelve months of income and subsidy under what they say. */
export function IncomeCard({ until }: { until: string }) {
  const { t } = useTranslation('parkingIncome');
  const input = yearUntil(until);
  const income = useQuery('parking.income', input, { keepLast: true });
  const months = income.value?.months;
  if (!months) return <WaitCard refusal={income.refusal} onRetry={income.reload} />;
  const finding = incomeFinding(months);
  const words = finding.kind === 'none' ? {} : { month: finding.month, count: finding.count, net: yuan(finding.netFen), short: yuan(finding.shortFen) };
  return (
    <ChartFrame
      title={t(`income.finding.${finding.kind}`, words)}
      note={t('income.note')}
      chart={<IncomeChart months={months} marked={finding.kind === 'none' ? undefined : finding.month} />}
      table={<IncomeTable months={months} />}
      save={<ExportList list="parking.income" input={input} name={`${t('income.name')} ${until}`} />}
    />
  );
}

function IncomeTable({ months }: { months: Months }) {
  const { t } = useTranslation('parkingIncome');
  const sum = (of: (month: Months[number]) => number): string => money(months.reduce((fen, month) => fen + of(month), 0));
  return (
    <table className="book tight" aria-label={t('income.name')}>
      <thead><tr><th>{t('month')}</th><th className="num">{t('income.spacesLet')}</th><th className="num led">{t('income.residentMarket')}</th><th className="num">{t('daytime')}</th><th className="num">{t('other')}</th><th className="num">{t('subsidy')}</th><th className="num">{t('income.netYuan')}</th></tr></thead>
      <tbody>{months.map((month) => <IncomeRow key={month.month} item={month} />)}</tbody>
      <tfoot>
        <tr className="sum-row"><td>{t('total')}</td><td /><td className="num led">{sum(({ residentFen }) => residentFen)}</td><td className="num">{sum(({ daytimeFen }) => daytimeFen)}</td><td className="num">{sum(({ otherFen }) => otherFen)}</td><td className="num">{sum(({ subsidyFen }) => subsidyFen)}</td><td className="num"><span className="dbl">{sum(netFen)}</span></td></tr>
      </tfoot>
    </table>
  );
}

/** A month's figures; each leads to the postings of its account. */
function IncomeRow({ item }: { item: Months[number] }) {
  const { t } = useTranslation('parkingIncome');
  const { month, spacesLet, residentFen, daytimeFen, otherFen, subsidyFen } = item;
  const known = hasFigures(item);
  const figure = (account: ParkingAccount, fen: number) => (known ? <a className="figure" href={linkToAccount(account, month)}>{money(fen)}</a> : <span className="muted">—</span>);
  return (
    <tr>
      <td><a className="figure" href={linkTo('parking', { tab: 'subsidy', month })} title={t('income.openMonth', { month })}>{month}</a></td>
      <td className="num">{spacesLet.toLocaleString('en-US')}</td>
      <td className="num led">{figure('2241.03.01', residentFen)}</td>
      <td className="num">{figure('2241.03.02', daytimeFen)}</td>
      <td className="num">{figure('2241.03.03', otherFen)}</td>
      <td className="num">{figure('2241.03.09', subsidyFen)}</td>
      <td className="num">{known ? <b className={netFen(item) < 0 ? 'red' : ''}>{money(netFen(item))}</b> : <span className="muted">{t('noData')}</span>}</td>
    </tr>
  );
}
