import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { Button, Check } from '../../components/controls.tsx';
import { EmptyNote, RefusalNote } from '../../components/states.tsx';
import { goTo, linkTo } from '../../route.ts';
import { useMay } from '../../session.ts';
import { area, dateTime, money, period, rate } from '../../text/formats.ts';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';
import { SearchBox } from '../ledger/book/SearchBox.tsx';
import { usePages } from '../ledger/book/use-pages.ts';
import { useItemName } from './item-name.ts';
import { ALL_MONTHS, type FeesRoute } from './fees-route.ts';

type Bill = Output<'fees.listBills'>['items'][number];
type MonthFacts = Output<'fees.listMonths'>['items'][number];
type BillsOfMonthProps = { month: string; facts: MonthFacts | undefined; route: FeesRoute; onChange: (changes: Partial<FeesRoute>) => void };

/** The issued bills of a month (or of all), with what was paid; a row opens its home. */
export function BillsOfMonth({ month, facts, route, onChange }: BillsOfMonthProps) {
  const { t } = useTranslation('fees');
  const mayIssue = useMay('manager');
  const { search, openOnly } = route;
  const all = month === ALL_MONTHS;
  const pages = usePages('fees.listBills', { ...(!all && { month }), ...(search && { search }), ...(openOnly && { openOnly }) });
  const columns = useBillColumns();
  const narrowed = search !== undefined || openOnly;
  const foot = !narrowed && facts && facts.bills > 0 ? billsFoot(t('sum'), facts) : undefined;
  const issued = facts !== undefined && facts.bills > 0;
  return (
    <>
      <div className="sec">
        <h2>{all ? t('allMonths') : t('month', { month })}</h2>
        <span className="muted small">{issued && facts.issuedAt !== null ? t('issuedAt', { when: dateTime(facts.issuedAt) }) : ''}</span>
        {!all && (
          <span className="hint">
            {!mayIssue && <span>{t('onlyManager')}</span>}
            <Button look={issued ? 'plain' : 'main'} onClick={() => onChange({ month, draft: true })}>
              {issued ? t('another') : t('makeDraft')}
            </Button>
          </span>
        )}
      </div>
      <div className="fees-bar">
        <SearchBox label={t('searchLabel')} placeholder={t('search')} value={search ?? ''} onChange={(text) => onChange({ month, search: text })} />
        <label className="checked">
          <Check label={t('openOnly')} checked={openOnly} onChange={(checked) => onChange({ month, openOnly: checked })} />
          {t('openOnly')}
        </label>
        <span className="fees-count muted small">{pages.loading ? '' : foot && facts ? t('rows', { count: facts.bills }) : t(pages.complete ? 'rows' : 'rowsMore', { count: pages.knownRows })}</span>
      </div>
      <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
      <LongTable
        label={t('bills')}
        columns={columns}
        rowCount={pages.rowCount}
        rowAt={pages.rowAt}
        onView={pages.ensure}
        listKey={pages.listKey}
        loading={pages.loading && !pages.refusal}
        onOpen={(bill) => goTo('homes', { home: bill.homeId })}
        rowClass={(bill) => (bill.openFen === 0 ? 'quiet' : '')}
        {...(foot && { foot })}
        empty={narrowed || all || issued ? <EmptyNote title={t('none')}>{t('noneNote')}</EmptyNote> : <EmptyNote title={t('notIssued')}>{t('draftNote')}</EmptyNote>}
      />
    </>
  );
}

function billsFoot(title: string, { billedFen, openFen }: MonthFacts) {
  const figure = (amountFen: number) => <span className="dbl">{money(amountFen)}</span>;
  return { home: title, billed: figure(billedFen), paid: figure(billedFen - openFen), open: figure(openFen) };
}

function useBillColumns(): Column<Bill>[] {
  const { t } = useTranslation('fees');
  const itemName = useItemName();
  return useMemo(
    () => [
      { key: 'home', title: t('home'), width: 'minmax(92px, 104px)', cell: (bill) => <b>{bill.label}</b> },
      { key: 'item', title: t('item'), width: 'minmax(92px, 120px)', cell: (bill) => itemName(bill.itemName) },
      { key: 'period', title: t('period'), width: 'minmax(96px, 1fr)', cell: (bill) => (bill.from === bill.to ? t('before') : period(bill.from, bill.to)) },
      { key: 'basis', title: t('basis'), width: 'minmax(130px, 1fr)', from: 900, cell: (bill) => <span className="muted">{bill.areaDm2 === null || bill.rateE4 === null ? '' : `${area(bill.areaDm2)} m² × ${rate(bill.rateE4)}`}</span> },
      { key: 'due', title: t('due'), width: '98px', cell: (bill) => bill.dueOn },
      {
        key: 'billed', title: t('billed'), width: 'minmax(96px, 116px)', num: true, led: true,
        cell: (bill) => (
          <a className="figure" href={linkTo('ledger', { book: 'home', homeId: bill.homeId, entry: bill.entryId })} title={t('seeEntry')} onClick={(event) => event.stopPropagation()}>
            {money(bill.amountFen)}
          </a>
        ),
      },
      { key: 'paid', title: t('paid'), width: 'minmax(96px, 116px)', num: true, cell: (bill) => <span className="muted">{money(bill.paidFen)}</span> },
      { key: 'open', title: t('open'), width: 'minmax(96px, 116px)', num: true, cell: (bill) => <span className={bill.openFen > 0 ? 'owed' : 'muted'}>{money(bill.openFen)}</span> },
    ],
    [t, itemName],
  );
}
