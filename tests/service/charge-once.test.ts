import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../shared/contract/index.ts';
import { balanceOf, givenHome, openBills, pay, type GivenHome } from '../support/builders.ts';
import { expectRefused, openOffice, type TestOffice } from '../support/open-office.ts';

const REPAIR: CallInput<'fees.defineItem'> = { code: 'repair', name: '维修费', fund: 'property', from: '2026-01-01', basis: 'once', rateE4: 490_000, unit: '工时' };

let office: TestOffice;
let home: GivenHome;
beforeEach(async () => {
  office = await openOffice();
  home = await givenHome(office);
  await office.get('fees.defineItem', { ...REPAIR, code: 'lift', name: '电梯费', basis: 'home' });
  await office.get('fees.defineItem', REPAIR);
});
afterEach(() => office.close());

describe('fees.chargeOnce', () => {
  const charge = (change: Partial<CallInput<'fees.chargeOnce'>>) => office.call('fees.chargeOnce', { homeId: 1, item: 'repair', ...change }, { as: 'cashier' });

  it('bills an amount, or a quantity at the rate, as often as it is asked', async () => {
    expect(await charge({ amountFen: 3_000, note: '换锁' })).toEqual({ ok: true, value: { billId: 1, amountFen: 3_000 } });
    expect(await charge({ quantityE4: 15_000, dueOn: '2026-11-30' })).toEqual({ ok: true, value: { billId: 2, amountFen: 7_350 } });
    expect(await openBills(office, home)).toMatchObject([
      { item: 'repair', basis: 'once', from: '2026-11-05', to: '2026-11-06', dueOn: '2026-11-05', amountFen: 3_000, quantityE4: null, rateE4: null, note: '换锁' },
      { item: 'repair', dueOn: '2026-11-30', amountFen: 7_350, quantityE4: 15_000, rateE4: 490_000, unit: '工时' },
    ]);
    expect(await balanceOf(office, '5051')).toBe(-10_350);
    expect(await office.call('fees.chargeOnce', { homeId: 1, item: 'repair', amountFen: 1 }, { as: 'office' })).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    expect((await office.get('ledger.verify', {})).problems).toEqual([]);
  });

  it.each([
    [{ homeId: 9, amountFen: 1 }, 'NO_SUCH_HOME'], [{ item: 'gas', amountFen: 1 }, 'NO_SUCH_ITEM'], [{ item: 'lift', amountFen: 1 }, 'NOT_ONE_OFF'], [{ item: 'late', amountFen: 1 }, 'NOT_ONE_OFF'], [{}, 'AMOUNT_OR_QUANTITY'], [{ amountFen: 1, quantityE4: 1 }, 'AMOUNT_OR_QUANTITY'],
    [{ quantityE4: 1 }, 'AMOUNT_TOO_SMALL'], [{ amountFen: 1, dueOn: '2026-11-04' }, 'DUE_BEFORE_TODAY'], [{ amountFen: 0 }, 'BAD_INPUT'], [{ amountFen: 0.5 }, 'BAD_INPUT'],
  ] as const)('refuses %o as %s', async (change, code) => {
    await expectRefused(office, () => charge(change), code);
  });

  it('has no rate for a quantity where none was given', async () => {
    await office.get('fees.defineItem', { ...REPAIR, code: 'card', name: '门禁卡', rateE4: undefined });
    await expectRefused(office, () => charge({ item: 'card', quantityE4: 10_000 }), 'RATE_MISSING', { item: 'card' });
  });

  it('is paid from what the home holds in its fund', async () => {
    await office.get('payments.register', pay(home, undefined, 5_000));
    expect(await charge({ amountFen: 7_000 })).toMatchObject({ ok: true });
    expect(await openBills(office, home)).toMatchObject([{ amountFen: 7_000, paidFen: 5_000, openFen: 2_000 }]);
    expect((await office.get('ledger.verify', {})).problems).toEqual([]);
  });

  it('is not for a home that became a part of another', async () => {
    const part = await givenHome(office, { room: '502' });
    await office.get('homes.merge', { into: home.homeId, homeIds: [part.homeId], on: '2026-11-01' });
    await expectRefused(office, () => charge({ homeId: part.homeId, amountFen: 1 }), 'HOME_MERGED');
  });
});
