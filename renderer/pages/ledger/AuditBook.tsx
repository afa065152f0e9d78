import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { EmptyNote, RefusalNote } from '../../components/states.tsx';
import { useMay } from '../../session.ts';
import { dateTime } from '../../text/formats.ts';
import { LongTable, type Column } from './book/LongTable.tsx';
import { usePages } from './book/use-pages.ts';
import { useLedgerWords } from './ledger-words.ts';

type AuditRow = Output<'ledger.listAudit'>['items'][number];

/** Who did what and when, newest first. */
export function AuditBook() {
  const { t } = useTranslation('ledger');
  return useMay('manager', 'auditor') ? <AuditRows /> : <EmptyNote title={t('auditNotAllowed')} />;
}

function AuditRows() {
  const { t } = useTranslation('ledger');
  const words = useLedgerWords();
  const pages = usePages('ledger.listAudit', {});
  const columns = useMemo<Column<AuditRow>[]>(
    () => [
      { key: 'at', title: t('auditAt'), width: '150px', cell: (row) => dateTime(row.at) },
      { key: 'user', title: t('auditWho'), width: '120px', cell: (row) => (row.user === '' ? t('nobody') : row.user) },
      { key: 'what', title: t('auditWhat'), width: '180px', cell: (row) => words.act(row.endpoint) },
      { key: 'input', title: t('auditInput'), width: 'minmax(200px, 1fr)', cell: (row) => <span className="selectable">{words.auditInput(row.input)}</span>, hint: (row) => row.input },
    ],
    [t, words],
  );
  return (
    <>
      <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
      <LongTable label={t('book.audit')} columns={columns} rowCount={pages.rowCount} rowAt={pages.rowAt} onView={pages.ensure} listKey={pages.listKey} loading={pages.loading && !pages.refusal} empty={<EmptyNote title={t('noAudit')} />} />
    </>
  );
}
