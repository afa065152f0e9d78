import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractInput, leaseInput, leaseProblems, newDraft, presetOf, presets, readClock, readPlates, readSpans, soundPlates, type LeaseDraft } from '../../renderer/pages/parking/leases/lease-draft.ts';
import { slicesOf } from '../../renderer/pages/parking/leases/band-layers.ts';
import { weekdayRuns } from '../../renderer/pages/parking/leases/windows-words.ts';
import { commonPrefix, floorPlans, flowPlaces, stepTo, type PlanSpace } from '../../renderer/pages/parking/plan/plan-layout.ts';
import { cellSize, rowsBetween, rowsOf } from '../../renderer/pages/parking/plan/grid-window.ts';
import { nextMoment } from '../../renderer/pages/parking/plan/use-play.ts';
import { planParams, readPlanRoute } from '../../renderer/pages/parking/plan/plan-route.ts';
import { leasesParams, readLeasesRoute } from '../../renderer/pages/parking/leases/leases-route.ts';
import { followingCodes, emptySpace, spaceProblems, spacesOf } from '../../renderer/pages/parking/spaces/space-draft.ts';
import { clockOf, intersect, union, WEEK_MINUTES } from '../../shared/domain/week-windows.ts';

const draft = (change: Partial<LeaseDraft> = {}): LeaseDraft => ({ ...newDraft('2026-11-01', 'A-001'), home: { homeId: 7, label: '3-2-501 林晓溪' }, ...change });
const company = { kind: 'daytime', payer: 'company', company: { companyId: 9, name: '星河便利店' } } as const;
const row = (space: string, title: 'common' | 'owner' = 'common', plates = '') => ({ space, title, ownerHomeId: title === 'owner' ? 7 : null, plates });

describe('a lease as it is typed', () => {
  it('is ready with a payer, a space and a price', () => {
    expect([...leaseProblems(draft(), '50')]).toEqual([]);
    expect(leaseInput(draft({ spaces: [row('A-001', 'common', '贵j·12345，贵JD12345')] }), '50', false)).toEqual({
      space: 'A-001', plates: ['贵J12345', '贵JD12345'], kind: 'resident', homeId: 7, draft: false, from: '2026-11-01', monthlyFen: 5000, depositFen: 0, proration: 'days', cycle: 'month', contractNo: '', overstayFen: 0, noticeDays: 30, note: '',
    });
  });

  it.each([
    [{ home: undefined }, '50', 'payer'], [{ spaces: [row('')] }, '50', 'space'], [{ spaces: [row('A-1'), row('A-1')] }, '50', 'spaceTwice'], [{ spaces: [row('A-1', 'common', '粤123')] }, '50', 'plates'], [{ spaces: [row('A-1', 'common', '贵J12345 贵j12345')] }, '50', 'plateTwice'],
    [{ windows: [{ weekdays: [1], from: '25:00', to: '08:00' }] }, '50', 'clock'], [{ windows: [{ weekdays: [], from: '8', to: '9' }] }, '50', 'weekdays'], [{ windows: [{ weekdays: [1], from: '08:00', to: '8' }] }, '50', 'windowEmpty'],
    [{ windows: [{ weekdays: [1, 2], from: '20:00', to: '08:00' }, { weekdays: [2], from: '07:00', to: '09:00' }] }, '50', 'windowsOverlap'], [{ from: undefined }, '50', 'from'], [{ to: '2026-11-01' }, '50', 'to'], [{}, '五十', 'monthly'], [{}, '', 'monthly'], [{ deposit: '-1' }, '50', 'deposit'], [{ overstay: 'x' }, '50', 'overstay'], [{ noticeDays: '400' }, '50', 'noticeDays'],
    [{ ...company, spaces: [row('A-1')] }, '260', 'resolution'], [{ ...company, spaces: [row('A-1', 'owner')] }, '260', 'consent'], [{ home: { homeId: 8, label: '' }, spaces: [row('A-1', 'owner')] }, '50', 'consent'],
  ] as [Partial<LeaseDraft>, string, string][])('says what is wrong: %o at %s', (change, price, problem) => {
    expect([...leaseProblems(draft(change), price)]).toEqual([problem]);
  });

  it('asks an owner for no consent to his own space', () => {
    expect([...leaseProblems(draft({ spaces: [row('A-1', 'owner')] }), '50')]).toEqual([]);
  });

  it('makes a contract of several spaces', () => {
    const two = draft({ ...company, spaces: [row('A-1', 'common', '贵J12345'), row('A-2')], windows: presets.workdays, resolutionNo: '业决 1', to: '2027-11-01', deposit: '200' });
    expect([...leaseProblems(two, '260')]).toEqual([]);
    expect(contractInput(two, '260')).toMatchObject({ companyId: 9, spaces: [{ space: 'A-1', plates: ['贵J12345'] }, { space: 'A-2', plates: [] }], windows: presets.workdays, monthlyFen: 26_000, depositFen: 20_000, resolutionNo: '业决 1', to: '2027-11-01' });
  });

  it('keeps a resolution out of what needs none', () => {
    expect(leaseInput(draft({ resolutionNo: '业决 1', resolutionOn: '2026-01-01', consent: '书面' }), '50', true)).not.toHaveProperty('resolutionNo');
  });
});

