import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatEnergy } from '../../../../shared/domain/meter.ts';
import { firstDay, lastDay, localDay } from '../../../../shared/domain/period.ts';
import { useQuery } from '../../../api.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { EmptyNote } from '../../../components/states.tsx';
import { linkTo } from '../../../route.ts';
import { money } from '../../../text/formats.ts';
import { WaitCard } from '../../parking/income/WaitCard.tsx';
import { YearStepper, yearUntil } from '../../parking/YearStepper.tsx';
import { permilleText } from '../amounts.ts';
import { incomeOf, lacksBill, marginFinding, type MarginMonth } from './margin-finding.ts';
import { MarginChart } from './MarginChart.tsx';

/** Twelve months: what came in, what went to the grid and the platforms, and what is left. */
export function MarginCard() {
  const { t } = useTranslation('charging');
  const [until, setUntil] = useState(() => localDay(new Date()).slice(0, 7));
  const input = yearUntil(until);
  const margin = useQuery('charging.margin', input, { keepLast: true });
  const rows = margin.value?.rows;
  const title = useTitle(rows ?? []);
  if (!rows) return <WaitCard refusal={margin.refusal} onRetry={margin.reload} />;
  const chart = rows.some((row) => incomeOf(row) !== 0 || row.gridCostFen !== null || row.commissionFen !== 0) ? <MarginChart months={rows} /> : <EmptyNote title={t('margin.finding.none')}>{t('margin.noneNote')}</EmptyNote>;
  return (
    <div className="margin-card">
      <div className="charging-bar"><YearStepper until={until} onChange={setUntil} /></div>
      <ChartFrame title={title} note={t('margin.note')} chart={chart} table={<MarginTable months={rows} />} save={<ExportList list="charging.margin" input={input} name={`${t('margin.name')} ${until}`} />} />
    </div>
  );
}

const NAMED = 3;

function useTitle(months: readonly MarginMonth[]): string {
  const { t } = useTranslation('charging');
  const finding = marginFinding(months);
  const { missing } = finding;
  const lacking = missing.length === 0 ? '' : t(missing.length > NAMED ? 'margin.missingMore' : 'margin.missing', { months: missing.slice(0, NAMED).join('、'), count: missing.length });
  if (finding.kind === 'none') return t('margin.finding.none');
  if (finding.kind === 'noBill') return t('margin.finding.noBill', { income: money(finding.incomeFen) }) + lacking;
  return t(`margin.finding.${finding.kind}`, { count: finding.count, income: money(finding.incomeFen), cost: money(finding.costFen), net: money(Math.abs(finding.netFen)), share: finding.share }) + lacking;
}

function MarginTable({ months }: { months: readonly MarginMonth[] }) {
  const { t } = useTranslation('charging');
  const known = (value: number | null, print: (value: number) => string) => (value === null ? <span className="muted">—</span> : <span className={value < 0 ? 'red' : ''}>{print(value)}</span>);
  const sum = (of: (month: MarginMonth) => number | null): number => months.reduce((total, month) => total + (of(month) ?? 0), 0);
  return (
    <table className="book tight" aria-label={t('margin.list')}>
      <thead><tr><th>{t('income.key.month')}</th><th className="num">{t('sessions')}</th><th className="num">{t('energy')}</th><th className="num">{t('energyFee')}</th><th className="num">{t('serviceFee')}</th><th className="num">{t('extraFee')}</th><th className="num">{t('margin.gridCost')}</th><th className="num">{t('margin.commissionCost')}</th><th className="num">{t('margin.otherCost')}</th><th className="num">{t('margin.loss')}</th><th className="num">{t('margin.energyMargin')}</th><th className="num">{t('margin.serviceMargin')}</th><th className="num">{t('margin.net')}</th></tr></thead>
      <tbody>
        {months.map((row) => (
          <tr key={row.month}>
            <td><a className="figure" href={linkTo('charging', { tab: 'sessions', from: firstDay(row.month), to: lastDay(row.month) })}>{row.month}</a></td>
            <td className="num">{row.sessions.toLocaleString('en-US')}</td><td className="num">{formatEnergy(row.energy)}</td><td className="num">{money(row.energyFen)}</td><td className="num">{money(row.serviceFen)}</td><td className="num">{money(row.extraFen)}</td>
            <td className="num">{lacksBill(row) ? <span className="red">{t('margin.noBill')}</span> : known(row.gridCostFen, money)}</td><td className="num">{money(row.commissionFen)}</td><td className="num">{money(row.otherFen)}</td><td className="num">{known(row.lossPermille, permilleText)}</td><td className="num">{known(row.energyMarginFen, money)}</td><td className="num">{known(row.serviceMarginFen, money)}</td><td className="num">{known(row.netFen, money)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot><tr className="sum-row"><td>{t('sum')}</td><td className="num">{sum(({ sessions }) => sessions).toLocaleString('en-US')}</td><td className="num">{formatEnergy(sum(({ energy }) => energy))}</td><td className="num">{money(sum(({ energyFen }) => energyFen))}</td><td className="num">{money(sum(({ serviceFen }) => serviceFen))}</td><td className="num">{money(sum(({ extraFen }) => extraFen))}</td><td className="num">{money(sum(({ gridCostFen }) => gridCostFen))}</td><td className="num">{money(sum(({ commissionFen }) => commissionFen))}</td><td className="num">{money(sum(({ otherFen }) => otherFen))}</td><td /><td className="num">{money(sum(({ energyMarginFen }) => energyMarginFen))}</td><td className="num">{money(sum(({ serviceMarginFen }) => serviceMarginFen))}</td><td className="num"><span className="dbl">{money(sum(({ netFen }) => netFen))}</span></td></tr></tfoot>
    </table>
  );
}
