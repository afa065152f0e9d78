import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls.tsx';
import { readUnits } from '../amounts.ts';
import type { TierRow } from './tariff-draft.ts';

/** What an hour costs, for what history charged by time: one price, or one for each tier of the average power. */
export function TierRows({ basis, tiers, onChange }: { basis: 'hour' | 'power'; tiers: readonly TierRow[]; onChange: (tiers: TierRow[]) => void }) {
  const { t } = useTranslation('charging');
  const shown = basis === 'hour' ? tiers.slice(0, 1) : tiers;
  const change = (index: number, part: Partial<TierRow>) => onChange(tiers.map((tier, at) => (at === index ? { ...tier, ...part } : tier)));
  const isLast = (index: number) => index === shown.length - 1;
  return (
    <div className="tariff-periods">
      <table>
        <thead><tr>{basis === 'power' && <th className="num">{t('terms.upto')}</th>}<th className="num">{t('terms.hourPrice')}</th><th /></tr></thead>
        <tbody>
          {shown.map((tier, index) => (
            <tr key={index}>
              {basis === 'power' && <td className="num">{isLast(index) ? <span className="muted">{t('terms.above')}</span> : <input aria-label={`${t('terms.upto')} ${index + 1}`} aria-invalid={readUnits(tier.upto, 0) === undefined} value={tier.upto} maxLength={7} onChange={(event) => change(index, { upto: event.target.value })} />}</td>}
              <td className="num"><input aria-label={`${t('terms.hourPrice')} ${index + 1}`} aria-invalid={tier.hour !== '' && readUnits(tier.hour, 2) === undefined} value={tier.hour} maxLength={10} onChange={(event) => change(index, { hour: event.target.value })} /></td>
              <td>{shown.length > 1 && <Button look="link" aria-label={`${t('tariffs.remove')} ${index + 1}`} onClick={() => onChange(tiers.toSpliced(index, 1))}>{t('tariffs.remove')}</Button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {basis === 'power' && <Button look="link" onClick={() => onChange(tiers.toSpliced(tiers.length - 1, 0, { upto: '', hour: '' }))}>{t('terms.addTier')}</Button>}
    </div>
  );
}
