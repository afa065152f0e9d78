import type { CallInput } from '../../../shared/contract/index.ts';
import type { Board } from './board-route.ts';

/** What every card of the board gets: the figures, and what they were asked with. */
export type CardProps = { board: Board; input: CallInput<'board.summary'> };
