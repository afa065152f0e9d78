import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import type { DayReport, ShiftReport } from '../../../shared/contract/shifts.ts';
import { useQuery } from '../../api.ts';
import { Button, FundTag } from '../../components/controls.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { dateTime, money, yuan } from '../../text/formats.ts';
import { useFaceName } from './CountTable.tsx';
import { DayShifts } from './DayShifts.tsx';
import { PrintActions } from './PrintActions.tsx';
import { ShiftFacts } from './ShiftFacts.tsx';

/** A frozen report of a shift or a day as it was, with its paper. */
export function ReportView({ reportNo, onBack }: { reportNo: string; onBack: () => void }) {
  const { t } = useTranslation('shifts');
  const { value, refusal, reload } = useQuery('shifts.get', { reportNo });
  return (
    <div className="shift-area">
      <div className="shift-main">
        <RefusalNote refusal={refusal} onRetry={reload} />
        {!value && !refusal && <Skeleton rows={10} height={24} />}
        {value?.kind === 'day' && <DayShifts shifts={value.report.shifts} others={value.report.others} />}
        {value && <ShiftFacts facts={value.report} nothing={t('nothingTakenReport')} />}
      </div>
      <aside className="card shift-side">
        <div className="drawer">
          <div className="drawer-head">
            <h2 className="selectable">{reportNo}</h2>
            <Button look="link" onClick={onBack}>
              {t('backToList')}
            </Button>
          </div>
          {value && <Summary found={value} />}
          {value && <PrintActions reportNo={reportNo} />}
        </div>
      </aside>
    </div>
  );
}

function Summary({ found }: { found: Output<'shifts.get'> }) {
  return found.kind === 'shift' ? <ShiftSummary report={found.report} /> : <DaySummary report={found.report} />;
}

function ShiftSummary({ report }: { report: ShiftReport }) {
  const { t } = useTranslation('shifts');
  const faceName = useFaceName();
  return (
    <>
      <dl className="report-facts">
        <Fact name={t('cashier')}>{report.userName}</Fact>
        {report.closedBy !== report.userName && <Fact name={t('closedBy')}>{report.closedBy}</Fact>}
        <Fact name={t('witness')}>{report.witness || '—'}</Fact>
        <Fact name={t('openedAt')}>{dateTime(report.openedAt)}</Fact>
        <Fact name={t('closedAt')}>{dateTime(report.closedAt)}</Fact>
        {report.note && <Fact name={t('note')}>{report.note}</Fact>}
      </dl>
      <table className="book sums" aria-label={t('cash')}>
        <tbody>
          <Sum name={t('float')} fen={report.floatFen} />
          <Sum name={t('cashIn')} fen={report.cashInFen} />
          <Sum name={t('cashOut')} fen={report.cashOutFen} />
          <Sum name={t('expected')} fen={report.expectedFen} strong />
          <Sum name={t('counted')} fen={report.countedFen} strong />
          <Sum name={t('difference')} fen={report.overShortFen} red={report.overShortFen !== 0} />
          <Sum name={`${t('bankedShort')}${report.slipNo ? ` ${report.slipNo}` : ''}`} fen={-report.bankedFen} />
        </tbody>
        <tfoot>
          <tr className="sum-row">
            <td>{t('kept')}</td>
            <td className="num led">
              <span className="dbl">{yuan(report.keptFen)}</span>
            </td>
          </tr>
        </tfoot>
      </table>
      {report.banked.map(({ fund, account, amountFen }) => (
        <p key={`${fund} ${account}`} className="small banked-part">
          <FundTag fund={fund} /> {money(amountFen)} {account === '1002.01' || account === '1002.02' ? t('bankedOf', { account: t(`accounts.${account}`) }) : account}
        </p>
      ))}
      <p className="small muted">
        {t('notes')}　{report.notes.length === 0 ? t('notesNone') : report.notes.map(({ faceFen, pieces }) => `${faceName(faceFen)} × ${pieces}`).join(t('comma'))}
      </p>
    </>
  );
}

function DaySummary({ report }: { report: DayReport }) {
  const { t } = useTranslation(['shifts', 'common']);
  return (
    <>
      <dl className="report-facts">
        <Fact name={t('common:date')}>{report.on}</Fact>
        <Fact name={t('maker')}>{report.userName}</Fact>
        <Fact name={t('checker')}>{report.witness || '—'}</Fact>
        <Fact name={t('dayClosedAt')}>{dateTime(report.closedAt)}</Fact>
        {report.note && <Fact name={t('note')}>{report.note}</Fact>}
      </dl>
      <table className="book sums" aria-label={t('total')}>
        <tbody>
          <Sum name={t('cashIn')} fen={report.cashInFen} />
          <Sum name={t('cashOut')} fen={report.cashOutFen} />
          <Sum name={t('difference')} fen={report.overShortFen} red={report.overShortFen !== 0} />
          <Sum name={t('bankedShort')} fen={report.bankedFen} />
        </tbody>
        <tfoot>
          <tr className="sum-row">
            <td>{t('total')}</td>
            <td className="num led">
              <span className="dbl">{yuan(report.totals.totalFen)}</span>
            </td>
          </tr>
        </tfoot>
      </table>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Sum({ name, fen, strong = false, red = false }: { name: string; fen: number; strong?: boolean; red?: boolean }) {
  return (
    <tr className={strong ? 'strong' : ''}>
      <td>{name}</td>
      <td className={`num led ${red ? 'red' : ''}`}>{fen === 0 && !strong ? '—' : money(fen)}</td>
    </tr>
  );
}
