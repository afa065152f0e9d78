import { findTariffOn, listAssignments, type Assignment, type TariffRow } from '../../../db/queries/charging-tariffs.ts';
import type { Db } from '../../../db/sql.ts';
import type { ChargerKind } from '../../../shared/contract/charging.ts';
import { readyTariff, type ReadyTariff } from '../../../shared/domain/charging-tariff.ts';

type Device = { deviceId: number; kind: ChargerKind };
export type AppliedTariff = { tariffId: number; name: string; ready: ReadyTariff };

const speaksOf = (one: Assignment, { deviceId, kind }: Device): boolean => one.deviceId === deviceId || one.kind === kind;

/** The last line that speaks of a device on a day. */
function assigned(list: readonly Assignment[], device: Device, on: string): string | undefined {
  return list.findLast((one) => one.from <= on && speaksOf(one, device))?.tariff;
}

/** The name of each device's tariff on a day. */
export async function tariffNames(db: Db, on: string): Promise<(device: Device) => string | undefined> {
  const list = await listAssignments(db);
  return (device) => assigned(list, device, on);
}

/** What each device is given next after a day, where that is another tariff. */
export async function nextTariffs(db: Db, on: string): Promise<(device: Device) => { tariff: string; from: string } | undefined> {
  const list = await listAssignments(db);
  const later = list.filter((one) => one.from > on);
  return (device) => {
    if (later.length === 0) return undefined;
    const now = assigned(list, device, on);
    return later.filter((one) => speaksOf(one, device)).map(({ from }) => ({ tariff: assigned(list, device, from) ?? '', from })).find(({ tariff }) => tariff !== now);
  };
}

/** Answers at once what was looked up before: half a million lines need it. */
export type TariffFinder = (device: Device, on: string) => AppliedTariff | undefined | Promise<AppliedTariff | undefined>;

/** Finds the version that holds for a device on a day, each only once; undefined where none does. */
export async function tariffFinder(db: Db): Promise<TariffFinder> {
  const list = await listAssignments(db);
  const versions = new Map<string, TariffRow | undefined>();
  const ready = new Map<number, AppliedTariff>();
  const known = new Map<number, Map<string, AppliedTariff | undefined>>();
  const lookUp = async (device: Device, on: string): Promise<AppliedTariff | undefined> => {
    const name = assigned(list, device, on);
    if (name === undefined) return undefined;
    const key = `${name}|${on}`;
    if (!versions.has(key)) versions.set(key, await findTariffOn(db, name, on));
    const tariff = versions.get(key);
    if (!tariff) return undefined;
    const applied = ready.get(tariff.tariffId) ?? { tariffId: tariff.tariffId, name, ready: readyTariff(tariff) };
    ready.set(tariff.tariffId, applied);
    return applied;
  };
  return (device, on) => {
    let days = known.get(device.deviceId);
    if (!days) known.set(device.deviceId, (days = new Map<string, AppliedTariff | undefined>()));
    const found = days.get(on);
    if (found !== undefined || days.has(on)) return found;
    const own = days;
    return lookUp(device, on).then((applied) => { own.set(on, applied); return applied; });
  };
}
