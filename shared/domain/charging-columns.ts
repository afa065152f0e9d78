import { foldCell, tightCell, type Cell } from './cell-text.ts';
import { AppError } from '../errors.ts';

/** What a column of a platform's file can be. `critical` to `deep` are energies of periods; `their…` are the platform's own amounts. */
export const sessionColumns = [
  'order', 'device', 'connector', 'start', 'end', 'energy', 'theirEnergy', 'theirService', 'theirTotal', 'prepaid', 'refund', 'customer', 'plate', 'card', 'paidBy', 'stop', 'status', 'unplugged', 'critical', 'peak', 'flat', 'valley', 'deep',
] as const;
export type SessionColumn = (typeof sessionColumns)[number];
export const energyUnits = ['kWh', 'Wh'] as const;
export type EnergyUnit = (typeof energyUnits)[number];
/** Heads of a platform's columns, and how its file writes energy and time. */
export type SessionMapping = { columns: Partial<Record<SessionColumn, string | undefined>>; energyUnit?: EnergyUnit | undefined; /** Times without a zone are local unless the platform writes UTC. */ utc?: boolean | undefined };
export type SessionTable = { headerRow: number; headers: string[]; columns: Partial<Record<SessionColumn, number>>; energyUnit: EnergyUnit | undefined; kind: 'ev' | 'ebike'; /** Up to three cells below each head. */ samples: string[][] };
/** A file's columns as a person is asked about them: its heads, what stands below each, and which column each was taken for. */
export type NamedColumns = { headers: string[]; samples: string[][]; columns: Partial<Record<SessionColumn, string>> };

/** How platforms head their columns, the surest spellings first; compared without spaces, brackets and units. */
const NAMES: Readonly<Record<SessionColumn, readonly string[]>> = {
  order: ['订单号', '订单编号', '充电订单号', '充电订单编号', '交易流水号', '流水号', '交易号', '交易编号', '单号', '订单id', 'orderno', 'orderid', 'ordernumber', 'transactionid', 'sessionid'],
  device: ['充电桩编号', '主机编号', '设备编号', '桩编号', '桩号', '充电桩', '终端编号', '终端号', '设备号', '充电桩编码', '设备编码', '桩体编号', '主机号', '插座主机', '充电桩号', 'deviceid', 'deviceno', 'chargerid', 'charger', 'device', 'stationid', 'chargepointid', 'evseid'],
  connector: ['枪号', '插座号', '枪口号', '端口号', '枪编号', '插座编号', '端口', '接口号', '接口', '插口', '插口号', '通道号', '路数', 'connector', 'connectorid', 'port', 'socket', 'gun'],
  start: ['开始时间', '开始充电时间', '充电开始时间', '启动时间', '起始时间', '开始日期时间', '充电起始时间', 'starttime', 'startat', 'startdatetime', 'start', 'chargingstart'],
  end: ['结束时间', '结束充电时间', '充电结束时间', '停止时间', '终止时间', '结束日期时间', '完成时间', 'endtime', 'endat', 'stoptime', 'end', 'enddatetime', 'chargingend'],
  energy: ['充电电量', '用电量', '电量', '充电量', '总电量', '充电总电量', '耗电量', '充电度数', '度数', '订单电量', 'energy', 'kwh', 'totalenergy', 'energykwh', 'energywh', 'chargedenergy', 'wh'],
  theirEnergy: ['电费', '电费金额', '充电电费', '总电费', '基础电费', 'energyfee', 'electricityfee', 'energyamount'],
  theirService: ['服务费', '充电服务费', '服务费金额', '总服务费', 'servicefee', 'serviceamount'],
  theirTotal: ['订单金额', '消费金额', '充电金额', '总金额', '订单总金额', '总费用', '费用合计', '合计金额', '应付金额', '充电费用', '金额', 'total', 'totalamount', 'amount', 'totalfee', 'totalcost'],
  prepaid: ['预付金额', '预付费', '预付', '预充金额', '预扣金额', '支付押金', 'prepaid', 'prepaidamount'],
  refund: ['退款金额', '退款', '退费金额', '退还金额', '剩余退款', 'refund', 'refundamount'],
  customer: ['用户手机号', '用户', '手机号', '用户手机', '用户账号', '会员手机号', '手机号码', '用户名', '用户id', 'phone', 'mobile', 'user', 'userphone', 'customer'],
  plate: ['车牌号', '车牌号码', '车牌', 'plate', 'plateno', 'carno', 'licenseplate'],
  card: ['卡号', '充电卡号', 'ic卡号', '电卡号', 'cardno', 'card', 'cardnumber'],
  paidBy: ['支付方式', '付款方式', '支付渠道', '支付类型', 'paymentmethod', 'paytype', 'payment'],
  stop: ['停止原因', '结束原因', '停机原因', '终止原因', '结束方式', '停止方式', 'stopreason', 'endreason', 'reason'],
  status: ['订单状态', '状态', '充电状态', 'status', 'state', 'orderstatus'],
  unplugged: ['拔枪时间', '离场时间', '驶离时间', '拔枪日期时间', 'unplugtime', 'unpluggedat'],
  critical: ['尖电量', '尖时电量', '尖峰电量', '尖段电量', '尖'],
  peak: ['峰电量', '峰时电量', '高峰电量', '峰段电量', '峰'],
  flat: ['平电量', '平时电量', '平段电量', '平'],
  valley: ['谷电量', '谷时电量', '低谷电量', '谷段电量', '谷'],
  deep: ['深谷电量', '深谷时电量', '深谷'],
};
const COLUMN_OF = new Map((Object.entries(NAMES) as [SessionColumn, readonly string[]][]).flatMap(([column, words]) => words.map((word, place) => [word, { column, place }] as const)));
const BRACKETS = /[([{（【].*?[)\]}）】]/g;
const UNIT_TAIL = /[/_-]?(?:度|千瓦时|元|分钟|分|瓦时|kw·?h|kwh|wh)$/i;
const EBIKE = /插座|主机|电动自行车|电瓶车|socket|ebike/i;
const SCAN_ROWS = 100;

