import { useTranslation } from 'react-i18next';
import { shareE6Of } from '../../../../shared/domain/parking-simulation.ts';
import { useQuery } from '../../../api.ts';
import { ExportList } from '../../../components/ExportList.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../../components/states.tsx';
import { money } from '../../../text/formats.ts';
import { percent } from './percent.ts';

/** Decisions with their resolutions and the year that each was decided on, the latest first. */
export function DecisionList() {
  const { t } = useTranslation('parkingIncome');
  const decisions = useQuery('parking.listDecisions', {});
  const items = decisions.value?.items;
  return (
    <section className="card decision-list">
      <div className="sec">
        <h2>{t('decisions.list')}</h2>
        {items !== undefined && items.length > 0 && <span className="hint"><ExportList list="parking.listDecisions" input={{}} name={t('decisions.list')} /></span>}
      </div>
      <RefusalNote refusal={decisions.refusal} onRetry={decisions.reload} />
      {!items && !decisions.refusal && <Skeleton rows={3} height={22} />}
      {items?.length === 0 && <EmptyNote title={t('decisions.none')}>{t('decisions.noneNote')}</EmptyNote>}
      {items !== undefined && items.length > 0 && (
        <div className="subsidy-scroll">
          <table className="book" aria-label={t('decisions.list')}>
            <thead>
              <tr>
                <th>{t('decisions.no')}</th><th>{t('decisions.on')}</th><th>{t('decisions.from')}</th><th className="num led">{t('market')}</th><th className="num">{t('resident')}</th><th className="num">{t('decisions.daytimePrice')} ¥</th><th className="num">{t('decisions.share')}</th>
                <th className="num led">{t('decisions.yearDaytime')}</th><th className="num">{t('decisions.yearSubsidy')}</th><th className="num">{t('decisions.yearLeft')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ decisionId, resolutionNo, resolutionOn, from, marketFen, residentFen, daytimeFen, daytimeShare, yearFen, by, note }) => (
                <tr key={decisionId}>
                  <td><b>{resolutionNo}</b><span className="muted small entry-account">{[by, note].filter(Boolean).join('　')}</span></td>
                  <td>{resolutionOn ?? '—'}</td>
                  <td>{from}</td>
                  <td className="num led">{money(marketFen)}</td>
                  <td className="num">{money(residentFen)}</td>
                  <td className="num">{money(daytimeFen)}</td>
                  <td className="num">{percent(shareE6Of(daytimeShare))}%</td>
                  <td className="num led">{money(yearFen.daytime)}</td>
                  <td className="num">{money(yearFen.subsidy)}</td>
                  <td className="num"><b className={yearFen.left < 0 ? 'red' : ''}>{money(yearFen.left)}</b></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
