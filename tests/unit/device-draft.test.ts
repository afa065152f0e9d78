import { describe, expect, it } from 'vitest';
import { codesFrom, draftOfDevice, factsOf, foundDevices, NEW_DEVICE, problemsOf, sumDevices, wholeNumber, type Device } from '../../renderer/pages/charging/devices/device-draft.ts';

const device = (code: string, change: Partial<Device> = {}): Device => ({ deviceId: 1, code, kind: 'ev', connectors: 2, ratedW: 7000, place: '东门', platform: '甲平台', meter: 'M-1', from: null, to: null, stopsWhenFull: true, fireNote: '', warnings: [], tariff: null, nextTariff: null, sessions: 3, lastOn: null, ...change });
const all = [device('EV-01'), device('EV-02', { place: '西门' }), device('EB-01', { kind: 'ebike', connectors: 10, sessions: 7 })];

describe('devices', () => {
  it('are found by kind and by every word of code, place, platform and meter', () => {
    const codes = (search: string, kind: 'all' | 'ev' | 'ebike' = 'all') => foundDevices(all, { kind, search }).map(({ code }) => code);
    expect([codes(''), codes('', 'ebike'), codes('ev 西'), codes('ｅｖ-02'), codes('甲 m-1', 'ebike'), codes('没有')]).toEqual([['EV-01', 'EV-02', 'EB-01'], ['EB-01'], ['EV-02'], ['EV-02'], ['EB-01'], []]);
    expect(sumDevices(all)).toEqual({ devices: 3, connectors: 14, sessions: 13 });
  });

  it('count up from a code', () => {
    expect(codesFrom('EV-09', 3)).toEqual(['EV-09', 'EV-10', 'EV-11']);
    expect(codesFrom(' 东门 ', 2)).toEqual(['东门', '东门2']);
  });

  it('are changed by a form that says what they are', () => {
    const known = device('EV-01', { from: '2026-01-01', fireNote: '灭火器' });
    const { connectors, ratedW, place, platform, meter, stopsWhenFull, fireNote } = known;
    expect(factsOf(draftOfDevice(known))).toEqual({ connectors, ratedW, place, platform, meter, stopsWhenFull, fireNote });
    expect([wholeNumber('7,000'), wholeNumber('０'), wholeNumber('1.5'), wholeNumber('')]).toEqual([7000, undefined, undefined, undefined]);
    expect(problemsOf({ ...NEW_DEVICE, from: '2026-01-01', to: '2026-01-01' })).toEqual([{ field: 'rated', why: 'badNumber' }, { field: 'to', why: 'toBeforeFrom' }]);
  });
});
