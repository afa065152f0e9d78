import { formatFen } from '../../../shared/domain/money.ts';
import type { RefusalWords } from '../refusal-words.ts';
import { charging } from './charging.ts';

const yuan = (fen: number) => `¥${formatFen(fen)}`;
const reasons: Record<string, string> = charging.reason;
const columns: Record<string, string> = charging.settle.column;

type Code = Extract<keyof RefusalWords, 'SETTLEMENT_COLUMNS_MISSING' | 'SETTLEMENT_IN_FUTURE' | 'SETTLEMENT_OF_OFFICE' | 'SETTLEMENT_COMMISSION' | 'SETTLEMENT_NOTHING_LEFT' | `SETTLEMENT_DAY_${string}` | 'SESSION_STILL_WRONG' | 'SESSION_NOTHING_TO_CHANGE' | 'REFUND_ABOVE_SESSION' | 'NO_SUCH_PLATFORM'>;

/** What is refused of corrections, refunds and settlements of charging. */
export const chargingChangeRefusals: Pick<RefusalWords, Code> = {
  SESSION_STILL_WRONG: ({ reason, value }) => `这样更正还是不对：${reasons[reason] ?? reason}${value === '' ? '' : `（${value}）`}。`,
  SESSION_NOTHING_TO_CHANGE: () => '开始、结束和电量都和现在的一样，没有要更正的。',
  REFUND_ABOVE_SESSION: ({ standsFen }) => (standsFen === 0 ? '这一单已经全部退完。' : `最多只能退 ${yuan(standsFen)}，这一单现在就是这么多。`),
  NO_SUCH_PLATFORM: ({ platform }) => `没有平台“${platform}”：先导入它的订单，或登记设备时写上平台。`,
  SETTLEMENT_COLUMNS_MISSING: ({ missing, headers }) => `没有找到这些列：${missing.map((column) => (column === 'commission' ? `${columns.commission ?? ''}或${columns.net ?? ''}` : (columns[column] ?? column))).join('、')}。${headers.length > 0 ? `文件的列是：${headers.join('、')}。` : ''}`,
  SETTLEMENT_OF_OFFICE: ({ platform }) => `“${platform}”由物业自己收钱，没有平台的结算。`,
  SETTLEMENT_IN_FUTURE: ({ on }) => `到账日 ${on} 还没有到，到账以后再记。`,
  SETTLEMENT_DAY_TWICE: ({ on }) => `${on} 写了两行，一天只写一行。`,
  SETTLEMENT_DAY_AFTER: ({ on, paidOn }) => `${on} 的充电不会在 ${paidOn} 就到账，请核对日期。`,
  SETTLEMENT_COMMISSION: ({ on, grossFen, commissionFen }) => `${on} 的手续费 ${yuan(commissionFen)} 不对：应在 0 和交易金额 ${yuan(grossFen)} 之间。`,
  SETTLEMENT_NOTHING_LEFT: ({ platform, on }) => `${platform} ${on} 没有差异要处理。`,
};