describe('hours of the week', () => {
  it.each([['8:30', '08:30'], ['0830', '08:30'], ['830', '08:30'], ['8', '08:00'], ['24', '24:00'], ['18：05', '18:05'], ['8点30', '08:30'], ['24:01', undefined], ['8:60', undefined], ['', undefined], ['早上', undefined]])('reads %s as %s', (text, clock) => {
    expect(readClock(text)).toBe(clock);
  });

  it('reads every minute that it writes', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1440 }), (minute) => { expect(readClock(clockOf(minute))).toBe(clockOf(minute)); }));
  });

  it('has working hours and nights that never meet, and knows its presets', () => {
    const [work, nights] = [readSpans(presets.workdays) ?? [], readSpans(presets.nights) ?? []];
    expect(intersect(work, nights)).toEqual([]);
    // What is left is half an hour before and after work.
    expect(WEEK_MINUTES - union([...work, ...nights]).reduce((sum, { from, to }) => sum + to - from, 0)).toBe(5 * 60);
    expect(presetOf(structuredClone(presets.nights))).toBe('nights');
    expect(presetOf([])).toBe('all');
    expect(presetOf([{ weekdays: [1], from: '08:30', to: '17:30' }])).toBeUndefined();
  });

  it('says weekdays as runs that hold each day once', () => {
    expect(weekdayRuns([5, 1, 2, 3, 3])).toEqual([[1, 3], [5, 5]]);
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 7 })), (days) => {
      const said = weekdayRuns(days).flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index));
      expect(said).toEqual([...days].sort((left, right) => left - right));
    }));
  });

  it('cuts spans into days that add up to them', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: WEEK_MINUTES - 1 }), fc.integer({ min: 1, max: WEEK_MINUTES }), (from, length) => {
      const span = { from, to: Math.min(WEEK_MINUTES, from + length) };
      const back = slicesOf([span]).flatMap((slices, day) => slices.map((slice) => ({ from: slice.from + day * 1440, to: slice.to + day * 1440 })));
      expect(union(back)).toEqual([span]);
    }));
  });
});

describe('plates in a text', () => {
  it('are read one by one', () => {
    expect(readPlates('贵j12345, 贵JD12345、粤12 贵J12345')).toEqual([
      { text: '贵j12345', plate: '贵J12345', energy: 'blue', repeated: false }, { text: '贵JD12345', plate: '贵JD12345', energy: 'green', repeated: false }, { text: '粤12', plate: undefined, energy: undefined, repeated: false }, { text: '贵J12345', plate: '贵J12345', energy: 'blue', repeated: true },
    ]);
    expect(soundPlates('贵j12345 粤12 贵J12345')).toEqual(['贵J12345']);
    expect(readPlates('  ')).toEqual([]);
  });
});

const cell = (code: string, place: [number, number] | null = null, floor = 'B1'): PlanSpace => ({ spaceId: Number(code.replace(/\D/g, '')), code, floor, kind: 'standard', title: 'common', row: place && place[0], column: place && place[1], blocked: null, leases: [] });

