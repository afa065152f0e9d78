import type { CallInput } from '../../shared/contract/index.ts';
import type { TestOffice } from './open-office.ts';

const PRICES = { valley: 37_840, flat: 90_140, peak: 120_640 } as const;
/** The periods of the domain's table. */
export const EV_PERIODS = ([['00:00', '08:00', 'valley'], ['08:00', '11:00', 'flat'], ['11:00', '13:00', 'valley'], ['13:00', '19:00', 'flat'], ['19:00', '21:00', 'peak'], ['21:00', '22:00', 'flat'], ['22:00', '24:00', 'valley']] as const)
  .map(([from, to, code]) => ({ from, to, code, energyPrice: PRICES[code], servicePrice: 30_000 }));

export const EV_TARIFF: CallInput<'charging.defineTariff'> = { name: '汽车分时', kind: 'ev', from: '2025-01-01', periods: EV_PERIODS };
export const EBIKE_TARIFF: CallInput<'charging.defineTariff'> = { name: '电瓶车', kind: 'ebike', from: '2025-01-01', periods: [{ from: '00:00', to: '24:00', code: 'flat', energyPrice: 55_930, servicePrice: 40_000 }], minimumFen: 50, capFen: 300 };

/** Ten car chargers and eight hosts of ten sockets, with the tariffs of the sample files. */
export async function givenChargers(office: TestOffice): Promise<void> {
  const two = (index: number) => String(index + 1).padStart(2, '0');
  await office.get('charging.addDevices', { devices: Array.from({ length: 10 }, (_, index) => ({ code: `EV-${two(index)}`, kind: 'ev' as const, connectors: 1, ratedW: 180_000, place: '地面停车场' })) });
  await office.get('charging.addDevices', { devices: Array.from({ length: 8 }, (_, index) => ({ code: `EB-${two(index)}`, kind: 'ebike' as const, connectors: 10, ratedW: 1000, place: '架空层车棚' })) });
  for (const tariff of [EV_TARIFF, EBIKE_TARIFF]) {
    await office.get('charging.defineTariff', tariff);
    await office.get('charging.assignTariff', { tariff: tariff.name, kind: tariff.kind, from: '2025-01-01' });
  }
}

export type SheetSession = { order: string; device?: string; connector?: string | number; start: string; end: string; kwh: string; total?: string; phone?: string; stop?: string };

/** A platform's file of some sessions, as text. */
export function sessionCsv(sessions: readonly SheetSession[]): string {
  return ['订单号,充电桩编号,枪号,用户手机号,开始时间,结束时间,充电电量(度),订单金额(元),停止原因', ...sessions.map(({ order, device = 'EV-01', connector = 1, start, end, kwh, total = '', phone = '', stop = '' }) => [order, device, connector, phone, start, end, kwh, total, stop].join(','))].join('\r\n');
}
