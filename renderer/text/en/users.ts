import type { users as zh } from '../zh/users.ts';

export const users: typeof zh = { title: '' };
