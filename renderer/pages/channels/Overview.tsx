import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useQuery } from '../../api.ts';
import { Button, FundTag } from '../../components/controls.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { money } from '../../text/formats.ts';
import { countText } from '../ledger/book/count-text.ts';
import type { ChannelsPartProps } from './ChannelsPage.tsx';
import { channelsParams } from './channels-route.ts';
import { FileList } from './FileList.tsx';

type Summary = Output<'channels.summary'>['items'][number];

/** A month of the three channels side by side, how the money in transit came to be, and the files that were imported. */
export function Overview({ route, month, onChange }: ChannelsPartProps) {
  const { t } = useTranslation('channels');
  const summary = useQuery('channels.summary', { month }, { keepLast: true });
  const items = summary.value?.items;
  const toWork = items?.some(({ exceptions, missing }) => exceptions + missing > 0) ?? false;
  return (
    <div className="page-body channels-overview">
      <RefusalNote refusal={summary.refusal} onRetry={summary.reload} />
      {!items && summary.state === 'loading' && <Skeleton rows={6} />}
      {items && (
        <>
          <section className="card">
            <div className="sec">
              <h2>{month}</h2>
              {toWork && (
                <span className="hint">
                  <Button onClick={() => onChange({ part: 'work', channel: undefined, at: undefined })}>{t('overview.toWork')}</Button>
                </span>
              )}
            </div>
            <SummaryTable items={items} month={month} route={route} />
          </section>
          <section className="channels-books">
            {items.filter(({ channel }) => channel !== 'bank').map((item) => (
              <TransitCard key={item.channel} item={item} month={month} />
            ))}
          </section>
        </>
      )}
      <FileList />
    </div>
  );
}

function SummaryTable({ items, month, route }: { items: Summary[]; month: string; route: ChannelsPartProps['route'] }) {
  const { t } = useTranslation(['channels', 'common']);
  const to = (item: Summary, state?: 'matched' | 'exception') => linkTo('channels', channelsParams({ ...route, part: state === 'exception' ? 'work' : 'lines', month, channel: item.channel, state: state === 'exception' ? undefined : state, search: undefined, at: undefined }));
  return (
    <table className="book channels-sums">
      <thead>
        <tr>
          <th>{t('overview.head')}</th>
          <th className="num led">{t('overview.taken')}</th>
          <th className="num">{t('overview.byFile')}</th>
          <th className="num">{t('overview.back')}</th>
          <th className="num">{t('overview.fee')}</th>
          <th className="num led">{t('overview.matched')}</th>
          <th className="num">{t('overview.exceptions')}</th>
          <th className="num">{t('overview.missing')}</th>
          <th className="num led">{t('overview.transit')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.channel}>
            <td>
              <b>{t(`channel.${item.channel}`)}</b>
            </td>
            <td className="num led">{money(item.takenFen)}</td>
            {item.files === 0 ? (
              <td className="muted" colSpan={6}>
                {t('overview.noFile')}
              </td>
            ) : (
              <>
                <td className="num">
                  <a className="figure" href={to(item)}>
                    {money(item.fileFen)}
                  </a>
                </td>
                <td className="num">{money(item.fileRefundFen)}</td>
                <td className="num">{money(item.feeFen)}</td>
                <td className="num led">
                  <a className="figure" href={to(item, 'matched')}>
                    {t('overview.lines', { count: item.matched })}
                  </a>
                </td>
                <td className="num">{item.exceptions === 0 ? <span className="muted">0</span> : <a className="figure owed" href={to(item, 'exception')}>{countText(item.exceptions)}</a>}</td>
                <td className="num">{item.missing === 0 ? <span className="muted">0</span> : <a className="figure owed" href={to(item, 'exception')}>{countText(item.missing)}</a>}</td>
              </>
            )}
            <td className="num led">{item.channel === 'bank' ? <span className="muted">{t('common:none')}</span> : money(item.inTransitFen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Opening, what came and went, and the balance; beside it the same sum added up line by line. */
function TransitCard({ item, month }: { item: Summary; month: string }) {
  const { t } = useTranslation('channels');
  const account = item.channel === 'wechat' ? '1012.01' : '1012.02';
  const rows: [string, number, string?][] = [
    [t('overview.opening'), item.openingFen], [`＋ ${t('overview.plusTaken')}`, item.takenFen], [`− ${t('overview.minusReturned')}`, item.returnedFen], ...(item.heldFen === 0 ? [] : [[`± ${t('overview.held')}`, item.heldFen] as [string, number]]),
    [`− ${t('overview.minusSettled')}`, item.settledFen, item.settledFen === 0 ? undefined : `${t('overview.banked')} ${money(item.bankedFen)}`],
  ];
  return (
    <div className="card transit">
      <div className="sec">
        <h2>
          {t(`channel.${item.channel}`)} · {t('overview.books')}
        </h2>
        <span className="hint">
          {item.funds.map(({ fund, amountFen }) => (
            <span key={fund}>
              <FundTag fund={fund} /> {money(amountFen)}
            </span>
          ))}
        </span>
      </div>
      <table className="book">
        <tbody>
          {rows.map(([name, amountFen, note]) => (
            <tr key={name}>
              <td>
                {name} {note !== undefined && <span className="muted small">{note}</span>}
              </td>
              <td className="num led">{money(amountFen)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="sum-row">
            <td>
              {t('overview.closing')} <a className="muted small" href={linkTo('ledger', { book: 'account', account, to: `${month}-31` })}>{account}</a>
            </td>
            <td className="num led">
              <span className="dbl">{money(item.balanceFen)}</span>
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="transit-check small">
        <span>
          {t('overview.check')} {money(item.inTransitFen)}{' '}
          {item.differenceFen === 0 ? <b className="good">✓ {t('overview.equal')}</b> : <b className="red">{t('overview.differs', { amount: money(item.differenceFen) })}</b>}
        </span>
        {item.dueThrough !== null && (
          <span className="muted">
            {t('overview.due')} <b>{money(item.dueFen)}</b> {t('overview.dueThrough', { day: item.dueThrough })}
          </span>
        )}
      </p>
    </div>
  );
}
