import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postEntry, type EntryKind, type Posting } from '../../db/ledger.ts';
import { rows, run } from '../../db/sql.ts';
import type { StatementContent } from '../../shared/contract/statement-content.ts';
import { qrText } from '../../shared/domain/statement-code.ts';
import { givenHomes, openBills, pay, temporaryFile, type GivenHome } from '../support/builders.ts';
import { bookCost, voucherOn } from '../support/costs.ts';
import { givenUndoneHistory } from '../support/history.ts';
import { expectNoNames } from '../support/no-names.ts';
import { expectRefused, openOffice, temporaryFolder, type TestOffice } from '../support/open-office.ts';
import { givenCompany, givenLease, givenSpaces, WORKDAYS } from '../support/parking.ts';
import { recompute, xlsxParts } from '../support/recompute.ts';

let office: TestOffice;
let homes: GivenHome[];
beforeEach(async () => { office = await openOffice({ dataFolder: temporaryFolder() }); });
afterEach(async () => {
  expect(office.bugs).toEqual([]);
  await office.close();
});

const post = (on: string, kind: EntryKind, postings: readonly Posting[], memo = '凭证'): Promise<number> => office.office.database.write((db) => postEntry(db, { on, kind, memo, by: 1, at: office.ctx.now, postings }));
/** Money spent on an account, or received on one of income, by an approved voucher. */
const spend = async (on: string, account: string, fen: number): Promise<string> => (await bookCost(office, voucherOn(account, fen, on))) ?? expect.fail(account);
const tellBank = (month: string, account: string, fen: number): Promise<void> => run(office.raw, `insert into bank_balance (month, account, balance_fen, user_id, user_name, at) values (?, ?, ?, 1, '陈经理', ?)`, [month, account, fen, office.ctx.now.toISOString()]);
const close = (month: string, kind: 'close' | 'reopen' = 'close', through = month): Promise<void> => run(office.raw, `insert into period_event (kind, month, closed_through, reason, user_id, user_name, at) values (?, ?, ?, '漏记', 1, '陈经理', ?)`, [kind, month, through, office.ctx.now.toISOString()]);
/** Money here is posted without vouchers, which verification tells of too. */
const statementProblems = async () => (await office.get('ledger.verify', {})).problems.filter(({ kind }) => kind === 'STATEMENT');
const quarter = { kind: 'common', from: '2026-08', to: '2026-10' } as const;
const contentOf = async (statementId: number): Promise<StatementContent> => (await office.get('statements.get', { statementId })).content;
const failing = ({ checks }: { checks: { name: string; ok: boolean }[] }): string[] => checks.filter(({ ok }) => !ok).map(({ name }) => name);
const linesOf = (content: Pick<StatementContent, 'lines'>): Record<string, number> => Object.fromEntries(content.lines.map(({ line, amountFen }) => [line, amountFen]));

/** A resident who paid one month of two, a firm that paid, an opening balance in the bank, and spending of every kind; 3,000.00 opened the account in January. */
async function givenCommon(): Promise<void> {
  office.ctx.now = new Date('2026-08-02T02:00:00.000Z');
  homes = await givenHomes(office, [{ owner: '欧阳静好', phone: '13812349999' }, {}]);
  await post('2026-01-01', 'opening', [{ account: '1002.02', fund: 'common', amountFen: 300_000 }, { account: '3999', fund: 'common', amountFen: -300_000 }], '期初专户');
  const companyId = await givenCompany(office, '星河便利店');
  await givenSpaces(office, ['A-001', 'A-002']);
  await office.get('parking.setPrices', { from: '2026-01-01', marketFen: 12_000, residentFen: 5_000 });
  await givenLease(office, { space: 'A-001', homeId: homes[0]?.homeId ?? 0, from: '2026-08-01', plates: ['贵JA1234'] });
  await givenLease(office, { space: 'A-002', kind: 'daytime', companyId, windows: WORKDAYS, monthlyFen: 26_000, from: '2026-08-01', resolutionNo: '2026-03' });
  for (const [month, day] of [['2026-08', '2026-08-05'], ['2026-09', '2026-09-05']] as const) {
    office.ctx.now = new Date(`${day}T02:00:00.000Z`);
    await office.get('parking.issueCharges', { month, commit: true });
  }
  for (const homeId of [homes[0]?.homeId ?? 0, companyId]) {
    const [bill] = (await office.get('payments.listOpenBills', { homeId })).items.filter(({ item }) => item.startsWith('parking-'));
    await office.get('payments.register', { ...pay({ homeId, label: '' }, undefined, bill?.openFen ?? 0, { method: 'wechat', receivedOn: '2026-09-05' }), lines: [{ billId: bill?.billId ?? 0, amountFen: bill?.openFen ?? 0 }] });
  }
  office.ctx.now = new Date('2026-11-05T02:00:00.000Z');
  await spend('2026-08-20', '2241.03.41.01', 247);
  await spend('2026-09-20', '2241.03.42.03', 1_740);
  await spend('2026-10-08', '2241.03.21', 200_000);
  await spend('2026-09-21', '2241.03.71', 16_312);
  await spend('2026-09-22', '2241.03.72', 40_000);
  await spend('2026-10-09', '2241.03.73', 1_860);
}

