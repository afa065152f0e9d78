import type { DeviceRow } from '../../../db/queries/charging-devices.ts';
import type { KeptLine, NewSession } from '../../../db/queries/charging-sessions.ts';
import { momentOfSecond } from '../../../shared/domain/cell-moment.ts';
import type { Drawn } from '../../../shared/domain/charging-split.ts';
import { isAboveRated, type LineFault, type SessionLine } from '../../../shared/domain/charging-line.ts';
import { formatEnergy } from '../../../shared/domain/meter.ts';
import { LOCAL_SECONDS } from '../../../shared/domain/period.ts';
import { priceSession } from '../../../shared/domain/charging-price.ts';
import type { PayerFinder } from './accounts/pay-sessions.ts';
import { dayOfSecond } from './gather-sums.ts';
import type { AppliedTariff, TariffFinder } from './tariff-of.ts';

export type Judged = { device: DeviceRow; session: NewSession; fault: null } | { fault: LineFault; value: string };
export type Judge = { devices: ReadonlyMap<string, DeviceRow>; tariffOf: TariffFinder; /** Local. */ nowSecond: number; /** Where the office collects itself. */ payerOf: PayerFinder | undefined; /** The last closed month: what ended in it or before cannot be booked. */ closed: string | null };

/** Bills a line as the books see it, or says why it waits; only a tariff that was not looked up yet takes time. */
export function judgeLine(judge: Judge, line: SessionLine, row: number, orderNo: string): Judged | Promise<Judged> {
  const { start, end, energy } = line;
  if (line.fault !== null || start === null || end === null || energy === null) return { fault: line.fault ?? 'TIME_UNREADABLE', value: line.value };
  const device = judge.devices.get(line.device);
  if (!device) return { fault: 'UNKNOWN_DEVICE', value: line.device };
  if (line.connector < 1 || line.connector > device.connectors) return { fault: 'UNKNOWN_CONNECTOR', value: `${line.device} ${line.connector}` };
  if (end > judge.nowSecond) return { fault: 'IN_FUTURE', value: momentOfSecond(end) };
  const endsOn = dayOfSecond(end);
  if (judge.closed !== null && endsOn.slice(0, 7) <= judge.closed) return { fault: 'MONTH_CLOSED', value: endsOn };
  const on = dayOfSecond(start);
  if ((device.from !== null && on < device.from) || (device.to !== null && endsOn >= device.to)) return { fault: 'OUT_OF_SERVICE', value: `${line.device} ${on}` };
  if (isAboveRated(energy, device.ratedW, end - start)) return { fault: 'ENERGY_ABOVE_RATED', value: kwh(energy) };
  if (judge.payerOf && !judge.payerOf({ ...line, on })) return { fault: 'UNKNOWN_PAYER', value: line.card || line.customer || line.plate };
  const drawn = { from: start, to: end, energy };
  const tariff = judge.tariffOf(device, on);
  return tariff instanceof Promise ? tariff.then((found) => billed(line, { device, tariff: found, drawn, on }, row, orderNo)) : billed(line, { device, tariff, drawn, on }, row, orderNo);
}

type Billing = { device: DeviceRow; tariff: AppliedTariff | undefined; drawn: Drawn; on: string };

function billed(line: SessionLine, { device, tariff, drawn, on }: Billing, row: number, orderNo: string): Judged {
  if (!tariff) return { fault: 'NO_TARIFF', value: `${line.device} ${on}` };
  const { from, to, energy } = drawn;
  const bill = priceSession(tariff.ready, { from, to, energy, reported: line.reported }, line.unplugged !== null && line.unplugged > to ? line.unplugged : undefined);
  return {
    fault: null, device,
    session: {
      row, orderNo, deviceId: device.deviceId, connector: line.connector, startedAt: from - LOCAL_SECONDS, endedAt: to - LOCAL_SECONDS, energy, tariffId: tariff.tariffId, method: bill.method, energyFen: bill.energyFen, serviceFen: bill.serviceFen, extraFen: bill.extraFen,
      lines: bill.lines.map((one): KeptLine => [one.code, one.energy, one.energyFen, one.serviceFen, one.energyPrice, one.servicePrice]), extras: bill.extras.length === 0 ? NONE : bill.extras.map((one) => [one.kind, one.minutes, one.amountFen] as const),
      theirEnergyFen: line.theirEnergyFen, theirServiceFen: line.theirServiceFen, theirFen: line.theirFen, prepaidFen: line.prepaidFen, refundFen: line.refundFen, customer: line.customer, phoneTail: line.phoneTail, plate: line.plate, card: line.card, paidBy: line.paidBy, stop: line.stop,
    },
  };
}

const NONE: NewSession['extras'] = [];

/** Energy as platforms write it: 22.9980. */
export const kwh = (energy: number): string => formatEnergy(energy, { separators: false });

/** Alike in what the platform says; by the same tariff, the bill tells whether it parted the energy alike and let the car go at the same time. */
export function sameSession(one: NewSession, other: NewSession): boolean {
  return (one.tariffId !== other.tariffId || (one.extraFen === other.extraFen && sameLines(one.lines, other.lines))) && one.deviceId === other.deviceId && one.connector === other.connector && one.startedAt === other.startedAt && one.endedAt === other.endedAt && one.energy === other.energy
    && one.theirEnergyFen === other.theirEnergyFen && one.theirServiceFen === other.theirServiceFen && one.theirFen === other.theirFen && one.prepaidFen === other.prepaidFen && one.refundFen === other.refundFen;
}

function sameLines(ones: NewSession['lines'], others: NewSession['lines']): boolean {
  return ones.length === others.length && ones.every(([code, energy], index) => code === others[index]?.[0] && energy === others[index]?.[1]);
}
