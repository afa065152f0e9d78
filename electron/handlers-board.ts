import type { board } from '../shared/contract/board.ts';
import type { Handlers } from './context.ts';
import { changes, markSeen } from './services/board/changes.ts';
import { printBoard } from './services/board/print-board.ts';
import { summary } from './services/board/summary.ts';

/** The handlers of the manager's board. */
export const boardHandlers: Pick<Handlers, keyof typeof board> = {
  'board.summary': summary,
  'board.changes': changes,
  'board.markSeen': markSeen,
  'board.print': printBoard,
};