/** What the bank has in October: all but what WeChat still holds. */
const BANK = 300_000 - 247 - 1_740 + 200_000 + 16_312 - 40_000 - 1_860;

async function givenClosed(): Promise<void> {
  await givenCommon();
  await tellBank('2026-10', '1002.02', BANK);
  await close('2026-10');
}

describe('a common statement', () => {
  it('counts what was paid, shows the subsidy on both sides, and ends where the bank and the channels are', async () => {
    await givenCommon();
    await tellBank('2026-10', '1002.02', BANK);
    const made = await office.get('statements.prepare', quarter);
    expect(failing(made)).toEqual([]);
    expect(linesOf(made)).toEqual({ '2241.03.01:paid': 5_000, '2241.03.01:subsidy': 14_000, '2241.03.02': 26_000, '2241.03.21': 200_000, '2241.03.41.01': 247, '2241.03.42.03': 1_740, '2241.03.71': 16_312, '2241.03.72': 40_000, '2241.03.09': 14_000, '2241.03.73': 1_860 });
    const closing = BANK + 31_000;
    expect(made).toMatchObject({ version: 1, openingFen: 300_000, incomeFen: 245_000, costFen: 1_987, netFen: 243_013, interestFen: 16_312, toMaintenanceFen: 40_000, subsidyFen: 14_000, otherFen: 1_860, closingFen: closing, bankFen: BANK });
    const content = await contentOf(made.statementId);
    expect(content).toMatchObject({ number: 'GS-GY-2026-08~2026-10', subtitle: '2026 年 8 月至 10 月（2026-08-01 至 2026-10-31）', preparedOn: '2026-11-05', postedFrom: '2026-11-05', postedTo: '2026-12-16', workdays: 30, phone: '0854-8230000', homes: 2, differenceFen: 0, compareFinding: expect.stringContaining('净收益比 2026 年 5 月至 7 月多') as string });
    expect(content.summary).toEqual([
      '这三个月公共部位净赚 **2,430.13** 元，用 **140.00** 元补给 1 个住户车位（每个每月只付 50 元），把 **400.00** 元转进维修资金，连同原有结余，账上现有 **5,034.65** 元，其中银行专户 **4,724.65** 元与对账单一分不差，其余在途、现金和代存款逐项列在表二。',
      '这三个月的日间停车付了 **3** 个住户月的补贴，住户每月只付 50 元。',
    ]);
    expect(content.table.map(({ source, billedFen, receivedFen, netFen, place, party }) => [source, billedFen, receivedFen, netFen, place, party])).toEqual([
      ['parking-resident', 10_000, 5_000, 4_753, '公共车位 1 个', '住户'], ['parking-subsidy', 14_000, 14_000, 14_000, '同上', '公共收益'], ['parking-daytime', 52_000, 26_000, 24_260, '公共车位 1 个', '企业 1 家'], ['advertising', 200_000, 200_000, 200_000, '', ''],
    ]);
    expect(content.steps.map(({ key, amountFen }) => [key, amountFen])).toEqual([['opening', 300_000], ['net', 243_013], ['interest', 16_312], ['toMaintenance', -40_000], ['subsidy', -14_000], ['other', -1_860], ['closing', closing]]);
    expect(content.holdings.map(({ key, amountFen }) => [key, amountFen])).toEqual([['1002.02', BANK], ['1012.01', 31_000]]);
    expect(content.equations.map(({ terms }) => terms.map(({ amountFen }) => amountFen))).toEqual([[26_000, 14_000, 12_000]]);
    expect(content.notes[0]).toBe('公共车位市场价 120 元/个·月，住户付 50 元；差额 70 元记作收入，同时列作“停车补贴”支出，余额不因此增减。');
    expect(content.months.map(({ netFen }) => netFen)).toEqual([6_753, 36_260, 200_000]);
  });

  it('takes a cancelled bill back out of its income, holds the money for the payer, and knows waivers are no income', async () => {
    await givenCommon();
    await office.get('fees.defineItem', { code: 'hall', name: '场地费', fund: 'common', from: '2026-01-01', basis: 'once' });
    const [, second] = homes as [GivenHome, GivenHome];
    const { billId } = await office.get('fees.chargeOnce', { homeId: second.homeId, item: 'hall', amountFen: 8_000 });
    const { waiverId } = await office.get('fees.requestWaiver', { billId, amountFen: 3_000, reason: '困难' });
    await office.get('fees.approveWaiver', { waiverId });
    const november = { kind: 'common', from: '2026-11', to: '2026-11' } as const;
    expect(linesOf(await office.get('statements.prepare', november))).toEqual({});
    await office.get('payments.register', pay(second, { billId }, 5_000));
    expect(linesOf(await office.get('statements.prepare', november))).toEqual({ '2241.03': 5_000 });
    await office.get('fees.cancelBill', { billId, reason: '重复' });
    const [paid] = await rows<{ billId: number }>(office.raw, 'select bill_id as billId from payment_line order by payment_no limit 1');
    await office.get('fees.cancelBill', { billId: paid?.billId ?? 0, reason: '登记错了' });
    const made = await office.get('statements.prepare', november);
    // What was paid for August is held for the resident now; the subsidy of it is taken back on both sides.
    expect(linesOf(made)).toEqual({ '2241.03': 0, '2241.03.01:paid': -5_000, '2241.03.01:subsidy': -7_000, '2241.03.09': -7_000 });
    expect(failing(made)).toEqual(['bankEqualsLedger']);
    expect((await contentOf(made.statementId)).holdings.filter(({ key }) => key === '2203')).toMatchObject([{ amountFen: -10_000 }]);
  });

  it('asks for no bank statement of an account that was never used, but for one that was', async () => {
    const january = { kind: 'common', from: '2026-01', to: '2026-01' } as const;
    const made = await office.get('statements.prepare', january);
    expect(failing(made)).toEqual([]);
    expect(await contentOf(made.statementId)).toMatchObject({ bankFen: null, holdings: [{ amountFen: 0, basis: '到 2026-01-31 没有过收支' }], summary: [expect.stringContaining('专户没有过收支') as string] });
    await post('2026-01-01', 'opening', [{ account: '1002.02', fund: 'common', amountFen: 5 }, { account: '3999', fund: 'common', amountFen: -5 }]);
    expect(failing(await office.get('statements.prepare', january))).toEqual(['bankEqualsLedger']);
  });

  it('says so when the bank differs or was not asked, and when an account is on no line', async () => {
    await givenCommon();
    expect((await office.get('statements.prepare', quarter)).checks.find(({ name }) => name === 'bankEqualsLedger')).toEqual({ name: 'bankEqualsLedger', ok: false, detail: '银行对账单余额还没有录入' });
    await tellBank('2026-10', '1002.02', BANK - 1);
    const differs = await office.get('statements.prepare', quarter);
    expect(differs.checks.find(({ name }) => name === 'bankEqualsLedger')).toEqual({ name: 'bankEqualsLedger', ok: false, detail: '4,724.64 ≠ 4,724.65' });
    expect((await contentOf(differs.statementId)).summary[0]).toContain('与银行对账单相差 **0.01** 元，还没有查清');
    await tellBank('2026-10', '1002.02', BANK);
    expect(failing(await office.get('statements.prepare', quarter))).toEqual([]);
    await run(office.raw, `insert into account (account, name) values ('2241.03.99', '其他应付款—公共收益—没有人想到的')`);
    await post('2026-10-10', 'income', [{ account: '2241.03.99', fund: 'common', amountFen: -123 }, { account: '1002.02', fund: 'common', amountFen: 123 }]);
    await tellBank('2026-10', '1002.02', BANK + 123);
    const strange = await office.get('statements.prepare', quarter);
    expect(strange.checks.filter(({ ok }) => !ok)).toEqual([{ name: 'allAccountsCovered', ok: false, detail: '2241.03.99' }]);
    expect(strange.incomeFen).toBe(245_123);
    await close('2026-10');
    await expectRefused(office, () => office.call('statements.publish', { statementId: strange.statementId }), 'STATEMENT_DOES_NOT_ADD_UP', { checks: ['allAccountsCovered'] });
  });

  it.each([
    [{ from: '2026-10', to: '2026-08' }, 'DATES_REVERSED', { from: '2026-10', to: '2026-08' }], [{ from: '2025-12', to: '2026-02' }, 'STATEMENT_BEFORE_OPENING', { from: '2025-12', opensOn: '2026-01-01' }],
    [{ from: '2026-01', to: '2027-01' }, 'STATEMENT_TOO_LONG', { from: '2026-01', to: '2027-01', most: 12 }], [{ from: '2026-10', to: '2026-12' }, 'DATE_IN_FUTURE', { date: '2026-12-01', today: '2026-11-05' }],
  ] as const)('is refused for %o: %s', async (months, code, details) => {
    await expectRefused(office, () => office.call('statements.prepare', { kind: 'common', ...months }), code, details);
  });
});

