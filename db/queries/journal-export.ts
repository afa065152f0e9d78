import { row, tuples, type Db } from '../sql.ts';

/** entry number, day, memo, account, fund, home label or null, fen */
export type JournalTuple = readonly [number, string, string, string, string, string | null, number];

const ENTRIES_PER_STEP = 2000;

/** All postings in entry order, in steps of whole entries; index: primary key. */
export async function* readJournal(db: Db): AsyncGenerator<JournalTuple[]> {
  const last = (await row<{ last: number | null }>(db, 'select max(entry_id) as last from entry'))?.last ?? 0;
  for (let after = 0; after < last; after += ENTRIES_PER_STEP) {
    yield await tuples<JournalTuple>(db, ['p.entry_id', 'p.on_date', 'e.memo', 'p.account', 'p.fund', 'h.label', 'p.amount_fen'],
      'from posting p join entry e using (entry_id) left join home h on h.home_id = p.home_id where p.entry_id > ? and p.entry_id <= ? order by p.entry_id, p.line', [after, after + ENTRIES_PER_STEP]);
  }
}

/** Every account name as hledger needs it declared: fund:code[:home]. */
export async function listHledgerAccounts(db: Db): Promise<string[]> {
  const found = await tuples<readonly [string]>(db, [`p.fund || ':' || p.account || coalesce(':' || h.label, '')`],
    'from (select distinct fund, account, home_id from posting) p left join home h on h.home_id = p.home_id order by p.fund, p.account, h.sort_key');
  return found.map(([account]) => account);
}
