import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rows, run } from '../../db/sql.ts';
import { temporaryFile } from '../support/builders.ts';
import { costOf, photoFile } from '../support/costs.ts';
import { expectRefused, openOffice, refusal, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeEach(async () => { office = await openOffice(); });
afterEach(() => office.close());

const register = (more: Parameters<typeof costOf>[0] = {}) => office.get('costs.register', costOf(more), { as: 'office' });
const book = async (more: Parameters<typeof costOf>[0] = {}) => {
  const { costId } = await register(more);
  return office.get('costs.approve', { costId });
};
const entries = () => rows<{ on: string; kind: string; memo: string; lines: string }>(office.raw, `select e.on_date as "on", e.kind, e.memo, (select group_concat(account || ' ' || fund || ' ' || amount_fen, ', ') from (select * from posting p where p.entry_id = e.entry_id order by line)) as lines from entry e order by entry_id`);
const problems = async () => (await office.get('ledger.verify', {})).problems;
/** Money of a fund on an account. */
const give = (fund: 'property' | 'common', account: string, amountFen: number) => book({ kind: 'income', fund: 'common', account, lines: [{ to: { source: 'venue' }, amountFen }], what: '场地', paidOn: '2026-09-01' }).then(() => fund);

describe('costs.register', () => {
  it('writes nothing to the ledger until the manager approves, then on the day it was paid', async () => {
    const made = await register({ invoiceNo: '0123' });
    expect(made).toEqual({ costId: expect.any(String) as string, costNo: 'FY-2026-000001', amountFen: 30_000, state: 'waiting' });
    expect(await entries()).toEqual([]);
    expect(await office.get('costs.waiting', {})).toEqual({ count: 1, amountFen: 30_000 });
    expect(await office.call('costs.approve', { costId: made.costId }, { as: 'office' })).toMatchObject({ ok: false, code: 'ROLE_NOT_ALLOWED' });
    expect(await office.get('costs.approve', { costId: made.costId })).toEqual({ ...made, state: 'approved', entryId: 1 });
    expect(await entries()).toEqual([{ on: '2026-10-20', kind: 'cost', memo: '楼道保洁 FY-2026-000001', lines: '5401.03 property 30000, 1002.01 property -30000' }]);
    expect(await office.get('costs.waiting', {})).toEqual({ count: 0, amountFen: 0 });
    expect(await office.get('costs.get', { costId: made.costId })).toMatchObject({ state: 'approved', by: '文书', decidedBy: '陈经理', ownApproval: false, entryId: 1, invoiceNo: '0123', decisions: [{ kind: 'approve', by: '陈经理' }] });
    expect(await problems()).toEqual([]);
  });

  it('answers a retry with what it made, and refuses the id for anything else', async () => {
    const input = costOf();
    const made = await office.get('costs.register', input);
    expect(await office.get('costs.register', input)).toEqual(made);
    await office.get('costs.approve', { costId: input.costId });
    expect(await office.get('costs.register', input)).toEqual({ ...made, state: 'approved' });
    await expectRefused(office, () => office.call('costs.register', { ...input, payee: '别家' }), 'COST_ID_REUSED', { costId: input.costId });
    expect((await office.get('costs.list', {})).items).toHaveLength(1);
    expect((await office.get('costs.get', { costId: input.costId })).ownApproval).toBe(true);
  });

  it('splits an amount over targets by shares to the fen', async () => {
    const { costId } = await register({ fund: 'common', what: '车库照明电费', lines: [{ shares: [{ to: { source: 'parking-resident', column: 'energy' }, share: 70 }, { to: { source: 'parking-daytime', column: 'energy' }, share: 30 }], amountFen: 10_001 }] });
    await office.get('costs.approve', { costId });
    expect((await entries())[0]?.lines).toBe('2241.03.41.02 common 7001, 2241.03.42.02 common 3000, 1002.02 common -10001');
    expect((await office.get('costs.get', { costId })).lines).toMatchObject([{ item: 1, target: 'parking-resident.energy', share: 70, ofShares: 100, amountFen: 7001 }, { target: 'parking-daytime.energy', share: 30, amountFen: 3000 }]);
  });

  it('takes payroll by post and headcount, for staff unless said otherwise', async () => {
    const { entryId } = await book({ kind: 'payroll', what: '10 月工资', attachments: [photoFile()], lines: [{ post: '客服', headcount: 3, amountFen: 1_200_000 }, { post: '保安', headcount: 8, amountFen: 2_800_000, to: { feeCost: 'order' } }] });
    expect(entryId).toBe(1);
    expect((await entries())[0]?.lines).toBe('5401.01 property 1200000, 5401.05 property 2800000, 1002.01 property -4000000');
    await expectRefused(office, () => office.call('costs.register', costOf({ kind: 'payroll', lines: [{ post: '客服', amountFen: 100 }] })), 'COST_POST', { line: 1 });
    await expectRefused(office, () => office.call('costs.register', costOf({ lines: [{ post: '客服', headcount: 1, amountFen: 100, to: { feeCost: 'staff' } }] })), 'COST_POST', { line: 1 });
  });

  it('books other common income, interest and transfers between own accounts their way', async () => {
    await book({ kind: 'income', fund: 'common', what: '电梯广告', account: '1002.01', lines: [{ to: { source: 'advertising' }, amountFen: 600_000 }] });
    await book({ kind: 'interest', fund: 'common', what: '结息', lines: [{ amountFen: 1234 }] });
    await book({ kind: 'transfer', fund: 'common', what: '转专户', account: '1002.01', toAccount: '1002.02', lines: [{ amountFen: 500_000 }] });
    expect((await entries()).map(({ kind, lines }) => [kind, lines])).toEqual([
      ['income', '2241.03.21 common -600000, 1002.01 common 600000'], ['interest', '2241.03.71 common -1234, 1002.02 common 1234'], ['transfer', '1002.02 common 500000, 1002.01 common -500000'],
    ]);
    expect((await office.get('costs.list', {})).totals).toEqual({ vouchers: 3, outFen: 0, inFen: 601_234, movedFen: 500_000 });
    expect(await problems()).toEqual([]);
  });

  it.each([
    ['COST_IN_FUTURE', { paidOn: '2026-11-06' }, { on: '2026-11-06' }], ['DATE_BEFORE_OPENING', { paidOn: '2025-12-31' }, { date: '2025-12-31', opensOn: '2026-01-01' }],
    ['COST_FUND', { kind: 'interest', lines: [{ amountFen: 1 }] }, { kind: 'interest', fund: 'property' }], ['COST_FUND', { kind: 'income', lines: [{ to: { source: 'venue' }, amountFen: 1 }] }, { kind: 'income', fund: 'property' }],
    ['COST_TARGET', { lines: [{ amountFen: 1 }] }, { line: 1, kind: 'purchase', fund: 'property' }], ['COST_TARGET', { fund: 'common' }, { line: 1, kind: 'purchase', fund: 'common' }],
    ['COST_TARGET', { fund: 'common', lines: [{ to: { source: 'telecom' }, amountFen: 1 }] }, { line: 1, kind: 'purchase', fund: 'common' }], ['COST_TARGET', { kind: 'income', fund: 'common', lines: [{ to: { source: 'charging-car' }, amountFen: 1 }] }, { line: 1, kind: 'income', fund: 'common' }],
    ['COST_TARGET', { kind: 'interest', fund: 'common', lines: [{ to: { other: true }, amountFen: 1 }] }, { line: 1, kind: 'interest', fund: 'common' }],
    ['COST_ACCOUNT', { account: '1002.02' }, { account: '1002.02', fund: 'property' }], ['COST_ACCOUNT', { account: '1001' }, { account: '1001', fund: 'property' }], ['COST_ACCOUNT', { kind: 'transfer', fund: 'common', toAccount: '1002.02', lines: [{ amountFen: 1 }] }, { account: '1002.02', fund: 'common' }],
    ['COST_NEEDS_EVIDENCE', { lines: [{ to: { feeCost: 'cleaning' }, amountFen: 50_001 }] }, { amountFen: 50_001, limitFen: 50_000 }], ['NO_SUCH_INSTALMENT', { instalmentId: 9 }, { instalmentId: 9 }],
    ['FILE_NOT_FOUND', { attachments: ['/nowhere/invoice.pdf'] }, { file: '/nowhere/invoice.pdf' }],
  ] as const)('refuses %s, and writes nothing', async (code, more, details) => {
    await expectRefused(office, () => office.call('costs.register', costOf(structuredClone(more) as Parameters<typeof costOf>[0])), code, details as never);
  });

  it('refuses a closed month early, and when it was closed meanwhile', async () => {
    const { costId } = await register();
    await run(office.raw, `insert into period_event (kind, month, closed_through, reason, user_name, at) values ('close', '2026-10', '2026-10', '', '陈经理', '2026-11-05')`);
    await expectRefused(office, () => office.call('costs.register', costOf()), 'PERIOD_CLOSED', { month: '2026-10', on: '2026-10-20' });
    await expectRefused(office, () => office.call('costs.approve', { costId }), 'PERIOD_CLOSED', { month: '2026-10', on: '2026-10-20' });
    await run(office.raw, `insert into period_event (kind, month, closed_through, reason, user_name, at) values ('reopen', '2026-10', null, '漏记', '陈经理', '2026-11-05')`);
    expect(await office.get('costs.approve', { costId })).toMatchObject({ state: 'approved' });
  });

  it('wants evidence above the set amount, which the manager sets', async () => {
    const large = { lines: [{ to: { feeCost: 'office' as const }, amountFen: 80_000 }] };
    expect(await office.get('costs.settings', {})).toEqual({ version: 0, evidenceAboveFen: 50_000 });
    expect(await office.get('costs.changeSettings', { evidenceAboveFen: 80_000 })).toEqual({ version: 1 });
    expect(await office.get('costs.changeSettings', { evidenceAboveFen: 80_000 })).toEqual({ version: 1 });
    expect(await register(large)).toMatchObject({ state: 'waiting' });
    await office.get('costs.changeSettings', { evidenceAboveFen: 100 });
    await expectRefused(office, () => office.call('costs.register', costOf(large)), 'COST_NEEDS_EVIDENCE', { amountFen: 80_000, limitFen: 100 });
  });
});

describe('deciding', () => {
  it('rejects with a reason, and reverses an approved one by its mirror today; neither twice', async () => {
    const { costId, costNo } = await register();
    await expectRefused(office, () => office.call('costs.reverse', { costId, reason: '错了' }), 'COST_NOT_APPROVED', { costNo, state: 'waiting' });
    expect(await office.get('costs.reject', { costId, reason: '没有合同' })).toMatchObject({ state: 'rejected' });
    await expectRefused(office, () => office.call('costs.approve', { costId }), 'COST_NOT_WAITING', { costNo, state: 'rejected' });
    const booked = await book();
    expect(await office.get('costs.reverse', { costId: booked.costId, reason: '付重了' })).toMatchObject({ costNo: 'FY-2026-000002', state: 'reversed', entryId: 2 });
    expect(await entries()).toMatchObject([{ on: '2026-10-20' }, { on: '2026-11-05', kind: 'cost', memo: '红冲 楼道保洁 FY-2026-000002：付重了', lines: '5401.03 property -30000, 1002.01 property 30000' }]);
    await expectRefused(office, () => office.call('costs.reverse', { costId: booked.costId, reason: '再来' }), 'COST_NOT_APPROVED', { costNo: booked.costNo, state: 'reversed' });
    await expectRefused(office, () => office.call('costs.approve', { costId: randomUUID() }), 'NO_SUCH_COST');
    expect((await office.get('costs.list', {})).totals).toEqual({ vouchers: 2, outFen: 0, inFen: 0, movedFen: 0 });
    expect(await problems()).toEqual([]);
  });

  it('gives the maintenance fund no more than there is, by resolution', async () => {
    await give('common', '1002.02', 100_000);
    const transfer = (amountFen: number, more: object = {}) => costOf({ kind: 'maintenance', fund: 'common', what: '转维修资金', payee: '维修资金专户', lines: [{ amountFen }], resolution: { number: '2026-3', on: '2026-09-30' }, ...more });
    await expectRefused(office, () => office.call('costs.register', transfer(100, { resolution: undefined })), 'COST_NEEDS_RESOLUTION', { kind: 'maintenance' });
    await expectRefused(office, () => office.call('costs.register', transfer(100_001)), 'COST_EXCEEDS_FUND', { account: '1002.02', amountFen: 100_001, balanceFen: 100_000 });
    await expectRefused(office, () => office.call('costs.register', transfer(1, { paidOn: '2026-08-31' })), 'COST_EXCEEDS_FUND', { account: '1002.02', amountFen: 1, balanceFen: 0 });
    const [one, two] = [await office.get('costs.register', transfer(60_000)), await office.get('costs.register', transfer(60_000))];
    await office.get('costs.approve', { costId: one.costId });
    await expectRefused(office, () => office.call('costs.approve', { costId: two.costId }), 'COST_EXCEEDS_FUND', { account: '1002.02', amountFen: 60_000, balanceFen: 40_000 });
    expect((await entries()).at(-1)).toMatchObject({ kind: 'to-maintenance', lines: '2241.03.72 common 60000, 1002.02 common -60000' });
  });

  it('is no money of the desk: an open shift does not count it', async () => {
    await office.get('shifts.open', { floatFen: 0 });
    await book();
    expect(await office.get('shifts.current', {})).toMatchObject({ entries: 0, matrix: [], totals: { totalFen: 0 } });
  });
});

describe('attachments', () => {
  it('are kept once by their digest, told by content, and come back byte for byte', async () => {
    const [photo, pdf, wrong] = [photoFile(), temporaryFile('jpg'), temporaryFile('pdf')];
    writeFileSync(pdf, '%PDF-1.4\n%%EOF');
    writeFileSync(wrong, 'MZ not a pdf');
    const one = await register({ attachments: [photo, photo, pdf] });
    await register({ attachments: [photo] });
    expect(await rows(office.raw, 'select count(*) as n from attachment')).toEqual([{ n: 2 }]);
    const { files } = await office.get('costs.get', { costId: one.costId });
    expect(files.map(({ mediaType }) => mediaType)).toEqual(['image/png', 'application/pdf']);
    const { base64 } = await office.get('costs.attachment', { digest: files[0]?.digest ?? '' });
    expect(Buffer.from(base64, 'base64').equals(readFileSync(photo))).toBe(true);
    const saved = temporaryFile('png');
    await office.get('costs.saveAttachment', { digest: files[0]?.digest ?? '', file: saved });
    expect(readFileSync(saved).equals(readFileSync(photo))).toBe(true);
    expect(await office.call('costs.attachment', { digest: files[0]?.digest ?? '' }, { as: 'cashier' })).toMatchObject({ ok: false, code: 'ROLE_NOT_ALLOWED' });
    expect(await office.call('costs.attachment', { digest: '0'.repeat(64) })).toEqual(refusal('NO_SUCH_ATTACHMENT', { digest: '0'.repeat(64) }));
    await expectRefused(office, () => office.call('costs.register', costOf({ attachments: [wrong] })), 'ATTACHMENT_KIND');
    writeFileSync(wrong, Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(10 * 1024 * 1024)]));
    await expectRefused(office, () => office.call('costs.register', costOf({ attachments: [wrong] })), 'FILE_TOO_LARGE', { file: wrong, bytes: 10 * 1024 * 1024 + 5, limitBytes: 10 * 1024 * 1024 });
  });
});

