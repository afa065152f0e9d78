import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsBetween, judgePlate, leaseOfEntry, type Holding } from '../../shared/domain/barrier-judge.ts';
import { momentOfSecond, secondOf } from '../../shared/domain/cell-moment.ts';
import { spansOf, type Window } from '../../shared/domain/week-windows.ts';

const WORKDAYS: Window = { weekdays: [1, 2, 3, 4, 5], from: '08:30', to: '17:30' };

function windowsOf(windows: readonly Window[]): Holding['windows'] {
  const spans = spansOf(windows);
  if (!Array.isArray(spans)) throw new Error(spans.problem);
  return spans;
}

const lease = (change: Partial<Holding> & { of?: Window[] } = {}): Holding => ({ leaseId: 7, overstayFen: 500, plateFrom: '2026-10-01', plateTo: null, windows: windowsOf(change.of ?? [WORKDAYS]), spans: [{ from: '2026-10-01', to: null, spaceId: 3 }], ...change });
const stay = (inAt: string, outAt: string) => ({ inAt, outAt });

describe('judging a stay', () => {
  // 2026-10-08 is a Thursday.
  it.each([
    ['within its window', '2026-10-08 08:30:00', '2026-10-08 17:30:00', []],
    ['of no whole minute more', '2026-10-08 08:30:59', '2026-10-08 17:30:59', []],
    ['a minute late', '2026-10-08 08:30:00', '2026-10-08 17:31:00', [{ kind: 'overstay', minutes: 1, proposedFen: 500 }]],
    ['an hour and a minute early', '2026-10-08 07:29:00', '2026-10-08 10:00:00', [{ kind: 'overstay', minutes: 61, proposedFen: 1_000 }]],
    ['over a night', '2026-10-08 17:00:00', '2026-10-09 09:00:00', [{ kind: 'overstay', minutes: 900, proposedFen: 7_500 }]],
    ['on a Saturday', '2026-10-10 09:00:00', '2026-10-10 10:00:00', [{ kind: 'overstay', minutes: 60, proposedFen: 500, on: '2026-10-10' }]],
    ['before its lease began', '2026-09-30 09:00:00', '2026-09-30 10:00:00', [{ kind: 'outside-lease', leaseId: 7, spaceId: 3, minutes: 60, on: '2026-09-30' }]],
    ['across the day on which it began', '2026-09-30 23:00:00', '2026-10-01 09:00:00', [{ kind: 'outside-lease', minutes: 60 }, { kind: 'overstay', minutes: 510, on: '2026-10-01' }]],
    ['of no time', '2026-10-10 09:00:00', '2026-10-10 09:00:30', []],
  ])('%s', (_, inAt, outAt, expected) => {
    expect(judgePlate([stay(inAt, outAt)], [lease()])).toEqual([expected.map((each) => expect.objectContaining(each) as unknown)]);
  });

  it('without a lease proposes nothing, and takes used vouchers off on their day, once', () => {
    const stays = [stay('2026-10-08 09:00:00', '2026-10-08 11:00:00'), stay('2026-10-08 12:00:00', '2026-10-08 16:00:00'), stay('2026-10-09 09:00:00', '2026-10-09 10:00:00')];
    expect(judgePlate(stays, [], [{ on: '2026-10-08', minutes: 240 }])).toEqual([[], [{ kind: 'no-lease', leaseId: null, spaceId: null, on: '2026-10-08', minutes: 120, proposedFen: 0 }], [{ kind: 'no-lease', leaseId: null, spaceId: null, on: '2026-10-09', minutes: 60, proposedFen: 0 }]]);
  });

  it('ends a window that crosses midnight with the last day of the lease', () => {
    const nights = lease({ of: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '18:00', to: '08:00' }], spans: [{ from: '2026-10-01', to: '2026-10-09', spaceId: 3 }] });
    expect(judgePlate([stay('2026-10-08 18:00:00', '2026-10-09 08:00:00')], [nights])).toEqual([[expect.objectContaining({ kind: 'outside-lease', on: '2026-10-09', minutes: 480 })]]);
  });

  it('names the lease that a plate had last, and its next one before the first', () => {
    const [first, second] = [lease({ leaseId: 1, plateTo: '2026-10-05', spans: [{ from: '2026-10-01', to: '2026-10-05', spaceId: 1 }] }), lease({ leaseId: 2, plateFrom: '2026-10-20', spans: [{ from: '2026-10-20', to: null, spaceId: 2 }] })];
    const leaseOf = (on: string) => judgePlate([stay(`${on} 03:00:00`, `${on} 04:00:00`)], [first, second])[0]?.[0]?.leaseId;
    expect([leaseOf('2026-09-01'), leaseOf('2026-10-02'), leaseOf('2026-10-10'), leaseOf('2026-10-25')]).toEqual([1, 1, 1, 2]);
    expect([leaseOfEntry('2026-09-01 10:00:00', [first, second]), leaseOfEntry('2026-10-20 10:00:00', [first, second]), leaseOfEntry('2026-10-20 10:00:00', [])]).toEqual([1, 2, null]);
  });

  it('treats a suspended lease as one outside its days', () => {
    const paused = lease({ spans: [{ from: '2026-10-01', to: '2026-10-08', spaceId: 3 }, { from: '2026-10-12', to: null, spaceId: 4 }] });
    expect(judgePlate([stay('2026-10-08 09:00:00', '2026-10-08 10:00:00'), stay('2026-10-12 09:00:00', '2026-10-12 10:00:00')], [paused])).toEqual([[expect.objectContaining({ kind: 'outside-lease', spaceId: 3, minutes: 60 })], []]);
  });

  it('knows which days hold a minute of a lease', () => {
    expect(holdsBetween(lease(), '2026-10-10', '2026-10-11')).toBeUndefined();
    expect(holdsBetween(lease(), '2026-10-10', '2026-10-12')).toBe(3);
    expect(holdsBetween(lease({ spans: [{ from: '2026-10-01', to: '2026-10-05', spaceId: 1 }, { from: '2026-10-05', to: null, spaceId: 2 }] }), '2026-09-01', '2026-10-31')).toBe(2);
    expect(holdsBetween(lease({ spans: [{ from: '2026-11-01', to: null, spaceId: 1 }] }), '2026-10-01', '2026-10-31')).toBeUndefined();
  });
});

