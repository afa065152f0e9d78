import { useTranslation } from 'react-i18next';
import type { LeaseKind } from '../../../../shared/contract/parking.ts';

/** The letter and colour of a lease kind, as in the plan; for those who hear it, its name. */
export function KindMark({ kind }: { kind: LeaseKind }) {
  const { t } = useTranslation('parking');
  return (
    <i className={`plan-key ${kind}`} role="img" aria-label={t(`kind.${kind}`)} title={t(`kind.${kind}`)}>
      {t(`plan.letter.${kind}`)}
    </i>
  );
}
