import { useTranslation } from 'react-i18next';
import { Segments } from '../../components/controls.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { goTo, useRoute } from '../../route.ts';
import { AgeingPart } from './AgeingPart.tsx';
import { arrearsViews, readArrearsView } from './arrears-route.ts';
import { CallsPart } from './CallsPart.tsx';
import { DunningPart } from './DunningPart.tsx';
import { RatesPart } from './RatesPart.tsx';
import './arrears.css';

/** What is owed by age, the notices and calls that ask for it, and the collection rates. */
export function ArrearsPage() {
  const { t } = useTranslation('arrears');
  const { params } = useRoute();
  const view = readArrearsView(params);
  return (
    <main className="page">
      <PageHead title={t('title')} note={t(`viewNote.${view}`)}>
        <Segments label={t('title')} value={view} choices={arrearsViews.map((value) => ({ value, label: t(`view.${value}`) }))} onChange={(next) => goTo('arrears', { view: next })} />
      </PageHead>
      {view === 'ageing' && <AgeingPart />}
      {view === 'dunning' && <DunningPart />}
      {view === 'calls' && <CallsPart />}
      {view === 'rates' && <RatesPart />}
    </main>
  );
}
