import { z } from 'zod';
import { command, host, id, nothing, query, roles } from './define.ts';
import { password, userName } from './estate.ts';

export const roleSchema = z.enum(roles);
export const signedInUser = z.object({ userId: id, name: z.string(), role: roleSchema });

export const users = {
  /** Counts failures: after five, each next try waits longer (WRONG_PASSWORD, TOO_MANY_FAILURES). */
  'users.signIn': host({ roles: 'anyone', whileLocked: true, input: z.object({ name: userName, password }), output: signedInUser }),
  'users.signOut': host({ roles: 'anyone', whileLocked: true, input: nothing, output: nothing }),
  'users.current': query({ roles: 'anyone', whileLocked: true, input: nothing, output: z.object({ user: signedInUser.nullable(), locked: z.boolean() }) }),
  'users.lock': host({ roles: 'signed-in', whileLocked: true, input: nothing, output: nothing }),
  'users.unlock': host({ roles: 'signed-in', whileLocked: true, input: z.object({ password }), output: signedInUser }),
  /** Names for the sign-in screen, in use only. */
  'users.names': query({ roles: 'anyone', whileLocked: true, input: nothing, output: z.object({ names: z.array(z.string()) }) }),
  'users.list': query({
    roles: ['manager', 'auditor'],
    input: nothing,
    output: z.object({ items: z.array(signedInUser.extend({ active: z.boolean(), createdAt: z.string() })) }),
  }),
  'users.add': command({ roles: ['manager'], input: z.object({ name: userName, role: roleSchema, password }), output: z.object({ userId: id }) }),
  'users.change': command({ roles: ['manager'], input: z.object({ userId: id, role: roleSchema.optional(), active: z.boolean().optional() }), output: nothing }),
  /** The manager sets anyone's; everyone sets their own by giving the present one. */
  'users.setPassword': command({ roles: 'signed-in', input: z.object({ userId: id, password, present: password.optional() }), output: nothing }),
};
