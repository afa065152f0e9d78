import { useTranslation } from 'react-i18next';
import { money } from '../../text/formats.ts';

type Sums = { expectedFen: number; countedFen: number; bankedFen: number };

/** A close in sentences: the difference and where it goes, then what is banked and what stays. */
export function useCloseWords(): (sums: Sums) => string[] {
  const { t } = useTranslation('shifts');
  return ({ expectedFen, countedFen, bankedFen }) => {
    const offFen = countedFen - expectedFen;
    const difference = t(`says.${offFen === 0 ? 'even' : offFen > 0 ? 'over' : 'short'}`, { expected: money(expectedFen), counted: money(countedFen), amount: money(Math.abs(offFen)) });
    const kept = money(countedFen - bankedFen);
    return [difference, bankedFen > 0 ? t('says.banked', { banked: money(bankedFen), kept }) : t('says.notBanked', { kept })];
  };
}
