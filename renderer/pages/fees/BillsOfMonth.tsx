import { useMemo, useState } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useQuery } from '../../api.ts';
import { Button, Check, FundTag, Tag } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { useMay } from '../../session.ts';
import { dateTime, money } from '../../text/formats.ts';
import { useBillPeriod } from '../../text/use-basis.ts';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';
import { SearchBox } from '../ledger/book/SearchBox.tsx';
import { usePages } from '../ledger/book/use-pages.ts';
import { BillPanel, type Bill } from './BillPanel.tsx';
import { ChargeForm } from './ChargeForm.tsx';
import { ALL_MONTHS, type FeesPartProps } from './fees-route.ts';
import { useItemName } from './item-name.ts';
import { useHow } from './use-how.ts';

type MonthFacts = Output<'fees.listMonths'>['items'][number];
type BillsOfMonthProps = FeesPartProps & { month: string; facts: MonthFacts | undefined };

const EVERY_ITEM = '';

/** The issued bills of a month (or of all) with what was paid; a row opens its facts beside the list. */
export function BillsOfMonth({ month, facts, route, onChange }: BillsOfMonthProps) {
  const { t } = useTranslation('fees');
  const { search, openOnly, item } = route;
  const all = month === ALL_MONTHS;
  const filter = { ...(!all && { month }), ...(item && { item }), ...(search && { search }), ...(openOnly && { openOnly }) };
  const pages = usePages('fees.listBills', filter);
  const columns = useBillColumns();
  const [picked, setPicked] = useState<Bill | undefined>();
  const narrowed = search !== undefined || openOnly || item !== undefined;
  const issued = facts !== undefined && facts.bills > 0;
  const foot = !narrowed && issued ? { home: t('sum'), billed: <Double fen={facts.billedFen} />, open: <Double fen={facts.openFen} /> } : undefined;
  const present = picked && (freshOf(pages, picked) ?? picked);
  return (
    <>
      <section className="card fees-main">
        <BillsHead month={month} facts={facts} onDraft={() => onChange({ month, draft: true })} onCharge={() => { setPicked(undefined); onChange({ month, charge: true }); }} />
        <div className="fees-bar">
          <SearchBox label={t('searchLabel')} placeholder={t('search')} value={search ?? ''} onChange={(text) => onChange({ month, search: text })} />
          <ItemSelect value={item} onChange={(code) => onChange({ month, item: code })} />
          <label className="checked">
            <Check label={t('openOnly')} checked={openOnly} onChange={(checked) => onChange({ month, openOnly: checked })} />
            {t('openOnly')}
          </label>
          <span className="fees-count muted small">{pages.loading ? '' : foot && facts ? t('living', { count: facts.bills }) : t(pages.complete ? 'rows' : 'rowsMore', { count: pages.knownRows })}</span>
          <ExportList list="fees.listBills" input={filter} name={`${t('bills')} ${all ? '' : month}`.trim()} />
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
          onOpen={(bill) => { setPicked(bill); if (route.charge) onChange({ month, charge: false }); }}
          rowClass={(bill) => `${bill.cancelled ? 'void' : bill.openFen === 0 ? 'quiet' : ''} ${bill.billId === present?.billId ? 'chosen' : ''}`}
          {...(foot && { foot })}
          empty={narrowed || all || issued ? <EmptyNote title={t('none')}>{t('noneNote')}</EmptyNote> : <EmptyNote title={t('notIssued')}>{t('draftNote')}</EmptyNote>}
        />
      </section>
      {route.charge ? <ChargeForm onClose={() => onChange({ month, charge: false })} /> : present && <BillPanel key={present.billId} bill={present} onClose={() => setPicked(undefined)} />}
    </>
  );
}

/** The same bill as it is now, where the list still has it. */
function freshOf(pages: { knownRows: number; rowAt: (index: number) => Bill | undefined }, { billId }: Bill): Bill | undefined {
  for (let index = 0; index < pages.knownRows; index += 1) if (pages.rowAt(index)?.billId === billId) return pages.rowAt(index);
  return undefined;
}

