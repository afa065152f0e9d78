import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../components/states.tsx';
import { money } from '../../text/formats.ts';
import { LongTable } from '../ledger/book/LongTable.tsx';
import { SearchBox } from '../ledger/book/SearchBox.tsx';
import { usePages } from '../ledger/book/use-pages.ts';
import type { ChannelsPartProps } from './ChannelsPage.tsx';
import { channels, type Channel, type ShownState } from './channels-route.ts';
import { keyOfItem, useLineColumns } from './line-columns.tsx';

const ANY = 'any';
const states: ShownState[] = ['matched', 'exception', 'held', 'ignored', 'unsettled'];

/** Every line of a month, and what the files lack, by channel and result; a row opens its decision. */
export function LinesPart({ route, month, onChange }: ChannelsPartProps) {
  const { t } = useTranslation('channels');
  const { channel, state, search } = route;
  const input = { month, ...(channel && { channel }), ...(state && { state }), ...(search && { search }) };
  const pages = usePages('channels.list', input);
  const columns = useLineColumns(false);
  return (
    <div className="channels-area">
      <section className="card channels-main">
        <div className="channels-bar">
          <ChannelSelect value={channel} onChange={(picked) => onChange({ channel: picked })} />
          <Select aria-label={t('list.state')} style={{ width: 120 }} value={state ?? ANY} onChange={(picked: ShownState | typeof ANY) => onChange({ state: picked === ANY ? undefined : picked })} options={[{ value: ANY, label: t('allStates') }, ...states.map((value) => ({ value, label: t(`state.${value}`) }))]} />
          <SearchBox label={t('list.searchLabel')} placeholder={t('list.search')} value={search ?? ''} onChange={(text) => onChange({ search: text })} wide />
          <span className="muted small channels-count">{pages.head ? `${t('list.rows', { count: pages.head.total })}　${t('list.sum', { amount: money(pages.head.amountFen) })}` : ''}</span>
          <ExportList list="channels.list" input={input} name={t('part.lines')} />
        </div>
        <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
        <LongTable
          label={t('part.lines')}
          columns={columns}
          rowCount={pages.rowCount}
          rowAt={pages.rowAt}
          onView={pages.ensure}
          listKey={pages.listKey}
          loading={pages.loading && !pages.refusal}
          onOpen={(item) => onChange({ part: 'work', at: keyOfItem(item) })}
          rowClass={(item) => (item.state === 'ignored' ? 'quiet' : '')}
          empty={<EmptyNote title={t('list.none')}>{t('list.noneNote')}</EmptyNote>}
        />
      </section>
    </div>
  );
}

/** One channel, or all. */
export function ChannelSelect({ value, onChange }: { value: Channel | undefined; onChange: (channel: Channel | undefined) => void }) {
  const { t } = useTranslation('channels');
  return (
    <Select aria-label={t('overview.head')} style={{ width: 136 }} value={value ?? ANY} onChange={(picked: Channel | typeof ANY) => onChange(picked === ANY ? undefined : picked)} options={[{ value: ANY, label: t('allChannels') }, ...channels.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))]} />
  );
}
