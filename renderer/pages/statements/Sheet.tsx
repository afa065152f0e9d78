import { useTranslation } from 'react-i18next';
import type { StatementContent, StatementHead, StatementLine } from '../../../shared/contract/statement-content.ts';
import { money } from '../../text/formats.ts';
import { Figure, type SheetProps } from './Figure.tsx';
import { BalancePart, CostsPart, QuestionsPart } from './SheetParts.tsx';
import { SheetCharts } from './SheetCharts.tsx';
import { FeesParts } from './SheetFees.tsx';

type Row = StatementContent['table'][number];
type Section = StatementLine['section'];

/** The sheet as it hangs on the wall; every figure opens what it is made of. */
export function Sheet({ head, content, onDrill }: SheetProps & { head: StatementHead }) {
  const { t } = useTranslation('statements');
  const { title, subtitle, number, version, preparedOn, postedFrom, postedTo, workdays, summary, notes, phone } = content;
  const marked = head.state === 'published' ? '' : head.state === 'superseded' ? t('mark.superseded') : head.closed ? t('mark.draft') : t('mark.open');
  return (
    <article className="st-sheet">
      <div className="rule2" />
      {marked !== '' && <p className="st-mark">{marked}</p>}
      <div className="st-title"><p>{number}<br />{t('versionNo', { version })}　{preparedOn}</p><div><h2>{title}</h2><p>{subtitle}</p></div><p>{postedFrom} – {postedTo}<br />{t('sheet.workdays', { count: workdays })}</p></div>
      <div className="st-plain">{summary.map((text) => <p key={text}>{text.split('**').map((part, index) => (index % 2 === 1 ? <b key={part + String(index)}>{part}</b> : part))}</p>)}</div>
      {content.kind === 'common' ? <CommonTable content={content} onDrill={onDrill} /> : <FeesTable content={content} onDrill={onDrill} />}
      <div className="st-two"><BalancePart content={content} onDrill={onDrill} /><CostsPart content={content} onDrill={onDrill} /></div>
      {content.fees !== null && <FeesParts content={content} fees={content.fees} onDrill={onDrill} />}
      <QuestionsPart content={content} />
      <SheetCharts content={content} head={head} />
      <ol className="st-sheet-notes">{notes.map((text) => <li key={text}>{text}</li>)}</ol>
      <p className="st-foot">{t('sheet.object', { phone })}</p>
    </article>
  );
}

const nameOf = ({ name, detail }: Row): string => (detail === '' ? name : `${name} ${detail}`);
/** The lines of a row that are of these sections; those of its costs, or all. */
function linesOf(content: StatementContent, rows: readonly Row[], sections: readonly Section[]): string[] {
  const own = new Set(rows.flatMap(({ lines }) => lines));
  return content.lines.filter(({ line, section }) => own.has(line) && sections.includes(section)).map(({ line }) => line);
}

const COLUMNS = [['billed', 'billedFen', ['income']], ['received', 'receivedFen', ['income']], ['tax', 'taxFen', ['tax']], ['energy', 'energyFen', ['energy']], ['direct', 'directFen', ['direct', 'cost']], ['net', 'netFen', ['income', 'tax', 'energy', 'direct', 'cost']]] as const;

function CommonTable({ content, onDrill }: SheetProps) {
  const { t } = useTranslation('statements');
  const { table, totals, homes } = content;
  return (
    <section aria-label={t('sheet.income')}>
      <h3>{t('sheet.income')} <small>{t('sheet.incomeNote')}</small><small className="at-end">{t('sheet.homes', { count: homes })}</small></h3>
      <div className="st-wide-table"><table className="book st-main-table" aria-label={t('sheet.income')}>
        <thead><tr><th>{t('column.source')}</th><th>{t('column.place')}</th><th>{t('column.party')}</th><th>{t('column.term')}</th><th>{t('column.standard')}</th>{COLUMNS.map(([key], index) => <th key={key} className={`num ${index === 0 ? 'led' : ''}`}>{t(`column.${key}`)}</th>)}</tr></thead>
        <tbody>{table.map((row) => (
          <tr key={nameOf(row)}>
            <td><b>{row.name}</b>{row.detail !== '' && <><br />{row.detail}</>}{row.notes.length > 0 && <sup>{row.notes.join(',')}</sup>}</td><td>{row.place}</td><td>{row.party}</td><td>{row.term}</td><td>{row.standard}</td>
            {COLUMNS.map(([key, field, sections], index) => <td key={key} className={`num ${index === 0 ? 'led' : ''}`}><Figure title={`${nameOf(row)} · ${t(`column.${key}`)}`} amountFen={row[field]} lines={linesOf(content, [row], sections)} onDrill={onDrill} /></td>)}
          </tr>
        ))}</tbody>
        <tfoot><tr className="sum-row"><td colSpan={5}>{t('sheet.total')}</td>{COLUMNS.map(([key, field, sections], index) => <td key={key} className={`num ${index === 0 ? 'led' : ''}`}><Figure title={`${t('sheet.total')} · ${t(`column.${key}`)}`} amountFen={totals[field]} lines={linesOf(content, table, sections)} onDrill={onDrill} /></td>)}</tr></tfoot>
      </table></div>
    </section>
  );
}

function FeesTable({ content, onDrill }: SheetProps) {
  const { t } = useTranslation('statements');
  const { table, totals } = content;
  return (
    <section aria-label={t('sheet.fees')}>
      <h3>{t('sheet.fees')} <small>{t('sheet.feesNote')}</small></h3>
      <table className="book st-main-table" aria-label={t('sheet.fees')}>
        <thead><tr><th>{t('column.item')}</th><th className="num led">{t('column.billed')}</th><th className="num">{t('column.received')}</th></tr></thead>
        <tbody>{table.map((row) => <tr key={row.source}><td><b>{row.name}</b> {[row.detail, row.place, row.standard].filter(Boolean).join(' ')}</td><td className="num led">{money(row.billedFen)}</td><td className="num"><Figure title={`${row.name} · ${t('column.received')}`} amountFen={row.receivedFen} lines={row.lines} onDrill={onDrill} /></td></tr>)}</tbody>
        <tfoot><tr className="sum-row"><td>{t('sheet.total')}</td><td className="num led">{money(totals.billedFen)}</td><td className="num"><Figure title={`${t('sheet.total')} · ${t('column.received')}`} amountFen={totals.receivedFen} lines={linesOf(content, table, ['income'])} onDrill={onDrill} /></td></tr></tfoot>
      </table>
    </section>
  );
}
