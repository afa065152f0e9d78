import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { useMay } from '../../session.ts';
import { rate } from '../../text/formats.ts';
import { countText } from '../ledger/book/count-text.ts';
import { SetRateForm } from './SetRateForm.tsx';

/** The versions of the property fee and, for the manager, a form for the next one. */
export function RatesPart() {
  const { t } = useTranslation('fees');
  const rates = useQuery('fees.listRates', {});
  const maySet = useMay('manager');
  const items = rates.value?.items;
  return (
    <div className="fees-area">
      <section className="card fees-main">
        <div className="sec">
          <h2>{t('rates')}</h2>
        </div>
        <RefusalNote refusal={rates.refusal} onRetry={rates.reload} />
        {!items && rates.state === 'loading' && <Skeleton rows={5} />}
        {items?.length === 0 && <EmptyNote title={t('noRates')}>{t('noRatesNote')}</EmptyNote>}
        {items && items.length > 0 && (
          <div className="draft-scroll">
            <table className="book rates-table">
              <thead>
                <tr>
                  <th>{t('from')}</th>
                  <th className="num">{t('rateHomes')}</th>
                  <th className="num led">{t('rate')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((item) => (
                  <tr key={`${item.from} ${item.rateE4}`}>
                    <td>{item.from}</td>
                    <td className="num">{countText(item.homes)}</td>
                    <td className="num led">{rate(item.rateE4)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <aside className="card rate-side">{maySet ? <SetRateForm /> : <EmptyNote title={t('ratesOnlyManager')} />}</aside>
    </div>
  );
}
