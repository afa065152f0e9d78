import { useTranslation } from 'react-i18next';
import { Segments } from '../../components/controls.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { goTo, useRoute } from '../../route.ts';
import { RulesPart } from './RulesPart.tsx';
import { SheetsPart } from './SheetsPart.tsx';
import { statementsRoute, statementsTabs, type StatementsTab } from './statements-route.ts';
import { VerifyPart } from './VerifyPart.tsx';
import { WallPart } from './WallPart.tsx';
import '../parking/parking.css';
import './statements.css';

const PARTS: Readonly<Record<StatementsTab, () => React.ReactNode>> = { sheets: SheetsPart, wall: WallPart, verify: VerifyPart, rules: RulesPart };

/** What goes on the wall: prepared from the ledger, checked, published, posted, and answered for. */
export function StatementsPage() {
  const { t } = useTranslation('statements');
  const { params } = useRoute();
  const { tab } = statementsRoute(params);
  const Part = PARTS[tab];
  return (
    <main className="page">
      <PageHead title={t('title')}>
        <Segments label={t('title')} value={tab} choices={statementsTabs.map((value) => ({ value, label: t(`tabs.${value}`) }))} onChange={(next) => goTo('statements', { tab: next })} />
      </PageHead>
      <Part />
    </main>
  );
}
