import { useTranslation } from 'react-i18next';
import type { StatementContent, StatementHead } from '../../../shared/contract/statement-content.ts';
import { DRAWING_FONT, drawPairs, drawSources, SMALL_FONT, type Drawing } from '../../../shared/domain/statement-drawing.ts';
import { useCommand } from '../../api.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { Button } from '../../components/controls.tsx';
import { EmptyNote } from '../../components/states.tsx';
import { money } from '../../text/formats.ts';
import { SaveNote } from '../ledger/book/SaveNote.tsx';
import { useSave } from '../ledger/book/use-save.ts';

type Bar = { label: string; incomeFen: number; costFen: number; netFen: number };

/** The three pictures of the sheet, drawn as on paper, each with its figures as a table. */
export function SheetCharts({ content, head }: { content: StatementContent; head: StatementHead }) {
  const { t } = useTranslation('statements');
  const { kind, table, months, compare, sourcesFinding, monthsFinding, compareFinding, subtitle, incomeFen, costFen, netFen } = content;
  const sources = table.map((row): Bar => ({ label: row.detail === '' ? row.name : `${row.name} ${row.detail}`, incomeFen: row.receivedFen, costFen: row.taxFen + row.energyFen + row.directFen, netFen: row.netFen }));
  const compared: Bar[] = [{ label: subtitle.replace(/（.*$/u, ''), incomeFen, costFen, netFen }, ...compare.map(({ name, ...rest }) => ({ label: name, ...rest }))];
  const words = { income: t('chart.income'), cost: t('chart.cost'), head: t('chart.net') };
  return (
    <div className="st-charts">
      {kind === 'common' && <Chart title={sourcesFinding} bars={sources} drawing={drawSources(sources, { net: t('chart.net'), cost: t('chart.cost'), head: t('chart.net') }, money)} head={head} />}
      <Chart title={monthsFinding} bars={months.map(({ month, ...rest }) => ({ label: month, ...rest }))} drawing={drawPairs(months.map(({ month, ...rest }) => ({ label: month, ...rest })), words, money)} head={head} />
      <Chart title={compareFinding} bars={compared} drawing={drawPairs(compared, words, money)} head={head} />
    </div>
  );
}

function Chart({ title, bars, drawing, head }: { title: string; bars: readonly Bar[]; drawing: Drawing; head: StatementHead }) {
  const { t } = useTranslation('statements');
  const table = (
    <table className="book" aria-label={title}>
      <thead><tr><th>{t('chart.of')}</th><th className="num led">{t('chart.income')}</th><th className="num">{t('chart.cost')}</th><th className="num">{t('chart.net')}</th></tr></thead>
      <tbody>{bars.map(({ label, incomeFen, costFen, netFen }) => <tr key={label}><td>{label}</td><td className="num led">{money(incomeFen)}</td><td className="num">{money(costFen)}</td><td className="num"><b>{money(netFen)}</b></td></tr>)}</tbody>
    </table>
  );
  const empty = bars.length === 0 && <EmptyNote title={t('chart.none')} />;
  return <ChartFrame title={title} note={t('chart.note')} chart={empty || <Picture drawing={drawing} label={title} />} table={empty || table} save={<SaveWorkbook head={head} />} />;
}

/** The workbook of the statement holds the figures of its pictures. */
function SaveWorkbook({ head: { statementId, number, version } }: { head: StatementHead }) {
  const { t } = useTranslation();
  const saving = useSave();
  const { run, running } = useCommand('statements.export', { reloads: false });
  return <span className="export-list"><Button disabled={running} onClick={() => void saving.save(`${number}-v${version}`, 'xlsx', (file) => run({ statementId, format: 'xlsx', file }))}>{t('exportXlsx')}</Button><SaveNote saving={saving} /></span>;
}

function Picture({ drawing: { width, height, shapes }, label }: { drawing: Drawing; label: string }) {
  return (
    <svg className="st-picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <defs><pattern id="st-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="4" height="4" fill="var(--mb-surface)" /><rect width="1.2" height="4" fill="var(--mb-ink)" /></pattern></defs>
      {shapes.map((shape, index) => {
        if (shape.kind === 'axis') return <path key={index} d={`M${shape.x} ${shape.y}v${shape.height}`} stroke="var(--mb-ink)" strokeWidth=".8" />;
        if (shape.kind === 'text') return <text key={index} x={shape.x} y={shape.y} textAnchor={shape.anchor} fontSize={shape.look === 'small' ? SMALL_FONT : DRAWING_FONT} fontWeight={shape.look === 'strong' ? 700 : 400} fill={shape.look === 'muted' ? 'var(--mb-muted)' : 'var(--mb-ink)'}>{shape.text}</text>;
        const { x, y, width: wide, height: high } = shape;
        return shape.fill === 'solid' ? <rect key={index} x={x} y={y} width={wide} height={high} fill="var(--mb-chart-1)" /> : <rect key={index} x={x} y={y} width={wide} height={high} fill="url(#st-hatch)" stroke="var(--mb-ink)" strokeWidth=".6" />;
      })}
    </svg>
  );
}
