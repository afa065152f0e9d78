import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/controls.tsx';
import { EmptyNote, ProgressBar, RefusalNote } from '../../components/states.tsx';
import { money } from '../../text/formats.ts';
import { LongTable } from './book/LongTable.tsx';
import { SaveNote } from './book/SaveNote.tsx';
import { usePages } from './book/use-pages.ts';
import { BookFilters } from './BookFilters.tsx';
import { postingColumns, type PostingRow } from './posting-columns.tsx';
import { bookSelectionOf, type LedgerRoute } from './selection.ts';
import { useBookExport } from './use-book-export.ts';
import { useLedgerWords } from './ledger-words.ts';
import type { BookSelection } from '../../../shared/contract/ledger.ts';

type PostingsBookProps = { route: LedgerRoute; book: BookSelection['book']; onChange: (changes: Partial<LedgerRoute>) => void };

/** Journal, account ledger or home ledger: filters, rows with the running balance, export of exactly these rows. */
export function PostingsBook({ route, book, onChange }: PostingsBookProps) {
  const { t } = useTranslation(['ledger', 'common']);
  const selection = bookSelectionOf(route);
  const exporting = useBookExport();
  const exportAs = (format: 'xlsx' | 'csv') => {
    if (selection) void exporting.run(selection, t(`book.${book}`), format);
  };
  return (
    <>
      <div className="book-bar">
        <BookFilters route={route} book={book} onChange={onChange} />
        <div className="book-acts">
          <Button disabled={!selection || exporting.running} onClick={() => exportAs('xlsx')}>
            {t('common:exportXlsx')}
          </Button>
          <Button disabled={!selection || exporting.running} onClick={() => exportAs('csv')}>
            {t('common:exportCsv')}
          </Button>
        </div>
      </div>
      <div className="book-notes">
        {exporting.running && <ProgressBar progress={exporting.progress && { ...exporting.progress, label: '' }} label={t('exporting')} onCancel={exporting.cancel} />}
        <SaveNote saving={exporting.saving} />
      </div>
      {selection ? (
        <PostingRows selection={selection} chosen={route.entry} onChange={onChange} />
      ) : (
        <EmptyNote title={book === 'home' ? t('needHome') : t('needAccount')}>{book === 'home' ? t('needHomeNote') : undefined}</EmptyNote>
      )}
    </>
  );
}

function PostingRows({ selection, chosen, onChange }: { selection: BookSelection; chosen: number | undefined; onChange: PostingsBookProps['onChange'] }) {
  const { t } = useTranslation('ledger');
  const words = useLedgerWords();
  const pages = usePages('ledger.listPostings', { selection });
  const { rowAt } = pages;
  const columns = useMemo(() => postingColumns(selection.book, t, words, rowAt), [selection.book, t, words, rowAt]);
  const filtered = selection.from !== undefined || selection.to !== undefined || (selection.book === 'journal' && selection.search !== undefined);
  const rowClass = (row: PostingRow, index: number) => {
    const opens = selection.book === 'journal' && index > 0 && rowAt(index - 1)?.entryId !== row.entryId;
    return `${opens ? 'opening' : ''} ${row.entryId === chosen ? 'chosen' : ''}`;
  };
  return (
    <>
      <div className="book-facts">
        {selection.book !== 'journal' && pages.head && (
          <span>
            {t('openingBalance')} <b>{money(pages.head.openingFen)}</b>
          </span>
        )}
        <span>{pages.loading ? '' : t(pages.complete ? 'rows' : 'rowsMore', { count: pages.knownRows })}</span>
      </div>
      <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
      <LongTable
        label={t(`book.${selection.book}`)}
        columns={columns}
        rowCount={pages.rowCount}
        rowAt={rowAt}
        onView={pages.ensure}
        listKey={pages.listKey}
        loading={pages.loading && !pages.refusal}
        onOpen={(row) => onChange({ entry: row.entryId })}
        rowClass={rowClass}
        empty={
          <EmptyNote title={t('noRows')}>
            {filtered && (
              <Button look="link" onClick={() => onChange({ from: undefined, to: undefined, search: undefined })}>
                {t('clearFilter')}
              </Button>
            )}
          </EmptyNote>
        }
      />
    </>
  );
}
