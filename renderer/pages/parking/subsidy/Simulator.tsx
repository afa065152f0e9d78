import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { shareE6Of, shareOf, simulateYear, spacesLet, type SimulatedPrices } from '../../../../shared/domain/parking-simulation.ts';
import { useQuery } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../../components/states.tsx';
import { useMay } from '../../../session.ts';
import { plainYuan, yuan } from '../../../text/formats.ts';
import { DecideForm } from './DecideForm.tsx';
import { percent, readPercent } from './percent.ts';
import { priceFen } from './SetPricesForm.tsx';
import { SliderField } from './SliderField.tsx';
import type { SubsidyView } from './subsidy-route.ts';
import { YearChart } from './YearChart.tsx';
import { YearCompared } from './YearCompared.tsx';

type Start = Output<'parking.simulationStart'>;

/** The year at other prices and another share of spaces let, beside the present one. */
export function Simulator({ onView }: { onView: (view: SubsidyView) => void }) {
  const { t } = useTranslation('parkingIncome');
  const start = useQuery('parking.simulationStart', {});
  if (start.refusal?.code === 'NO_PRICES') {
    return (
      <section className="card subsidy-wait">
        <EmptyNote title={t('simulator.noPrices')} />
        <Button className="subsidy-first" onClick={() => onView('prices')}>{t('simulator.toPrices')}</Button>
      </section>
    );
  }
  if (!start.value) return <section className="card subsidy-wait">{start.refusal ? <RefusalNote refusal={start.refusal} onRetry={start.reload} /> : <Skeleton rows={8} height={24} />}</section>;
  return <SimulatorOf start={start.value} onView={onView} />;
}

const presentOf = ({ residentFen, daytimeFen, daytimeShare }: Start): SimulatedPrices => ({ residentFen, daytimeFen, shareE6: shareE6Of(daytimeShare) });

function SimulatorOf({ start, onView }: { start: Start; onView: (view: SubsidyView) => void }) {
  const { t } = useTranslation('parkingIncome');
  const mayDecide = useMay('manager');
  const present = presentOf(start);
  const [moved, setMoved] = useState<Partial<SimulatedPrices>>({});
  const tried = { ...present, ...moved };
  const { marketFen, commonSpaces, residentLeases, daytimeSpaces } = start;
  const years = { present: simulateYear(start, present), tried: simulateYear(start, tried) };
  const input = { residentFen: tried.residentFen, daytimeFen: tried.daytimeFen, daytimeShare: shareOf(tried.shareE6) };
  return (
    <div className="subsidy-area">
      <div className="simulator-side">
        <Controls start={start} present={present} tried={tried} onChange={(changes) => setMoved({ ...moved, ...changes })} onReset={() => setMoved({})} />
        {mayDecide ? <DecideForm input={input} marketFen={marketFen} onSeen={() => onView('prices')} /> : <section className="card prices-only"><p className="muted">{t('simulator.onlyManager')}</p></section>}
      </div>
      <div className="simulator-main">
        <YearCompared years={years} spaces={{ present: spacesLet(present.shareE6, commonSpaces), tried: spacesLet(tried.shareE6, commonSpaces) }} note={t('simulator.basis', { market: yuan(marketFen), spaces: commonSpaces, leases: residentLeases, daytime: daytimeSpaces })} />
        <YearChart basis={start} present={present} tried={tried} input={input} />
      </div>
    </div>
  );
}

/** Sliders step in whole yuan, ten yuan and whole percent; the fields take any amount. */
const [YUAN, TEN_YUAN, PERCENT] = [100, 1000, 10_000];
const LEAST_DAYTIME_FEN = 60_000;
const WHOLE = 1_000_000;

type ControlsProps = { start: Start; present: SimulatedPrices; tried: SimulatedPrices; onChange: (changes: Partial<SimulatedPrices>) => void; onReset: () => void };

function Controls({ start: { marketFen, commonSpaces }, present, tried, onChange, onReset }: ControlsProps) {
  const { t } = useTranslation('parkingIncome');
  const mostDaytimeFen = Math.max(LEAST_DAYTIME_FEN, 3 * present.daytimeFen);
  const isMoved = tried.residentFen !== present.residentFen || tried.daytimeFen !== present.daytimeFen || tried.shareE6 !== present.shareE6;
  const unit = t('simulator.perMonth');
  return (
    <section className="card simulator-controls">
      <div className="sec">
        <h2>{t('simulator.controls')}</h2>
        <span className="hint"><Button look="link" disabled={!isMoved} onClick={onReset}>{t('simulator.reset')}</Button></span>
      </div>
      <SliderField label={t('simulator.resident')} unit={unit} value={tried.residentFen} present={present.residentFen} max={Math.max(marketFen, present.residentFen)} step={YUAN} format={plainYuan} read={priceFen} problem={t('simulator.badYuan', { most: yuan(Math.max(marketFen, present.residentFen)) })} onChange={(residentFen) => onChange({ residentFen })} />
      <SliderField label={t('simulator.daytime')} unit={unit} value={tried.daytimeFen} present={present.daytimeFen} max={mostDaytimeFen} step={TEN_YUAN} format={plainYuan} read={priceFen} problem={t('simulator.badYuan', { most: yuan(mostDaytimeFen) })} onChange={(daytimeFen) => onChange({ daytimeFen })} />
      <SliderField
        label={t('simulator.share')} unit={t('simulator.percent')} value={tried.shareE6} present={present.shareE6} max={WHOLE} step={PERCENT} format={percent} read={readPercent} problem={t('simulator.badPercent')}
        note={t('simulator.spaces', { let: spacesLet(tried.shareE6, commonSpaces), all: commonSpaces })} onChange={(shareE6) => onChange({ shareE6 })}
      />
    </section>
  );
}
