import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { Segments } from '../../components/controls.tsx';
import { goTo, useRoute } from '../../route.ts';
import { PromotionsPart } from './reductions/PromotionsPart.tsx';
import { ReductionSummary } from './reductions/ReductionSummary.tsx';
import { VacanciesPart } from './reductions/VacanciesPart.tsx';
import { WaiversPart } from './reductions/WaiversPart.tsx';
import './reductions/reductions.css';

const PARTS = { waivers: WaiversPart, vacancies: VacanciesPart, promotions: PromotionsPart, summary: ReductionSummary };
type Part = keyof typeof PARTS;
const parts: readonly Part[] = ['waivers', 'vacancies', 'promotions', 'summary'];
const AT_MOST = 1000;

/** What is given away: requests that wait, what was decided, promotions, and the sums by kind and by whom. */
export function ReductionsPart() {
  const { t } = useTranslation('reductions');
  const { params } = useRoute();
  const part = parts.find((one) => one === params.get('part')) ?? 'waivers';
  const waivers = useQuery('fees.listWaivers', { state: 'pending', limit: AT_MOST }, { keepLast: true }).value?.items.length ?? 0;
  const vacancies = useQuery('fees.listVacancies', { state: 'pending', limit: AT_MOST }, { keepLast: true }).value?.items.length ?? 0;
  const waiting: Partial<Record<Part, number>> = { waivers, vacancies };
  const Shown = PARTS[part];
  return (
    <div className="reductions">
      <div className="reductions-parts">
        <Segments label={t('parts')} value={part} choices={parts.map((value) => ({ value, label: waiting[value] ? `${t(`part.${value}`)} ${String(waiting[value])}` : t(`part.${value}`) }))} onChange={(value) => goTo('fees', { tab: 'reductions', part: value })} />
      </div>
      <Shown />
    </div>
  );
}
