// A platform's file of 441,000 sessions, beside reading it with the same library and inserting its raw rows; a quote beside an empty call; and a year's charts over three million sessions beside thirty thousand.
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import Papa from 'papaparse';
import { emptyFolder, openOffice } from './backend.mjs';
import { DEVICES, HEADS, sessionsFile } from './charging-file.mjs';
import { createEstate } from './estates.mjs';
import { takeTurns, time } from './measure.mjs';
import { openRaw } from './raw.mjs';

const MANY = 441_000;
const YEAR = 3_000_000;
const FEW = 30_000;
const CALLS = 500;
const PERIODS = [['00:00', '08:00', 'valley', 37_840], ['08:00', '19:00', 'flat', 90_140], ['19:00', '22:00', 'peak', 120_640], ['22:00', '24:00', 'valley', 37_840]].map(([from, to, code, energyPrice]) => ({ from, to, code, energyPrice, servicePrice: 30_000 }));

export async function measureCharging() {
  const many = await sessionsFile(MANY);
  let blockedMs = 0;
  const imported = await takeTurns({
    runs: 3, warm: 0,
    ours: async () => {
      const office = await openChargers('charging-many');
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const took = await time(() => office.call('charging.importSessions', { file: many, platform: 'bench', commit: true }));
      delay.disable();
      blockedMs = Math.max(blockedMs, delay.max / 1e6);
      await office.close();
      return took;
    },
    baseline: () => readAndInsert(many),
  });
  const [large, office] = [await openYear('charging-year', YEAR), await openYear('charging-few', FEW)];
  const charts = async (one) => {
    for (const by of ['month', 'day', 'device', 'period', 'hour']) await one.call('charging.income', { from: '2026-01-01', to: '2026-12-31', by });
    await one.call('charging.compareIncome', { from: '2026-01-01', to: '2026-12-31', by: 'month' });
    await one.call('charging.usage', { from: '2026-01', to: '2026-12' });
  };
  const year = await takeTurns({ runs: 9, ours: () => time(() => charts(large)), baseline: () => time(() => charts(office)) });
  const quote = { tariff: 'bench', start: '2026-10-08T21:50', end: '2026-10-08T23:05', energy: 80_000 };
  const quotes = await takeTurns({ runs: 9, ours: () => time(async () => { for (let call = 0; call < CALLS; call += 1) await office.call('charging.quote', quote); }), baseline: () => time(async () => { for (let call = 0; call < CALLS; call += 1) await office.call('users.names', {}); }) });
  await office.close();
  await large.close();
  return [
    { name: `Import ${MANY.toLocaleString('en-US')} sessions`, against: 'Papa Parse and inserting the raw rows', unit: 'ms', target: 2.5, ...imported },
    { name: 'the longest that it blocked the event loop', against: '100 ms', unit: 'ms', target: 1, ours: blockedMs, baseline: 100, runs: imported.runs },
    { name: `A year's charts: income five ways, beside last year, and use; ${YEAR.toLocaleString('en-US')} sessions`, against: `the same of ${FEW.toLocaleString('en-US')}`, unit: 'ms', target: 1.5, ...year },
    { name: `${CALLS} quotes`, against: 'as many calls that read one row', unit: 'ms', target: 3, ...quotes },
  ];
}

async function openChargers(folder) {
  const office = await openOffice(emptyFolder(folder));
  await createEstate(office);
  await office.call('charging.addDevices', { devices: Array.from({ length: DEVICES }, (_, index) => ({ code: `EV-${String(index + 1).padStart(2, '0')}`, kind: 'ev', connectors: 2, ratedW: 180_000 })) });
  await office.call('charging.defineTariff', { name: 'bench', kind: 'ev', from: '2025-01-01', periods: PERIODS });
  await office.call('charging.assignTariff', { tariff: 'bench', kind: 'ev', from: '2025-01-01' });
  return office;
}

/** Chargers with so many sessions of a year, by the import itself. */
async function openYear(folder, sessions) {
  const office = await openChargers(folder);
  await office.call('charging.importSessions', { file: await sessionsFile(sessions), platform: 'bench', commit: true });
  return office;
}

/** What importing cannot be spared: reading the file and putting its rows into a table as they are. */
async function readAndInsert(file) {
  const raw = await openRaw(emptyFolder('charging-raw'));
  await raw.exec(`create table session (${HEADS.map((_, index) => `c${index} text`).join(', ')}) strict`);
  const took = await time(async () => {
    const { data } = Papa.parse(readFileSync(file, 'utf8'));
    await raw.exec('begin');
    for (let at = 1; at < data.length; at += 5000) {
      await raw.run(`insert into session select ${HEADS.map((_, index) => `json_extract(value, '$[${index}]')`).join(', ')} from json_each(?)`, [JSON.stringify(data.slice(at, at + 5000).filter((row) => row.length === HEADS.length))]);
    }
    await raw.exec('commit');
  });
  await raw.close();
  return took;
}
