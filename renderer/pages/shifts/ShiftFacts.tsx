import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { paymentMethods } from '../../../shared/contract/payments.ts';
import { FundTag } from '../../components/controls.tsx';
import { linkTo } from '../../route.ts';
import { clock, dateTime, money, yuan } from '../../text/formats.ts';
import { useItemName } from '../fees/item-name.ts';

export type Facts = Pick<Output<'shifts.current'>, 'matrix' | 'totals' | 'series' | 'documents'>;
type FactsProps = { facts: Facts; /** Said where nothing was taken. */ nothing: string; /** Days are shown where the report spans several. */ withDay?: boolean };

/** What a shift or a day took by item and method, which numbers it used, and what was undone. */
export function ShiftFacts({ facts, nothing, withDay = false }: FactsProps) {
  const { t } = useTranslation('shifts');
  return (
    <>
      <section className="card shift-card">
        <div className="sec">
          <h2>{t('taken')}</h2>
          <span className="muted small">{t('takenNote')}</span>
        </div>
        <Matrix facts={facts} nothing={nothing} />
      </section>
      <section className="card shift-card">
        <div className="sec">
          <h2>{t('numbers')}</h2>
        </div>
        <Series facts={facts} />
      </section>
      <section className="card shift-card">
        <div className="sec">
          <h2>{t('undone')}</h2>
          {facts.documents.length === 0 && <span className="muted small">{t('noneUndone')}</span>}
        </div>
        {facts.documents.length > 0 && <Documents facts={facts} withDay={withDay} />}
      </section>
    </>
  );
}

const OWN_ITEMS = ['prepayment', 'charging-prepaid', 'deposit', 'retained'] as const;
const isOwn = (item: string): item is (typeof OWN_ITEMS)[number] => OWN_ITEMS.some((own) => own === item);

function Matrix({ facts: { matrix, totals }, nothing }: { facts: Facts; nothing: string }) {
  const { t } = useTranslation(['shifts', 'common']);
  const itemName = useItemName();
  return (
    <table className="book" aria-label={t('taken')}>
      <thead>
        <tr>
          <th>{t('item')}</th>
          <th>{t('fund')}</th>
          {paymentMethods.map((method, index) => (
            <th key={method} className={`num ${index === 0 ? 'led' : ''}`}>
              {t(`common:method.${method}`)} ¥
            </th>
          ))}
          <th className="num">{t('common:total')} ¥</th>
        </tr>
      </thead>
      <tbody>
        {matrix.length === 0 && (
          <tr>
            <td className="muted" colSpan={8}>
              {nothing}
            </td>
          </tr>
        )}
        {matrix.map((row) => (
          <tr key={`${row.kind} ${row.item} ${row.fund}`}>
            <td>
              {row.kind !== 'receipt' && <span className="muted">{t(`kind.${row.kind}`)} </span>}
              <b>{isOwn(row.item) ? t(row.item) : itemName(row.itemName)}</b>
            </td>
            <td>
              <FundTag fund={row.fund} />
            </td>
            {paymentMethods.map((method, index) => (
              <td key={method} className={`num ${index === 0 ? 'led' : ''} ${row.byMethod[method] === 0 ? 'muted' : ''}`}>
                {row.byMethod[method] === 0 ? '—' : money(row.byMethod[method])}
              </td>
            ))}
            <td className="num">
              <b>{money(row.byMethod.totalFen)}</b>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="sum-row">
          <td colSpan={2}>{t('common:total')}</td>
          {paymentMethods.map((method, index) => (
            <td key={method} className={`num ${index === 0 ? 'led' : ''}`}>
              {money(totals[method])}
            </td>
          ))}
          <td className="num">
            <span className="dbl">{yuan(totals.totalFen)}</span>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

const SERIES = ['SJ', 'ZF', 'HC', 'TK', 'YJ', 'YT'] as const;

function Series({ facts: { series } }: { facts: Facts }) {
  const { t } = useTranslation('shifts');
  const nameOf = (name: string): string => {
    const known = SERIES.find((one) => name.startsWith(one));
    return known ? t(`series.${known}`) : name;
  };
  return (
    <table className="book" aria-label={t('numbers')}>
      <tbody>
        {series.length === 0 && (
          <tr>
            <td className="muted">{t('noGap')}</td>
          </tr>
        )}
        {series.map(({ series: name, count, runs, missing }) => (
          <tr key={name}>
            <td className="series-name">{nameOf(name)}</td>
            <td className="num series-count">{t('sheetCount', { count })}</td>
            <td>{runs.map(({ first, last }) => (first === last ? first : t('period', { from: first, to: last.slice(last.lastIndexOf('-') + 1) }))).join(t('comma'))}</td>
            <td className={`series-gap ${missing.length > 0 ? 'red' : 'muted'}`}>
              {t('missing')} {missing.length === 0 ? t('noGap') : missing.join(t('comma'))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Documents({ facts: { documents }, withDay }: { facts: Facts; withDay: boolean }) {
  const { t } = useTranslation(['shifts', 'common']);
  return (
    <table className="book" aria-label={t('undone')}>
      <thead>
        <tr>
          <th>{t('documentNo')}</th>
          <th>{t('ofNo')}</th>
          <th>{t('time')}</th>
          <th>{t('who')}</th>
          <th>{t('way')}</th>
          <th>{t('common:reason')}</th>
          <th className="num led">{t('amount')}</th>
        </tr>
      </thead>
      <tbody>
        {documents.map((one) => (
          <tr key={`${one.kind} ${one.no}`}>
            <td className="nowrap">
              {t(`documentKind.${one.kind}`)}{' '}
              <a className="figure" href={linkTo('ledger', { entry: one.entryId })}>
                {one.no}
              </a>
            </td>
            <td className="nowrap">{one.ofNo ?? '—'}</td>
            <td className="nowrap">{withDay ? dateTime(one.at) : clock(one.at)}</td>
            <td className="nowrap">{one.label}</td>
            <td className="nowrap">{t(`common:method.${one.method}`)}</td>
            <td className="reason">{one.reason || '—'}</td>
            <td className="num led">{money(one.amountFen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
