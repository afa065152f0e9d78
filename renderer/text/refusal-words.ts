import type { RefusalCode, Refusals } from '../../shared/errors.ts';
import type { Language } from './language.ts';
import { refusals as zh } from './zh/refusals.ts';

/** One sentence per code of the closed list: a code without words does not compile. */
export type RefusalWords = { [Code in RefusalCode]: (details: Refusals[Code]) => string };

/** The sentences that are loaded: Chinese always, English when it was chosen. */
export const refusalWords: { zh: RefusalWords } & Partial<Record<Language, RefusalWords>> = { zh };
