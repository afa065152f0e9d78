import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { rows, run } from '../../db/sql.ts';
import { bankAccounts } from '../../shared/domain/common-sources.ts';
import { qrText } from '../../shared/domain/statement-code.ts';
import type { Output } from '../../shared/contract/index.ts';
import { costOf } from '../support/costs.ts';
import { openOffice, temporaryFolder, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openOffice({ dataFolder: temporaryFolder() });
  office.ctx.now = new Date('2026-11-05T02:00:00.000Z');
});
afterEach(async () => {
  expect(office.bugs).toEqual([]);
  await office.close();
});

const digestOf = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
const october = { kind: 'common', from: '2026-10', to: '2026-10' } as const;
type Head = Output<'statements.publish'>['head'];

/** 1,234.56 of advertising, in the bank and on its statement; October is closed and published. */
async function givenPublished(): Promise<Head> {
  const { costId } = await office.get('costs.register', costOf({ kind: 'income', fund: 'common', paidOn: '2026-10-08', lines: [{ to: { source: 'advertising' }, amountFen: 123_456 }] }));
  await office.get('costs.approve', { costId });
  await office.get('periods.setBankBalance', { month: '2026-10', account: bankAccounts.common, balanceFen: 123_456 });
  await office.get('periods.close', { month: '2026-10' });
  const { statementId } = await office.get('statements.prepare', october);
  return (await office.get('statements.publish', { statementId })).head;
}

const stateOf = async (code: string): Promise<string> => (await office.get('statements.verify', { code })).state;
const problemsOf = async (): Promise<string[]> => (await office.get('ledger.verify', {})).problems.map(({ kind }) => kind);

it('is altered where content and digest were both forged: the paper says another digest', async () => {
  const head = await givenPublished();
  const paper = { number: head.number, version: 1, from: head.from, to: head.to, digest: head.digest ?? '' };
  expect([await stateOf(head.code ?? ''), await stateOf(qrText(paper))]).toEqual(['genuine', 'genuine']);
  await run(office.raw, 'drop trigger statement_stands');
  const [kept] = await rows<{ content: string }>(office.raw, 'select content from statement');
  const forged = (kept?.content ?? '').replace('123456', '123450');
  await run(office.raw, 'update statement set content = ?, digest = ?', [forged, digestOf(forged)]);
  expect([await stateOf(head.code ?? ''), await stateOf(qrText(paper))]).toEqual(['altered', 'altered']);
  expect(await problemsOf()).toEqual(['STATEMENT']);
});

it('is altered where a file of it is gone', async () => {
  const head = await givenPublished();
  await run(office.raw, 'drop trigger statement_file_no_delete');
  await run(office.raw, `delete from statement_file where format = 'html'`);
  expect(await stateOf(head.code ?? '')).toBe('altered');
  expect(await problemsOf()).toEqual(['STATEMENT']);
});

it('is published by an office that has nothing on its account of the fund: the month was closed without a balance of it', async () => {
  await office.get('periods.close', { month: '2026-10' });
  const { statementId, bankFen, checks } = await office.get('statements.prepare', october);
  expect({ bankFen, failing: checks.filter(({ ok }) => !ok) }).toEqual({ bankFen: null, failing: [] });
  await office.get('statements.publish', { statementId });
});

it('still wants the bank asked once anything went through its account', async () => {
  const { costId } = await office.get('costs.register', costOf({ kind: 'interest', fund: 'common', paidOn: '2026-10-08', lines: [{ amountFen: 12 }] }));
  await office.get('costs.approve', { costId });
  await office.get('costs.reverse', { costId, reason: '重复' });
  office.ctx.now = new Date('2026-12-05T02:00:00.000Z');
  const { checks } = await office.get('statements.prepare', { kind: 'common', from: '2026-11', to: '2026-11' });
  expect(checks.filter(({ ok }) => !ok)).toEqual([{ name: 'bankEqualsLedger', ok: false, detail: '银行对账单余额还没有录入' }]);
});
