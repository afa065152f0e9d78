import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { run } from '../../db/sql.ts';
import { temporaryFile } from '../support/builders.ts';
import { givenChargers, sessionCsv, type SheetSession } from '../support/charging.ts';
import { openOffice, refusal, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
afterEach(() => office.close());

const csv = (text: string, encoding: 'utf8' | 'latin1' = 'utf8'): string => {
  const file = temporaryFile('csv');
  writeFileSync(file, text, encoding);
  return file;
};
const session = (order: string, day: string, more: Partial<SheetSession> = {}): SheetSession => ({ order, start: `${day} 21:50:00`, end: `${day} 23:05:00`, kwh: '8.0000', ...more });

/** Two days of a platform at 5.99 and one at 11.98. */
async function open(): Promise<void> {
  office = await openOffice();
  await givenChargers(office);
  await office.get('charging.importSessions', { file: csv(sessionCsv([session('1', '2026-10-01'), session('2', '2026-10-02'), session('3', '2026-10-03'), session('4', '2026-10-03', { device: 'EV-02' })])), platform: '甲', commit: true });
}

const HEAD = '日期,订单数,交易金额(元),手续费,结算金额,到账日期,流水号';
const take = (lines: readonly string[], more: object = {}) => office.get('charging.importSettlement', { file: csv([HEAD, ...lines].join('\r\n')), platform: '甲', commit: true, ...more });
const days = async (filter: object = {}) => (await office.get('charging.listSettlements', { from: '2026-09-01', to: '2026-12-31', ...filter })).items.map(({ on, bookedFen, grossFen, state, owedFen }) => [on, bookedFen, grossFen, state, owedFen]);
const problems = async (at = office): Promise<unknown[]> => (await at.get('ledger.verify', {})).problems;
async function balance(account: string): Promise<number> {
  const { accounts } = await office.get('ledger.trialBalance', {});
  return accounts.filter((one) => one.account === account).reduce((sum, { balanceFen }) => sum + balanceFen, 0);
}

describe('charging.importSettlement', () => {
  it('shows first, then books each payment on its day, and lists where a day differs', async () => {
    await open();
    const lines = ['2026-10-01,1,5.99,0.18,5.81,2026-10-05,P1', '2026/10/2,1,5.00,0.15,4.85,2026-10-05,P1', '2026年10月3日,2,11.98,0.36,11.62,2026-10-06,P2', '合计,4,22.97,0.69,22.28,,'];
    const answer = { days: 3, repeats: 0, conflicts: [], issues: [], grossFen: 2297, commissionFen: 69, netFen: 2228, differences: [{ on: '2026-10-02', bookedFen: 599, grossFen: 500 }], seen: null };
    expect(await take(lines, { commit: false })).toEqual({ ...answer, written: false });
    expect(await days()).toEqual([['2026-10-03', 1198, null, 'unsettled', 1198], ['2026-10-02', 599, null, 'unsettled', 599], ['2026-10-01', 599, null, 'unsettled', 599]]);
    expect(await take(lines)).toEqual({ ...answer, written: true });
    expect(await days()).toEqual([['2026-10-03', 1198, 1198, 'equal', 0], ['2026-10-02', 599, 500, 'differs', 99], ['2026-10-01', 599, 599, 'equal', 0]]);
    const { items } = await office.get('ledger.listPostings', { selection: { book: 'account', account: '1002.02' } });
    expect(items.map(({ on, kind, fund, amountFen }) => [on, kind, fund, amountFen])).toEqual([['2026-10-05', 'charging-settlement', 'common', 1066], ['2026-10-06', 'charging-settlement', 'common', 1162]]);
    expect([await balance('1122.01'), await balance('2241.03.18')]).toEqual([99, 69]);
    expect((await office.get('charging.listPlatforms', {})).items).toMatchObject([{ name: '甲', sessions: 4, receivableFen: 99 }]);
    expect(await office.get('charging.listSettlements', { platform: '甲', from: '2026-10-02', to: '2026-10-03' })).toMatchObject({ totals: { sessions: 3, bookedFen: 1797, grossFen: 1698, commissionFen: 51, differenceFen: 99, owedFen: 99, decidedFen: 0 }, receivableFen: 99, items: [{ paidOn: '2026-10-06', reference: 'P2' }, { sessions: 1, differenceFen: 99, commissionFen: 15 }] });
    expect(await days({ state: 'differs' })).toEqual([['2026-10-02', 599, 500, 'differs', 99]]);
    expect(await problems()).toEqual([]);
  });

  it('skips what it has, keeps out what contradicts it, and knows the file', async () => {
    await open();
    await take(['2026-10-01,1,5.99,0.18,5.81,2026-10-05,P1']);
    expect(await take(['2026-10-01,1,5.99,0.18,5.81,2026-10-05,P1'])).toMatchObject({ days: 0, repeats: 1, conflicts: [], written: false, seen: { at: expect.any(String) as string } });
    expect(await take(['2026-10-01,1,6.00,0.18,5.82,2026-10-05,P1', '2026-10-02,1,5.99,0.18,5.81,2026-10-05,P1', '2026-10-02,1,5.99,0.18,5.81,2026-10-05,P1', '2026-10-03,1,1,0,1,2026-10-05,P1', '2026-10-03,1,2,0,2,2026-10-05,P1'])).toMatchObject({ days: 1, repeats: 1, conflicts: ['2026-10-01', '2026-10-03'], written: true, seen: null });
    expect(await days()).toEqual([['2026-10-03', 1198, null, 'unsettled', 1198], ['2026-10-02', 599, 599, 'equal', 0], ['2026-10-01', 599, 599, 'equal', 0]]);
  });

  it('sums orders by day, in GB18030, with other heads by a mapping', async () => {
    await open();
    const text = '订单编号,订单时间,订单金额,技术服务费\r\n1,2026-10-01 23:05:00,5.99,0.18\r\n3,2026-10-03 23:05:00,5.99,0.18\r\n4,2026-10-03 23:05:00,5.99,0.18';
    expect(await office.get('charging.importSettlement', { file: csv(text), platform: '甲', paidOn: '2026-10-06', commit: false })).toMatchObject({ days: 2, grossFen: 1797, commissionFen: 54, issues: [], differences: [] });
    expect(await office.get('charging.importSettlement', { file: csv(`${text}\r\n4,2026-10-03 23:05:00,5.99,0.18`), platform: '甲', paidOn: '2026-10-06', commit: true })).toMatchObject({ issues: [{ row: 5, field: 'order', value: '4', reason: 'REPEATED' }], written: false });
    const gb = Buffer.from('c8d5c6da2cbdbbd2d7bdf0b6ee2ccad6d0f8b7d10d0a323032362d31302d30312c352e39392c302e3138', 'hex').toString('latin1'); // 日期,交易金额,手续费
    expect(await office.get('charging.importSettlement', { file: csv(gb, 'latin1'), platform: '甲', paidOn: '2026-10-06', commit: false })).toMatchObject({ days: 1, grossFen: 599, commissionFen: 18, issues: [] });
    expect(await office.call('charging.importSettlement', { file: csv('日期,交易金额\r\n2026-10-01,5.99'), platform: '甲', paidOn: '2026-10-06', commit: true })).toEqual(refusal('SETTLEMENT_COLUMNS_MISSING', { missing: ['commission'], headers: ['日期', '交易金额'] }));
    const mapped = { columns: { on: 'Tag', gross: 'Umsatz', net: 'Auszahlung' } };
    const foreign = csv('Tag;Umsatz;Auszahlung\r\n2026-10-01;5.99;5.81');
    expect(await office.call('charging.importSettlement', { file: foreign, platform: '甲', paidOn: '2026-10-06', commit: true })).toMatchObject({ ok: false, code: 'SETTLEMENT_COLUMNS_MISSING' });
    expect(await office.get('charging.importSettlement', { file: foreign, platform: '甲', mapping: mapped, paidOn: '2026-10-06', commit: true })).toMatchObject({ days: 1, commissionFen: 18, written: true });
  });

  it('writes nothing with a wrong row, and says which and why', async () => {
    await open();
    const issues = async (line: string): Promise<unknown> => {
      const answer = await take(['2026-10-02,1,5.99,0.18,5.81,2026-10-05,P1', line]);
      expect(answer.written).toBe(false);
      return answer.issues;
    };
    expect(await issues('2026-10-01,1,5.99,0.18,5.80,2026-10-05,P1')).toEqual([{ row: 3, field: 'net', value: '5.80', reason: 'NOT_NET' }]);
    expect(await issues('2026-10-01,1,5.995,0.185,5.81,2026-10-05,P1')).toEqual([{ row: 3, field: 'gross', value: '5.995', reason: 'TOO_MANY_DECIMALS' }, { row: 3, field: 'commission', value: '0.185', reason: 'TOO_MANY_DECIMALS' }]);
    expect(await issues('2026-10-01,1,5.99,0.18,5.81,2026-11-06,P1')).toEqual([{ row: 3, field: 'paidOn', value: '2026-11-06', reason: 'IN_FUTURE' }]);
    expect(await issues('2026-10-01,1,5.99,0.18,5.81,2026-09-30,P1')).toEqual([{ row: 3, field: 'paidOn', value: '2026-09-30', reason: 'AFTER_PAYMENT' }]);
    expect(await issues('2026-10-01,1,5.99,-0.18,6.17,2026-10-05,P1')).toEqual([{ row: 3, field: 'commission', value: '-0.18', reason: 'COMMISSION' }]);
    expect(await issues('昨天,1,五块,0.18,5.81,,P1')).toEqual([{ row: 3, field: 'on', value: '昨天', reason: 'UNREADABLE' }, { row: 3, field: 'paidOn', value: '', reason: 'MISSING' }, { row: 3, field: 'gross', value: '五块', reason: 'UNREADABLE' }]);
    expect(await balance('1122.01')).toBe(2396);
    expect(await office.call('charging.importSettlement', { file: csv(HEAD), platform: '乙', commit: true })).toEqual(refusal('NO_SUCH_PLATFORM', { platform: '乙' }));
    expect(await office.call('charging.importSettlement', { file: csv(HEAD), platform: '甲', paidOn: '2026-11-06', commit: true })).toEqual(refusal('SETTLEMENT_IN_FUTURE', { on: '2026-11-06' }));
    expect(await office.call('charging.importSettlement', { file: 'nowhere.csv', platform: '甲', commit: true })).toMatchObject({ ok: false, code: 'FILE_NOT_FOUND' });
  });
});

describe('charging.addSettlement', () => {
  it('books a typed payment by the same rules, a day without sessions too', async () => {
    await open();
    const typed = { platform: '甲', paidOn: '2026-10-05', reference: 'P1', lines: [{ on: '2026-10-01', grossFen: 599, commissionFen: 18 }, { on: '2026-09-30', grossFen: 100, commissionFen: 0 }] };
    expect(await office.get('charging.addSettlement', typed, { as: 'office' })).toMatchObject({ settlementId: 1, days: 2, grossFen: 699, netFen: 681, differences: [{ on: '2026-09-30', bookedFen: 0, grossFen: 100 }] });
    expect((await days()).slice(2)).toEqual([['2026-10-01', 599, 599, 'equal', 0], ['2026-09-30', 0, 100, 'unbooked', -100]]);
    expect(await office.get('charging.addSettlement', typed)).toMatchObject({ settlementId: null, entryId: null, days: 0, repeats: 2, conflicts: [] });
    expect(await office.get('charging.addSettlement', { ...typed, lines: [{ on: '2026-10-01', grossFen: 598, commissionFen: 18 }] })).toMatchObject({ settlementId: null, days: 0, conflicts: ['2026-10-01'] });
    const refused: [object, string, object][] = [
      [{ platform: '乙' }, 'NO_SUCH_PLATFORM', { platform: '乙' }], [{ paidOn: '2026-11-06' }, 'SETTLEMENT_IN_FUTURE', { on: '2026-11-06' }], [{ lines: [...typed.lines, ...typed.lines] }, 'SETTLEMENT_DAY_TWICE', { on: '2026-10-01' }],
      [{ paidOn: '2026-09-30' }, 'SETTLEMENT_DAY_AFTER', { on: '2026-10-01', paidOn: '2026-09-30' }], [{ lines: [{ on: '2026-10-02', grossFen: 100, commissionFen: 101 }] }, 'SETTLEMENT_COMMISSION', { on: '2026-10-02', grossFen: 100, commissionFen: 101 }],
    ];
    for (const [more, code, details] of refused) expect(await office.call('charging.addSettlement', { ...typed, ...more }), code).toMatchObject({ ok: false, code, details });
    expect(await office.call('charging.addSettlement', { ...typed, lines: [{ on: '2026-10-02', grossFen: 99.5, commissionFen: 0 }] })).toMatchObject({ ok: false, code: 'BAD_INPUT' });
    expect(await problems()).toEqual([]);
  });
});

describe('what comes late into a settled day', () => {
  it('is paid under another number, no more than the day still owes; the same number says the same or contradicts', async () => {
    await open();
    const paid = (reference: string, paidOn: string, grossFen: number) => office.get('charging.addSettlement', { platform: '甲', paidOn, reference, lines: [{ on: '2026-10-01', grossFen, commissionFen: 18 }] });
    await paid('P1', '2026-10-05', 599);
    // All is paid: another number that says the same is a repeat.
    expect(await paid('P2', '2026-10-09', 599)).toMatchObject({ days: 0, repeats: 1 });
    await office.get('charging.importSessions', { file: csv(sessionCsv([session('9', '2026-10-01', { device: 'EV-03' })])), platform: '甲', commit: true });
    expect(await paid('P1', '2026-10-05', 599)).toMatchObject({ days: 0, repeats: 1 });
    expect(await paid('P1', '2026-10-05', 1198)).toMatchObject({ days: 0, conflicts: ['2026-10-01'] });
    expect(await paid('P2', '2026-10-09', 1198)).toMatchObject({ days: 0, conflicts: ['2026-10-01'] });
    expect(await paid('', '2026-10-09', 599)).toMatchObject({ days: 0, repeats: 1 });
    expect(await paid('P2', '2026-10-09', 500)).toMatchObject({ days: 1, repeats: 0, conflicts: [], differences: [{ on: '2026-10-01', bookedFen: 599, grossFen: 500 }] });
    expect(await paid('P2', '2026-10-09', 500)).toMatchObject({ days: 0, repeats: 1 });
    expect((await days()).at(-1)).toEqual(['2026-10-01', 1198, 1099, 'differs', 99]);
    expect([await balance('1002.02'), await balance('2241.03.18')]).toEqual([1099 - 36, 36]);
    expect(await problems()).toEqual([]);
  });
});

describe('a day’s difference', () => {
  it('is written off with a reason, and a later change of the day opens it again', async () => {
    await open();
    await take(['2026-10-02,1,5.00,0.15,4.85,2026-10-05,P1']);
    expect(await office.call('charging.decideSettlement', { platform: '甲', on: '2026-10-02', reason: '平台优惠' }, { as: 'office' })).toMatchObject({ ok: false, code: 'ROLE_NOT_ALLOWED' });
    const { entryId, amountFen } = await office.get('charging.decideSettlement', { platform: '甲', on: '2026-10-02', reason: '平台优惠' });
    expect([amountFen, (await office.get('ledger.getEntry', { entryId })).postings.map(({ account, amountFen: fen }) => [account, fen])]).toEqual([99, [['2241.03.14', 99], ['1122.01', -99]]]);
    expect((await office.get('charging.listSettlements', { from: '2026-10-02', to: '2026-10-02' })).items).toMatchObject([{ state: 'decided', differenceFen: 99, decidedFen: 99, owedFen: 0, reason: '平台优惠' }]);
    expect(await office.call('charging.decideSettlement', { platform: '甲', on: '2026-10-02', reason: '再来' })).toEqual(refusal('SETTLEMENT_NOTHING_LEFT', { platform: '甲', on: '2026-10-02' }));
    expect(await office.call('charging.decideSettlement', { platform: '甲', on: '2026-12-02', reason: '没有' })).toEqual(refusal('SETTLEMENT_NOTHING_LEFT', { platform: '甲', on: '2026-12-02' }));
    // A late file brings another session of that day.
    await office.get('charging.importSessions', { file: csv(sessionCsv([session('9', '2026-10-02', { device: 'EV-03' })])), platform: '甲', commit: true });
    expect((await office.get('charging.listSettlements', { from: '2026-10-02', to: '2026-10-02' })).items).toMatchObject([{ state: 'differs', bookedFen: 1198, owedFen: 599 }]);
    expect(await office.get('charging.decideSettlement', { platform: '甲', on: '2026-10-02', reason: '平台不认' })).toMatchObject({ amountFen: 599 });
    expect(await problems()).toEqual([]);
  });

  it('of a refund is a day of its own, which the platform settles with another', async () => {
    await open();
    const sessionId = (await office.get('charging.listSessions', { search: '2' })).items[0]?.sessionId ?? 0;
    await office.get('charging.refundSession', { sessionId, amountFen: 100, reason: '枪坏' });
    await take(['2026-10-01,1,4.99,0,4.99,2026-10-05,P1']);
    expect(await days({ from: '2026-11-05' })).toEqual([['2026-11-05', -100, null, 'unsettled', -100]]);
    for (const on of ['2026-11-05', '2026-10-01']) await office.get('charging.decideSettlement', { platform: '甲', on, reason: '退款从 10 月 1 日的款里扣' });
    expect([await balance('2241.03.14'), await balance('1122.01')]).toEqual([0, 599 + 1198]);
    expect(await problems()).toEqual([]);
  });
});

describe('charging.undoSettlement', () => {
  it('reverses the entry today and lets the days be settled anew', async () => {
    await open();
    const wrong = await office.get('charging.addSettlement', { platform: '甲', paidOn: '2026-10-05', lines: [{ on: '2026-10-01', grossFen: 999, commissionFen: 18 }] });
    const settlementId = wrong.settlementId ?? 0;
    const { entryId } = await office.get('charging.undoSettlement', { settlementId, reason: '金额打错' });
    expect(await office.get('ledger.getEntry', { entryId: entryId ?? 0 })).toMatchObject({ on: '2026-11-05', kind: 'reversal', reverses: wrong.entryId });
    expect(await office.call('charging.undoSettlement', { settlementId, reason: '再来' })).toEqual(refusal('SETTLEMENT_ALREADY_UNDONE', { settlementId }));
    expect(await office.call('charging.undoSettlement', { settlementId: 77, reason: '没有' })).toEqual(refusal('NO_SUCH_SETTLEMENT', { settlementId: 77 }));
    expect(await office.get('charging.addSettlement', { platform: '甲', paidOn: '2026-10-05', lines: [{ on: '2026-10-01', grossFen: 599, commissionFen: 18 }] })).toMatchObject({ days: 1, conflicts: [] });
    expect((await days()).at(-1)).toEqual(['2026-10-01', 599, 599, 'equal', 0]);
    expect([await balance('1122.01'), await balance('1002.02'), await balance('2241.03.18')]).toEqual([1797, 581, 18]);
    expect(await problems()).toEqual([]);
  });
});

describe('ledger.verify', () => {
  it('finds a settlement, a decision and an account that were tampered with', async () => {
    await open();
    await take(['2026-10-02,1,5.00,0.15,4.85,2026-10-05,P1']);
    await office.get('charging.decideSettlement', { platform: '甲', on: '2026-10-02', reason: '平台优惠' });
    for (const [table, change, back] of [['charging_settlement', 'gross_fen = 501', 'gross_fen = 500'], ['charging_settlement_line', 'commission_fen = 14', 'commission_fen = 15'], ['charging_settlement_decision', 'amount_fen = 98', 'amount_fen = 99'], ['charging_settlement', `paid_on = '2026-10-06'`, `paid_on = '2026-10-05'`]] as const) {
      await expect(run(office.raw, `update ${table} set ${change}`)).rejects.toThrow('APPEND_ONLY');
      await run(office.raw, `drop trigger ${table}_no_update`);
      await run(office.raw, `update ${table} set ${change}`);
      expect((await problems()).length, `${table} ${change}`).toBeGreaterThan(0);
      await run(office.raw, `update ${table} set ${back}`);
      await run(office.raw, `create trigger ${table}_no_update before update on ${table} begin select raise(abort, 'APPEND_ONLY'); end`);
      expect(await problems()).toEqual([]);
    }
  });
});

const RUNS = Number(process.env['RUNS'] ?? 8);
const dayOf = (place: number): string => new Date(Date.UTC(2026, 8, 1 + place)).toISOString().slice(0, 10);
const act = fc.oneof(
  fc.record({ what: fc.constant('book' as const), day: fc.nat(9), platform: fc.constantFrom('甲', '乙'), kwh: fc.integer({ min: 1, max: 300_000 }) }),
  fc.record({ what: fc.constant('settle' as const), day: fc.nat(9), platform: fc.constantFrom('甲', '乙'), off: fc.integer({ min: -300, max: 300 }), permille: fc.nat(1000) }),
  fc.record({ what: fc.constant('decide' as const), day: fc.nat(60), platform: fc.constantFrom('甲', '乙') }),
  fc.record({ what: fc.constant('refund' as const), place: fc.nat(), permille: fc.integer({ min: 1, max: 1000 }) }),
  fc.record({ what: fc.constant('undo' as const), settlementId: fc.integer({ min: 1, max: 6 }) }),
);

describe('random bookings, settlements and decisions', () => {
  it(`settled + decided + owed = booked, and owed is what the ledger says (${RUNS} scenes)`, { timeout: 600_000 }, async () => {
    await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 16 }), async (acts) => {
      office = await openOffice();
      await givenChargers(office);
      for (const platform of ['甲', '乙']) await office.get('charging.importSessions', { file: csv(sessionCsv([session(`${platform}0`, '2026-09-01', { device: platform === '甲' ? 'EV-01' : 'EV-02' })])), platform, commit: true });
      for (const [index, one] of acts.entries()) await doOne(one, index);
      const { items, totals, receivableFen } = await office.get('charging.listSettlements', { from: '2026-01-01', to: '2026-12-31' });
      expect(totals.grossFen + totals.decidedFen + totals.owedFen).toBe(totals.bookedFen);
      expect(totals.owedFen).toBe(receivableFen);
      expect(await balance('1122.01')).toBe(receivableFen);
      const platforms = (await office.get('charging.listPlatforms', {})).items;
      expect(platforms.reduce((sum, platform) => sum + platform.receivableFen, 0)).toBe(receivableFen);
      for (const { name, receivableFen: own } of platforms) expect(items.filter(({ platform }) => platform === name).reduce((sum, { owedFen }) => sum + owedFen, 0), name).toBe(own);
      expect([await balance('2241.03.14'), await balance('2241.03.18'), await balance('1002.02')]).toEqual([totals.decidedFen, totals.commissionFen, totals.grossFen - totals.commissionFen]);
      expect(await problems()).toEqual([]);
      await office.close();
    }), { numRuns: RUNS });
    office = await openOffice();
  });
});

