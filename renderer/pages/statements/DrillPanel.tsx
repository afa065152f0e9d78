import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatementContent, StatementHead, StatementLine } from '../../../shared/contract/statement-content.ts';
import { useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { money } from '../../text/formats.ts';
import { useLedgerWords } from '../ledger/ledger-words.ts';
import { ledgerParams } from '../ledger/selection.ts';

/** A figure that was asked about: what it is called, and the lines of the ledger that it is made of. */
export type Drilled = { title: string; amountFen: number; lines: readonly string[] };

type Props = { drilled: Drilled; head: StatementHead; content: StatementContent; onClose: () => void };

/** The lines behind a figure, and the entries behind a line; their sums are the figure. */
export function DrillPanel({ drilled: { title, amountFen, lines }, head, content, onClose }: Props) {
  const { t } = useTranslation(['statements', 'common']);
  const behind = content.lines.filter(({ line }) => lines.includes(line));
  const [chosen, setChosen] = useState<string | undefined>();
  const open = chosen ?? (behind.length === 1 ? behind[0]?.line : undefined);
  return (
    <aside className="card parking-side st-drill" aria-label={title} onKeyDown={(event) => { if (event.key === 'Escape') onClose(); }}>
      <div className="parking-side-head"><h2>{title}</h2><Button look="link" onClick={onClose}>{t('common:close')}</Button></div>
      <p className="st-drill-sum"><span className="muted small">{t('drill.amount')}</span> <b className="dbl">{money(amountFen)}</b></p>
      <div className="parking-side-body">
        {behind.length === 0 && <EmptyNote title={t('drill.none')}>{t('drill.noneNote')}</EmptyNote>}
        {behind.length > 0 && <Lines lines={behind} table={content.table} open={open} onOpen={setChosen} />}
        {open !== undefined && <Entries key={open} statementId={head.statementId} line={open} />}
      </div>
    </aside>
  );
}

function Lines({ lines, table, open, onOpen }: { lines: readonly StatementLine[]; table: StatementContent['table']; open: string | undefined; onOpen: (line: string) => void }) {
  const { t } = useTranslation('statements');
  const words = useLedgerWords();
  const names = new Map((useQuery('ledger.listAccounts', {}).value?.items ?? []).map(({ account, name }) => [account, name]));
  // One account may be parted, e.g. between cars and bicycles: the row of the sheet tells the parts apart.
  const rowOf = (line: string): string => {
    const row = table.find((one) => one.lines.includes(line));
    return row ? `${row.name}${row.detail === '' ? '' : ` ${row.detail}`} · ` : '';
  };
  return (
    <table className="book" aria-label={t('drill.lines')}>
      <thead><tr><th>{t('drill.line')}</th><th className="num led">{t('drill.amountHead')}</th><th className="num">{t('drill.entries')}</th></tr></thead>
      <tbody>{lines.map(({ line, account, section, amountFen, entries }) => (
        <tr key={line} className={line === open ? 'chosen' : ''}>
          <td><button type="button" className="st-figure words" aria-expanded={line === open} onClick={() => onOpen(line)}>{account} {words.account(account, names.get(account) ?? '')}</button><div className="muted small">{rowOf(line)}{t(`section.${section}`)}</div></td>
          <td className="num led">{money(amountFen)}</td><td className="num">{entries.toLocaleString('en-US')}</td>
        </tr>
      ))}</tbody>
    </table>
  );
}

const PAGE = 100;

function Entries({ statementId, line }: { statementId: number; line: string }) {
  const { t } = useTranslation(['statements', 'common']);
  const words = useLedgerWords();
  const [limit, setLimit] = useState(PAGE);
  const { value, refusal, reload } = useQuery('statements.drill', { statementId, line, limit }, { keepLast: true });
  if (!value) return <><RefusalNote refusal={refusal} onRetry={reload} />{!refusal && <Skeleton rows={6} />}</>;
  return (
    <section className="side-part">
      <h3>{t('drill.entriesOf', { count: value.count })}</h3>
      <table className="book" aria-label={t('drill.entriesTable')}>
        <thead><tr><th>{t('common:date')}</th><th>{t('drill.entry')}</th><th className="num led">{t('drill.amountHead')}</th></tr></thead>
        <tbody>
          {value.entries.map(({ entryId, on, kind, memo, amountFen }) => (
            <tr key={entryId}><td className="day">{on}</td><td><a className="figure" href={linkTo('ledger', ledgerParams({ book: 'journal', entry: entryId }))}>{t('drill.no', { no: entryId })} {memo === '' ? words.kind(kind) : memo}</a></td><td className="num led">{money(amountFen)}</td></tr>
          ))}
        </tbody>
        <tfoot><tr className="sum-row"><td colSpan={2}>{t('common:total')}</td><td className="num led"><span className="dbl">{money(value.totalFen)}</span></td></tr></tfoot>
      </table>
      {value.next !== undefined && limit < 1000 && <Button look="link" className="side-more" onClick={() => setLimit(1000)}>{t('common:more')}</Button>}
      {value.laterEntries > 0 && <p className="side-words warn">{t('drill.later', { count: value.laterEntries })}</p>}
    </section>
  );
}
