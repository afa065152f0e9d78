import type { CallInput, Output } from '../../../../shared/contract/index.ts';

export type Device = Output<'charging.listDevices'>['items'][number];
/** What can be typed of a device, whether it is new or is changed. */
export type DeviceDraft = { connectors: string; rated: string; place: string; platform: string; meter: string; from: string | undefined; to: string | undefined; stopsWhenFull: boolean; fireNote: string };
export const NEW_DEVICE: DeviceDraft = { connectors: '1', rated: '', place: '', platform: '', meter: '', from: undefined, to: undefined, stopsWhenFull: true, fireNote: '' };

export function draftOfDevice({ connectors, ratedW, place, platform, meter, from, to, stopsWhenFull, fireNote }: Device): DeviceDraft {
  return { connectors: String(connectors), rated: String(ratedW), place, platform, meter, from: from ?? undefined, to: to ?? undefined, stopsWhenFull, fireNote };
}

/** A whole number above zero; undefined for what is none. */
export function wholeNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  return /^[1-9]\d{0,6}$/.test(plain) ? Number(plain) : undefined;
}

export type DeviceProblem = { field: 'connectors' | 'rated'; why: 'badNumber' } | { field: 'to'; why: 'toBeforeFrom' };

export function problemsOf({ connectors, rated, from, to }: DeviceDraft): DeviceProblem[] {
  return [
    ...(wholeNumber(connectors) === undefined ? [{ field: 'connectors' as const, why: 'badNumber' as const }] : []), ...(wholeNumber(rated) === undefined ? [{ field: 'rated' as const, why: 'badNumber' as const }] : []),
    ...(from !== undefined && to !== undefined && to <= from ? [{ field: 'to' as const, why: 'toBeforeFrom' as const }] : []),
  ];
}

type Facts = Pick<CallInput<'charging.addDevices'>['devices'][number], 'connectors' | 'ratedW' | 'place' | 'platform' | 'meter' | 'stopsWhenFull' | 'fireNote'>;

export function factsOf({ connectors, rated, place, platform, meter, stopsWhenFull, fireNote }: DeviceDraft): Facts {
  return { connectors: wholeNumber(connectors) ?? 1, ratedW: wholeNumber(rated) ?? 1, place, platform, meter, stopsWhenFull, fireNote };
}

/** EV-01 and two more is EV-01, EV-02, EV-03. */
export function codesFrom(code: string, count: number): string[] {
  const [, head = code, digits = ''] = /^(.*?)(\d*)$/.exec(code.trim()) ?? [];
  return Array.from({ length: count }, (_, index) => (digits === '' ? (index === 0 ? head : `${head}${index + 1}`) : head + String(Number(digits) + index).padStart(digits.length, '0')));
}

export const kinds = ['all', 'ev', 'ebike'] as const;
export type DeviceFilter = { kind: (typeof kinds)[number]; search: string };

/** Devices of a kind in whose code, place, platform or meter every word of a search stands. */
export function foundDevices(devices: readonly Device[], { kind, search }: DeviceFilter): Device[] {
  const words = search.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return devices.filter((device) => (kind === 'all' || device.kind === kind) && words.every((word) => `${device.code} ${device.place} ${device.platform} ${device.meter}`.toLowerCase().includes(word)));
}

export type DeviceSums = { devices: number; connectors: number; sessions: number };

export function sumDevices(devices: readonly Device[]): DeviceSums {
  return devices.reduce((sum, { connectors, sessions }) => ({ devices: sum.devices + 1, connectors: sum.connectors + connectors, sessions: sum.sessions + sessions }), { devices: 0, connectors: 0, sessions: 0 });
}
