import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Tag } from '../../../components/controls.tsx';
import { money } from '../../../text/formats.ts';
import { AssignForm } from './AssignForm.tsx';
import { DayBand } from './DayBand.tsx';
import { useDayWords } from './day-words.ts';
import type { Tariff } from './tariff-draft.ts';

type CardProps = { tariff: Tariff; /** When its first version begins. */ firstFrom: string; isManager: boolean; isLatest: boolean; onChange: () => void; onSaid: (words: string) => void };

/** A version of a tariff: the days of each kind, and what else it charges. */
export function TariffCard({ tariff, firstFrom, isManager, isLatest, onChange, onSaid }: CardProps) {
  const { t } = useTranslation('charging');
  const [assigning, setAssigning] = useState(false);
  const limits = useLimits(tariff);
  return (
    <section className="card tariff-card" aria-label={`${tariff.name} ${t('tariffs.version', { version: tariff.version, from: tariff.from })}`}>
      <header>
        <h2>{tariff.name}</h2>
        <Tag>{t(`kind.${tariff.kind}`)}</Tag>
        <span>{t('tariffs.version', { version: tariff.version, from: tariff.from })}</span>
        <span className="muted small">{isLatest ? t('tariffs.used', { devices: tariff.devices, sessions: tariff.sessions }) : t('terms.usedOld', { sessions: tariff.sessions })}</span>
        {isManager && isLatest && <span className="at-end"><Button onClick={onChange}>{t('tariffs.change')}</Button> <Button aria-expanded={assigning} onClick={() => setAssigning(!assigning)}>{t('assign.open')}</Button></span>}
      </header>
      {limits !== '' && <p className="tariff-said">{limits}</p>}
      {tariff.note !== '' && <p className="tariff-said muted">{tariff.note}</p>}
      {tariff.basis === 'energy' ? <Bands tariff={tariff} /> : <ByTime tariff={tariff} />}
      {assigning && <AssignForm tariff={tariff} firstFrom={firstFrom} onDone={(words) => { setAssigning(false); onSaid(words); }} onLeave={() => setAssigning(false)} />}
    </section>
  );
}

/** What a version charges beside its energy, in words. */
function useLimits(tariff: Tariff): string {
  const { t } = useTranslation('charging');
  return [
    tariff.minimumFen > 0 && t('terms.said.minimum', { amount: money(tariff.minimumFen) }), tariff.capFen !== null && t('terms.said.cap', { amount: money(tariff.capFen) }), tariff.startFee > 0 && t('terms.said.start', { amount: money(tariff.startFee) }),
    tariff.idleFenPerMinute > 0 && t(tariff.idleGraceMinutes > 0 ? 'terms.said.idleGrace' : 'terms.said.idle', { amount: money(tariff.idleFenPerMinute), minutes: tariff.idleGraceMinutes }),
    tariff.parkingFenPerHour > 0 && t(tariff.parkingFreeMinutes > 0 ? 'terms.said.parkingFree' : 'terms.said.parking', { amount: money(tariff.parkingFenPerHour), minutes: tariff.parkingFreeMinutes }),
  ].filter(Boolean).join(' · ');
}

function Bands({ tariff: { variants, periods } }: { tariff: Tariff }) {
  const { t } = useTranslation('charging');
  const dayWords = useDayWords();
  if (variants.length === 0) return <DayBand periods={periods} />;
  const all = [...variants.flatMap((variant) => variant.periods), ...periods];
  return [...variants.map((variant) => ({ days: dayWords(variant), periods: variant.periods })), { days: t('terms.otherDays'), periods }].map(({ days, periods: own }, index) => (
    <div key={index}><h3>{days}</h3><DayBand periods={own} days={days} among={all} /></div>
  ));
}

function ByTime({ tariff: { basis, kind, tiers } }: { tariff: Tariff }) {
  const { t } = useTranslation('charging');
  const words = tiers.map(({ uptoW, hourFen }) => { const amount = money(hourFen); return basis === 'hour' ? t('terms.said.hour', { amount }) : uptoW === null ? t('terms.said.tierAbove', { amount }) : t('terms.said.tier', { amount, upto: uptoW }); });
  return (
    <>
      <p className="tariff-said">{`${t(`terms.basis.${basis}`)}${t('terms.colon')}${words.join(t('terms.comma'))}`}</p>
      {kind === 'ebike' && <p className="tariff-said red">{t('tariffs.byHour')}</p>}
    </>
  );
}
