import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { Check, Tag } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../components/states.tsx';
import { money } from '../../text/formats.ts';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';
import { usePages } from '../ledger/book/use-pages.ts';
import { BillFilters, type BillChoice } from './BillFilters.tsx';
import { CallPanel } from './CallPanel.tsx';
import './dunning.css';

export type HomeToCall = Output<'dunning.calls'>['items'][number];

/** Homes to call, broken promises first; a row opens its calls, and after one is entered the next home follows. */
export function CallsPart() {
  const { t } = useTranslation('arrears');
  const [bills, setBills] = useState<BillChoice>({});
  const [brokenOnly, setBrokenOnly] = useState(false);
  const [chosen, setChosen] = useState<HomeToCall | undefined>();
  const input = { ...bills, ...(brokenOnly && { brokenOnly }) };
  const pages = usePages('dunning.calls', input);
  const columns = useCallColumns();
  const { head } = pages;
  // A call moves its home in the list: who follows is told before it is entered.
  const following = (home: HomeToCall): HomeToCall | undefined => {
    const index = Array.from({ length: pages.knownRows }, (_, row) => row).find((row) => pages.rowAt(row)?.homeId === home.homeId);
    return index === undefined ? undefined : pages.rowAt(index + 1);
  };
  return (
    <div className="dunning-area">
      <section className="card dunning-main">
        <div className="dunning-bar">
          <BillFilters value={bills} onChange={setBills} />
          <label className="dunning-check">
            <Check label={t('calls.brokenOnly')} checked={brokenOnly} onChange={setBrokenOnly} /> {t('calls.brokenOnly')}
          </label>
          <span className="muted small dunning-count">
            {head ? t('calls.count', { count: head.total, amount: money(head.overdueFen) }) : ''}
            {head && head.brokenHomes > 0 && <span className="red"> {t('calls.brokenCount', { count: head.brokenHomes })}</span>}
          </span>
          <ExportList list="dunning.calls" input={input} name={t('calls.title')} />
        </div>
        <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
        <LongTable
          label={t('calls.title')}
          columns={columns}
          rowCount={pages.rowCount}
          rowAt={pages.rowAt}
          onView={pages.ensure}
          listKey={pages.listKey}
          loading={pages.loading && !pages.refusal}
          onOpen={setChosen}
          rowClass={({ homeId }) => (homeId === chosen?.homeId ? 'chosen' : '')}
          empty={<EmptyNote title={t(brokenOnly ? 'calls.noneBroken' : 'calls.none')}>{t('calls.noneNote')}</EmptyNote>}
        />
      </section>
      {chosen ? (
        <CallPanel key={chosen.homeId} home={chosen} following={() => following(chosen)} onNext={setChosen} onClose={() => setChosen(undefined)} />
      ) : (
        <aside className="card call-panel">
          <EmptyNote title={t('calls.choose')}>{t('calls.chooseNote')}</EmptyNote>
        </aside>
      )}
    </div>
  );
}

function useCallColumns(): Column<HomeToCall>[] {
  const { t } = useTranslation('arrears');
  return useMemo<Column<HomeToCall>[]>(() => {
    const last = ({ lastCallOn, outcome, promisedOn }: HomeToCall) => (lastCallOn === null || outcome === null ? t('calls.never') : [lastCallOn, outcome === 'promised' ? t('calls.promisedFor', { day: promisedOn ?? '' }) : t(`calls.outcome.${outcome}`)].join(' '));
    const person = ({ debtor, payer }: HomeToCall) => (payer === '' ? debtor : t('calls.paidBy', { debtor, payer }));
    return [
      { key: 'home', title: t('dunning.home'), width: '104px', cell: ({ label }) => <b>{label}</b> },
      { key: 'debtor', title: t('dunning.debtor'), width: 'minmax(84px, 1fr)', cell: person, hint: person },
      { key: 'phone', title: t('calls.phone'), width: '108px', from: 680, cell: ({ maskedPhone }) => <span className="muted">{maskedPhone}</span> },
      { key: 'oldest', title: t('calls.oldest'), width: '98px', from: 800, cell: ({ oldestDueOn }) => <span className="muted">{oldestDueOn}</span> },
      { key: 'calls', title: t('calls.times'), width: '52px', num: true, from: 800, cell: ({ calls }) => (calls === 0 ? '' : calls) },
      { key: 'last', title: t('calls.last'), width: 'minmax(240px, 1.6fr)', cell: (home) => <>{home.broken && <Tag tone="red">{t('calls.broken')}</Tag>} <span className={home.lastCallOn === null ? 'muted' : ''}>{home.broken ? t('calls.promisedFor', { day: home.promisedOn ?? '' }) : last(home)}</span></>, hint: (home) => [last(home), home.by, home.note].filter(Boolean).join(' · ') },
      { key: 'overdue', title: t('calls.overdue'), width: '112px', num: true, led: true, cell: ({ overdueFen }) => <span className="owed">{money(overdueFen)}</span> },
    ];
  }, [t]);
}
