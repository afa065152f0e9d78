import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { useQuery } from '../../api.ts';
import { Button, FundTag } from '../../components/controls.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { dateTime, money } from '../../text/formats.ts';
import { useLedgerWords } from './ledger-words.ts';
import { ledgerParams, type LedgerRoute } from './selection.ts';

type EntryPanelProps = { entryId: number; onChange: (changes: Partial<LedgerRoute>) => void };

/** One journal entry with its postings, its seal in the hash chain, and what it reverses or is reversed by. */
export function EntryPanel({ entryId, onChange }: EntryPanelProps) {
  const { t } = useTranslation(['ledger', 'common']);
  const entry = useQuery('ledger.getEntry', { entryId });
  return (
    <aside className="card entry-panel" aria-label={t('entry', { no: entryId })} onKeyDown={(event) => event.key === 'Escape' && onChange({ entry: undefined })}>
      <div className="sec">
        <h2>{t('entry', { no: entryId })}</h2>
        <Button look="link" className="hint" aria-label={t('closeEntry')} onClick={() => onChange({ entry: undefined })}>
          {t('common:close')}
        </Button>
      </div>
      {entry.state === 'error' && <RefusalNote refusal={entry.refusal} onRetry={entry.reload} />}
      {entry.value ? <EntryFacts entry={entry.value} onChange={onChange} /> : entry.state === 'loading' && <Skeleton rows={7} />}
    </aside>
  );
}

function EntryFacts({ entry, onChange }: { entry: Output<'ledger.getEntry'>; onChange: EntryPanelProps['onChange'] }) {
  const { t } = useTranslation('ledger');
  const words = useLedgerWords();
  const { reverses, reversedBy } = entry;
  return (
    <>
      <dl className="facts-list">
        <dt>{t('day')}</dt>
        <dd>{entry.on}</dd>
        <dt>{t('kindHead')}</dt>
        <dd>{words.kind(entry.kind)}</dd>
        <dt>{t('memo')}</dt>
        <dd>{entry.memo}</dd>
        <dt>{t('postedAt')}</dt>
        <dd>{dateTime(entry.postedAt)}</dd>
        <dt>{t('by')}</dt>
        <dd>{entry.by === '' ? t('system') : entry.by}</dd>
        <dt>{t('hash')}</dt>
        <dd className="hash">{entry.hash}</dd>
      </dl>
      <div className="entry-links">
        {reverses !== null && (
          <Button look="link" onClick={() => onChange({ entry: reverses })}>
            {t('reverses', { no: reverses })}
          </Button>
        )}
        {reversedBy !== null && (
          <Button look="link" onClick={() => onChange({ entry: reversedBy })}>
            {t('reversedBy', { no: reversedBy })}
          </Button>
        )}
      </div>
      <EntryPostings postings={entry.postings} />
    </>
  );
}

const MOST_POSTINGS = 60;

function EntryPostings({ postings }: { postings: Output<'ledger.getEntry'>['postings'] }) {
  const { t } = useTranslation(['ledger', 'common']);
  const words = useLedgerWords();
  const debits = sumFen(postings.filter((posting) => posting.amountFen > 0).map((posting) => posting.amountFen));
  const credits = sumFen(postings.filter((posting) => posting.amountFen < 0).map((posting) => -posting.amountFen));
  return (
    <div className="entry-postings">
      <table className="book">
        <thead>
          <tr>
            <th>{t('account')}</th>
            <th className="num led">{t('debit')}</th>
            <th className="num">{t('credit')}</th>
          </tr>
        </thead>
        <tbody>
          {postings.slice(0, MOST_POSTINGS).map((posting) => (
            <tr key={posting.line}>
              <td>
                <a className="figure" href={linkTo('ledger', ledgerParams({ book: 'account', account: posting.account, fund: posting.fund }))} title={t('accountBook')}>
                  {posting.account} {words.account(posting.account, posting.accountName)}
                </a>
                <div className="posting-of">
                  <FundTag fund={posting.fund} />
                  {posting.homeId !== null && (
                    <a className="figure" href={linkTo('ledger', ledgerParams({ book: 'home', homeId: posting.homeId }))} title={t('homeBook')}>
                      {posting.label}
                    </a>
                  )}
                </div>
              </td>
              <td className="num led">{posting.amountFen > 0 ? money(posting.amountFen) : ''}</td>
              <td className="num">{posting.amountFen < 0 ? money(-posting.amountFen) : ''}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="sum-row">
            <td>
              {t('common:total')} {postings.length > MOST_POSTINGS && <span className="muted small">{t('rows', { count: postings.length })}</span>}
            </td>
            <td className="num led">
              <span className="dbl">{money(debits)}</span>
            </td>
            <td className="num">
              <span className="dbl">{money(credits)}</span>
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
