import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput, Output } from '../../../shared/contract/index.ts';
import { Tag } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { money, yuan } from '../../text/formats.ts';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';
import { usePages } from '../ledger/book/use-pages.ts';
import { HomeArrears } from './HomeArrears.tsx';

type OwingHome = Output<'arrears.list'>['items'][number];
type Filter = Omit<CallInput<'arrears.list'>, 'limit' | 'after'>;

/** Homes that owe, with whom to ask, since when, and what was said last; a row shows its bills. */
export function ArrearsHomes({ filter }: { filter: Filter }) {
  const { t } = useTranslation(['arrears', 'common']);
  const [chosen, setChosen] = useState<number>();
  const pages = usePages('arrears.list', filter);
  const columns = useHomeColumns();
  const { head } = pages;
  return (
    <div className="arrears-homes">
      <section className="card arrears-list">
        <div className="sec">
          <h2>{t('ageing.list')}</h2>
          <span className="muted small">{head && t('ageing.listCount', { count: head.homes })}</span>
          <ExportList list="arrears.list" input={filter} name={t('ageing.list')} />
        </div>
        <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
        <LongTable
          label={t('ageing.list')}
          columns={columns}
          rowCount={pages.rowCount}
          rowAt={pages.rowAt}
          onView={pages.ensure}
          listKey={pages.listKey}
          loading={pages.loading && !pages.refusal}
          onOpen={({ homeId }) => setChosen(homeId)}
          rowClass={({ homeId }) => (homeId === chosen ? 'chosen' : '')}
          {...(head && head.homes > 0 && { foot: { home: t('common:total'), amount: <span className="dbl">{yuan(head.totalFen)}</span> } })}
          empty={<EmptyNote title={t('ageing.none')}>{t('ageing.noneNote')}</EmptyNote>}
        />
      </section>
      {chosen !== undefined && <HomeArrears key={chosen} homeId={chosen} on={filter.on} onClose={() => setChosen(undefined)} />}
    </div>
  );
}

function useHomeColumns(): Column<OwingHome>[] {
  const { t } = useTranslation(['arrears', 'common']);
  return useMemo(
    () => [
      { key: 'home', title: t('common:home'), width: '96px', cell: ({ homeId, label }) => <a className="figure" href={linkTo('homes', { home: homeId })} onClick={(event) => event.stopPropagation()}><b>{label}</b></a> },
      { key: 'debtor', title: t('ageing.debtor'), width: 'minmax(110px, 1fr)', cell: ({ debtor, former }) => <>{debtor || '—'} {former && <Tag tone="amber">{t('ageing.former')}</Tag>}</>, hint: ({ debtor }) => debtor },
      { key: 'phone', title: t('ageing.phone'), width: '108px', from: 900, cell: ({ maskedPhone }) => maskedPhone },
      { key: 'payer', title: t('ageing.payer'), width: '84px', from: 1080, cell: ({ payer }) => payer },
      { key: 'oldest', title: t('ageing.oldest'), width: '96px', cell: ({ oldestDueOn }) => oldestDueOn },
      { key: 'notice', title: t('ageing.notice'), width: '150px', from: 820, cell: ({ lastNoticeOn, lastServedOn }) => (lastServedOn ? t('ageing.served', { on: lastServedOn }) : lastNoticeOn ? t('ageing.noticed', { on: lastNoticeOn }) : <span className="muted">{t('ageing.never')}</span>) },
      { key: 'promised', title: t('ageing.promised'), width: '96px', from: 980, cell: ({ promisedOn }) => promisedOn ?? '' },
      { key: 'limit', title: t('ageing.limit'), width: '132px', cell: ({ limitation, lapsesOn }) => <span className={limitation === 'running' ? 'muted' : limitation === 'lapsed' ? 'red' : 'warn'}>{t(`ageing.limits.${limitation}`, { on: lapsesOn })}</span> },
      { key: 'amount', title: t('ageing.owed'), width: '120px', num: true, led: true, cell: ({ homeId, amountFen }) => <a className="figure" href={linkTo('ledger', { book: 'home', homeId })} onClick={(event) => event.stopPropagation()}>{money(amountFen)}</a> },
    ],
    [t],
  );
}
