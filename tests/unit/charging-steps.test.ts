import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceSession, stepsOf } from '../../shared/domain/charging-price.ts';
import { hoursOf, needPeriods, readyTariff, type TariffTerms } from '../../shared/domain/charging-tariff.ts';
import { EV_PERIODS } from '../support/charging.ts';

describe('the steps of a bill', () => {
  it('come to the bill: by price, and start fee, and minimum, less the cap', () => {
    const limits = fc.record({ startFen: fc.integer({ min: 0, max: 200 }), minimumFen: fc.integer({ min: 0, max: 2000 }), room: fc.option(fc.integer({ min: 0, max: 3000 }), { nil: null }), basis: fc.constantFrom('energy' as const, 'hour' as const) });
    fc.assert(fc.property(limits, fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 1, max: 90_000 }), fc.integer({ min: 1, max: 900_000 }), ({ startFen, minimumFen, room, basis }, from, seconds, energy) => {
      const terms: TariffTerms = { basis, tiers: [{ uptoW: null, hourFen: 40 }], variants: [{ months: [], weekdays: [], periods: needPeriods(EV_PERIODS, '') }], startFen, minimumFen, capFen: room === null ? null : minimumFen + room, idleFen: 0, idleGraceMinutes: 0, parkingFen: 0, parkingFreeMinutes: 0 };
      const bill = priceSession(readyTariff(terms), { from, to: from + seconds, energy });
      const steps = stepsOf(terms, bill.lines, seconds, energy);
      expect(steps.energyFen + steps.serviceFen + steps.startFen + steps.raisedFen - steps.cutFen).toBe(bill.energyFen + bill.serviceFen);
    }));
  });
  it('name the hours of a period', () => {
    const ready = readyTariff({ basis: 'energy', tiers: [], variants: [{ months: [], weekdays: [], periods: needPeriods(EV_PERIODS, '') }], startFen: 0, minimumFen: 0, capFen: null, idleFen: 0, idleGraceMinutes: 0, parkingFen: 0, parkingFreeMinutes: 0 });
    expect(ready.lines.map(({ code }, line) => [code, hoursOf(ready, line)])).toEqual([['valley', ['00:00–08:00', '11:00–13:00', '22:00–24:00']], ['flat', ['08:00–11:00', '13:00–19:00', '21:00–22:00']], ['peak', ['19:00–21:00']]]);
    expect(hoursOf(ready, 9)).toEqual([]);
  });
});
