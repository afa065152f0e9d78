import type { English } from '../english.ts';
import type { barrier as zh } from '../zh/barrier.ts';

/** The barrier system's file. */
export const barrier: English<typeof zh> = {
};
