import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Segments } from '../../components/controls.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { goTo, useRoute } from '../../route.ts';
import { BarrierPart } from './BarrierPart.tsx';
import { ChargesPart } from './ChargesPart.tsx';
import { IncomePart } from './IncomePart.tsx';
import { LeasesPart } from './LeasesPart.tsx';
import { parkingTab, parkingTabs, type ParkingTab } from './parking-route.ts';
import { PlanPart } from './PlanPart.tsx';
import { SubsidyPart } from './SubsidyPart.tsx';
import { VehiclesPart } from './VehiclesPart.tsx';
import './parking.css';

const PARTS: Readonly<Record<ParkingTab, ComponentType>> = { plan: PlanPart, leases: LeasesPart, charges: ChargesPart, vehicles: VehiclesPart, subsidy: SubsidyPart, income: IncomePart, barrier: BarrierPart };

/** Spaces and leases, what they are charged, and what the difference pays for. */
export function ParkingPage() {
  const { t } = useTranslation('parking');
  const { params } = useRoute();
  const tab = parkingTab(params);
  const Part = PARTS[tab];
  return (
    <main className="page">
      <PageHead title={t('title')}>
        <Segments label={t('title')} value={tab} choices={parkingTabs.map((value) => ({ value, label: t(`tabs.${value}`) }))} onChange={(next) => goTo('parking', { tab: next })} />
      </PageHead>
      <Part />
    </main>
  );
}
