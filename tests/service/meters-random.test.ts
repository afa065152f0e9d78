import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { givenHome, openBills } from '../support/builders.ts';
import { openOffice, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openOffice();
  await office.get('fees.defineItem', { code: 'water', name: '水费', fund: 'agency', from: '2026-01-01', basis: 'meter', rateE4: 32_000, unit: '吨' });
});
afterEach(() => office.close());

it('bills over random months exactly what the meters ran, whatever was cancelled, replaced and corrected on the way', async () => {
  // Whole units: what is too little for a fen waits for the next bill.
  const units = fc.nat(30).map((count) => count * 10_000);
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('read' as const), run: units }) }, { weight: 1, arbitrary: fc.record({ do: fc.constant('replace' as const), run: units }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), run: fc.nat(5) }) }, { weight: 2, arbitrary: fc.record({ do: fc.constant('issue' as const), run: fc.constant(0) }) }, { weight: 1, arbitrary: fc.record({ do: fc.constant('correct' as const), run: units }) },
  );
  let room = 600;
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
    const home = await givenHome(office, { room: String(++room) });
    const record = (readOn: string, valueE4: number) => office.get('meters.record', { homeId: home.homeId, item: 'water', readOn, valueE4 });
    let [value, day, ran] = [1_000_000, 0, 0];
    const dayOf = (count: number): string => new Date(Date.UTC(2026, 0, 5 + count * 17)).toISOString().slice(0, 10);
    const issueAll = async () => { for (let month = 1; month <= 10; month += 1) await office.get('fees.issueBills', { month: `2026-${String(month).padStart(2, '0')}`, items: ['water'], commit: true }); };
    await record(dayOf(day), value);
    for (const { do: what, run } of steps) {
      if (what === 'issue') await issueAll();
      else if (what === 'cancel') {
        const bills = await openBills(office, home);
        const bill = bills[run % Math.max(1, bills.length)];
        if (bill) await office.get('fees.cancelBill', { billId: bill.billId, reason: '重出' });
      } else if (what === 'correct') {
        const last = (await office.get('meters.history', { homeId: home.homeId })).items.find(({ correctedBy, kind }) => correctedBy === null && kind === 'normal');
        if (last?.valueE4 !== value) continue;
        const reply = await office.call('meters.correct', { readingId: last.readingId, valueE4: value + run, reason: '看错' });
        if (reply.ok) [value, ran] = [value + run, ran + run];
      } else if (what === 'read') {
        await record(dayOf(++day), (value += run));
        ran += run;
      } else {
        await office.get('meters.replace', { homeId: home.homeId, item: 'water', on: dayOf(++day), finalE4: value + run, newMeterNo: '', baseE4: 70_000 });
        [value, ran] = [70_000, ran + run];
      }
    }
    await issueAll();
    const billed = (await openBills(office, home)).reduce((sum, { quantityE4 }) => sum + (quantityE4 ?? 0), 0);
    expect(billed).toBe(ran);
  }), { numRuns: 15 });
});
