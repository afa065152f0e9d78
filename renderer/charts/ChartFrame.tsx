import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../shared/errors.ts';
import { Segments } from '../components/controls.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../components/states.tsx';
import './charts.css';

type Props = {
  /** What the chart shows, in one sentence with its number. */
  title: string;
  /** Unit and scope. */
  note: ReactNode;
  chart: ReactNode;
  /** The very array of the chart as a table. */
  table: ReactNode;
  /** An `<ExportList/>` of the same array. */
  exports?: ReactNode;
  /** Nothing was read yet. */
  loading?: boolean;
  /** Said instead of chart and table when there is nothing to show. */
  empty?: string | undefined;
  refusal?: Refusal | undefined;
  onRetry?: () => void;
  className?: string;
};

/** A card of a chart: the finding, unit and scope, then the choice of chart or table and the export. */
export function ChartFrame({ title, note, chart, table, exports, loading = false, empty, refusal, onRetry, className = '' }: Props) {
  const { t } = useTranslation();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  return (
    <section className={`card chart-card ${className}`}>
      <h2>{title}</h2>
      <div className="chart-head">
        <span className="muted small">{note}</span>
        <Segments label={t('chartView')} value={view} choices={[{ value: 'chart', label: t('chart') }, { value: 'table', label: t('chartRows') }]} onChange={setView} />
        {exports}
      </div>
      <RefusalNote refusal={refusal} {...(onRetry && { onRetry })} />
      <div className="chart-body">
        {loading && !refusal && <Skeleton rows={6} />}
        {!loading && empty !== undefined && <EmptyNote title={empty} />}
        {!loading && empty === undefined && (view === 'chart' ? chart : table)}
      </div>
    </section>
  );
}
