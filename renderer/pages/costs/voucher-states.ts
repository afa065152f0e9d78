/** The colour that repeats what the word of a state says. */
export const STATE_TONES = { waiting: 'amber', approved: 'green', rejected: 'red', reversed: 'red' } as const;
