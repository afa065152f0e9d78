import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { addDays } from '../../../../shared/domain/period.ts';
import { useQuery } from '../../../api.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { Button } from '../../../components/controls.tsx';
import { EmptyNote } from '../../../components/states.tsx';
import { linkTo } from '../../../route.ts';
import { useSession } from '../../../session.ts';
import { money, yuan } from '../../../text/formats.ts';
import { expiringFinding } from './findings.ts';
import { StackBar, StackLegend } from './StackBar.tsx';
import { WaitCard } from './WaitCard.tsx';

type Expiring = Output<'parking.expiring'>;
const [MONTHS, SOON_DAYS] = [12, 30];

/** The last day that a lease holds. */
const lastDayOf = ({ to }: Expiring['items'][number]): string => addDays(to, -1);

/** The monthly income of leases that end in the coming months, and the leases. */
export function ExpiringCard() {
  const { t } = useTranslation('parkingIncome');
  const { today } = useSession();
  const [month, setMonth] = useState<string>();
  const found = useQuery('parking.expiring', { months: MONTHS });
  if (!found.value) return <WaitCard refusal={found.refusal} onRetry={found.reload} />;
  const { items, months } = found.value;
  const finding = expiringFinding(found.value, addDays(today, SOON_DAYS));
  const empty = <EmptyNote title={t('expiring.none')}>{t('expiring.noneNote')}</EmptyNote>;
  const chosen = items.filter((item) => month === undefined || lastDayOf(item).startsWith(month));
  return (
    <ChartFrame
      title={t(`expiring.finding.${finding.kind}`, finding.kind === 'none' ? {} : { ...finding, amount: yuan(finding.amountFen), most: yuan(finding.mostFen) })}
      note={t('expiring.note')}
      chart={items.length === 0 ? empty : month === undefined ? <MonthBars months={months} onChoose={setMonth} /> : <LeasesOf items={chosen} month={month} onBack={() => setMonth(undefined)} />}
      table={items.length === 0 ? empty : <LeaseTable items={items} />}
      save={<ExportList list="parking.expiring" input={{ months: MONTHS }} name={t('expiring.name')} />}
    />
  );
}

function MonthBars({ months, onChoose }: { months: Expiring['months']; onChoose: (month: string) => void }) {
  const { t } = useTranslation('parkingIncome');
  const mostFen = Math.max(...months.map(({ residentFen, daytimeFen }) => residentFen + daytimeFen));
  return (
    <>
      <StackLegend names={[['resident', t('kind.resident')], ['daytime', t('kind.daytime')]]} />
      <table className="book tight ranking" aria-label={t('expiring.name')}>
        <thead><tr><th>{t('month')}</th><th className="num">{t('expiring.leases')}</th><th className="bar-cell" /><th className="num led">{t('expiring.monthly')}</th></tr></thead>
        <tbody>
          {months.map(({ month, residentFen, daytimeFen, leases }) => (
            <tr key={month} className={leases === 0 ? 'nothing' : ''}>
              <td>{leases === 0 ? month : <button type="button" className="figure" onClick={() => onChoose(month)}>{month}</button>}</td>
              <td className="num">{leases}</td>
              <td className="bar-cell"><StackBar mostFen={mostFen} parts={[{ kind: 'resident', fen: residentFen }, { kind: 'daytime', fen: daytimeFen }]} /></td>
              <td className="num led">{leases === 0 ? '—' : money(residentFen + daytimeFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function LeasesOf({ items, month, onBack }: { items: Expiring['items']; month: string; onBack: () => void }) {
  const { t } = useTranslation('parkingIncome');
  return (
    <>
      <div className="chosen-bar"><b>{t('expiring.inMonth', { month })}</b><Button look="link" onClick={onBack}>{t('expiring.every')}</Button></div>
      <LeaseTable items={items} />
    </>
  );
}

function LeaseTable({ items }: { items: Expiring['items'] }) {
  const { t } = useTranslation('parkingIncome');
  return (
    <table className="book tight" aria-label={t('expiring.name')}>
      <thead><tr><th>{t('expiring.to')}</th><th>{t('expiring.space')}</th><th>{t('expiring.who')}</th><th className="num led">{t('expiring.monthly')}</th></tr></thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.leaseId}>
            <td>{lastDayOf(item)}</td>
            <td>{item.space}</td>
            <td><a className="figure" href={linkTo('parking', { tab: 'leases', lease: item.leaseId })} title={`${item.leaseNo} ${item.lessee}`}>{item.label}</a></td>
            <td className="num led">{money(item.monthlyFen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
