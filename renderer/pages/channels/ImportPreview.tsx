import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { Button } from '../../components/controls.tsx';
import { EmptyNote } from '../../components/states.tsx';
import { money } from '../../text/formats.ts';
import { countText } from '../ledger/book/count-text.ts';
import { LongTable } from '../ledger/book/LongTable.tsx';
import type { ChannelsRoute } from './channels-route.ts';
import { useLineColumns } from './line-columns.tsx';

type Answer = Output<'channels.import'>;

/** What an import will do: counts and sums, the exceptions, and what the file lacks. */
export function ImportPreview({ answer, running, onCommit }: { answer: Answer; running: boolean; onCommit: () => void }) {
  const { t } = useTranslation('channels');
  const columns = useLineColumns(true);
  const rows = [...answer.exceptions, ...answer.missing];
  return (
    <>
      <ImportSums answer={answer} />
      <section className="card import-rows">
        <div className="sec">
          <h2>{t('import.exceptionList')}</h2>
        </div>
        <LongTable label={t('import.exceptionList')} columns={columns} rowCount={rows.length} rowAt={(index) => rows[index]} listKey="preview" empty={<EmptyNote title={t('import.allMatched')} />} />
      </section>
      <section className="card import-acts">
        <span className="muted">{t('import.nothing')}</span>
        <Button look="main" disabled={running} onClick={onCommit}>
          {t('import.commit', { count: answer.lines })}
        </Button>
      </section>
    </>
  );
}

function ImportSums({ answer }: { answer: Answer }) {
  const { t } = useTranslation('channels');
  const facts: [string, string, boolean?][] = [
    [t('import.lines'), countText(answer.lines)], [t('import.matched'), countText(answer.matched)], [t('import.exceptions'), countText(answer.exceptions.length), answer.exceptions.length > 0], [t('import.missing'), countText(answer.missing.length), answer.missing.length > 0],
    [t('import.gross'), money(answer.grossFen)], ...(answer.refundFen === 0 ? [] : [[t('import.refund'), money(answer.refundFen)] as [string, string]]), [t('import.feeSum'), money(answer.feeFen)], [answer.channel === 'bank' ? t('import.netBank') : t('import.net'), money(answer.netFen)],
    ...(answer.settled === 0 ? [] : [[t('import.settled'), t('import.settledValue', { count: answer.settled })] as [string, string]]),
  ];
  return (
    <section className="card">
      <div className="sec">
        <h2>{t(`channel.${answer.channel}`)}</h2>
        <span className="muted">{t('import.days', { from: answer.from, to: answer.to })}</span>
      </div>
      <dl className="import-sums">
        {facts.map(([name, value, isRed]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={isRed ? 'red' : ''}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What an import did, and where to go from here. */
export function ImportDone({ file, answer, onLeave }: { file: string; answer: Answer; onLeave: (changes: Partial<ChannelsRoute>) => void }) {
  const { t } = useTranslation('channels');
  const open = answer.exceptions.length + answer.missing.length > 0;
  const month = answer.to.slice(0, 7);
  return (
    <>
      <section className="card import-done" role="status">
        <h2 className="good">{t('import.done', { file })}</h2>
        <p>{t('import.doneNote', { lines: answer.lines, matched: answer.matched, exceptions: answer.exceptions.length })}</p>
        <div className="import-done-acts">
          {open && (
            <Button look="main" autoFocus onClick={() => onLeave({ part: 'work', channel: answer.channel, at: undefined, month })}>
              {t('import.toWork')}
            </Button>
          )}
          <Button look={open ? 'plain' : 'main'} onClick={() => onLeave({ part: 'overview', month })}>
            {t('import.toOverview')}
          </Button>
        </div>
      </section>
      <ImportSums answer={answer} />
    </>
  );
}
