import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { balanceOf, givenHome, givenHomes, openBills, pay } from '../support/builders.ts';
import { allTables, expectRefused, openOffice, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeEach(async () => { office = await openOffice(); });
afterEach(() => office.close());

const issue = (month: string) => office.get('fees.issueBills', { month, commit: true });

describe('fees.issueBills', () => {
  it('bills every home, tells why the others are skipped, and says so before it does', async () => {
    await givenHomes(office, [{ areaDm2: 10_840 }, { status: '未售' }, { handoverOn: '2026-05-02' }, { status: '空置' }, { status: '出租', areaDm2: 12_603 }]);
    const expected = { issued: 3, amountFen: 16_260 + 15_000 + 18_905, reducedFen: 0, skipped: [{ label: '3-2-502', reason: 'UNSOLD', item: 'property' }, { label: '3-2-503', reason: 'NOT_HANDED_OVER', item: 'property' }] };
    const before = await allTables(office.raw);
    expect(await office.get('fees.issueBills', { month: '2026-04', commit: false })).toEqual(expected);
    expect(await office.get('fees.previewBills', { month: '2026-04' }, { as: 'auditor' })).toMatchObject({ ...expected, prepaidFen: 0, buildings: [{ building: '3', homes: 3, amountFen: expected.amountFen }] });
    expect({ ...(await allTables(office.raw)), audit: [] }).toEqual({ ...before, audit: [] });
    expect(await issue('2026-04')).toEqual(expected);
    expect(await balanceOf(office, '1122')).toBe(expected.amountFen);
    expect(await balanceOf(office, '5001')).toBe(-expected.amountFen);
  });

  it('issues nothing twice, but bills a home that came later', async () => {
    const [home] = await givenHomes(office, [{}]);
    await issue('2026-04');
    expect(await issue('2026-04')).toEqual({ issued: 0, amountFen: 0, reducedFen: 0, skipped: [{ label: '3-2-501', reason: 'ALREADY_ISSUED', item: 'property' }] });
    await givenHome(office, { room: '502' });
    expect(await issue('2026-04')).toEqual({ issued: 1, amountFen: 15_000, reducedFen: 0, skipped: [{ label: '3-2-501', reason: 'ALREADY_ISSUED', item: 'property' }] });
    expect(await openBills(office, home ?? { homeId: 0, label: '' })).toHaveLength(1);
    expect(await balanceOf(office, '1122')).toBe(30_000);
  });

  it('issues once when it is asked twice at once', async () => {
    await givenHomes(office, [{}, {}]);
    const replies = await Promise.all([issue('2026-04'), issue('2026-04')]);
    expect(replies.map(({ issued }) => issued).sort()).toEqual([0, 2]);
    expect(await balanceOf(office, '1122')).toBe(30_000);
  });

  it.each([['days', 5_000, '2026-04-21'], ['half', 7_500, '2026-04-01'], ['full', 15_000, '2026-04-01']] as const)('charges the first month by the setting: %s', async (firstMonthRule, amountFen, from) => {
    await office.get('estate.changeSettings', { firstMonthRule });
    const home = await givenHome(office, { handoverOn: '2026-04-21' });
    await issue('2026-04');
    expect(await openBills(office, home)).toMatchObject([{ amountFen, from, to: '2026-05-01', dueOn: '2026-04-25' }]);
  });

  it('refuses a month before the books begin, and one too far ahead', async () => {
    await givenHome(office);
    await expectRefused(office, () => office.call('fees.issueBills', { month: '2025-12', commit: true }), 'MONTH_BEFORE_OPENING', { month: '2025-12', opensOn: '2026-01-01' });
    await expectRefused(office, () => office.call('fees.issueBills', { month: '2027-12', commit: true }), 'MONTH_TOO_FAR', { month: '2027-12', latest: '2027-11' });
    await expectRefused(office, () => office.call('fees.issueBills', { month: '2026-13', commit: true }), 'BAD_INPUT', { issues: [{ path: 'month', rule: 'MONTH' }] });
    expect((await issue('2027-11')).issued).toBe(1);
  });

  it('books a month on its first day, but never in the future nor before the books begin', async () => {
    await givenHome(office);
    for (const month of ['2026-04', '2026-12']) await issue(month);
    const { items } = await office.get('ledger.listPostings', { selection: { book: 'journal' } });
    expect([...new Set(items.map(({ on }) => on))]).toEqual(['2026-04-01', '2026-11-05']);
    const late = await openOffice({ opensOn: '2026-09-15' });
    await givenHome(late);
    await late.get('fees.issueBills', { month: '2026-09', commit: true });
    expect((await late.get('ledger.listPostings', { selection: { book: 'journal' } })).items[0]?.on).toBe('2026-09-15');
    await late.close();
  });

  it('freezes rate and area: what is issued does not change with the home', async () => {
    const home = await givenHome(office);
    await issue('2026-04');
    await office.get('roster.import', { file: (await import('../support/builders.ts')).rosterFile([{ areaDm2: 20_000, rateE4: 30_000 }]), commit: true, onError: 'refuse' });
    await issue('2026-11');
    expect((await openBills(office, home)).map(({ areaDm2, rateE4, amountFen }) => [areaDm2, rateE4, amountFen])).toEqual([[10_000, 15_000, 15_000], [20_000, 30_000, 60_000]]);
  });

  it('pays new bills from what was paid ahead, as far as it reaches', async () => {
    const [home, other] = await givenHomes(office, [{}, {}]);
    if (!home || !other) throw new Error('no homes');
    await office.get('payments.register', pay(home, undefined, 20_000));
    expect(await office.get('fees.previewBills', { month: '2026-11' })).toMatchObject({ amountFen: 30_000, prepaidFen: 15_000 });
    await issue('2026-11');
    expect(await office.get('payments.listOpenBills', { homeId: home.homeId })).toMatchObject({ items: [], prepaidFen: 5_000 });
    await issue('2026-12');
    const { items, prepaidFen } = await office.get('payments.listOpenBills', { homeId: home.homeId });
    expect(prepaidFen).toBe(0);
    expect(items).toMatchObject([{ from: '2026-12-01', amountFen: 15_000, paidFen: 5_000, openFen: 10_000 }]);
    expect(await openBills(office, other)).toHaveLength(2);
    expect(await balanceOf(office, '2203')).toBe(0);
    expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true });
  });

  it('skips a fee that rounds to nothing', async () => {
    await givenHomes(office, [{ areaDm2: 1, rateE4: 1 }, {}]);
    expect(await issue('2026-04')).toEqual({ issued: 1, amountFen: 15_000, reducedFen: 0, skipped: [{ label: '3-2-501', reason: 'NO_RATE', item: 'property' }] });
  });

  it('is undone whole when the caller gives up', async () => {
    await givenHomes(office, [{}, {}]);
    const controller = new AbortController();
    await expectRefused(office, () => office.call('fees.issueBills', { month: '2026-04', commit: true }, { signal: controller.signal, onProgress: () => { controller.abort(); } }), 'CANCELLED', {});
  });
});

