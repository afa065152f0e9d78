// Notices for 855 homes as one PDF in the packaged program, beside printing one of them 855 times.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { openDisplay } from '../launch.mjs';
import { packageApp } from '../package.mjs';
import { e2eExecutable, switches } from '../paths.mjs';
import { benchFolder, copyBooks, MANAGER } from './backend.mjs';
import { createEstate, keep, rosterRows, SCHEMA } from './estates.mjs';
import { takeTurns, time } from './measure.mjs';

const HOMES = 855;
const RUNS = 3;
/** So many single prints are measured and scaled up. */
const SINGLE = 150;
/** Long past, so that all of it is overdue on whatever day this runs. */
const OPENS_ON = '2024-01-01';
const MONTHS = ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06'];

export async function measureDunning() {
  const say = (line) => console.error(line);
  await packageApp();
  const data = copyBooks(await owingEstate(), 'dunning');
  const closeDisplay = await openDisplay({ say });
  const folder = join(benchFolder, 'work/notices');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const app = await _electron.launch({ executablePath: e2eExecutable, args: [...switches, '--data', data, '--user', MANAGER.name], env: { ...process.env, MINGBAI_PASSWORD: MANAGER.password } });
  try {
    const { create, printOne } = await callsOf(app, folder);
    const times = await takeTurns({
      runs: RUNS,
      ours: (turn) => create(join(folder, `all-${turn}.pdf`)),
      baseline: async () => ((await printOne(SINGLE, join(folder, 'one.pdf'))) * HOMES) / SINGLE,
    });
    return [{ name: 'Notices for 855 homes as one PDF with bookmarks', against: `one page 855 times (${SINGLE} printed, scaled)`, unit: 'ms', target: 0.2, ...times }];
  } finally {
    await app.close();
    closeDisplay();
  }
}

/** 855 homes that all owe an opening debt and half a year of bills. */
const owingEstate = () =>
  keep('owing-855', async (office, folder) => {
    const file = join(folder, 'roster.csv');
    const rows = rosterRows(HOMES).map((row, index) => (index === 0 ? row : row.map((value, column) => (column === 10 ? '88.50' : column === 8 ? '入住' : column === 4 && value === '' ? '业主' : value))));
    writeFileSync(file, rows.map((row) => row.join(',')).join('\n'));
    await createEstate(office, OPENS_ON);
    await office.call('roster.import', { file, commit: true, onError: 'refuse' });
    for (const month of MONTHS) await office.call('fees.issueBills', { month, commit: true });
  }, [SCHEMA, import.meta.filename]);

/** Both as the window calls them; their times in milliseconds. */
async function callsOf(app, folder) {
  const page = await app.firstWindow();
  const call = async (endpoint, input) => {
    const reply = await page.evaluate(([name, value]) => window.api.call(name, value), [endpoint, input]);
    if (!reply.ok) throw new Error(`${endpoint}: ${reply.code} ${JSON.stringify(reply.details)}`);
    return reply.value;
  };
  // The window may only name a file that was picked in the dialog.
  const pick = async (file) => {
    await app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, file);
    await call('files.pickToSave', { name: 'notices.pdf', extension: 'pdf' });
  };
  let noticeNo;
  const create = async (file) => {
    await pick(file);
    return time(async () => {
      const made = await call('dunning.create', { filter: {}, file });
      if (made.notices !== HOMES) throw new Error(`${made.notices} notices were made`);
      noticeNo = made.firstNo;
    });
  };
  const printOne = async (times, file) => {
    await pick(file);
    return time(async () => {
      for (let turn = 0; turn < times; turn += 1) await call('dunning.print', { noticeNos: [noticeNo], to: 'pdf', file });
    });
  };
  await page.waitForFunction(() => document.querySelector('nav'));
  mkdirSync(folder, { recursive: true });
  return { create, printOne };
}
