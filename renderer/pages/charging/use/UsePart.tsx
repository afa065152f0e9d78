import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../../shared/contract/index.ts';
import { localDay } from '../../../../shared/domain/period.ts';
import { useQuery } from '../../../api.ts';
import { Segments } from '../../../components/controls.tsx';
import { EmptyNote } from '../../../components/states.tsx';
import { WaitCard } from '../../parking/income/WaitCard.tsx';
import { YearStepper, yearUntil } from '../../parking/YearStepper.tsx';
import { HeatCard } from './HeatCard.tsx';
import { ReasonsCard } from './ReasonsCard.tsx';
import { SpreadCard } from './SpreadCard.tsx';
import { TroubleCard } from './TroubleCard.tsx';
import { UtilisationCard } from './UtilisationCard.tsx';
import '../../parking/income/income.css';
import './use.css';

const kinds = ['ev', 'ebike'] as const;
/** What every card of the screen saves: the same months and kind. */
export type UsageInput = CallInput<'charging.usage'>;

/** How chargers were used in twelve months. Cars and e-bikes charge too differently to be drawn together. */
export function UsePart() {
  const { t } = useTranslation('charging');
  const [until, setUntil] = useState(() => localDay(new Date()).slice(0, 7));
  const [chosen, setKind] = useState<(typeof kinds)[number] | undefined>();
  const devices = useQuery('charging.listDevices', {});
  const kind = chosen ?? kinds.find((one) => devices.value?.items.some((device) => device.kind === one)) ?? 'ev';
  const input = { ...yearUntil(until), kind };
  const usage = useQuery('charging.usage', input, { keepLast: true });
  const value = usage.value;
  return (
    <div className="charging-scroll">
      <div className="charging-bar">
        <YearStepper until={until} onChange={setUntil} />
        <Segments label={t('income.kindLabel')} value={kind} choices={kinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))} onChange={setKind} />
      </div>
      {!value ? <WaitCard refusal={usage.refusal} onRetry={usage.reload} /> : value.devices.length === 0 ? <section className="card"><EmptyNote title={t('devices.none')}>{t('devices.noneNote')}</EmptyNote></section> : (
        <div className="use-grid">
          <HeatCard heat={value.heat} input={input} />
          <UtilisationCard devices={value.devices} whole={value.kinds[0]} input={input} />
          <SpreadCard what="lengths" classes={value.lengths} input={input} />
          <SpreadCard what="powers" classes={value.powers} input={input} />
          <ReasonsCard reasons={value.reasons} input={input} />
          <TroubleCard devices={value.devices} input={input} />
        </div>
      )}
    </div>
  );
}
