import { formatE4 } from '../../../shared/domain/meter.ts';
import { formatFen } from '../../../shared/domain/money.ts';
import type { RefusalWords } from '../refusal-words.ts';
import { charging } from './charging.ts';

const yuan = (fen: number) => `¥${formatFen(fen)}`;
const name = (file: string) => file.split(/[\\/]/).at(-1) ?? file;
const sessionColumns: Record<string, string> = charging.column;
const reviewReasons: Record<string, string> = charging.reason;
const dayKind = (variant: string): string => (variant === '' ? '' : `第 ${variant} 种日子：`);
const deviceFields: Record<string, string> = { kind: '类型', connectors: '枪（插座）数', ratedW: '额定功率', place: '位置', platform: '平台', meter: '电表', from: '启用日', to: '停用日' };

type ChargingCode = Extract<keyof RefusalWords, `TARIFF_${string}` | `DEVICE_${string}` | `CHARGING_${string}` | `REVIEW_${string}` | `REGISTER_${string}` | `METER_READING_${string}` | 'GRID_BILL_TWICE' | 'GRID_PRICE_BEFORE' | 'NO_SUCH_DEVICE' | 'NO_SUCH_TARIFF' | 'NO_SUCH_SESSION' | 'NO_SUCH_REVIEW' | 'ASSIGN_WHAT' | 'SESSION_TIMES'>;

/** What is refused of chargers, tariffs and sessions. */
export const chargingRefusals: Pick<RefusalWords, ChargingCode> = {
  TARIFF_GAP: ({ from, to, variant }) => `${dayKind(variant)}${from} 到 ${to} 没有时段管着，一天要正好排满。`,
  TARIFF_OVERLAP: ({ from, to, variant }) => `${dayKind(variant)}${from} 到 ${to} 有两个时段。`,
  TARIFF_PERIOD_EMPTY: ({ from, variant }) => `${dayKind(variant)}从 ${from} 开始的时段没有长度。`,
  TARIFF_CLOCK: ({ from, to, variant }) => `${dayKind(variant)}时段要写成 08:00 到 11:00，现在是“${from}”到“${to}”。`,
  DEVICE_DIFFERS: ({ device, field, ours, given }) => `设备 ${device} 已经有了，${deviceFields[field] ?? field}是“${ours}”，不是“${given}”。要改请到设备里改。`,
  DEVICE_DAYS: ({ device, from, to }) => `设备 ${device} 的停用日 ${to} 要晚于启用日 ${from}。`,
  NO_SUCH_DEVICE: ({ device }) => `没有设备 ${device}。`,
  TARIFF_KIND: ({ tariff, kind }) => `电价“${tariff}”是${kind === 'ev' ? '汽车' : '电瓶车'}的。`,
  TARIFF_LIMITS: ({ minimumFen, capFen }) => `封顶 ${yuan(capFen)} 不能低于最低消费 ${yuan(minimumFen)}。`,
  TARIFF_TIERS: ({ basis }) => (basis === 'hour' ? '按小时收费要有一个小时价。' : '功率要一档比一档高，最后一档不封顶。'),
  TARIFF_VERSION_BEFORE: ({ tariff, from, latest }) => `电价“${tariff}”最新的一版从 ${latest} 起，新的一版不能从更早的 ${from} 起。`,
  NO_SUCH_TARIFF: ({ tariff }) => `没有电价“${tariff}”，或那一天它还没有生效。`,
  ASSIGN_WHAT: () => '写明给哪些设备，或给哪一类设备，只选一种。',
  SESSION_TIMES: ({ at, why }) => (why === 'NO_SUCH_TIME' ? `没有 ${at} 这个时间。` : why === 'TOO_LONG' ? '充电不能超过七天。' : `${at} 要晚于前一个时间。`),
  CHARGING_ORDER_SCIENTIFIC: ({ row, value }) => `第 ${row} 行的订单号是 ${value}：Excel 把它当数字存过，后面的位数丢了。请从平台重新下载，不要用 Excel 打开再存。整份文件没有导入。`,
  CHARGING_FILE_EMPTY: ({ file }) => `文件 ${name(file)} 里没有订单。`,
  CHARGING_FILE_OTHER_PLATFORM: ({ platform, other }) => `文件里的设备都是“${other}”的，不是“${platform}”的。请换平台或换文件。`,
  CHARGING_FILE_OTHER_MONTH: ({ month, from, to }) => `文件里没有 ${month} 的订单，里面是 ${from}${from === to ? '' : ` 到 ${to}`} 的。`,
  NO_SUCH_SESSION: () => '没有这一单。',
  NO_SUCH_REVIEW: () => '待核清单里没有这一行。',
  REVIEW_DECIDED: () => '这一行已经处理过了。',
  REVIEW_STILL_WRONG: ({ reason, value }) => `还不能入账：${reviewReasons[reason] ?? reason}${value === '' ? '' : `（${value}）`}。`,
  CHARGING_COLUMNS_MISSING: ({ missing, headers }) => `没有找到这些列：${missing.map((column) => sessionColumns[column] ?? column).join('、')}。${headers.length > 0 ? `文件的列是：${headers.join('、')}。` : ''}`,
  METER_READING_FUTURE: ({ meter, at }) => `电表 ${meter} 的读数时间 ${at} 还没有到。`,
  METER_READING_FALLS: ({ meter, at, energy, before }) => `电表 ${meter} 在 ${at} 的读数 ${formatE4(energy)} 比前一次的 ${formatE4(before)} 小，整批没有记。`,
  METER_READING_DIFFERS: ({ meter, at, ours, given }) => `电表 ${meter} 在 ${at} 已经有读数 ${formatE4(ours)}，不是 ${formatE4(given)}。`,
  GRID_BILL_TWICE: ({ month, period }) => `${month} 的电费单里时段“${period}”写了两次。`,
  GRID_PRICE_BEFORE: ({ from, latest }) => `电网电价最新的一版从 ${latest} 起，新的一版不能从更早的 ${from} 起。`,
  REGISTER_OUTSIDE: ({ at }) => `${at} 的读数不在这次充电里。`,
  REGISTER_TIME_FALLS: ({ at, before }) => `读数的时间倒退了：${at} 在 ${before} 之后。`,
  REGISTER_FALLS: ({ at, energy, before }) => `${at} 的读数 ${formatE4(energy)} 比前一次的 ${formatE4(before)} 小。`,
  REGISTER_ABOVE_TOTAL: ({ at, energy, total }) => `${at} 的读数 ${formatE4(energy)} 与总电量 ${formatE4(total)} 对不上。`,
};
