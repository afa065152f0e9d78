// Ageing and collection rates over five years of 100,000 homes, six million bills, beside one plain sum over the same bills.
import { openOffice } from './backend.mjs';
import { takeTurns, time } from './measure.mjs';
import { openRaw } from './raw.mjs';
import { yearsEstate } from './years-estate.mjs';

const HOMES = 100_000;
const YEARS = 5;
const RUNS = 7;

export async function measureArrears() {
  const estate = await yearsEstate(HOMES, YEARS);
  const [office, raw] = [await openOffice(estate), await openRaw(estate)];
  await office.signIn();
  await checkSums(office, raw);
  const against = `sum(amount_fen) of the same ${((HOMES * YEARS * 12) / 1e6).toString()} million bills`;
  const measure = async (name, endpoint, input, target = 3) => {
    const times = await takeTurns({ runs: RUNS, ours: () => time(() => office.call(endpoint, input)), baseline: () => time(() => raw.all('select sum(amount_fen) from bill')) });
    return { name: `${name}, 100,000 homes × 5 years`, against, unit: 'ms', target, ...times };
  };
  const results = [
    await measure('Ageing today', 'arrears.ageing', { on: '2026-11-20' }),
    await measure('Ageing of three months ago', 'arrears.ageing', { on: '2026-08-20' }),
    await measure('Rates of last month, both ways', 'collection.rates', { month: '2026-10' }),
    await measure('Rates of a month four years ago, both ways', 'collection.rates', { month: '2022-10' }),
    await measure('the same by building for a year', 'collection.report', { from: '2025-11', to: '2026-10', by: 'building' }, null),
    await measure('Ageing by building', 'arrears.table', { by: 'building' }, null),
    await measure('First 200 homes that owe', 'arrears.list', {}, null),
  ];
  await Promise.all([office.close(), raw.close()]);
  return results;
}

/** What is measured must be true: the buckets sum to account 1122, and the rates to the bills. */
async function checkSums(office, raw) {
  const [{ receivable }] = await raw.all(`select sum(amount_fen) as receivable from posting where account = '1122'`);
  const { totalFen } = await office.call('arrears.ageing', { on: '2026-11-20' });
  if (totalFen !== receivable) throw new Error(`ageing ${totalFen} is not account 1122 ${receivable}`);
  const [{ billed }] = await raw.all(`select sum(amount_fen) as billed from bill where month = '2026-10'`);
  const { current } = await office.call('collection.rates', { month: '2026-10' });
  if (current.billedFen !== billed) throw new Error(`billed ${current.billedFen} is not ${billed}`);
}
