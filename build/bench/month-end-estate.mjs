// Books of 855 homes with chargers, parking and their costs over some years: what boards and statements are measured on.
import { keep, SCHEMA } from './estates.mjs';
import { DEVICES, sessionsFile } from './charging-file.mjs';
import { fillYears } from './years-estate.mjs';

const HOMES = 855;
export const SESSIONS_PER_YEAR = 120_000;
const PERIODS = [['00:00', '08:00', 'valley', 37_840], ['08:00', '19:00', 'flat', 90_140], ['19:00', '22:00', 'peak', 120_640], ['22:00', '24:00', 'valley', 37_840]].map(([from, to, code, energyPrice]) => ({ from, to, code, energyPrice, servicePrice: 30_000 }));
/** What each month's three entries of the common income move: income of parking to the bank, the subsidy, costs out of the bank. */
const MOVES = [['2241.03.01', -1_500_000, '1002.02'], ['2241.03.02', -1_600_000, '1002.02'], ['2241.03.01', -3_000_000, '2241.03.09'], ['2241.03.42.03', 250_000, '1002.02'], ['2241.03.44.03', 130_000, '1002.02'], ['5401.01', 4_000_000, '1002.01']];

/** The folder of an estate that has run for so many years up to October 2026, with 120,000 sessions in each. */
export const monthEndEstate = (years) =>
  keep(`month-end-${years}`, async (office, folder) => {
    await fillYears(office, folder, HOMES, years, writeCommon);
    const from = `${2026 - years}-11-01`;
    await office.call('charging.addDevices', { devices: Array.from({ length: DEVICES }, (_, index) => ({ code: `EV-${String(index + 1).padStart(2, '0')}`, kind: 'ev', connectors: 2, ratedW: 180_000 })) });
    await office.call('charging.defineTariff', { name: 'bench', kind: 'ev', from, periods: PERIODS });
    await office.call('charging.assignTariff', { tariff: 'bench', kind: 'ev', from });
    await office.call('charging.importSessions', { file: await sessionsFile(SESSIONS_PER_YEAR * years, { from, days: 365 * years }), platform: 'bench', commit: true });
    for (let place = 0; place < 12 * years; place += 1) {
      const month = new Date(Date.UTC(2026 - years, 10 + place, 1)).toISOString().slice(0, 7);
      await office.call('charging.addGridBill', { month, lines: [{ energy: 5_000_000_000, costFen: 30_000_000 }] });
    }
  }, [SCHEMA, import.meta.filename]);

/** A quarter's entries have a million numbers; those of the common income begin late in them. */
async function writeCommon(raw, firstMonth) {
  const months = `(with recursive m (m) as (select 0 union all select m + 1 from m where date('${firstMonth}', '+' || (m + 1) || ' months') < '2026-11-01') select m from m)`;
  const on = `date('${firstMonth}', '+' || m || ' months', '+9 days')`;
  for (const [place, [account, fen, other]] of MOVES.entries()) {
    const fund = account.startsWith('2241') ? 'common' : 'property';
    const entry = `(m / 3) * 1000000 + 900000 + (m % 3) * 10 + ${place}`;
    await raw.run(`insert into entry (entry_id, on_date, posted_at, kind, memo, user_id, reverses, previous_hash, hash) select ${entry}, ${on}, '2026-11-01T00:00:00.000Z', '${place < 2 ? 'income' : place === 2 ? 'subsidy' : 'cost'}', '测速', 1, null, 'bench', 'common ${place} ' || m from ${months}`);
    for (const [line, [own, amount]] of [[account, fen], [other, -fen]].entries()) await raw.run(`insert into posting (entry_id, line, on_date, account, fund, home_id, bill_id, amount_fen) select ${entry}, ${line + 1}, ${on}, '${own}', '${fund}', null, null, ${amount} from ${months}`);
  }
}
