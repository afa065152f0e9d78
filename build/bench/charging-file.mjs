// Files of sessions as a platform exports them, made once and kept.
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { benchFolder } from './backend.mjs';

export const DEVICES = 90;
export const HEADS = ['订单号', '充电桩编号', '枪号', '用户手机号', '车牌号', '开始时间', '结束时间', '充电时长(分钟)', '充电电量(度)', '电费(元)', '服务费(元)', '订单金额(元)', '支付方式', '停止原因', '订单状态'];

/** Sessions of 320 days from New Year 2026 on (or of other days) in no order, as a platform exports them. */
export async function sessionsFile(count, { from = '2026-01-01', days = 320 } = {}) {
  mkdirSync(join(benchFolder, 'work'), { recursive: true });
  const file = join(benchFolder, `work/charging-sessions-${count}${days === 320 ? '' : `-${days}`}.csv`);
  if (existsSync(file)) return file;
  const out = createWriteStream(file);
  out.write(`\ufeff${HEADS.join(',')}\r\n`);
  const start = Date.parse(`${from}T00:00:00Z`) / 1000;
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
    const [from, minutes] = [start + below(days * 86_400), 10 + below(80)];
    const line = [`2026${String(1e15 + index * 7919).slice(1)}${below(10)}\t`, `EV-${String(1 + below(DEVICES)).padStart(2, '0')}`, 1 + below(2), `1${3 + below(6)}${below(10)}****${String(below(10_000)).padStart(4, '0')}`, `贵JAD${String(below(100_000)).padStart(5, '0')}`, moment(from), moment(from + minutes * 60), minutes, `${minutes}.${String(below(10_000)).padStart(4, '0')}`, ...(index % 50 === 0 ? ['1.00', '2.00', '3.00'] : ['', '', '']), '微信支付', '充满自停', '已完成'];
    if (!out.write(`${line.join(',')}\r\n`)) await new Promise((resolve) => { out.once('drain', resolve); });
  }
  out.end();
  await finished(out);
  return file;
}
