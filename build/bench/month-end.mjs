// The manager's board over five years of books beside one year of the same estate: what lies far back must cost nothing.
import { openOffice } from './backend.mjs';
import { takeTurns, time } from './measure.mjs';
import { monthEndEstate, SESSIONS_PER_YEAR } from './month-end-estate.mjs';

const YEARS = 5;
const RUNS = 15;

export async function measureMonthEnd() {
  const [five, one] = [await openBooks(YEARS), await openBooks(1)];
  const against = `the same on one year with ${SESSIONS_PER_YEAR.toLocaleString('en-US')}`;
  const scope = `855 homes × ${YEARS} years, ${(SESSIONS_PER_YEAR * YEARS).toLocaleString('en-US')} sessions`;
  const measure = async (name, endpoint, inputOf, target) => {
    const [long, short] = [await inputOf(five), await inputOf(one)];
    return { name: `${name}, ${scope}`, against, unit: 'ms', target, ...(await takeTurns({ runs: RUNS, warm: 2, ours: () => time(() => five.call(endpoint, long)), baseline: () => time(() => one.call(endpoint, short)) })) };
  };
  const results = [
    await measure('Board of a month', 'board.summary', () => ({ from: '2026-10', to: '2026-10' }), 1.3),
    await measure('Board of a quarter', 'board.summary', () => ({ from: '2026-07', to: '2026-09' }), 1.3),
    await measure('Common income statement of a quarter', 'statements.prepare', () => ({ kind: 'common', from: '2026-07', to: '2026-09' }), 1.3),
    await measure('Fees statement of a quarter', 'statements.prepare', () => ({ kind: 'fees', from: '2026-07', to: '2026-09' }), 1.3),
    await measure('What changed since the last 500 entries', 'board.changes', async (office) => ({ since: await lastEntry(office) }), 1.3),
  ];
  await Promise.all([five.close(), one.close()]);
  return results;
}

async function openBooks(years) {
  const office = await openOffice(await monthEndEstate(years));
  await office.signIn();
  return office;
}

/** An entry from which little is left to tell. */
async function lastEntry(office) {
  return Math.max(0, (await office.call('board.changes', { since: 0 })).through - 500);
}
