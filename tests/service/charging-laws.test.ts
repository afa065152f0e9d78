import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { temporaryFile } from '../support/builders.ts';
import { givenChargers, sessionCsv, type SheetSession } from '../support/charging.ts';
import { openOffice, type TestOffice } from '../support/open-office.ts';

/** How many random sets of files are imported. */
const FILES = Number(process.env.FILES ?? 12);

const moment = (minute: number): string => new Date(Date.UTC(2026, 8, 20) + minute * 60_000).toISOString().slice(0, 19).replace('T', ' ');
const line = fc.record({ order: fc.integer({ min: 1, max: 25 }), device: fc.constantFrom('EV-01', 'EV-02', 'EV-03', 'EV-99'), start: fc.integer({ min: 0, max: 40_000 }), minutes: fc.integer({ min: -5, max: 900 }), energy: fc.integer({ min: -1, max: 900_000 }) })
  .map(({ order, device, start, minutes, energy }): SheetSession => ({ order: `N${order}`, device, start: moment(start), end: moment(start + minutes), kwh: `${energy < 0 ? '-' : ''}${Math.floor(Math.abs(energy) / 10_000)}.${String(Math.abs(energy) % 10_000).padStart(4, '0')}` }));

function fileOf(lines: readonly SheetSession[]): string {
  const file = temporaryFile('csv');
  writeFileSync(file, sessionCsv(lines));
  return file;
}

async function standing(office: TestOffice): Promise<unknown> {
  const sums: unknown[] = [];
  for (const by of ['month', 'device', 'period', 'hour', 'day'] as const) sums.push((await office.get('charging.income', { from: '2026-09-01', to: '2026-11-30', by })).rows);
  return sums;
}

describe('files of random sessions', () => {
  it(`come to the same in whatever order, add nothing again, and agree with the books (${FILES} sets)`, { timeout: 600_000 }, async () => {
    await fc.assert(fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 40 }), fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), fc.array(fc.nat(), { maxLength: 10 }), async (lines, order, again) => {
      const all = [...lines, ...again.flatMap((place) => lines[place % lines.length] ?? [])];
      const shuffled = all.map((one, index) => ({ one, at: order[index % order.length] ?? 0 })).sort((left, right) => left.at - right.at).map(({ one }) => one);
      const [first, second] = [await openOffice(), await openOffice()];
      for (const office of [first, second]) await givenChargers(office);
      const one = await first.get('charging.importSessions', { file: fileOf(all), platform: 'P', commit: true });
      const other = await second.get('charging.importSessions', { file: fileOf(shuffled), platform: 'P', commit: true });
      const figures = ({ accepted, conflicts, energy, energyFen, serviceFen, months }: typeof one) => ({ accepted, conflicts, energy, energyFen, serviceFen, months });
      expect(figures(other)).toEqual(figures(one));
      const before = await standing(first);
      expect(await standing(second)).toEqual(before);
      expect(await first.get('charging.importSessions', { file: fileOf(shuffled.toReversed()), platform: 'P', commit: true })).toMatchObject({ accepted: 0, repeats: all.length });
      expect(await standing(first)).toEqual(before);
      for (const office of [first, second]) {
        expect((await office.get('ledger.verify', {})).problems).toEqual([]);
        await office.close();
      }
    }), { numRuns: FILES });
  });
});
