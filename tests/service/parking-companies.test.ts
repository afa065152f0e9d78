import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { givenHomes, type GivenHome } from '../support/builders.ts';
import { openOffice, paymentId, type TestOffice } from '../support/open-office.ts';
import { givenCompany, givenLease, givenSpaces, WORKDAYS } from '../support/parking.ts';

let office: TestOffice;
let homes: GivenHome[];
let companyId: number;
beforeEach(async () => {
  office = await openOffice();
  await givenSpaces(office, ['A-1', 'A-2', 'A-3']);
  homes = await givenHomes(office, [{}, {}]);
  companyId = await givenCompany(office, '星河便利店');
  return () => office.close();
});
afterAll(() => { expect(office.bugs).toEqual([]); });

const letByDay = (space: string, monthlyFen = 24_000, more = {}) => givenLease(office, { space, kind: 'daytime', companyId, windows: WORKDAYS, monthlyFen, resolutionNo: '业决 1', ...more });
const pay = async (amountFen: number, receivedOn = '2026-11-05') => {
  const { items } = await office.get('payments.listOpenBills', { homeId: companyId });
  let left = amountFen;
  const lines = items.flatMap(({ billId, openFen }) => { const paid = Math.min(left, openFen); left -= paid; return paid > 0 ? [{ billId, amountFen: paid }] : []; });
  return office.get('payments.register', { paymentId: paymentId(), homeId: companyId, receivedOn, method: 'transfer', transactionNo: `T${String(amountFen)}-${String(lines.length)}-${receivedOn}`, amountFen: amountFen - left, lines });
};

describe('a company', () => {
  it('is no home: no list, tree, draft or count has it', async () => {
    await letByDay('A-1');
    await office.get('parking.issueCharges', { month: '2026-10', commit: true });
    expect((await office.get('homes.list', {})).items.map(({ label }) => label)).toEqual(homes.map(({ label }) => label));
    expect((await office.get('homes.tree', {})).items.map(({ building, homes: count }) => [building, count])).toEqual([['3', 2]]);
    const bills = await office.get('fees.previewBills', { month: '2026-11' });
    expect(JSON.stringify(bills)).not.toContain('星河便利店');
    expect(await office.get('homes.get', { homeId: companyId })).toMatchObject({ label: '星河便利店', isCompany: true });
  });

  it('has a name of its own, which no home and no other company is called', async () => {
    for (const name of ['星河便利店', homes[0]?.label ?? '']) expect(await office.call('parking.addCompany', { name })).toMatchObject({ ok: false, code: 'COMPANY_EXISTS' });
  });

  it('owes, is demanded of, pays at the desk and gets its receipt as a home does', async () => {
    await office.get('estate.changeSettings', { lateFeeRateE6: 500, lateFeeGraceDays: 0, lateFeeCapPermille: 1000 });
    await letByDay('A-1');
    await office.get('parking.issueCharges', { month: '2026-09', commit: true });
    expect((await office.get('arrears.list', {})).items).toMatchObject([{ label: '星河便利店' }]);
    expect((await office.get('payments.listOpenBills', { homeId: companyId })).lateFen).toBeGreaterThan(0);
    await office.get('dunning.create', { filter: {} });
    expect((await office.get('dunning.list', {})).items).toMatchObject([{ label: '星河便利店', amountFen: 24_000 }]);
    expect((await office.get('homes.search', { text: '星河' })).items).toMatchObject([{ homeId: companyId }]);
    const { receiptNo } = await pay(24_000);
    expect(receiptNo).toMatch(/^SJ-2026-/);
    // The late fee became a bill with the payment.
    await pay(492);
    expect((await office.get('arrears.list', {})).items).toEqual([]);
    expect((await office.get('parking.listCompanies', {})).items).toMatchObject([{ name: '星河便利店', leases: 1, spaces: 1, monthlyFen: 24_000, openFen: 0 }]);
    expect((await office.get('ledger.verify', {})).problems).toEqual([]);
  });

  it('secures its lease with a deposit, which the lease shows until it is given back', async () => {
    const leaseId = await letByDay('A-1', 24_000, { depositFen: 50_000 });
    const deposit = { depositId: paymentId(), homeId: companyId, kind: 'other' as const, amountFen: 50_000, receivedOn: '2026-11-05', method: 'cash' as const };
    expect(await office.call('deposits.take', { ...deposit, homeId: homes[0]?.homeId ?? 0, leaseId })).toMatchObject({ ok: false, code: 'NO_SUCH_LEASE' });
    await office.get('deposits.take', { ...deposit, leaseId });
    expect(await office.get('parking.getLease', { leaseId })).toMatchObject({ depositFen: 50_000, depositHeldFen: 50_000, deposits: [{ amountFen: 50_000, heldFen: 50_000 }] });
    expect(await office.get('parking.previewEnd', { leaseId, on: '2026-12-01' })).toMatchObject({ depositHeldFen: 50_000 });
  });

  it('is found at the desk by a plate, as a home is', async () => {
    await letByDay('A-1', 24_000, { plates: ['贵JD12345'] });
    await office.get('parking.addVehicle', { plate: '贵JB8888', homeId: homes[0]?.homeId ?? 0 });
    expect((await office.get('homes.search', { text: 'd12345' })).items).toMatchObject([{ homeId: companyId, matched: 'plate' }]);
    expect((await office.get('homes.search', { text: '贵jb8888' })).items).toMatchObject([{ homeId: homes[0]?.homeId, matched: 'plate' }]);
  });
});

