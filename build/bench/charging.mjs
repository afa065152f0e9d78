// A platform's file of 441,000 sessions, beside reading it with the same library and inserting its raw rows; a quote beside an empty call; and a year's income over many sessions beside few.
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import Papa from 'papaparse';
import { benchFolder, emptyFolder, openOffice } from './backend.mjs';
import { createEstate } from './estates.mjs';
import { takeTurns, time } from './measure.mjs';
import { openRaw } from './raw.mjs';

const MANY = 441_000;
const FEW = 30_000;
const DEVICES = 90;
const CALLS = 500;
const HEADS = ['订单号', '充电桩编号', '枪号', '用户手机号', '车牌号', '开始时间', '结束时间', '充电时长(分钟)', '充电电量(度)', '电费(元)', '服务费(元)', '订单金额(元)', '支付方式', '停止原因', '订单状态'];
const PERIODS = [['00:00', '08:00', 'valley', 37_840], ['08:00', '19:00', 'flat', 90_140], ['19:00', '22:00', 'peak', 120_640], ['22:00', '24:00', 'valley', 37_840]].map(([from, to, code, energyPrice]) => ({ from, to, code, energyPrice, servicePrice: 30_000 }));

export async function measureCharging() {
  const [many, few] = [await sessionsFile(MANY), await sessionsFile(FEW)];
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
  const office = await openChargers('charging-few');
  await office.call('charging.importSessions', { file: few, platform: 'bench', commit: true });
  const large = await openOffice(join(benchFolder, 'work/charging-many'));
  await large.signIn();
  const charts = async (one) => { for (const by of ['month', 'day', 'device', 'period', 'hour']) await one.call('charging.income', { from: '2026-01-01', to: '2026-12-31', by }); };
  const year = await takeTurns({ runs: 9, ours: () => time(() => charts(large)), baseline: () => time(() => charts(office)) });
  const quote = { tariff: 'bench', start: '2026-10-08T21:50', end: '2026-10-08T23:05', energy: 80_000 };
  const quotes = await takeTurns({ runs: 9, ours: () => time(async () => { for (let call = 0; call < CALLS; call += 1) await office.call('charging.quote', quote); }), baseline: () => time(async () => { for (let call = 0; call < CALLS; call += 1) await office.call('users.names', {}); }) });
  await office.close();
  await large.close();
  return [
    { name: `Import ${MANY.toLocaleString('en-US')} sessions`, against: 'Papa Parse and inserting the raw rows', unit: 'ms', target: 2.5, ...imported },
    { name: 'the longest that it blocked the event loop', against: '100 ms', unit: 'ms', target: 1, ours: blockedMs, baseline: 100, runs: imported.runs },
    { name: `A year's income five ways, ${MANY.toLocaleString('en-US')} sessions`, against: `the same of ${FEW.toLocaleString('en-US')}`, unit: 'ms', target: 1.5, ...year },
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

/** Sessions of a year in no order, as a platform exports them. */
async function sessionsFile(count) {
  mkdirSync(join(benchFolder, 'work'), { recursive: true });
  const file = join(benchFolder, `work/charging-sessions-${count}.csv`);
  if (existsSync(file)) return file;
  const out = createWriteStream(file);
  out.write(`\ufeff${HEADS.join(',')}\r\n`);
  const start = Date.UTC(2026, 0, 1) / 1000;
  let state = 12_345;
  // mulberry32: even, and the same on every machine.
  const below = (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
  const moment = (second) => new Date(second * 1000).toISOString().slice(0, 19).replace('T', ' ');
  for (let index = 0; index < count; index += 1) {
    const [from, minutes] = [start + below(320 * 86_400), 10 + below(80)];
    const line = [`2026${String(1e15 + index * 7919).slice(1)}${below(10)}\t`, `EV-${String(1 + below(DEVICES)).padStart(2, '0')}`, 1 + below(2), `1${3 + below(6)}${below(10)}****${String(below(10_000)).padStart(4, '0')}`, `贵JAD${String(below(100_000)).padStart(5, '0')}`, moment(from), moment(from + minutes * 60), minutes, `${minutes}.${String(below(10_000)).padStart(4, '0')}`, ...(index % 50 === 0 ? ['1.00', '2.00', '3.00'] : ['', '', '']), '微信支付', '充满自停', '已完成'];
    if (!out.write(`${line.join(',')}\r\n`)) await new Promise((resolve) => { out.once('drain', resolve); });
  }
  out.end();
  await finished(out);
  return file;
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