describe('ledger.verify', () => {
  const tamper = async (table: string, sql: string) => {
    const triggers = await rows<{ name: string; sql: string }>(office.raw, `select name, sql from sqlite_master where type = 'trigger' and tbl_name = ?`, [table]);
    for (const { name } of triggers) await run(office.raw, `drop trigger ${name}`);
    await run(office.raw, sql);
    for (const trigger of triggers) await run(office.raw, trigger.sql);
    return (await problems()).map(({ kind, subject }) => [kind, subject]);
  };

  it('finds a voucher, a line, a number, a file or a decision that was changed', async () => {
    const { costNo, costId } = await book({ attachments: [photoFile()] });
    expect(await problems()).toEqual([]);
    expect(await tamper('cost_voucher', 'update cost_voucher set amount_fen = 40000')).toContainEqual(['COST', costNo]);
    expect(await tamper('cost_voucher', 'update cost_voucher set amount_fen = 30000')).toEqual([]);
    expect(await tamper('cost_line', `update cost_line set account = '5401.04'`)).toContainEqual(['COST', costNo]);
    expect(await tamper('cost_line', `update cost_line set account = '5401.03'`)).toEqual([]);
    expect(await tamper('cost_voucher', `update cost_voucher set cost_no = 'FY-2026-000007'`)).toContainEqual(['RECEIPT_GAP', 'FY-2026']);
    await tamper('cost_voucher', `update cost_voucher set cost_no = '${costNo}'`);
    expect(await tamper('attachment', `update attachment set bytes = cast('%PDF-' as blob)`)).toEqual([['COST', expect.stringContaining('attachment') as string]]);
    expect(await tamper('cost_decision', `delete from cost_decision where cost_id = '${costId}'`)).toContainEqual(['COST', 'entry 1']);
  });
});

