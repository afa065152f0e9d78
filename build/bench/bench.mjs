// `npm run bench`: how fast we are beside something else in the same run, on this machine, now.
//   npm run bench -- --only payments,issue     some of it
//   npm run --silent bench -- --json           the same as JSON on stdout
// It ends with 0 whether a target is met or not, and with 1 only where something could not be measured.
import { parseArgs } from 'node:util';
import { measureArrears } from './arrears.mjs';
import { measureCharging } from './charging.mjs';
import { measureDunning } from './dunning.mjs';
import { measureIssue } from './issue.mjs';
import { measureMonthEnd } from './month-end.mjs';
import { measureParkingCharges } from './parking-charges.mjs';
import { measureParkingConflicts } from './parking-conflicts.mjs';
import { measurePayments } from './payments.mjs';
import { measureRoster } from './roster.mjs';
import { measureSearch } from './search.mjs';
import { measureTrialBalance } from './trial-balance.mjs';
import { measureWindow } from './window.mjs';

const MEASUREMENTS = {
  payments: measurePayments, issue: measureIssue, roster: measureRoster, trialBalance: measureTrialBalance, search: measureSearch, arrears: measureArrears, dunning: measureDunning, parkingCharges: measureParkingCharges, parkingConflicts: measureParkingConflicts, charging: measureCharging, 'month-end': measureMonthEnd, window: measureWindow,
};

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, only: { type: 'string' } } });
const names = values.only?.split(',') ?? Object.keys(MEASUREMENTS);
const unknown = names.filter((name) => !Object.hasOwn(MEASUREMENTS, name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(MEASUREMENTS).join(', ')}.`);
  process.exit(1);
}
const results = [];
let failed = false;
for (const name of names) {
  console.error(`${name} …`);
  try {
    results.push(...(await MEASUREMENTS[name]()).map(judge));
  } catch (error) {
    console.error(`${name} could not be measured: ${error.message}`);
    failed = true;
  }
}
if (values.json) console.log(JSON.stringify(results, null, 2));
else print(results);
process.exit(failed ? 1 : 0);

/** Adds the ratio and whether it keeps its target; null where there is none. */
function judge(result) {
  const ratio = result.ours / result.baseline;
  const limitMet = result.limit === undefined ? null : result.ours <= result.limit;
  return { ...result, ratio, met: result.target === null ? limitMet : ratio <= result.target };
}

function print(list) {
  const header = ['', 'beside', 'ours', 'baseline', 'ratio', 'target', 'met', 'n'];
  const rows = list.map(({ name, against, unit, ours, baseline, ratio, target, limit, met, runs }) => [
    name, against, amount(ours, unit), amount(baseline, unit), ratio.toPrecision(3), targetOf(target, limit, unit), met === null ? '–' : met ? 'yes' : 'NO', String(runs),
  ]);
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => widthOf(row[column]))));
  const line = (row) => row.map((cell, column) => pad(cell, widths[column], column < 2)).join('  ').trimEnd();
  console.log([line(header), ...rows.map(line)].join('\n'));
  console.log('\nMedians of n runs that took turns with their baseline.');
}

/** In the columns of a terminal, where a Chinese character takes two. */
function widthOf(text) {
  return [...text].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
}

function pad(text, width, left) {
  const space = ' '.repeat(width - widthOf(text));
  return left ? text + space : space + text;
}

function amount(value, unit) {
  return `${value >= 100 ? value.toFixed(0) : value.toPrecision(3)} ${unit}`;
}

function targetOf(target, limit, unit) {
  if (target !== null) return `≤ ${target}`;
  return limit === undefined ? '–' : `≤ ${limit} ${unit}`;
}
