import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows } from '../../db/sql.ts';
import { readTables } from '../../electron/files/read-table.ts';
import { formatFen, parseYuan } from '../../shared/domain/money.ts';
import type { CallInput } from '../../shared/contract/index.ts';
import { temporaryFile, type GivenHome } from '../support/builders.ts';
import { hasHledger, hledger } from '../support/hledger.ts';
import { allPostings, givenHistory, type Posting } from '../support/history.ts';
import { openOffice, refusal, temporaryFolder, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
let homes: GivenHome[];
beforeAll(async () => {
  office = await openOffice();
  homes = await givenHistory(office);
});
afterAll(() => office.close());

type Selection = CallInput<'ledger.listPostings'>['selection'];
type Row = { entry_id: number; line: number; on_date: string; account: string; fund: string; home_id: number | null; amount_fen: number };

const SELECTIONS: Selection[] = [
  { book: 'journal' }, { book: 'journal', from: '2026-10-01' }, { book: 'journal', from: '2026-09-01', to: '2026-09-30' },
  { book: 'account', account: '1122' }, { book: 'account', account: '1122', from: '2026-10-01' }, { book: 'account', account: '1012.01', to: '2026-10-01' }, { book: 'account', account: '2203', fund: 'property' }, { book: 'account', account: '1122', fund: 'common' }, { book: 'account', account: '9999' },
  { book: 'home', homeId: 1 }, { book: 'home', homeId: 2, from: '2026-10-15' }, { book: 'home', homeId: 99 },
];

/** The same book, by the plainest means: all rows in memory, added up one after the other. */
async function plainBook(selection: Selection): Promise<{ openingFen: number; rows: [number, number, number, number][] }> {
  const all = await rows<Row>(office.raw, 'select * from posting');
  const mine = all.filter((row) => selection.book === 'journal' || (selection.book === 'account'
    ? row.account === selection.account && (!selection.fund || row.fund === selection.fund)
    : row.home_id === selection.homeId && ['1122', '2203'].includes(row.account)));
  mine.sort((a, b) => (selection.book === 'journal' ? 0 : a.on_date.localeCompare(b.on_date)) || a.entry_id - b.entry_id || a.line - b.line);
  const { from = '', to = '9' } = selection;
  const openingFen = selection.book === 'journal' ? 0 : mine.filter((row) => row.on_date < from).reduce((sum, row) => sum + row.amount_fen, 0);
  let balance = openingFen;
  const shown = mine.filter((row) => row.on_date >= from && row.on_date <= to);
  return { openingFen, rows: shown.map((row) => [row.entry_id, row.line, row.amount_fen, (balance += row.amount_fen)]) };
}

const plain = (items: Posting[]) => items.map(({ entryId, line, amountFen, balanceFen }) => [entryId, line, amountFen, balanceFen]);

describe('a book', () => {
  it.each(SELECTIONS)('%o joins page to page, with the balance of the plain sum', async (selection) => {
    const expected = await plainBook(selection);
    for (const limit of [1, 2, 3, 7, 1000]) {
      const { openingFen, items } = await allPostings(office, selection, limit);
      expect(plain(items)).toEqual(expected.rows);
      expect(openingFen).toBe(expected.openingFen);
    }
  });

  it.each([['红冲', 2], ['SJ-2026-000001', 3], ['3-2-501', 7], ['2203', 3], ['12,345.00', 0], ['123.45', 2]])('finds %s in the journal', async (search, least) => {
    const { items } = await allPostings(office, { book: 'journal', search }, 3);
    expect(items.length).toBeGreaterThanOrEqual(least);
  });

  it('begins anew for a cursor that is none', async () => {
    const first = await office.get('ledger.listPostings', { selection: { book: 'journal' }, limit: 2 });
    expect(await office.get('ledger.listPostings', { selection: { book: 'journal' }, limit: 2, after: "'; drop table entry" })).toEqual(first);
  });
});

describe('the trial balance', () => {
  it('sums to nothing on every day', async () => {
    for (const on of ['2025-12-31', '2026-01-01', '2026-09-01', '2026-09-20', '2026-10-02', '2026-11-05', '2199-12-31']) {
      const { accounts, sumFen } = await office.get('ledger.trialBalance', { on });
      expect(sumFen).toBe(0);
      expect(accounts.reduce((sum, { balanceFen }) => sum + balanceFen, 0)).toBe(0);
    }
    expect(await office.get('ledger.trialBalance', { on: '2199-12-31' })).toEqual(await office.get('ledger.trialBalance', {}));
    expect(await office.get('ledger.trialBalance', { on: '2025-12-31' })).toEqual({ accounts: [], sumFen: 0 });
  });
});

describe('an entry', () => {
  it('shows its postings, and who reversed whom', async () => {
    const [reversal] = (await allPostings(office, { book: 'journal' }, 1000)).items.filter(({ kind }) => kind === 'reversal');
    const mirror = await office.get('ledger.getEntry', { entryId: reversal?.entryId ?? 0 });
    const original = await office.get('ledger.getEntry', { entryId: mirror.reverses ?? 0 });
    expect(original.reversedBy).toBe(mirror.entryId);
    expect(mirror.postings.map(({ amountFen }) => -amountFen)).toEqual(original.postings.map(({ amountFen }) => amountFen));
    expect(mirror).toMatchObject({ by: '陈经理', postedAt: '2026-11-05T02:00:00.000Z' });
    expect(await office.call('ledger.getEntry', { entryId: 999 })).toEqual(refusal('NO_SUCH_ENTRY', { entryId: 999 }));
  });
});

describe('ledger.export', () => {
  const money = (fen: number): string => formatFen(fen, { separators: false });
  const expectedRow = ({ on, entryId, line, memo, account, accountName, label, amountFen, balanceFen }: Posting): string[] =>
    [on, String(entryId), String(line), memo, account, accountName, label ?? '', amountFen > 0 ? money(amountFen) : '', amountFen < 0 ? money(-amountFen) : '', money(balanceFen)];
  /** The columns of a saved row that the screen has too; words of kind and fund left out. */
  const shown = (row: readonly string[]): string[] => [0, 1, 2, 4, 6, 7, 8, 9, 10, 11].map((column) => row[column] ?? '');

  it.each(SELECTIONS)('%o saves what the screen shows, as .csv and as .xlsx', async (selection) => {
    const { items } = await allPostings(office, selection, 1000);
    const csv = temporaryFile('csv');
    expect(await office.get('ledger.export', { selection, format: 'csv', file: csv })).toEqual({ file: csv, rows: items.length });
    const [, ...saved] = Papa.parse<string[]>(readFileSync(csv, 'utf8').replace(/^\ufeff/, ''), { skipEmptyLines: true }).data;
    expect(saved.map(shown)).toEqual(items.map(expectedRow));
    const xlsx = temporaryFile('xlsx');
    await office.get('ledger.export', { selection, format: 'xlsx', file: xlsx }, { as: 'auditor' });
    const [, ...cells] = (await readTables(xlsx)).sheets[0]?.rows ?? [];
    const asMoney = (cell: string): string => (cell === '' ? '' : money(parseYuan(cell) ?? Number.NaN));
    expect(cells.map((row) => shown(row.map((cell) => cell ?? '')).map((cell, column) => (column >= 7 ? asMoney(cell) : cell)))).toEqual(items.map(expectedRow));
  });

  it('saves the trial balance', async () => {
    const file = temporaryFile('csv');
    const { accounts } = await office.get('ledger.trialBalance', {});
    await office.get('ledger.export', { selection: { book: 'trialBalance' }, format: 'csv', file });
    const [, ...saved] = Papa.parse<string[]>(readFileSync(file, 'utf8'), { skipEmptyLines: true }).data;
    expect(saved.map((row) => row.slice(1))).toEqual(accounts.map(({ account, name, balanceFen }) => [account, name, money(balanceFen)]));
  });

  it('refuses to write where it cannot, and leaves nothing behind', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a-file'), 'kept');
    for (const file of [join(folder, 'no-such-folder', 'book.csv'), join(folder, 'a-file', 'book.csv'), folder, join(folder, 'x'.repeat(300))]) {
      expect(await office.call('ledger.export', { selection: { book: 'journal' }, format: 'csv', file })).toEqual(refusal('FILE_NOT_WRITABLE', { file }));
      expect(await office.call('ledger.exportHledger', { file })).toEqual(refusal('FILE_NOT_WRITABLE', { file }));
    }
    expect(await office.call('ledger.exportHledger', { file: join(folder, 'a\0b') })).toMatchObject({ code: 'BAD_INPUT', details: { issues: [{ path: 'file', rule: 'PATH' }] } });
    expect(readdirSync(folder)).toEqual(['a-file']);
  });
});

