import { countSessionsByTariff, insertAssignments, insertTariff, listTariffs as listTariffRows } from '../../../db/queries/charging-tariffs.ts';
import { findDevice, listDevices } from '../../../db/queries/charging-devices.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { clockOf, needPeriods, type TariffPeriod, type TariffTerms } from '../../../shared/domain/charging-tariff.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { aboveGridOn } from './grid-prices.ts';
import { tariffNames } from './tariff-of.ts';

type Written = Input<'charging.defineTariff'>;
/** What a tariff by time says of energy: nothing. */
const ANY_TIME: TariffPeriod = { fromMinute: 0, toMinute: 1440, code: '全天', energyPrice: 0, servicePrice: 0 };

/** The terms as written. Throws TARIFF_GAP, TARIFF_OVERLAP, TARIFF_PERIOD_EMPTY, TARIFF_CLOCK, TARIFF_LIMITS, TARIFF_TIERS. */
export function termsOf(written: Written): TariffTerms {
  const { basis, tiers, minimumFen, capFen, startFee } = written;
  if (capFen !== null && capFen < minimumFen) throw new AppError('TARIFF_LIMITS', { minimumFen, capFen });
  const variants = written.variants.map(({ months, weekdays, periods }, index) => ({ months, weekdays, periods: needPeriods(periods, String(index + 1)) }));
  const everyDay = basis !== 'energy' && written.periods.length === 0 ? [ANY_TIME] : needPeriods(written.periods, '');
  if (basis !== 'energy') checkTiers(written);
  return {
    basis, tiers: basis === 'energy' ? [] : tiers, variants: [...variants, { months: [], weekdays: [], periods: everyDay }], minimumFen, capFen, startFen: startFee,
    idleFen: written.idleFenPerMinute, idleGraceMinutes: written.idleGraceMinutes, parkingFen: written.parkingFenPerHour, parkingFreeMinutes: written.parkingFreeMinutes,
  };
}

/** Rising, and the last without an end: every power has a price. */
function checkTiers({ basis, tiers }: Written): void {
  const rising = tiers.every(({ uptoW }, index) => (index === tiers.length - 1 ? uptoW === null : uptoW !== null && uptoW > (tiers[index - 1]?.uptoW ?? 0)));
  if (tiers.length === 0 || !rising || (basis === 'hour' && tiers.length !== 1)) throw new AppError('TARIFF_TIERS', { basis });
}

export const defineTariff: Handler<'charging.defineTariff'> = async ({ db, user, now }, written) => {
  const terms = termsOf(written);
  const [latest] = await listTariffRows(db, written.name);
  if (latest && latest.kind !== written.kind) throw new AppError('TARIFF_KIND', { tariff: written.name, kind: latest.kind });
  if (latest && latest.from > written.from) throw new AppError('TARIFF_VERSION_BEFORE', { tariff: written.name, from: written.from, latest: latest.from });
  const version = (latest?.version ?? 0) + 1;
  const tariffId = await insertTariff(db, { ...terms, name: written.name, kind: written.kind, from: written.from, note: written.note, version, userId: user.userId, by: user.name, at: now.toISOString() });
  const isAbove = (await aboveGridOn(db, terms.variants, written.from)) !== undefined;
  return { tariffId, version, warnings: [...(terms.basis !== 'energy' && written.kind === 'ebike' ? ['BY_HOUR' as const] : []), ...(isAbove ? ['ABOVE_GRID' as const] : [])] };
};

export const listTariffs: Handler<'charging.listTariffs'> = async ({ db, today }, { name, kind }) => {
  const [tariffs, used, devices, tariffOf] = [await listTariffRows(db, name), await countSessionsByTariff(db), await listDevices(db), await tariffNames(db, today)];
  return {
    items: tariffs.filter((tariff) => kind === undefined || tariff.kind === kind).map(({ variants, startFen, idleFen, parkingFen, ...tariff }) => {
      const written = variants.map(({ months, weekdays, periods }) => ({ months: [...months], weekdays: [...weekdays], periods: periods.map(({ fromMinute, toMinute, ...rest }) => ({ from: clockOf(fromMinute), to: clockOf(toMinute), ...rest })) }));
      return {
        ...tariff, tiers: [...tariff.tiers], periods: written.at(-1)?.periods ?? [], variants: written.slice(0, -1), startFee: startFen, idleFenPerMinute: idleFen, parkingFenPerHour: parkingFen,
        devices: devices.filter((device) => tariffOf(device) === tariff.name).length, sessions: used.get(tariff.tariffId) ?? 0,
      };
    }),
  };
};

export const assignTariff: Handler<'charging.assignTariff'> = async ({ db, user, now }, { tariff, devices, kind, from }) => {
  const [known] = await listTariffRows(db, tariff);
  if (!known) throw new AppError('NO_SUCH_TARIFF', { tariff });
  if ((devices === undefined || devices.length === 0) === (kind === undefined)) throw new AppError('ASSIGN_WHAT', { tariff });
  if (kind !== undefined && kind !== known.kind) throw new AppError('TARIFF_KIND', { tariff, kind: known.kind });
  const deviceIds: number[] = [];
  for (const code of devices ?? []) {
    const device = await findDevice(db, code.toUpperCase());
    if (!device) throw new AppError('NO_SUCH_DEVICE', { device: code });
    if (device.kind !== known.kind) throw new AppError('TARIFF_KIND', { tariff, kind: known.kind });
    deviceIds.push(device.deviceId);
  }
  const lines = kind === undefined ? deviceIds.map((deviceId) => ({ tariff, deviceId, kind: null, from })) : [{ tariff, deviceId: null, kind, from }];
  await insertAssignments(db, lines, { userId: user.userId, userName: user.name, at: now.toISOString() });
  return {};
};