describe('fees.setRate', () => {
  it('makes a version; bills take the one in force on the first of their month', async () => {
    const [home] = await givenHomes(office, [{}, { building: '4' }]);
    expect(await office.get('fees.setRate', { from: '2026-06-15', rateE4: 20_000 })).toEqual({ homes: 2 });
    for (const month of ['2026-05', '2026-06', '2026-07']) await issue(month);
    expect((await openBills(office, home ?? { homeId: 0, label: '' })).map(({ amountFen }) => amountFen)).toEqual([15_000, 15_000, 20_000]);
    expect(await office.get('fees.listRates', {})).toEqual({ items: [{ from: '2026-06-15', rateE4: 20_000, homes: 2 }, { from: '2026-01-01', rateE4: 15_000, homes: 2 }] });
  });

  it('never reaches back into a month that was billed, home by home', async () => {
    const [home] = await givenHomes(office, [{}, { building: '4' }]);
    await issue('2026-05');
    await expectRefused(office, () => office.call('fees.setRate', { from: '2026-05-31', rateE4: 20_000 }), 'RATE_BEFORE_ISSUED_BILL', { from: '2026-05-31', billedTo: '2026-06-01' });
    await givenHome(office, { building: '5' });
    expect(await office.get('fees.setRate', { from: '2026-05-01', rateE4: 20_000, building: '5' })).toEqual({ homes: 1 });
    expect(await office.get('fees.setRate', { from: '2026-06-01', rateE4: 20_000, building: '4' })).toEqual({ homes: 1 });
    expect(await office.get('fees.setRate', { from: '2026-06-01', rateE4: 21_000, homeId: home?.homeId })).toEqual({ homes: 1 });
    expect(await office.get('fees.setRate', { from: '2026-06-01', rateE4: 22_000, homeId: home?.homeId })).toEqual({ homes: 1 });
    expect((await office.get('homes.get', { homeId: home?.homeId ?? 0 })).rateE4).toBe(22_000);
  });

  it('names a building and a home that are none', async () => {
    await givenHome(office);
    await expectRefused(office, () => office.call('fees.setRate', { from: '2026-12-01', rateE4: 1, building: '9' }), 'NO_SUCH_BUILDING', { building: '9' });
    await expectRefused(office, () => office.call('fees.setRate', { from: '2026-12-01', rateE4: 1, homeId: 9 }), 'NO_SUCH_HOME', { homeId: 9 });
  });

  it('looks at living bills only', async () => {
    const home = await givenHome(office);
    await issue('2026-05');
    await office.get('fees.cancelBill', { billId: (await openBills(office, home))[0]?.billId ?? 0, reason: '标准有误' });
    expect(await office.get('fees.setRate', { from: '2026-05-01', rateE4: 20_000 })).toEqual({ homes: 1 });
    await issue('2026-05');
    expect(await openBills(office, home)).toMatchObject([{ from: '2026-05-01', amountFen: 20_000 }]);
  });

  it.each([[{ rateE4: 0 }], [{ rateE4: -1 }], [{ rateE4: 1.5 }], [{ from: '2026-02-30' }]])('refuses %o', async (change) => {
    await givenHome(office);
    await expectRefused(office, () => office.call('fees.setRate', { from: '2026-12-01', rateE4: 20_000, ...change }), 'BAD_INPUT');
  });
});

