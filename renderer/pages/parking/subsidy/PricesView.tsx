import { useTranslation } from 'react-i18next';
import { useQuery } from '../../../api.ts';
import { Tag } from '../../../components/controls.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../../components/states.tsx';
import { useMay, useSession } from '../../../session.ts';
import { money } from '../../../text/formats.ts';
import { DecisionList } from './DecisionList.tsx';
import { RepriceResidents } from './RepriceResidents.tsx';
import { SetPricesForm } from './SetPricesForm.tsx';

/** The market and resident price by date with the resolutions behind them; the manager sets new ones. */
export function PricesView() {
  const { t } = useTranslation('parkingIncome');
  const mayDecide = useMay('manager');
  return (
    <div className="subsidy-area">
      <div className="prices-main">
        <PriceList />
        <DecisionList />
      </div>
      <aside className="prices-side">
        {mayDecide ? <SetPricesForm /> : <section className="card prices-only"><p className="muted">{t('prices.onlyManager')}</p></section>}
        {mayDecide && <RepriceResidents />}
      </aside>
    </div>
  );
}

/** All versions, the latest first, each with whether it is in force. */
function PriceList() {
  const { t } = useTranslation('parkingIncome');
  const { today } = useSession();
  const prices = useQuery('parking.listPrices', {});
  const items = prices.value?.items;
  // The newest that has begun.
  const inForce = items?.find(({ from }) => from <= today)?.from;
  const stateOf = (from: string) => (from === inForce ? 'inForce' : from > today ? 'coming' : 'past');
  return (
    <section className="card prices-list">
      <div className="sec"><h2>{t('prices.list')}</h2></div>
      <RefusalNote refusal={prices.refusal} onRetry={prices.reload} />
      {!items && !prices.refusal && <Skeleton rows={3} height={22} />}
      {items?.length === 0 && <EmptyNote title={t('prices.none')}>{t('prices.noneNote')}</EmptyNote>}
      {items !== undefined && items.length > 0 && (
        <table className="book" aria-label={t('prices.list')}>
          <thead><tr><th>{t('prices.from')}</th><th /><th>{t('prices.resolution')}</th><th>{t('prices.by')}</th><th className="num led">{t('market')}</th><th className="num">{t('resident')}</th><th className="num">{t('prices.difference')} ¥</th></tr></thead>
          <tbody>
            {items.map(({ from, marketFen, residentFen, resolutionNo, by }) => (
              <tr key={from} className={stateOf(from)}>
                <td>{from}</td>
                <td><Tag {...(stateOf(from) === 'inForce' && { tone: 'green' as const })} {...(stateOf(from) === 'coming' && { tone: 'blue' as const })}>{t(`prices.${stateOf(from)}`)}</Tag></td>
                <td>{resolutionNo === '' ? <span className="muted">{t('prices.noResolution')}</span> : resolutionNo}</td>
                <td>{by}</td>
                <td className="num led">{money(marketFen)}</td>
                <td className="num">{money(residentFen)}</td>
                <td className="num">{money(marketFen - residentFen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
