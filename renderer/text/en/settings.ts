import type { settings as zh } from '../zh/settings.ts';

export const settings: typeof zh = { title: '' };
