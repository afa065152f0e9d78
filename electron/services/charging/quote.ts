import { findTariffOn } from '../../../db/queries/charging-tariffs.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { secondOf } from '../../../shared/domain/cell-moment.ts';
import { priceSession } from '../../../shared/domain/charging-price.ts';
import { LONGEST_SECONDS } from '../../../shared/domain/charging-split.ts';
import { readPeriods, readyTariff, type ReadyTariff } from '../../../shared/domain/charging-tariff.ts';
import { isDay } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { termsOf } from './tariffs.ts';

type Trial = Omit<Input<'charging.quote'>, 'tariff'>;

/** Throws NO_SUCH_TARIFF where the name is unknown or its first version is later. */
export const quote: Handler<'charging.quote'> = async ({ db }, { tariff, ...trial }) => {
  const found = await findTariffOn(db, tariff, trial.start.slice(0, 10));
  if (!found) throw new AppError('NO_SUCH_TARIFF', { tariff });
  return priceTrial(readyTariff(found), trial);
};

export const tryTariff: Handler<'charging.tryTariff'> = ({ checkCancelled }, { terms, ...trial }) => {
  checkCancelled();
  const variants = [...terms.variants.map(({ periods }, index) => ({ periods, variant: String(index + 1) })), ...(terms.basis === 'energy' || terms.periods.length > 0 ? [{ periods: terms.periods, variant: '' }] : [])];
  for (const { periods, variant } of variants) {
    const read = readPeriods(periods);
    if ('fault' in read) return Promise.resolve({ fault: { ...read, variant }, quote: null });
  }
  return Promise.resolve({ fault: null, quote: priceTrial(readyTariff(termsOf(terms)), trial) });
};

/** Seconds of a local `YYYY-MM-DDTHH:MM[:SS]`. Throws SESSION_TIMES for a time that does not exist. */
export function secondOfLocal(moment: string): number {
  const [day = '', clock = ''] = [moment.slice(0, 10), moment.slice(11)];
  const seconds = clock.length === 5 ? `${clock}:00` : clock;
  if (!isDay(day) || !/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(seconds)) throw new AppError('SESSION_TIMES', { at: moment, why: 'NO_SUCH_TIME' });
  return secondOf(`${day} ${seconds}`);
}

/** Throws SESSION_TIMES, REGISTER_…. */
function priceTrial(ready: ReadyTariff, { start, end, energy, readings, reported, unpluggedAt }: Trial): Output<'charging.quote'> {
  const [from, to] = [secondOfLocal(start), secondOfLocal(end)];
  if (to <= from) throw new AppError('SESSION_TIMES', { at: end, why: 'NOT_AFTER_START' });
  if (to - from > LONGEST_SECONDS) throw new AppError('SESSION_TIMES', { at: end, why: 'TOO_LONG' });
  const unplugged = unpluggedAt === undefined ? undefined : secondOfLocal(unpluggedAt);
  if (unplugged !== undefined && unplugged < to) throw new AppError('SESSION_TIMES', { at: unpluggedAt ?? '', why: 'NOT_AFTER_START' });
  const facts = { from, to, energy, readings: readings?.map((one) => ({ second: secondOfLocal(one.at), energy: one.energy })), reported: Array.isArray(reported) ? reported : Object.entries(reported ?? {}).map(([code, part]) => ({ code, energy: part })) };
  const { lines, ...bill } = priceSession(ready, facts, unplugged);
  return { ...bill, periods: lines };
}
