import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { useQuery } from '../../../api.ts';
import { EmptyNote, RefusalNote, Skeleton } from '../../../components/states.tsx';
import { linkTo } from '../../../route.ts';
import { money, shortDay, yuan } from '../../../text/formats.ts';
import { isParkingAccount, linkToAccount, months as monthsText, PARKING_ACCOUNTS, type ParkingAccount } from './account-links.ts';

type SubsidyMonth = Output<'parking.subsidy'>['months'][number];

/** One month, added up as an owner with a calculator would, and the entries behind it. */
export function MonthPanel({ month }: { month: string }) {
  const { t } = useTranslation('parkingIncome');
  const account = useQuery('parking.subsidy', { from: month, to: month }, { keepLast: true });
  const found = account.value?.months.find((one) => one.month === month);
  return (
    <aside className="card subsidy-side" aria-label={t('sums.panel', { month })}>
      <div className="sec"><h2>{t('sums.panel', { month })}</h2></div>
      <RefusalNote refusal={account.refusal} onRetry={account.reload} />
      {!found && !account.refusal && <Skeleton rows={9} height={20} />}
      {found && <MonthSums item={found} />}
      {found && <MonthEntries item={found} />}
    </aside>
  );
}

function MonthSums({ item }: { item: SubsidyMonth }) {
  const { t } = useTranslation('parkingIncome');
  const { residentPaidFen, subsidyFen, daytimeFen, otherFen, leftFen, marketFen, residentFen, residentMonthsPermille, carriedMonths, month } = item;
  const times = (priceFen: number | null, fen: number) => isExactly(residentMonthsPermille, priceFen, fen);
  const differenceFen = marketFen === null || residentFen === null ? null : marketFen - residentFen;
  const how = (priceFen: number | null, fen: number) => {
    const count = monthsText(residentMonthsPermille);
    if (residentMonthsPermille === 0) return '';
    return times(priceFen, fen) ? t('sums.times', { months: count, price: yuan(priceFen ?? 0) }) : t('sums.parts', { months: count });
  };
  return (
    <div className="month-sums">
      <SumLine label={t('sums.atMarket')} how={how(marketFen, residentPaidFen + subsidyFen)} fen={residentPaidFen + subsidyFen} href={linkToAccount('2241.03.01', month)} />
      <SumLine label={t('sums.paid')} how={how(residentFen, residentPaidFen)} fen={-residentPaidFen} />
      <SumLine kind="sum" label={t('sums.spent')} how={how(differenceFen, subsidyFen)} fen={subsidyFen} href={linkToAccount('2241.03.09', month)} />
      <SumLine kind="next" label={t('sums.daytime')} fen={daytimeFen} href={linkToAccount('2241.03.02', month)} />
      <SumLine label={t('sums.other')} fen={otherFen} href={linkToAccount('2241.03.03', month)} />
      <SumLine label={t('sums.less')} fen={-subsidyFen} />
      <SumLine kind="grand" label={t('sums.left')} fen={leftFen} />
      <p className="muted small">
        {marketFen === null ? t('sums.noPrice') : carriedMonths === null ? t('sums.carriedNone') : t('sums.carried', { count: carriedMonths, daytime: yuan(daytimeFen), one: yuan(differenceFen ?? 0), months: monthsText(residentMonthsPermille) })}
      </p>
    </div>
  );
}

/** Whether so many months at a price are the amount to the fen. */
function isExactly(permille: number, priceFen: number | null, fen: number): boolean {
  return priceFen !== null && permille * priceFen === fen * 1000;
}

type LineProps = { label: string; how?: string; fen: number; href?: string; /** sum: a line above; next: begins another sum; total: a double line below. */ kind?: 'sum' | 'next' | 'grand' };

function SumLine({ label, how = '', fen, href, kind }: LineProps) {
  const amount = kind === 'grand' ? <span className={fen < 0 ? 'dbl red' : 'dbl'}>{money(fen)}</span> : money(fen);
  return (
    <div className={`sum-line ${kind ?? ''}`}>
      <span>{label}</span>
      <span className="muted small">{how}</span>
      <span className="num">{href === undefined ? amount : <a className="figure" href={href}>{amount}</a>}</span>
    </div>
  );
}

function MonthEntries({ item: { entries } }: { item: SubsidyMonth }) {
  const { t } = useTranslation('parkingIncome');
  const name = (account: string) => (isParkingAccount(account) ? t(`account.${PARKING_ACCOUNTS[account satisfies ParkingAccount]}`) : account);
  if (entries.length === 0) return <EmptyNote title={t('sums.none')}>{t('sums.noneNote')}</EmptyNote>;
  return (
    <div className="month-entries">
      <div className="entries-head"><b>{t('sums.entries')}</b> <span className="muted small">{t('sums.entriesNote')}</span></div>
      <div className="entries-scroll">
        <table className="book" aria-label={t('sums.entries')}>
          <thead><tr><th>{t('sums.date')}</th><th>{t('sums.memo')}</th><th className="num led">{t('sums.amount')}</th></tr></thead>
          <tbody>
            {entries.map(({ entryId, on, memo, account, amountFen }) => (
              <tr key={`${entryId} ${account}`}>
                <td>{shortDay(on)}</td>
                <td><a className="figure" href={linkTo('ledger', { entry: entryId })}>{memo}</a><span className="muted small entry-account">{name(account)}</span></td>
                <td className="num led">{money(amountFen)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot><tr className="sum-row"><td colSpan={2}>{t('sums.change')}</td><td className="num led"><span className="dbl">{money(entries.reduce((sum, { amountFen }) => sum + amountFen, 0))}</span></td></tr></tfoot>
        </table>
      </div>
    </div>
  );
}