describe('the plan of a floor', () => {
  it('follows its places where every space has one of its own, and the codes where not', () => {
    const [built] = floorPlans([cell('A-2', [1, 4]), cell('A-1', [1, 1]), cell('A-3', [3, 2])]);
    expect(built).toMatchObject({ columns: 4, places: [{ row: 0, column: 0 }, { row: 0, column: 3 }, { row: 2, column: 1 }] });
    expect(floorPlans([cell('A-10'), cell('A-9', [1, 1])])[0]).toMatchObject({ places: undefined, spaces: [{ code: 'A-9' }, { code: 'A-10' }] });
    expect(floorPlans([cell('A-1', [1, 1]), cell('A-2', [1, 1])])[0]?.places).toBeUndefined();
    expect(floorPlans([cell('A-1', null, 'B2'), cell('A-2', null, 'B10'), cell('A-3', null, 'B1')]).map(({ floor }) => floor)).toEqual(['B1', 'B2', 'B10']);
  });

  it('is walked by arrows', () => {
    const places = [{ row: 0, column: 0 }, { row: 0, column: 3 }, { row: 2, column: 1 }];
    expect(stepTo(places, 0, 'ArrowRight')).toBe(1);
    expect(stepTo(places, 1, 'ArrowDown')).toBe(2);
    expect(stepTo(places, 2, 'ArrowUp')).toBe(0);
    expect(stepTo(places, 2, 'ArrowDown')).toBe(2);
    expect(stepTo(places, -1, 'ArrowDown')).toBe(0);
  });

  it('comes back from where an arrow led, in cells that follow each other', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 12 }), fc.nat(), (count, columns, seed) => {
      const places = flowPlaces(count, columns);
      const from = seed % count;
      const down = stepTo(places, from, 'ArrowDown');
      if (from + columns < count) expect([down, stepTo(places, down, 'ArrowUp')]).toEqual([from + columns, from]);
    }));
  });

  it('draws exactly the rows that lie in view', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 30 }), fc.integer({ min: -200, max: 2000 }), fc.integer({ min: 1, max: 900 }), (filled, top, height) => {
      const size = cellSize(3, true);
      const rows = rowsOf(filled.map((row) => ({ row, column: 0 })), size);
      const { first, end } = rowsBetween(rows, top, top + height);
      for (const [row, rowHeight] of rows.heights.entries()) {
        const begins = rows.tops[row] ?? 0;
        if (row >= first && row < end) expect(begins < top + height).toBe(true);
        else expect(begins >= top + height || begins + rowHeight <= top).toBe(true);
      }
      expect(rows.heights.every((one, row) => filled.includes(row) === (one === size.height))).toBe(true);
    }));
  });

  it('shows what codes do not share', () => {
    expect(commonPrefix(['B1-001', 'B1-002'])).toBe('B1-');
    expect(commonPrefix(['A-101', 'A-102'])).toBe('A-');
    expect(commonPrefix(['A-001'])).toBe('');
    expect(commonPrefix(['A1', 'B1'])).toBe('');
  });

  it('is played by half hours into the next day', () => {
    expect(nextMoment({ on: '2026-11-01', minute: 615 })).toEqual({ on: '2026-11-01', minute: 630 });
    expect(nextMoment({ on: '2026-12-31', minute: 1425 })).toEqual({ on: '2027-01-01', minute: 0 });
  });
});

describe('addresses', () => {
  it('are read as they were written', () => {
    const plan = { view: 'plan', zone: 'A', floor: 'B1', on: '2026-11-05', minute: 600, space: 'A-017', adding: false } as const;
    expect(readPlanRoute(new URLSearchParams(Object.entries(planParams(plan)).map(([name, value]) => [name, String(value)])))).toEqual(plan);
    const leases = { kind: 'daytime', state: 'running', zone: 'A', search: '星河', owing: true, ending: true, contractNo: 'HT-1', homeId: 3, leaseId: 12, making: false, space: undefined, from: undefined } as const;
    expect(readLeasesRoute(new URLSearchParams(Object.entries(leasesParams(leases)).map(([name, value]) => [name, String(value)])))).toEqual(leases);
  });

  it('lose what they cannot mean', () => {
    expect(readPlanRoute(new URLSearchParams('minute=1440&on=2026-02-30&view=x'))).toEqual({ view: 'plan', zone: undefined, floor: undefined, on: undefined, minute: undefined, space: undefined, adding: false });
    expect(readLeasesRoute(new URLSearchParams('lease=-1&kind=x'))).toMatchObject({ leaseId: undefined, kind: undefined });
  });
});

describe('spaces as they are typed', () => {
  it('follow each other by their last number', () => {
    expect(followingCodes('A-098', 3)).toEqual(['A-098', 'A-099', 'A-100']);
    expect(followingCodes('门前左', 2)).toBeUndefined();
    expect(spacesOf({ ...emptySpace, code: 'B1-09', count: '2', zone: '北', row: '2', column: '5' })).toEqual([{ code: 'B1-09', zone: '北', floor: '', kind: 'standard', title: 'common', note: '', row: 2, column: 5 }, { code: 'B1-10', zone: '北', floor: '', kind: 'standard', title: 'common', note: '', row: 2, column: 6 }]);
  });

  it.each([[{ code: '' }, 'code'], [{ count: '0' }, 'count'], [{ code: '左', count: '2' }, 'count'], [{ zone: ' ' }, 'zone'], [{ row: '1' }, 'place'], [{ row: '201', column: '1' }, 'place'], [{ title: 'owner' }, 'owner']] as const)('say what is wrong: %o', (change, problem) => {
    expect(spaceProblems({ ...emptySpace, code: 'A-1', zone: 'A', ...change })).toEqual({ [problem]: true });
  });
});
