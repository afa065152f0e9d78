import { formatFen } from '../../../shared/domain/money.ts';
import type { RefusalWords } from '../refusal-words.ts';
import { charging } from './charging.ts';

const yuan = (fen: number) => `¥${formatFen(fen)}`;
const reasons: Record<string, string> = charging.reason;
const columns: Record<string, string> = charging.settle.column;

type Code = Extract<keyof RefusalWords, 'SETTLEMENT_COLUMNS_MISSING' | 'SETTLEMENT_IN_FUTURE' | 'SETTLEMENT_OF_OFFICE' | 'SETTLEMENT_COMMISSION' | 'SETTLEMENT_NOTHING_LEFT' | `SETTLEMENT_DAY_${string}` | 'SESSION_STILL_WRONG' | 'SESSION_NOTHING_TO_CHANGE' | 'REFUND_ABOVE_SESSION' | 'NO_SUCH_PLATFORM'>;

/** What is refused of corrections, refunds and settlements of charging. */
export const chargingChangeRefusals: Pick<RefusalWords, Code> = {
  SESSION_STILL_WRONG: ({ reason, value }) => `Corrected so it is still wrong: ${reasons[reason] ?? reason}${value === '' ? '' : ` (${value})`}.`,
  SESSION_NOTHING_TO_CHANGE: () => 'Start, end and energy are what they are now: there is nothing to correct.',
  REFUND_ABOVE_SESSION: ({ standsFen }) => (standsFen === 0 ? 'All of this session has been given back.' : `At most ${yuan(standsFen)} can be given back: that is what stands of this session.`),
  NO_SUCH_PLATFORM: ({ platform }) => `There is no platform “${platform}”: import its sessions first, or name it with a device.`,
  SETTLEMENT_COLUMNS_MISSING: ({ missing, headers }) => `These columns are missing: ${missing.map((column) => (column === 'commission' ? `${columns.commission ?? ''} or ${columns.net ?? ''}` : (columns[column] ?? column))).join(', ')}. ${headers.length > 0 ? `The file has: ${headers.join(', ')}.` : ''}`,
  SETTLEMENT_OF_OFFICE: ({ platform }) => `The office collects for “${platform}” itself: no platform settles it.`,
  SETTLEMENT_IN_FUTURE: ({ on }) => `The day of payment, ${on}, has not come yet; enter it when the money is there.`,
  SETTLEMENT_DAY_TWICE: ({ on }) => `${on} is there twice; write one line a day.`,
  SETTLEMENT_DAY_AFTER: ({ on, paidOn }) => `What was charged on ${on} cannot have been paid on ${paidOn}; check the days.`,
  SETTLEMENT_COMMISSION: ({ on, grossFen, commissionFen }) => `The commission of ${on}, ${yuan(commissionFen)}, is wrong: it lies between 0 and the gross of ${yuan(grossFen)}.`,
  SETTLEMENT_NOTHING_LEFT: ({ platform, on }) => `${platform}, ${on}: there is no difference to decide on.`,
};
