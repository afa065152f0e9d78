import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import type { Knex } from 'knex';
import { listBook, trialBalance, type BookCursor } from '../../../db/queries/books.ts';
import { listHledgerAccounts, readJournal } from '../../../db/queries/journal-export.ts';
import type { BookRow, BookSelection } from '../../../shared/contract/ledger.ts';
import { formatFen } from '../../../shared/domain/money.ts';
import { AppError } from '../../../shared/errors.ts';
import { writeCsv, writeXlsx, type Table, type TableColumn, type TableValue } from '../../files/write-table.ts';
import { spareBooks } from '../../jobs/backups.ts';
import type { Handler, HostContext } from '../../context.ts';
import { FUND_NAMES, KIND_NAMES } from './ledger-words.ts';

const ROWS_PER_STEP = 5000;

/** Saves exactly the rows that the screen shows for a selection, in its order, balances included. */
export const exportLedger: Handler<'ledger.export'> = async (context, { selection, format, file }) => {
  spareBooks(file, context.office.dataFolder);
  const table = await context.office.database.read((db) =>
    selection.book === 'trialBalance' ? trialBalanceTable(db, selection.on) : bookTable(db, selection, context));
  await (format === 'xlsx' ? writeXlsx : writeCsv)(file, table);
  return { file, rows: table.sheets[0]?.rows.length ?? 0 };
};

async function trialBalanceTable(db: Knex.Transaction, on: string | undefined): Promise<Table> {
  const accounts = await trialBalance(db, on);
  const columns: TableColumn[] = [
    { title: '归属', width: 12, kind: 'text' }, { title: '科目', width: 12, kind: 'text' }, { title: '名称', width: 28, kind: 'text' }, { title: '余额 ¥', width: 18, kind: 'fen' },
  ];
  return { sheets: [{ name: '试算平衡', columns, rows: accounts.map(({ account, name, fund, balanceFen }) => [FUND_NAMES[fund], account, name, balanceFen]) }] };
}

const BOOK_NAMES: Record<BookSelection['book'], string> = { journal: '凭证簿', account: '科目账', home: '房屋账' };
const BOOK_COLUMNS: TableColumn[] = [
  { title: '日期', width: 12, kind: 'date' }, { title: '凭证号', width: 10, kind: 'int' }, { title: '行', width: 6, kind: 'int' }, { title: '类别', width: 10, kind: 'text' }, { title: '摘要', width: 36, kind: 'text' },
  { title: '归属', width: 10, kind: 'text' }, { title: '科目', width: 10, kind: 'text' }, { title: '科目名称', width: 24, kind: 'text' }, { title: '房号', width: 12, kind: 'text' },
  { title: '借方 ¥', width: 16, kind: 'fen' }, { title: '贷方 ¥', width: 16, kind: 'fen' }, { title: '余额 ¥', width: 18, kind: 'fen' },
];

async function bookTable(db: Knex.Transaction, selection: BookSelection, { progress, checkCancelled }: HostContext): Promise<Table> {
  const rows: TableValue[][] = [];
  let after: BookCursor | undefined;
  for (;;) {
    checkCancelled();
    const { items } = await listBook(db, selection, { after, limit: ROWS_PER_STEP });
    for (const item of items) rows.push(rowOf(item));
    progress({ done: rows.length, total: 0, label: 'ROWS' });
    if (items.length < ROWS_PER_STEP) break;
    after = items.at(-1);
  }
  return { sheets: [{ name: BOOK_NAMES[selection.book], columns: BOOK_COLUMNS, rows }] };
}

function rowOf(item: BookRow): TableValue[] {
  const { amountFen } = item;
  return [item.on, item.entryId, item.line, KIND_NAMES[item.kind] ?? item.kind, item.memo, FUND_NAMES[item.fund], item.account, item.accountName, item.label, amountFen > 0 ? amountFen : null, amountFen < 0 ? -amountFen : null, item.balanceFen];
}

/**
 * Writes the whole journal as hledger reads it: accounts `fund:code[:home]`, commodity CNY, two decimals,
 * the entry number as transaction code. An independent program can then add everything up again.
 */
export const exportHledger: Handler<'ledger.exportHledger'> = async ({ office, progress, checkCancelled }, { file }) => {
  spareBooks(file, office.dataFolder);
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    const handle = await open(temporary, 'w');
    const counts = await office.database.read((db) => writeJournal(db, handle, (entries) => {
      checkCancelled();
      progress({ done: entries, total: 0, label: 'ENTRIES' });
    })).finally(() => handle.close());
    await rename(temporary, file);
    return counts;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined); // the first error is the one to tell
    throw unwritable(error, file);
  }
};

async function writeJournal(db: Knex.Transaction, handle: FileHandle, step: (entries: number) => void): Promise<{ entries: number; postings: number }> {
  await handle.appendFile(`; 明白账 Mingbai\n\ncommodity 1000.00 CNY\n\n${(await listHledgerAccounts(db)).map((account) => `account ${account}\n`).join('')}`);
  let entries = 0;
  let postings = 0;
  for await (const list of readJournal(db)) {
    let text = '';
    let last = 0;
    for (const [entryId, on, memo, account, fund, label, amountFen] of list) {
      if (entryId !== last) { text += `\n${on} (${entryId}) ${plainMemo(memo)}\n`; entries += 1; }
      last = entryId;
      postings += 1;
      text += `    ${fund}:${account}${label ? `:${label}` : ''}  ${formatFen(amountFen, { separators: false })} CNY\n`;
    }
    await handle.appendFile(text);
    step(entries);
  }
  return { entries, postings };
}

/** A semicolon begins a comment in hledger, a line break ends the description. */
function plainMemo(memo: string): string {
  return memo.replace(/[;\r\n|]+/g, ' ');
}

const UNWRITABLE = new Set(['ENOENT', 'EACCES', 'EISDIR', 'EROFS', 'EPERM', 'ENOTDIR', 'ENAMETOOLONG']);

function unwritable(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return UNWRITABLE.has(code) ? new AppError('FILE_NOT_WRITABLE', { file }) : error;
}
