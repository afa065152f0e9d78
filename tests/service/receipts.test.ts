import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { givenBill, givenHome, givenHomes, givenPayment, openBills, pay, type GivenHome } from '../support/builders.ts';
import { expectRefused, openOffice, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeEach(async () => { office = await openOffice(); });
afterEach(() => office.close());

const verified = { ok: true, problems: [] };

describe('one receipt for several homes of an owner', () => {
  async function givenThree() {
    const homes = await givenHomes(office, [{ arrearsFen: 10_000 }, { arrearsFen: 7_000 }, { owner: '李强', arrearsFen: 5_000 }]);
    const [first, second, third] = homes as [GivenHome, GivenHome, GivenHome];
    const billOf = async (home: GivenHome) => (await openBills(office, home))[0]?.billId ?? 0;
    return { first, second, third, bills: [await billOf(first), await billOf(second), await billOf(third)] as [number, number, number] };
  }

  it('pays the bills of each, and what is left over is held for the home it was made for', async () => {
    const { first, second, bills } = await givenThree();
    const { items, otherHomes } = await office.get('payments.listOpenBills', { homeId: first.homeId, ofOwner: true });
    expect(items.map(({ billId, label, openFen }) => [billId, label, openFen])).toEqual([[bills[0], '3-2-501', 10_000], [bills[1], '3-2-502', 7_000]]);
    expect(otherHomes).toEqual([{ homeId: second.homeId, label: '3-2-502', openFen: 7_000 }]);
    expect((await office.get('payments.listOpenBills', { homeId: first.homeId })).items).toHaveLength(1);
    const input = pay(first, undefined, 25_000, { lines: [{ billId: bills[0], amountFen: 10_000 }, { billId: bills[1], amountFen: 7_000 }] });
    expect(await office.get('payments.register', input)).toMatchObject({ openFen: 0, prepaidFen: 8_000 });
    expect(await openBills(office, second)).toEqual([]);
    expect((await office.get('payments.getReceipt', { paymentId: input.paymentId })).lines.map(({ label, amountFen }) => [label, amountFen])).toEqual([['3-2-501', 10_000], ['3-2-502', 7_000], ['3-2-501', 8_000]]);
    for (const { homeId } of [first, second]) expect(await office.get('payments.list', { homeId })).toMatchObject({ total: 1, totalFen: 25_000, items: [{ paymentId: input.paymentId, label: '3-2-501' }] });
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('is for homes with an owner in common only', async () => {
    const { first, third, bills } = await givenThree();
    await expectRefused(office, () => office.call('payments.register', pay(first, { billId: bills[2] }, 100)), 'BILL_OF_ANOTHER_HOME', { billId: bills[2] });
    expect((await office.get('payments.listOpenBills', { homeId: third.homeId })).otherHomes).toEqual([]);
    await office.get('homes.transfer', { homeId: third.homeId, on: '2026-11-05', owners: [{ name: '王秀兰', phone: '13812342671' }], arrears: 'buyer', prepayment: 'buyer' });
    expect(await office.get('payments.register', pay(first, { billId: bills[2] }, 100))).toMatchObject({ openFen: 10_000 });
  });
});

describe('payments.markInvoiced', () => {
  it('notes the invoice that a receipt was exchanged for, once', async () => {
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    const [first, second] = [await givenPayment(office, pay(home, bill, 100)), await givenPayment(office, pay(home, bill, 100))];
    await office.get('payments.markInvoiced', { paymentId: first.paymentId, invoiceNo: '25522000000012345678' }, { as: 'office' });
    expect(await office.get('payments.getReceipt', { paymentId: first.paymentId })).toMatchObject({ invoiceNo: '25522000000012345678' });
    expect(await office.get('payments.list', { search: '25522000000012345678' })).toMatchObject({ total: 1, items: [{ receiptNo: first.receiptNo, invoiceNo: '25522000000012345678' }] });
    await expectRefused(office, () => office.call('payments.markInvoiced', { paymentId: first.paymentId, invoiceNo: '2' }), 'ALREADY_INVOICED', { invoiceNo: '25522000000012345678' });
    await expectRefused(office, () => office.call('payments.markInvoiced', { paymentId: second.paymentId, invoiceNo: '25522000000012345678' }), 'INVOICE_NO_USED', { invoiceNo: '25522000000012345678', receiptNo: first.receiptNo });
    await expectRefused(office, () => office.call('payments.markInvoiced', { paymentId: second.paymentId, invoiceNo: '3', on: '2026-11-06' }), 'DATE_IN_FUTURE', { date: '2026-11-06', today: '2026-11-05' });
    await office.get('payments.void', { paymentId: second.paymentId, reason: '错' });
    await expectRefused(office, () => office.call('payments.markInvoiced', { paymentId: second.paymentId, invoiceNo: '3' }), 'PAYMENT_ALREADY_REVERSED', { reversalNo: 'ZF-2026-000001' });
    const unknown = randomUUID();
    await expectRefused(office, () => office.call('payments.markInvoiced', { paymentId: unknown, invoiceNo: '3' }), 'NO_SUCH_PAYMENT', { paymentId: unknown });
  });
});

describe('who pays', () => {
  it('is the owner, unless a tenant of that day pays instead or somebody else is named', async () => {
    const home = await givenHome(office, { arrearsFen: 10_000 });
    const [bill] = await openBills(office, home);
    const payerOf = async (change: Parameters<typeof pay>[3]) => {
      const { paymentId } = await givenPayment(office, pay(home, bill, 100, change));
      const { payer, payerRole } = await office.get('payments.getReceipt', { paymentId });
      return [payer, payerRole];
    };
    expect(await payerOf({})).toEqual(['王秀兰', 'owner']);
    await office.get('homes.setTenant', { homeId: home.homeId, name: '周租客', from: '2026-11-01', to: '2027-05-01', pays: true });
    expect(await payerOf({})).toEqual(['周租客', 'tenant']);
    expect(await payerOf({ payerRole: 'owner' })).toEqual(['王秀兰', 'owner']);
    expect(await payerOf({ payer: '单位', payerRole: 'other' })).toEqual(['单位', 'other']);
    await office.get('homes.setTenant', { homeId: home.homeId, name: '周租客', from: '2026-11-01', to: '2027-05-01', pays: false });
    expect(await payerOf({})).toEqual(['王秀兰', 'owner']);
    expect(await payerOf({ payerRole: 'tenant' })).toEqual(['周租客', 'tenant']);
  });
});