describe('costs.list and costs.analysis', () => {
  it('filter, page and sum', async () => {
    for (const [paidOn, fund] of [['2026-09-10', 'property'], ['2026-10-10', 'common'], ['2026-10-11', 'property']] as const) await book({ paidOn, fund, lines: [{ to: fund === 'property' ? { feeCost: 'cleaning' } : { source: 'charging-car', column: 'tax' }, amountFen: 10_000 }] });
    await register({ payee: '乙公司' });
    const list = async (filter: object) => (await office.get('costs.list', filter)).items.map(({ paidOn }) => paidOn);
    expect(await list({})).toEqual(['2026-10-20', '2026-10-11', '2026-10-10', '2026-09-10']);
    expect([await list({ month: '2026-09' }), await list({ fund: 'common' }), await list({ state: 'waiting' }), await list({ search: '乙公司' }), await list({ kind: 'payroll' })]).toEqual([['2026-09-10'], ['2026-10-10'], ['2026-10-20'], ['2026-10-20'], []]);
    const first = await office.get('costs.list', { limit: 3 });
    expect((await office.get('costs.list', { limit: 3, after: first.next })).items.map(({ paidOn }) => paidOn)).toEqual(['2026-09-10']);
    expect(await office.get('costs.analysis', { from: '2026-09', to: '2026-10', by: 'fee' })).toEqual({ rows: [{ month: '2026-09', key: 'cleaning', amountFen: 10_000 }, { month: '2026-10', key: 'cleaning', amountFen: 10_000 }], totalFen: 20_000 });
    expect(await office.get('costs.analysis', { from: '2026-09', to: '2026-10', by: 'source' })).toEqual({ rows: [{ month: '2026-10', key: 'charging-car', amountFen: 10_000 }], totalFen: 10_000 });
  });
});
