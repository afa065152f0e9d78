import { formatFen } from '../../../shared/domain/money.ts';
import type { RefusalWords } from '../refusal-words.ts';
import { charging } from './charging.ts';

const yuan = (fen: number) => `¥${formatFen(fen)}`;
const reasons: Record<string, string> = charging.reason;

type Code = 'SESSION_STILL_WRONG' | 'SESSION_NOTHING_TO_CHANGE' | 'REFUND_ABOVE_SESSION';

/** What is refused of corrections, refunds and settlements of charging. */
export const chargingChangeRefusals: Pick<RefusalWords, Code> = {
  SESSION_STILL_WRONG: ({ reason, value }) => `Corrected so it is still wrong: ${reasons[reason] ?? reason}${value === '' ? '' : ` (${value})`}.`,
  SESSION_NOTHING_TO_CHANGE: () => 'Start, end and energy are what they are now: there is nothing to correct.',
  REFUND_ABOVE_SESSION: ({ standsFen }) => (standsFen === 0 ? 'All of this session has been given back.' : `At most ${yuan(standsFen)} can be given back: that is what stands of this session.`),
};
