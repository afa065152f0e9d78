import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../db/sql.ts';
import { givenHome, givenHomes, openBills, pay, type GivenHome } from '../support/builders.ts';
import { openOffice, refusal, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeEach(async () => { office = await openOffice(); });
afterEach(() => office.close());

const issue = async (...months: string[]): Promise<void> => {
  for (const month of months) await office.get('fees.issueBills', { month, commit: true });
};
const rates = (month: string) => office.get('collection.rates', { month });
const figures = (current: [number, number, number], arrears: [number, number], households: [number, number]) => ({
  current: { billedFen: current[0], cancelledFen: current[1], collectedFen: current[2] }, arrears: { openingFen: arrears[0], collectedFen: arrears[1] }, households: { billed: households[0], paid: households[1] },
});

describe('the rates of a month', () => {
  it('count what was billed for it and collected on that to date, and older debt with what came of it within', async () => {
    const [first, second] = await givenHomes(office, [{ arrearsFen: 12_345 }, { areaDm2: 20_000 }, {}]) as [GivenHome, GivenHome];
    await issue('2026-09', '2026-10');
    const [arrears, september, october] = await openBills(office, first);
    await office.get('payments.register', pay(first, arrears, 2_345, { receivedOn: '2026-09-15' }));
    await office.get('payments.register', pay(first, arrears, 4_000, { receivedOn: '2026-10-15' }));
    await office.get('payments.register', pay(first, september, 15_000, { receivedOn: '2026-10-15' }));
    await office.get('payments.register', pay(first, october, 15_000));
    await office.get('payments.register', pay(second, (await openBills(office, second))[0], 10_000));
    expect(await rates('2026-08')).toEqual(figures([0, 0, 0], [12_345, 0], [0, 0]));
    expect(await rates('2026-09')).toEqual(figures([60_000, 0, 25_000], [12_345, 2_345], [3, 1]));
    expect(await rates('2026-10')).toEqual(figures([60_000, 0, 15_000], [70_000, 19_000], [3, 1]));
    expect(await rates('2026-11')).toEqual(figures([0, 0, 0], [111_000, 25_000], [0, 0]));
  });

  it('begin with the opening arrears on the very day that the books begin, and know none before', async () => {
    const home = await givenHome(office, { arrearsFen: 12_345 });
    const [arrears] = await openBills(office, home);
    await office.get('payments.register', pay(home, arrears, 345, { receivedOn: '2026-01-01' }));
    expect(await rates('2025-12')).toEqual(figures([0, 0, 0], [0, 0], [0, 0]));
    expect(await rates('2026-01')).toEqual(figures([0, 0, 0], [12_345, 345], [0, 0]));
    expect(await rates('2026-02')).toEqual(figures([0, 0, 0], [12_000, 0], [0, 0]));
  });

  it('count prepayment when a bill uses it, and take it back with the payment that brought it', async () => {
    const home = await givenHome(office, {});
    const ahead = pay(home, undefined, 20_000);
    await office.get('payments.register', ahead);
    await issue('2026-10', '2026-11');
    expect(await rates('2026-10')).toEqual(figures([15_000, 0, 15_000], [0, 0], [1, 1]));
    expect(await rates('2026-11')).toEqual(figures([15_000, 0, 5_000], [0, 0], [1, 0]));
    await office.get('payments.reverse', { paymentId: ahead.paymentId, reason: '错' });
    expect(await rates('2026-10')).toEqual(figures([15_000, 0, 0], [0, 0], [1, 0]));
  });

  it('keep cancelled bills in what was billed and show them apart; what was paid on them counts where it is used again', async () => {
    const home = await givenHome(office, {});
    await issue('2026-10');
    const [october] = await openBills(office, home);
    await office.get('payments.register', pay(home, october, 10_000));
    await office.get('fees.cancelBill', { billId: october?.billId ?? 0, reason: '面积错' });
    expect(await rates('2026-10')).toEqual(figures([15_000, 15_000, 0], [0, 0], [0, 0]));
    await issue('2026-10');
    expect(await rates('2026-10')).toEqual(figures([30_000, 15_000, 10_000], [0, 0], [1, 0]));
  });

  it('leave out late fees, and take waivers off neither what was billed nor what was collected', async () => {
    await office.get('estate.changeSettings', { lateFeeRateE6: 500 });
    const home = await givenHome(office, {});
    await issue('2026-10');
    const [october] = await openBills(office, home);
    const { waiverId } = await office.get('fees.requestWaiver', { billId: october?.billId ?? 0, amountFen: 5_000, reason: '漏水' });
    await office.get('fees.approveWaiver', { waiverId });
    expect(await rates('2026-10')).toEqual(figures([15_000, 0, 0], [0, 0], [1, 0]));
    await office.get('payments.register', pay(home, october, 10_000));
    expect((await openBills(office, home)).map(({ item }) => item)).toEqual(['late']);
    expect(await rates('2026-10')).toEqual(figures([15_000, 0, 10_000], [0, 0], [1, 1]));
    // Waived within November: it was still owed when the month began.
    expect(await rates('2026-11')).toEqual(figures([0, 0, 0], [15_000, 10_000], [0, 0]));
  });

  it('fall again in the month in which money is given back', async () => {
    const home = await givenHome(office, {});
    await issue('2026-09');
    const payment = pay(home, (await openBills(office, home))[0], 15_000, { receivedOn: '2026-10-20' });
    await office.get('payments.register', payment);
    await office.get('payments.refund', { paymentId: payment.paymentId, amountFen: 6_000, reason: '多收' });
    expect(await rates('2026-09')).toEqual(figures([15_000, 0, 9_000], [0, 0], [1, 0]));
    expect(await rates('2026-10')).toEqual(figures([0, 0, 0], [15_000, 15_000], [0, 0]));
    expect(await rates('2026-11')).toEqual(figures([0, 0, 0], [0, -6_000], [0, 0]));
  });
});

describe('the report', () => {
  it('is of a quarter or a year too, by building in address order and by item', async () => {
    await givenHomes(office, [{ building: '10' }, { building: '2', areaDm2: 20_000, arrearsFen: 700 }]);
    await issue('2026-07', '2026-08', '2026-09', '2026-10');
    const quarter = await office.get('collection.report', { from: '2026-07', to: '2026-09', by: 'building' });
    expect(quarter.total).toEqual(figures([135_000, 0, 0], [700, 0], [2, 0]));
    expect(quarter.items).toEqual([{ key: '2', name: '2', ...figures([90_000, 0, 0], [700, 0], [1, 0]) }, { key: '10', name: '10', ...figures([45_000, 0, 0], [0, 0], [1, 0]) }]);
    const year = await office.get('collection.report', { from: '2026-01', to: '2026-12', by: 'item' });
    expect(year.items).toEqual([{ key: 'property', name: '物业费', ...figures([180_000, 0, 0], [0, 0], [2, 0]) }, { key: 'opening', name: '期初欠费', ...figures([0, 0, 0], [700, 0], [0, 0]) }]);
    expect(await office.call('collection.report', { from: '2026-09', to: '2026-07' })).toEqual(refusal('DATES_REVERSED', { from: '2026-09', to: '2026-07' }));
  });

  it('has a trend with every month, those without bills too', async () => {
    await givenHome(office, {});
    await issue('2026-09', '2026-11');
    const { items } = await office.get('collection.trend', { until: '2026-11', months: 4 });
    expect(items.map(({ month, current }) => [month, current.billedFen])).toEqual([['2026-08', 0], ['2026-09', 15_000], ['2026-10', 0], ['2026-11', 15_000]]);
  });

  it('leads to the homes behind each number', async () => {
    const [first] = await givenHomes(office, [{ arrearsFen: 12_345 }, { owner: '李强' }, { owner: '赵敏' }]) as [GivenHome];
    await issue('2026-10');
    await office.get('payments.register', pay(first, (await openBills(office, first))[1], 15_000));
    const period = { from: '2026-10', to: '2026-10' };
    const page = await office.get('collection.homes', { ...period, part: 'householdsOwing', limit: 1 });
    expect(page).toMatchObject({ homes: 2, totalFen: 30_000, items: [{ label: '3-2-502', ownerName: '李强', bills: 1, amountFen: 15_000 }] });
    expect((await office.get('collection.homes', { ...period, part: 'householdsOwing', limit: 1, after: page.next })).items).toMatchObject([{ label: '3-2-503' }]);
    expect((await office.get('collection.homes', { ...period, part: 'opening' })).items).toMatchObject([{ label: '3-2-501', amountFen: 12_345 }]);
    expect((await office.get('collection.homes', { ...period, part: 'billed', building: '4' })).items).toEqual([]);
  });
});

describe('rates whose two ways differ', () => {
  beforeEach(async () => {
    const home = await givenHome(office, {});
    await issue('2026-09', '2026-10');
    await office.get('payments.register', pay(home, (await openBills(office, home))[0], 15_000));
  });

  it('are refused with both numbers when a document has no posting', async () => {
    await run(office.raw, 'drop trigger payment_line_no_update');
    await run(office.raw, 'update payment_line set amount_fen = 14000');
    expect(await office.call('collection.rates', { month: '2026-09' })).toEqual(refusal('RATES_DISAGREE', { from: '2026-09', to: '2026-09', figure: 'collectedFen', key: '', documents: 14_000, ledger: 15_000 }));
    expect(await office.call('collection.report', { from: '2026-09', to: '2026-10', by: 'item' })).toMatchObject({ ok: false, code: 'RATES_DISAGREE' });
    expect(await office.get('ledger.verify', {})).toMatchObject({ ok: false });
  });

  it('are refused when a bill has another amount than its posting', async () => {
    await run(office.raw, 'drop trigger bill_no_update');
    await run(office.raw, `update bill set amount_fen = amount_fen + 1 where month = '2026-09'`);
    expect(await office.call('collection.rates', { month: '2026-10' })).toEqual(refusal('RATES_DISAGREE', { from: '2026-10', to: '2026-10', figure: 'openingFen', key: '', documents: 15_001, ledger: 15_000 }));
  });

  it('and kept sums that are not those of the rows are found by verifying the books', async () => {
    expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true });
    await run(office.raw, `update ledger_tally set collected_fen = collected_fen - 1 where month = '2026-09' and collected_fen > 0`);
    expect((await office.get('ledger.verify', {})).problems).toMatchObject([{ kind: 'SUM', subject: 'ledger 2026-09 3 2026-11' }]);
    await run(office.raw, `update ledger_tally set collected_fen = collected_fen + 1 where month = '2026-09' and collected_fen > 0`);
    await run(office.raw, 'update open_bill set document_fen = document_fen + 7, ledger_fen = ledger_fen + 7');
    expect((await office.get('ledger.verify', {})).problems.map(({ kind }) => kind)).toEqual(['SUM', 'SUM']);
  });
});