describe('ledger.exportHledger', () => {
  async function exported(): Promise<{ file: string; text: string; entries: number; postings: number }> {
    const file = temporaryFile('journal');
    const counts = await office.get('ledger.exportHledger', { file });
    return { file, text: readFileSync(file, 'utf8'), ...counts };
  }

  it('carries every entry and posting, and adds up to the trial balance when it is read back', async () => {
    const { text, entries, postings } = await exported();
    const transactions = [...text.matchAll(/^(\d{4}-\d{2}-\d{2}) \((\d+)\) .+$/gm)];
    const lines = [...text.matchAll(/^ {4}(\w+):([\d.]+)(?::(\S+))? {2}(-?\d+\.\d{2}) CNY$/gm)];
    expect([transactions.length, lines.length]).toEqual([entries, postings]);
    expect(transactions.map(([, , code]) => Number(code))).toEqual(Array.from({ length: entries }, (_, index) => index + 1));
    const sums = new Map<string, number>();
    for (const [, fund, account, , amount] of lines) sums.set(`${String(fund)}:${String(account)}`, (sums.get(`${String(fund)}:${String(account)}`) ?? 0) + (parseYuan(amount ?? '') ?? 0));
    const { accounts } = await office.get('ledger.trialBalance', {});
    expect(sums).toEqual(new Map(accounts.map(({ fund, account, balanceFen }) => [`${fund}:${account}`, balanceFen])));
  });

  it.skipIf(!hasHledger)('is checked strictly by hledger itself, which comes to the same balances', async () => {
    const { file } = await exported();
    hledger(file, 'check', '--strict');
    const csv = hledger(file, 'balance', '--depth', '2', '--flat', '--empty', '--no-total', '-O', 'csv');
    const [, ...found] = Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;
    const { accounts } = await office.get('ledger.trialBalance', {});
    const expected = accounts.filter(({ balanceFen }) => balanceFen !== 0).map(({ fund, account, balanceFen }) => [`${fund}:${account}`, balanceFen]);
    const sums = found.map(([account, amount]) => [account ?? '', parseYuan((amount ?? '').replace(' CNY', '')) ?? 0] as const).filter(([, fen]) => fen !== 0);
    expect(new Map(sums)).toEqual(new Map(expected as [string, number][]));
  });

  it('names the homes', async () => {
    expect((await exported()).text).toContain(`property:1122:${homes[0]?.label ?? ''}  `);
  });

  it('is never written over the open books', async () => {
    for (const file of ['mingbai.sqlite', 'mingbai.sqlite-wal']) {
      expect(await office.call('ledger.exportHledger', { file: join(':memory:', file) })).toMatchObject({ ok: false, code: 'FILE_NOT_WRITABLE' });
    }
  });
});
