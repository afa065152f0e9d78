import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { parseYuan } from '../../../../shared/domain/money.ts';
import { call } from '../../../api.ts';
import { Button, Check, Segments, Tag } from '../../../components/controls.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../../components/states.tsx';
import { goTo, useRoute } from '../../../route.ts';
import { useMay } from '../../../session.ts';
import { money } from '../../../text/formats.ts';
import { LongTable, type Column } from '../../ledger/book/LongTable.tsx';
import { SearchBox } from '../../ledger/book/SearchBox.tsx';
import { usePages } from '../../ledger/book/use-pages.ts';
import { AccountPanel } from './AccountPanel.tsx';
import { HomeBillsPart } from './HomeBillsPart.tsx';
import { OpenAccount } from './OpenAccount.tsx';
import { ProductsPart } from './ProductsPart.tsx';

const views = ['accounts', 'products', 'bills'] as const;
type View = (typeof views)[number];
type Item = Output<'charging.listAccounts'>['items'][number];

/** Prepaid accounts at the desk, what they can buy, and what homes are billed for. */
export function AccountsPart() {
  const { t } = useTranslation('chargingAccounts');
  const { params } = useRoute();
  const view = views.find((one) => one === params.get('view')) ?? 'accounts';
  const choose = <Segments label={t('view')} value={view} choices={views.map((value) => ({ value, label: t(`views.${value}`) }))} onChange={(next: View) => goTo('charging', { tab: 'accounts', view: next })} />;
  if (view === 'products') return <ProductsPart choose={choose} />;
  if (view === 'bills') return <HomeBillsPart choose={choose} />;
  return <Accounts choose={choose} />;
}

function Accounts({ choose }: { choose: React.ReactNode }) {
  const { t } = useTranslation('chargingAccounts');
  const { params } = useRoute();
  const mayTake = useMay('cashier', 'manager');
  const [search, setSearch] = useState('');
  const [low, setLow] = useState(false);
  const [under, setUnder] = useState('5.00');
  const [said, setSaid] = useState('');
  const asked = Number(params.get('account') ?? 0);
  const opening = params.get('open') !== null;
  const open = (accountId: number | undefined) => goTo('charging', { tab: 'accounts', ...(accountId !== undefined && { account: accountId }) });
  const belowFen = parseYuan(under);
  const input = { ...(search.trim() !== '' && { search: search.trim() }), ...(low && belowFen !== undefined && { belowFen }) };
  const pages = usePages('charging.listAccounts', input);
  const columns = useColumns();
  const { head } = pages;
  const box = useRef<HTMLInputElement>(null);
  // The next in the queue is looked up without the mouse.
  const leave = () => { open(undefined); box.current?.focus(); box.current?.select(); };
  /** The one that was typed opens; of several the person chooses with the arrow keys. */
  const find = async (typed: string) => {
    if (typed.trim() === '') return;
    const reply = await call('charging.listAccounts', { ...input, search: typed.trim(), limit: 20 });
    if (!reply.ok) return;
    const { items } = reply.value;
    const hit = items.length === 1 ? items[0] : items.find(({ cardNo }) => cardNo === typed.trim());
    setSaid('');
    if (hit) open(hit.accountId);
    else if (items.length > 1) document.querySelector<HTMLElement>('.parking-main .long')?.focus();
  };
  return (
    <div className="parking-area">
      <section className="card parking-main">
        <div className="parking-bar">
          {choose}
          <SearchBox label={t('search')} placeholder={t('search')} value={search} autoFocus box={box} onChange={setSearch} onEnter={(typed) => void find(typed)} />
          <label className="checked"><Check label={t('low', { amount: under })} checked={low} onChange={setLow} /> {t('low', { amount: under })}</label>
          {low && <input className="input account-under" aria-label={t('lowUnder')} value={under} aria-invalid={belowFen === undefined} onChange={(event) => setUnder(event.target.value)} />}
          <span className="at-end"><ExportList list="charging.listAccounts" input={input} name={t('name')} /></span>
          {mayTake && <Button look="main" onClick={() => { setSaid(''); goTo('charging', { tab: 'accounts', open: 1 }); }}>{t('open')}</Button>}
        </div>
        {said !== '' && <p className="side-said" role="status">{said}</p>}
        <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
        <LongTable label={t('name')} columns={columns} rowCount={pages.rowCount} rowAt={pages.rowAt} onView={pages.ensure} listKey={pages.listKey} loading={pages.loading && !pages.refusal} empty={<EmptyNote title={t('none')}>{t('noneNote')}</EmptyNote>} rowClass={(item) => (item.accountId === asked ? 'chosen' : '')} onOpen={(item) => { setSaid(''); open(item.accountId); }} />
        {head && head.total > 0 && <p className="parking-bar muted small">{t('rows', { count: head.total, amount: money(head.balanceFen) })}</p>}
      </section>
      {opening && <OpenAccount onDone={(accountId, card) => { setSaid(t('opened', { card })); open(accountId); }} onLeave={leave} />}
      {!opening && asked > 0 && <AccountPanel key={asked} accountId={asked} onClose={leave} />}
    </div>
  );
}

function useColumns(): Column<Item>[] {
  const { t } = useTranslation('chargingAccounts');
  return useMemo(
    () => [
      { key: 'card', title: t('card'), width: '120px', cell: (item) => <b>{item.cardNo}</b>, hint: (item) => item.cardNo },
      { key: 'holder', title: t('holder'), width: 'minmax(90px, 1fr)', cell: (item) => item.holder, hint: (item) => item.holder },
      { key: 'phone', title: t('phone'), width: '124px', from: 900, cell: (item) => item.phone },
      { key: 'home', title: t('home'), width: '96px', cell: (item) => item.label },
      { key: 'plans', title: t('plans'), width: 'minmax(80px, 1fr)', from: 1000, cell: (item) => item.plans },
      { key: 'in', title: t('toppedUp'), width: '104px', num: true, led: true, from: 1100, cell: (item) => money(item.toppedUpFen) },
      { key: 'used', title: t('charged'), width: '116px', num: true, from: 1100, cell: (item) => money(item.chargedFen) },
      { key: 'back', title: t('paidBack'), width: '96px', num: true, from: 1200, cell: (item) => money(item.paidBackFen) },
      { key: 'balance', title: t('balance'), width: '120px', num: true, led: true, cell: (item) => (item.balanceFen < 0 ? <Tag tone="red">{`${t('overdrawn')} ${money(-item.balanceFen)}`}</Tag> : <b>{money(item.balanceFen)}</b>) },
      { key: 'last', title: t('last'), width: '96px', from: 1000, cell: (item) => item.lastOn ?? '' },
    ],
    [t],
  );
}
