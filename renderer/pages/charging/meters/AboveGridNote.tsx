import { useTranslation } from 'react-i18next';
import { clockOf, readPeriods, type TariffVariant, type WrittenPeriod } from '../../../../shared/domain/charging-tariff.ts';
import { aboveGrid } from '../../../../shared/domain/grid-price.ts';
import { useQuery } from '../../../api.ts';
import { priceText } from '../amounts.ts';
import { usePeriodWords } from './period-words.ts';

type Written = { periods: readonly WrittenPeriod[]; variants: readonly { months?: readonly number[] | undefined; weekdays?: readonly number[] | undefined; periods: readonly WrittenPeriod[] }[] };

/** Kinds of days as written, the every day's last; undefined while one of them is not covered. */
function variantsOf({ periods, variants }: Written): TariffVariant[] | undefined {
  const found = [...variants, { periods }].flatMap((one): TariffVariant[] => {
    const read = readPeriods(one.periods);
    return 'fault' in read ? [] : [{ months: 'months' in one ? (one.months ?? []) : [], weekdays: 'weekdays' in one ? (one.weekdays ?? []) : [], periods: read.periods }];
  });
  return found.length === variants.length + 1 ? found : undefined;
}

/** Says, while a tariff is being written, where its energy price is above the grid's in force on its first day. */
export function AboveGridNote({ from, ...written }: Written & { from: string }) {
  const { t } = useTranslation('charging');
  const { wordOf } = usePeriodWords();
  const items = useQuery('charging.listGridPrices', {}).value?.items ?? [];
  const grid = items.find((one) => one.from <= from);
  const [own, theirs] = [variantsOf(written), grid && variantsOf({ periods: priced(grid.periods), variants: grid.variants.map((one) => ({ ...one, periods: priced(one.periods) })) })];
  const found = own && theirs && aboveGrid(own, theirs);
  if (!found) return null;
  return <p className="tariff-said red" role="alert">{t('grid.tariffAbove', { from: clockOf(found.fromMinute), code: wordOf(found.code), price: priceText(found.energyPrice), grid: priceText(found.gridPrice) })}</p>;
}

const priced = (periods: readonly Omit<WrittenPeriod, 'servicePrice'>[]): WrittenPeriod[] => periods.map((period) => ({ ...period, servicePrice: 0 }));
