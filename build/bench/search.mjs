// Finding a home as it is typed, at 100,000 homes, beside the cheapest query there is.
import { openOffice } from './backend.mjs';
import { rosterEstate } from './estates.mjs';
import { takeTurns, time } from './measure.mjs';

const RUNS = 40;
const LIMIT_MS = 50;
const TYPED = [
  ['room', ['3-2-501', '3栋2单元501', '32501', '12栋', '501']],
  ['name', ['王', '王伟', '国', '萧博思']],
  ['pinyin', ['w', 'ww', 'lx', 'xbs']],
  ['phone', ['2345', '13712', '9999']],
];

export async function measureSearch() {
  const office = await openOffice(await rosterEstate(100_000));
  await office.signIn();
  const results = [];
  for (const [kind, texts] of TYPED) {
    const slowest = { ours: 0 };
    for (const text of texts) {
      const times = await takeTurns({
        runs: RUNS, warm: 3,
        ours: () => time(() => office.call('homes.search', { text })),
        baseline: () => time(() => office.call('users.current', {})),
      });
      if (times.ours > slowest.ours) Object.assign(slowest, times, { text });
    }
    results.push({ name: `Search by ${kind} (${slowest.text}), 100,000 homes`, against: 'an empty call', unit: 'ms', limit: LIMIT_MS, target: null, ...slowest });
  }
  await office.close();
  return results;
}
