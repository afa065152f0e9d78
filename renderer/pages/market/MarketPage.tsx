import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Segments } from '../../components/controls.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { goTo, useRoute } from '../../route.ts';
import { AgreementsPart } from './AgreementsPart.tsx';
import { BoardPart } from './BoardPart.tsx';
import { ChecksPart } from './ChecksPart.tsx';
import { DeliveriesPart } from './DeliveriesPart.tsx';
import { marketTab, marketTabs, type MarketTab } from './market-route.ts';
import { OverviewPart } from './OverviewPart.tsx';
import { SalesPart } from './SalesPart.tsx';
import '../parking/parking.css';
import './market.css';

const PARTS: Readonly<Record<MarketTab, ComponentType>> = { overview: OverviewPart, board: BoardPart, deliveries: DeliveriesPart, sales: SalesPart, agreements: AgreementsPart, checks: ChecksPart };

/** The rent-free shop: what it gives, and every row behind it. */
export function MarketPage() {
  const { t } = useTranslation('market');
  const { params } = useRoute();
  const tab = marketTab(params);
  const Part = PARTS[tab];
  return (
    <main className="page">
      <PageHead title={t('title')}>
        <Segments label={t('title')} value={tab} choices={marketTabs.map((value) => ({ value, label: t(`tabs.${value}`) }))} onChange={(next) => goTo('market', { tab: next })} />
      </PageHead>
      <Part />
    </main>
  );
}
