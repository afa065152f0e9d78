import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Segments } from '../components/controls.tsx';
import './charts.css';

const views = ['chart', 'table'] as const;

type ChartFrameProps = {
  /** What the chart shows, in one sentence with its number. */
  title: string;
  /** Unit and scope. */
  note: string;
  chart: ReactNode;
  /** The very array of the chart. */
  table: ReactNode;
  /** An `<ExportList/>` of the same array. */
  save: ReactNode;
};

/** A card of a chart: its finding, unit and scope, then the chart or its table, and the export. */
export function ChartFrame({ title, note, chart, table, save }: ChartFrameProps) {
  const { t } = useTranslation();
  const [view, setView] = useState<(typeof views)[number]>('chart');
  return (
    <section className="card chart-frame">
      <header>
        <h2>{title}</h2>
        <p className="muted small">{note}</p>
        <div className="chart-acts">
          <Segments label={title} value={view} choices={views.map((value) => ({ value, label: t(`show.${value}`) }))} onChange={setView} />
          {save}
        </div>
      </header>
      <div className="chart-body">{view === 'chart' ? chart : table}</div>
    </section>
  );
}