describe('publishing', () => {
  it('wants closed months, fresh figures and checks that hold; then everything is frozen under a code', async () => {
    await givenCommon();
    const { statementId } = await office.get('statements.prepare', quarter);
    await expectRefused(office, () => office.call('statements.publish', { statementId }), 'PERIOD_NOT_CLOSED', { months: ['2026-08', '2026-09', '2026-10'] });
    await tellBank('2026-10', '1002.02', BANK);
    await close('2026-09');
    await expectRefused(office, () => office.call('statements.publish', { statementId }), 'PERIOD_NOT_CLOSED', { months: ['2026-10'] });
    await close('2026-10');
    await expectRefused(office, () => office.call('statements.publish', { statementId }), 'STATEMENT_STALE', { number: 'GS-GY-2026-08~2026-10' });
    expect((await office.get('statements.prepare', quarter)).statementId).toBe(statementId);
    await expectRefused(office, () => office.call('statements.review', { statementId }), 'STATEMENT_OWN_REVIEW', { name: '陈经理' });
    expect((await office.get('statements.review', { statementId }, { as: 'office' })).head).toMatchObject({ state: 'reviewed', closed: true, digest: null });
    const { head } = await office.get('statements.publish', { statementId });
    expect(head).toMatchObject({ state: 'published', publishedBy: '陈经理', code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}$/) as string, digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    for (const endpoint of ['statements.publish', 'statements.review'] as const) await expectRefused(office, () => office.call(endpoint, { statementId }, { as: 'manager' }), 'STATEMENT_PUBLISHED', { number: head.number, version: 1 });
    for (const table of ['statement', 'statement_file']) {
      await expect(run(office.raw, `update ${table} set statement_id = statement_id`)).rejects.toThrow('APPEND_ONLY');
      await expect(run(office.raw, `delete from ${table}`)).rejects.toThrow('APPEND_ONLY');
    }
    await expectRefused(office, () => office.call('statements.publish', { statementId: 99 }), 'NO_SUCH_STATEMENT', { statementId: 99 });
  });

  it('is checked by its code, however it is typed, and by its QR code', async () => {
    await givenClosed();
    const { statementId } = await office.get('statements.prepare', quarter);
    const { head } = await office.get('statements.publish', { statementId });
    const [code, digest] = [head.code ?? '', head.digest ?? ''];
    const stateOf = async (text: string): Promise<string> => (await office.get('statements.verify', { code: text })).state;
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('-', ''), code.replaceAll('0', 'O').replaceAll('1', 'l')]) expect(await stateOf(typed)).toBe('genuine');
    const other = (character: string): string => (character === '7' ? '8' : '7');
    for (let place = 5; place < code.length; place += 1) if (code[place] !== '-') expect(await stateOf(code.slice(0, place) + other(code[place] ?? '') + code.slice(place + 1))).toBe('altered');
    for (let place = 0; place < 4; place += 1) expect(await stateOf(code.slice(0, place) + other(code[place] ?? '') + code.slice(place + 1))).toBe('unknown');
    const facts = { number: head.number, version: 1, from: head.from, to: head.to, digest };
    expect(await stateOf(qrText(facts))).toBe('genuine');
    expect(await stateOf(qrText({ ...facts, digest: digest.replace(/^./, other) }))).toBe('altered');
    expect(await stateOf(qrText({ ...facts, to: '2026-09' }))).toBe('altered');
    expect(await stateOf(qrText({ ...facts, version: 2 }))).toBe('unknown');
    expect(await stateOf('随便写的')).toBe('unknown');
    expect(await statementProblems()).toEqual([]);
    await run(office.raw, 'drop trigger statement_stands');
    await run(office.raw, `update statement set content = replace(content, '净赚', '净亏')`);
    expect(await stateOf(code)).toBe('altered');
    expect(await statementProblems()).toMatchObject([{ kind: 'STATEMENT', subject: 'GS-GY-2026-08~2026-10 v1' }]);
  });

  it('keeps the very bytes of its files, without a name in any of them, and its workbook computes itself', async () => {
    await givenClosed();
    const { statementId } = await office.get('statements.prepare', quarter);
    const { head } = await office.get('statements.publish', { statementId });
    const files = { xlsx: temporaryFile('xlsx'), json: temporaryFile('json') };
    for (const format of ['xlsx', 'json'] as const) {
      const { bytes, digest } = await office.get('statements.export', { statementId, format, file: files[format] }, { as: 'auditor' });
      const [kept] = await rows<{ bytes: Buffer; digest: string }>(office.raw, 'select bytes, digest from statement_file where format = ?', [format]);
      expect(readFileSync(files[format]).equals(kept?.bytes ?? Buffer.alloc(0))).toBe(true);
      expect([bytes, digest]).toEqual([kept?.bytes.length, kept?.digest]);
    }
    const saved = JSON.parse(readFileSync(files.json, 'utf8')) as { content: StatementContent; digest: string };
    expect(saved).toEqual({ content: await contentOf(statementId), digest: head.digest, head });
    const book = recompute(files.xlsx);
    expect(book.formulas.map(({ computed, kept }) => [computed, kept]).filter(([computed, kept]) => computed !== kept)).toEqual([]);
    expect(book.formulas.length).toBeGreaterThan(30);
    expect(book.valueOf('余额', saved.content.steps.length, 2)).toBe((BANK + 31_000) / 100);
    await expectNoNames(office.raw, [readFileSync(files.json, 'utf8'), ...xlsxParts(files.xlsx).values()]);
    await expect(expectNoNames(office.raw, ['……欧阳静好 5,000.00'])).rejects.toThrow();
  });

  it('is superseded by reopening a month of it and by a newer version, which says what changed', async () => {
    await givenClosed();
    const { statementId } = await office.get('statements.prepare', quarter);
    const { head } = await office.get('statements.publish', { statementId });
    expect((await office.get('statements.prepare', { ...quarter, from: '2026-08', to: '2026-08' })).statementId).not.toBe(statementId);
    await close('2026-10', 'reopen', '2026-09');
    expect((await office.get('statements.get', { statementId })).head).toMatchObject({ state: 'superseded', supersededWhy: '2026-11-05 反结账 2026-10，待出新版', closed: false });
    expect(await office.get('statements.verify', { code: head.code ?? '' })).toMatchObject({ state: 'superseded', head: { number: head.number } });
    await spend('2026-10-20', '2241.03.46.03', 5_000);
    expect(await office.get('statements.drill', { statementId, line: '2241.03.21' })).toMatchObject({ laterEntries: 1, totalFen: 200_000, entries: [{ on: '2026-10-08', kind: 'income', amountFen: 200_000 }] });
    await expectRefused(office, () => office.call('statements.drill', { statementId, line: '2241.03.46.03' }), 'NO_SUCH_LINE', { line: '2241.03.46.03' });
    await tellBank('2026-10', '1002.02', BANK - 5_000);
    await close('2026-10');
    const again = await office.get('statements.prepare', quarter);
    expect(again).toMatchObject({ version: 2, costFen: 6_987 });
    expect((await contentOf(again.statementId)).changes).toEqual(['广告 直接成本（直接成本）：由 0.00 元改为 50.00 元', '期末余额：由 5,034.65 元改为 4,984.65 元', '银行对账单余额：由 4,724.65 元改为 4,674.65 元']);
    await office.get('statements.publish', { statementId: again.statementId });
    const { items } = await office.get('statements.list', { kind: 'common' });
    expect(items.filter(({ number }) => number === head.number).map(({ version, state, supersededWhy }) => [version, state, supersededWhy])).toEqual([[2, 'published', null], [1, 'superseded', '已公布第 2 版']]);
    expect((await contentOf(statementId)).costFen).toBe(1_987);
  });
});

