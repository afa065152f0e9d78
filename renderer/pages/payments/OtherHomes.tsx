import { useTranslation } from 'react-i18next';
import { Kbd } from '../../components/controls.tsx';
import { yuan } from '../../text/formats.ts';
import type { OpenBills } from './payment-form.ts';
import './other-homes.css';

type OtherProps = { homes: OpenBills['otherHomes']; chosen: readonly number[]; readOnly: boolean; onChoose: (homeIds: number[]) => void };

/** The other homes of these owners: a press brings a home's bills into the same payment, O brings all that owe. */
export function OtherHomes({ homes, chosen, readOnly, onChoose }: OtherProps) {
  const { t } = useTranslation('payments');
  if (homes.length === 0) return null;
  const toggle = (homeId: number) => onChoose(chosen.includes(homeId) ? chosen.filter((one) => one !== homeId) : [...chosen, homeId]);
  const owing = homes.filter((home) => home.openFen > 0);
  const all = owing.every((home) => chosen.includes(home.homeId));
  return (
    <section className="card others" aria-label={t('others')}>
      <span>{t('othersCount', { count: homes.length })}</span>
      <div className="homes-row">
        {homes.map((home) => (
          <button key={home.homeId} type="button" aria-pressed={chosen.includes(home.homeId)} disabled={readOnly || home.openFen === 0} onClick={() => toggle(home.homeId)}>
            <b>{home.label}</b> {home.openFen > 0 ? <span className="red">{t('othersOwe', { amount: yuan(home.openFen) })}</span> : <span className="muted">{t('donePaid')}</span>}
          </button>
        ))}
      </div>
      {owing.length > 0 && !readOnly && (
        <button type="button" className="button link" data-other-homes onClick={() => onChoose(all ? [] : owing.map((home) => home.homeId))}>
          <Kbd>O</Kbd> {all ? t('othersNone') : t('othersAll')}
        </button>
      )}
    </section>
  );
}