/** A head as it is compared: 充电电量(度) is 充电电量, 用电量/度 is 用电量. */
export function bareHead(cell: Cell | undefined): string {
  const text = tightCell(cell).toLowerCase().replace(BRACKETS, '').replace(/[*:：'"`]/g, '');
  return COLUMN_OF.has(text) ? text : text.replace(UNIT_TAIL, '');
}

/** The unit that a head of energy names; undefined when it names none. */
function unitOf(head: string): EnergyUnit | undefined {
  if (/度|千瓦时|kw·?h/i.test(head)) return 'kWh';
  return /瓦时|wh/i.test(head) ? 'Wh' : undefined;
}

/** Columns that a row of heads names. */
function columnsOf(cells: readonly Cell[]): SessionTable['columns'] {
  const columns: SessionTable['columns'] = {};
  const places: Partial<Record<SessionColumn, number>> = {};
  cells.forEach((cell, index) => {
    const found = COLUMN_OF.get(bareHead(cell));
    if (!found || found.place >= (places[found.column] ?? Infinity)) return;
    places[found.column] = found.place;
    columns[found.column] = index;
  });
  return columns;
}

export const NEEDED = ['device', 'start', 'end', 'energy'] as const;

/**
 * Finds the head among the first rows of a file, by what columns are called or by a mapping's heads.
 * Throws CHARGING_COLUMNS_MISSING with the heads that there are, and what the file's text is written in.
 */
export function findSessionTable(rows: readonly (readonly Cell[])[], { encoding, delimiter }: { encoding: string | null; delimiter: string | null }, mapping?: SessionMapping): SessionTable {
  const scanned = rows.slice(0, SCAN_ROWS);
  const { index, columns } = mapping ? byMapping(scanned, mapping) : byNames(scanned);
  const headers = (rows[index] ?? []).map(foldCell);
  const samples = samplesBelow(rows.slice(index + 1), headers.length);
  const missing = NEEDED.filter((column) => columns[column] === undefined);
  if (missing.length > 0) throw new AppError('CHARGING_COLUMNS_MISSING', { missing: [...missing], ...namedColumns({ headers, columns, samples }), encoding, delimiter });
  const energyHead = headers[columns.energy ?? 0] ?? '';
  return { headerRow: index + 1, headers, columns, energyUnit: mapping?.energyUnit ?? unitOf(energyHead), kind: headers.some((head) => EBIKE.test(head)) ? 'ebike' : 'ev', samples };
}

const SAMPLES = 3;
const SAMPLE_LENGTH = 60;

/** The first cells of each column that hold something. */
function samplesBelow(rows: readonly (readonly Cell[])[], width: number): string[][] {
  return Array.from({ length: width }, (_, place) => rows.map((cells) => foldCell(cells[place])).filter(Boolean).slice(0, SAMPLES).map((text) => text.slice(0, SAMPLE_LENGTH)));
}

/** Columns without a head cannot be named. */
export function namedColumns({ headers, columns, samples }: Pick<SessionTable, 'headers' | 'columns' | 'samples'>): NamedColumns {
  const headed = headers.flatMap((head, place) => (head === '' ? [] : [{ head, cells: samples[place] ?? [] }]));
  const named = sessionColumns.flatMap((column) => { const place = columns[column]; return place === undefined ? [] : [[column, headers[place] ?? ''] as const]; });
  return { headers: headed.map(({ head }) => head), samples: headed.map(({ cells }) => cells), columns: Object.fromEntries(named) };
}

function byNames(rows: readonly (readonly Cell[])[]): { index: number; columns: SessionTable['columns'] } {
  // Where no head is known, the first of the fullest rows is the one to ask about: above it stand titles.
  const filled = rows.map((cells) => cells.filter((cell) => foldCell(cell) !== '').length);
  const fullest = filled.indexOf(Math.max(0, ...filled));
  let best: { index: number; columns: SessionTable['columns'] } = { index: Math.max(0, fullest), columns: {} };
  rows.forEach((cells, index) => {
    const columns = columnsOf(cells);
    if (Object.keys(columns).length > Object.keys(best.columns).length) best = { index, columns };
  });
  return best;
}

/** The row with the most of the mapping's heads. */
function byMapping(rows: readonly (readonly Cell[])[], { columns: heads }: SessionMapping): { index: number; columns: SessionTable['columns'] } {
  let best: { index: number; columns: SessionTable['columns'] } = { index: 0, columns: {} };
  rows.forEach((cells, index) => {
    const tight = cells.map(tightCell);
    const columns: SessionTable['columns'] = {};
    for (const column of sessionColumns) {
      const head = heads[column];
      const at = head === undefined || head === '' ? -1 : tight.indexOf(tightCell(head));
      if (at >= 0) columns[column] = at;
    }
    if (Object.keys(columns).length > Object.keys(best.columns).length) best = { index, columns };
  });
  return best;
}