async function doOne(one: typeof act extends fc.Arbitrary<infer Act> ? Act : never, index: number): Promise<void> {
  if (one.what === 'book') {
    const line = session(`N${index}`, dayOf(one.day), { device: one.platform === '甲' ? 'EV-01' : 'EV-02', kwh: `${Math.floor(one.kwh / 10_000)}.${String(one.kwh % 10_000).padStart(4, '0')}` });
    await office.get('charging.importSessions', { file: csv(sessionCsv([line])), platform: one.platform, commit: true });
  } else if (one.what === 'settle') {
    const on = dayOf(one.day);
    const [known] = (await office.get('charging.listSettlements', { platform: one.platform, from: on, to: on })).items;
    const grossFen = (known?.bookedFen ?? 0) + one.off;
    await office.get('charging.addSettlement', { platform: one.platform, paidOn: '2026-10-01', lines: [{ on, grossFen, commissionFen: Math.trunc((grossFen * one.permille) / 1000) + 0 }] });
  } else if (one.what === 'refund') {
    const { items } = await office.get('charging.listSessions', {});
    const item = items[one.place % items.length];
    if (item && item.totalFen + item.changedFen > 0) await office.get('charging.refundSession', { sessionId: item.sessionId, amountFen: Math.max(1, Math.floor(((item.totalFen + item.changedFen) * one.permille) / 1000)), reason: '退款' });
  } else if (one.what === 'decide') await office.call('charging.decideSettlement', { platform: one.platform, on: one.day > 30 ? '2026-11-05' : dayOf(one.day), reason: '处理' });
  else await office.call('charging.undoSettlement', { settlementId: one.settlementId, reason: '撤销' });
}
