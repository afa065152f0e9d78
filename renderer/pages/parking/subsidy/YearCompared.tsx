import { useTranslation } from 'react-i18next';
import type { YearOfParking } from '../../../../shared/domain/parking-simulation.ts';
import { money } from '../../../text/formats.ts';

const figures = ['daytime', 'subsidy', 'left'] as const;
type Compared<Value> = { present: Value; tried: Value };

/** A year as it is and as it is tried, with what is between them. */
export function YearCompared({ years, spaces, note }: { years: Compared<YearOfParking>; spaces: Compared<number>; note: string }) {
  const { t } = useTranslation('parkingIncome');
  const signed = (difference: number, text: string) => (difference > 0 ? `+${text}` : text);
  const { present, tried } = years;
  return (
    <section className="card year-compared">
      <div className="sec"><h2>{t('simulator.compare')}</h2><span className="hint">{note}</span></div>
      <table className="book" aria-label={t('simulator.compare')}>
        <thead><tr><th /><th className="num">{t('simulator.present')}</th><th className="num led">{t('simulator.tried')}</th><th className="num">{t('simulator.difference')}</th></tr></thead>
        <tbody aria-live="polite">
          <tr>
            <td>{t('simulator.spacesLet')}</td>
            <td className="num">{spaces.present.toLocaleString('en-US')}</td>
            <td className="num led">{spaces.tried.toLocaleString('en-US')}</td>
            <td className="num">{signed(spaces.tried - spaces.present, String(spaces.tried - spaces.present).replace('-', '−'))}</td>
          </tr>
          {figures.map((figure) => (
            <tr key={figure} className={figure === 'left' ? 'sum-row' : ''}>
              <td>{t(`simulator.${figure}Year`)}</td>
              <td className="num">{money(present[figure])}</td>
              <td className="num led">{figure === 'left' ? <span className={tried.left < 0 ? 'dbl red' : 'dbl'}>{money(tried.left)}</span> : money(tried[figure])}</td>
              <td className="num">{signed(tried[figure] - present[figure], money(tried[figure] - present[figure]))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
