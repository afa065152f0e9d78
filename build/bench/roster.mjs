// Importing a roster of 10,000 homes, beside reading the workbook with the same library and doing nothing.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { benchFolder, emptyFolder, openOffice } from './backend.mjs';
import { createEstate, rosterRows } from './estates.mjs';
import { median, takeTurns, time } from './measure.mjs';

const ROWS = 10_000;
const RUNS = 7;
const COLD_RUNS = 3;
const NUMBERS = new Set([0, 6, 9, 10]);

export async function measureRoster() {
  const file = await workbook();
  const warm = await takeTurns({ runs: RUNS, warm: 2, ours: () => importOnce(file), baseline: () => time(() => readExcelFile(file)) });
  const cold = { ours: [], baseline: [] };
  for (let run = 0; run < COLD_RUNS; run += 1) for (const side of ['ours', 'baseline']) cold[side].push(inNewProcess(side, file));
  const row = { against: 'read-excel-file on the same workbook', unit: 'ms' };
  return [
    { name: 'Import a roster of 10,000 rows', ...row, target: 1.5, ...warm },
    { name: 'the same, each in a new process', ...row, target: null, ours: median(cold.ours), baseline: median(cold.baseline), runs: COLD_RUNS },
  ];
}

async function workbook() {
  const file = join(benchFolder, 'work/roster.xlsx');
  mkdirSync(join(benchFolder, 'work'), { recursive: true });
  const [headers, ...rows] = rosterRows(ROWS);
  const cells = rows.map((row) => row.map((value, index) => (value === '' ? null : NUMBERS.has(index) ? { type: Number, value: Number(value) } : { type: String, value })));
  writeFileSync(file, await writeExcelFile([{ sheet: '业主台账', data: [headers.map((value) => ({ type: String, value })), ...cells] }]).toBuffer());
  return file;
}

async function importOnce(file) {
  const office = await openOffice(emptyFolder('imported'));
  await createEstate(office);
  const took = await time(() => office.call('roster.import', { file, commit: true, onError: 'refuse' }));
  await office.close();
  return took;
}

/** Milliseconds of one side, measured where nothing was loaded or compiled before. */
function inNewProcess(side, file) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [import.meta.filename, side, file], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

if (process.argv[1] === import.meta.filename) {
  const [, , side, file] = process.argv;
  console.log(side === 'ours' ? await importOnce(file) : await time(() => readExcelFile(file)));
}
