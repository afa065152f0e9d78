import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { rate } from '../../text/formats.ts';
import { countText } from '../ledger/book/count-text.ts';

/** How many homes have which property fee from which day. */
export function RatesTable() {
  const { t } = useTranslation('fees');
  const rates = useQuery('fees.listRates', {});
  const items = rates.value?.items;
  return (
    <>
      <div className="sec rates-head">
        <h2>{t('rates')}</h2>
        <span className="hint">
          <ExportList list="fees.listRates" input={{}} name={t('rates')} />
        </span>
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
    </>
  );
}
