import type { homes as zh } from '../zh/homes.ts';

export const homes: typeof zh = { title: '' };
