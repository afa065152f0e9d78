import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/PageHead.tsx';
import { Segments } from '../../components/controls.tsx';
import { goTo, useRoute } from '../../route.ts';
import { useMay } from '../../session.ts';
import { AuditBook } from './AuditBook.tsx';
import { EntryPanel } from './EntryPanel.tsx';
import { PostingsBook } from './PostingsBook.tsx';
import { books, ledgerParams, readLedgerRoute, type LedgerRoute } from './selection.ts';
import { TrialBalance } from './TrialBalance.tsx';
import { VerifyBooks } from './VerifyBooks.tsx';
import './ledger.css';

/** The books. What is shown stands in the address, so that any figure can link to its rows. */
export function LedgerPage() {
  const { t } = useTranslation('ledger');
  const { params } = useRoute();
  const route = readLedgerRoute(params);
  const mayAudit = useMay('manager', 'auditor');
  const change = useCallback((changes: Partial<LedgerRoute>) => {
    // Read from the address itself: a filter may settle after another one was changed.
    const present = readLedgerRoute(new URLSearchParams(window.location.hash.split('?')[1] ?? ''));
    goTo('ledger', ledgerParams({ ...present, ...changes }));
  }, []);
  const choices = books.filter((book) => book !== 'audit' || mayAudit).map((book) => ({ value: book, label: t(`book.${book}`) }));
  return (
    <main className="page">
      <PageHead title={t('title')} note={t(`note.${route.book}`)}>
        <Segments label={t('title')} value={route.book} choices={choices} onChange={(book) => change({ book, entry: undefined })} />
      </PageHead>
      <div className="book-area">
        <section className="card book-main">
          {(route.book === 'journal' || route.book === 'account' || route.book === 'home') && <PostingsBook key={route.book} route={route} book={route.book} onChange={change} />}
          {route.book === 'trial' && <TrialBalance on={route.on} onChange={change} />}
          {route.book === 'verify' && <VerifyBooks />}
          {route.book === 'audit' && <AuditBook />}
        </section>
        {route.entry !== undefined && <EntryPanel key={route.entry} entryId={route.entry} onChange={change} />}
      </div>
    </main>
  );
}
