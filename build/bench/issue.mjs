// Issuing a month for 100,000 homes, beside the bare `insert … select` of the very rows it wrote.
import { copyBooks, databaseOf, openOffice } from './backend.mjs';
import { rosterEstate } from './estates.mjs';
import { takeTurns, time } from './measure.mjs';
import { openRaw } from './raw.mjs';

const HOMES = 100_000;
const RUNS = 5;
const MONTH = '2026-10';
const ENTRIES = `(select entry_id from issued.entry where kind in ('bill', 'prepayment-use'))`;
// In the order that costs least: bills and postings, then the entry that seals them and adds them to the kept sums.
const STATEMENTS = [
  'begin immediate',
  `insert into bill select * from issued.bill where month = '${MONTH}' order by bill_id`,
  `insert into posting select * from issued.posting where entry_id in ${ENTRIES} order by entry_id, line`,
  `insert into entry select * from issued.entry where entry_id in ${ENTRIES} order by entry_id`,
  'commit',
];

/** Both into copies of the same file, with its triggers, indexes and checks. */
export async function measureIssue() {
  const estate = await rosterEstate(HOMES);
  const issued = () => copyBooks(estate, 'issued');
  let source = '';
  const times = await takeTurns({
    runs: RUNS,
    ours: async () => {
      source = issued();
      const office = await openOffice(source);
      await office.signIn();
      const took = await time(() => office.call('fees.issueBills', { month: MONTH, commit: true }));
      await office.close();
      return took;
    },
    baseline: async () => {
      const raw = await openRaw(copyBooks(estate, 'copied'));
      await raw.run(`attach '${databaseOf(source)}' as issued`);
      const took = await time(async () => {
        for (const statement of STATEMENTS) await raw.run(statement);
      });
      await raw.close();
      return took;
    },
  });
  return [{ name: 'Issue a month, 100,000 homes', against: 'insert … select of the same rows', unit: 'ms', target: 3, ...times }];
}
