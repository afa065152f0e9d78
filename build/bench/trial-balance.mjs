// The trial balance over a million postings, beside hledger on our own export of a tenth of them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { emptyFolder, openOffice } from './backend.mjs';
import { sampleEstate } from './estates.mjs';
import { takeTurns, time } from './measure.mjs';

const HOMES = 15_000;
const RUNS = 5;

export async function measureTrialBalance() {
  const file = join(emptyFolder('exported'), 'tenth.journal');
  const tenth = await exportJournal(await sampleEstate(HOMES / 10), file);
  const office = await openOffice(await sampleEstate(HOMES));
  await office.signIn();
  const times = await takeTurns({
    runs: RUNS,
    ours: () => time(() => office.call('ledger.trialBalance', {})),
    baseline: () => time(() => hledger(file)),
  });
  await office.close();
  return [{ name: 'Trial balance, 15,000 homes', against: `hledger, ${tenth.toLocaleString('en')} postings`, unit: 'ms', target: 0.1, ...times }];
}

async function exportJournal(folder, file) {
  const office = await openOffice(folder);
  await office.signIn();
  const { postings } = await office.call('ledger.exportHledger', { file });
  await office.close();
  return postings;
}

function hledger(file) {
  const { status, stderr, error } = spawnSync('hledger', ['-f', file, 'balance', '--depth', '2', '--flat'], { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  if (error) throw error;
  if (status !== 0) throw new Error(stderr);
}
