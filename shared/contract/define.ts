import { z } from 'zod';
import { isDay, isMonth } from '../domain/period.ts';
import type { Fen } from '../domain/money.ts';

export const roles = ['manager', 'cashier', 'office', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** Who may call: the named roles, anyone signed in, or anyone at all (before a login exists). */
export type Allowed = readonly Role[] | 'signed-in' | 'anyone';

export type Endpoint<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  /**
   * query: reads a snapshot. command: one transaction with an audit record.
   * host: neither; it drives what lies outside the books (files, backups, printers, sessions).
   */
  kind: 'query' | 'command' | 'host';
  roles: Allowed;
  input: Input;
  output: Output;
  /** Answered also while the idle lock is on. */
  whileLocked?: boolean;
};

type Parts<I extends z.ZodType, O extends z.ZodType> = Omit<Endpoint<I, O>, 'kind'>;
export const query = <I extends z.ZodType, O extends z.ZodType>(parts: Parts<I, O>) => ({ ...parts, kind: 'query' as const });
export const command = <I extends z.ZodType, O extends z.ZodType>(parts: Parts<I, O>) => ({ ...parts, kind: 'command' as const });
export const host = <I extends z.ZodType, O extends z.ZodType>(parts: Parts<I, O>) => ({ ...parts, kind: 'host' as const });

export const everyRole = [...roles] as const;

/** Whole fen, any sign. */
export const fenSchema = z.int().transform((value) => value as Fen);
/** Whole fen above zero, at most ten thousand million yuan. */
export const positiveFen = z.int().positive().max(1_000_000_000_000);
export const isoDate = z.string().refine(isDay, { error: 'DATE' });
export const isoMonth = z.string().refine(isMonth, { error: 'MONTH' });
export const id = z.int().positive();
export const pageLimit = z.int().min(1).max(1000);
/** A path; from the window only one that the user just picked in a native dialog. */
export const filePath = z.string().min(1).max(4096).refine((path) => !path.includes('\0'), { error: 'PATH' });
/** A word that is kept and printed: not empty, and without control characters, at which SQLite ends a text's length. */
export const word = (most: number) => z.string().trim().min(1).max(most).refine((text) => !/\p{Cc}/u.test(text), { error: 'CONTROL' });
export const nothing = z.strictObject({});
export const count = z.int().nonnegative();
