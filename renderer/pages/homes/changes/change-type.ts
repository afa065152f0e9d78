import type { Output } from '../../../../shared/contract/index.ts';

export type Home = Output<'homes.get'>;

/** What each form of the panel gets: the home, where to say what was done, and how to leave. */
export type ChangeProps = { home: Home; onSaid: (said: string) => void; onClose: () => void };