describe('the months and their bills', () => {
  it('are listed from the opening to the next month', async () => {
    const home = await givenHome(office);
    await issue('2026-10');
    const [bill] = await openBills(office, home);
    await office.get('payments.register', pay(home, bill, 4_000));
    const { items } = await office.get('fees.listMonths', {});
    expect(items.map(({ month }) => month)).toEqual(['2026-12', '2026-11', '2026-10', '2026-09', '2026-08', '2026-07', '2026-06', '2026-05', '2026-04', '2026-03', '2026-02', '2026-01']);
    expect(items[2]).toEqual({ month: '2026-10', bills: 1, billedFen: 15_000, openFen: 11_000, issuedAt: '2026-11-05T02:00:00.000Z' });
    expect(items[3]).toEqual({ month: '2026-09', bills: 0, billedFen: 0, openFen: 0, issuedAt: null });
  });

  it('are paged and filtered', async () => {
    await givenHomes(office, Array.from({ length: 7 }, (_, index) => ({ arrearsFen: index === 3 ? 500 : 0 })));
    await issue('2026-10');
    const labels: string[] = [];
    let after: string | undefined;
    do {
      const page = await office.get('fees.listBills', { month: '2026-10', limit: 3, ...(after === undefined ? {} : { after }) });
      labels.push(...page.items.map(({ label }) => label));
      after = page.next;
    } while (after !== undefined);
    expect(labels).toEqual(['3-2-501', '3-2-502', '3-2-503', '3-2-504', '3-2-505', '3-2-506', '3-2-507']);
    expect((await office.get('fees.listBills', { search: '3-2-504' })).items.map(({ itemName, openFen }) => [itemName, openFen])).toEqual([['期初欠费', 500], ['物业费', 15_000]]);
    expect((await office.get('fees.listBills', { search: '没有' })).items).toEqual([]);
    expect((await office.get('fees.listBills', { openOnly: true })).items).toHaveLength(8);
  });
});
