import { useTranslation } from 'react-i18next';
import { linkTo } from '../../route.ts';
import { money } from '../../text/formats.ts';
import { StateTag, type LineItem } from './line-columns.tsx';

/** A line as its file has it, and what became of it. */
export function LineFacts({ item }: { item: LineItem }) {
  const { t } = useTranslation('channels');
  const facts: [string, string][] = [
    [t('list.no'), item.transactionNo], [t('decide.order'), item.orderNo], [t('decide.refundNo'), item.refundNo], [t('list.party'), item.counterparty], [t('decide.note'), item.note],
    [t('decide.fee'), item.feeFen === 0 ? '' : `${money(item.feeFen)}　${t('decide.net')} ${money(item.amountFen - item.feeFen)}`], [t('overview.file'), item.lineId === null ? '' : t('decide.fromFile', { file: item.file, row: item.row })], [t('decide.reason'), item.decision],
  ];
  return (
    <>
      <div className="decide-head">
        <div>
          <b>
            {t(`channel.${item.channel}`)} {t(`kind.${item.kind}`)}
          </b>{' '}
          <span className="muted">
            {item.on} {item.clock}
          </span>
          <div className="decide-state">
            <StateTag item={item} />
          </div>
        </div>
        <span className={`decide-amount ${item.amountFen < 0 ? 'red' : ''}`}>{money(item.amountFen)}</span>
      </div>
      <dl className="decide-facts">
        {facts.filter(([, value]) => value !== '').map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {item.entries.length > 0 && (
        <ul className="decide-entries">
          {item.entries.map((entry) => (
            <li key={entry.entryId}>
              <a className="figure" href={linkTo('ledger', { book: 'journal', entry: entry.entryId })} title={t('list.seeEntry')}>
                {[entry.label, entry.no].filter(Boolean).join(' ') || entry.payer}
              </a>
              <span className="num">{money(entry.amountFen)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
