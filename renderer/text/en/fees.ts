import type { fees as zh } from '../zh/fees.ts';

export const fees: typeof zh = { title: '' };
