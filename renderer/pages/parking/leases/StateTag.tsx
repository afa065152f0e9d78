import { useTranslation } from 'react-i18next';
import type { LeaseState } from '../../../../shared/contract/parking.ts';
import { Tag } from '../../../components/controls.tsx';

const TONES: Partial<Record<LeaseState, 'blue' | 'amber'>> = { draft: 'amber', suspended: 'amber', signed: 'blue' };

/** The state of a lease in a word. */
export function StateTag({ state }: { state: LeaseState }) {
  const { t } = useTranslation('parking');
  return <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>;
}
