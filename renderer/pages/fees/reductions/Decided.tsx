import { useState, type ReactNode } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyNote, RefusalNote } from '../../../components/states.tsx';
import { Tag } from '../../../components/controls.tsx';
import { dateTime } from '../../../text/formats.ts';
import { LongTable, type Column } from '../../ledger/book/LongTable.tsx';
import type { Pages } from '../../ledger/book/use-pages.ts';

export type State = 'pending' | 'approved' | 'rejected';
type Request = { state: State; requestedBy: string; requestedAt: string; decidedBy: string | null; decidedAt: string | null; decisionNote: string; reason: string };

const ANY = 'any';
const states = ['approved', 'rejected', 'pending'] as const satisfies readonly State[];

/** The chosen result of requests; undefined: all of them. */
export function useStateFilter(): { state: State | undefined; choice: ReactNode } {
  const { t } = useTranslation('reductions');
  const [state, setState] = useState<State | undefined>();
  const choice = (
    <Select
      aria-label={t('state')}
      style={{ width: 132 }}
      value={state ?? ANY}
      onChange={(picked) => setState(states.find((one) => one === picked))}
      options={[{ value: ANY, label: t('anyState') }, ...states.map((value) => ({ value, label: t(`stateOf.${value}`) }))]}
    />
  );
  return { state, choice };
}

/** The columns that all requests share: why, who asked, who decided, and how. */
export function useRequestColumns<Row extends Request>(): Column<Row>[] {
  const { t } = useTranslation('reductions');
  return [
    { key: 'reason', title: t('reason'), width: 'minmax(110px, 1.4fr)', cell: ({ reason }) => reason, hint: ({ reason }) => reason },
    { key: 'asked', title: t('asked'), width: 'minmax(150px, 190px)', from: 900, cell: ({ requestedBy, requestedAt }) => <Who name={requestedBy} at={requestedAt} /> },
    { key: 'state', title: t('state'), width: '98px', cell: ({ state }) => <Tag tone={state === 'approved' ? 'green' : state === 'pending' ? 'amber' : 'red'}>{t(`stateOf.${state}`)}</Tag> },
    { key: 'decided', title: t('decided'), width: 'minmax(150px, 190px)', cell: ({ decidedBy, decidedAt }) => (decidedBy === null || decidedAt === null ? '—' : <Who name={decidedBy} at={decidedAt} />) },
    { key: 'note', title: t('note'), width: 'minmax(80px, 1fr)', from: 1050, cell: ({ decisionNote }) => decisionNote, hint: ({ decisionNote }) => decisionNote },
  ];
}

function Who({ name, at }: { name: string; at: string }) {
  return (
    <>
      {name} <span className="muted small">{dateTime(at)}</span>
    </>
  );
}

type DecidedProps<Row> = { label: string; pages: Pages<Row, unknown>; columns: Column<Row>[]; onOpen: (row: Row) => void; rowClass?: (row: Row) => string; children: ReactNode };

/** All requests, newest first, in a list of any length. */
export function Decided<Row>({ label, pages, columns, onOpen, rowClass, children }: DecidedProps<Row>) {
  const { t } = useTranslation('reductions');
  return (
    <section className="card fees-main">
      <div className="sec">
        <h2>{label}</h2>
        <span className="muted small">{pages.loading ? '' : t(pages.complete ? 'rows' : 'rowsMore', { count: pages.knownRows })}</span>
        <span className="hint">{children}</span>
      </div>
      <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
      <LongTable
        label={label}
        columns={columns}
        rowCount={pages.rowCount}
        rowAt={pages.rowAt}
        onView={pages.ensure}
        listKey={pages.listKey}
        loading={pages.loading && !pages.refusal}
        onOpen={onOpen}
        {...(rowClass && { rowClass })}
        empty={<EmptyNote title={t('noneDone')} />}
      />
    </section>
  );
}
