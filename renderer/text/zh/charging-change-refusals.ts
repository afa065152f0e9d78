import { formatFen } from '../../../shared/domain/money.ts';
import type { RefusalWords } from '../refusal-words.ts';
import { charging } from './charging.ts';

const yuan = (fen: number) => `¥${formatFen(fen)}`;
const reasons: Record<string, string> = charging.reason;

type Code = 'SESSION_STILL_WRONG' | 'SESSION_NOTHING_TO_CHANGE' | 'REFUND_ABOVE_SESSION';

/** What is refused of corrections, refunds and settlements of charging. */
export const chargingChangeRefusals: Pick<RefusalWords, Code> = {
  SESSION_STILL_WRONG: ({ reason, value }) => `这样更正还是不对：${reasons[reason] ?? reason}${value === '' ? '' : `（${value}）`}。`,
  SESSION_NOTHING_TO_CHANGE: () => '开始、结束和电量都和现在的一样，没有要更正的。',
  REFUND_ABOVE_SESSION: ({ standsFen }) => (standsFen === 0 ? '这一单已经全部退完。' : `最多只能退 ${yuan(standsFen)}，这一单现在就是这么多。`),
};
