// Issuing the charges of 50,000 leases, beside the bare `insert … select` of the very rows it wrote.
import { copyBooks, databaseOf, openOffice } from './backend.mjs';
import { parkingEstate } from './parking-estate.mjs';
import { takeTurns, time } from './measure.mjs';
import { openRaw } from './raw.mjs';

const LEASES = 50_000;
const RUNS = 5;
const MONTH = '2026-10';
const ENTRIES = `(select entry_id from issued.entry where kind in ('bill', 'subsidy'))`;
const STATEMENTS = [
  'begin immediate',
  `insert into bill select * from issued.bill where month = '${MONTH}' order by bill_id`,
  `insert into posting select * from issued.posting where entry_id in ${ENTRIES} order by entry_id, line`,
  'insert into parking_charge select * from issued.parking_charge order by bill_id',
  'insert into parking_charge_part select * from issued.parking_charge_part order by bill_id, line',
  `insert into entry select * from issued.entry where entry_id in ${ENTRIES} order by entry_id`,
  'commit',
];

/** Both into copies of the same file, with its triggers, indexes and checks. */
export async function measureParkingCharges() {
  const estate = await parkingEstate(LEASES, 0);
  let source = '';
  const times = await takeTurns({
    runs: RUNS,
    ours: async () => {
      source = copyBooks(estate, 'charged');
      const office = await openOffice(source);
      await office.signIn();
      const took = await time(async () => {
        const { issued } = await office.call('parking.issueCharges', { month: MONTH, commit: true });
        if (issued !== LEASES) throw new Error(`${issued} charges`);
      });
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
  return [{ name: 'Issue a month of parking, 50,000 leases', against: 'insert … select of the same rows', unit: 'ms', target: 3, ...times }];
}
