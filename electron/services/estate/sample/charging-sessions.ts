import { createHash } from 'node:crypto';
import type { LineSource } from '../../../files/read-lines.ts';
import { momentOfSecond, secondOf } from '../../../../shared/domain/cell-moment.ts';
import { priceSession, WATT_SECONDS } from '../../../../shared/domain/charging-price.ts';
import type { ReadyTariff } from '../../../../shared/domain/charging-tariff.ts';
import { formatEnergy } from '../../../../shared/domain/meter.ts';
import { formatFen } from '../../../../shared/domain/money.ts';
import { addDays, daysBetween, firstDay, lastDay } from '../../../../shared/domain/period.ts';
import type { Random } from './random.ts';

/** A charger or a host of sockets, and how much it is liked: sessions of a connector in a hundred days. */
export type SampleCharger = { code: string; kind: 'ev' | 'ebike'; connectors: number; liked: number; /** Of a thousand sessions that a fault ends. */ failing: number };
export type SampleMonth = { month: string; platform: string; chargers: readonly SampleCharger[]; tariff: ReadyTariff; /** Cards that pay at the hosts of the office itself. */ cards: readonly string[]; plates: readonly string[]; /** Some lines are as they should not be. */ faulty: boolean };

const HOURS = { ev: [[0, 4], [6, 2], [8, 3], [11, 8], [12, 6], [14, 3], [17, 5], [19, 4], [21, 6], [22, 12], [23, 9]], ebike: [[6, 2], [8, 3], [12, 5], [17, 8], [18, 12], [19, 14], [20, 13], [21, 9], [22, 5]] } as const;
const STOPS = { ev: [['充满自停', 48], ['用户主动停止', 30], ['车辆断开', 22]], ebike: [['充满自停', 55], ['用户停止', 25], ['时间到', 20]] } as const;
const FAULTS = { ev: ['通信中断', '充电枪过温', '急停'], ebike: ['功率过载', '插座故障'] } as const;
const HEADERS = ['订单号', '充电桩编号', '枪号', '用户手机号', '车牌号', '卡号', '开始时间', '结束时间', '充电电量(度)', '电费(元)', '服务费(元)', '订单金额(元)', '支付方式', '停止原因', '订单状态'];
const PAID = ['微信支付', '支付宝', '余额'] as const;

type Row = (string | null)[];

/** A month of a platform's sessions as its file would have them; the same month gives the same lines. */
export function sampleSessions(random: Random, month: SampleMonth): LineSource {
  const rows = month.chargers.flatMap((charger) => Array.from({ length: charger.connectors }, (_, connector) => connectorRows(random, month, charger, connector + 1)).flat());
  if (month.faulty) spoil(random, rows);
  const sheet = [HEADERS, ...rows];
  const digest = createHash('sha256').update(JSON.stringify(sheet)).digest('hex');
  return { name: `${month.platform}-${month.month}.csv`, digest, bytes: 1, encoding: null, delimiter: null, batches: async function* () { yield await Promise.resolve({ firstRow: 1, rows: sheet, doneBytes: 1 }); } };
}

function connectorRows(random: Random, month: SampleMonth, charger: SampleCharger, connector: number): Row[] {
  const rows: Row[] = [];
  const first = firstDay(month.month);
  let freeFrom = secondOf(`${first} 00:00:00`);
  // The last afternoon goes into no file: the office imports it then.
  const until = secondOf(`${lastDay(month.month)} 14:00:00`);
  for (let day = 0; day <= daysBetween(first, lastDay(month.month)); day += 1) {
    const midnight = secondOf(`${addDays(first, day)} 00:00:00`);
    for (let times = Math.floor(charger.liked / 100) + (random.below(100) < charger.liked % 100 ? 1 : 0); times > 0; times -= 1) {
      const start = midnight + random.weighted(HOURS[charger.kind]) * 3600 + random.below(3600);
      const watts = charger.kind === 'ev' ? 18_000 + random.below(38_000) : 90 + random.below(220);
      const seconds = charger.kind === 'ev' ? 1200 + random.below(4200) : 7200 + random.below(18_000);
      if (start < freeFrom || start + seconds > until) continue;
      freeFrom = start + seconds + 300;
      rows.push(rowOf(random, month, charger, { connector, start, end: start + seconds, energy: Math.floor((watts * seconds) / WATT_SECONDS) }));
    }
  }
  return rows;
}

type Drawn = { connector: number; start: number; end: number; energy: number };

function rowOf(random: Random, { month, tariff, cards, plates }: SampleMonth, { code, kind, failing }: SampleCharger, { connector, start, end, energy }: Drawn): Row {
  const stop = random.chance(failing) ? random.pick(FAULTS[kind]) : random.weighted(STOPS[kind]);
  const card = cards.length > 0 ? random.pick(cards) : '';
  const phone = card === '' ? `1${random.pick(['38', '39', '83', '87', '88'])}****${random.digits(4)}` : '';
  const plate = kind === 'ev' && plates.length > 0 ? random.pick(plates) : '';
  const bill = priceSession(tariff, { from: start, to: end, energy });
  // One platform in a hundred orders takes more than its price list says.
  const serviceFen = bill.serviceFen + (card === '' && random.chance(8) ? 20 + random.below(80) : 0);
  const amounts = card === '' ? [bill.energyFen, serviceFen, bill.energyFen + serviceFen].map((fen) => formatFen(fen, { separators: false })) : ['', '', ''];
  return [`${month.replace('-', '')}${random.digits(16)}`, code, String(connector), phone, plate, card, momentOfSecond(start), momentOfSecond(end), formatEnergy(energy, { separators: false }), ...amounts, card === '' ? random.pick(PAID) : '刷卡', stop, '已完成'];
}

const [DEVICE, END] = [1, 7];

/** What platforms get wrong: an order without an end, one of a charger that nobody has, and one twice. */
function spoil(random: Random, rows: Row[]): void {
  if (rows.length < 10) return;
  const [open, strange, again] = [random.below(3), 3 + random.below(3), 6 + random.below(3)].map((index) => rows[index]);
  if (open) open[END] = '';
  if (strange) strange[DEVICE] = 'EV-77';
  if (again) rows.push([...again]);
}
