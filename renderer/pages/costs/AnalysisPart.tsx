import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommonSource, FeeCost } from '../../../shared/domain/common-sources.ts';
import { divideHalfUp } from '../../../shared/domain/money.ts';
import { addMonths, localDay } from '../../../shared/domain/period.ts';
import { useQuery } from '../../api.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { Segments } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { money } from '../../text/formats.ts';
import { WaitCard } from '../parking/income/WaitCard.tsx';
import { YearStepper, yearUntil } from '../parking/YearStepper.tsx';
import { CostBars } from './CostBars.tsx';
import { sumByKey, type CostRow } from './cost-sums.ts';

type By = 'fee' | 'source';

/** Twelve months of costs, by the nine lines or by source, under what they say. */
export function AnalysisPart() {
  const { t } = useTranslation('costs');
  const [until, setUntil] = useState(() => localDay(new Date()).slice(0, 7));
  const [by, setBy] = useState<By>('fee');
  const input = { ...yearUntil(until), by };
  const query = useQuery('costs.analysis', input, { keepLast: true });
  const nameOf = useKeyName(by);
  const rows = query.value?.rows;
  const months = Array.from({ length: 12 }, (_, index) => addMonths(input.from, index));
  const title = useTitle(rows ?? [], nameOf);
  return (
    <div className="charging-scroll">
      <div className="charging-bar">
        <YearStepper until={until} onChange={setUntil} />
        <Segments label={t('analysis.by')} value={by} choices={(['fee', 'source'] as const).map((value) => ({ value, label: t(`analysis.${value}`) }))} onChange={setBy} />
      </div>
      {rows ? <ChartFrame title={title} note={t(by === 'fee' ? 'analysis.note' : 'analysis.noteSource')} chart={rows.length === 0 ? <EmptyNote title={t('analysis.none')}>{t('analysis.noneNote')}</EmptyNote> : <CostBars rows={rows} months={months} nameOf={nameOf} />} table={<CostTable rows={rows} months={months} by={by} nameOf={nameOf} />} save={<ExportList list="costs.analysis" input={input} name={`${t('analysis.name')} ${until}`} />} /> : <WaitCard refusal={query.refusal} onRetry={query.reload} />}
    </div>
  );
}

function useKeyName(by: By): (key: string) => string {
  const { t } = useTranslation('costs');
  return (key) => (by === 'fee' ? t(`fee.${key as FeeCost}`, { defaultValue: key }) : t(`source.${key as CommonSource}`, { defaultValue: key }));
}

/** What costs most, and its share of all. */
function useTitle(rows: readonly CostRow[], nameOf: (key: string) => string): string {
  const { t } = useTranslation('costs');
  const sums = sumByKey(rows);
  const [top] = sums;
  const totalFen = sums.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (!top || totalFen <= 0) return t('analysis.none');
  const words = { name: nameOf(top.key), amount: money(top.amountFen), total: money(totalFen), share: Number(divideHalfUp(BigInt(top.amountFen) * 100n, BigInt(totalFen))) };
  return sums.length === 1 ? t('analysis.finding.one', words) : t('analysis.finding.top', words);
}

type TableProps = { rows: readonly CostRow[]; months: readonly string[]; by: By; nameOf: (key: string) => string };

function CostTable({ rows, months, by, nameOf }: TableProps) {
  const { t } = useTranslation('costs');
  const keys = sumByKey(rows);
  const of = (month: string, key: string): number => rows.find((row) => row.month === month && row.key === key)?.amountFen ?? 0;
  const total = (month: string): number => rows.filter((row) => row.month === month).reduce((sum, { amountFen }) => sum + amountFen, 0);
  const shown = (fen: number) => (fen === 0 ? '' : money(fen));
  return (
    <div className="costs-wide">
      <table className="book tight" aria-label={t('analysis.name')}>
        <thead><tr><th>{t('analysis.month')}</th>{keys.map(({ key }) => <th key={key} className="num">{nameOf(key)}</th>)}<th className="num">{t('analysis.total')}</th></tr></thead>
        <tbody>{months.map((month) => <tr key={month}><td><a className="figure" href={linkTo('costs', { tab: 'vouchers', month, fund: by === 'fee' ? 'property' : 'common' })}>{month}</a></td>{keys.map(({ key }) => <td key={key} className="num">{shown(of(month, key))}</td>)}<td className="num">{money(total(month))}</td></tr>)}</tbody>
        <tfoot><tr className="sum-row"><td>{t('analysis.total')}</td>{keys.map(({ key, amountFen }) => <td key={key} className="num">{money(amountFen)}</td>)}<td className="num"><span className="dbl">{money(keys.reduce((sum, { amountFen }) => sum + amountFen, 0))}</span></td></tr></tfoot>
      </table>
    </div>
  );
}
