import type { roster as zh } from '../zh/roster.ts';

export const roster: typeof zh = { title: '' };
