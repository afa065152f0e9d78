import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { useCommand, useQuery } from '../../../api.ts';
import { ExportList } from '../../../components/ExportList.tsx';
import { goTo, linkTo } from '../../../route.ts';
import { dateTime, money, period } from '../../../text/formats.ts';
import type { Column } from '../../ledger/book/LongTable.tsx';
import { usePages } from '../../ledger/book/use-pages.ts';
import { useItemName } from '../item-name.ts';
import { Decided, useRequestColumns, useStateFilter } from './Decided.tsx';
import { Waiting, type WaitingColumn } from './Waiting.tsx';

type Waiver = Output<'fees.listWaivers'>['items'][number];
const AT_MOST = 1000;

/** Waivers that wait for the manager, with their reasons, and all requests below. */
export function WaiversPart() {
  const { t } = useTranslation('reductions');
  const pending = useQuery('fees.listWaivers', { state: 'pending', limit: AT_MOST }, { keepLast: true });
  const { run, running, refusal } = useCommand('fees.approveWaiver');
  const { state, choice } = useStateFilter();
  const filter = { ...(state && { state }) };
  const pages = usePages('fees.listWaivers', filter);
  const rest = useRequestColumns<Waiver>();
  const columns = [...useBillColumns(), ...rest];
  return (
    <>
      <Waiting
        // The one that was asked first is decided first.
        rows={[...(pending.value?.items ?? [])].reverse()}
        idOf={({ waiverId }) => waiverId}
        columns={useWaitingColumns()}
        busy={running}
        refusal={refusal ?? pending.refusal}
        emptyNote={t('noneWaitingWaiver')}
        onDecide={async ({ waiverId }, approve, note) => (await run({ waiverId, approve, note })).ok}
      />
      <Decided label={t('done')} pages={pages} columns={columns} onOpen={({ homeId }) => goTo('homes', { home: homeId })}>
        {choice}
        <ExportList list="fees.listWaivers" input={filter} name={t('part.waivers')} />
      </Decided>
    </>
  );
}

/** What of a home: words that both tables share. */
function useBillWords(): { item: (waiver: Waiver) => string; of: (waiver: Waiver) => string } {
  const { t } = useTranslation(['fees', 'reductions']);
  const itemName = useItemName();
  return { item: ({ itemName: name }) => itemName(name), of: ({ from, to }) => (from === to ? t('before') : period(from, to)) };
}

function useWaitingColumns(): WaitingColumn<Waiver>[] {
  const { t } = useTranslation('reductions');
  const words = useBillWords();
  return [
    { key: 'home', title: t('home'), cell: ({ homeId, label }) => <a className="figure" href={linkTo('homes', { home: homeId })} title={t('seeHome')}><b>{label}</b></a> },
    { key: 'bill', title: t('item'), cell: (waiver) => `${words.item(waiver)} ${words.of(waiver)}` },
    { key: 'reason', title: t('reason'), cell: ({ reason }) => <span className="why">{reason}</span> },
    { key: 'asked', title: t('asked'), cell: ({ requestedBy, requestedAt }) => <>{requestedBy} <span className="muted small">{dateTime(requestedAt)}</span></> },
    { key: 'billed', title: t('billed'), num: true, led: true, cell: ({ billedFen }) => <span className="muted">{money(billedFen)}</span> },
    { key: 'open', title: t('open'), num: true, cell: ({ openFen }) => money(openFen) },
    { key: 'amount', title: t('amount'), num: true, cell: ({ amountFen, openFen }) => <b className="red" title={amountFen > openFen ? t('over') : undefined}>{money(amountFen)}{amountFen > openFen && ` ${t('over')}`}</b> },
  ];
}

function useBillColumns(): Column<Waiver>[] {
  const { t } = useTranslation('reductions');
  const words = useBillWords();
  return [
    { key: 'home', title: t('home'), width: 'minmax(84px, 96px)', cell: ({ label }) => <b>{label}</b> },
    { key: 'item', title: t('item'), width: 'minmax(76px, 124px)', cell: words.item, hint: words.item },
    { key: 'period', title: t('period'), width: 'minmax(84px, 120px)', from: 760, cell: words.of, hint: words.of },
    { key: 'amount', title: t('amount'), width: 'minmax(88px, 104px)', num: true, led: true, cell: ({ amountFen, state }) => <span className={state === 'rejected' ? 'muted' : ''}>{money(amountFen)}</span> },
  ];
}
