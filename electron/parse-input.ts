import type { z } from 'zod';
import type { Endpoint } from '../shared/contract/define.ts';
import { AppError } from '../shared/errors.ts';

/** What an endpoint's schema makes of an input. Throws BAD_INPUT with the field, the rule and what was expected. */
export function parseInput(endpoint: Endpoint, input: unknown): unknown {
  // No sentences of zod's: the renderer has them, and an input can be made that its English cannot describe.
  const parsed = endpoint.input.safeParse(input, { error: (issue) => issue.code });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, 20).map((issue) => ({
    path: issue.path.map(String).join('.'),
    rule: issue.code === 'custom' ? issue.message : issue.code,
    expected: expectedOf(issue),
  }));
  throw new AppError('BAD_INPUT', { issues });
}

function expectedOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'too_small') return `${issue.inclusive === false ? '>' : '≥'} ${String(issue.minimum)}`;
  if (issue.code === 'too_big') return `${issue.inclusive === false ? '<' : '≤'} ${String(issue.maximum)}`;
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' | ');
  return undefined;
}
