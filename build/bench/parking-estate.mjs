// An estate with spaces and leases in bulk: written by SQL, as a lease each would take the desk an hour.
import { openRaw } from './raw.mjs';
import { createEstate, keep, rosterRows, SCHEMA } from './estates.mjs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder of an estate of as many homes as spaces that are held now; each space was let `past` times before. The last
 * lease of each is open, for a resident of a common space at 50.00.
 */
export const parkingEstate = (spaces, past) =>
  keep(`parking-${spaces}-${past}`, async (office, folder) => {
    const file = join(folder, 'roster.csv');
    writeFileSync(file, rosterRows(spaces).map((row) => row.join(',')).join('\n'));
    await createEstate(office);
    await office.call('roster.import', { file, commit: true, onError: 'refuse' });
    for (let first = 0; first < spaces; first += 10_000) {
      const codes = Array.from({ length: Math.min(10_000, spaces - first) }, (_, index) => `${String((first + index) % 10)}区-${String(first + index).padStart(5, '0')}`);
      await office.call('parking.addSpaces', { spaces: codes.map((code) => ({ code, zone: code.slice(0, 2), title: 'common' })) });
    }
    await office.call('parking.setPrices', { from: '2020-01-01', marketFen: 15_000, residentFen: 5000, resolutionNo: '业决〔2020〕1号' });
    await writeLeases(folder, past);
  }, [SCHEMA]);

const NIGHTS = JSON.stringify([{ weekdays: [1, 2, 3, 4, 5], from: '18:00', to: '08:00' }, { weekdays: [6, 7], from: '08:00', to: '18:00' }]);
// What those windows hold, in minutes of the week.
const MINUTES = [[0, 480], [1080, 1920], [2520, 3360], [3960, 4800], [5400, 6240], [6840, 7680], [7680, 8280], [9120, 9720]];
const LEASE = `lease_no, kind, home_id, contract_no, from_on, to_on, proration, cycle, deposit_fen, windows, resolution_no, consent, overstay_fen, notice_days, note, state, signed_on, ended_on, user_id, user_name, at`;

async function writeLeases(folder, past) {
  const raw = await openRaw(folder);
  const turns = Array.from({ length: past + 1 }, (_, index) => index);
  await raw.exec('begin');
  for (const turn of turns) {
    const last = turn === past;
    const [from, to] = [`'${dayOf(turn)}'`, last ? 'null' : `'${dayOf(turn + 1)}'`];
    await raw.exec(`insert into lease (${LEASE}) select 'ZL-2025-' || printf('%06d', ${turn} * 1000000 + space_id), 'resident', (select home_id from home where home_id >= space_id order by home_id limit 1), '', ${from}, ${to}, 'days', 'month', 0, '${NIGHTS}', '', '', 0, 30, '',
        ${last ? `'signed', ${from}, null` : `'ended', ${from}, ${to}`}, 1, '测速', '2025-01-01T00:00:00.000Z' from parking_space order by space_id;
      insert into lease_span (lease_id, space_id, from_on, to_on, monthly_fen) select lease_id, (lease_id - 1) % (select count(*) from parking_space) + 1, from_on, to_on, 5000 from lease where lease_id > ${turn} * (select count(*) from parking_space);
      insert into lease_plate (lease_id, plate, from_on, to_on) select lease_id, '贵J' || printf('%05d', (lease_id - 1) % (select count(*) from parking_space)), from_on, to_on from lease where lease_id > ${turn} * (select count(*) from parking_space);`);
  }
  await raw.exec(`insert into lease_window (lease_id, from_minute, to_minute) select lease_id, value ->> 0, value ->> 1 from lease, json_each('${JSON.stringify(MINUTES)}'); commit; analyze; pragma wal_checkpoint(truncate);`);
  await raw.close();
}

/** The first day of a turn: a quarter each, the last from September 2026. */
function dayOf(turn) {
  return new Date(Date.UTC(2022, 8 + turn, 1)).toISOString().slice(0, 10);
}