function Double({ fen }: { fen: number }) {
  return <span className="dbl">{money(fen)}</span>;
}

function BillsHead({ month, facts, onDraft, onCharge }: { month: string; facts: MonthFacts | undefined; onDraft: () => void; onCharge: () => void }) {
  const { t } = useTranslation('fees');
  const mayIssue = useMay('manager');
  const mayCharge = useMay('manager', 'cashier');
  const all = month === ALL_MONTHS;
  const issued = facts !== undefined && facts.bills > 0;
  return (
    <div className="sec">
      <h2>{all ? t('allMonths') : t('month', { month })}</h2>
      <span className="muted small">{issued && facts.issuedAt !== null ? t('issuedAt', { when: dateTime(facts.issuedAt) }) : ''}</span>
      <span className="hint">
        {!all && !mayIssue && <span>{t('onlyManager')}</span>}
        {mayCharge && <Button onClick={onCharge}>{t('charge')}</Button>}
        {!all && (
          <Button look={issued ? 'plain' : 'main'} onClick={onDraft}>
            {issued ? t('another') : t('makeDraft')}
          </Button>
        )}
      </span>
    </div>
  );
}

function ItemSelect({ value, onChange }: { value: string | undefined; onChange: (item: string | undefined) => void }) {
  const { t } = useTranslation('fees');
  const itemName = useItemName();
  const items = useQuery('fees.listItems', {}, { keepLast: true }).value?.items ?? [];
  return <Select aria-label={t('item')} style={{ width: 148 }} value={value ?? EVERY_ITEM} onChange={(code) => onChange(code || undefined)} options={[{ value: EVERY_ITEM, label: t('everyItem') }, ...items.map(({ code, name }) => ({ value: code, label: itemName(name) }))]} />;
}

function useBillColumns(): Column<Bill>[] {
  const { t } = useTranslation('fees');
  const itemName = useItemName();
  const period = useBillPeriod();
  const how = useHow();
  return useMemo(
    () => [
      { key: 'home', title: t('home'), width: 'minmax(84px, 96px)', cell: (bill) => <b>{bill.label}</b> },
      { key: 'item', title: t('item'), width: 'minmax(112px, 140px)', cell: (bill) => <span className="with-fund">{itemName(bill.itemName)} <FundTag fund={bill.fund} /></span>, hint: (bill) => itemName(bill.itemName) },
      { key: 'period', title: t('period'), width: 'minmax(80px, 1fr)', cell: period, hint: period },
      { key: 'basis', title: t('basis'), width: 'minmax(130px, 1.2fr)', from: 760, cell: (bill) => <span className="muted">{how(bill)}</span>, hint: (bill) => [how(bill), bill.note].filter(Boolean).join(' · ') },
      { key: 'due', title: t('due'), width: '94px', from: 840, cell: (bill) => bill.dueOn },
      {
        key: 'billed', title: t('billed'), width: 'minmax(86px, 108px)', num: true, led: true,
        cell: (bill) => (
          <a className="figure" href={linkTo('ledger', { book: 'home', homeId: bill.homeId, entry: bill.entryId })} title={t('seeEntry')} onClick={(event) => event.stopPropagation()}>
            {money(bill.amountFen)}
          </a>
        ),
      },
      { key: 'waived', title: t('waived'), width: 'minmax(76px, 92px)', num: true, from: 940, cell: (bill) => <span className="muted">{bill.waivedFen > 0 ? money(bill.waivedFen) : ''}</span> },
      { key: 'paid', title: t('paid'), width: 'minmax(92px, 108px)', num: true, from: 620, cell: (bill) => <span className="muted">{bill.cancelled ? '' : money(bill.paidFen)}</span> },
      { key: 'open', title: t('open'), width: 'minmax(86px, 108px)', num: true, cell: (bill) => (bill.cancelled ? <Tag>{t('cancelled')}</Tag> : <span className={bill.openFen > 0 ? 'owed' : 'muted'}>{money(bill.openFen)}</span>), hint: (bill) => bill.cancelled?.reason },
    ],
    [t, itemName, period, how],
  );
}
