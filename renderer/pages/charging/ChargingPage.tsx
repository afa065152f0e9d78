import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { Segments } from '../../components/controls.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { goTo, useRoute } from '../../route.ts';
import { AccountsPart } from './accounts/AccountsPart.tsx';
import { chargingTab, chargingTabs, type ChargingTab } from './charging-route.ts';
import { DevicesPart } from './devices/DevicesPart.tsx';
import { IncomePart } from './IncomePart.tsx';
import { MetersPart } from './MetersPart.tsx';
import { ReviewPart } from './ReviewPart.tsx';
import { SessionsPart } from './SessionsPart.tsx';
import { TariffsPart } from './tariffs/TariffsPart.tsx';
import { UsePart } from './use/UsePart.tsx';
import { SettlementsPart } from './SettlementsPart.tsx';
import '../parking/parking.css';
import './charging.css';

const PARTS: Readonly<Record<ChargingTab, ComponentType>> = { income: IncomePart, use: UsePart, sessions: SessionsPart, review: ReviewPart, accounts: AccountsPart, settlements: SettlementsPart, meters: MetersPart, tariffs: TariffsPart, devices: DevicesPart };

/** What chargers brought, each session behind it, and what it is billed by. */
export function ChargingPage() {
  const { t } = useTranslation('charging');
  const { params } = useRoute();
  const tab = chargingTab(params);
  const waiting = useQuery('charging.listReview', { state: 'open', limit: 1 }).value?.open ?? 0;
  const Part = PARTS[tab];
  const labelOf = (value: ChargingTab) => (value === 'review' && waiting > 0 ? `${t('tabs.review')} ${waiting.toLocaleString('en-US')}` : t(`tabs.${value}`));
  return (
    <main className="page">
      <PageHead title={t('title')}>
        <Segments label={t('title')} value={tab} choices={chargingTabs.map((value) => ({ value, label: labelOf(value) }))} onChange={(next) => goTo('charging', { tab: next })} />
      </PageHead>
      <Part />
    </main>
  );
}