/** Minute by minute, written without any of the arithmetic above: what holds a minute, and what it is called when nothing does. */
function countedByMinute(inAt: string, outAt: string, holdings: readonly (Holding & { said: readonly Window[] })[]): Map<string, number> {
  const counts = new Map<string, number>();
  const minuteOf = (moment: string) => Math.floor(secondOf(moment) / 60);
  for (let minute = minuteOf(inAt); minute < minuteOf(outAt); minute += 1) {
    const moment = momentOfSecond(minute * 60);
    const [on, clock] = [moment.slice(0, 10), moment.slice(11, 16)];
    const present = holdings.filter(({ plateFrom, plateTo, spans }) => plateFrom <= on && (plateTo === null || on < plateTo) && spans.some(({ from, to }) => from <= on && (to === null || on < to)));
    const isoDay = (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7 + 1;
    const dayBefore = isoDay === 1 ? 7 : isoDay - 1;
    const held = present.some(({ said }) => said.length === 0 || said.some(({ weekdays, from, to }) => (to > from ? weekdays.includes(isoDay) && from <= clock && clock < to : (weekdays.includes(isoDay) && clock >= from) || (weekdays.includes(dayBefore) && clock < to))));
    if (held) continue;
    const [lease] = present;
    const key = lease ? `overstay ${lease.leaseId}` : holdings.length > 0 ? 'outside-lease' : 'no-lease';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const clock = fc.integer({ min: 0, max: 47 }).map((half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`);
const window = fc.record({ weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }), from: clock, to: clock }).filter(({ from, to }) => from !== to);
const windows = fc.array(window, { maxLength: 3 }).filter((list) => Array.isArray(spansOf(list)));
const day = fc.integer({ min: 0, max: 27 }).map((offset) => momentOfSecond(secondOf('2026-09-28 00:00:00') + offset * 86_400).slice(0, 10));
/** Leases of a plate follow one another; each has spans that follow one another, with days between them or not. */
const holdings = fc.tuple(fc.uniqueArray(day, { minLength: 2, maxLength: 8 }), fc.array(windows, { minLength: 2, maxLength: 2 }), fc.integer({ min: 0, max: 3 })).map(([days, [first = [], second = []], kind]) => {
  const sorted = [...days].sort();
  const spansFrom = (list: string[]) => Array.from({ length: list.length >> 1 }, (_, index) => ({ from: list[index * 2] ?? '', to: list[index * 2 + 1] ?? null, spaceId: index + 1 }));
  const half = (sorted.length >> 2) * 2;
  const made = (leaseId: number, list: string[], said: readonly Window[]) => ({ leaseId, overstayFen: 300, plateFrom: list[0] ?? '', plateTo: list.at(-1) ?? null, windows: windowsOf(said), said, spans: spansFrom(list) });
  if (kind === 0) return [];
  return kind === 1 || half === 0 ? [made(1, sorted, first)] : [made(1, sorted.slice(0, half), first), made(2, sorted.slice(half), second)];
});

it('counts the minutes that brute force counts', () => {
  fc.assert(fc.property(holdings, fc.integer({ min: 0, max: 28 * 86_400 }), fc.integer({ min: 0, max: 5 * 86_400 }), (leases, begin, length) => {
    const inAt = momentOfSecond(secondOf('2026-09-27 00:00:00') + begin);
    const outAt = momentOfSecond(secondOf(inAt) + length);
    const found = new Map<string, number>();
    for (const { kind, leaseId, minutes, proposedFen } of judgePlate([{ inAt, outAt }], leases)[0] ?? []) {
      const key = kind === 'overstay' ? `overstay ${leaseId ?? 0}` : kind;
      found.set(key, (found.get(key) ?? 0) + minutes);
      expect(proposedFen).toBe(kind === 'no-lease' ? 0 : Math.floor((minutes + 59) / 60) * 300);
    }
    expect(found).toEqual(countedByMinute(inAt, outAt, leases));
  }), { numRuns: 200 });
});