describe('a fees statement', () => {
  it('has income by item, the nine lines, profit against its cap, arrears and the rates as the collection report has them', async () => {
    await givenUndoneHistory(office);
    await office.get('statements.setSettings', { profitCapPermyriad: 800, phone: '0854-1234567', postingDays: 5, holidays: ['2026-11-06'] });
    await post('2026-10-15', 'cost', [{ account: '5401.03', fund: 'property', amountFen: 12_000 }, { account: '1002.01', fund: 'property', amountFen: -12_000 }]);
    const made = await office.get('statements.prepare', { kind: 'fees', from: '2026-01', to: '2026-11' });
    expect(failing(made)).toEqual(['bankEqualsLedger']);
    expect(linesOf(made)).toEqual({ '3999:opening': 12_345, '5001.93': -14_795, '5001:property': 44_755, '5051': 20_000, '5301:late': 100, '5401.03': 12_000 });
    const content = await contentOf(made.statementId);
    expect(content).toMatchObject({ number: 'GS-WY-2026-01~2026-11', phone: '0854-1234567', postedTo: '2026-11-12', incomeFen: 62_405, costFen: 12_000, netFen: 50_405 });
    expect(content.costs.map(({ amountFen }) => amountFen)).toEqual([0, 0, 12_000, 0, 0, 0, 0, 0, 0]);
    expect(content.fees).toMatchObject({ profitFen: 50_405, capPermyriad: 800, capFen: 4_992, overCapFen: 45_413, posts: [] });
    const { total } = await office.get('collection.report', { from: '2026-01', to: '2026-11' });
    expect(content.fees?.rates[0]).toMatchObject({ name: '当期收缴率', numeratorFen: total.current.collectedFen, denominatorFen: total.current.billedFen - total.current.cancelledFen });
    expect(content.fees?.arrearsFen).toBe((await office.get('arrears.ageing', { on: '2026-11-30' })).totalFen);
    expect(content.summary[0]).toBe('这 11 个月收进物业费等 **624.05** 元，花掉 **120.00** 元（最多的是清洁卫生，120.00 元），结余 **504.05** 元。');
    const [home] = await rows<{ homeId: number }>(office.raw, 'select home_id as homeId from home order by home_id limit 1');
    expect((await openBills(office, { homeId: home?.homeId ?? 0, label: '' })).length).toBeGreaterThan(0);
    const file = temporaryFile('xlsx');
    await office.get('statements.export', { statementId: made.statementId, format: 'xlsx', file });
    expect(recompute(file).formulas.filter(({ computed, kept }) => computed !== kept)).toEqual([]);
    await expectNoNames(office.raw, [JSON.stringify(content), ...xlsxParts(file).values()]);
  });
});
