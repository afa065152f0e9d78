// Whether a lease fits a space, with 5,000 spaces and 50,000 leases, beside a plain look-up of the space's leases by index.
import { copyBooks, openOffice, openSearch } from './backend.mjs';
import { parkingEstate } from './parking-estate.mjs';
import { takeTurns, time } from './measure.mjs';
import { openRaw } from './raw.mjs';

const SPACES = 5000;
const PAST = 9;
const RUNS = 7;
const ASKED = 300;
const WORKDAYS = [{ weekdays: [1, 2, 3, 4, 5], from: '08:30', to: '17:30' }];
const LOOKUP = 'select n.lease_id, l.lease_no, n.from_on, n.to_on from lease_span n join lease l using (lease_id) where n.space_id = ? and n.from_on < ? and (n.to_on is null or n.to_on > ?)';

/** Both on the same handle of the books: the search without the call around it, the look-up as one statement. A whole call of the window is timed beside a call that reads one row. */
export async function measureParkingConflicts() {
  const folder = copyBooks(await parkingEstate(SPACES, PAST), 'conflicts');
  const office = await openOffice(folder);
  await office.signIn();
  const raw = await openRaw(folder);
  const codes = await raw.all('select space_id as id, code, zone from parking_space order by space_id');
  const pick = (turn, index) => codes[(turn * 7919 + index * 131) % codes.length];
  const search = await openSearch(folder);
  const asked = (turn, index) => ({ space: pick(turn, index).code, from: '2026-12-01', to: '2027-06-01', windows: WORKDAYS, plates: [] });
  const none = ({ clashes }) => { if (clashes.length > 0) throw new Error('a night clashes with a day'); };
  const times = await takeTurns({
    runs: RUNS,
    ours: (turn) => search.read((db) => time(async () => { for (let index = 0; index < ASKED; index += 1) none(await search.checkLease({ db }, asked(turn, index))); })),
    baseline: (turn) => search.read((db) => time(async () => { for (let index = 0; index < ASKED; index += 1) await db.raw(LOOKUP, [pick(turn, index).id, '2027-06-01', '2026-12-01']); })),
  });
  const calls = await takeTurns({
    runs: RUNS,
    ours: (turn) => time(async () => { for (let index = 0; index < ASKED; index += 1) none(await office.call('parking.checkLease', asked(turn, index))); }),
    baseline: () => time(async () => { for (let index = 0; index < ASKED; index += 1) await office.call('parking.listPrices', {}); }),
  });
  const plan = await takeTurns({
    runs: RUNS,
    ours: (turn) => time(() => office.call('parking.plan', { zone: codes[turn].zone, on: '2026-11-20' })),
    baseline: (turn) => time(() => raw.all('select s.*, n.lease_id from parking_space s left join lease_span n on n.space_id = s.space_id and n.from_on <= ? and (n.to_on is null or n.to_on > ?) where s.zone = ?', ['2026-11-20', '2026-11-20', codes[turn].zone])),
  });
  await search.close();
  await raw.close();
  await office.close();
  return [
    { name: `${ASKED} conflict searches, 5,000 spaces, 50,000 leases`, against: 'look-ups by space', unit: 'ms', target: 5, ...times },
    { name: `${ASKED} of them as calls of the window`, against: 'calls that read one row', unit: 'ms', target: null, ...calls },
    { name: 'Plan of a zone of 500 spaces', against: 'its spaces and spans', unit: 'ms', target: null, limit: 200, ...plan },
  ];
}
