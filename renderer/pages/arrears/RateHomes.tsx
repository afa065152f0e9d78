import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import type { CollectionPart } from '../../../shared/domain/collection.ts';
import { Button } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../components/states.tsx';
import { goTo, linkTo } from '../../route.ts';
import { money } from '../../text/formats.ts';
import { useItemName } from '../fees/item-name.ts';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';
import { usePages } from '../ledger/book/use-pages.ts';
import type { RateGroup } from './rates-route.ts';

type RateHome = Output<'collection.homes'>['items'][number];
type HomesProps = { span: { from: string; to: string }; part: CollectionPart; by: RateGroup; /** The building or item; undefined: all. */ of: { key: string; name: string } | undefined; onClose: () => void };

/** The homes behind a number of the rates; their amounts are its sum. A row opens the home's ledger. */
export function RateHomes({ span, part, by, of, onClose }: HomesProps) {
  const { t } = useTranslation(['arrears', 'common']);
  const itemName = useItemName();
  const input = { ...span, part, ...(of && (by === 'building' ? { building: of.key } : { item: of.key })) };
  const pages = usePages('collection.homes', input);
  const columns = useHomeColumns();
  const { head } = pages;
  const title = [t(`rates.part.${part}`), of && (by === 'building' ? t('rates.building', { name: of.name }) : itemName(of.name))].filter(Boolean).join(' · ');
  return (
    <aside className="card rates-side" aria-label={title} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div className="sec">
        <h2>{title}</h2>
        <span className="muted small">{head ? t('rates.homes', { count: head.homes }) : ''}</span>
        <Button look="link" className="hint link" onClick={onClose}>
          {t('common:close')}
        </Button>
      </div>
      <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
      <LongTable
        label={title}
        columns={columns}
        rowCount={pages.rowCount}
        rowAt={pages.rowAt}
        onView={pages.ensure}
        listKey={pages.listKey}
        loading={pages.loading && !pages.refusal}
        onOpen={({ homeId }) => goTo('ledger', { book: 'home', homeId })}
        {...(head && head.homes > 0 && { foot: { home: t('rates.total'), amount: <span className="dbl">{money(head.totalFen)}</span> } })}
        empty={<EmptyNote title={t('rates.noHomes')} />}
      />
      <div className="side-foot"><ExportList list="collection.homes" input={input} name={`${title} ${span.from}`} /></div>
    </aside>
  );
}

function useHomeColumns(): Column<RateHome>[] {
  const { t } = useTranslation(['arrears', 'common']);
  return useMemo(
    () => [
      { key: 'home', title: t('common:home'), width: '92px', cell: ({ homeId, label }) => <a className="figure" href={linkTo('homes', { home: homeId })} title={t('rates.seeHome')} onClick={(event) => event.stopPropagation()}><b>{label}</b></a> },
      { key: 'owner', title: t('common:owner'), width: 'minmax(60px, 1fr)', cell: ({ ownerName }) => ownerName, hint: ({ ownerName }) => ownerName },
      { key: 'bills', title: t('rates.bills'), width: '48px', num: true, cell: ({ bills }) => bills },
      { key: 'amount', title: t('common:amountYuan'), width: '108px', num: true, led: true, cell: ({ homeId, amountFen }) => <a className="figure" href={linkTo('ledger', { book: 'home', homeId })} title={t('rates.seeLedger')} onClick={(event) => event.stopPropagation()}>{money(amountFen)}</a> },
    ],
    [t],
  );
}
