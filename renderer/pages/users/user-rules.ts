import type { Role } from '../../../shared/contract/define.ts';

/** The roles in the order they are offered. */
export const roles = ['manager', 'cashier', 'office', 'auditor'] as const satisfies readonly Role[];

/** Fewer characters are refused by main, too. */
export const LEAST_PASSWORD = 8;
