import { describe, expect, it } from 'vitest';
import { barrierParams, readBarrierRoute } from '../../renderer/pages/parking/barrier/barrier-route.ts';
import { SHOWN_DAYS, stayDays } from '../../renderer/pages/parking/barrier/stay-days.ts';
import { spansOf } from '../../shared/domain/week-windows.ts';

const windows = spansOf([{ weekdays: [1, 2, 3, 4, 5], from: '18:00', to: '08:00' }]);
if (!Array.isArray(windows)) throw new Error('no windows');

describe('the strip of a stay', () => {
  it('shows day by day what the lease holds and what lies outside', () => {
    // A Thursday evening to the Friday morning, until 9:47.
    expect(stayDays('2026-10-08 17:20:09', '2026-10-09 09:47:30', { windows, days: [{ from: '2026-10-01', to: null }] })).toEqual([
      { on: '2026-10-08', stay: { from: 1040, to: 1440 }, held: [{ from: 0, to: 480 }, { from: 1080, to: 1440 }], over: [{ from: 1040, to: 1080 }] },
      { on: '2026-10-09', stay: { from: 0, to: 587 }, held: [{ from: 0, to: 480 }, { from: 1080, to: 1440 }], over: [{ from: 480, to: 587 }] },
    ]);
  });

  it('holds nothing outside the days of the lease, or without one', () => {
    expect(stayDays('2026-10-08 22:00:00', '2026-10-09 01:00:00', { windows, days: [{ from: '2026-10-01', to: '2026-10-09' }] }).map(({ over }) => over)).toEqual([[], [{ from: 0, to: 60 }]]);
    expect(stayDays('2026-10-08 22:00:00', '2026-10-08 23:00:00', undefined)).toEqual([{ on: '2026-10-08', stay: { from: 1320, to: 1380 }, held: [], over: [{ from: 1320, to: 1380 }] }]);
  });

  it('ends at midnight without a day of no length, and does not grow without end', () => {
    expect(stayDays('2026-10-08 22:00:00', '2026-10-09 00:00:59', undefined).map(({ on }) => on)).toEqual(['2026-10-08']);
    expect(stayDays('2026-10-01 22:00:00', '2026-10-30 00:00:00', undefined)).toHaveLength(SHOWN_DAYS);
  });
});

describe('the address of the barrier', () => {
  it('is read as it was written', () => {
    const route = { view: 'findings' as const, importing: false, month: '2026-10', kind: 'overstay' as const, state: 'all' as const, leaseId: 12, leaseNo: 'ZL-2026-000012', fileId: undefined, search: '贵J' };
    expect(readBarrierRoute(new URLSearchParams(Object.entries(barrierParams(route)).map(([name, value]) => [name, String(value)])))).toEqual(route);
  });

  it('drops what it does not know', () => {
    expect(readBarrierRoute(new URLSearchParams('tab=barrier&view=x&month=2026-13&kind=y&state=z&lease=a&file='))).toEqual({ view: 'findings', importing: false, month: undefined, kind: undefined, state: 'open', leaseId: undefined, leaseNo: undefined, fileId: undefined, search: undefined });
  });
});