describe('a statement', () => {
  it('comes from what was owed to what is owed, to the fen, whatever happened in between', async () => {
    const step = fc.oneof(
      fc.record({ does: fc.constant('issue' as const), month: fc.constantFrom('2026-08', '2026-09', '2026-10', '2026-11') }),
      fc.record({ does: fc.constant('pay' as const), amountFen: fc.integer({ min: 1, max: 90_000 }), on: fc.constantFrom('2026-11-01', '2026-11-05') }),
      fc.record({ does: fc.constant('cancel' as const), at: fc.nat(5) }), fc.record({ does: fc.constant('end' as const), lease: fc.integer({ min: 1, max: 3 }), on: fc.constantFrom('2026-10-15', '2026-11-11') }), fc.record({ does: fc.constant('later' as const) }),
    );
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
      const own = await openOffice();
      try {
        await givenSpaces(own, ['A-1', 'A-2', 'A-3']);
        const firm = await givenCompany(own);
        for (const [index, space] of ['A-1', 'A-2', 'A-3'].entries()) await givenLease(own, { space, kind: 'daytime', companyId: firm, windows: WORKDAYS, from: '2026-08-10', monthlyFen: 20_000 + index * 777, cycle: index === 2 ? 'quarter' : 'month', proration: index === 1 ? 'whole' : 'days', resolutionNo: '1' });
        for (const one of steps) {
          const { items } = await own.get('payments.listOpenBills', { homeId: firm });
          if (one.does === 'issue') await own.get('parking.issueCharges', { month: one.month, commit: true });
          if (one.does === 'later') own.ctx.now = new Date(own.ctx.now.getTime() + 20 * 86_400_000);
          if (one.does === 'cancel' && items[one.at]) await own.get('fees.cancelBill', { billId: items[one.at]?.billId ?? 0, reason: '改' });
          if (one.does === 'end') await own.call('parking.endLease', { leaseId: one.lease, on: one.on, reason: '搬走' });
          const [first] = items;
          if (one.does === 'pay' && first) { const amountFen = Math.min(one.amountFen, first.openFen); await own.call('payments.register', { paymentId: paymentId(), homeId: firm, receivedOn: one.on, method: 'cash', amountFen, lines: [{ billId: first.billId, amountFen }] }); }
        }
        let owed = 0;
        for (const month of ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04', '2027-05', '2027-06']) {
          const { openingFen, chargedFen, paidFen, closingFen, lines, payments } = await own.get('parking.companyStatement', { companyId: firm, month });
          expect(openingFen).toBe(owed);
          expect(openingFen + chargedFen - paidFen).toBe(closingFen);
          expect(chargedFen).toBe(lines.reduce((sum, { amountFen }) => sum + amountFen, 0));
          expect(paidFen).toBe(payments.reduce((sum, { amountFen }) => sum + amountFen, 0));
          owed = closingFen;
        }
        const [company] = (await own.get('parking.listCompanies', {})).items;
        expect(owed).toBe((company?.openFen ?? 0) - (company?.prepaidFen ?? 0));
        expect(own.bugs).toEqual([]);
      } finally {
        await own.close();
      }
    }), { numRuns: 12 });
  });
});
